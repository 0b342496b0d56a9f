// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming

/// Rules that cannot hold together, and of which none can be left out, with the proof.
struct Conflict: Sendable {
  /// Positions of the rules, in order; empty where a plan is possible.
  var rules: [Int] = []
  /// Relative breach that is proven, all rows together.
  var breach = 0.0
  /// What each rule contributes to the proof (``RuleBreaking/Answer/parts``).
  var parts: [Double] = []

  /// Least share of its reach by which the rows of a rule have to give way where it alone does.
  ///
  /// With a share β at every row, what is proven falls by β times the rule's part (weak duality).
  func leastBreach(of rule: Int) -> Double {
    parts[rule] > 0 ? breach / parts[rule] : .infinity
  }
}

/// Finds rules that cannot hold together, and none of which can be left out.
///
/// Deletion with refinement by proofs (Chinneck, *Feasibility and Infeasibility in Optimization*,
/// 2008, ch. 6): rules without which the rest is still impossible are dropped, together with all that
/// the new proof does not need; each that stays was left out alone once, and the rest was possible.
struct ConflictSearch {
  /// Share of the largest part of a proof below which a rule is taken to have none.
  private static let noise = 1e-7

  let breaking: RuleBreaking

  /// - Returns: An irreducible set; none where a plan is possible; `nil` where none is possible even
  ///   without any rule.
  /// - Throws: As ``RuleBreaking/ask(_:most:_:)``.
  func irreducible() throws -> Conflict? {
    let count = breaking.elastic.rules.count
    guard let first = try breaking.ask(.whether, { _ in 1 }) else { return nil }
    guard !first.isPossible else { return Conflict() }
    let all = Set(0..<count)
    let refined = Self.needed(by: first, of: all)
    if let set = try filtered(refined, order: first.parts, refines: true) { return set }
    // What was taken for noise was needed.
    return try filtered(all, order: first.parts, refines: false)
  }

  /// - Returns: `nil` where the rules that are left turn out to be possible together.
  private func filtered(_ start: Set<Int>, order parts: [Double], refines: Bool) throws -> Conflict?
  {
    var active = start
    // Those that a proof needs least come first, several at a time as long as none is needed.
    var candidates = active.sorted { (parts[$0], $0) < (parts[$1], $1) }
    var together = candidates.count
    while !candidates.isEmpty {
      together = max(1, min(together, candidates.count / 2))
      let trial = active.subtracting(candidates.prefix(together))
      guard let answer = try breaking.ask(.whether, { trial.contains($0) ? 1 : 0 }) else {
        return Conflict()
      }
      if !answer.isPossible {
        active = refines ? Self.needed(by: answer, of: trial) : trial
        candidates.removeAll { !active.contains($0) }
      } else if together == 1 {
        candidates.removeFirst()
      } else {
        together /= 2
      }
    }
    guard let last = try breaking.ask(.whether, { active.contains($0) ? 1 : 0 }),
      !last.isPossible
    else { return nil }
    return Conflict(rules: active.sorted(), breach: last.breach, parts: last.parts)
  }

  private static func needed(by answer: RuleBreaking.Answer, of rules: Set<Int>) -> Set<Int> {
    let least = noise * (answer.parts.max() ?? 0)
    return rules.filter { answer.parts[$0] > least }
  }
}
