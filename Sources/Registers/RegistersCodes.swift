// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics

extension Finding.Code {
  static let noSource: Self = "registers.noSource"
  static let notFiness: Self = "registers.notFiness"
  static let undatedExtract: Self = "registers.undatedExtract"
  static let nothingKept: Self = "registers.nothingKept"
  static let linesMalformed: Self = "registers.linesMalformed"
  static let statusUnknown: Self = "registers.statusUnknown"
  static let spreadsheetCopy: Self = "registers.spreadsheetCopy"
  static let saeUnknownTable: Self = "registers.saeUnknownTable"
  static let saeTableTwice: Self = "registers.saeTableTwice"
  static let saeTableMissing: Self = "registers.saeTableMissing"
  static let saeMixedYears: Self = "registers.saeMixedYears"
  static let saeYearUnused: Self = "registers.saeYearUnused"
  static let invalidNumber: Self = "registers.invalidNumber"
  static let negativeCount: Self = "registers.negativeCount"
  static let jsonMalformed: Self = "registers.jsonMalformed"
  static let notStructures: Self = "registers.notStructures"
  static let overlappingClasses: Self = "registers.overlappingClasses"
}

extension Findings {
  /// Says one thing about a whole file.
  mutating func add(
    _ file: String, _ code: Finding.Code, line: Int? = nil,
    severity: Finding.Severity = .error, _ arguments: [String: String] = [:]
  ) {
    add(Finding(code, severity, at: SourcePosition(file: file, line: line), arguments))
  }
}
