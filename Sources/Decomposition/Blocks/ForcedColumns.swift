// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// Columns that coupling rows leave no room: an envelope without money forces every payment out of
/// it to 0.
///
/// Such a row is kept at any price above a threshold, so that a search may give it one that is many
/// powers of ten too high: written into later goals, it takes their digits. With the columns fixed,
/// the row needs no price while a level is solved; ``priced(_:costs:in:)`` finds the least one that
/// the solution leaves room for. (Forcing constraints: Andersen and Andersen 1995, Presolving in
/// linear programming, §3.2.)
struct ForcedColumns: Sendable {
  /// A row that leaves columns no room.
  private struct Step: Sendable {
    let row: Int
    /// Whether the row's upper bound is what stops it.
    let isAtUpper: Bool
    /// Columns that it fixes, and their coefficients in it.
    var columns: [(column: Int, coefficient: Double)]
  }

  /// In the order in which they follow from each other.
  private var steps: [Step] = []
  /// Bounds of the program with forced columns fixed.
  private var lower: [Double]
  private var upper: [Double]

  /// Finds them.
  ///
  /// - Complexity: A pass over the coupling rows for each chain of conclusions.
  init(_ program: LinearProgram) {
    lower = program.columnLower
    upper = program.columnUpper
    var hasFound = true
    var open = (0..<program.rowCount).filter { program.rowRole[$0] == .coupling }
    while hasFound {
      let before = steps.count
      open.removeAll { row in
        guard let step = step(program, row) else { return false }
        steps.append(step)
        return true
      }
      hasFound = steps.count > before
    }
  }

  /// The program with forced columns fixed.
  func fixed(_ program: LinearProgram) -> LinearProgram {
    var result = program
    for column in steps.lazy.flatMap(\.columns).map(\.column) {
      result.setBounds(Variable(column), lower: lower[column], upper: upper[column])
    }
    return result
  }

  /// Row prices of the program as it is, from those with forced columns fixed.
  ///
  /// What a forced column would still pay is taken by its row, whose bound stops it: the bound
  /// proven stays the same.
  ///
  /// - Parameters:
  ///   - duals: One per row, as for minimising.
  ///   - costs: One per column, to be minimised.
  ///   - program: The program as it is.
  /// - Returns: The prices.
  func priced(_ duals: [Double], costs: [Double], in program: LinearProgram) -> [Double] {
    guard !steps.isEmpty else { return duals }
    var duals = duals
    var reduced = costs.map { CompensatedSum($0) }
    func take(_ price: Double, of row: Int) {
      guard price != 0 else { return }
      for entry in program.entries(of: row) {
        reduced[Int(program.columnIndex[entry])].subtract(price, times: program.coefficient[entry])
      }
    }
    for row in duals.indices { take(duals[row], of: row) }
    for step in steps.reversed() {
      let wanted = step.columns.map { reduced[$0.column].value / $0.coefficient }
      let extra = step.isAtUpper ? min(0, wanted.min() ?? 0) : max(0, wanted.max() ?? 0)
      duals[step.row] += extra
      take(extra, of: step.row)
    }
    return duals
  }

  /// What a row forces, with its columns fixed from now on.
  private mutating func step(_ program: LinearProgram, _ row: Int) -> Step? {
    var (least, most) = (0.0, 0.0)
    for entry in program.entries(of: row) {
      let column = Int(program.columnIndex[entry])
      let coefficient = program.coefficient[entry]
      let ends = [coefficient * lower[column], coefficient * upper[column]]
      least += min(ends[0], ends[1])
      most += max(ends[0], ends[1])
      if !least.isFinite && !most.isFinite { return nil }
    }
    let isAtUpper = least.isFinite && least == program.rowUpper[row]
    guard isAtUpper || most.isFinite && most == program.rowLower[row] else { return nil }
    var step = Step(row: row, isAtUpper: isAtUpper, columns: [])
    for entry in program.entries(of: row) {
      let column = Int(program.columnIndex[entry])
      let coefficient = program.coefficient[entry]
      guard coefficient != 0, lower[column] != upper[column] else { continue }
      if isAtUpper == (coefficient > 0) {
        upper[column] = lower[column]
      } else {
        lower[column] = upper[column]
      }
      step.columns.append((column, coefficient))
    }
    return step.columns.isEmpty ? nil : step
  }
}
