// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics
internal import Tables

/// Gives one by one the elements of the arrays that a JSON file holds at its top level.
///
/// The national file of structures unpacks to more than memory should hold: only one element is
/// ever in memory.
struct JSONElementStream {
  /// One element: the array it stands in, its bytes, the line on which it begins.
  struct Element {
    let array: String
    let bytes: [UInt8]
    let line: Int
  }

  /// Largest element: 64 MB.
  private static let largestElement = 64 << 20

  private var line = 1
  private var elementLine = 1
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  private var name: [UInt8] = []
  private var lastString: [UInt8] = []
  private var isInArray = false
  private var element: [UInt8] = []
  private var hasEnded = false

  /// Reads a file, plain or gzip, and hands over each element.
  static func read(
    path: String, limit: Int, _ take: (Element) throws(Findings) -> Void
  ) throws(Findings) {
    let stream = try ByteStream(path: path, limit: limit)
    var scanner = JSONElementStream()
    var isFirst = true
    while let piece = try stream.next() {
      var rest = piece[...]
      if isFirst, rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
      isFirst = false
      for byte in rest {
        guard let element = scanner.take(byte) else {
          if scanner.isLost { throw scanner.fault(path) }
          continue
        }
        try take(element)
      }
    }
    guard scanner.hasEnded else { throw scanner.fault(path) }
  }

  private var isLost: Bool {
    depth < 0 || element.count > Self.largestElement || lastString.count > Self.largestElement
  }

  private func fault(_ path: String) -> Findings {
    var findings = Findings()
    findings.add(path, .jsonMalformed, line: line)
    return findings
  }

  /// Takes in one byte; the element that it ends, if any.
  private mutating func take(_ byte: UInt8) -> Element? {
    if byte == 0x0A { line += 1 }
    let isInElement = isInArray && depth > 2
    if isInElement { element.append(byte) }
    if isInString {
      takeInString(byte, keeps: depth == 1)
      return nil
    }
    switch byte {
    case 0x22:
      isInString = true
      lastString.removeAll(keepingCapacity: true)
    case 0x3A: if depth == 1 { name = lastString }
    case 0x7B, 0x5B: open(byte)
    case 0x7D, 0x5D: return close(byte)
    case 0x20, 0x09, 0x0A, 0x0D: break
    default:
      // Nothing but spaces may stand outside the one top-level object.
      if depth == 0 { depth = -1 }
    }
    return nil
  }

  private mutating func takeInString(_ byte: UInt8, keeps: Bool) {
    if isEscaped {
      isEscaped = false
    } else if byte == 0x5C {
      isEscaped = true
    } else if byte == 0x22 {
      isInString = false
      return
    }
    if keeps { lastString.append(byte) }
  }

  private mutating func open(_ byte: UInt8) {
    if depth == 0, byte != 0x7B || hasEnded {
      depth = -1
      return
    }
    depth += 1
    if depth == 2 { isInArray = byte == 0x5B }
    if depth == 3, isInArray {
      element = [byte]
      elementLine = line
    }
  }

  private mutating func close(_ byte: UInt8) -> Element? {
    depth -= 1
    if depth == 0 { hasEnded = true }
    if depth == 1 { isInArray = false }
    guard depth == 2, isInArray else { return nil }
    let whole = Element(
      array: String(decoding: name, as: UTF8.self), bytes: element, line: elementLine)
    element.removeAll(keepingCapacity: true)
    return whole
  }
}
