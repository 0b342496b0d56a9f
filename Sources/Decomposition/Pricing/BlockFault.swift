// SPDX-License-Identifier: GPL-3.0-or-later

/// A block that no way of solving could solve.
///
/// It says where the block stands in the whole program, so that whoever has that program can cut the
/// block out with its names: `program.part(columns:rows:named:)`.
public struct BlockFault: Error, Sendable, CustomStringConvertible {
  /// Number of the block, from 1; 0 where it is none.
  public let number: Int
  /// Columns of the block, as positions in the whole program, rising.
  public let columns: [Int]
  /// Local rows of the block, as positions in the whole program, rising.
  public let rows: [Int]
  /// What was minimised: one cost per column, prices of the coupling rows taken off.
  public let costs: [Double]
  /// What happened at the last way tried.
  public let reason: String

  init(number: Int, columns: [Int], rows: [Int], costs: [Double], reason: String) {
    self.number = number
    self.columns = columns
    self.rows = rows
    self.costs = costs
    self.reason = reason
  }

  /// A part that stands nowhere in the whole program, such as the master.
  init(column name: String, reason: String) {
    self.init(number: 0, columns: [], rows: [], costs: [], reason: "\(name): \(reason)")
  }

  /// What is wrong, for logs.
  public var description: String {
    let place = columns.first.map { "block \(number) (column \($0)) could not be solved: " }
    return (place ?? "") + reason
  }
}
