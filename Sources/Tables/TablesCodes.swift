// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics

extension Finding.Code {
  // Reading a file.
  static let fileMissing: Self = "tables.fileMissing"
  static let fileIsFolder: Self = "tables.fileIsFolder"
  static let fileUnreadable: Self = "tables.fileUnreadable"
  static let fileTooLarge: Self = "tables.fileTooLarge"
  static let archiveDamaged: Self = "tables.archiveDamaged"
  static let notText: Self = "tables.notText"
  static let utf16: Self = "tables.utf16"
  static let workbook: Self = "tables.workbook"
  static let undefinedBytes: Self = "tables.undefinedBytes"
  static let emptyFile: Self = "tables.emptyFile"

  // Reading rows.
  static let unclosedQuote: Self = "tables.unclosedQuote"
  static let strayQuote: Self = "tables.strayQuote"
  static let tooManyFields: Self = "tables.tooManyFields"
  static let raggedRow: Self = "tables.raggedRow"
  static let moreFindings: Self = "tables.moreFindings"
  static let unknownColumn: Self = "tables.unknownColumn"
  static let missingColumn: Self = "tables.missingColumn"
  static let duplicateColumn: Self = "tables.duplicateColumn"
  static let unnamedColumn: Self = "tables.unnamedColumn"

  // Reading cells.
  static let missingCell: Self = "tables.missingCell"
  static let duplicateKey: Self = "tables.duplicateKey"
  static let spreadsheetError: Self = "tables.spreadsheetError"
  static let notBoolean: Self = "tables.notBoolean"
  static let notYear: Self = "tables.notYear"
  static let belowMinimum: Self = "tables.belowMinimum"
  static let aboveMaximum: Self = "tables.aboveMaximum"
  static let valueNotAllowed: Self = "tables.valueNotAllowed"

  // Writing.
  static let outputExists: Self = "tables.outputExists"
  static let outputNotReplaceable: Self = "tables.outputNotReplaceable"
  static let outputFolderMissing: Self = "tables.outputFolderMissing"
  static let outputNotPermitted: Self = "tables.outputNotPermitted"
  static let diskFull: Self = "tables.diskFull"
  static let cannotWrite: Self = "tables.cannotWrite"
  static let notFinite: Self = "tables.notFinite"
}

extension Findings {
  /// A collection of one finding about a whole file.
  static func about(
    _ file: String, _ code: Finding.Code, _ arguments: [String: String] = [:]
  ) -> Findings {
    Findings(Finding(code, .error, at: SourcePosition(file: file), arguments))
  }
}
