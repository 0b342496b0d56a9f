// SPDX-License-Identifier: GPL-3.0-or-later

/// A program whose chosen rows may be broken at a price.
///
/// Each chosen row gets a slack for every finite bound. The least total slack shows which rows cannot
/// all hold together: it is zero exactly where the original program is feasible.
public struct ElasticProgram: Sendable {
  /// A slack column and the row it loosens.
  public struct Slack: Sendable {
    /// The row.
    public var row: Constraint
    /// The column that measures how far the row is broken.
    public var column: Variable
    /// Whether the row is missed from below (`true`) or exceeded (`false`).
    public var isShortfall: Bool
    /// What one unit of the row counts in the total.
    public var weight: Double
  }

  /// The program with slacks.
  public let program: LinearProgram
  /// Least weighted slack.
  public let objective: Objective
  /// The slacks, by row.
  public let slacks: [Slack]

  /// Loosens the rows that `weight` gives a number for.
  ///
  /// - Parameters:
  ///   - original: The program.
  ///   - weight: Price of one unit of a row, or `nil` for a row that must hold.
  public init(_ original: LinearProgram, weight: (Int) -> Double?) {
    var builder = LinearProgramBuilder(name: original.name)
    builder.reserve(
      columns: original.columnCount + original.rowCount, rows: original.rowCount,
      nonzeros: original.nonzeroCount + original.rowCount)
    for column in 0..<original.columnCount {
      _ = builder.addColumn(
        named: original.columnNames[column], lower: original.columnLower[column],
        upper: original.columnUpper[column], domain: original.columnDomain[column])
    }
    var slacks: [Slack] = []
    for row in 0..<original.rowCount {
      var rowSlacks: [Slack] = []
      if let price = weight(row) {
        for isShortfall in [true, false] {
          let bound = isShortfall ? original.rowLower[row] : original.rowUpper[row]
          guard bound.isFinite else { continue }
          let direction = isShortfall ? "missing" : "excess"
          let column = builder.addColumn(named: "\(direction):\(original.rowNames[row])")
          rowSlacks.append(
            Slack(
              row: Constraint(row), column: column, isShortfall: isShortfall, weight: price))
        }
      }
      for entry in original.entries(of: row) {
        builder.add(
          original.coefficient[entry], Variable(Int(original.columnIndex[entry])))
      }
      for slack in rowSlacks { builder.add(slack.isShortfall ? 1 : -1, slack.column) }
      builder.closeRow(
        named: original.rowNames[row], lower: original.rowLower[row],
        upper: original.rowUpper[row], role: original.rowRole[row])
      slacks += rowSlacks
    }
    program = builder.build()
    var coefficients = [Double](repeating: 0, count: program.columnCount)
    for slack in slacks { coefficients[slack.column.position] = slack.weight }
    objective = Objective(name: "broken_rules", sense: .minimize, coefficients: coefficients)
    self.slacks = slacks
  }
}
