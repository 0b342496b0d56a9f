// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// Bounds that every feasible point keeps, also where its columns declare none.
///
/// Money has no upper bound of its own, but needs and envelopes above it have. Where a reduced cost
/// is 0 but for rounding, an infinite bound would spoil the whole proof; a finite one that follows
/// from the rows costs next to nothing, and is true. Bounds are widened outwards by far more than
/// rounding can have moved them.
struct ReachableBounds: Sendable {
  private(set) var lower: [Double]
  private(set) var upper: [Double]

  /// Share by which a derived bound is widened, of the greatest number it was derived from.
  private static let widening = 1e-9
  private static let mostPasses = 12

  init(_ program: LinearProgram) {
    lower = program.columnLower
    upper = program.columnUpper
    let isOpen = lower.indices.map { !lower[$0].isFinite || !upper[$0].isFinite }
    // Rows of a block say more than those across blocks, whose sums are wide: they come first.
    let local = (0..<program.rowCount).filter { program.rowRole[$0] == .local }
    let coupling = (0..<program.rowCount).filter { program.rowRole[$0] == .coupling }
    let rows = (local + coupling).filter { row in
      program.entries(of: row).contains { isOpen[Int(program.columnIndex[$0])] }
    }
    var hasGrown = true
    for _ in 0..<Self.mostPasses where hasGrown {
      hasGrown = false
      for row in rows where tighten(program, row, isOpen) { hasGrown = true }
    }
  }

  /// Derives bounds of the open columns of a row from the others.
  ///
  /// - Returns: Whether a bound became finite.
  private mutating func tighten(
    _ program: LinearProgram, _ row: Int, _ isOpen: [Bool]
  ) -> Bool {
    let least = RowEnd(program, row, lower, upper, isLeast: true)
    let most = RowEnd(program, row, lower, upper, isLeast: false)
    var hasGrown = false
    for entry in program.entries(of: row) where isOpen[Int(program.columnIndex[entry])] {
      let column = Int(program.columnIndex[entry])
      let factor = program.coefficient[entry]
      // a·x ≤ upper − the least of the others; a·x ≥ lower − the most of the others.
      let own = Ends(factor, lower[column], upper[column])
      let above = (program.rowUpper[row] - least.without(own.least)) / factor
      let below = (program.rowLower[row] - most.without(own.most)) / factor
      let room =
        Self.widening
        * max(
          1, least.greatest, most.greatest, finite(program.rowUpper[row]),
          finite(program.rowLower[row])) / abs(factor)
      let (from, to) = factor > 0 ? (below, above) : (above, below)
      // Bounds that cross are left alone: an infeasible program has no point to be wrong about.
      if from.isFinite, from - room > lower[column], from - room <= upper[column] {
        hasGrown = hasGrown || !lower[column].isFinite
        lower[column] = from - room
      }
      if to.isFinite, to + room < upper[column], to + room >= lower[column] {
        hasGrown = hasGrown || !upper[column].isFinite
        upper[column] = to + room
      }
    }
    return hasGrown
  }

  private func finite(_ bound: Double) -> Double { bound.isFinite ? abs(bound) : 0 }
}

/// Least and greatest value of one term.
private struct Ends {
  let least: Double
  let most: Double

  init(_ factor: Double, _ lower: Double, _ upper: Double) {
    (least, most) = factor > 0 ? (factor * lower, factor * upper) : (factor * upper, factor * lower)
  }
}

/// The least or greatest value that a row can have.
private struct RowEnd {
  /// Sum of the finite terms.
  var sum = 0.0
  /// Number of infinite terms.
  var infinite = 0
  /// The greatest finite term.
  var greatest = 0.0

  init(
    _ program: LinearProgram, _ row: Int, _ lower: [Double], _ upper: [Double], isLeast: Bool
  ) {
    for entry in program.entries(of: row) {
      let column = Int(program.columnIndex[entry])
      let ends = Ends(program.coefficient[entry], lower[column], upper[column])
      let term = isLeast ? ends.least : ends.most
      if term.isFinite {
        sum += term
        greatest = max(greatest, abs(term))
      } else {
        infinite += 1
      }
    }
  }

  /// The same without one term; not finite where another term is not.
  func without(_ term: Double) -> Double {
    if term.isFinite { return infinite == 0 ? sum - term : .nan }
    return infinite == 1 ? sum : .nan
  }
}
