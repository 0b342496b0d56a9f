// SPDX-License-Identifier: GPL-3.0-or-later

/// Names of rows or columns, kept in one contiguous buffer of UTF-8.
///
/// A program of 35,000 beneficiaries has twenty million names. As separate strings they would cost
/// more than the matrix, written out half as much; neighbours begin alike, so that each is written
/// as what it has more than the one before, and every ``stride``th in full (front coding).
public struct NameTable: Sendable {
  /// For each name the number of bytes it shares with the one before, the number of further bytes,
  /// and these bytes.
  private var bytes: [UInt8] = []
  /// Where the names that are written in full start.
  private var starts: [Int] = []
  /// The last name, in full.
  private var last: [UInt8] = []
  /// The name that is being added; kept for its storage.
  private var next: [UInt8] = []
  /// Number of names.
  public private(set) var count = 0

  /// Names from one that is written in full to the next.
  private static let stride = 16

  /// Creates an empty table.
  public init() {}

  /// Creates a table of names without a letter.
  init(empty count: Int) {
    self.count = count
    bytes = [UInt8](repeating: 0, count: 2 * count)
    starts = Array(Swift.stride(from: 0, to: 2 * count, by: 2 * Self.stride))
  }

  /// Bytes that the names take.
  var storedBytes: Int { bytes.count + starts.count * 8 }

  /// Reserves room for `names` names of about `bytesPerName` bytes.
  public mutating func reserve(names: Int, bytesPerName: Int = 10) {
    starts.reserveCapacity(names / Self.stride + 1)
    bytes.reserveCapacity(names * bytesPerName)
  }

  /// Adds a name.
  public mutating func append(_ name: String) {
    next.append(contentsOf: name.utf8)
    finish()
  }

  /// Adds `family[part,part,…]`, the form every name of a program has.
  public mutating func append(_ family: StaticString, _ parts: [[UInt8]]) {
    family.withUTF8Buffer { next.append(contentsOf: $0) }
    next.append(UInt8(ascii: "["))
    for (position, part) in parts.enumerated() {
      if position > 0 { next.append(UInt8(ascii: ",")) }
      next.append(contentsOf: part)
    }
    next.append(UInt8(ascii: "]"))
    finish()
  }

  private mutating func finish() {
    var shared = 0
    if count % Self.stride == 0 {
      starts.append(bytes.count)
    } else {
      let most = min(last.count, next.count)
      while shared < most, last[shared] == next[shared] { shared += 1 }
    }
    appendNumber(shared)
    appendNumber(next.count - shared)
    bytes.append(contentsOf: next[shared...])
    count += 1
    swap(&last, &next)
    next.removeAll(keepingCapacity: true)
  }

  /// Seven bits a byte, the lowest first; the eighth says that more follow.
  private mutating func appendNumber(_ number: Int) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private func number(at place: inout Int) -> Int {
    var result = 0
    var shift = 0
    while true {
      let byte = Int(bytes[place])
      place += 1
      result |= (byte & 0x7F) << shift
      guard byte & 0x80 != 0 else { return result }
      shift += 7
    }
  }

  /// The name at a position.
  public subscript(index: Int) -> String { String(decoding: utf8(at: index), as: UTF8.self) }

  /// The UTF-8 of the name at a position.
  ///
  /// - Complexity: That of a few short names; ``forEach(_:)`` reads all names faster.
  public func utf8(at index: Int) -> [UInt8] {
    precondition(index >= 0 && index < count, "no such name")
    var name: [UInt8] = []
    var place = starts[index / Self.stride]
    for _ in 0...(index % Self.stride) { read(&name, &place) }
    return name
  }

  /// Gives every name as UTF-8, in order.
  ///
  /// - Throws: What `body` throws.
  func forEach<E: Error>(_ body: (Int, [UInt8]) throws(E) -> Void) throws(E) {
    var name: [UInt8] = []
    var place = 0
    for index in 0..<count {
      read(&name, &place)
      try body(index, name)
    }
  }

  /// Turns the name before into the one that starts at a place.
  private func read(_ name: inout [UInt8], _ place: inout Int) {
    let shared = number(at: &place)
    let more = number(at: &place)
    name.removeLast(name.count - shared)
    name.append(contentsOf: bytes[place..<(place + more)])
    place += more
  }
}

extension NameTable: Equatable {
  /// Whether the names are the same; there is one way of writing them.
  public static func == (left: NameTable, right: NameTable) -> Bool {
    left.count == right.count && left.bytes == right.bytes
  }
}
