// SPDX-License-Identifier: GPL-3.0-or-later

internal import GRDB

/// Cases as rows, and back.
enum CaseRows {
  /// Adds one case.
  static func insert(_ record: CaseRecord, in database: Database) throws {
    let totals = record.totals
    let number = record.number
    try database.cachedStatement(
      sql: "INSERT INTO cases VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ).execute(arguments: [
      number, record.status, record.reasons,
      totals.map { $0.paid.reduce(0) { $0 + $1.values.reduce(0, +) } },
      totals?.own.reduce(0, +), totals?.avoidedLoss.reduce(0, +), totals?.needAfter,
      totals?.meansAfter, record.seconds.reading, record.seconds.building,
      record.seconds.solving, record.seconds.checking,
    ])
    let values = try database.cachedStatement(sql: "INSERT INTO case_values VALUES (?, ?, ?)")
    for (axis, value) in record.values.enumerated() {
      try values.execute(arguments: [number, axis, value])
    }
    let goals = try database.cachedStatement(
      sql: "INSERT INTO goals VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (place, goal) in record.goals.enumerated() {
      try goals.execute(arguments: [
        number, place, goal.level, goal.sense, goal.value, goal.bound, goal.gap, goal.tolerance,
        goal.termination,
      ])
    }
    guard let totals else { return }
    let years = try database.cachedStatement(sql: "INSERT INTO years VALUES (?, ?, ?, ?)")
    for (place, year) in totals.years.enumerated() {
      try years.execute(arguments: [number, year, totals.own[place], totals.avoidedLoss[place]])
    }
    try insert(totals.paid, "paid", number, totals.years, database)
    try insert(totals.coverage, "coverage", number, totals.years, database)
  }

  private static func insert(
    _ all: [CaseRecord.Series], _ table: String, _ number: Int, _ years: [Int],
    _ database: Database
  ) throws {
    let statement = try database.cachedStatement(
      sql: "INSERT INTO \(table) VALUES (?, ?, ?, ?, ?)")
    for (place, series) in all.enumerated() {
      for (year, value) in zip(years, series.values) {
        try statement.execute(arguments: [number, place, series.name, year, value])
      }
    }
  }

  /// Every case, in the order of the numbers.
  static func all(in database: Database) throws -> [CaseRecord] {
    let axes = try Int.fetchOne(database, sql: "SELECT count(*) FROM axes") ?? 0
    let numbers = try Row.fetchAll(database, sql: "SELECT * FROM cases ORDER BY number")
    return try numbers.map { try record($0, axes: axes, in: database) }
  }

  /// The cases that follow one, in the order of the numbers.
  ///
  /// - Parameters:
  ///   - number: Number of the case before; 0 for the first ones.
  ///   - most: How many at the most.
  ///   - database: Where they are.
  /// - Returns: The cases; none where there is no more.
  /// - Throws: What SQLite says.
  static func page(
    after number: Int, most: Int, in database: Database
  ) throws -> [CaseRecord] {
    let axes = try Int.fetchOne(database, sql: "SELECT count(*) FROM axes") ?? 0
    return try Row.fetchAll(
      database, sql: "SELECT * FROM cases WHERE number > ? ORDER BY number LIMIT ?",
      arguments: [number, most]
    ).map { try record($0, axes: axes, in: database) }
  }

  private static func record(
    _ row: Row, axes: Int, in database: Database
  ) throws -> CaseRecord {
    let number: Int = row["number"]
    func rows(_ table: String, by order: String) throws -> [Row] {
      try Row.fetchAll(
        database.cachedStatement(
          sql: "SELECT * FROM \(table) WHERE number = ? ORDER BY \(order)"), arguments: [number])
    }
    var values = [String?](repeating: nil, count: axes)
    for value in try rows("case_values", by: "axis") { values[value["axis"]] = value["value"] }
    let goals = try rows("goals", by: "place").map { goal in
      CaseRecord.Goal(
        level: goal["level"], sense: goal["sense"], value: goal["value"], bound: goal["bound"],
        gap: goal["gap"], tolerance: goal["tolerance"], termination: goal["termination"])
    }
    var totals: CaseRecord.Totals?
    if let need: Double = row["need_after_euros_per_year"],
      let means: Double = row["means_after_euros_per_year"]
    {
      let years = try rows("years", by: "year")
      totals = CaseRecord.Totals(
        years: years.map { $0["year"] },
        paid: series(try rows("paid", by: "place, year"), name: "vehicle", value: "euros"),
        coverage: series(
          try rows("coverage", by: "place, year"), name: "nis_class", value: "share"),
        own: years.map { $0["own_euros"] }, avoidedLoss: years.map { $0["avoided_loss_euros"] },
        needAfter: need, meansAfter: means)
    }
    return CaseRecord(
      number: number, values: values, status: row["status"], reasons: row["reasons"],
      goals: goals, totals: totals,
      seconds: CaseRecord.Seconds(
        reading: row["reading_seconds"], building: row["building_seconds"],
        solving: row["solving_seconds"], checking: row["checking_seconds"]))
  }

  private static func series(
    _ rows: [Row], name: String, value: String
  ) -> [CaseRecord.Series] {
    var all: [CaseRecord.Series] = []
    var last: Int?
    for row in rows {
      let place: Int = row["place"]
      if place != last { all.append(CaseRecord.Series(name: row[name], values: [])) }
      last = place
      all[all.count - 1].values.append(row[value])
    }
    return all
  }
}
