// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import LinearProgramming

/// Asks, again and again, what least breach of which rules makes a plan possible.
///
/// Only objectives differ from one question to the next, so that a session of the engine goes on from
/// the answer before.
final class RuleBreaking {
  /// The least breach, at the worth that was asked for.
  struct Answer {
    /// Value of the objective at ``point``.
    ///
    /// The bound is within the engine's gap of it. Where it was only
    /// asked whether anything breaks, what is proven.
    var breach: Double
    /// Breach at ``point``; more than what is proven where it was only asked whether anything breaks, and
    /// infinite where there is no point.
    var reached: Double
    /// Values of all columns of the loosened program; maybe none where it was only asked whether
    /// anything breaks.
    var point: [Double]
    /// What each rule contributes to the proof that nothing breaks less, which is the least that the
    /// breach would fall by were every row of it allowed one more of its reach; 0: nothing.
    var parts: [Double]

    /// Whether a plan exists that breaks nothing of worth, but for rounding.
    var isPossible: Bool { breach <= RuleBreaking.rounding }
  }

  /// How precise an answer has to be.
  enum Precision: Sendable {
    /// To half of what is taken for rounding.
    case amounts
    /// To a part of the breach: enough to see which rules give way.
    case roughly
    /// Only if anything breaks: then the breach may be a part of what is proven, and the point missing.
    case whether
  }

  /// Total relative breach that is taken for rounding.
  static let rounding = 1e-5
  /// Part of the breach that a rough answer may leave open.
  private static let roughness = 0.1
  /// Factor of all costs: a share of an envelope costs some 1e-5 a thousand euros, which a solver takes
  /// for little more than its own tolerance.
  private static let magnification = 1e4

  let elastic: ElasticRules
  private let session: any EngineSession
  private var options: SolverOptions
  /// Number of questions asked.
  private(set) var questions = 0

  init(_ elastic: ElasticRules, engine: any Engine, options: SolverOptions) {
    self.elastic = elastic
    self.options = options
    self.options.absoluteGap = Self.rounding / 2 * Self.magnification
    session = engine.makeSession()
  }

  /// Solves for the least breach.
  ///
  /// - Parameters:
  ///   - precision: How precise the answer has to be.
  ///   - most: Largest relative breach of each row, for the rules that have one.
  ///   - worth: Cost of breaking a row of a rule by its reach; 0 lets the rule give way freely.
  /// - Returns: `nil` where not even breaking every rule makes a plan possible.
  /// - Throws: What the engine throws, and ``UnprovenSolve`` where a limit was reached.
  func ask(
    _ precision: Precision, most: [Int: Double] = [:], _ worth: (Int) -> Double
  ) throws -> Answer? {
    questions += 1
    options.decisionValue = precision == .whether ? Self.rounding * Self.magnification : nil
    options.relativeGap = precision == .roughly ? Self.roughness : 0
    var program = elastic.elastic.program
    if !most.isEmpty {
      for (slack, rule) in zip(elastic.elastic.slacks, elastic.ruleOfSlack) {
        if let share = most[rule] { program.setUpperBound(slack.column, share / slack.weight) }
      }
    }
    let level = ObjectiveLevel(objective: elastic.objective { worth($0) * Self.magnification })
    let outcome = try session.optimise(
      program, inOrder: [level], options: options, onLevel: nil)
    switch outcome.last.termination {
    case .optimal: break
    case .objectiveLimit:
      let level = outcome.levels[0]
      guard let bound = level.bestBound, bound > Self.rounding * Self.magnification else {
        // Settled anew, the prices prove less than they seemed to.
        return try ask(.amounts, most: most, worth)
      }
      return Answer(
        breach: bound / Self.magnification,
        reached: (level.value ?? .infinity) / Self.magnification, point: outcome.best?.primal ?? [],
        parts: parts(level.rowDuals))
    case .infeasible, .infeasibleOrUnbounded: return nil
    default: throw UnprovenSolve(outcome)
    }
    guard let best = outcome.best, let value = outcome.levels.first?.value else {
      throw UnprovenSolve(outcome)
    }
    return Answer(
      breach: value / Self.magnification, reached: value / Self.magnification, point: best.primal,
      parts: parts(outcome.levels[0].rowDuals))
  }

  private func parts(_ duals: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: elastic.rules.count)
    // A point that breaks nothing needs no proof.
    guard !duals.isEmpty else { return result }
    for (slack, rule) in zip(elastic.elastic.slacks, elastic.ruleOfSlack) {
      let dual = duals[slack.row.position]
      // A price of the other bound belongs to the other slack.
      guard (dual > 0) == slack.isShortfall else { continue }
      result[rule] += abs(dual) / slack.weight / Self.magnification
    }
    return result
  }
}

/// Why rules in conflict could not be told.
public enum ConflictFailure: Error, Sendable {
  /// The rules that may not be amended already contradict each other.
  case keptInConflict
}
