// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import LinearProgramming
import Synchronization

/// A solver that fails now and then: at chosen solves of problems with a chosen number of columns.
struct FaultySolver: WarmSolver {
  /// How a solve fails.
  enum Fault: String, CaseIterable {
    /// It says that numbers stood in the way.
    case numericalError
    /// It throws.
    case thrown
    /// It aborts inside GLPK, which takes all problems of the thread with it.
    case abort
  }

  struct Injected: Error, CustomStringConvertible {
    var description: String { "injected" }
  }

  /// Which solves fail, and how often they did.
  final class Plan: Sendable {
    let fault: Fault
    private let state: Mutex<(solves: Int, failures: Int)> = Mutex((0, 0))
    private let isMeant: @Sendable (LinearProgram) -> Bool
    private let fails: @Sendable (Int) -> Bool

    init(
      _ fault: Fault, of isMeant: @escaping @Sendable (LinearProgram) -> Bool,
      at fails: @escaping @Sendable (Int) -> Bool
    ) {
      self.fault = fault
      self.isMeant = isMeant
      self.fails = fails
    }

    var failures: Int { state.withLock { $0.failures } }

    func concerns(_ program: LinearProgram) -> Bool { isMeant(program) }

    /// Counts a solve, from 1, and says whether it fails.
    func isNextFailing() -> Bool {
      state.withLock { state in
        state.solves += 1
        let isFailing = fails(state.solves)
        if isFailing { state.failures += 1 }
        return isFailing
      }
    }
  }

  let plan: Plan
  /// Start of the names of the threads that fail.
  let threads: String
  private let real = GLPKWarmSolver()

  init(_ plan: Plan, threads: String = "blocks") {
    self.plan = plan
    self.threads = threads
  }

  var identity: String { real.identity }

  func makeThread(named name: String) -> any WarmThread {
    let thread = real.makeThread(named: name)
    return name.hasPrefix(threads) ? FaultyThread(real: thread, plan: plan) : thread
  }
}

private final class FaultyThread: WarmThread {
  let real: any WarmThread
  let plan: FaultySolver.Plan
  private let meant = Meant()

  init(real: any WarmThread, plan: FaultySolver.Plan) {
    self.real = real
    self.plan = plan
  }

  func post(_ body: @escaping @Sendable (any WarmWorkspace) -> Void) {
    let plan = plan
    let meant = meant
    real.post { body(FaultyWorkspace($0, plan, meant)) }
  }
}

/// Numbers of the problems that fail; only touched on their thread.
private final class Meant: @unchecked Sendable {
  var numbers: Set<Int> = []
}

private final class FaultyWorkspace: WarmWorkspace {
  private let real: any WarmWorkspace
  private let plan: FaultySolver.Plan
  private let meant: Meant

  init(_ real: any WarmWorkspace, _ plan: FaultySolver.Plan, _ meant: Meant) {
    self.real = real
    self.plan = plan
    self.meant = meant
  }

  func add(_ program: LinearProgram, costs: [Double]) throws -> Int {
    let number = try real.add(program, costs: costs)
    if plan.concerns(program) { meant.numbers.insert(number) }
    return number
  }

  func problem(_ number: Int) throws -> any WarmProblem {
    let problem = try real.problem(number)
    return meant.numbers.contains(number) ? FaultyProblem(problem, real, plan) : problem
  }

  func remove(_ number: Int) {
    real.remove(number)
    // The number may be another problem's next.
    meant.numbers.remove(number)
  }
}

private final class FaultyProblem: WarmProblem {
  private let real: any WarmProblem
  private let workspace: any WarmWorkspace
  private let plan: FaultySolver.Plan

  init(_ real: any WarmProblem, _ workspace: any WarmWorkspace, _ plan: FaultySolver.Plan) {
    self.real = real
    self.workspace = workspace
    self.plan = plan
  }

  func setCosts(_ costs: [Double]) throws { try real.setCosts(costs) }
  func pricesOfBasis(at costs: [Double]) throws -> [Double]? {
    try real.pricesOfBasis(at: costs)
  }
  func basis() throws -> Basis { try real.basis() }
  func setBasis(_ basis: Basis) throws { try real.setBasis(basis) }
  func resetBasis() throws { try real.resetBasis() }
  func scales() throws -> Scales { try real.scales() }
  func scale(by scales: Scales) throws { try real.scale(by: scales) }
  func addRows(_ rows: [WarmRow]) throws { try real.addRows(rows) }

  func solve(_ method: SolverMethod, options: SolverOptions) throws -> SolverResult {
    guard plan.isNextFailing() else { return try real.solve(method, options: options) }
    switch plan.fault {
    case .numericalError:
      return SolverResult(termination: .numericalError, detail: "injected")
    case .thrown: throw FaultySolver.Injected()
    case .abort:
      // A row that has a column twice: GLPK takes it for misuse and aborts.
      var builder = LinearProgramBuilder(name: "repeated column")
      let x = builder.addColumn(named: "x")
      var program = builder.build()
      program.appendRow(named: "row", columns: [x, x], coefficients: [1, 2], upper: 3)
      _ = try workspace.add(program, costs: [1])
      return try real.solve(method, options: options)
    }
  }
}
