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
  var identifiers: [GLPKProblemID?] = []
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
    problems.identifiers.append(try workspace.add(program, for: objective))
    return problems.identifiers.count - 1
  }

  func problem(_ number: Int) throws -> any WarmProblem {
    guard let identifier = problems.identifiers[number] else {
      throw GLPKFault(.unknownProblem, "problem \(number)")
    }
    return GLPKWarmProblem(try workspace.problem(identifier))
  }

  func remove(_ number: Int) {
    if let identifier = problems.identifiers[number] { workspace.remove(identifier) }
    problems.identifiers[number] = nil
  }
}

private final class GLPKWarmProblem: WarmProblem {
  private let problem: GLPKProblem

  init(_ problem: GLPKProblem) { self.problem = problem }

  func setCosts(_ costs: [Double]) throws {
    try problem.setObjective(
      Objective(name: "costs", sense: .minimize, coefficients: costs))
  }

  func setColumnBounds(_ bounds: [WarmBounds]) throws {
    guard !bounds.isEmpty else { return }
    try problem.setBounds(
      bounds.map { (column: Variable(Int($0.place)), lower: $0.lower, upper: $0.upper) })
  }

  func pricesOfBasis(at costs: [Double]) throws -> [Double]? {
    try problem.pricesOfBasis(at: costs)
  }

  func basis() throws -> Basis { try problem.basis() }

  func setBasis(_ basis: Basis) throws { try problem.restore(basis) }

  func resetBasis() throws { try problem.resetBasis() }

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
