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
  /// - Returns: How it ended, with prices.
  /// - Throws: The fault of the solver, where a cold start did not help.
  func solve(
    _ master: inout Master, options: SolverOptions, isPolish: Bool = false
  ) throws -> MasterAnswer {
    master.chooseKeys()
    var options = options
    options.primalTolerance = isPolish ? 1e-10 : 1e-7
    options.dualTolerance = isPolish ? 1e-9 : 1e-7
    let task = MasterTask(
      layout: master.layout(), master: master, options: options, isPolish: isPolish)
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
      termination: result.termination, prices: Array(result.rowDuals.prefix(count)),
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

  /// The ways of solving a master, from the fastest to the safest.
  private enum Way: CaseIterable {
    case warm, warmDual, coldDual, unscaled
  }

  func run(_ workspace: any WarmWorkspace) throws -> (SolverResult, Master.Layout) {
    var last: (SolverResult, Master.Layout)?
    var fault: (any Error)?
    for way in isPolish ? [.warm] : Way.allCases {
      do {
        let answer = try solved(workspace, way)
        last = answer
        switch answer.0.termination {
        case .optimal, .unbounded, .interrupted, .timeLimit: return answer
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

  /// Iterations after which the simplex is taken to run in circles.
  private var patience: Int { isPolish ? 2_000 : 5_000 + 4 * layout.costs.count }

  private func solved(
    _ workspace: any WarmWorkspace, _ way: Way
  ) throws -> (SolverResult, Master.Layout) {
    var layout = layout
    let number = try workspace.add(layout.program, costs: layout.costs)
    defer { workspace.remove(number) }
    let problem = try workspace.problem(number)
    var options = options
    options.iterationLimit = patience
    let method: SolverMethod = way == .warm ? .primalSimplex : .dualThenPrimalSimplex
    switch way {
    case .warm, .warmDual: options.scaling = .powersOfTwo
    case .coldDual: options.scaling = .geometricMean
    case .unscaled: options.scaling = .none
    }
    if way == .warm || way == .warmDual {
      try problem.setBasis(layout.basis)
    } else {
      try problem.resetBasis()
    }
    var result = try problem.solve(method, options: options)
    options.scaling = .automatic
    while result.termination == .optimal {
      let broken = brokenConvexity(result.primal, layout)
      if broken.isEmpty { break }
      try problem.addRows(
        broken.map { index in
          let columns = layout.ranges[index].filter {
            !master.isRay(layout.columns[$0 - firstPoint])
          }
          return WarmRow(
            lower: -.infinity, upper: 1, columns: columns.map { Int32($0) },
            coefficients: columns.map { _ in 1 })
        })
      layout.convexity += broken
      let iterations = result.iterations
      result = try problem.solve(.dualThenPrimalSimplex, options: options)
      result.iterations += iterations
    }
    return (result, layout)
  }

  private var firstPoint: Int { master.columnLower.count + master.artificial.count }

  /// Blocks whose shares sum above 1 and that have no convexity row yet.
  private func brokenConvexity(_ point: [Double], _ layout: Master.Layout) -> [Int] {
    var has = [Bool](repeating: false, count: layout.ranges.count)
    for index in layout.convexity { has[index] = true }
    return layout.ranges.indices.filter { index in
      guard !has[index] else { return false }
      var sum = 0.0
      for column in layout.ranges[index]
      where !master.isRay(layout.columns[column - firstPoint]) { sum += point[column] }
      return sum > 1 + 1e-9
    }
  }
}
