// SPDX-License-Identifier: GPL-3.0-or-later

public import LinearProgramming

/// Random numbers that are the same on every machine (SplitMix64).
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Creates a generator; equal seeds give equal numbers.
  public init(seed: UInt64) { state = seed }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Random programs small enough for brute force.
public enum RandomPrograms {
  /// A program with one to four bounded columns and up to five rows of every kind: one-sided,
  /// ranged, equal, empty; sometimes infeasible.
  ///
  /// - Parameters:
  ///   - seed: Recorded with a failure; gives the same program again.
  ///   - integer: Whether columns are whole numbers.
  /// - Returns: The program and an objective.
  public static func make(seed: UInt64, integer: Bool = false) -> (LinearProgram, Objective) {
    var random = SeededGenerator(seed: seed)
    var builder = LinearProgramBuilder(name: "random \(seed)")
    let columns = Int.random(in: 1...4, using: &random)
    var variables: [Variable] = []
    for column in 0..<columns {
      let lower = Double(Int.random(in: -3...2, using: &random))
      let width = Double(Int.random(in: 0...6, using: &random))
      variables.append(
        builder.addColumn(
          named: "x[\(column)]", lower: lower, upper: lower + width,
          domain: integer ? .integer : .continuous))
    }
    for row in 0..<Int.random(in: 0...5, using: &random) {
      for variable in variables {
        builder.add(Double(Int.random(in: -3...3, using: &random)), variable)
      }
      let bound = Double(Int.random(in: -6...8, using: &random))
      let kind = Int.random(in: 0...4, using: &random)
      let width = Double(Int.random(in: 0...5, using: &random))
      builder.closeRow(
        named: "row[\(row)]", lower: kind == 0 ? -.infinity : bound,
        upper: kind == 1 ? .infinity : kind == 0 ? bound : bound + width)
    }
    let costs = variables.map { _ in Double(Int.random(in: -5...5, using: &random)) }
    let objective = Objective(
      name: "cost", sense: Bool.random(using: &random) ? .minimize : .maximize,
      coefficients: costs, constant: Double(Int.random(in: -2...2, using: &random)))
    return (builder.build(), objective)
  }

  /// What is wrong with a solver's answer to one random program.
  public static func failures(
    of solver: any Solver, seed: UInt64, integer: Bool = false, options: SolverOptions
  ) throws -> [String] {
    let (program, objective) = make(seed: seed, integer: integer)
    let optimum =
      integer
      ? BruteForce.integerOptimum(program, objective) : BruteForce.optimum(program, objective)
    let example = TextbookProgram(program, objective, optimum)
    return try Conformance.failures(of: solver, on: example, options: options)
  }
}

extension TextbookProgram {
  /// A program whose optimum was found by other means; `nil` for an infeasible one.
  public init(_ program: LinearProgram, _ objective: Objective, _ optimum: Double?) {
    name = program.name
    source = "brute force"
    self.program = program
    self.objective = objective
    self.optimum = optimum
    termination = optimum == nil ? .infeasible : .optimal
  }
}
