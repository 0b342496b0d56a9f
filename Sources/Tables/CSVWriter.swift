// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics

/// How a table is written.
public struct CSVStyle: Sendable, Hashable {
  /// What is between fields.
  public var separator: CSVSeparator
  /// Whether decimals follow a comma.
  public var usesDecimalComma: Bool
  /// Whether the file begins with the UTF-8 byte order mark, which Excel needs to see the accents.
  public var hasByteOrderMark: Bool
  /// Whether lines end with CRLF; LF otherwise.
  public var usesCarriageReturns: Bool
  /// Whether texts that a spreadsheet would take for a formula get a leading apostrophe.
  public var guardsFormulas: Bool

  /// Declares a style.
  public init(
    separator: CSVSeparator, usesDecimalComma: Bool = false, hasByteOrderMark: Bool = false,
    usesCarriageReturns: Bool = false, guardsFormulas: Bool = false
  ) {
    self.separator = separator
    self.usesDecimalComma = usesDecimalComma
    self.hasByteOrderMark = hasByteOrderMark
    self.usesCarriageReturns = usesCarriageReturns
    self.guardsFormulas = guardsFormulas
  }

  /// For machines: comma, decimal point, LF.
  public static let machine = CSVStyle(separator: .comma)
  /// For study tables: `;`, decimal point, LF.
  public static let study = CSVStyle(separator: .semicolon)
  /// For French Excel: `;`, decimal comma, byte order mark, CRLF, formulas guarded.
  public static let frenchExcel = CSVStyle(
    separator: .semicolon, usesDecimalComma: true, hasByteOrderMark: true,
    usesCarriageReturns: true, guardsFormulas: true)
}

/// Builds a table as bytes, row by row, and writes it so that it is there whole or not at all.
///
/// Missing cells are empty. Numbers are written with the fewest digits that read back exactly,
/// without exponent; amounts in euros; shares as fractions of one.
public struct CSVWriter: Sendable {
  /// How the table is written.
  public let style: CSVStyle
  /// Names of the columns.
  public let columns: [String]
  /// The table so far, in UTF-8.
  public private(set) var bytes: [UInt8] = []

  /// Begins a table with the names of its columns.
  public init(columns: [String], style: CSVStyle = .machine) {
    self.columns = columns
    self.style = style
    if style.hasByteOrderMark { bytes = [0xEF, 0xBB, 0xBF] }
    appendLine(columns.map { Cell.text($0) })
  }

  /// Adds a row; it must have as many cells as there are columns.
  ///
  /// - Throws: a finding where a number is not finite.
  public mutating func append(_ cells: [Cell]) throws(Findings) {
    precondition(cells.count == columns.count, "a row has one cell per column")
    for (place, cell) in cells.enumerated() {
      switch cell {
      case .decimal(let value) where !value.isFinite, .share(let value) where !value.isFinite:
        throw Findings(Finding(.notFinite, .error, ["column": columns[place]]))
      default: break
      }
    }
    appendLine(cells)
  }

  /// Takes what was written so far, and goes on with nothing: a long table need not be held whole.
  public mutating func takeBytes() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Writes the table to a file that appears only when it is whole.
  ///
  /// - Throws: a finding where the folder is missing, permission lacks or the disk is full; nothing
  ///   is left behind then.
  public func write(to path: String) throws(Findings) { try AtomicFile.write(bytes, to: path) }

  private mutating func appendLine(_ cells: [Cell]) {
    for (place, cell) in cells.enumerated() {
      if place > 0 { bytes.append(style.separator.rawValue) }
      switch cell {
      case .missing: break
      case .text(let text): append(text)
      case .integer(let value): bytes.append(contentsOf: "\(value)".utf8)
      case .decimal(let value), .share(let value): appendNumber(NumberText.shortest(value))
      case .money(let cents): appendNumber(NumberText.money(cents))
      case .boolean(let value): bytes.append(contentsOf: "\(value)".utf8)
      }
    }
    if style.usesCarriageReturns { bytes.append(0x0D) }
    bytes.append(0x0A)
  }

  private mutating func appendNumber(_ text: String) {
    let isQuoted = style.usesDecimalComma && style.separator == .comma && text.contains(".")
    if isQuoted { bytes.append(0x22) }
    for byte in text.utf8 {
      bytes.append(byte == 0x2E && style.usesDecimalComma ? 0x2C : byte)
    }
    if isQuoted { bytes.append(0x22) }
  }

  private mutating func append(_ text: String) {
    var content = Array(text.utf8)
    if style.guardsFormulas, let first = content.first, Self.formulaStarts.contains(first) {
      content.insert(0x27, at: 0)
    }
    let separator = style.separator.rawValue
    let needsQuotes = content.contains {
      $0 == separator || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D
    }
    guard needsQuotes else {
      bytes.append(contentsOf: content)
      return
    }
    bytes.append(0x22)
    for byte in content {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  /// `=`, `+`, `-`, `@`, tab, CR.
  private static let formulaStarts: Set<UInt8> = [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D]
}
