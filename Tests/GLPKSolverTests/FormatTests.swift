// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import GLPKSolver
import LinearProgramming
import SolverConformance
import Testing

@Suite struct `Programs in files` {
  /// Writes a text to a new file and gives its path to `body`.
  func withFile<T>(_ text: String, _ body: (String) throws -> T) throws -> T {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(text.utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return try body(url.path)
  }

  /// The parts of a program by name, since the LP format does not keep the order of columns.
  struct Parts: Equatable {
    var columns: [String: [Double]]
    var integers: Set<String>
    var rows: [String: [String: Double]]
    var bounds: [String: [Double]]
    var constant: Double
    var sense: Sense

    init(_ program: LinearProgram, _ objective: Objective) {
      columns = [:]
      integers = []
      rows = [:]
      bounds = [:]
      constant = objective.constant
      sense = objective.sense
      for column in 0..<program.columnCount {
        let name = program.columnNames[column]
        columns[name] = [
          program.columnLower[column], program.columnUpper[column],
          objective.coefficients[column],
        ]
        if program.columnDomain[column] == .integer { integers.insert(name) }
      }
      for row in 0..<program.rowCount {
        let name = program.rowNames[row]
        bounds[name] = [program.rowLower[row], program.rowUpper[row]]
        var terms: [String: Double] = [:]
        for entry in program.entries(of: row) {
          terms[program.columnNames[Int(program.columnIndex[entry])]] =
            program.coefficient[entry]
        }
        rows[name] = terms
      }
    }
  }

  /// Textbook programs, random ones, and one with every oddity of names and bounds.
  static var programs: [(LinearProgram, Objective)] {
    var builder = LinearProgramBuilder(name: "odd names, é")
    let names = ["envelope[CARE-D1,2027]", "e9", "end", "é x", "a@lower", "#", "unused"]
    let variables = names.enumerated().map { position, name in
      builder.addColumn(
        named: name, lower: [-.infinity, 0, -3.25, 1e-7, 2, 0, 0][position],
        upper: [.infinity, 1e20, -1, 5, 2, .infinity, .infinity][position],
        domain: position == 2 ? .integer : .continuous)
    }
    for (position, variable) in variables.dropLast().enumerated() {
      builder.add(Double(position) + 0.1, variable)
      builder.add(-1, variables[0])
      builder.closeRow(
        named: "goal[\(position):nis-x]", lower: [-.infinity, -1, 0, 4, -.infinity, 2][position],
        upper: [.infinity, 1, .infinity, 4, 3, 7][position])
    }
    let objective = Objective(
      name: "level[1:shortfall]", sense: .maximize, coefficients: [1, -2.5, 0, 1e-9, 3, 1, 0],
      constant: -12.5)
    var programs = Textbook.all.map { ($0.program, $0.objective) }
    for seed in UInt64(1)...60 {
      programs.append(RandomPrograms.make(seed: seed, integer: seed % 2 == 0))
    }
    programs.append((builder.build(), objective))
    return programs
  }

  @Test func `come back from the LP format as they were`() throws {
    for (program, objective) in Self.programs {
      let read = try withFile(LPFormat.text(program, objective)) { try GLPKFormats.readLP($0) }
      #expect(Parts(read.program, read.objective) == Parts(program, objective))
      #expect(read.objective.name == objective.name)
    }
  }

  @Test func `come back from the MPS format as they were, maximisation negated`() throws {
    for (program, objective) in Self.programs {
      let read = try withFile(MPSFormat.text(program, objective)) { try GLPKFormats.readMPS($0) }
      var expected = objective
      if objective.sense == .maximize {
        expected.sense = .minimize
        expected.coefficients = objective.coefficients.map { $0 == 0 ? 0 : -$0 }
        expected.constant = objective.constant == 0 ? 0 : -objective.constant
      }
      #expect(Parts(read.program, read.objective) == Parts(program, expected))
      #expect(read.program.name == program.name)
    }
  }

  static let diet = """
    set FOOD; set NUTRIENT;
    param cost{FOOD}; param content{FOOD, NUTRIENT}; param need{NUTRIENT};
    var buy{FOOD} >= 0;
    minimize total: sum{f in FOOD} cost[f] * buy[f];
    s.t. enough{n in NUTRIENT}: sum{f in FOOD} content[f, n] * buy[f] >= need[n];
    """
  static let dietData = """
    data;
    set FOOD := bread milk; set NUTRIENT := energy calcium;
    param cost := bread 2 milk 3.5;
    param content: energy calcium := bread 4 2 milk 6 12;
    param need := energy 32 calcium 24;
    end;
    """

  @Test func `a MathProg model is read with its data from one file or two`() throws {
    let whole = try withFile(Self.diet + Self.dietData) { try GLPKFormats.readMathProg(model: $0) }
    let split = try withFile(Self.diet + "end;") { model in
      try withFile(Self.dietData) { try GLPKFormats.readMathProg(model: model, data: $0) }
    }
    #expect(Parts(whole.program, whole.objective) == Parts(split.program, split.objective))
    #expect(whole.program.rowCount == 2)
    #expect(whole.program.rowNames[0] == "enough[energy]")
    #expect(whole.objective.name == "total")
    let result = try GLPKSolver().solve(
      whole.program, for: whole.objective, options: SolverOptions())
    // Two rows bind: 4 bread + 6 milk = 32, 2 bread + 12 milk = 24.
    let expected = 2 * (20.0 / 3) + 3.5 * (8.0 / 9)
    #expect(abs((result.objectiveValue ?? 0) - expected) < 1e-9)
  }

  @Test func `a file that cannot be read is an error with the words of the reader`() throws {
    let error = #expect(throws: GLPKFault.self) {
      try withFile("Minimize\n x: + [ y\nSubject To\nEnd\n") { try GLPKFormats.readLP($0) }
    }
    #expect(error?.code == .unreadableFile)
    #expect(error?.message.contains(":2: ") == true)
    let mathProg = #expect(throws: GLPKFault.self) {
      try withFile("var x >= ;\nend;\n") { try GLPKFormats.readMathProg(model: $0) }
    }
    #expect(mathProg?.code == .unreadableFile)
    #expect(mathProg?.message.contains("syntax error") == true)
    let absent = #expect(throws: GLPKFault.self) {
      try GLPKFormats.readMPS("/nowhere/at/all.mps")
    }
    #expect(absent?.code == .unreadableFile)
  }
}
