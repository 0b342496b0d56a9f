// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
internal import SeededDraws
internal import FundingModel
internal import Tables

/// A whole made-up study of chosen dimensions, for measuring the tool.
///
/// Its beneficiaries are a ``Population``; measures, objectives and amounts are drawn from the same
/// seed and mean nothing. Money is short of the need, every reference holds, and prerequisites go
/// from later measures to earlier ones only.
public struct BenchmarkStudy: Sendable {
  /// Seed of every draw.
  public var seed: UInt64
  /// Units; at least ``Population/smallestCount``.
  public var beneficiaries: Int
  /// Measures; at least 1.
  public var measures: Int
  /// Years from 2026; at least 1.
  public var years: Int
  /// Objectives; at least 1.
  public var objectives: Int
  /// What makes it hard.
  public var kind: Kind

  /// Declares the dimensions; those below the least are raised to it.
  public init(
    seed: UInt64, beneficiaries: Int = 3_000, measures: Int = 16, years: Int = 5,
    objectives: Int = 10, kind: Kind = .plain
  ) {
    self.seed = seed
    self.beneficiaries = max(Population.smallestCount, beneficiaries)
    self.measures = max(1, measures)
    self.years = max(1, years)
    self.objectives = max(1, objectives)
    self.kind = kind
  }

  static let domains = ["directories", "remote_access", "workstations", "continuity", "governance"]
  static let threats = ["multi_server", "single_server", "workstation", "provider"]

  var measureNames: [String] { (1...measures).map { "M" + Self.padded($0) } }
  var objectiveNames: [String] { (1...objectives).map { "O" + Self.padded($0) } }

  /// The study as files: `study.yaml` and the tables it names.
  ///
  /// - Throws: what the tables' writer finds.
  public func folder() throws(Findings) -> GeneratedFolder {
    let population = Population.generate(seed: seed, count: beneficiaries)
    let known = Set(measureNames)
    let deployed = InitialState.draw(for: population).filter { known.contains($0.measure.rawValue) }
    var generator = SeededGenerator(seed: seed, stream: 200)
    return GeneratedFolder(files: [
      file("study.yaml", Array(yaml(for: population).utf8)),
      file("beneficiaries.csv", try beneficiaryTable(population)),
      file("deployment.csv", try PopulationTables.deployment(deployed)),
      file("measures.csv", try measureTable(&generator)),
      file("prerequisites.csv", try prerequisiteTable(&generator)),
      file("effects.csv", try effectTable(&generator)),
      file("objectives.csv", try objectiveTable()),
      file("contributions.csv", try contributionTable(&generator)),
      file("threats.csv", try threatTable()),
      file("staffing.csv", try staffingTable(population)),
    ])
  }

  private func file(_ name: String, _ bytes: [UInt8]) -> GeneratedFolder.File {
    GeneratedFolder.File(name: name, bytes: bytes)
  }

  static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
