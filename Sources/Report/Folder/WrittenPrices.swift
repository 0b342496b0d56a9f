// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
public import FundingAnalysis
public import FundingModel
import Tables

/// Prices of rules as they stand in `prices.csv`.
public enum WrittenPrices {
  /// Reads the prices of a plan folder.
  ///
  /// - Parameters:
  ///   - path: the folder.
  ///   - scenario: the scenario the plan belongs to.
  /// - Returns: prices, in the order of the file.
  /// - Throws: every fault found: a missing file or column, rows or goals that the scenario does not
  ///   have, texts that are not numbers.
  public static func read(
    _ path: String, of scenario: Scenario
  ) throws(Findings) -> [RulePrice] {
    let columns = PlanTable.prices.columns.map { name in
      if RangeColumns.names.contains(name) { return RangeColumns.declaration(name) }
      return name == "binding"
        ? ColumnDeclaration(name, .boolean) : ColumnDeclaration(name, .text, allowsEmpty: true)
    }
    var findings = Findings()
    let text = try TextFile(path: "\(path)/\(PlanTable.prices.fileName)")
    let table = TableSchema(columns: columns).read(text, findings: &findings)
    let prices = PriceReading(table, of: scenario).read(&findings)
    try findings.throwIfErrors()
    return prices
  }
}

/// Reads the rows of a table of prices.
private struct PriceReading {
  private let scenario: Scenario
  private let table: Table
  private let levels: [String]
  private let ranges: RangeColumns.Sides
  private let rule: Table.Column
  private let level: Table.Column
  private let binding: Table.Column
  private let price: Table.Column
  private let priceInOrder: Table.Column
  private let bound: Table.Column
  private let activity: Table.Column
  private let slack: Table.Column

  init(_ table: Table, of scenario: Scenario) {
    self.scenario = scenario
    self.table = table
    levels = scenario.goals.map { $0.terms.map(\.goal.rawValue).joined(separator: "+") }
    ranges = RangeColumns.Sides(table)
    rule = table.column("row")
    level = table.column("level")
    binding = table.column("binding")
    price = table.column("price")
    priceInOrder = table.column("price_in_order")
    bound = table.column("bound")
    activity = table.column("activity")
    slack = table.column("slack")
  }

  func read(_ findings: inout Findings) -> [RulePrice] {
    var prices: [RulePrice] = []
    prices.reserveCapacity(table.rows.count)
    // A rule has a row for each goal.
    var rules: [String: RuleName] = [:]
    for row in table.rows {
      let name = row.text(rule) ?? ""
      guard let found = rules[name] ?? RuleName(name, of: scenario) else {
        Self.report("report.unknownIdentifier", row, rule, &findings)
        continue
      }
      rules[name] = found
      guard let place = levels.firstIndex(of: row.text(level) ?? "") else {
        Self.report("report.unknownIdentifier", row, level, &findings)
        continue
      }
      func number(_ column: Table.Column, or fallback: Double) -> Double {
        // An absent bound is empty: the row has none on that side.
        guard let cell = row.text(column) else { return .infinity }
        if let value = WrittenNumber.value(cell) { return value }
        Self.report("report.notANumber", row, column, &findings)
        return fallback
      }
      let (price, priceInOrder) = (number(price, or: 0), number(priceInOrder, or: 0))
      let (bound, activity) = (number(bound, or: .infinity), number(activity, or: 0))
      prices.append(
        RulePrice(
          rowName: name, rule: found, level: levels[place], levelIndex: place,
          price: price, priceInOrder: priceInOrder, unit: RuleUnit(found.family),
          activity: activity, bound: bound, slack: number(slack, or: .infinity),
          isBinding: row.boolean(binding) ?? false, range: ranges.range(row)))
    }
    return prices
  }

  private static func report(
    _ code: Finding.Code, _ row: Table.Row, _ column: Table.Column, _ findings: inout Findings
  ) {
    findings.add(
      Finding(
        code, .error, at: row.position(of: column.name),
        ["text": row.text(column) ?? "", "column": column.name]))
  }
}
