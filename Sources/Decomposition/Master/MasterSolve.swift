// SPDX-License-Identifier: GPL-3.0-or-later

internal import Dispatch
internal import LinearProgramming

/// The answer of a restricted master.
struct MasterAnswer: Sendable {
  var termination: TerminationStatus
  /// Price of each coupling row, then of each goal held.
  var prices: [Double]
  var iterations: Int
  var detail: String
}

/// Solves masters on a thread of its own.
final class MasterDesk: Sendable {
  private let thread: any WarmThread

  init(solver: any WarmSolver) { thread = solver.makeThread(named: "master") }

  /// Solves the master and leaves the mixture in it.
  ///
  /// - Parameters:
  ///   - master: The master.
  ///   - options: Limits; the tolerances are chosen here.
  ///   - isPolish: Whether an optimum at hand is only made more exact: at tight tolerances, and
  ///     left as it is where that fails. Tight tolerances in every round would run in circles.
  ///   - isPrecise: Whether prices must be exact to well below the gap: costs are magnified.
  ///   - hasNewCosts: Whether costs changed since the last solve: its basis is feasible then, but
  ///     not optimal up to new points.
  /// - Returns: How it ended, with prices.
  /// - Throws: The fault of the solver, where a cold start did not help.
  func solve(
    _ master: inout Master, options: SolverOptions, isPolish: Bool = false,
    isPrecise: Bool = false, hasNewCosts: Bool = false
  ) throws -> MasterAnswer {
    master.chooseKeys()
    let magnified = isPrecise ? master.magnification : 1
    var layout = master.layout()
    for column in layout.costs.indices { layout.costs[column] *= magnified }
    var options = options
    options.primalTolerance = isPolish ? 1e-10 : 1e-7
    options.dualTolerance = isPolish ? 1e-9 : 1e-7
    let task = MasterTask(
      layout: layout, master: master, options: options, isPolish: isPolish,
      hasNewCosts: hasNewCosts)
    let box = AnswerBox()
    let done = DispatchSemaphore(value: 0)
    thread.post { workspace in
      box.value = Result { try task.run(workspace) }
      done.signal()
    }
    done.wait()
    guard let (result, layout) = try box.value?.get() else {
      return MasterAnswer(
        termination: .numericalError, prices: [], iterations: 0, detail: "no answer")
    }
    if !result.primal.isEmpty, !isPolish || result.termination == .optimal {
      master.take(result, layout)
    }
    let count = master.rowCount + master.goals.count
    return MasterAnswer(
      termination: result.termination, prices: result.rowDuals.prefix(count).map { $0 / magnified },
      iterations: result.iterations, detail: result.detail)
  }
}

/// Where the master's thread leaves its answer; read after it has said that it is done.
private final class AnswerBox: @unchecked Sendable {
  var value: Result<(SolverResult, Master.Layout), any Error>?
}

/// One solve of one master.
private struct MasterTask: Sendable {
  var layout: Master.Layout
  let master: Master
  let options: SolverOptions
  let isPolish: Bool
  /// Whether the basis has been feasible for other costs, instead of optimal for fewer points.
  let hasNewCosts: Bool

  /// The ways of solving a master, from the fastest to the safest.
  private enum Way: CaseIterable {
    /// From the last basis: dual simplex where only points are new, else primal simplex.
    case warm
    /// Primal simplex from the last basis, which may be left early.
    case warmPrimal
    /// The same with rows a little looser, each by another amount, which ends the ties in which
    /// the simplex runs in circles; then the dual simplex with the rows as they are.
    case loosened
    /// Dual simplex from the last basis.
    case warmDual
    /// Dual simplex from nothing.
    case coldDual
    /// The same without scaling.
    case unscaled
  }

  /// With goals held, prices are high and ties many: the dual simplex then runs long as a rule.
  private var ways: [Way] {
    master.goals.isEmpty ? Way.allCases : Way.allCases.filter { $0 != .warm }
  }

  func run(_ workspace: any WarmWorkspace) throws -> (SolverResult, Master.Layout) {
    var last: (SolverResult, Master.Layout)?
    var fault: (any Error)?
    for way in isPolish ? [.warm] : ways {
      do {
        let answer = try solved(workspace, way)
        last = answer
        switch answer.0.termination {
        case .optimal, .unbounded, .interrupted, .timeLimit: return answer
        case .iterationLimit where !isPolish && isUsable(answer.0, answer.1): return answer
        default: continue
        }
      } catch {
        // What a warm basis spoils, a cold start may cure.
        fault = error
      }
    }
    if let last { return last }
    throw fault ?? BlockFault(column: "master", reason: "no way was tried")
  }

