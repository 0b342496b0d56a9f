// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// One solve of one master.
struct MasterTask: Sendable {
  var layout: Master.Layout
  let master: Master
  let options: SolverOptions
  let isPolish: Bool
  /// Whether the basis has been feasible for other costs, instead of optimal for fewer points.
  let hasNewCosts: Bool
  let perturbation: CostPerturbation
  let effort: Effort

  /// Which ways of solving are worth trying.
  enum Effort: Sendable {
    /// The fastest only: the caller can go on without an answer.
    case hasty
    /// Those that take no more than some thousand iterations.
    case usual
    case all
  }

  /// The ways of solving a master, from the fastest to the safest.
  private enum Way: CaseIterable {
    /// Dual simplex from the last basis.
    case warm
    /// The same with costs perturbed more, which ends other ties.
    case stirred
    /// Primal simplex from the last basis, which may be left early.
    case warmPrimal
    /// The same with rows a little looser, each by another amount, which ends the ties in which
    /// the simplex runs in circles; then the dual simplex with the rows as they are.
    case loosened
    /// Dual simplex from the last basis, with more patience.
    case patient
    /// Dual simplex from nothing.
    case coldDual
    /// The same without scaling.
    case unscaled
  }

  /// The ways that suit this master.
  ///
  /// With goals held, ties are so many that a slight perturbation does not end them. New costs
  /// leave a basis feasible that is far from the best: primal simplex.
  private var ways: [Way] {
    if isPolish { return [hasNewCosts ? .warmPrimal : .warm] }
    if effort == .hasty { return hasNewCosts ? [.warmPrimal] : [.warm] }
    let all: [Way] = effort == .all ? Way.allCases : [.warm, .stirred, .warmPrimal, .loosened]
    return all.filter {
      switch $0 {
      case .warm: master.goals.isEmpty && !hasNewCosts
      case .stirred: perturbation.size > 0 && !hasNewCosts && master.goals.count < 2
      default: true
      }
    }
  }

  /// How a solve ended, with the layout it ended in.
  struct Outcome: Sendable {
    var result: SolverResult
    var layout: Master.Layout
    /// Whether its point is the best, or at least known to be feasible.
    var isUsable = false
    /// Whether its prices are feasible, so that the dual simplex can go on from its basis.
    var hasPrices = false
  }

  func run(_ workspace: any WarmWorkspace) throws -> Outcome {
    var last: Outcome?
    var fault: (any Error)?
    for way in ways {
      do {
        let (result, layout) = try solved(workspace, way)
        var outcome = Outcome(result: result, layout: layout)
        switch result.termination {
        case .optimal:
          outcome.isUsable = true
          return outcome
        case .unbounded, .interrupted, .timeLimit: return outcome
        case .iterationLimit where !isPolish && isUsable(result, layout):
          outcome.isUsable = true
          return outcome
        default:
          outcome.hasPrices =
            result.termination == .iterationLimit && way == .warm
            && result.dualStatus == .feasible
          last = outcome
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
    // With goals held, what a few steps do not make exact runs in circles.
    if isPolish { return master.goals.isEmpty ? 2_000 : 200 }
    switch way {
    case .warm, .stirred: return 1_000 + layout.ranges.count / 2
    case .warmPrimal, .loosened: return 3_000 + layout.ranges.count
    case .patient: return 6_000 + layout.ranges.count
    default: return 6_000 + 2 * layout.costs.count
    }
  }

  /// Iterations for rows that are added to a solved master: what takes longer runs in circles.
  private static let fewIterations = 500
  private static let iterationsPerRow = 20
  /// Iterations for rows that are added one after the other, as a multiple of those without.
  private static let mostRepeats = 2

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
    let factor = way == .stirred ? CostPerturbation.stirring : 1
    let number = try workspace.add(
      layout.program, costs: perturbation.perturbed(layout, of: master, times: factor))
    defer { workspace.remove(number) }
    let problem = try workspace.problem(number)
    var options = options
    options.iterationLimit = patience(way)
    options.scaling =
      switch way {
      case .warm, .stirred, .warmPrimal, .loosened, .patient: .powersOfTwo
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
      isPolish || way == .warmPrimal ? .primalSimplex : .dualThenPrimalSimplex, options: options)
    options.scaling = .automatic
    while isUsable(result, layout) {
      let broken = brokenConvexity(result.primal, layout)
      if broken.isEmpty { break }
      guard result.iterations < Self.mostRepeats * patience(way) else {
        // Its prices may serve; its mixture is none.
        (result.termination, result.primalStatus) = (.iterationLimit, .infeasible)
        break
      }
      try problem.addRows(broken.map { convexityRow($0, layout) })
      layout.convexity += broken
      let iterations = result.iterations
      options.iterationLimit = Self.fewIterations + Self.iterationsPerRow * broken.count
      result = try problem.solve(.dualThenPrimalSimplex, options: options)
      result.iterations += iterations
    }
    return (result, layout)
  }

  private func convexityRow(_ index: Int, _ layout: Master.Layout) -> WarmRow {
    let columns = layout.ranges[index].filter {
      !master.isRay(layout.columns[$0 - layout.firstPoint])
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
    where !master.isRay(layout.columns[column - layout.firstPoint]) { sum += point[column] }
    return sum
  }
}
