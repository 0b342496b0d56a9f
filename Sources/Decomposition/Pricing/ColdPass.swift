// SPDX-License-Identifier: GPL-3.0-or-later

public import LinearProgramming

extension DecompositionEngine {
  /// Solves every block once from nothing at given prices, for measurements: the floor under any
  /// decomposition.
  ///
  /// - Parameters:
  ///   - program: The program.
  ///   - objective: What is optimised.
  ///   - rowDuals: Prices of its rows, of which those of coupling rows are used.
  /// - Returns: Seconds of wall time, with the settings' threads; `nil` where the program is not
  ///   taken apart.
  /// - Throws: As the solver does.
  public func coldPricingSeconds(
    of program: LinearProgram, for objective: Objective, at rowDuals: [Double]
  ) throws -> Double? {
    guard let structure = structure(of: program, settings).blocks else { return nil }
    let sign = objective.sense == .minimize ? 1.0 : -1.0
    let pricing = Pricing(structure, solver: warm, threads: settings.threads)
    let costs = Costs(level: objective.coefficients.map { sign * $0 }, goals: [])
    var watch = Stopwatch()
    _ = try pricing.price(
      Array(structure.blocks.indices), costs, structure.masterRows.map { sign * rowDuals[Int($0)] }
    ) { false }
    return watch.lap()
  }
}
