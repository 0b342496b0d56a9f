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
  /// Whether the mixture was taken over: the best, or one that is feasible.
  var hasMixture = false
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
  ///   - perturbation: What costs may be changed by, see ``CostPerturbation``.
  ///   - effort: Which ways are tried.
  /// - Returns: How it ended, with prices.
  /// - Throws: The fault of the solver, where a cold start did not help.
  func solve(
    _ master: inout Master, options: SolverOptions, isPolish: Bool = false,
    isPrecise: Bool = false, hasNewCosts: Bool = false, perturbation: Double = 0,
    effort: MasterTask.Effort = .all
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
      hasNewCosts: hasNewCosts, perturbation: CostPerturbation(size: magnified * perturbation),
      effort: effort)
    let box = AnswerBox()
    let done = DispatchSemaphore(value: 0)
    thread.post { workspace in
      box.value = Result { try task.run(workspace) }
      done.signal()
    }
    done.wait()
    guard let outcome = try box.value?.get() else {
      return MasterAnswer(
        termination: .numericalError, prices: [], iterations: 0, detail: "no answer")
    }
    let result = outcome.result
    // What is neither the best nor known to be feasible would spoil the mixture at hand.
    if !result.primal.isEmpty, outcome.isUsable {
      master.take(result, outcome.layout)
    } else if outcome.hasPrices {
      master.takeBasis(result, outcome.layout)
    }
    let duals = result.rowDuals.prefix(master.rowLower.count).map { $0 / magnified }
    return MasterAnswer(
      termination: result.termination,
      prices: duals.isEmpty ? [] : master.references.rowPrices(duals),
      iterations: result.iterations, detail: result.detail, hasMixture: outcome.isUsable)
  }
}

/// Where the master's thread leaves its answer; read after it has said that it is done.
private final class AnswerBox: @unchecked Sendable {
  var value: Result<MasterTask.Outcome, any Error>?
}
