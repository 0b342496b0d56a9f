// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import TestSupport
import Testing

@Suite struct `Rows that leave columns no room` {
  /// Two hospitals may be paid 10 each, one unit of money buys 3 at the first and 2 at the second;
  /// all is spent out of an envelope.
  static func program(envelope: Double) -> (LinearProgram, [ObjectiveLevel]) {
    var builder = LinearProgramBuilder(name: "envelope")
    let paid = ["first", "second"].map { builder.addColumn(named: "paid \($0)") }
    let bought = ["first", "second"].map { builder.addColumn(named: "bought \($0)") }
    let spent = builder.addColumn(named: "spent")
    for (number, worth) in [3.0, 2].enumerated() {
      builder.add(1, bought[number])
      builder.add(-worth, paid[number])
      builder.closeRow(named: "buys \(number)", upper: 0)
      builder.add(1, paid[number])
      builder.closeRow(named: "most \(number)", upper: 10)
    }
    for column in paid { builder.add(1, column) }
    builder.add(-1, spent)
    builder.closeRow(named: "spend", lower: 0, upper: 0, role: .coupling)
    builder.add(1, spent)
    builder.closeRow(named: "envelope", upper: envelope, role: .coupling)
    let goals = [
      Objective(name: "worth", sense: .maximize, coefficients: [0, 0, 1, 1, 0]),
      Objective(name: "money", sense: .minimize, coefficients: [1, 1, 0, 0, 0]),
    ]
    return (builder.build(), goals.map { ObjectiveLevel(objective: $0) })
  }

  /// Without money nothing is bought, and the first unit would buy 3 at the first hospital: that is
  /// what both rows are worth, and not more.
  @Test func `are worth what the first unit would buy`() throws {
    let (program, levels) = Self.program(envelope: 0)
    let outcome = try Support.solve(program, levels)
    #expect(outcome.isComplete)
    let level = outcome.levels[0]
    #expect(abs(level.value ?? 1) < 1e-9)
    #expect(abs((level.bestBound ?? 1) - 0) < 1e-9)
    let names = ["spend", "envelope"]
    for row in 0..<program.rowCount where names.contains(program.rowNames[row]) {
      #expect(abs(abs(level.rowDuals[row]) - 3) < 1e-6, "\(program.rowNames[row])")
    }
    #expect(abs(level.optimality?.gap ?? 1) < 1e-9)
  }

  @Test func `leave room again in a what-if that gives money, and none in one that takes it`()
    throws
  {
    let session = Support.engine().makeSession()
    for (envelope, worth) in [(0.0, 0.0), (4, 12), (15, 40), (0, 0), (12, 34)] {
      let (program, levels) = Self.program(envelope: envelope)
      let outcome = try session.optimise(
        program, inOrder: levels, options: SolverOptions(), onLevel: nil)
      #expect(outcome.isComplete, "\(envelope)")
      #expect(abs((outcome.levels[0].value ?? -1) - worth) < 1e-5, "\(envelope)")
      #expect((outcome.levels[0].optimality?.gap ?? 1) < 1e-6, "\(envelope)")
    }
  }

  /// Seeds 9001…9200 without open columns: some of their coupling rows are drawn in until they
  /// leave no room on one side.
  @Test(arguments: Support.batches(10))
  func `change neither the optimum nor what prices prove`(batch: Int) throws {
    var forced = 0
    for seed in UInt64(9001 + 20 * batch)...UInt64(9020 + 20 * batch) {
      let made = BlockAngular(seed: seed, isOpen: false)
      var draw = SplitMix64(seed: seed)
      var program = made.program
      for row in 0..<program.rowCount
      where program.rowRole[row] == .coupling && draw.chance(0.4) {
        let (least, most) = Self.reach(program, row)
        let isLow = draw.chance(0.5)
        program.setBounds(
          Constraint(row), lower: isLow ? -.infinity : most, upper: isLow ? least : .infinity)
        forced += least < most ? 1 : 0
      }
      for rehearses in [false, true] {
        let outcome = try Support.solve(program, made.levels, rehearses: rehearses)
        let complaints = try Agreement.complaints(about: outcome, program, made.levels)
        #expect(complaints.isEmpty, "seed \(seed): \(complaints)")
      }
    }
    #expect(forced >= 5)
  }

  /// Least and greatest activity of a row within the bounds of its columns.
  private static func reach(_ program: LinearProgram, _ row: Int) -> (Double, Double) {
    program.entries(of: row).reduce((0.0, 0.0)) { sum, entry in
      let column = Int(program.columnIndex[entry])
      let ends = [program.columnLower[column], program.columnUpper[column]]
        .map { program.coefficient[entry] * $0 }
      return (sum.0 + min(ends[0], ends[1]), sum.1 + max(ends[0], ends[1]))
    }
  }
}
