// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import SyntheticPopulation

/// What to generate.
public struct GenerateRequest: Sendable, Hashable {
  /// What is written.
  public enum Content: String, Sendable, CaseIterable {
    /// The tables of a population: beneficiaries and their deployment before the horizon.
    case population
    /// A whole study of a given size, to measure speed on.
    case study
  }

  /// What makes a study hard to solve.
  public enum Kind: String, Sendable, CaseIterable {
    /// Nothing in particular.
    case plain
    /// Every region at its floor or its ceiling.
    case tightRegions = "tight-regions"
    /// Staff short in each region.
    case tightStaff = "tight-staff"
    /// 40 vehicles.
    case manyVehicles = "many-vehicles"
    /// Hospital groups of about 30 members, with rules within each.
    case groupBlocks = "ght-blocks"

    /// The same, in the words of the room that makes studies up.
    var ofStudy: BenchmarkStudy.Kind {
      switch self {
      case .plain: .plain
      case .tightRegions: .tightRegions
      case .tightStaff: .tightStaff
      case .manyVehicles: .manyVehicles
      case .groupBlocks: .groupBlocks
      }
    }
  }

  /// What is written.
  public var content: Content
  /// Seed of every draw.
  public var seed: UInt64
  /// Number of beneficiaries.
  public var beneficiaries: Int
  /// Number of measures, for a whole study.
  public var measures: Int
  /// Number of years, for a whole study.
  public var years: Int
  /// Number of objectives, for a whole study.
  public var objectives: Int
  /// What makes it hard, for a whole study.
  public var kind: Kind

  /// Creates a request.
  public init(
    content: Content, seed: UInt64, beneficiaries: Int, measures: Int = 16, years: Int = 5,
    objectives: Int = 10, kind: Kind = .plain
  ) {
    self.content = content
    self.seed = seed
    self.beneficiaries = beneficiaries
    self.measures = measures
    self.years = years
    self.objectives = objectives
    self.kind = kind
  }
}

/// What was generated.
public struct GeneratedReport: Sendable {
  /// Folder that was written.
  public var folder: String
  /// Names of the files.
  public var files: [String]
  /// Units drawn.
  public var beneficiaries: Int
}

extension Workbench {
  /// Generates a made-up population or study and writes it into a new folder.
  ///
  /// - Throws: `Findings` where a size is out of range or the folder cannot be written.
  public func generate(
    _ request: GenerateRequest, into folder: String
  ) throws(Findings) -> GeneratedReport {
    var findings = Findings()
    func check(_ name: String, _ value: Int, _ range: ClosedRange<Int>) {
      guard !range.contains(value) else { return }
      findings.add(
        Finding(
          "workbench.outOfRange", .error, at: nil,
          [
            "name": name, "value": String(value), "least": String(range.lowerBound),
            "most": String(range.upperBound),
          ]))
    }
    check("--beneficiaries", request.beneficiaries, Population.smallestCount...100_000)
    check("--measures", request.measures, 1...99)
    check("--years", request.years, 1...30)
    check("--objectives", request.objectives, 1...99)
    try findings.throwIfErrors()
    let generated: GeneratedFolder
    switch request.content {
    case .population:
      generated = try GeneratedFolder.tables(
        of: Population.generate(seed: request.seed, count: request.beneficiaries))
    case .study:
      generated = try BenchmarkStudy(
        seed: request.seed, beneficiaries: request.beneficiaries, measures: request.measures,
        years: request.years, objectives: request.objectives, kind: request.kind.ofStudy
      ).folder()
    }
    try generated.write(to: folder)
    return GeneratedReport(
      folder: folder, files: generated.files.map(\.name), beneficiaries: request.beneficiaries)
  }
}
