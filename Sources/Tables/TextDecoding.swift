// SPDX-License-Identifier: GPL-3.0-or-later

/// Turns bytes of an unknown encoding into UTF-8.
enum TextDecoding {
  /// Why bytes are not a text.
  enum Refusal { case utf16, workbook, binary }

  /// Why these bytes cannot be a table's text, or `nil` where they may be.
  static func refusal(of bytes: [UInt8]) -> Refusal? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return .utf16 }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .workbook }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .workbook }
    guard bytes.contains(0) else { return nil }
    // UTF-16 without a mark: every second byte of ordinary French or English is NUL.
    let sample = bytes.prefix(512)
    let zeros = sample.reduce(into: 0) { count, byte in count += byte == 0 ? 1 : 0 }
    return zeros * 3 > sample.count ? .utf16 : .binary
  }

  /// The bytes in UTF-8, and what was found.
  ///
  /// Line by line: UTF-8 first, then Windows-1252.
  static func decode(_ bytes: inout [UInt8]) -> EncodingReport {
    var report = EncodingReport()
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      report.hasByteOrderMark = true
      bytes.removeFirst(3)
    }
    var rewritten: [UInt8]?
    bytes.withUnsafeBufferPointer { buffer in
      var start = 0
      var line = 0
      while start < buffer.count {
        var end = start
        while end < buffer.count, buffer[end] != 0x0A { end += 1 }
        if end < buffer.count { end += 1 }
        line += 1
        decodeLine(
          UnsafeBufferPointer(rebasing: buffer[start..<end]), offset: start, number: line,
          whole: buffer, into: &rewritten, report: &report)
        start = end
      }
    }
    if let rewritten { bytes = rewritten }
    return report
  }

  private static func decodeLine(
    _ line: UnsafeBufferPointer<UInt8>, offset: Int, number: Int,
    whole: UnsafeBufferPointer<UInt8>, into rewritten: inout [UInt8]?,
    report: inout EncodingReport
  ) {
    switch content(of: line) {
    case .ascii: report.asciiLines += 1
    case .utf8: report.utf8Lines += 1
    case .other:
      report.windows1252Lines += 1
      report.firstWindows1252Line = report.firstWindows1252Line ?? number
      if rewritten == nil {
        // Everything before was UTF-8: it is kept as it stands.
        var copy: [UInt8] = []
        copy.reserveCapacity(whole.count + whole.count / 32)
        copy.append(contentsOf: whole[..<offset])
        rewritten = copy
      }
      for byte in line { Windows1252.append(byte, to: &rewritten, report: &report) }
      return
    }
    rewritten?.append(contentsOf: line)
  }

  private enum Content { case ascii, utf8, other }

  /// What a line holds.
  ///
  /// Refuses overlong forms, surrogates and values above U+10FFFF.
  private static func content(of line: UnsafeBufferPointer<UInt8>) -> Content {
    var index = 0
    var found = Content.ascii
    while index < line.count {
      let lead = line[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      found = .utf8
      let length: Int
      var lowest: UInt8 = 0x80
      var highest: UInt8 = 0xBF
      switch lead {
      case 0xC2...0xDF: length = 2
      case 0xE0...0xEF:
        length = 3
        if lead == 0xE0 { lowest = 0xA0 }
        if lead == 0xED { highest = 0x9F }
      case 0xF0...0xF4:
        length = 4
        if lead == 0xF0 { lowest = 0x90 }
        if lead == 0xF4 { highest = 0x8F }
      default: return .other
      }
      guard index + length <= line.count, lowest...highest ~= line[index + 1] else { return .other }
      for position in (index + 2)..<max(index + 2, index + length) {
        guard 0x80...0xBF ~= line[position] else { return .other }
      }
      index += length
    }
    return found
  }
}

/// The characters that Windows-1252 puts where ISO-8859-1 has control codes.
private enum Windows1252 {
  /// Unicode values of bytes 0x80 to 0x9F; zero where the encoding gives none.
  static let upper: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  static func append(_ byte: UInt8, to bytes: inout [UInt8]?, report: inout EncodingReport) {
    guard byte >= 0x80 else {
      bytes?.append(byte)
      return
    }
    var value = UInt16(byte)
    if byte < 0xA0 {
      report.holdsWindowsOnlyBytes = true
      value = upper[Int(byte) - 0x80]
      if value == 0 {
        report.undefinedBytes += 1
        value = 0xFFFD
      }
    }
    if value < 0x800 {
      bytes?.append(0xC0 | UInt8(value >> 6))
    } else {
      bytes?.append(0xE0 | UInt8(value >> 12))
      bytes?.append(0x80 | UInt8((value >> 6) & 0x3F))
    }
    bytes?.append(0x80 | UInt8(value & 0x3F))
  }
}
