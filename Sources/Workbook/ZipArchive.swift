// SPDX-License-Identifier: GPL-3.0-or-later

internal import CZlib

/// The parts of a zip archive in memory, as workbooks are.
///
/// Parts are stored or deflated; archives above 4 GB, of several files or with a password are none.
public struct ZipArchive: Sendable {
  /// Why an archive cannot be read.
  public enum Fault: Error, Sendable, Hashable {
    /// It is no archive, or damaged.
    case damaged
    /// Its parts are longer than allowed once unpacked.
    case tooLarge
  }

  private struct Entry {
    let name: String
    let method: Int
    let checksum: UInt32
    let packed: Range<Int>
    let size: Int
  }

  private let bytes: [UInt8]
  private let entries: [Entry]

  /// Names of the parts, in the order of the archive.
  public var names: [String] { entries.map(\.name) }

  /// Bytes of all parts once unpacked, as the archive says.
  var unpackedSize: Int { entries.reduce(0) { $0 + $1.size } }

  /// Opens an archive.
  ///
  /// - Parameters:
  ///   - bytes: the archive.
  ///   - limit: most bytes of all parts once unpacked.
  /// - Throws: ``Fault`` where it is none, or larger.
  public init(_ bytes: [UInt8], limit: Int = 512 << 20) throws(Fault) {
    self.bytes = bytes
    entries = try Self.entries(bytes)
    var total = 0
    for entry in entries {
      total += entry.size
      guard total <= limit else { throw .tooLarge }
    }
  }

  /// A part, unpacked; `nil` where there is none of the name.
  ///
  /// - Throws: ``Fault/damaged`` where it is not what the archive says of it.
  public func part(_ name: String) throws(Fault) -> [UInt8]? {
    guard let entry = entries.first(where: { $0.name == name }) else { return nil }
    let content: [UInt8]
    switch entry.method {
    case 0: content = Array(bytes[entry.packed])
    case 8: content = try Self.inflated(bytes, entry)
    default: throw .damaged
    }
    let sum = content.withUnsafeBufferPointer {
      crc32(0, $0.baseAddress, UInt32($0.count))
    }
    guard content.count == entry.size, UInt32(truncatingIfNeeded: sum) == entry.checksum else {
      throw .damaged
    }
    return content
  }

  /// Adds a part to another archive, packed as it is.
  func copy(_ name: String, to target: inout PackedArchive) {
    guard let entry = entries.first(where: { $0.name == name }) else { return }
    target.add(
      packed: bytes[entry.packed], method: entry.method, checksum: entry.checksum,
      size: entry.size, as: name)
  }

  private static func inflated(_ bytes: [UInt8], _ entry: Entry) throws(Fault) -> [UInt8] {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, size) == Z_OK else { throw .damaged }
    defer { inflateEnd(&stream) }
    var packed = Array(bytes[entry.packed])
    // One byte more than there should be: what is longer than it says is damaged.
    var content = [UInt8](repeating: 0, count: entry.size + 1)
    let status = stream.takeAll(of: &packed, into: &content, with: inflate)
    guard status == Z_STREAM_END, Int(stream.total_out) == entry.size else { throw .damaged }
    content.removeLast()
    return content
  }

  // MARK: The list of parts

  private static func entries(_ bytes: [UInt8]) throws(Fault) -> [Entry] {
    guard let end = endOfList(bytes) else { throw .damaged }
    let count = number(bytes, end + 10, 2)
    var place = number(bytes, end + 16, 4)
    var entries: [Entry] = []
    for _ in 0..<count {
      guard place + 46 <= bytes.count, number(bytes, place, 4) == 0x0201_4b50,
        number(bytes, place + 8, 2) & 1 == 0
      else { throw .damaged }
      let nameLength = number(bytes, place + 28, 2)
      let next =
        place + 46 + nameLength + number(bytes, place + 30, 2) + number(bytes, place + 32, 2)
      guard next <= bytes.count else { throw .damaged }
      let name = String(decoding: bytes[place + 46..<place + 46 + nameLength], as: UTF8.self)
      let local = number(bytes, place + 42, 4)
      guard local + 30 <= bytes.count, number(bytes, local, 4) == 0x0403_4b50 else {
        throw .damaged
      }
      let start = local + 30 + number(bytes, local + 26, 2) + number(bytes, local + 28, 2)
      let packed = number(bytes, place + 20, 4)
      guard start + packed <= bytes.count else { throw .damaged }
      entries.append(
        Entry(
          name: name, method: number(bytes, place + 10, 2),
          checksum: UInt32(truncatingIfNeeded: number(bytes, place + 16, 4)),
          packed: start..<start + packed, size: number(bytes, place + 24, 4)))
      place = next
    }
    return entries
  }

  /// Where the end of the list of parts stands: at the end of the archive, but for a remark.
  private static func endOfList(_ bytes: [UInt8]) -> Int? {
    var place = bytes.count - 22
    let least = max(0, place - 65_535)
    while place >= least {
      if number(bytes, place, 4) == 0x0605_4b50 { return place }
      place -= 1
    }
    return nil
  }

  private static func number(_ bytes: [UInt8], _ place: Int, _ length: Int) -> Int {
    (0..<length).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }
}
