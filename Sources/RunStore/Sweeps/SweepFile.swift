// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
internal import Foundation
internal import GRDB

/// The results file of a sweep: one file of SQLite, each case one transaction.
///
/// Whatever moment the process is killed at, the file holds whole cases, each once. One process at a
/// time works on it; whoever looks into it meanwhile finds it locked.
public final class SweepFile {
  /// Where it is.
  public let path: String
  /// What it says of its sweep.
  public let sweep: SweepDescription
  let queue: DatabaseQueue

  private init(path: String, sweep: SweepDescription, queue: DatabaseQueue) {
    self.path = path
    self.sweep = sweep
    self.queue = queue
  }

  /// What stands at a place where results are to go.
  public enum Place: Sendable, Hashable {
    /// Nothing, or a file in which nothing is.
    case free
    /// Results of a sweep.
    case results(SweepDescription, cases: Int)
  }

  /// Finds out what stands at a place; nothing is made or changed.
  ///
  /// - Throws: findings where it is somebody else's file, of a newer tool, damaged, or in use.
  public static func place(_ path: String) throws(Findings) -> Place {
    guard FileManager.default.fileExists(atPath: path) else { return .free }
    return try StoreFault.guarded(path) {
      let queue = try connection(path)
      return try queue.inDatabase { database in
        guard try StoreKind.sweep.content(database, path: path) != .nothing else { return .free }
        let sweep = try described(database, path)
        let cases = try Int.fetchOne(database, sql: "SELECT count(*) FROM cases") ?? 0
        return .results(sweep, cases: cases)
      }
    }
  }

  /// Opens results to read them, or, where the sweep is given, to go on with them: then the file
  /// is this process's alone until it is closed.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - sweep: What the sweep must be; `nil`: whatever it is.
  /// - Returns: The results.
  /// - Throws: findings where there is no such file, where it is damaged, in use, or of another
  ///   sweep: then every difference.
  public static func open(
    _ path: String, of sweep: SweepDescription? = nil
  ) throws(Findings) -> SweepFile {
    try StoreKind.require(path)
    return try StoreFault.guarded(path) {
      let queue = try connection(path)
      func described(_ database: Database) throws -> SweepDescription {
        guard try StoreKind.sweep.content(database, path: path) != .nothing else {
          throw StoreFault.about(path, "store.foreign")
        }
        return try self.described(database, path)
      }
      guard let sweep else {
        return SweepFile(path: path, sweep: try queue.inDatabase(described), queue: queue)
      }
      // Taken before anything is read: two that read first would wait for each other.
      try queue.inTransaction(.exclusive) { database in
        try SweepDifferences.refuse(described(database), where: sweep, at: path)
        // A page is written, so that a place where nothing can be written is known now.
        try StoreKind.sweep.sign(database)
        return .commit
      }
      return SweepFile(path: path, sweep: sweep, queue: queue)
    }
  }

  /// Makes a results file, whole at once: with its description and the cases given, or not at all.
  ///
  /// - Parameters:
  ///   - path: The file, which must not be there or be empty.
  ///   - sweep: What the sweep is.
  ///   - cases: Cases that are known already.
  /// - Returns: The results.
  /// - Throws: findings where something stands there, or it cannot be written.
  public static func create(
    _ path: String, _ sweep: SweepDescription, cases: [CaseRecord] = []
  ) throws(Findings) -> SweepFile {
    try create(path, sweep) { database in
      for one in cases { try CaseRows.insert(one, in: database) }
    }
  }

  static func create(
    _ path: String, _ sweep: SweepDescription, filling: (Database) throws -> Void
  ) throws(Findings) -> SweepFile {
    try StoreFault.guarded(path) {
      let queue = try connection(path)
      try queue.inTransaction(.exclusive) { database in
        guard try StoreKind.sweep.content(database, path: path) == .nothing else {
          throw StoreFault.about(path, "store.exists")
        }
        try SweepSchema.create(sweep, in: database)
        try filling(database)
        return .commit
      }
      return SweepFile(path: path, sweep: sweep, queue: queue)
    }
  }

  /// Removes results that stand at a place, with what SQLite keeps beside them.
  ///
  /// - Throws: findings where what stands there is no results file; it is left then.
  public static func remove(_ path: String) throws(Findings) {
    guard case .results = try place(path) else { return }
    for suffix in ["-journal", "-wal", "-shm", ""] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
  }

  /// Adds one case, in a transaction of its own.
  ///
  /// - Throws: findings where the case is there already, or it cannot be written.
  public func append(_ record: CaseRecord) throws(Findings) {
    try StoreFault.guarded(path) {
      try queue.inTransaction(.immediate) { database in
        try CaseRows.insert(record, in: database)
        return .commit
      }
    }
  }

  /// Number of cases in the table that was last made from the file.
  ///
  /// - Throws: findings where it cannot be read.
  public func tabled() throws(Findings) -> Int {
    try StoreFault.guarded(path) {
      try queue.inDatabase { try Int.fetchOne($0, sql: "SELECT tabled FROM sweep") ?? 0 }
    }
  }

  /// Remembers how many cases stand in the table that was made from the file.
  ///
  /// - Throws: findings where it cannot be written.
  public func setTabled(_ count: Int) throws(Findings) {
    try StoreFault.guarded(path) {
      try queue.inTransaction(.immediate) { database in
        try database.execute(sql: "UPDATE sweep SET tabled = ?", arguments: [count])
        return .commit
      }
    }
  }

  /// Every case, in the order of the numbers.
  ///
  /// - Throws: findings where it cannot be read.
  public func cases() throws(Findings) -> [CaseRecord] {
    try StoreFault.guarded(path) {
      try queue.inDatabase { try CaseRows.all(in: $0) }
    }
  }

  /// Closes the file; what comes after fails.
  public func close() { try? queue.close() }

  private static func connection(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.label = "releve.sweep"
    // Somebody who looks into the file is waited for; another sweep never ends in that time.
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      // A journal that is deleted needs no shared memory: results may stand on a network's disk.
      try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  private static func described(_ database: Database, _ path: String) throws -> SweepDescription {
    guard let sweep = try SweepSchema.description(in: database) else {
      throw StoreFault.about(path, "store.damaged", ["message": "sweep"])
    }
    return sweep
  }
}
