// SPDX-License-Identifier: GPL-3.0-or-later

internal import CZlib

/// A zip archive that is put together: parts of another one as they are packed there, and new ones.
struct PackedArchive {
  private var bytes: [UInt8] = []
  private var list: [UInt8] = []
  private var count = 0

  /// Adds a part that is packed already.
  mutating func add(
    packed content: ArraySlice<UInt8>, method: Int, checksum: UInt32, size: Int, as name: String
  ) {
    let start = bytes.count
    // Names are UTF-8; sizes stand before the content.
    let common =
      Self.number(20, 2) + Self.number(0x0800, 2) + Self.number(method, 2)
      + Self.number(0x0021_0000, 4) + Self.number(Int(checksum), 4)
      + Self.number(content.count, 4) + Self.number(size, 4)
      + Self.number(name.utf8.count, 2) + Self.number(0, 2)
    bytes += Self.number(0x0403_4b50, 4) + common
    bytes += Array(name.utf8)
    bytes += content
    list += Self.number(0x0201_4b50, 4) + Self.number(20, 2) + common + Self.number(0, 2)
    list += Self.number(0, 2) + Self.number(0, 2) + Self.number(0, 4) + Self.number(start, 4)
    list += Array(name.utf8)
    count += 1
  }

  /// Packs a part and adds it.
  mutating func add(_ content: [UInt8], as name: String) {
    let sum = content.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) }
    let packed = Self.deflated(content)
    let isShorter = packed.map { $0.count < content.count } ?? false
    add(
      packed: (isShorter ? packed ?? content : content)[...], method: isShorter ? 8 : 0,
      checksum: UInt32(truncatingIfNeeded: sum), size: content.count, as: name)
  }

  /// The archive; `nil` where it has more than the format holds.
  var archive: [UInt8]? {
    guard bytes.count + list.count < Int(UInt32.max), count < 65_535 else { return nil }
    return bytes + list + Self.number(0x0605_4b50, 4) + Self.number(0, 2) + Self.number(0, 2)
      + Self.number(count, 2) + Self.number(count, 2) + Self.number(list.count, 4)
      + Self.number(bytes.count, 4) + Self.number(0, 2)
  }

  private static func number(_ value: Int, _ length: Int) -> [UInt8] {
    (0..<length).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static func deflated(_ content: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard
      deflateInit2_(
        &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY,
        ZLIB_VERSION, size) == Z_OK
    else { return nil }
    defer { deflateEnd(&stream) }
    var source = content
    var target = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(content.count))))
    let status = stream.takeAll(of: &source, into: &target, with: deflate)
    guard status == Z_STREAM_END else { return nil }
    target.removeLast(target.count - Int(stream.total_out))
    return target
  }
}
