// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import FundingAnalysis
import FundingModel
import Report
import TestSupport
import Tables
import Testing

/// A folder that is removed with its content.
private final class Scratch {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "releve-report-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }
}

/// A plain checksum; the folder does not mind which.
private func checksum(_ bytes: [UInt8]) -> String {
  String(
    bytes.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 })
}

@Suite struct `The plan folder` {
  @Test(arguments: [CSVStyle.machine, .frenchExcel, .study])
  func `what was written reads back as the same plan`(style: CSVStyle) throws {
    let scratch = try Scratch()
    let outcome = try SmallStudy.outcome()
    let path = scratch.path + "/plan"
    try PlanFolder.write(outcome, to: path, style: style, hash: checksum)
    let written = try PlanFolder.read(path, of: outcome.scenario)
    #expect(written.allocation == outcome.allocation)
    #expect(written.plan.increments == outcome.plan.increments)
    #expect(written.plan.serviceCapacity == outcome.plan.serviceCapacity)
    expectNear(written.plan, outcome.plan)
  }

  @Test(arguments: [3, 11, 24, 58] as [UInt64])
  func `random plans read back too, and still keep every rule`(seed: UInt64) throws {
    let scratch = try Scratch()
    let outcome = try SmallStudy.outcome(of: RandomScenario(seed: seed).make())
    try PlanFolder.write(outcome, to: scratch.path + "/plan", hash: checksum)
    let written = try PlanFolder.read(scratch.path + "/plan", of: outcome.scenario)
    #expect(written.allocation == outcome.allocation)
    #expect(written.plan.increments == outcome.plan.increments)
    expectNear(written.plan, outcome.plan)
  }

