// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import TestSupport
import Testing

@testable import Tables

@Suite struct `Reading the rows of a CSV file` {
  private func rows(
    _ text: String, _ separator: CSVSeparator? = nil, quoting: CSVQuoting = .standard
  ) -> (rows: [[String]], lines: [Int], codes: [String]) {
    var reader = CSVReader(
      TextFile(path: "t.csv", text: text), separator: separator, quoting: quoting)
    var rows: [[String]] = []
    var lines: [Int] = []
    while let record = reader.next() {
      rows.append((0..<record.count).map { record.text(at: $0) })
      lines.append(record.line)
    }
    return (rows, lines, reader.findings.all.map(\.code.rawValue))
  }

  @Test(arguments: [";", ",", "\t", "|"])
  func `the separator is found`(separator: String) {
    let text = "id\(separator)name\(separator)note\n1\(separator)a b\(separator)c.d\n"
    #expect(rows(text).rows == [["id", "name", "note"], ["1", "a b", "c.d"]])
  }

  @Test func `decimal commas do not hide a semicolon`() {
    #expect(rows("a;b\n1,5;2,5\n1,7;3,5\n").rows[1] == ["1,5", "2,5"])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `every way to end a line is understood`(end: String) {
    let read = rows("a;b\(end)1;2\(end)\(end)3;4")
    #expect(read.rows == [["a", "b"], ["1", "2"], ["3", "4"]])
    #expect(read.lines == [1, 2, 4])
  }

  @Test func `quotes may hold separators, quotes and line ends`() {
    let read = rows("a;b\r\n\"x;\"\"y\"\"\";\"l1\r\nl2\"\r\n3;4\r\n")
    #expect(read.rows == [["a", "b"], ["x;\"y\"", "l1\r\nl2"], ["3", "4"]])
    #expect(read.lines == [1, 2, 4])
    #expect(read.codes.isEmpty)
  }

  @Test func `quadrupled quotes lose one level`() {
    #expect(rows("a;\"\"\"\"\"PHARMACIE X\"\"\"\"\"").rows == [["a", "\"\"PHARMACIE X\"\""]])
  }

  @Test func `an empty quoted field is empty and the row is kept`() {
    #expect(rows("\"\";1\n;\n").rows == [["", "1"], ["", ""]])
  }

  @Test func `a quote never closed is told and swallows no row`() {
    let read = rows("a;b\n\"x;1\n2;3\n", .semicolon)
    #expect(read.rows == [["a", "b"], ["\"x", "1"], ["2", "3"]])
    #expect(read.codes == ["tables.unclosedQuote"])
  }

  @Test func `letters after a closing quote are told`() {
    #expect(rows("a;b\n\"x\"y;1\n", .semicolon).codes == ["tables.strayQuote"])
  }

  @Test func `in a register a truncated quoted name is read as it stands`() {
    let read = rows("\"GCS \"\"LABO;1;\"B;2\"\n", .semicolon, quoting: .withinLine)
    #expect(read.rows == [["\"GCS \"\"LABO", "1", "B;2"]])
    #expect(read.codes.isEmpty)
  }

  @Test func `spaces around a field, no-break ones too, are not part of it`() {
    #expect(rows("a; \u{A0}x\u{202F}\t;b", .semicolon).rows == [["a", "x", "b"]])
  }

  @Test func `a row with more fields than any spreadsheet is cut and told`() {
    let read = rows(String(repeating: ";", count: 20_000) + "\n1;2\n", .semicolon)
    #expect(read.rows.map(\.count) == [CSVReader.maximumFields, 2])
    #expect(read.codes == ["tables.tooManyFields"])
  }

  @Test func `no bytes whatever make the reader fail or lose its place`() throws {
    let alphabet: [UInt8] = [
      0x22, 0x22, 0x3B, 0x2C, 0x0A, 0x0D, 0x41, 0xE9, 0xC3, 0xA9, 0x20, 0x09, 0x7C, 0x30,
    ]
    for seed: UInt64 in 1...400 {
      var generator = SplitMix64(seed: seed)
      let bytes = (0..<Int.random(in: 0...120, using: &generator)).map { _ in
        alphabet.randomElement(using: &generator) ?? 0x41
      }
      let text = try TextFile(path: "f", undecoded: bytes)
      for quoting in [CSVQuoting.standard, .withinLine, .none] {
        var reader = CSVReader(text, quoting: quoting)
        var last = 0
        while let record = reader.next() {
          #expect(record.line > last, "seed \(seed)")
          last = record.line
          for place in 0..<record.count { _ = record.text(at: place) }
        }
        let lineEnds = Self.lineEnds(text.bytes)
        #expect(reader.line == lineEnds + 1, "seed \(seed), \(quoting)")
      }
    }
  }

  private static func lineEnds(_ bytes: [UInt8]) -> Int {
    bytes.indices.count { index in
      bytes[index] == 0x0A
        || (bytes[index] == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A))
    }
  }
}
