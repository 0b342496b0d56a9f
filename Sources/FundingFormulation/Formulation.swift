// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel
public import LinearProgramming

/// A scenario as a linear program with ordered objectives, and the way back.
///
/// Compiling is a pure function: equal scenarios give byte-identical programs.
public struct Formulation: Sendable {
  /// The program.
  public let program: LinearProgram
  /// Its goals in order.
  public let levels: [ObjectiveLevel]
  /// Largest approximation error of avoided loss in one year, over all beneficiaries together (k€).
  public let worstLossError: Double
  let compilation: Compilation

  /// The scenario it was compiled from.
  public var scenario: Scenario { compilation.scenario }

  /// Compiles a scenario.
  ///
  /// - Parameters:
  ///   - scenario: A resolved scenario.
  ///   - shouldStop: Asked now and then: `true` ends the work.
  /// - Returns: The program with its goals.
  /// - Throws: ``FormulationError`` where the scenario is not consistent; input files are checked
  ///   before, so this happens to values built by code. ``FormulationError/stopped`` on request.
  public static func compile(
    _ scenario: Scenario, shouldStop: () -> Bool = { false }
  ) throws(FormulationError) -> Formulation {
    var compilation = try Compilation(scenario)
    compilation.reserve()
    try compilation.addColumns()
    for e in 0..<compilation.data.beneficiaryCount {
      if shouldStop() { throw .stopped }
      for family in RowFamilies.local {
        compilation.layout.begin(at: compilation.builder.rowCount)
        try family.addRows(of: e, to: &compilation)
      }
    }
    for family in RowFamilies.coupling {
      if shouldStop() { throw .stopped }
      compilation.layout.begin(at: compilation.builder.rowCount)
      try family.addRows(to: &compilation)
    }
    compilation.layout.begin(at: compilation.builder.rowCount)
    return Formulation(
      levels: try compilation.levels(),
      worstLossError: compilation.curves.reduce(0) { $0 + ($1?.worstError ?? 0) },
      finished: compilation)
  }

  /// Puts a formulation together from a program that was changed in place.
  init(
    program: LinearProgram, levels: [ObjectiveLevel], worstLossError: Double,
    compilation: Compilation
  ) {
    self.program = program
    self.levels = levels
    self.worstLossError = worstLossError
    self.compilation = compilation
  }

  private init(
    levels: [ObjectiveLevel], worstLossError: Double, finished compilation: consuming Compilation
  ) {
    self.levels = levels
    self.worstLossError = worstLossError
    program = compilation.takeProgram()
    self.compilation = compilation
  }
}

extension Compilation {
  /// Reserves storage from the sizes of the scenario, so that arrays grow once.
  mutating func reserve() {
    let perBeneficiary =
      data.yearCount
      * (data.measureCount + 2 * data.potCount + scenario.objectives.count
        + scenario.threats.count * scenario.economics.lossPieces)
    builder.reserve(
      columns: data.beneficiaryCount * perBeneficiary,
      rows: data.beneficiaryCount * perBeneficiary,
      nonzeros: data.beneficiaryCount * perBeneficiary * 6)
  }

  /// The finished program; the builder is left empty.
  mutating func takeProgram() -> LinearProgram {
    let finished = builder
    builder = LinearProgramBuilder(name: "")
    return finished.build()
  }
}
