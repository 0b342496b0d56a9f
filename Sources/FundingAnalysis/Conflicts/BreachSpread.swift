// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming

/// Spreads the breach of a rule over its rows: one number amends them all, so that the row that is
/// broken most decides.
///
/// What the other rules would be broken by, v(β), where every row of this one may be broken by a share β
/// of its reach, is convex in β and falls; the least β at which a plan exists is its first zero. Prices
/// at a β that is too small prove v(β′) ≥ v(β) − (β′ − β)·slope for every β′ (weak duality), so that
/// nothing below the zero of that line will do. A β that is too small is found out fast, and the search
/// goes on from where it stands; so it comes from below, and halves what is left once it is above.
///
/// What is proven at a β that is too small is but a part of v(β), and the plan at hand breaks more: the
/// zero of the same line from there is where to ask next.
struct BreachSpread {
  /// Questions for one rule.
  private static let mostQuestions = 12
  /// Rows from which on a spread is rougher: just above the least few plans exist, and where thousands of
  /// rows share them they take long to find.
  private static let manyRows = 1000

  private let breaking: RuleBreaking
  private let rule: Int
  private let rules: Set<Int>
  /// Share from which on it makes no difference what the share is.
  private let most: Double
  /// How near to the least possible is near enough, relative to it.
  private let evenEnough: Double
  /// A point that breaks nothing but the rules.
  private var point: [Double]
  /// Largest breach of each rule at the point.
  private var breaches: [Double]
  /// Share that is proven to be too small.
  private var least: Double

  /// - Parameters:
  ///   - breaking: What is asked.
  ///   - rule: The rule.
  ///   - rules: All rules that give way, this one among them; the others keep their breaches.
  ///   - point: A point that breaks nothing else.
  ///   - least: Share that is proven to be too small; 0: none is known.
  ///   - most: Share from which on it makes no difference what the share is.
  init(
    _ breaking: RuleBreaking, of rule: Int, among rules: Set<Int>, from point: [Double],
    least: Double, most: Double
  ) {
    self.least = least
    self.most = most
    self.breaking = breaking
    self.rule = rule
    self.rules = rules
    self.point = point
    breaches = breaking.elastic.breaches(at: point)
    evenEnough = breaking.elastic.rowCounts[rule] > Self.manyRows ? 0.1 : 0.02
  }

  /// A point at which no row of the rule is broken by much more than some row has to be.
  ///
  /// - Throws: As ``RuleBreaking/ask(_:most:_:)``.
  mutating func evened() throws -> [Double] {
    let elastic = breaking.elastic
    // Were the breach the same everywhere, it would be its mean.
    let mean = elastic.total(of: rule, at: point) / Double(elastic.rowCounts[rule])
    var next = least > 0 ? least : mean
    var questions = 0
    while breaches[rule] - least > evenEnough * breaches[rule],
      least < most, questions < Self.mostQuestions
    {
      questions += 1
      next = min(max(next, least * (1 + 0.4 * evenEnough)), (least + breaches[rule]) / 2)
      next = try ask(next)
    }
    return point
  }

  /// Asks whether a share is enough, and takes what follows from the answer.
  ///
  /// - Returns: The share to ask about next.
  private mutating func ask(_ share: Double) throws -> Double {
    var bounds = Dictionary(uniqueKeysWithValues: rules.map { ($0, breaches[$0]) })
    bounds[rule] = share
    let answer = try breaking.bounded(.whether, bounds) { rules.contains($0) ? 0 : 1 }
    guard let answer else {
      least = share
      return .infinity
    }
    if answer.isPossible {
      point = answer.point
      breaches = breaking.elastic.breaches(at: point)
      return .infinity
    }
    let slope = answer.parts[rule]
    guard slope > 0 else {
      least = share
      return .infinity
    }
    least = min(share + answer.breach / slope, breaches[rule])
    return answer.reached.isFinite ? share + answer.reached / slope : 2 * least
  }
}

extension RuleBreaking {
  /// Asks with bounds on breaches; `nil` where nothing holds, and where a solver's numbers fail it.
  ///
  /// Bounds only better a point that is known: without an answer that point stands, and the audit judges
  /// it.
  func bounded(
    _ precision: Precision, _ most: [Int: Double], _ worth: (Int) -> Double
  ) throws -> Answer? {
    do {
      return try ask(precision, most: most, worth)
    } catch let unproven as UnprovenSolve where unproven.termination == .numericalError {
      return nil
    }
  }
}
