// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import TestSupport
import Testing

@testable import Tables

@Suite struct `Checking a table against its declared columns` {
  private let schema = TableSchema(
    columns: [
      ColumnDeclaration("id", .identifier), ColumnDeclaration("kind", .choice(["ght", "site"])),
      ColumnDeclaration("agents", .integer, allowsEmpty: true, minimum: 0, unit: "agents"),
      .optional("amount", .money(bare: .euro), minimum: 0),
      .optional("share", .share, minimum: 0, maximum: 1), .optional("year", .year),
      .optional("pilot", .boolean), .optional("weight", .decimal),
    ], key: ["id"])

  private func read(_ text: String) -> (table: Table, findings: [Finding]) {
    var findings = Findings()
    let table = schema.read(TextFile(path: "t.csv", text: text), findings: &findings)
    return (table, findings.all)
  }

  @Test func `columns are found by name, whatever their order`() {
    let read = read("kind;amount;id;agents;pilot;share;year\nght;1 437 k€;A;12;oui;2,5 %;2027\n")
    #expect(read.findings.isEmpty)
    let row = read.table.rows[0]
    #expect(row.text("id") == "A")
    #expect(row.money("amount") == 143_700_000)
    #expect(row.integer("agents") == 12)
    #expect(row.boolean("pilot") == true)
    #expect(row.share("share") == 0.025)
    #expect(row.integer("year") == 2027)
    #expect(row.position(of: "amount") == SourcePosition(file: "t.csv", line: 2, column: 2))
  }

  @Test func `an empty cell is not declared, never zero`() {
    let read = read("id;kind;agents;amount\nA;ght; ;\n")
    #expect(read.findings.isEmpty)
    #expect(read.table.rows[0]["agents"] == .missing)
    #expect(read.table.rows[0].integer("agents") == nil)
    #expect(read.table.rows[0].money("amount") == nil)
  }

  @Test(
    arguments: [
      ("id;kind;agnts\nA;ght;1\n", "tables.unknownColumn", 1, 3, "agents"),
      ("id;kind;agents;id\nA;ght;1;B\n", "tables.duplicateColumn", 1, 4, nil),
      ("id;kind;agents\nA;ght;douze\n", "tables.notANumber", 2, 3, nil),
      ("id;kind;agents\nA;ght;-1\n", "tables.belowMinimum", 2, 3, nil),
      ("id;kind;agents\nA;gth;1\n", "tables.valueNotAllowed", 2, 2, "ght"),
      ("id;kind;agents\n;ght;1\n", "tables.missingCell", 2, 1, nil),
      ("id;kind;agents\nA;ght\n", "tables.raggedRow", 2, nil, nil),
      ("id;kind;agents\nA;ght;1;9\n", "tables.raggedRow", 2, nil, nil),
      ("id;kind;agents\nA;ght;1\nA;ght;2\n", "tables.duplicateKey", 3, 1, nil),
      ("id;kind;agents\n2,601E+13;ght;1\n", "tables.spreadsheetExponent", 2, 1, nil),
      ("id;kind;agents;share\nA;ght;1;150 %\n", "tables.aboveMaximum", 2, 4, nil),
      ("id;kind;agents;share\nA;ght;1;3 €\n", "tables.unitMismatch", 2, 4, nil),
      ("id;kind;agents;amount\nA;ght;1;3 %\n", "tables.unitMismatch", 2, 4, nil),
      ("id;kind;agents;amount\nA;ght;1;1,234\n", "tables.ambiguousSeparator", 2, 4, nil),
      ("id;kind;agents;year\nA;ght;1;27\n", "tables.notYear", 2, 4, nil),
      ("id;kind;agents;pilot\nA;ght;1;peut-être\n", "tables.notBoolean", 2, 4, nil),
      ("id;kind;agents\nA;ght;#N/A\n", "tables.spreadsheetError", 2, 3, nil),
      ("id;kind;;agents\nA;ght;;1\n", "tables.unnamedColumn", 1, 3, nil),
    ] as [(String, String, Int, Int?, String?)])
  func `a fault is told once, at its place`(
    text: String, code: String, line: Int, column: Int?, nearest: String?
  ) throws {
    let all = read(text).findings
    // A misspelt column is unknown, and the one it stands for is missing.
    let finding = try #require(all.first { $0.code.rawValue == code })
    #expect(all.filter { $0.code != "tables.missingColumn" }.count == 1)
    #expect(finding.position == SourcePosition(file: "t.csv", line: line, column: column))
    #expect(finding.arguments["nearest"] == nearest)
  }

