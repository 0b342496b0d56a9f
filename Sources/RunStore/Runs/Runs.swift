// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
internal import Foundation
internal import GRDB

/// The run store: one file of SQLite that remembers every run.
///
/// Several processes may write and read at once (write-ahead log); a writer waits for the others.
public struct Runs: Sendable {
  /// Where it is.
  public let path: String
  private let queue: DatabaseQueue

  /// Seconds that a writer waits for others.
  static let patience = 60.0

  /// Opens a store.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - makes: Whether a store is made where there is none, with the folder it stands in.
  /// - Throws: findings where there is none, or where it is somebody else's, of a newer tool,
  ///   damaged, or cannot be written; it is left as it is then.
  public init(_ path: String, makes: Bool) throws(Findings) {
    if makes { try Self.makeFolder(of: path) } else { try StoreKind.require(path) }
    self.path = path
    queue = try StoreFault.guarded(path) { try Self.opened(path) }
  }

  /// Adds a run.
  ///
  /// - Returns: Its number.
  /// - Throws: findings where it cannot be written.
  public func add(_ record: RunRecord) throws(Findings) -> Int {
    try StoreFault.guarded(path) {
      var number = 0
      try queue.inTransaction(.immediate) { database in
        number = try RunRows.insert(record, in: database)
        return .commit
      }
      return number
    }
  }

  /// Every run, by number, without what is long: arguments, inputs, parameters and results.
  ///
  /// - Throws: findings where it cannot be read.
  public func list() throws(Findings) -> [StoredRun] {
    try StoreFault.guarded(path) {
      try queue.read { database in
        try Row.fetchAll(database, sql: "SELECT * FROM runs ORDER BY number")
          .map { try RunRows.run($0, isWhole: false, in: database) }
      }
    }
  }

  /// One run, whole; `nil` where there is none of that number.
  ///
  /// - Throws: findings where it cannot be read.
  public func run(_ number: Int) throws(Findings) -> StoredRun? {
    try StoreFault.guarded(path) {
      try queue.read { database in
        try Row.fetchOne(
          database, sql: "SELECT * FROM runs WHERE number = ?", arguments: [number]
        ).map { try RunRows.run($0, isWhole: true, in: database) }
      }
    }
  }

  /// Removes runs, all of them or none; what they wrote stays.
  ///
  /// - Returns: Numbers of which there is no run; where there are any, none is removed.
  /// - Throws: findings where it cannot be written.
  public func remove(_ numbers: [Int]) throws(Findings) -> [Int] {
    try StoreFault.guarded(path) {
      var missing: [Int] = []
      try queue.inTransaction(.immediate) { database in
        let known = try Set(Int.fetchAll(database, sql: "SELECT number FROM runs"))
        missing = numbers.filter { !known.contains($0) }
        guard missing.isEmpty else { return .rollback }
        for number in numbers {
          try database.execute(sql: "DELETE FROM runs WHERE number = ?", arguments: [number])
        }
        return .commit
      }
      return missing
    }
  }

  /// Closes the store; what comes after fails.
  public func close() { try? queue.close() }

  private static func opened(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.label = "releve.runs"
    configuration.busyMode = .timeout(patience)
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    // What the file is, is found out before anything is changed in it.
    let content = try queue.read { try StoreKind.runs.content($0, path: path) }
    if content != .ours(format: StoreKind.runs.format) { try prepare(queue, path) }
    return queue
  }

  /// Makes a new store, or brings an older one up to today's format, in one transaction.
  private static func prepare(_ queue: DatabaseQueue, _ path: String) throws {
    // SQLite does not wait where two processes ask for the log of a new file at once.
    let start = ContinuousClock.now
    while true {
      do {
        try queue.inDatabase { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
        break
      } catch let error as DatabaseError
        where error.resultCode == .SQLITE_BUSY && start.duration(to: .now) < .seconds(patience)
      {
        usleep(20_000)
      }
    }
    try queue.inTransaction(.exclusive) { database in
      // Another process may have done it meanwhile.
      switch try StoreKind.runs.content(database, path: path) {
      case .nothing: try RunsSchema.migrate(from: 0, in: database)
      case .ours(let format): try RunsSchema.migrate(from: format, in: database)
      }
      return .commit
    }
  }

  private static func makeFolder(of path: String) throws(Findings) {
    let folder = URL(filePath: path).deletingLastPathComponent()
    guard !FileManager.default.fileExists(atPath: folder.path) else { return }
    let above = folder.deletingLastPathComponent().path
    guard FileManager.default.fileExists(atPath: above) else {
      throw StoreFault.about(path, "store.folderMissing")
    }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    } catch {
      // Another process may have made it meanwhile.
      guard !FileManager.default.fileExists(atPath: folder.path) else { return }
      throw StoreFault.about(path, "store.notPermitted")
    }
  }
}
