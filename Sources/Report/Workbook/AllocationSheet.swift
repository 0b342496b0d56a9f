// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import Workbook

/// Who gets what from which vehicle: the amounts that all other sheets add up.
struct AllocationSheet {
  let book: PlanBook

  /// The row of titles.
  private static let titleRow = 6
  private static let (vehicle, region, nature, firstYear) = (4, 3, 6, 7)

  private var area: BookArea {
    let first = Self.titleRow + 1
    return BookArea(
      sheet: book.name("allocation"), rows: first..<first + book.paid.rows.count)
  }

  /// Amounts of a year.
  func year(_ year: Int) -> String { area.column(Self.firstYear + year) }
  /// Numbers of the beneficiaries.
  var numbers: String { area.column(0) }
  /// Identifiers of the vehicles.
  var vehicles: String { area.column(Self.vehicle) }
  /// Words of the natures.
  var natures: String { area.column(Self.nature) }
  /// Names of the regions.
  var regions: String { area.column(Self.region) }

  var sheet: Sheet {
    let (scenario, rows) = (book.scenario, book.paid.rows)
    let years = book.yearCount
    var builder = SheetBuilder(book.name("allocation"), book.language)
    builder.title(book.text("allocation.title"), note: book.text("allocation.note"))
    builder.note(book.text(book.isLive ? "allocation.live" : "allocation.values"))
    let sums = (0...years).map { t in
      rows.reduce(0) { $0 + (t < years ? $1.euros[t] : $1.euros.reduce(0, +)) }
    }
    for (key, function) in [("total", "SUM("), ("shown", "SUBTOTAL(109,")] {
      // A value would not follow the filter.
      guard book.isLive || key == "total" else {
        builder.row += 1
        continue
      }
      builder.line(
        [BookCell.text(book.text(key)).sum]
          + (0...years).map { t in
            .formula("\(function)\(year(t)))", Double(sums[t]), .euros).sum
          }, from: Self.nature)
    }
    let columns =
      [
        BookColumn(title: book.text("number")), BookColumn(title: book.text("finess")),
        BookColumn(title: book.text("name")), BookColumn(title: book.context.text("region")),
        BookColumn(title: book.context.text("vehicle")),
        BookColumn(title: book.text("vehicleTitle")),
        BookColumn(title: book.text("nature")),
      ] + book.context.years.map { BookColumn(title: $0) }
      + [BookColumn(title: book.context.text("total"))]
    precondition(builder.row == Self.titleRow, "formulas of other sheets count on it")
    builder.table(book.text("table.allocation"), columns, count: rows.count) { position, row in
      let line = rows[position]
      let beneficiary = scenario.beneficiaries[line.beneficiary]
      let vehicle = scenario.vehicles[line.vehicle]
      let amounts = CellRange.row(row, columns: Self.firstYear..<Self.firstYear + years)
      return [
        .number(Double(line.beneficiary + 1), .plain), .text(beneficiary.id.rawValue),
        .text(beneficiary.name), .text(book.region(beneficiary.region)),
        .text(vehicle.id.rawValue), .text(vehicle.title), .text(book.nature(line.nature)),
      ] + line.euros.map { .number(Double($0), .euros) } + [
        .formula("SUM(\(amounts.name))", Double(line.euros.reduce(0, +)), .euros)
      ]
    }
    if !rows.isEmpty {
      builder.allowWholeEuros(
        CellRange(
          CellPlace(area.rows.lowerBound, Self.firstYear),
          CellPlace(area.rows.upperBound - 1, Self.firstYear + years - 1)),
        title: book.text("euros.title"), message: book.text("euros.message"))
    }
    builder.freeze(row: Self.titleRow + 1, columns: 3)
    return builder.built()
  }
}

/// What vehicles pay for shared services, and so to no beneficiary.
struct ServicesSheet {
  let book: PlanBook

  private static let titleRow = 4
  private static let (vehicle, nature, firstYear) = (2, 4, 5)

  private var area: BookArea {
    let first = Self.titleRow + 1
    return BookArea(
      sheet: book.name("services"), rows: first..<first + book.paid.services.count)
  }

  /// Amounts of a year.
  func year(_ year: Int) -> String { area.column(Self.firstYear + year) }
  /// Identifiers of the vehicles.
  var vehicles: String { area.column(Self.vehicle) }
  /// Words of the natures.
  var natures: String { area.column(Self.nature) }

  var sheet: Sheet {
    let (scenario, rows) = (book.scenario, book.paid.services)
    let years = book.yearCount
    var builder = SheetBuilder(book.name("services"), book.language)
    builder.title(book.text("services.title"), note: book.text("services.note"))
    builder.line(
      [BookCell.text(book.text("total")).sum]
        + (0...years).map { t in
          let sum = rows.reduce(0) { $0 + (t < years ? $1.euros[t] : $1.euros.reduce(0, +)) }
          return .formula("SUM(\(year(t)))", Double(sum), .euros).sum
        }, from: Self.nature)
    precondition(builder.row == Self.titleRow, "formulas of other sheets count on it")
    let columns =
      [
        BookColumn(title: book.text("service")), BookColumn(title: book.text("serviceTitle")),
        BookColumn(title: book.context.text("vehicle")),
        BookColumn(title: book.text("vehicleTitle")),
        BookColumn(title: book.text("nature")),
      ] + book.context.years.map { BookColumn(title: $0) }
      + [BookColumn(title: book.context.text("total"))]
    builder.table(book.text("table.services"), columns, count: rows.count) { position, row in
      let line = rows[position]
      let (service, vehicle) = (scenario.services[line.service], scenario.vehicles[line.vehicle])
      let amounts = CellRange.row(row, columns: Self.firstYear..<Self.firstYear + years)
      return [
        .text(service.id.rawValue), .text(service.title), .text(vehicle.id.rawValue),
        .text(vehicle.title), .text(book.nature(line.nature)),
      ] + line.euros.map { .number(Double($0), .euros) } + [
        .formula("SUM(\(amounts.name))", Double(line.euros.reduce(0, +)), .euros)
      ]
    }
    builder.freeze(row: Self.titleRow + 1, columns: 2)
    return builder.built()
  }
}
