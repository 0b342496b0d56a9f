// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingModel
import Workbook

/// Whether the amounts are still those of the plan, and within the envelopes.
struct ChecksSheet {
  let book: PlanBook

  /// Columns of the table of envelopes, which the table of sums keeps to.
  private static let (vehicle, year, counted, carriedIn, carriedOut) = (1, 2, 3, 5, 6)
  private static let (paid, left, planned, difference, state) = (7, 8, 9, 10, 11)
  private static let verdictPlace = CellPlace(3, 0)

  /// The verdict over all checks, for formulas of other sheets.
  var verdict: String { Self.verdictPlace.name(in: book.name("checks")) }

  private var fine: String { book.text("state.fine") }
  private var changed: String { book.text("state.changed") }

  /// One sum that is checked: its formula, and what it was planned to be.
  private struct Sum {
    let title: String
    let formula: String
    let euros: Int
    /// What it is held against where that is not the figure of the plan.
    var other: String?
  }

  private var sums: [Sum] {
    let years = book.context.figures.years
    let allocation = AllocationSheet(book: book)
    let services = ServicesSheet(book: book)
    func euros(_ amount: (YearMoney) -> Money) -> Int {
      Int(years.reduce(Money.zero) { $0 + amount($1) }.euros)
    }
    func sum(_ range: (Int) -> String) -> String {
      "SUM(\((0..<years.count).map(range).joined(separator: ",")))"
    }
    let paid = euros(\.paidToBeneficiaries)
    var sums = [
      Sum(title: book.text("check.allocation"), formula: sum(allocation.year), euros: paid),
      Sum(
        title: book.text("check.beneficiaries"),
        formula: "SUM(\(BeneficiariesSheet(book: book).totals))", euros: paid,
        other: sum(allocation.year)),
    ]
    if !book.paid.services.isEmpty {
      sums.append(
        Sum(
          title: book.text("check.services"), formula: sum(services.year),
          euros: euros(\.paidForServices)))
    }
    return sums
      + years.indices.map { t in
        Sum(
          title: book.text("check.year", ["year": book.context.years[t]]),
          formula: book.sum(of: t, .all), euros: Int(years[t].paid.euros))
      }
  }

  var sheet: Sheet {
    let sums = sums
    let envelopes = book.context.figures.vehicleYears
    var builder = SheetBuilder(book.name("checks"), book.language)
    builder.title(book.text("checks.title"), note: book.text("checks.note"))
    // Rows: verdict, nothing, heading, titles, sums, nothing, heading, titles, envelopes.
    let firstSum = builder.row + 4
    let firstEnvelope = firstSum + sums.count + 3
    let states = [
      CellRange.column(Self.state, rows: firstSum..<firstSum + sums.count).fixedName,
      CellRange.column(Self.state, rows: firstEnvelope..<firstEnvelope + envelopes.count).fixedName,
      BeneficiariesSheet(book: book).states,
    ]
    precondition(builder.row == Self.verdictPlace.row, "formulas of other sheets count on it")
    let wrong = states.map { "SUMPRODUCT(--(\($0)<>\"\(fine)\"))" }.joined(separator: "+")
    let allFine = book.text("verdict.fine")
    let verdict =
      "IF(\(wrong)=0,\"\(allFine)\",\"\(book.text("verdict.wrong"))\"&(\(wrong)))"
    builder.line([BookCell.formula(verdict, word: allFine).strong])
    builder.highlight(CellRange(Self.verdictPlace, Self.verdictPlace), fine: allFine)
    builder.row += 1
    builder.heading(book.text("checks.sums"))
    add(sums, to: &builder)
    builder.row += 1
    builder.heading(book.text("checks.envelopes"))
    precondition(builder.row + 1 == firstEnvelope, "the verdict counts on it")
    add(envelopes, to: &builder)
    for (first, count) in [(firstSum, sums.count), (firstEnvelope, envelopes.count)] {
      builder.highlight(CellRange.column(Self.state, rows: first..<first + count), fine: fine)
    }
    builder.freeze(row: Self.verdictPlace.row + 1, columns: 1, repeats: false)
    return builder.built(atLeast: [44])
  }

  private func add(_ sums: [Sum], to builder: inout SheetBuilder) {
    var head = (0...Self.state).map { _ in BookCell.empty.head }
    for (column, key) in [
      (0, "check"), (Self.paid, "sum"), (Self.planned, "planned"), (Self.difference, "difference"),
      (Self.state, "state"),
    ] {
      let title = BookCell.text(book.text(key))
      head[column] = column == 0 || column == Self.state ? title.head : title.numberHead
    }
    builder.line(head)
    for sum in sums {
      let row = builder.row
      var cells = (0...Self.state).map { _ in BookCell.empty }
      cells[0] = .text(sum.title)
      cells[Self.paid] = .formula(sum.formula, Double(sum.euros), .euros)
      cells[Self.planned] =
        sum.other.map { .formula($0, Double(sum.euros), .euros) }
        ?? .number(Double(sum.euros), .euros)
      let difference = CellPlace(row, Self.difference).name
      cells[Self.difference] = .formula(
        "\(CellPlace(row, Self.paid).name)-\(CellPlace(row, Self.planned).name)", 0, .euros)
      cells[Self.state] = .formula(
        "IF(ABS(\(difference))>0.5,\"\(changed)\",\"\(fine)\")", word: fine)
      builder.line(cells)
    }
  }

  private func add(_ envelopes: [VehicleYear], to builder: inout SheetBuilder) {
    let context = book.context
    let columns = [
      BookColumn(title: context.text("vehicle")), BookColumn(title: book.text("identifier")),
      BookColumn(title: book.text("year")), BookColumn(title: book.text("counted")),
      BookColumn(title: book.text("assumption")), BookColumn(title: book.text("carriedIn")),
      BookColumn(title: book.text("carriedOut")), BookColumn(title: book.text("paid")),
      BookColumn(title: book.text("left")), BookColumn(title: book.text("planned")),
      BookColumn(title: book.text("difference")), BookColumn(title: book.text("state")),
    ]
    builder.table(book.text("table.checks"), columns, count: envelopes.count) { position, row in
      let entry = envelopes[position]
      let vehicle = book.scenario.vehicles[entry.vehicle]
      let year = context.years[entry.year]
      func name(_ column: Int) -> String { CellPlace(row, column).name }
      return [
        .text(vehicle.title), .text(vehicle.id.rawValue),
        .number(Double(book.scenario.horizon.first.number + entry.year), .plain),
        .number(entry.counted.euros, .cents),
        book.mark(context.assumptions.holds("vehicles.\(vehicle.id).amounts.\(year)")),
        .number(entry.carriedIn.euros, .cents), .number(entry.carriedOut.euros, .cents),
        .formula(
          book.sum(of: entry.year, .vehicle(CellPlace(row, Self.vehicle))), entry.paid.euros,
          .euros),
        .formula(
          "\(name(Self.counted))+\(name(Self.carriedIn))-\(name(Self.carriedOut))"
            + "-\(name(Self.paid))", entry.lapsed.euros, .cents),
        .number(entry.paid.euros, .euros),
        .formula("\(name(Self.paid))-\(name(Self.planned))", 0, .euros),
        .formula(
          "IF(\(name(Self.left))<-0.005,\"\(book.text("state.above"))\","
            + "IF(ABS(\(name(Self.difference)))>0.5,\"\(changed)\",\"\(fine)\"))", word: fine),
      ]
    }
  }
}
