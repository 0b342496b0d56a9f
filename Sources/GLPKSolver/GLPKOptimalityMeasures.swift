// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGLPK
public import LinearProgramming

/// GLPK's own report on the optimality conditions (Karush, Kuhn and Tucker) of a solution.
///
/// It is given beside our own ``LinearProgramming/OptimalityReport``, never instead of it.
public struct GLPKOptimalityMeasures: Sendable, Equatable {
  /// Rows against their values: `r = A·x`.
  public var primalEqualities: Discrepancy
  /// Bounds of rows and columns.
  public var primalBounds: Discrepancy
  /// Reduced costs against costs and prices: `d = c - A'·y`.
  public var dualEqualities: Discrepancy
  /// Signs of prices and reduced costs.
  public var dualBounds: Discrepancy

  init(_ kkt: cglpk_kkt, _ program: LinearProgram?) {
    primalEqualities = Discrepancy(kkt.primal_equalities, program)
    primalBounds = Discrepancy(kkt.primal_bounds, program)
    dualEqualities = Discrepancy(kkt.dual_equalities, program)
    dualBounds = Discrepancy(kkt.dual_bounds, program)
  }
}

extension Discrepancy {
  fileprivate init(_ measure: cglpk_kkt_measure, _ program: LinearProgram?) {
    self.init(relative: measure.relative, absolute: measure.absolute)
    let place = Int(measure.relative_at)
    if let program, place >= 0 { name = program.name(ofPlace: place) }
  }
}

extension LinearProgram {
  /// Name of a row or column counted rows first; `nil` outside the program.
  func name(ofPlace place: Int) -> String? {
    if place < 0 { return nil }
    if place < rowCount { return rowNames[place] }
    return place - rowCount < columnCount ? columnNames[place - rowCount] : nil
  }
}
