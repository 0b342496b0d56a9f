// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
internal import GRDB

/// Reading without holding every case at once.
extension SweepFile {
  /// Cases that are read, or put together, at a time.
  public static let pageSize = 200

  /// The cases that follow one, in the order of the numbers; none where there is no more.
  ///
  /// - Parameter number: Number of the case before; 0 for the first ones.
  /// - Returns: At the most ``pageSize`` cases.
  /// - Throws: findings where they cannot be read.
  public func cases(after number: Int) throws(Findings) -> [CaseRecord] {
    try StoreFault.guarded(path) {
      try queue.inDatabase { try CaseRows.page(after: number, most: Self.pageSize, in: $0) }
    }
  }

  /// Tells the number of every case, in their order, with how it ended.
  ///
  /// - Throws: findings where it cannot be read.
  public func eachStatus(_ tell: (Int, String) -> Void) throws(Findings) {
    try StoreFault.guarded(path) {
      try queue.inDatabase { database in
        let rows = try Row.fetchCursor(
          database, sql: "SELECT number, status FROM cases ORDER BY number")
        while let row = try rows.next() { tell(row["number"], row["status"]) }
      }
    }
  }

  /// The values of an axis among the cases, in the order in which the cases have them first.
  ///
  /// - Parameter axis: Number of the axis, from 0.
  /// - Returns: Each value once.
  /// - Throws: findings where they cannot be read.
  public func values(ofAxis axis: Int) throws(Findings) -> [String] {
    try StoreFault.guarded(path) {
      try queue.inDatabase { database in
        try String.fetchAll(
          database,
          sql: """
            SELECT value FROM case_values WHERE axis = ? AND value IS NOT NULL
            GROUP BY value ORDER BY min(number)
            """, arguments: [axis])
      }
    }
  }

  /// Makes a results file from the cases of others, whole at once or not at all.
  ///
  /// - Parameters:
  ///   - path: The file, which must not be there or be empty.
  ///   - sweep: What the sweep is.
  ///   - parts: Files with its cases, each case in one of them.
  /// - Returns: The results.
  /// - Throws: findings where something stands there, or it cannot be read or written.
  public static func create(
    _ path: String, _ sweep: SweepDescription, from parts: [SweepFile]
  ) throws(Findings) -> SweepFile {
    try create(path, sweep) { database in
      for part in parts {
        var page = try part.cases(after: 0)
        while let last = page.last {
          for one in page { try CaseRows.insert(one, in: database) }
          page = try part.cases(after: last.number)
        }
      }
    }
  }
}
