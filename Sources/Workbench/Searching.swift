// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import FundingAnalysis
import FundingFormulation
import FundingModel
import LinearProgramming

/// What use cases share that solve a study many times.
extension Workbench {
  /// The program of a study that was read, or of one made from it, with all warnings told.
  ///
  /// - Parameters:
  ///   - scenario: What is solved.
  ///   - loaded: The study as read.
  ///   - limits: Limits of the work.
  /// - Returns: The program.
  /// - Throws: `Findings` where it cannot be built, ``WorkFailure`` where memory runs out.
  func prepared(
    _ scenario: Scenario, of loaded: LoadedStudy, _ limits: WorkLimits
  ) throws -> Formulation {
    limits.control.onProgress(.building)
    let formulation = try build(scenario, limits)
    try limits.refuseHopeless(formulation.program)
    var warnings = loaded.warnings
    if let spread = SpreadFinding.finding(for: formulation.program) { warnings.add(spread) }
    limits.control.onWarnings(warnings)
    return formulation
  }

  /// The proven optimum from which a search goes out, checked outside the solver.
  ///
  /// - Parameters:
  ///   - formulation: The program.
  ///   - limits: Limits of the work.
  ///   - session: The session that goes on from it; `nil`: none does.
  /// - Returns: The optimum, every goal in order.
  /// - Throws: ``WorkFailure`` without one.
  func proven(
    _ formulation: Formulation, _ limits: WorkLimits, in session: (any EngineSession)? = nil
  ) throws -> OrderedOutcome {
    let optimum: OrderedOutcome
    do {
      optimum = try optimise(formulation, limits, in: session)
    } catch WorkFailure.infeasible(_, nil) {
      // Within a session rules in conflict are not looked for.
      throw infeasible(formulation, limits)
    }
    try limits.control.checkpoint()
    guard optimum.isComplete, let best = optimum.best else {
      throw WorkFailure.stopped(optimum.last.termination, level: optimum.levels.last?.name ?? "")
    }
    _ = try checked(best.primal, formulation)
    return optimum
  }

  /// Runs one step of a search, and names its faults.
  func searched<Answer>(
    _ level: String, _ limits: WorkLimits, _ step: () throws -> Answer
  ) throws -> Answer {
    do {
      return try step()
    } catch let unproven as UnprovenSolve {
      throw try limits.failure(unproven, at: level)
    } catch {
      throw WorkFailure.solver(String(describing: error))
    }
  }
}

extension WorkLimits {
  /// Options of solves that follow one another, told under one name.
  ///
  /// - Parameter name: Name of what is sought.
  /// - Returns: The options.
  func options(seeking name: String) -> SolverOptions {
    let follower = LevelFollower(levels: 1, control: control)
    follower.begin(1, name)
    return options(followedBy: follower)
  }

  /// What a solve without a proof means, unless the user stopped the work.
  ///
  /// - Parameters:
  ///   - unproven: What it ended with.
  ///   - level: Name of what was sought.
  /// - Returns: The failure to throw.
  /// - Throws: That the user stopped the work.
  func failure(_ unproven: UnprovenSolve, at level: String) throws(WorkFailure) -> WorkFailure {
    try control.checkpoint()
    return switch unproven.termination {
    case .memoryLimit: outOfMemory()
    case .numericalError: .numericalTrouble(level: level, detail: unproven.detail)
    default: .stopped(unproven.termination, level: level)
    }
  }

  /// Tells the progress of one of several searches that follow the optimum.
  ///
  /// - Parameters:
  ///   - place: Position of the search, from 0.
  ///   - count: How many there are.
  ///   - name: Name of what is sought.
  /// - Returns: What is called with the progress of each solve.
  func progress(
    ofSearch place: Int, of count: Int, _ name: String
  ) -> @Sendable (SolverProgress) -> Void {
    let follower = LevelFollower(levels: 1, control: control.forCase(place + 2, of: count + 1))
    follower.begin(1, name)
    return { follower.report($0) }
  }
}

extension Workbench {
  /// Names of the goals that a study seeks, in order.
  static func sought(in scenario: Scenario) -> [String] {
    scenario.goals.flatMap(\.terms).map(\.goal.rawValue)
  }

  /// The goal of a study that is named, or its first.
  ///
  /// - Parameters:
  ///   - name: Name of the goal; `nil`: the first.
  ///   - scenario: The study.
  /// - Returns: The goal.
  /// - Throws: A finding with the nearest name where the study does not seek it.
  static func goal(_ name: String?, of scenario: Scenario) throws(Findings) -> Goal {
    let known = sought(in: scenario)
    guard let name = name ?? known.first else { return .nisShortfall }
    if known.contains(name), let goal = Goal(rawValue: name) { return goal }
    var arguments = ["name": name, "known": known.joined(separator: ", ")]
    arguments["nearest"] = NearestSpelling.of(name, among: known)
    throw Findings(Finding("frontier.unknownGoal", .error, at: nil, arguments))
  }

  /// That a region is one of a study's.
  ///
  /// - Throws: A finding with the nearest code where it is not.
  static func checkRegion(_ region: String, of scenario: Scenario) throws(Findings) {
    let known = Set(scenario.beneficiaries.map(\.region.rawValue)).sorted()
    guard !known.contains(region) else { return }
    var arguments = ["region": region, "known": known.joined(separator: ", ")]
    arguments["nearest"] = NearestSpelling.of(region, among: known)
    throw Findings(Finding("workbench.unknownRegion", .error, at: nil, arguments))
  }
}
