// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics
internal import Foundation
internal import GRDB

/// A kind of file of SQLite that is ours: by which number it is known, and its newest format.
struct StoreKind: Sendable {
  /// `application_id` of the file.
  let mark: Int
  /// `user_version` of files that are written now.
  let format: Int

  /// Results of a sweep ("RlvS").
  static let sweep = StoreKind(mark: 0x526C_7653, format: 1)
  /// The run store ("RlvR").
  static let runs = StoreKind(mark: 0x526C_7652, format: RunsSchema.steps.count)

  /// What stands at a place, as far as SQLite can tell.
  enum Content: Sendable, Hashable {
    /// Nothing, or a file that holds nothing.
    case nothing
    /// A file of this kind, in this format.
    case ours(format: Int)
  }

  /// Finds out what a file holds.
  ///
  /// - Throws: findings where it is somebody else's, of a newer tool, or damaged.
  func content(_ database: Database, path: String) throws -> Content {
    let mark = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let format = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
    if mark == 0, format == 0, tables == 0 { return .nothing }
    guard mark == self.mark else { throw StoreFault.about(path, "store.foreign") }
    guard format <= self.format else {
      throw StoreFault.about(
        path, "store.newer", ["found": "\(format)", "known": "\(self.format)"])
    }
    let check = try String.fetchOne(database, sql: "PRAGMA quick_check(1)") ?? ""
    guard check == "ok" else { throw StoreFault.about(path, "store.damaged", ["message": check]) }
    return .ours(format: format)
  }

  /// Puts mark and format into a file.
  func sign(_ database: Database) throws {
    try database.execute(sql: "PRAGMA application_id = \(mark)")
    try database.execute(sql: "PRAGMA user_version = \(format)")
  }

  /// Refuses a place where there is no file.
  ///
  /// - Throws: a finding.
  static func require(_ path: String) throws(Findings) {
    guard FileManager.default.fileExists(atPath: path) else {
      throw StoreFault.about(path, "store.missing")
    }
  }
}
