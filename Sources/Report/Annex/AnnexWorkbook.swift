// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
public import Workbook
public import Wording

/// The annex of an order as a workbook: its lines, and totals that are computed from them.
public struct AnnexWorkbook {
  /// Name of the file.
  public static let fileName = "annex.xlsx"

  private let annex: Annex
  private let language: Language
  private let checksum: String
  private let status: PlanStatus

  /// Prepares the workbook of an annex.
  ///
  /// - Parameters:
  ///   - annex: the annex.
  ///   - status: how far its plan came.
  ///   - checksum: SHA-256 of the canonical lines.
  ///   - language: language of the words.
  public init(_ annex: Annex, status: PlanStatus, checksum: String, language: Language) {
    self.annex = annex
    self.status = status
    self.checksum = checksum
    self.language = language
  }

  /// The document.
  ///
  /// - Parameter created: when the plan was written, in seconds since 1970.
  /// - Returns: the document.
  public func document(created: Int) -> WorkbookDocument {
    WorkbookDocument(
      title: "Relève · \(annex.scenario.title)", created: created,
      sheets: [linesSheet, totalsSheet])
  }

  private static let titleRow = 7
  private static let (number, year, euros) = (0, 3, 5)

  private var area: BookArea {
    let first = Self.titleRow + 1
    return BookArea(sheet: text("sheet.annex"), rows: first..<first + annex.lines.count)
  }

  private func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
    Catalogue.text("workbook.\(key)", in: language, arguments)
  }

  private func column(_ key: String) -> String {
    Catalogue.text("annex.column.\(key)", in: language)
  }

  private var title: String {
    let horizon = annex.scenario.horizon
    return Screen.title(
      annex.scenario.title, first: horizon.first.number, last: horizon.last.number)
  }

  private var checksumLine: String {
    Catalogue.text("annex.checksum", in: language, ["hash": checksum])
  }

  // MARK: Lines

  private var linesSheet: Sheet {
    let scenario = annex.scenario
    var builder = SheetBuilder(text("sheet.annex"), language)
    builder.title(title, note: checksumLine)
    if status == .optimal {
      builder.row += 1
    } else {
      builder.note(Catalogue.text("annex.notOptimal", in: language))
    }
    let fine = text("state.fine")
    let (sum, planned) = (
      CellPlace(builder.row, Self.euros), CellPlace(builder.row + 1, Self.euros)
    )
    let state = CellPlace(builder.row + 2, Self.euros)
    let total = Double(annex.euros)
    let label = Self.euros - 1
    builder.line(
      [
        BookCell.text(text("total")).sum,
        BookCell.formula("SUM(\(area.column(Self.euros)))", total, .euros).sum,
      ], from: label)
    builder.line([.text(text("planned")), .number(total, .euros)], from: label)
    builder.line(
      [
        .text(text("state")),
        .formula(
          "IF(ABS(\(sum.name)-\(planned.name))>0.5,\"\(text("state.changed"))\",\"\(fine)\")",
          word: fine),
      ], from: label)
    builder.highlight(CellRange(state, state), fine: fine)
    precondition(builder.row == Self.titleRow, "formulas of other sheets count on it")
    let columns = [
      BookColumn(title: text("number")), BookColumn(title: column("finess")),
      BookColumn(title: column("name"), most: 60), BookColumn(title: column("year")),
      BookColumn(title: column("vehicle")), BookColumn(title: column("euros")),
    ]
    builder.table(text("table.annex"), columns, count: annex.lines.count) { position, _ in
      let line = annex.lines[position]
      let beneficiary = scenario.beneficiaries[line.beneficiary]
      return [
        .number(Double(line.beneficiary + 1), .plain), .text(beneficiary.id.rawValue),
        .text(beneficiary.name), .number(Double(scenario.horizon.first.number + line.year), .plain),
        .text(scenario.vehicles[line.vehicle].id.rawValue), .number(Double(line.euros), .euros),
      ]
    }
    builder.freeze(row: Self.titleRow + 1, columns: 3)
    return builder.built()
  }

  // MARK: Totals

  private var totalsSheet: Sheet {
    let scenario = annex.scenario
    let (years, receivers) = (scenario.horizon.count, annex.receivers)
    var builder = SheetBuilder(text("sheet.totals"), language)
    builder.title(title, note: checksumLine)
    let rows = builder.area(below: 1, count: receivers.count)
    let sums = annex.yearEuros + [annex.euros]
    builder.line(
      [BookCell.text(text("total")).sum]
        + sums.enumerated().map { t, sum in
          .formula("SUM(\(rows.column(3 + t)))", Double(sum), .euros).sum
        }, from: 2)
    let titleRow = builder.row
    let columns =
      [
        BookColumn(title: text("number")), BookColumn(title: column("finess")),
        BookColumn(title: column("name"), most: 60),
      ] + scenario.horizon.years.map { BookColumn(title: $0.description) }
      + [BookColumn(title: column("total"))]
    let (amounts, numbers, yearsOfLines) = (
      area.column(Self.euros), area.column(Self.number), area.column(Self.year)
    )
    builder.table(text("table.totals"), columns, count: receivers.count) { position, row in
      let receiver = receivers[position]
      let beneficiary = scenario.beneficiaries[receiver.beneficiary]
      let own = CellRange.row(row, columns: 3..<3 + years)
      return [
        .number(Double(receiver.beneficiary + 1), .plain), .text(beneficiary.id.rawValue),
        .text(beneficiary.name),
      ]
        + receiver.euros.enumerated().map { t, euros in
          let year = scenario.horizon.first.number + t
          return .formula(
            "SUMIFS(\(amounts),\(numbers),\(CellPlace(row, 0).name),\(yearsOfLines),\(year))",
            Double(euros), .euros)
        } + [
          .formula("SUM(\(own.name))", Double(receiver.euros.reduce(0, +)), .euros)
        ]
    }
    builder.freeze(row: titleRow + 1, columns: 3)
    return builder.built()
  }
}
