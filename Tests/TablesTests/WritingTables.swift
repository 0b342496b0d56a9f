// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Tables

@Suite struct `Writing tables` {
  private func text(_ cells: [Cell], _ style: CSVStyle) throws -> String {
    var writer = CSVWriter(columns: cells.indices.map { "c\($0)" }, style: style)
    try writer.append(cells)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func `the machine's style is comma, point and LF`() throws {
    let written = try text(
      [.text("a,\"b\""), .decimal(0.1), .money(123_450), .missing, .boolean(true)], .machine)
    #expect(written == "c0,c1,c2,c3,c4\n\"a,\"\"b\"\"\",0.1,1234.50,,true\n")
  }

  @Test func `French Excel gets its mark, its commas and its line ends`() throws {
    let written = try text(
      [.text("é;à"), .decimal(1234.5), .share(0.025), .integer(7)], .frenchExcel)
    #expect(written == "\u{FEFF}c0;c1;c2;c3\r\n\"é;à\";1234,5;0,025;7\r\n")
  }

  @Test(arguments: ["=1+1", "+33", "-2", "@SUM(A1)", "\tx"])
  func `a text that looks like a formula is disarmed where asked`(formula: String) throws {
    #expect(try text([.text(formula)], .frenchExcel).contains("'\(formula)"))
    #expect(!(try text([.text(formula)], .machine).contains("'")))
  }

  @Test func `a negative number is not taken for a formula`() throws {
    #expect(try text([.money(-250)], .frenchExcel).hasSuffix("-2,50\r\n"))
  }

  @Test(arguments: [Double.nan, .infinity])
  func `a number that is not finite is refused`(value: Double) {
    var writer = CSVWriter(columns: ["x"])
    #expect(
      codes { () throws(Findings) in try writer.append([.decimal(value)]) } == ["tables.notFinite"])
  }

  @Test(arguments: [
    (0.00001, "0.00001"), (1e21, "1000000000000000000000"), (123_456.789, "123456.789"),
    (-0.0, "0"),
    (1.5e-7, "0.00000015"), (-2.5e17, "-250000000000000000"), (5, "5"),
  ])
  func `numbers are written without exponent`(value: Double, expected: String) {
    #expect(NumberText.shortest(value) == expected)
  }

  @Test func `whatever is written is read back`() throws {
    let schema = TableSchema(columns: [
      ColumnDeclaration("t", .text, allowsEmpty: true), ColumnDeclaration("d", .decimal),
      ColumnDeclaration("m", .money(bare: .euro)), ColumnDeclaration("s", .share),
    ])
    let letters = Array("aé;,\"'\n |=€")
    for style in [CSVStyle.machine, .study, .frenchExcel] {
      var generator = SplitMix64(seed: 42)
      var writer = CSVWriter(columns: ["t", "d", "m", "s"], style: style)
      var rows: [[Cell]] = []
      for _ in 0..<300 {
        let length = Int.random(in: 0...8, using: &generator)
        let random = String(
          (0..<length).map { _ in letters.randomElement(using: &generator) ?? "a" })
        let row: [Cell] = [
          .text("x\(random)x"), .decimal(Double.random(in: -1e6...1e6, using: &generator)),
          .money(Int64.random(in: -1_000_000_000...1_000_000_000, using: &generator)),
          .share(Double.random(in: 0...1, using: &generator)),
        ]
        rows.append(row)
        try writer.append(row)
      }
      var findings = Findings()
      let file = try TextFile(path: "w.csv", undecoded: writer.bytes)
      let table = schema.read(file, findings: &findings)
      #expect(findings.all.isEmpty)
      #expect(table.rows.map(\.cells) == rows)
    }
  }
}

@Suite struct `Files and folders that are whole or not there` {
  private func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test func `a file takes the place of the one of before`() throws {
    try inTemporaryFolder { folder in
      let path = "\(folder)/a.csv"
      try AtomicFile.write(Array("old".utf8), to: path)
      try AtomicFile.write(Array("new".utf8), to: path)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
      #expect(try names(folder) == ["a.csv"])
    }
  }

  @Test func `a file that cannot be written leaves nothing behind`() throws {
    try inTemporaryFolder { folder in
      #expect(
        codes { () throws(Findings) in try AtomicFile.write([1], to: "\(folder)/no/a.csv") }
          == ["tables.outputFolderMissing"])
      try FileManager.default.createDirectory(
        atPath: "\(folder)/taken/x", withIntermediateDirectories: true)
      #expect(
        codes { () throws(Findings) in try AtomicFile.write([1], to: "\(folder)/taken") }
          == ["tables.outputExists"])
      #expect(try names(folder) == ["taken"])
    }
  }

  @Test func `a folder appears only when it is committed`() throws {
    try inTemporaryFolder { folder in
      let plan = try AtomicFolder(path: "\(folder)/plan/")
      try plan.write(Array("{}".utf8), as: "manifest.json")
      try plan.write(Array("x".utf8), as: "charts/a.svg")
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/plan"))
      try plan.commit()
      #expect(try names(folder) == ["plan"])
      #expect(try names("\(folder)/plan") == ["charts", "manifest.json"])
    }
  }

  @Test func `a folder let go or removed leaves nothing`() throws {
    try inTemporaryFolder { folder in
      do {
        let plan = try AtomicFolder(path: "\(folder)/plan")
        try plan.write([1], as: "deep/er/a")
      }
      let other = try AtomicFolder(path: "\(folder)/other")
      other.remove()
      other.remove()
      #expect(try names(folder).isEmpty)
    }
  }

  @Test func `only a folder of ours is replaced, and only when told so`() throws {
    try inTemporaryFolder { folder in
      let path = "\(folder)/plan"
      let first = try AtomicFolder(path: path)
      try first.write(Array("1".utf8), as: "manifest.json")
      try first.commit()
      #expect(
        codes { () throws(Findings) in _ = try AtomicFolder(path: path) } == ["tables.outputExists"]
      )
      #expect(
        codes { () throws(Findings) in
          _ = try AtomicFolder(path: path, replacing: .folderHolding("other.json"))
        } == ["tables.outputNotReplaceable"])
      let second = try AtomicFolder(path: path, replacing: .folderHolding("manifest.json"))
      try second.write(Array("2".utf8), as: "manifest.json")
      try second.commit()
      #expect(try String(contentsOfFile: "\(path)/manifest.json", encoding: .utf8) == "2")
      #expect(try names(folder) == ["plan"])
    }
  }
}
