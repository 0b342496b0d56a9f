// SPDX-License-Identifier: GPL-3.0-or-later

/// How the cells of a column look where nothing about them is doubtful.
///
/// Nearly all cells that programs wrote do. They become values from their bytes alone; every other
/// cell is read by ``CellReading``, which also tells what is wrong with it.
enum PlainForm {
  case text, identifier, digits, year, boolean

  /// `nil` where the cells of a column are always looked at closely.
  init?(_ declaration: ColumnDeclaration) {
    guard declaration.minimum == nil, declaration.maximum == nil else { return nil }
    switch declaration.type {
    case .text: self = .text
    case .identifier: self = .identifier
    case .integer: self = .digits
    case .year: self = .year
    case .boolean: self = .boolean
    case .choice, .decimal, .share, .money: return nil
    }
  }

  /// The value of a field.
  ///
  /// - Parameters:
  ///   - bytes: What stands in the field, not empty.
  ///   - above: The cell above, which is the same where its text is.
  /// - Returns: The value; `nil` where the field has to be looked at closely.
  func cell(of bytes: UnsafeBufferPointer<UInt8>, above: Cell) -> Cell? {
    switch self {
    case .text: Self.text(bytes, above)
    case .identifier: bytes.contains(UInt8(ascii: "+")) ? nil : Self.text(bytes, above)
    case .digits: bytes.count <= 17 ? Self.number(bytes).map { .integer($0) } : nil
    case .year:
      bytes.count == 4
        ? Self.number(bytes).flatMap { 1900...2200 ~= $0 ? .integer($0) : nil } : nil
    case .boolean: Self.boolean(bytes)
    }
  }

  private static func text(_ bytes: UnsafeBufferPointer<UInt8>, _ above: Cell) -> Cell? {
    let (first, last) = (bytes[0], bytes[bytes.count - 1])
    // Spaces, and letters of which spaces may be made, at either end; errors of spreadsheets.
    guard first > 0x20, first < 0x80, first != UInt8(ascii: "#"), last > 0x20, last < 0x80 else {
      return nil
    }
    // Shorter ones take no memory of their own.
    if bytes.count > 15, case .text(let text) = above, isSame(text, bytes) { return above }
    return .text(String(decoding: bytes, as: UTF8.self))
  }

  private static func isSame(_ text: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    text.utf8.count == bytes.count
      && text.utf8.withContiguousStorageIfAvailable { $0.elementsEqual(bytes) } == true
  }

  private static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    var value: Int64 = 0
    for byte in bytes {
      guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else { return nil }
      value = value * 10 + Int64(byte - UInt8(ascii: "0"))
    }
    return value
  }

  private static func boolean(_ bytes: UnsafeBufferPointer<UInt8>) -> Cell? {
    switch bytes.count {
    case 4 where bytes.elementsEqual("true".utf8): .boolean(true)
    case 5 where bytes.elementsEqual("false".utf8): .boolean(false)
    default: nil
    }
  }
}

extension CSVRecord {
  /// The value of a field that looks as plain as it can.
  ///
  /// - Parameters:
  ///   - index: The field.
  ///   - form: What the cells of its column look like.
  ///   - above: The cell above it, which becomes this one.
  /// - Returns: The value; `nil` where the field has to be looked at closely.
  func plainCell(at index: Int, as form: PlainForm, above: inout Cell) -> Cell? {
    guard index < fields.count else { return nil }
    let field = fields[index]
    guard !field.isEscaped, field.start < field.end else { return nil }
    let cell = bytes.withUnsafeBufferPointer { buffer in
      form.cell(
        of: UnsafeBufferPointer(rebasing: buffer[field.start..<field.end]), above: above)
    }
    if let cell, field.end - field.start > 15 { above = cell }
    return cell
  }
}
