// SPDX-License-Identifier: GPL-3.0-or-later

internal import GRDB

/// The tables of the run store, and how older ones become today's.
enum RunsSchema {
  /// What makes each format from the one before, the first from an empty file.
  ///
  /// A step is never changed once it is published. Their number is the format of
  /// ``StoreKind/runs``.
  static let steps = [first]

  /// Brings a store up to today's format, in the transaction that is open.
  ///
  /// - Parameters:
  ///   - format: Format that it has; 0: nothing is in it.
  ///   - database: The store.
  /// - Throws: What SQLite says.
  static func migrate(from format: Int, in database: Database) throws {
    for step in steps.dropFirst(format) { try database.execute(sql: step) }
    try StoreKind.runs.sign(database)
  }

  /// AUTOINCREMENT: the number of a run that was removed is not given to another.
  private static let first = """
    CREATE TABLE runs (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      command TEXT NOT NULL,
      ended_at TEXT NOT NULL,
      seconds REAL NOT NULL,
      user TEXT NOT NULL,
      host TEXT NOT NULL,
      comment TEXT,
      tool TEXT NOT NULL,
      solver TEXT NOT NULL,
      study TEXT NOT NULL,
      title TEXT NOT NULL,
      region TEXT,
      status TEXT NOT NULL,
      output TEXT NOT NULL,
      output_sha256 TEXT NOT NULL,
      result TEXT NOT NULL
    ) STRICT;
    CREATE TABLE run_arguments (
      number INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
      place INTEGER NOT NULL,
      word TEXT NOT NULL,
      PRIMARY KEY (number, place)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE run_inputs (
      number INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
      place INTEGER NOT NULL,
      path TEXT NOT NULL,
      role TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      PRIMARY KEY (number, place)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE run_parameters (
      number INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
      place INTEGER NOT NULL,
      path TEXT NOT NULL,
      value TEXT NOT NULL,
      layer TEXT NOT NULL,
      PRIMARY KEY (number, place)
    ) STRICT, WITHOUT ROWID;
    """
}