  @Test func `all faults are told at once`() {
    let codes = read("id;knd;agents\nA;ght;x\nB;ght;y\n").findings.map(\.code.rawValue)
    #expect(
      codes == [
        "tables.missingColumn", "tables.unknownColumn", "tables.notANumber", "tables.notANumber",
      ])
  }

  @Test func `what a spreadsheet leaves behind is no fault`() {
    let read = read("id;kind;agents;;\r\nA;ght;1;;\r\n;;;;\r\n")
    #expect(read.findings.isEmpty)
    #expect(read.table.rows.count == 1)
  }

  @Test func `the faults of a wholly wrong file are counted, not all told`() throws {
    let rows = (0..<1000).map { "A\($0);nothing;x\n" }.joined()
    let all = read("id;kind;agents\n" + rows).findings
    #expect(all.count == TableSchema.maximumFindings + 1)
    let last = try #require(all.last)
    #expect(last.code == "tables.moreFindings")
    #expect(last.arguments["count"] == "\(2000 - TableSchema.maximumFindings)")
  }

  @Test func `no bytes whatever make it fail, and every row read has its cells`() throws {
    let original = Array("id;kind;agents;amount;share\nA;ght;12;1 437 k€;2,5 %\nB;site;;3;\n".utf8)
    let harmful: [UInt8] = [0x22, 0x3B, 0x0A, 0x0D, 0x2C, 0xE9, 0xC3, 0x2E, 0x2D, 0x65, 0x39, 0x25]
    for seed: UInt64 in 1...1500 {
      var generator = SplitMix64(seed: seed)
      var bytes = original
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        let byte = harmful.randomElement(using: &generator) ?? 0x22
        if Bool.random(using: &generator) {
          bytes[place] = byte
        } else {
          bytes.insert(byte, at: place)
        }
      }
      var findings = Findings()
      let table = schema.read(try TextFile(path: "f", undecoded: bytes), findings: &findings)
      for row in table.rows {
        #expect(row.cells.count == schema.columns.count, "seed \(seed)")
        if let agents = row.integer("agents") { #expect(agents >= 0, "seed \(seed)") }
        if let share = row.share("share") { #expect(0...1 ~= share, "seed \(seed)") }
      }
    }
  }

  @Test func `an empty file is refused`() {
    #expect(read("").findings.map(\.code.rawValue) == ["tables.emptyFile"])
  }
}

@Suite struct `Cells that look plain` {
  private static let texts = [
    "A", "  A ", "Hôpital", "é", "\u{A0}A\u{A0}", "#N/A", "#1", "un texte de plus de quinze octets",
    "\"cité ; entre guillemets\"", "\"\"\"deux\"\"\"", "2,6E+13", "a+b", "0", "7", "0012", "1 437",
    "12345678901234567", "123456789012345678", "1234567890123456789", "-3", "+3", "12.0", "1,5",
    "2027", "1899", "1900", "2200", "2201", "02027", "true", "false", "TRUE", "oui", "2", "x",
  ]
  private static let types: [ColumnType] = [.text, .identifier, .integer, .year, .boolean]

  /// A limit that nothing reaches keeps a column from being read the short way.
  private func read(
    _ text: String, as type: ColumnType, isPlain: Bool
  ) -> (cells: [Cell], codes: [String]) {
    var column = ColumnDeclaration("c", type)
    if !isPlain { column.minimum = -1e300 }
    var findings = Findings()
    // The same text twice: the second cell may be that above it.
    let table = TableSchema(columns: [column, ColumnDeclaration("d", .text)]).read(
      TextFile(path: "t.csv", text: "c;d\n\(text);1\n\(text);2\n"), findings: &findings)
    return (table.rows.map { $0["c"] }, findings.all.map(\.code.rawValue))
  }

  @Test(arguments: texts, types)
  func `are what they are where they are looked at closely`(text: String, type: ColumnType) {
    let (short, long) = (
      read(text, as: type, isPlain: true), read(text, as: type, isPlain: false)
    )
    #expect(short.cells == long.cells)
    #expect(short.codes == long.codes)
  }
}

@Suite struct `Keys of many rows` {
  private func repeated(_ rows: [String], columns: Int) -> [Finding] {
    let names = (0..<columns).map { "k\($0)" }
    let schema = TableSchema(
      columns: names.map { ColumnDeclaration($0, .text, allowsEmpty: true) }, key: names)
    var findings = Findings()
    let text = ([names.joined(separator: ";")] + rows).joined(separator: "\n")
    _ = schema.read(TextFile(path: "t.csv", text: text), findings: &findings)
    return findings.all.filter { $0.code == .duplicateKey }
  }

  @Test(arguments: [1, 2, 5, 9])
  func `a key that is there again is told with its first line`(columns: Int) {
    // More names than a short key has room for, and each part of a key differs in some row.
    let rows = (0..<6000).map { row in
      (0..<columns).map { "n\($0 == row % columns ? row : row / 7)" }.joined(separator: ";")
    }
    #expect(repeated(rows, columns: columns).isEmpty)
    for line in [0, 3, 5998] {
      let told = repeated(rows + [rows[line]], columns: columns)
      #expect(told.map(\.position?.line) == [6002])
      #expect(told.first?.arguments["first"] == "\(line + 2)")
    }
  }

  @Test func `letters of two forms are the same key`() {
    #expect(repeated(["caf\u{E9};1", "b;1", "cafe\u{301};1"], columns: 2).count == 1)
  }

  @Test func `a key of holes is none, and a hole is no other key`() {
    #expect(repeated([";", ";", "a;", "a;b", ";a"], columns: 2).isEmpty)
    #expect(repeated(["a;", "a;"], columns: 2).count == 1)
  }
}
