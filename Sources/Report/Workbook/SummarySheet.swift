// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingModel
import Workbook

/// The answer, and the figures that charts are drawn from.
struct SummarySheet {
  let book: PlanBook

  private static let firstYear = 2
  /// Rows that a chart stands over.
  private static let chartRows = 17

  private var context: PageContext { book.context }
  private var years: Int { book.yearCount }
  private var yearColumns: Range<Int> { Self.firstYear..<Self.firstYear + years }

  var sheet: Sheet {
    var builder = SheetBuilder(book.name("summary"), book.language)
    let horizon = book.scenario.horizon
    builder.title(
      Screen.title(
        book.scenario.title, first: horizon.first.number, last: horizon.last.number),
      note: PageProof(context: context).status)
    let allFine = book.text("verdict.fine")
    let place = CellPlace(builder.row, 0)
    builder.line([BookCell.formula(ChecksSheet(book: book).verdict, word: allFine).strong])
    builder.highlight(CellRange(place, place), fine: allFine)
    if let scope = book.scenario.scope {
      builder.note(context.text("scope", ["region": book.region(scope.region)]))
    }
    let layers = context.outcome.study.layers.dropFirst()
    if !layers.isEmpty {
      builder.note(context.text("layers", ["layers": layers.joined(separator: " · ")]))
    }
    builder.row += 1
    builder.heading(context.text("answer"))
    for line in PageAnswer(context: context).lines {
      builder.paragraph(line, columns: Self.firstYear + years + 1, letters: 86 + 16 * years)
    }
    builder.row += 1
    addMoney(to: &builder)
    addCoverage(to: &builder)
    addCliff(to: &builder)
    addRegions(to: &builder)
    return builder.built(atLeast: [44, 14] + context.years.map { _ in 12 } + [14])
  }

  private func head(_ titles: [String]) -> [BookCell] {
    titles.enumerated().map {
      $0 < Self.firstYear ? .text($1).head : .text($1).numberHead
    }
  }

  private func source(_ range: CellRange) -> SheetChart.Source {
    SheetChart.Source(sheet: book.name("summary"), range: range)
  }

  private func addChart(
    _ kind: SheetChart.Kind, _ title: String, _ description: String, format: String,
    titleRow: Int, rows: [(row: Int, isDashed: Bool)], columns: Range<Int>,
    to builder: inout SheetBuilder
  ) {
    builder.row += 1
    guard book.isLive else { return }
    builder.chart(
      SheetChart(
        kind, title: title, description: description, at: CellPlace(builder.row, 0),
        size: SheetChart.Size(width: 900, height: 320), numberFormat: format,
        series: rows.enumerated().map { position, entry in
          SheetChart.Series(
            name: source(CellRange.row(entry.row, columns: 0..<1)),
            categories: source(CellRange.row(titleRow, columns: columns)),
            values: source(CellRange.row(entry.row, columns: columns)),
            colour: ChartSpecification.colour(position), isDashed: entry.isDashed)
        }))
    builder.row += Self.chartRows
  }

  /// Axes tell money in the unit of the page.
  private var moneyFormat: String { context.unit.isMillions ? "#,##0.0,," : "#,##0," }

  // MARK: Money

  private func addMoney(to builder: inout SheetBuilder) {
    let figures = context.figures
    builder.heading(book.text("summary.money"))
    let titleRow = builder.row
    builder.line(
      head(
        [context.text("vehicle"), book.text("identifier")] + context.years
          + [context.text("total")]))
    let first = builder.row
    for (v, vehicle) in book.scenario.vehicles.enumerated() {
      let amounts = figures.years.indices.map { figures.money(of: v, in: $0).paid.euros }
      let row = builder.row
      builder.line(
        [.text(vehicle.title), .text(vehicle.id.rawValue)]
          + amounts.enumerated().map { t, euros in
            .formula(book.sum(of: t, .vehicle(CellPlace(row, 1))), euros, .euros)
          } + [sum(of: row, amounts)])
    }
    let vehicles = first..<builder.row
    let paid = figures.years.map(\.paid.euros)
    builder.line(
      [BookCell.text(context.text("publicMoney")).sum, BookCell.empty.sum]
        + (paid + [paid.reduce(0, +)]).enumerated().map { t, euros in
          let column = CellRange.column(Self.firstYear + t, rows: vehicles)
          return .formula("SUM(\(column.name))", euros, .euros).sum
        })
    let own = figures.years.map(\.own.euros)
    let row = builder.row
    builder.line(
      [.text(context.text("ownMoney")), .empty] + own.map { .number($0, .euros) }
        + [sum(of: row, own)])
    addChart(
      .stackedBars, context.text("chart.money", ["unit": context.unitName]),
      PageAnswer(context: context).lines[0], format: moneyFormat, titleRow: titleRow,
      rows: vehicles.map { ($0, false) }, columns: yearColumns, to: &builder)
  }

