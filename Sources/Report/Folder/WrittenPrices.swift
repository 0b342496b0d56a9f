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
    let numbers = ["price", "price_in_order", "bound", "activity", "slack"]
    let columns = PlanTable.prices.columns.map { name in
      if RangeColumns.names.contains(name) { return RangeColumns.declaration(name) }
      return name == "binding"
        ? ColumnDeclaration(name, .boolean) : ColumnDeclaration(name, .text, allowsEmpty: true)
    }
    var findings = Findings()
    let text = try TextFile(path: "\(path)/\(PlanTable.prices.fileName)")
    let table = TableSchema(columns: columns).read(text, findings: &findings)
    let levels = scenario.goals.map { $0.terms.map(\.goal.rawValue).joined(separator: "+") }
    var prices: [RulePrice] = []
    for row in table.rows {
      let name = row.text("row") ?? ""
      guard let rule = RuleName(name, of: scenario) else {
        report("report.unknownIdentifier", row, "row", &findings)
        continue
      }
      guard let level = levels.firstIndex(of: row.text("level") ?? "") else {
        report("report.unknownIdentifier", row, "level", &findings)
        continue
      }
      var values: [String: Double] = [:]
      for column in numbers {
        // An absent bound is empty: the row has none on that side.
        guard let cell = row.text(column) else {
          values[column] = .infinity
          continue
        }
        guard let value = Double(cell.replacing(",", with: ".")), value.isFinite else {
          report("report.notANumber", row, column, &findings)
          continue
        }
        values[column] = value
      }
      prices.append(
        RulePrice(
          rowName: name, rule: rule, level: levels[level], levelIndex: level,
          price: values["price"] ?? 0, priceInOrder: values["price_in_order"] ?? 0,
          unit: RuleUnit(rule.family), activity: values["activity"] ?? 0,
          bound: values["bound"] ?? .infinity, slack: values["slack"] ?? .infinity,
          isBinding: row.boolean("binding") ?? false, range: RangeColumns.range(row)))
    }
    try findings.throwIfErrors()
    return prices
  }

  private static func report(
    _ code: Finding.Code, _ row: Table.Row, _ column: String, _ findings: inout Findings
  ) {
    findings.add(
      Finding(
        code, .error, at: row.position(of: column),
        ["text": row.text(column) ?? "", "column": column]))
  }
}