  /// Amounts may move by the rounding of a double when they are written in euros.
  private func expectNear(_ written: Plan, _ plan: Plan) {
    func near(_ left: [Double], _ right: [Double]) -> Bool {
      left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) <= 1e-14 * abs($1) }
    }
    #expect(near(written.grants.map(\.thousands), plan.grants.map(\.thousands)))
    #expect(near(written.own.map(\.thousands), plan.own.map(\.thousands)))
    #expect(near(written.carried, plan.carried))
    #expect(
      near(written.servicePayments.map(\.thousands), plan.servicePayments.map(\.thousands)))
    #expect(written.own.map(\.pot) == plan.own.map(\.pot))
    #expect(written.grants.map(\.year) == plan.grants.map(\.year))
  }

  @Test func `the manifest lists every file with its size and hash, and every origin`() throws {
    let scratch = try Scratch()
    let outcome = try SmallStudy.outcome()
    let path = scratch.path + "/plan"
    let input = FileRecord(path: "essai.yaml", role: "study", bytes: 12, sha256: "ab")
    let records = try PlanFolder.write(outcome, to: path, inputs: [input], hash: checksum)
    let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    #expect(names == PlanFolder.fileNames.sorted())
    #expect(names == records.map(\.path).sorted())
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path + "/manifest.json")))
    let manifest = try ReportJSON.document(ManifestDocument.self, from: bytes, path: path)
    let expected = ManifestDocument(outcome, inputs: [input], outputs: records.dropLast())
    #expect(try manifest == expected.sealed(checksum))
    #expect(manifest.seal != "")
    for record in manifest.outputs {
      let content = [UInt8](try Data(contentsOf: URL(filePath: "\(path)/\(record.path)")))
      #expect(record.bytes == content.count && record.sha256 == checksum(content))
    }
    #expect(manifest.parameters[0].origins.map(\.layer) == ["moins", "essai"])
  }

  @Test func `the summary reads back, and its parts add up to the whole`() throws {
    let outcome = try SmallStudy.outcome()
    let summary = SummaryDocument(outcome)
    let bytes = try ReportJSON.bytes(of: summary)
    #expect(try ReportJSON.document(SummaryDocument.self, from: bytes, path: "") == summary)
    let text = String(decoding: bytes, as: UTF8.self)
    for key in ["\"schema\" : 1", "\"status\" : \"optimal\"", "\"bound\"", "\"gap_euros"] {
      #expect(text.contains(key), "\(key)")
    }
    let paid =
      outcome.allocation.lines.reduce(0) { $0 + $1.euros }
      + outcome.allocation.services.reduce(0) { $0 + $1.euros }
    #expect(outcome.figures.years.reduce(0) { $0 + Int($1.paid.euros) } == paid)
  }

  @Test func `two writings of one outcome give the same bytes`() throws {
    let scratch = try Scratch()
    let outcome = try SmallStudy.outcome()
    let first = try PlanFolder.write(outcome, to: scratch.path + "/a", hash: checksum)
    let second = try PlanFolder.write(outcome, to: scratch.path + "/b", hash: checksum)
    #expect(first == second)
  }

  @Test func `nothing is left of a folder that cannot be written`() throws {
    let scratch = try Scratch()
    var outcome = try SmallStudy.outcome()
    outcome.prices[0].activity = .nan
    #expect(throws: Findings.self) {
      try PlanFolder.write(outcome, to: scratch.path + "/plan", hash: checksum)
    }
    #expect(throws: Findings.self) {
      try PlanFolder.write(outcome, to: scratch.path + "/missing/plan", hash: checksum)
    }
    outcome.status = .infeasible
    #expect(throws: Findings.self) {
      try PlanFolder.write(outcome, to: scratch.path + "/plan", hash: checksum)
    }
    #expect(scratch.names.isEmpty)
  }

  @Test func `an existing folder is kept, unless it is a plan to be replaced`() throws {
    let scratch = try Scratch()
    let outcome = try SmallStudy.outcome()
    let path = scratch.path + "/plan"
    try PlanFolder.write(outcome, to: path, hash: checksum)
    #expect(throws: Findings.self) { try PlanFolder.write(outcome, to: path, hash: checksum) }
    try PlanFolder.write(outcome, to: path, replacing: true, hash: checksum)
    let other = scratch.path + "/other"
    try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: false)
    try Data("mine".utf8).write(to: URL(filePath: other + "/note.txt"))
    #expect(throws: Findings.self) {
      try PlanFolder.write(outcome, to: other, replacing: true, hash: checksum)
    }
    #expect(scratch.names == ["other", "plan"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: other) == ["note.txt"])
  }

  @Test(arguments: [
    ("allocation.csv", "010000001", "019999999", "report.unknownIdentifier"),
    ("deployment.csv", ",2026,", ",2031,", "report.yearOutsideHorizon"),
    ("own.csv", ".", "x", "report.notANumber"),
    ("vehicles.csv", "fir,FIR,2027", "fir,FIR,2026", "tables.duplicateKey"),
    ("services.csv", "soc,SOC mutualisé,2026", "\nsoc,SOC mutualisé,2029", "report.missingRow"),
  ])
  func `a changed file is refused with its place`(
    file: String, from: String, to: String, code: String
  ) throws {
    let scratch = try Scratch()
    let outcome = try SmallStudy.outcome()
    let path = scratch.path + "/plan"
    try PlanFolder.write(outcome, to: path, hash: checksum)
    let url = URL(filePath: "\(path)/\(file)")
    let text = try String(contentsOf: url, encoding: .utf8)
    #expect(text.contains(from))
    try text.replacingOccurrences(of: from, with: to).write(
      to: url, atomically: false, encoding: .utf8)
    let findings = try #require(throws: Findings.self) {
      try PlanFolder.read(path, of: outcome.scenario)
    }
    #expect(findings.all.contains { $0.code.rawValue == code })
    #expect(findings.all.allSatisfy { $0.position?.file == "\(path)/\(file)" })
  }

  @Test func `faults of several tables are told in the order of the tables, those of prices alone`()
    throws
  {
    let scratch = try Scratch()
    let outcome = try SmallStudy.outcome()
    let path = scratch.path + "/plan"
    try PlanFolder.write(outcome, to: path, hash: checksum)
    let whole = try WrittenPlan.readWithPrices(path, of: outcome.scenario)
    #expect(whole.written == (try WrittenPlan.read(path, of: outcome.scenario)))
    #expect(whole.prices == (try WrittenPrices.read(path, of: outcome.scenario)))
    func files() throws -> [String] {
      let findings = try #require(throws: Findings.self) {
        try WrittenPlan.readWithPrices(path, of: outcome.scenario)
      }
      return findings.all.compactMap(\.position?.file)
    }
    try FileManager.default.removeItem(atPath: "\(path)/prices.csv")
    #expect(try files() == ["\(path)/prices.csv"])
    // The short table is done long before the long one is missed, or the other way round.
    for table in ["vehicles", "own", "allocation"] {
      try FileManager.default.removeItem(atPath: "\(path)/\(table).csv")
    }
    for _ in 0..<20 {
      let told = try files().filter { !$0.hasSuffix("/vehicles.csv") }
      #expect(told == ["\(path)/allocation.csv", "\(path)/own.csv"])
      #expect(try files().last == "\(path)/vehicles.csv")
    }
  }

  @Test func `the page about the folder names every file and column`() throws {
    let page = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs/plan-folder.md"), encoding: .utf8)
    let sections = page.components(separatedBy: "\n## ")
    for name in PlanFolder.fileNames { #expect(page.contains("| `\(name)` |"), "\(name)") }
    for table in PlanTable.allCases {
      let section = try #require(sections.first { $0.hasPrefix("\(table.fileName)\n") })
      for column in table.columns { #expect(section.contains("`\(column)`"), "\(column)") }
    }
  }
}
