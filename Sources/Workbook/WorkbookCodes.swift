// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics

extension Finding.Code {
  static let textTooLong: Self = "workbook.textTooLong"
  static let notFinite: Self = "workbook.notFinite"
  static let noScratch: Self = "workbook.noScratch"
  static let scratchFull: Self = "workbook.scratchFull"
  static let notWhole: Self = "workbook.notWhole"
  static let library: Self = "workbook.library"

  // Reading.
  static let notWorkbook: Self = "workbook.notWorkbook"
  static let openDocument: Self = "workbook.openDocument"
  static let oldFormat: Self = "workbook.oldFormat"
  static let passwordProtected: Self = "workbook.passwordProtected"
  static let macros: Self = "workbook.macros"
  static let unpacksTooLarge: Self = "workbook.unpacksTooLarge"
  static let archiveDamaged: Self = "workbook.archiveDamaged"
  static let partMissing: Self = "workbook.partMissing"
  static let partDamaged: Self = "workbook.partDamaged"
  static let documentType: Self = "workbook.documentType"
  static let cannotFill: Self = "workbook.cannotFill"
  static let tooManyCells: Self = "workbook.tooManyCells"
}

extension Findings {
  /// A collection of one finding about a workbook.
  static func about(
    _ file: String, _ code: Finding.Code, _ arguments: [String: String] = [:]
  ) -> Findings {
    Findings(Finding(code, .error, at: SourcePosition(file: file), arguments))
  }
}
