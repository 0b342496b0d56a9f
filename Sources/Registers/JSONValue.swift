// SPDX-License-Identifier: GPL-3.0-or-later

/// A JSON value, as much of it as the registers need.
enum JSONValue: Hashable {
  case null
  case bool(Bool)
  /// As written.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  struct Member: Hashable {
    /// Name, in lower case and without `_`.
    let key: String
    let value: JSONValue

    init(name: String, value: JSONValue) {
      key = JSONValue.folded(name)
      self.value = value
    }
  }

  /// The member of this name; case and `_` make no difference, since the feed's own have varied.
  subscript(_ name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    let wanted = Self.folded(name)
    return members.first { $0.key == wanted }?.value
  }

  /// The text of a string without spaces around it, or of the `code` of a coded value.
  var text: String? {
    switch self {
    case .string(let text):
      let trimmed = RegisterName.clean(text)
      return trimmed.isEmpty ? nil : trimmed
    case .number(let text): return text
    case .object: return self["code"]?.text
    case .null, .bool, .array: return nil
    }
  }

  /// The values of an array; none where it is not one.
  var elements: [JSONValue] {
    if case .array(let values) = self { values } else { [] }
  }

  fileprivate static func folded(_ name: String) -> String {
    let length = name.utf8.count
    return String(unsafeUninitializedCapacity: length) { buffer in
      var count = 0
      for byte in name.utf8 where byte != 0x5F {
        buffer[count] = 0x41...0x5A ~= byte ? byte + 0x20 : byte
        count += 1
      }
      return count
    }
  }
}

/// Why bytes are not JSON.
struct JSONFault: Error, Hashable {
  /// Place in the bytes.
  let offset: Int
}

/// Reads one JSON value (RFC 8259), at most 64 levels deep.
struct JSONParser {
  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value that the bytes hold.
  static func value(of bytes: [UInt8]) throws(JSONFault) -> JSONValue {
    var parser = JSONParser(bytes)
    let value = try parser.value()
    parser.skipSpaces()
    guard parser.position == bytes.count else { throw parser.fault }
    return value
  }

  private var fault: JSONFault { JSONFault(offset: position) }
  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpaces() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  private mutating func value() throws(JSONFault) -> JSONValue {
    skipSpaces()
    switch current {
    case 0x7B: return try object()
    case 0x5B: return try array()
    case 0x22: return .string(try string())
    case 0x74: return try word("true", .bool(true))
    case 0x66: return try word("false", .bool(false))
    case 0x6E: return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONFault) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw fault }
    position += word.utf8.count
    return value
  }

  private mutating func number() throws(JSONFault) -> JSONValue {
    let start = position
    while let byte = current, 0x30...0x39 ~= byte || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte) {
      position += 1
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard Double(text) != nil else { throw JSONFault(offset: start) }
    return .number(text)
  }

  private mutating func enter() throws(JSONFault) {
    depth += 1
    position += 1
    guard depth <= 64 else { throw fault }
  }

  /// Steps over a comma, or over the closing byte; whether it was the closing byte.
  private mutating func closes(_ closing: UInt8) throws(JSONFault) -> Bool {
    skipSpaces()
    guard let byte = current, byte == closing || byte == 0x2C else { throw fault }
    position += 1
    if byte == closing { depth -= 1 }
    return byte == closing
  }

  private mutating func array() throws(JSONFault) -> JSONValue {
    try enter()
    skipSpaces()
    if current == 0x5D {
      position += 1
      depth -= 1
      return .array([])
    }
    var values: [JSONValue] = []
    repeat { values.append(try value()) } while try !closes(0x5D)
    return .array(values)
  }

  private mutating func object() throws(JSONFault) -> JSONValue {
    try enter()
    skipSpaces()
    if current == 0x7D {
      position += 1
      depth -= 1
      return .object([])
    }
    var members: [JSONValue.Member] = []
    repeat {
      skipSpaces()
      guard current == 0x22 else { throw fault }
      let name = try string()
      skipSpaces()
      guard current == 0x3A else { throw fault }
      position += 1
      members.append(JSONValue.Member(name: name, value: try value()))
    } while try !closes(0x7D)
    return .object(members)
  }

  private mutating func string() throws(JSONFault) -> String {
    position += 1
    // Nearly every string holds no escape, and is taken as it stands.
    let start = position
    while let byte = current, byte != 0x22, byte != 0x5C, byte >= 0x20 { position += 1 }
    var text = Array(bytes[start..<position])
    while let byte = current {
      position += 1
      switch byte {
      case 0x22: return String(decoding: text, as: UTF8.self)
      case 0x5C: try escape(into: &text)
      case 0..<0x20: throw fault
      default: text.append(byte)
      }
    }
    throw fault
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONFault) {
    guard let byte = current else { throw fault }
    position += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: text.append(byte)
    case 0x62: text.append(0x08)
    case 0x66: text.append(0x0C)
    case 0x6E: text.append(0x0A)
    case 0x72: text.append(0x0D)
    case 0x74: text.append(0x09)
    case 0x75:
      var value = try hexadecimal()
      if 0xD800..<0xDC00 ~= value, bytes[position...].starts(with: [0x5C, 0x75]) {
        position += 2
        let low = try hexadecimal()
        guard 0xDC00..<0xE000 ~= low else { throw fault }
        value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
      }
      let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
      text.append(contentsOf: Array(String(Character(scalar)).utf8))
    default: throw fault
    }
  }

  private mutating func hexadecimal() throws(JSONFault) -> UInt32 {
    guard position + 4 <= bytes.count,
      let value = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
    else { throw fault }
    position += 4
    return value
  }
}
