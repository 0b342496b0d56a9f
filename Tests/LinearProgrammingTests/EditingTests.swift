// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Testing

@Suite struct `Changing a program` {
  @Test func `a row is added after the others, without its zeros`() {
    var (program, objective) = `Judging an answer`.wyndor()
    let row = program.appendRow(
      named: "both", columns: [Variable(0), Variable(1)], coefficients: [0, 2], lower: 1, upper: 9,
      role: .coupling)
    #expect(row == Constraint(3))
    #expect(program.rowCount == 4 && program.rowNames[3] == "both")
    #expect(program.entries(of: 3).map { program.columnIndex[$0] } == [1])
    #expect(program.activities(at: [5, 4])[3] == 8)
    #expect(program.rowRole[3] == .coupling)
    #expect(throws: Never.self) { try program.validate(for: objective) }
  }

  @Test func `bounds and domains are replaced`() {
    var builder = LinearProgramBuilder(name: "one")
    let n = builder.addColumn(named: "n", domain: .integer)
    builder.add(1, n)
    let row = builder.closeRow(named: "row", upper: 2)
    var program = builder.build()
    program.setBounds(row, lower: -1, upper: 1)
    program.setBounds(n, lower: 3, upper: 4)
    program.relax()
    #expect(program.rowLower == [-1] && program.rowUpper == [1])
    #expect(program.columnLower == [3] && program.columnUpper == [4])
    #expect(program.columnDomain == [.continuous])
  }

  @Test func `a part keeps names, bounds and coefficients, in the order asked for`() {
    let (program, _) = `Judging an answer`.wyndor()
    let part = program.part(columns: [1], rows: [2, 1], named: "part")
    #expect(part.name == "part")
    #expect(part.columnNames[0] == program.columnNames[1] && part.columnCount == 1)
    #expect((0..<2).map { part.rowNames[$0] } == [program.rowNames[2], program.rowNames[1]])
    #expect(part.rowUpper == [program.rowUpper[2], program.rowUpper[1]])
    #expect(part.activities(at: [3])[0] == program.activities(at: [0, 3])[2])
    #expect(part.activities(at: [3])[1] == program.activities(at: [0, 3])[1])
  }

  @Test func `the elastic program prices every missed unit of a row`() {
    var builder = LinearProgramBuilder(name: "contradiction")
    let x = builder.addColumn(named: "x")
    builder.add(1, x)
    builder.closeRow(named: "range", lower: 5, upper: 6)
    builder.add(1, x)
    builder.closeRow(named: "atMost", upper: 4)
    let elastic = ElasticProgram(builder.build()) { row in row == 0 ? 1 : 2 }
    let program = elastic.program
    #expect(program.columnCount == 4)
    #expect(
      (0..<4).map { program.columnNames[$0] }
        == ["x", "missing:range", "excess:range", "excess:atMost"])
    #expect(elastic.objective.coefficients == [0, 1, 1, 2])
    #expect(program.activities(at: [4, 1, 0, 0]) == [5, 4])
    #expect(program.activities(at: [7, 0, 1, 3]) == [6, 4])
    #expect(elastic.slacks.map(\.row.position) == [0, 0, 1])
  }
}
