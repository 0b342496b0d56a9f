// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import Workbook

/// Small workbooks and how they are looked into.
enum Books {
  static let scratch = FileManager.default.temporaryDirectory.path

  /// A workbook of one sheet.
  static func book(_ fill: (inout Sheet) -> Void) -> WorkbookDocument {
    var sheet = Sheet(name: "L’un & l'autre")
    fill(&sheet)
    return WorkbookDocument(title: "Essai", created: 1_700_000_000, sheets: [sheet])
  }

  /// A part of a written workbook as text.
  static func part(_ name: String, of bytes: [UInt8]) throws -> String {
    String(decoding: try #require(try ZipArchive(bytes).part(name)), as: UTF8.self)
  }
}
