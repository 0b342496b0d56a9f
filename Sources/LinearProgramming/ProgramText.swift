// SPDX-License-Identifier: GPL-3.0-or-later

/// Bytes on their way to a file, handed over in large pieces.
struct ProgramText {
  private var bytes: [UInt8] = []
  /// Bytes since the start of the line.
  private(set) var column = 0
  private let emit: ([UInt8]) throws -> Void
  private static var pieceSize: Int { 1 << 20 }

  init(_ emit: @escaping ([UInt8]) throws -> Void) {
    self.emit = emit
    bytes.reserveCapacity(Self.pieceSize + 1024)
  }

  mutating func add(_ text: StaticString) {
    text.withUTF8Buffer {
      bytes.append(contentsOf: $0)
      column += $0.count
    }
  }

  mutating func add<Bytes: Collection<UInt8>>(_ piece: Bytes) {
    bytes.append(contentsOf: piece)
    column += piece.count
  }

  /// Adds a number in the fewest digits that give it back exactly.
  mutating func add(_ value: Double) {
    if value == value.rounded(), abs(value) < 1e15 {
      addWhole(Int(value))
    } else {
      add(value.description.utf8)
    }
  }

  private mutating func addWhole(_ value: Int) {
    if value < 0 { add("-") }
    var rest = value.magnitude
    let start = bytes.count
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
    column += bytes.count - start
  }

  mutating func endLine() throws {
    bytes.append(UInt8(ascii: "\n"))
    column = 0
    if bytes.count >= Self.pieceSize { try flush() }
  }

  mutating func flush() throws {
    if bytes.isEmpty { return }
    try emit(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}

/// Names as they stand in a file, and back.
///
/// The names of a program have the form `family[part,part]`, with parts such as `CARE-D1` or
/// `1:nis_shortfall`. Neither GLPK, nor HiGHS, nor CBC reads `[`, `]`, `-` or `:` in a name of an
/// LP file. Writing is one to one, so that it loses nothing: `[` `]` become `(` `)`, `-` becomes
/// `~`, `:` becomes `;`, and every other byte a reader would stumble over becomes `#` and two
/// hexadecimal digits. `@` is kept for what the writer itself adds.
public enum ProgramNames {
  /// Longest name that GLPK reads, in bytes.
  public static let longest = 255

  /// A name as it stands in an LP file.
  public static func encodedForLP(_ name: String) -> String {
    String(decoding: lp(Array(name.utf8)[...]), as: UTF8.self)
  }

  /// A name as it stands in an MPS file.
  public static func encodedForMPS(_ name: String) -> String {
    String(decoding: mps(Array(name.utf8)[...]), as: UTF8.self)
  }

  /// The name that a name in an LP file stands for.
  public static func decodedFromLP(_ name: String) -> String { decoded(name, swaps: true) }

  /// The name that a name in an MPS file stands for.
  public static func decodedFromMPS(_ name: String) -> String { decoded(name, swaps: false) }

  static func lp(_ name: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(name.count + 8)
    let reserved = isReserved(name)
    for (position, byte) in name.enumerated() {
      if position == 0, reserved || !(isLetter(byte) || byte == UInt8(ascii: "_")) {
        escape(byte, &result)
        continue
      }
      switch byte {
      case UInt8(ascii: "["): result.append(UInt8(ascii: "("))
      case UInt8(ascii: "]"): result.append(UInt8(ascii: ")"))
      case UInt8(ascii: "-"): result.append(UInt8(ascii: "~"))
      case UInt8(ascii: ":"): result.append(UInt8(ascii: ";"))
      case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "_"): result.append(byte)
      case _ where isLetter(byte) || isDigit(byte): result.append(byte)
      default: escape(byte, &result)
      }
    }
    return result
  }

  static func mps(_ name: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(name.count + 8)
    for (position, byte) in name.enumerated() {
      let plain = byte > 0x20 && byte < 0x7F && !special.contains(byte)
      let leading = position == 0 && !(isLetter(byte) || byte == UInt8(ascii: "_"))
      if plain && !leading { result.append(byte) } else { escape(byte, &result) }
    }
    return result
  }

  /// Bytes that open a comment, a quotation or an escape somewhere.
  private static let special: Set<UInt8> = Set("#@$*'\"!".utf8)

  /// Whether a reader would take the start of the name for a number or a keyword.
  private static func isReserved(_ name: ArraySlice<UInt8>) -> Bool {
    guard let first = name.first else { return false }
    if first | 0x20 == UInt8(ascii: "e") {
      guard let second = name.dropFirst().first else { return true }
      // "e9" and "ee" read as exponents in some readers.
      return isDigit(second) || second | 0x20 == UInt8(ascii: "e")
    }
    guard name.count <= 13 else { return false }
    return keywords.contains(String(decoding: name, as: UTF8.self).lowercased())
  }

  private static let keywords: Set<String> = [
    "st", "such", "that", "subject", "to", "bounds", "bound", "free", "inf", "infinity", "end",
    "general", "generals", "gen", "integer", "integers", "int", "binary", "binaries", "bin",
    "min", "max", "minimize", "maximize", "minimum", "maximum", "minimise", "maximise", "semi",
    "semis", "sos", "sos1", "sos2", "nan",
  ]

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private static func escape(_ byte: UInt8, _ result: inout [UInt8]) {
    let digits = Array("0123456789ABCDEF".utf8)
    result.append(UInt8(ascii: "#"))
    result.append(digits[Int(byte >> 4)])
    result.append(digits[Int(byte & 15)])
  }

  private static func decoded(_ name: String, swaps: Bool) -> String {
    var result: [UInt8] = []
    let bytes = Array(name.utf8)
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "#") where position + 1 < bytes.count:
        let digits = String(decoding: bytes[position...(position + 1)], as: UTF8.self)
        if let value = UInt8(digits, radix: 16) {
          result.append(value)
          position += 2
        } else {
          result.append(byte)
        }
      case UInt8(ascii: "(") where swaps: result.append(UInt8(ascii: "["))
      case UInt8(ascii: ")") where swaps: result.append(UInt8(ascii: "]"))
      case UInt8(ascii: "~") where swaps: result.append(UInt8(ascii: "-"))
      case UInt8(ascii: ";") where swaps: result.append(UInt8(ascii: ":"))
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// A program that a text format cannot hold.
public struct UnwritableProgram: Error, Sendable, Equatable, CustomStringConvertible {
  /// Name of the row or column whose name is too long for the format.
  public var name: String

  /// Creates the error.
  public init(name: String) { self.name = name }

  /// What is wrong, for logs.
  public var description: String {
    "a name longer than \(ProgramNames.longest) bytes in the file: \(name)"
  }
}

/// Names in the form of a file, each in full.
struct WrittenNames: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// Writes all names of a table.
  ///
  /// - Throws: ``UnwritableProgram`` for a name that is too long.
  init(
    _ names: NameTable, _ encode: (ArraySlice<UInt8>) -> [UInt8]
  ) throws(UnwritableProgram) {
    ends.reserveCapacity(names.count)
    try names.forEach { position, name throws(UnwritableProgram) in
      let written = encode(name[...])
      // A row of two bounds gets a suffix of six bytes.
      guard written.count + 6 <= ProgramNames.longest else {
        throw UnwritableProgram(name: names[position])
      }
      bytes.append(contentsOf: written)
      ends.append(bytes.count)
    }
  }

  /// The UTF-8 of the name at a position, without a copy.
  func utf8(at index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }
}
