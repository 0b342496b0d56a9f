// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingModel
import Workbook

/// What each beneficiary gets in all, and whether that is still what was planned.
struct BeneficiariesSheet {
  let book: PlanBook

  private static let titleRow = 4
  private static let firstYear = 5
  private var total: Int { Self.firstYear + book.yearCount }

  private var area: BookArea {
    let first = Self.titleRow + 1
    return BookArea(
      sheet: book.name("beneficiaries"), rows: first..<first + book.scenario.beneficiaries.count)
  }

  /// Totals of the beneficiaries.
  var totals: String { area.column(total) }
  /// Words of the checks.
  var states: String { area.column(total + 2) }

  var sheet: Sheet {
    let scenario = book.scenario
    let years = book.yearCount
    var euros = [[Int]](
      repeating: [Int](repeating: 0, count: years), count: scenario.beneficiaries.count)
    for row in book.paid.rows {
      for t in 0..<years { euros[row.beneficiary][t] += row.euros[t] }
    }
    let allocation = AllocationSheet(book: book)
    let fine = book.text("state.fine")
    var builder = SheetBuilder(book.name("beneficiaries"), book.language)
    builder.title(book.text("beneficiaries.title"), note: book.text("beneficiaries.note"))
    builder.line(
      [BookCell.text(book.text("total")).sum]
        + (0...(years + 1)).map { t in
          let sum = euros.reduce(0) { $0 + (t < years ? $1[t] : $1.reduce(0, +)) }
          return .formula("SUM(\(area.column(Self.firstYear + t)))", Double(sum), .euros).sum
        }, from: Self.firstYear - 1)
    precondition(builder.row == Self.titleRow, "formulas of other sheets count on it")
    builder.table(
      book.text("table.beneficiaries"), columns, count: scenario.beneficiaries.count
    ) { e, row in
      let beneficiary = scenario.beneficiaries[e]
      let paid = euros[e].reduce(0, +)
      let amounts = CellRange.row(row, columns: Self.firstYear..<total)
      let (sum, plan) = (CellPlace(row, total).name, CellPlace(row, total + 1).name)
      let targets = BeneficiaryTargets(of: e, book.figures, lastYear: years - 1)
      return [
        .number(Double(e + 1), .plain), .text(beneficiary.id.rawValue), .text(beneficiary.name),
        .text(book.region(beneficiary.region)), .text(beneficiary.nisClass?.rawValue ?? ""),
      ]
        + (0..<years).map { t in
          .formula(
            "SUMIFS(\(allocation.year(t)),\(allocation.numbers),\(CellPlace(row, 0).name))",
            Double(euros[e][t]), .euros)
        } + [
          .formula("SUM(\(amounts.name))", Double(paid), .euros), .number(Double(paid), .euros),
          .formula(
            "IF(ABS(\(sum)-\(plan))>0.5,\"\(book.text("state.changed"))\",\"\(fine)\")", word: fine),
          .number(Double(targets.met), .count), .number(Double(targets.wanted), .count),
        ]
    }
    builder.highlight(CellRange.column(total + 2, rows: area.rows), fine: fine)
    builder.freeze(row: Self.titleRow + 1, columns: 3)
    return builder.built()
  }

  private var columns: [BookColumn] {
    [
      BookColumn(title: book.text("number")), BookColumn(title: book.text("finess")),
      BookColumn(title: book.text("name")), BookColumn(title: book.context.text("region")),
      BookColumn(title: book.context.text("class")),
    ] + book.context.years.map { BookColumn(title: $0) } + [
      BookColumn(title: book.context.text("total")), BookColumn(title: book.text("planned")),
      BookColumn(title: book.text("state")), BookColumn(title: book.context.text("targetsMet")),
      BookColumn(title: book.text("targets")),
    ]
  }
}
