// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingModel
import Workbook

/// How far each measure is in place, and what each year adds.
struct DeploymentSheet {
  let book: PlanBook

  private static let before = 3

  var sheet: Sheet {
    let (context, years) = (book.context, book.yearCount)
    var builder = SheetBuilder(book.name("deployment"), book.language)
    builder.title(context.text("increments.caption"), note: context.text("increments.text"))
    let columns =
      [
        BookColumn(title: book.text("identifier")), BookColumn(title: context.text("measure")),
        BookColumn(title: book.text("assumption")), BookColumn(title: context.text("before")),
      ] + context.years.map { BookColumn(title: book.text("inPlace", ["year": $0])) }
      + context.years.map { BookColumn(title: book.text("added", ["year": $0])) } + [
        BookColumn(title: context.text("open.share")), BookColumn(title: context.text("complete")),
        BookColumn(title: context.text("concerned")),
      ]
    let measures = context.figures.measures
    let titleRow = builder.row
    builder.table(book.text("table.deployment"), columns, count: measures.count) { position, row in
      let entry = measures[position]
      let measure = book.scenario.measures[entry.measure]
      let shares = [entry.before] + entry.years
      let added = (0..<years).map { t -> BookCell in
        let (now, then) = (CellPlace(row, Self.before + t + 1), CellPlace(row, Self.before + t))
        return .formula(
          "(\(now.name)-\(then.name))*100", (shares[t + 1] - shares[t]) * 100, .points)
      }
      return [
        .text(measure.id.rawValue), .text(measure.title),
        book.mark(context.assumptions.holds("measures.\(measure.id)")),
      ] + shares.map { .number($0, .fineShare) } + added + [
        .formula(
          "1-\(CellPlace(row, Self.before + years).name)", 1 - (shares.last ?? 0), .fineShare),
        .number(Double(entry.complete.last ?? 0), .count),
        .number(Double(entry.beneficiaries), .count),
      ]
    }
    builder.freeze(row: titleRow + 1, columns: 2)
    return builder.built()
  }
}

/// What is in place at each beneficiary at the end.
struct InPlaceSheet {
  let book: PlanBook

  var sheet: Sheet {
    let (context, scenario) = (book.context, book.scenario)
    let last = book.yearCount - 1
    var builder = SheetBuilder(book.name("inPlace"), book.language)
    builder.title(
      book.text("inPlace.title", ["year": context.lastYear]), note: book.text("inPlace.note"))
    let columns =
      [
        BookColumn(title: book.text("finess")), BookColumn(title: book.text("name")),
        BookColumn(title: context.text("region")), BookColumn(title: context.text("class")),
      ] + scenario.measures.map { BookColumn(title: $0.id.rawValue) }
    let titleRow = builder.row
    builder.table(
      book.text("table.inPlace"), columns, count: scenario.beneficiaries.count
    ) { e, _ in
      let beneficiary = scenario.beneficiaries[e]
      return [
        .text(beneficiary.id.rawValue), .text(beneficiary.name),
        .text(book.region(beneficiary.region)), .text(beneficiary.nisClass?.rawValue ?? ""),
      ]
        + scenario.measures.enumerated().map { m, measure in
          measure.eligibility.includes(beneficiary)
            ? .number(book.figures.deployed(e, m, year: last), .share) : .empty
        }
    }
    builder.freeze(row: titleRow + 1, columns: 2)
    return builder.built()
  }
}
