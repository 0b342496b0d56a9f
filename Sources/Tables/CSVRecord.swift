// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics

/// One row of a table as it is written: fields that know their place, decoded only when asked for.
public struct CSVRecord: Sendable {
  struct Field: Sendable {
    var start: Int
    var end: Int
    /// Whether doubled quotes stand for single ones.
    var isEscaped: Bool
  }

  /// File, as the user named it.
  public let file: String
  /// Line on which the row begins, counted from 1.
  public let line: Int
  /// Sheet of a workbook, whose rows are the lines; `nil` in other files.
  public private(set) var sheet: String?
  let bytes: [UInt8]
  let fields: [Field]
  /// Fields of which something was told already, so that nothing more is.
  private(set) var toldFields: Set<Int> = []

  init(file: String, line: Int, bytes: [UInt8], fields: [Field]) {
    self.file = file
    self.line = line
    self.bytes = bytes
    self.fields = fields
  }

  /// Takes the texts of one row of a sheet for a row of a table.
  ///
  /// - Parameters:
  ///   - file: the workbook.
  ///   - sheet: name of the sheet.
  ///   - line: the row, counted from 1.
  ///   - texts: its cells, from the first column.
  ///   - toldFields: cells whose faults were told already; they count as missing.
  public init(
    file: String, sheet: String, line: Int, texts: [String], toldFields: Set<Int> = []
  ) {
    var bytes: [UInt8] = []
    var fields: [Field] = []
    for text in texts {
      let start = bytes.count
      bytes.append(contentsOf: text.utf8)
      fields.append(Field(start: start, end: bytes.count, isEscaped: false))
    }
    self.init(file: file, line: line, bytes: bytes, fields: fields)
    self.sheet = sheet
    self.toldFields = toldFields
  }

  /// Number of fields.
  public var count: Int { fields.count }

  /// Whether every field is empty or blank.
  public var isBlank: Bool { fields.indices.allSatisfy { isEmpty(at: $0) } }

  /// The text of a field, without its quotes and without the spaces around it.
  ///
  /// A field that the row does not have is empty.
  public func text(at index: Int) -> String {
    guard fields.indices.contains(index) else { return "" }
    let field = fields[index]
    guard field.isEscaped else { return Self.string(trimmed(field)) }
    var content: [UInt8] = []
    content.reserveCapacity(field.end - field.start)
    var position = field.start
    while position < field.end {
      content.append(bytes[position])
      position += bytes[position] == 0x22 && position + 1 < field.end ? 2 : 1
    }
    return Self.string(Spaces.trimmed(content[...]))
  }

  /// The bytes of a field as they stand: quotes inside it are still doubled.
  public func rawBytes(at index: Int) -> ArraySlice<UInt8> {
    guard fields.indices.contains(index) else { return [] }
    return bytes[fields[index].start..<fields[index].end]
  }

  /// Whether a field holds nothing but spaces, or is not there.
  public func isEmpty(at index: Int) -> Bool {
    guard fields.indices.contains(index) else { return true }
    let field = fields[index]
    guard field.start < field.end else { return true }
    // Nearly every field begins with something else than a space.
    if 0x21..<0x80 ~= bytes[field.start] { return false }
    return trimmed(fields[index]).isEmpty
  }

  /// Where a field stands; its column is the number of the field, counted from 1.
  public func position(of index: Int? = nil) -> SourcePosition {
    SourcePosition(file: file, line: line, column: index.map { $0 + 1 }, sheet: sheet)
  }

  private func trimmed(_ field: Field) -> ArraySlice<UInt8> {
    Spaces.trimmed(bytes[field.start..<field.end])
  }

  private static func string(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}

/// Spaces around a cell: ordinary, tab, line end, no-break and narrow no-break.
enum Spaces {
  static func trimmed(_ slice: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = slice
    while let length = leadingSpace(rest) { rest = rest.dropFirst(length) }
    while let length = trailingSpace(rest) { rest = rest.dropLast(length) }
    return rest
  }

  private static func leadingSpace(_ slice: ArraySlice<UInt8>) -> Int? {
    guard let first = slice.first else { return nil }
    if first == 0x20 || 0x09...0x0D ~= first { return 1 }
    if first == 0xC2 { return slice.starts(with: [0xC2, 0xA0]) ? 2 : nil }
    guard first == 0xE2 else { return nil }
    return slice.starts(with: [0xE2, 0x80, 0xAF]) || slice.starts(with: [0xE2, 0x80, 0x89])
      ? 3 : nil
  }

  private static func trailingSpace(_ slice: ArraySlice<UInt8>) -> Int? {
    guard let last = slice.last else { return nil }
    if last == 0x20 || 0x09...0x0D ~= last { return 1 }
    guard last >= 0x80 else { return nil }
    if slice.suffix(2).elementsEqual([0xC2, 0xA0]) { return 2 }
    let three = slice.suffix(3)
    return three.elementsEqual([0xE2, 0x80, 0xAF]) || three.elementsEqual([0xE2, 0x80, 0x89])
      ? 3 : nil
  }
}
