// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import SyntheticPopulation
import Tables
import Testing

@Suite struct `The published figures behind the fit` {
  static let source = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/data")
  static let isThere = FileManager.default.fileExists(atPath: source.path)

  /// Agents of the rows of a table, without those that declare none, sorted.
  static func agents(
    of name: String, column: String, where status: (String, String)? = nil
  ) throws -> [Double] {
    var reader = CSVReader(try TextFile(path: source.appending(path: name).path))
    var findings = Findings()
    let next = reader.next()
    let first = try #require(next)
    let header = CSVHeader(first, findings: &findings)
    let place = try #require(header.place(of: column))
    var agents: [Double] = []
    while let record = reader.next() {
      if let (statusColumn, code) = status,
        record.text(at: try #require(header.place(of: statusColumn))) != code
      {
        continue
      }
      if let value = Double(record.text(at: place)), value > 0 { agents.append(value) }
    }
    return agents.sorted()
  }

  @Test(
    .enabled(if: isThere, "the SAE 2023 tables are not beside the project"),
    arguments: [CandidateClass.ght, .nonProfit, .forProfit])
  func `are those of the SAE 2023`(candidateClass: CandidateClass) throws {
    let agents =
      switch candidateClass {
      case .ght: try Self.agents(of: "ght/DERIVE-ght-2023-135-groupements.csv", column: "AGENTS")
      default:
        try Self.agents(
          of: "sae-2023/DERIVE-sae-2023-agrege-par-EJ.csv", column: "agents",
          where: ("stjr", candidateClass == .nonProfit ? "3" : "2"))
      }
    let lines = FitReport(Population.generate(seed: 1)).lines
      .filter { $0.candidateClass == candidateClass }
    let units = try #require(lines.first { $0.figure == .units }).published
    let published = try #require(lines.first { $0.figure == .agents }).published
    let mean = agents.reduce(0, +) / Double(agents.count)
    #expect(abs(published / units - mean) < 0.01)
    let median = try #require(lines.first { $0.figure == .medianAgents }).published
    #expect(abs(median - agents[agents.count / 2]) <= agents[agents.count / 2] * 0.02)
  }
}
