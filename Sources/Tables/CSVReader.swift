// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics

/// Reads the rows of a text one after the other.
///
/// Follows RFC 4180 with three freedoms: the separator is `;`, `,`, tab or `|`; lines end with LF,
/// CRLF or CR; rows with no text at all are passed over (and counted). It never fails: faults are
/// collected in ``findings`` and the row is given as well as it could be read.
public struct CSVReader: Sendable {
  /// File, as the user named it.
  public let file: String
  /// Separator in use.
  public let separator: CSVSeparator
  /// How quotes are understood.
  public let quoting: CSVQuoting
  /// Faults met so far, at most ``maximumFindings``.
  public private(set) var findings = Findings()
  /// Line on which the next row begins, counted from 1.
  public private(set) var line = 1
  /// Rows without any field passed over so far.
  public private(set) var blankLines = 0
  /// Faults beyond the most that are kept.
  public private(set) var unreportedFaults = 0

  /// Most faults that are kept.
  public static let maximumFindings = 50
  /// Most fields that are read in a row, as in spreadsheets; what follows is a fault.
  public static let maximumFields = 16_384

  private let bytes: [UInt8]
  private var position = 0
  private var fieldCapacity = 16

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - text: the file.
  ///   - separator: what is between fields; `nil` to find it, `;` where there is only one column.
  ///   - quoting: how quotes are understood.
  public init(_ text: TextFile, separator: CSVSeparator? = nil, quoting: CSVQuoting = .standard) {
    file = text.path
    bytes = text.bytes
    self.separator = separator ?? CSVSeparator.detected(in: text) ?? .semicolon
    self.quoting = quoting
  }

  /// The next row that holds a field, or `nil` at the end.
  public mutating func next() -> CSVRecord? {
    while position < bytes.count {
      let start = line
      let fields = nextFields(from: start)
      if fields.count == 1, fields[0].start == fields[0].end {
        blankLines += 1
        continue
      }
      fieldCapacity = fields.count
      return CSVRecord(file: file, line: start, bytes: bytes, fields: fields)
    }
    return nil
  }

  private mutating func nextFields(from start: Int) -> [CSVRecord.Field] {
    var fields: [CSVRecord.Field] = []
    fields.reserveCapacity(fieldCapacity)
    var scanner = FieldScanner(separator: separator.rawValue, quoting: quoting, position: position)
    bytes.withUnsafeBufferPointer { buffer in
      repeat {
        fields.append(scanner.field(in: buffer))
        if fields.count == Self.maximumFields, !scanner.isAtRowEnd { scanner.skipRow(buffer) }
      } while !scanner.isAtRowEnd
    }
    position = scanner.position
    line += scanner.lineEnds
    for fault in scanner.faults {
      report(fault.code, SourcePosition(file: file, line: start, column: fault.field + 1))
    }
    return fields
  }

  private mutating func report(_ code: Finding.Code, _ position: SourcePosition) {
    guard findings.all.count < Self.maximumFindings else {
      unreportedFaults += 1
      return
    }
    findings.add(Finding(code, .error, at: position))
  }
}

/// Walks over the fields of one row.
private struct FieldScanner {
  let separator: UInt8
  let quoting: CSVQuoting
  var position: Int
  var isAtRowEnd = false
  var lineEnds = 0
  var fieldNumber = 0
  var faults: [(code: Finding.Code, field: Int)] = []

  init(separator: UInt8, quoting: CSVQuoting, position: Int) {
    self.separator = separator
    self.quoting = quoting
    self.position = position
  }

  mutating func field(in buffer: UnsafeBufferPointer<UInt8>) -> CSVRecord.Field {
    defer { fieldNumber += 1 }
    if quoting != .none, position < buffer.count, buffer[position] == 0x22,
      let field = quotedField(in: buffer)
    {
      return field
    }
    let start = position
    while position < buffer.count {
      let byte = buffer[position]
      if byte == separator || byte == 0x0A || byte == 0x0D { break }
      position += 1
    }
    let end = position
    leave(buffer)
    return CSVRecord.Field(start: start, end: end, isEscaped: false)
  }

  /// A field that begins with a quote; `nil`, with nothing consumed, where it must be read as plain.
  private mutating func quotedField(in buffer: UnsafeBufferPointer<UInt8>) -> CSVRecord.Field? {
    let start = position + 1
    var cursor = start
    var isEscaped = false
    var lines = 0
    while cursor < buffer.count {
      let byte = buffer[cursor]
      if byte == 0x22 {
        guard cursor + 1 < buffer.count, buffer[cursor + 1] == 0x22 else { break }
        isEscaped = true
        cursor += 2
        continue
      }
      let isCarriageReturnPair =
        byte == 0x0D && cursor + 1 < buffer.count && buffer[cursor + 1] == 0x0A
      if byte == 0x0A || (byte == 0x0D && !isCarriageReturnPair) {
        if quoting == .withinLine { return nil }
        lines += 1
      }
      cursor += 1
    }
    guard cursor < buffer.count else {
      // Never closed: the field is read as plain, so that later rows are not swallowed.
      if quoting == .standard { faults.append((.unclosedQuote, fieldNumber)) }
      return nil
    }
    let end = cursor
    cursor += 1
    let isClosed =
      cursor == buffer.count || buffer[cursor] == separator || buffer[cursor] == 0x0A
      || buffer[cursor] == 0x0D
    guard isClosed else {
      if quoting == .standard { faults.append((.strayQuote, fieldNumber)) }
      return nil
    }
    position = cursor
    lineEnds += lines
    leave(buffer)
    return CSVRecord.Field(start: start, end: end, isEscaped: isEscaped)
  }

  /// Steps over the rest of a row that has too many fields to be one.
  mutating func skipRow(_ buffer: UnsafeBufferPointer<UInt8>) {
    faults.append((.tooManyFields, fieldNumber))
    while position < buffer.count, buffer[position] != 0x0A, buffer[position] != 0x0D {
      position += 1
    }
    leave(buffer)
    isAtRowEnd = true
  }

  /// Steps over what ends the field.
  private mutating func leave(_ buffer: UnsafeBufferPointer<UInt8>) {
    guard position < buffer.count else {
      isAtRowEnd = true
      return
    }
    let byte = buffer[position]
    position += 1
    guard byte != separator else { return }
    isAtRowEnd = true
    lineEnds += 1
    if byte == 0x0D, position < buffer.count, buffer[position] == 0x0A { position += 1 }
  }
}
