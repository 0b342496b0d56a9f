// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import Report
import RunStore
import Tables

/// The two files of a sweep's results: a table, and one file of SQLite beside it.
struct SweepPlace: Sendable, Hashable {
  /// The table.
  let table: String
  /// The file of SQLite, from which the table is made.
  let store: String

  /// The files of a name: `r.csv` and `r.sqlite`, whichever of the two is named.
  init(_ out: String) {
    let name = URL(filePath: out).lastPathComponent.lowercased()
    func stem(_ ending: String) -> String? {
      name.hasSuffix(ending) && name.count > ending.count
        ? String(out.dropLast(ending.count)) : nil
    }
    if let stem = stem(".csv") {
      (table, store) = (out, stem + ".sqlite")
    } else if let stem = stem(".sqlite") {
      (table, store) = (stem + ".csv", out)
    } else {
      (table, store) = (out, out + ".sqlite")
    }
  }

  /// Finds out before a sweep whether its files can be written.
  ///
  /// A table beside results of ours is their table, which is written anew.
  ///
  /// - Parameter replacing: Whether earlier results give way.
  /// - Returns: What stands there as a file of SQLite.
  /// - Throws: `Findings` where something else stands there, or nothing can be written.
  func check(replacing: Bool) throws(Findings) -> SweepFile.Place {
    let standing = try SweepFile.place(store)
    try AtomicFile.checkPlace(table) { beginning in
      let isOurs = beginning.starts(with: "\(SweepTable.mark),".utf8)
      return isOurs && (replacing || standing != .free)
    }
    if standing == .free { try checkFree() }
    return standing
  }

  /// Whether a new file can be made where the results go.
  private func checkFree() throws(Findings) {
    try AtomicFile.checkPlace(store) { $0.isEmpty }
  }
}