  private func sum(of row: Int, _ amounts: [Double]) -> BookCell {
    let range = CellRange.row(row, columns: yearColumns)
    return .formula("SUM(\(range.name))", amounts.reduce(0, +), .euros)
  }

  // MARK: Coverage

  private func addCoverage(to builder: inout SheetBuilder) {
    let classes = context.figures.classes
    guard !classes.isEmpty else { return }
    let coverage = CoverageSheet(book: book)
    builder.breakPage()
    builder.heading(context.text("coverage"))
    let titleRow = builder.row
    builder.line(head([book.text("quantity"), context.text("class")] + context.years))
    var rows: [(row: Int, isDashed: Bool)] = []
    for (position, entry) in classes.enumerated() {
      let name = entry.nisClass.rawValue
      rows.append((builder.row, false))
      builder.line(
        [.text(context.text("coverage.of", ["class": name])), .text(name)]
          + entry.years.enumerated().map { t, level in
            .formula(coverage.coverage(of: position, in: t), level.coverage, .fineShare)
          })
      rows.append((builder.row, true))
      builder.line(
        [.text(context.text("coverage.target", ["class": name])), .text(name)]
          + entry.years.enumerated().map { t, level in
            .formula(coverage.target(of: position, in: t), level.target, .fineShare)
          })
    }
    addChart(
      .lines, context.text("chart.coverage"), PageAnswer(context: context).lines[1],
      format: BookNumber.share.code(book.language), titleRow: titleRow, rows: rows,
      columns: yearColumns, to: &builder)
  }

  // MARK: What comes after

  private func addCliff(to builder: inout SheetBuilder) {
    let cliff = PageCliff(context: context).figures
    builder.breakPage()
    builder.heading(context.text("cliff", ["year": context.lastYear]))
    let titleRow = builder.row
    builder.line(
      head(
        [context.text("what"), ""] + context.years
          + [context.text("chart.need"), context.text("chart.means")]))
    let (need, means) = (Self.firstYear + years, Self.firstYear + years + 1)
    let first = builder.row
    builder.line(
      [.text(context.text("cliff.paid")), .empty]
        + cliff.paid.enumerated().map { t, euros in
          .formula(book.sum(of: t, .nature(.recurring)), Double(euros), .euros)
        })
    func add(_ key: String, _ euros: Double, at column: Int) {
      builder.line(
        [.text(context.text(key))] + (1..<column).map { _ in BookCell.empty } + [
          .number(euros, .euros)
        ])
    }
    add("cliff.need", cliff.need, at: need)
    add("cliff.vehicles", cliff.vehicleMeans, at: means)
    if cliff.ownMeans > 0 { add("cliff.own", cliff.ownMeans, at: means) }
    let rows = first..<builder.row
    let (needs, lasting) = (
      CellRange.column(need, rows: rows).name, CellRange.column(means, rows: rows).name
    )
    builder.line(
      [BookCell.text(context.text("cliff.gap")).sum] + (1..<need).map { _ in BookCell.empty.sum }
        + [.formula("MAX(0,SUM(\(needs))-SUM(\(lasting)))", cliff.gap, .euros).sum])
    addChart(
      .stackedBars, context.text("chart.cliff", ["unit": context.unitName]),
      PageAnswer(context: context).lines[3], format: moneyFormat, titleRow: titleRow,
      rows: rows.map { ($0, false) }, columns: Self.firstYear..<means + 1, to: &builder)
  }

  // MARK: Regions

  private func addRegions(to builder: inout SheetBuilder) {
    let scenario = book.scenario
    var euros: [RegionID: [Int]] = [:]
    for row in book.paid.rows {
      let region = scenario.beneficiaries[row.beneficiary].region
      for t in 0..<years {
        euros[region, default: [Int](repeating: 0, count: years)][t] += row.euros[t]
      }
    }
    builder.heading(book.text("summary.regions"))
    builder.line(
      head(
        [context.text("region"), book.text("code")] + context.years + [context.text("total")]))
    let first = builder.row
    for region in Set(scenario.beneficiaries.map(\.region)).sorted() {
      let amounts = (euros[region] ?? [Int](repeating: 0, count: years)).map(Double.init)
      let row = builder.row
      builder.line(
        [.text(book.region(region)), .text(region.rawValue)]
          + amounts.enumerated().map { t, euros in
            .formula(book.sum(of: t, .region(CellPlace(row, 0))), euros, .euros)
          } + [sum(of: row, amounts)])
    }
    let paid = context.figures.years.map(\.paidToBeneficiaries.euros)
    let rows = first..<builder.row
    builder.line(
      [BookCell.text(context.text("total")).sum, BookCell.empty.sum]
        + (paid + [paid.reduce(0, +)]).enumerated().map { t, euros in
          let column = CellRange.column(Self.firstYear + t, rows: rows)
          return .formula("SUM(\(column.name))", euros, .euros).sum
        })
  }
}
