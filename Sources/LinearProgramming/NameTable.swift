// SPDX-License-Identifier: GPL-3.0-or-later

/// Names of rows or columns, kept in one contiguous buffer of UTF-8.
///
/// A national program has more than half a million names. As separate strings they would cost more
/// than the matrix; here each costs its bytes and one offset.
public struct NameTable: Sendable, Equatable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// Creates an empty table.
  public init() {}

  /// Number of names.
  public var count: Int { ends.count }

  /// Bytes that the names take.
  var storedBytes: Int { bytes.count + ends.count * 8 }

  /// Reserves room for `names` names of about `bytesPerName` bytes.
  public mutating func reserve(names: Int, bytesPerName: Int = 32) {
    ends.reserveCapacity(names)
    bytes.reserveCapacity(names * bytesPerName)
  }

  /// Adds a name.
  public mutating func append(_ name: String) {
    bytes.append(contentsOf: name.utf8)
    ends.append(bytes.count)
  }

  /// Adds a name given as UTF-8.
  mutating func append(utf8 name: [UInt8]) {
    bytes.append(contentsOf: name)
    ends.append(bytes.count)
  }

  /// Adds `family[part,part,…]`, the form every name of a program has.
  public mutating func append(_ family: StaticString, _ parts: [[UInt8]]) {
    family.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "["))
    for (position, part) in parts.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(contentsOf: part)
    }
    bytes.append(UInt8(ascii: "]"))
    ends.append(bytes.count)
  }

  /// The name at a position.
  public subscript(index: Int) -> String {
    String(decoding: utf8(at: index), as: UTF8.self)
  }

  /// The UTF-8 of the name at a position, without a copy.
  public func utf8(at index: Int) -> ArraySlice<UInt8> {
    let start = index == 0 ? 0 : ends[index - 1]
    return bytes[start..<ends[index]]
  }
}
