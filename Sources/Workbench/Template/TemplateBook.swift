// SPDX-License-Identifier: GPL-3.0-or-later

import StudyFiles
import Workbook
import Wording

/// An input workbook: how to fill it, then the sheets of a study with titles, remarks and lists.
struct TemplateBook {
  let sheets: [StudySheet]
  let language: Language

  /// The workbook.
  ///
  /// - Parameter created: when what it tells of came to be, in seconds since 1970.
  /// - Returns: the workbook.
  func document(created: Int) -> WorkbookDocument {
    WorkbookDocument(
      title: text("title"), created: created,
      sheets: [howTo] + sheets.map { TemplateSheet(sheet: $0, book: self).sheet })
  }

  func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
    Catalogue.text("template.\(key)", in: language, arguments)
  }

  /// The words of a key; `nil` where there are none, as for columns that the user named.
  func word(_ key: String) -> String? {
    let key = "template.\(key)"
    return Catalogue.phrases[key] == nil ? nil : Catalogue.text(key, in: language)
  }

  // MARK: The first sheet

  private static let steps = 1...8

  private var howTo: Sheet {
    var sheet = Sheet(name: text("howTo.name"))
    sheet.widths = [3, 22, 92]
    sheet.put(.text(text("title")), at: CellPlace(0, 0), style: TemplateLook.title)
    sheet.setHeight(26, of: 0)
    var row = 2
    for step in Self.steps {
      let words = text("howTo.\(step)")
      sheet.put(
        .number(Double(step)), at: CellPlace(row, 0), style: TemplateLook.step)
      sheet.putAcross(
        words, CellRange.row(row, columns: 1..<3), style: TemplateLook.paragraph,
        height: 15.5 * Double(words.count / 118 + 1) + 2)
      row += 1
    }
    row += 1
    sheet.put(.text(text("howTo.sheets")), at: CellPlace(row, 1), style: TemplateLook.heading)
    row += 1
    for study in sheets {
      sheet.put(.text(study.name), at: CellPlace(row, 1), style: TemplateLook.strong)
      sheet.put(
        .text(text("sheet.\(study.name)")), at: CellPlace(row, 2), style: TemplateLook.paragraph)
      row += 1
    }
    return sheet
  }
}

/// Looks of an input workbook: the colours of the page.
enum TemplateLook {
  static let title = CellStyle(isBold: true, size: 16, colour: 0x1F3A68)
  static let heading = CellStyle(isBold: true, size: 12, colour: 0x1F3A68)
  static let note = CellStyle(isItalic: true, colour: 0x444444)
  static let strong = CellStyle(isBold: true)
  static let step = CellStyle(isBold: true, colour: 0x1F3A68, alignment: .left)
  static let paragraph = CellStyle(wraps: true)
  static let head = CellStyle(isBold: true, colour: 0xFFFFFF, background: 0x1F3A68, wraps: true)
  static let requiredName = CellStyle(
    isBold: true, size: 9, colour: 0x1F3A68, background: 0xDCE6F5, hasLineBelow: true)
  static let name = CellStyle(
    size: 9, colour: 0x444444, background: 0xEEF1F6, hasLineBelow: true)
}
