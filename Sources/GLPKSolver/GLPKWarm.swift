// SPDX-License-Identifier: GPL-3.0-or-later

public import LinearProgramming

/// GLPK as a solver that keeps many problems warm, each on one thread.
public struct GLPKWarmSolver: WarmSolver {
  /// Creates the solver.
  public init() {}

  /// Name and version, such as `GLPK 5.0`.
  public var identity: String { "GLPK \(GLPKSolver.version)" }

  /// Starts a thread with problems of its own.
  public func makeThread(named name: String) -> any WarmThread { GLPKWarmThread(name) }
}

/// A thread of GLPK with its numbered problems.
private final class GLPKWarmThread: WarmThread {
  private let thread: GLPKThread
  private let problems = NumberedProblems()

  init(_ name: String) { thread = GLPKThread(name: name) }

  func post(_ body: @escaping @Sendable (any WarmWorkspace) -> Void) {
    let problems = problems
    thread.post { body(GLPKWarmWorkspace($0, problems)) }
  }
}

/// Names of the problems of a thread.
///
/// Only touched by bodies of that thread, which run one after another.
private final class NumberedProblems: @unchecked Sendable {
  private var identifiers: [GLPKProblemID?] = []
  private var free: [Int] = []

  subscript(number: Int) -> GLPKProblemID? { identifiers[number] }

  func take(_ identifier: GLPKProblemID) -> Int {
    guard let number = free.popLast() else {
      identifiers.append(identifier)
      return identifiers.count - 1
    }
    identifiers[number] = identifier
    return number
  }

  func giveBack(_ number: Int) -> GLPKProblemID? {
    guard let identifier = identifiers[number] else { return nil }
    identifiers[number] = nil
    free.append(number)
    return identifier
  }
}

private final class GLPKWarmWorkspace: WarmWorkspace {
  private let workspace: GLPKWorkspace
  private let problems: NumberedProblems

  init(_ workspace: GLPKWorkspace, _ problems: NumberedProblems) {
    self.workspace = workspace
    self.problems = problems
  }

  func add(_ program: LinearProgram, costs: [Double]) throws -> Int {
    let objective = Objective(name: "costs", sense: .minimize, coefficients: costs)
    return problems.take(try workspace.add(program, for: objective))
  }

  func problem(_ number: Int) throws -> any WarmProblem {
    guard let identifier = problems[number] else {
      throw GLPKFault(.unknownProblem, "problem \(number)")
    }
    return GLPKWarmProblem(try workspace.problem(identifier))
  }

  func remove(_ number: Int) {
    if let identifier = problems.giveBack(number) { workspace.remove(identifier) }
  }
}

private final class GLPKWarmProblem: WarmProblem {
  private let problem: GLPKProblem

  init(_ problem: GLPKProblem) { self.problem = problem }

  func setCosts(_ costs: [Double]) throws {
    try problem.setObjective(
      Objective(name: "costs", sense: .minimize, coefficients: costs))
  }

  func pricesOfBasis(at costs: [Double]) throws -> [Double]? {
    try problem.pricesOfBasis(at: costs)
  }

  func basis() throws -> Basis { try problem.basis() }

  func setBasis(_ basis: Basis) throws { try problem.restore(basis) }

  func resetBasis() throws { try problem.resetBasis() }

  func scales() throws -> Scales { try problem.scales() }

  func scale(by scales: Scales) throws { try problem.scale(by: scales) }

  func addRows(_ rows: [WarmRow]) throws {
    try problem.add(
      rows.map {
        SparseLine(
          lower: $0.lower, upper: $0.upper, places: $0.columns, coefficients: $0.coefficients)
      })
  }

  func solve(_ method: SolverMethod, options: SolverOptions) throws -> SolverResult {
    try problem.solve(method, options: options)
  }
}