  /// Iterations after which a master is left as it is, or the simplex is taken to run in circles.
  ///
  /// A mixture that is not the best of the known points serves as well for the next prices.
  private func patience(_ way: Way) -> Int {
    if isPolish { return 2_000 }
    switch way {
    case .warm: return 1_000 + layout.ranges.count / 2
    case .warmPrimal: return 3_000 + layout.ranges.count
    default: return 6_000 + 2 * layout.costs.count
    }
  }

  private func solved(
    _ workspace: any WarmWorkspace, _ way: Way
  ) throws -> (SolverResult, Master.Layout) {
    var layout = layout
    if way == .loosened {
      guard let basis = try loosenedBasis(workspace) else {
        return (SolverResult(termination: .iterationLimit), layout)
      }
      layout.basis = basis
    }
    let number = try workspace.add(layout.program, costs: layout.costs)
    defer { workspace.remove(number) }
    let problem = try workspace.problem(number)
    var options = options
    options.iterationLimit = patience(way)
    options.scaling =
      switch way {
      case .warm, .warmPrimal, .loosened, .warmDual: .powersOfTwo
      case .coldDual: .geometricMean
      case .unscaled: .none
      }
    if way == .coldDual || way == .unscaled {
      try problem.resetBasis()
    } else {
      try problem.setBasis(layout.basis)
    }
    options.longSteps = true
    var result = try problem.solve(
      isPolish || way == .warmPrimal || way == .warm && hasNewCosts
        ? .primalSimplex : .dualThenPrimalSimplex,
      options: options)
    options.scaling = .automatic
    while isUsable(result, layout) {
      let broken = brokenConvexity(result.primal, layout)
      if broken.isEmpty { break }
      try problem.addRows(broken.map { convexityRow($0, layout) })
      layout.convexity += broken
      let iterations = result.iterations
      result = try problem.solve(.dualThenPrimalSimplex, options: options)
      result.iterations += iterations
    }
    return (result, layout)
  }

  private func convexityRow(_ index: Int, _ layout: Master.Layout) -> WarmRow {
    let columns = layout.ranges[index].filter {
      !master.isRay(layout.columns[$0 - firstPoint])
    }
    return WarmRow(
      lower: -.infinity, upper: 1, columns: columns.map { Int32($0) },
      coefficients: columns.map { _ in 1 })
  }

  /// The best basis with looser rows; `nil` where that runs in circles as well.
  private func loosenedBasis(_ workspace: any WarmWorkspace) throws -> Basis? {
    var program = layout.program
    for row in 0..<program.rowCount {
      // Numbers without a pattern, the same in every run.
      let part = Double((UInt64(row) &* 0x9E37_79B9_7F4A_7C15) >> 40) / Double(1 << 24)
      func room(_ bound: Double) -> Double { 1e-6 * (0.5 + part) * max(1, abs(bound)) }
      program.setBounds(
        Constraint(row), lower: program.rowLower[row] - room(program.rowLower[row]),
        upper: program.rowUpper[row] + room(program.rowUpper[row]))
    }
    let number = try workspace.add(program, costs: layout.costs)
    defer { workspace.remove(number) }
    let problem = try workspace.problem(number)
    try problem.setBasis(layout.basis)
    var options = options
    options.iterationLimit = patience(.loosened)
    options.scaling = .powersOfTwo
    let result = try problem.solve(.primalSimplex, options: options)
    return result.termination == .optimal ? result.basis : nil
  }

  /// Whether there is a feasible point with prices, be it the best or not.
  ///
  /// A solve that was left early may have moved bounds to get on: its point is checked.
  private func isUsable(_ result: SolverResult, _ layout: Master.Layout) -> Bool {
    if result.termination == .optimal { return true }
    guard result.termination == .iterationLimit, result.primalStatus == .feasible,
      !result.rowDuals.isEmpty
    else { return false }
    let report = OptimalityReport(
      layout.program,
      Objective(name: "", sense: .minimize, coefficients: layout.costs),
      SolverResult(termination: .iterationLimit, primal: result.primal))
    guard report.primalInfeasibility.relative <= Tolerance.feasibility else { return false }
    return layout.convexity.allSatisfy {
      share(of: $0, result.primal, layout) <= 1 + Tolerance.feasibility
    }
  }

  private var firstPoint: Int { master.columnLower.count + master.artificial.count }

  /// Blocks whose shares sum above 1 and that have no convexity row yet.
  private func brokenConvexity(_ point: [Double], _ layout: Master.Layout) -> [Int] {
    var has = [Bool](repeating: false, count: layout.ranges.count)
    for index in layout.convexity { has[index] = true }
    return layout.ranges.indices.filter { !has[$0] && share(of: $0, point, layout) > 1 + 1e-9 }
  }

  /// What the points of a block other than its key sum to.
  private func share(of index: Int, _ point: [Double], _ layout: Master.Layout) -> Double {
    var sum = 0.0
    for column in layout.ranges[index]
    where !master.isRay(layout.columns[column - firstPoint]) { sum += point[column] }
    return sum
  }
}
