// SPDX-License-Identifier: GPL-3.0-or-later

public import LinearProgramming

extension Formulation {
  /// The column d[e,m,t] of what a year adds to a measure at a beneficiary.
  ///
  /// - Parameters:
  ///   - beneficiary: Position of the beneficiary.
  ///   - measure: Position of the measure.
  ///   - year: Position of the year.
  /// - Returns: The column; `nil` where the measure is not meant for the beneficiary.
  public func increment(_ beneficiary: Int, _ measure: Int, year: Int) -> Variable? {
    compilation.increment(beneficiary, measure, year)
  }
}
