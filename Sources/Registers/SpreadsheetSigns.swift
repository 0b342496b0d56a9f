// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics
internal import Tables

/// Signs that a register went through a spreadsheet, which loses digits without saying so.
///
/// A copy with any of them is refused as a whole: what is left of a number cannot be told from
/// another number.
struct SpreadsheetSigns {
  /// What a spreadsheet does to a register.
  enum Sign: String, CaseIterable {
    /// `2,601E+13` for a SIRET.
    case exponent
    /// `10000024` for `010000024`, `1` for `01`.
    case lostZero
    /// `13/02/1979` for `1979-02-13`.
    case reformattedDate
  }

  private var seen: [Sign: (position: SourcePosition, text: String)] = [:]

  /// Whether any sign was seen.
  var isEmpty: Bool { seen.isEmpty }

  /// Remembers the first place of a sign.
  private mutating func note(_ sign: Sign, _ record: CSVRecord, _ index: Int) {
    guard seen[sign] == nil else { return }
    seen[sign] = (record.position(of: index), record.text(at: index))
  }

  /// Looks at a field that should hold a long number.
  mutating func checkLongNumber(_ record: CSVRecord, _ index: Int) {
    let bytes = record.rawBytes(at: index)
    guard bytes.contains(0x45), bytes.contains(0x2B) else { return }
    note(.exponent, record, index)
  }

  /// Looks at a field that should hold a FINESS number: 5 to 8 digits are what zeros lost leave.
  mutating func checkFiness(_ record: CSVRecord, _ index: Int) {
    let bytes = record.rawBytes(at: index)
    checkLongNumber(record, index)
    guard 5...8 ~= bytes.count, bytes.allSatisfy({ 0x30...0x39 ~= $0 }) else { return }
    note(.lostZero, record, index)
  }

  /// Looks at a field that should hold a department.
  mutating func checkDepartment(_ record: CSVRecord, _ index: Int) {
    let bytes = record.rawBytes(at: index)
    guard bytes.count == 1, let digit = bytes.first, 0x30...0x39 ~= digit else { return }
    note(.lostZero, record, index)
  }

  /// Looks at a field that should hold a date.
  mutating func checkDate(_ record: CSVRecord, _ index: Int) {
    guard record.rawBytes(at: index).contains(0x2F) else { return }
    note(.reformattedDate, record, index)
  }

  /// One finding per sign seen.
  func findings() -> Findings {
    var findings = Findings()
    for sign in Sign.allCases {
      guard let place = seen[sign] else { continue }
      findings.add(
        Finding(
          .spreadsheetCopy, .error, at: place.position,
          ["sign": sign.rawValue, "text": place.text]))
    }
    return findings
  }
}
