// SPDX-License-Identifier: GPL-3.0-or-later

internal import GRDB

/// Runs as rows, and back.
enum RunRows {
  /// Adds a run and gives its number.
  static func insert(_ record: RunRecord, in database: Database) throws -> Int {
    try database.execute(
      sql: """
        INSERT INTO runs (command, ended_at, seconds, user, host, comment, tool, solver, study,
          title, region, status, output, output_sha256, result)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        record.command, record.endedAt, record.seconds, record.user, record.host, record.comment,
        record.tool, record.solver, record.study, record.title, record.region, record.status,
        record.output, record.outputHash, record.result,
      ])
    let number = Int(database.lastInsertedRowID)
    let words = try database.cachedStatement(sql: "INSERT INTO run_arguments VALUES (?, ?, ?)")
    for (place, word) in record.arguments.enumerated() {
      try words.execute(arguments: [number, place, word])
    }
    let inputs = try database.cachedStatement(sql: "INSERT INTO run_inputs VALUES (?, ?, ?, ?, ?)")
    for (place, input) in record.inputs.enumerated() {
      try inputs.execute(arguments: [number, place, input.path, input.role, input.sha256])
    }
    let parameters = try database.cachedStatement(
      sql: "INSERT INTO run_parameters VALUES (?, ?, ?, ?, ?)")
    for (place, parameter) in record.parameters.enumerated() {
      try parameters.execute(arguments: [
        number, place, parameter.path, parameter.value, parameter.layer,
      ])
    }
    return number
  }

  /// The run of a row.
  ///
  /// - Parameters:
  ///   - row: A row of `runs`.
  ///   - isWhole: Whether arguments, inputs, parameters and the result are read too.
  ///   - database: The store.
  /// - Returns: The run.
  /// - Throws: What SQLite says.
  static func run(_ row: Row, isWhole: Bool, in database: Database) throws -> StoredRun {
    let number: Int = row["number"]
    func rows(_ table: String) throws -> [Row] {
      guard isWhole else { return [] }
      return try Row.fetchAll(
        database, sql: "SELECT * FROM \(table) WHERE number = ? ORDER BY place",
        arguments: [number])
    }
    let record = RunRecord(
      command: row["command"], endedAt: row["ended_at"], seconds: row["seconds"],
      user: row["user"], host: row["host"], comment: row["comment"],
      arguments: try rows("run_arguments").map { $0["word"] }, tool: row["tool"],
      solver: row["solver"], study: row["study"], title: row["title"], region: row["region"],
      status: row["status"], output: row["output"], outputHash: row["output_sha256"],
      result: isWhole ? row["result"] : "",
      inputs: try rows("run_inputs").map {
        RunRecord.Input(path: $0["path"], role: $0["role"], sha256: $0["sha256"])
      },
      parameters: try rows("run_parameters").map {
        RunRecord.Parameter(path: $0["path"], value: $0["value"], layer: $0["layer"])
      })
    return StoredRun(number: number, record: record)
  }
}
