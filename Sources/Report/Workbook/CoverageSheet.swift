// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingModel
import Workbook

/// NIS coverage against its targets, by class and by objective.
struct CoverageSheet {
  let book: PlanBook

  private static let titleRow = 3
  private static let (before, firstYear) = (3, 4)
  /// Rows of each class.
  private static let rowsOfClass = 5

  /// Coverage of a class in a year, for formulas of other sheets.
  func coverage(of position: Int, in year: Int) -> String { cell(position, 0, year) }
  /// Its target.
  func target(of position: Int, in year: Int) -> String { cell(position, 1, year) }

  private func cell(_ position: Int, _ row: Int, _ year: Int) -> String {
    CellPlace(
      Self.titleRow + 1 + position * Self.rowsOfClass + row, Self.firstYear + year
    ).name(in: book.name("coverage"))
  }

  var sheet: Sheet {
    var builder = SheetBuilder(book.name("coverage"), book.language)
    builder.title(book.context.text("coverage"), note: book.text("coverage.note"))
    precondition(builder.row == Self.titleRow, "formulas of other sheets count on it")
    addClasses(to: &builder)
    builder.row += 1
    builder.heading(book.text("coverage.objectives"))
    addObjectives(to: &builder)
    builder.freeze(row: Self.titleRow + 1, columns: 2)
    return builder.built()
  }

  private func addClasses(to builder: inout SheetBuilder) {
    let (context, years) = (book.context, book.yearCount)
    let classes = context.figures.classes
    let columns =
      [
        BookColumn(title: context.text("class")), BookColumn(title: book.text("quantity")),
        BookColumn(title: book.text("assumption")), BookColumn(title: context.text("before")),
      ] + context.years.map { BookColumn(title: $0) }
    builder.table(
      book.text("table.coverage"), columns, count: classes.count * Self.rowsOfClass
    ) { position, row in
      let entry = classes[position / Self.rowsOfClass]
      let isAssumed = context.assumptions.holds("targets.\(entry.nisClass)")
      func cells(
        _ key: String, mark: BookCell = .empty, before: BookCell = .empty, _ cells: [BookCell]
      ) -> [BookCell] {
        [.text(entry.nisClass.rawValue), .text(book.text(key)), mark, before] + cells
      }
      switch position % Self.rowsOfClass {
      case 0:
        return cells(
          "coverage.mean", before: .number(entry.before, .fineShare),
          entry.years.map { .number($0.coverage, .fineShare) })
      case 1:
        return cells(
          "coverage.target", mark: book.mark(isAssumed),
          entry.years.map { .number($0.target, .fineShare) })
      case 2:
        return cells(
          "coverage.gap",
          (0..<years).map { t in
            let (coverage, target) = (
              CellPlace(row - 2, Self.firstYear + t), CellPlace(row - 1, Self.firstYear + t)
            )
            let level = entry.years[t]
            return .formula(
              "(\(coverage.name)-\(target.name))*100", (level.coverage - level.target) * 100,
              .points)
          })
      case 3:
        return cells("coverage.shortfall", entry.years.map { .number($0.shortfall, .fineShare) })
      default:
        return cells(
          "coverage.below", entry.years.map { .number(Double($0.belowTarget), .count) })
      }
    }
  }

  private func addObjectives(to builder: inout SheetBuilder) {
    let (context, years) = (book.context, book.yearCount)
    let objectives = context.figures.objectives
    let columns =
      [
        BookColumn(title: context.text("class")), BookColumn(title: context.text("objective")),
        BookColumn(title: book.text("assumption")), BookColumn(title: context.text("before")),
      ] + context.years.map { BookColumn(title: $0) } + [
        BookColumn(title: book.text("targetAtEnd")), BookColumn(title: book.text("gapAtEnd")),
        BookColumn(title: context.text("below")), BookColumn(title: book.text("hard")),
      ]
    builder.table(
      book.text("table.objectives"), columns, count: objectives.count
    ) { position, row in
      let entry = objectives[position]
      let objective = book.scenario.objectives[entry.objective]
      let (coverage, target) = (entry.coverage.last ?? 0, entry.target.last ?? 0)
      let (last, wanted) = (
        CellPlace(row, Self.firstYear + years - 1), CellPlace(row, Self.firstYear + years)
      )
      return [
        .text(entry.nisClass.rawValue), .text("\(objective.id.rawValue) \(objective.title)"),
        book.mark(context.assumptions.holds("targets.\(entry.nisClass)")),
      ] + ([entry.before] + entry.coverage).map { .number($0, .fineShare) } + [
        .number(target, .fineShare),
        .formula("(\(last.name)-\(wanted.name))*100", (coverage - target) * 100, .points),
        .number(Double(entry.belowTarget.last ?? 0), .count),
        .text(book.text(entry.isHard ? "yes" : "no")),
      ]
    }
  }
}
