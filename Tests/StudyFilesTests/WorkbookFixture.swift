// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import FundingModel
import StudyFiles
import Tables
import TestSupport

/// A study as a workbook in Excel's dialect, so that tests can spoil a copy of it.
struct WorkbookFixture: Sendable {
  var book: ExcelBook
  /// Files beside the workbook.
  var files: [String: [UInt8]] = [:]

  /// The sheets of a study, with a line of titles above the names.
  init(_ sheets: [StudySheet]) {
    book = ExcelBook(
      sheets.map { sheet in
        let names = sheet.columns.map { ExcelBook.Cell.shared($0.declaration.name) }
        return (
          sheet.name,
          [[.shared("Titre")], names] + sheet.rows.map { row in row.map(Self.cell) }
        )
      })
  }

  /// The small study of the fixtures.
  static func small() throws -> WorkbookFixture {
    let study = try FixtureStudy()
    return WorkbookFixture(
      try StudyReader(folder: .memory(study.files))
        .sheets(StudySpecification(study: "study.yaml")))
  }

  private static func cell(_ value: StudySheet.Value) -> ExcelBook.Cell {
    switch value {
    case .empty: .none
    case .text(let text): .shared(text)
    case .number(let number): .number("\(number)", style: 0)
    case .share(let share): .number("\(share)", style: 1)
    case .euros(let euros): .number("\(euros)", style: 2)
    case .flag(let flag): .flag(flag)
    }
  }

  /// A copy with another cell at a place, `C3`.
  func with(_ cell: ExcelBook.Cell, at place: String, in sheet: String) -> WorkbookFixture {
    var copy = self
    let number = copy.place(of: sheet)
    let column = place.prefix { $0.isLetter }.utf8.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
    let row = (Int(place.drop { $0.isLetter }) ?? 0) - 1
    while copy.book.sheets[number].rows.count <= row { copy.book.sheets[number].rows.append([]) }
    while copy.book.sheets[number].rows[row].count <= column {
      copy.book.sheets[number].rows[row].append(.none)
    }
    copy.book.sheets[number].rows[row][column] = cell
    return copy
  }

  /// A copy with a changed workbook.
  func changed(_ change: (inout ExcelBook) -> Void) -> WorkbookFixture {
    var copy = self
    change(&copy.book)
    return copy
  }

  func place(of sheet: String) -> Int {
    guard let place = book.sheets.firstIndex(where: { $0.name == sheet }) else {
      preconditionFailure("no sheet \(sheet)")
    }
    return place
  }

  /// Reads it.
  func read(_ layers: String..., name: String = "budget.xlsx") throws(Findings) -> StudyReading {
    var files = files
    files[name] = book.bytes
    return try StudyReader(folder: .memory(files)).read(study: name, layers: layers)
  }

  /// Everything told when it is read.
  func findings(_ layers: String...) -> [Finding] {
    var files = files
    files["budget.xlsx"] = book.bytes
    do {
      return try StudyReader(folder: .memory(files)).read(study: "budget.xlsx", layers: layers)
        .warnings.all
    } catch {
      return error.all
    }
  }
}
