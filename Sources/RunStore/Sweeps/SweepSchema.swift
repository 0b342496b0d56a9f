// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation
internal import GRDB

/// The tables of a results file (`docs/store.md`).
enum SweepSchema {
  private static let tables = """
    CREATE TABLE sweep (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      created_at TEXT NOT NULL,
      title TEXT NOT NULL,
      study TEXT NOT NULL,
      wanted INTEGER NOT NULL,
      shard TEXT,
      tabled INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE traits (
      place INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      name TEXT NOT NULL,
      value TEXT NOT NULL,
      told TEXT NOT NULL,
      UNIQUE (kind, name)
    ) STRICT;
    CREATE TABLE axes (axis INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE cases (
      number INTEGER PRIMARY KEY,
      status TEXT NOT NULL,
      reasons TEXT NOT NULL,
      public_euros REAL,
      own_euros REAL,
      avoided_loss_euros REAL,
      need_after_euros_per_year REAL,
      means_after_euros_per_year REAL,
      reading_seconds REAL NOT NULL,
      building_seconds REAL NOT NULL,
      solving_seconds REAL NOT NULL,
      checking_seconds REAL NOT NULL
    ) STRICT;
    CREATE TABLE case_values (
      number INTEGER NOT NULL REFERENCES cases,
      axis INTEGER NOT NULL REFERENCES axes,
      value TEXT,
      PRIMARY KEY (number, axis)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE goals (
      number INTEGER NOT NULL REFERENCES cases,
      place INTEGER NOT NULL,
      level TEXT NOT NULL,
      sense TEXT NOT NULL,
      value REAL NOT NULL,
      bound REAL,
      gap REAL,
      tolerance REAL NOT NULL,
      termination TEXT NOT NULL,
      PRIMARY KEY (number, place)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE years (
      number INTEGER NOT NULL REFERENCES cases,
      year INTEGER NOT NULL,
      own_euros REAL NOT NULL,
      avoided_loss_euros REAL NOT NULL,
      PRIMARY KEY (number, year)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE paid (
      number INTEGER NOT NULL REFERENCES cases,
      place INTEGER NOT NULL,
      vehicle TEXT NOT NULL,
      year INTEGER NOT NULL,
      euros REAL NOT NULL,
      PRIMARY KEY (number, place, year)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE coverage (
      number INTEGER NOT NULL REFERENCES cases,
      place INTEGER NOT NULL,
      nis_class TEXT NOT NULL,
      year INTEGER NOT NULL,
      share REAL NOT NULL,
      PRIMARY KEY (number, place, year)
    ) STRICT, WITHOUT ROWID;
    """

  /// Makes the tables and says what the sweep is.
  static func create(_ sweep: SweepDescription, in database: Database) throws {
    try database.execute(sql: tables)
    try database.execute(
      sql: "INSERT INTO sweep VALUES (1, ?, ?, ?, ?, ?, 0)",
      arguments: [
        Date().formatted(.iso8601), sweep.title, sweep.study, sweep.wanted, sweep.shard,
      ])
    for (place, trait) in sweep.traits.enumerated() {
      try database.execute(
        sql: "INSERT INTO traits VALUES (?, ?, ?, ?, ?)",
        arguments: [place, trait.kind.rawValue, trait.name, trait.value, trait.told])
    }
    for (place, path) in sweep.axes.enumerated() {
      try database.execute(sql: "INSERT INTO axes VALUES (?, ?)", arguments: [place, path])
    }
    try StoreKind.sweep.sign(database)
  }

  /// What a file says of its sweep.
  static func description(in database: Database) throws -> SweepDescription? {
    guard let row = try Row.fetchOne(database, sql: "SELECT * FROM sweep") else { return nil }
    let traits = try Row.fetchAll(database, sql: "SELECT * FROM traits ORDER BY place")
      .compactMap { row -> SweepTrait? in
        let kind: String = row["kind"]
        return SweepTrait.Kind(rawValue: kind).map {
          SweepTrait($0, name: row["name"], row["value"], told: row["told"])
        }
      }
    return SweepDescription(
      title: row["title"], study: row["study"],
      axes: try String.fetchAll(database, sql: "SELECT path FROM axes ORDER BY axis"),
      wanted: row["wanted"], shard: row["shard"], traits: traits)
  }
}
