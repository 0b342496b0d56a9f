// SPDX-License-Identifier: GPL-3.0-or-later

/// A zip archive whose parts are stored as they are.
public struct StoredZip {
  private var bytes: [UInt8] = []
  private var list: [UInt8] = []
  private var count = 0

  /// Creates an empty archive.
  public init() {}

  /// Adds a part.
  public mutating func add(_ content: [UInt8], as name: String) {
    let start = bytes.count
    let common =
      Self.number(20, 2) + Self.number(0, 2) + Self.number(0, 2) + Self.number(0, 4)
      + Self.number(Self.checksum(content), 4) + Self.number(content.count, 4)
      + Self.number(content.count, 4) + Self.number(name.utf8.count, 2) + Self.number(0, 2)
    bytes += Self.number(0x0403_4b50, 4) + common + Array(name.utf8) + content
    list += Self.number(0x0201_4b50, 4) + Self.number(20, 2) + common + Self.number(0, 2)
    list += Self.number(0, 2) + Self.number(0, 2) + Self.number(0, 4) + Self.number(start, 4)
    list += Array(name.utf8)
    count += 1
  }

  /// The archive.
  public var archive: [UInt8] {
    bytes + list + Self.number(0x0605_4b50, 4) + Self.number(0, 2) + Self.number(0, 2)
      + Self.number(count, 2) + Self.number(count, 2) + Self.number(list.count, 4)
      + Self.number(bytes.count, 4) + Self.number(0, 2)
  }

  private static func number(_ value: Int, _ length: Int) -> [UInt8] {
    (0..<length).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static func checksum(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return Int(~sum)
  }
}
