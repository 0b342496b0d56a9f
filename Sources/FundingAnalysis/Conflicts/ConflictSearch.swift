// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming

/// Finds rules that cannot hold together, and none of which can be left out.
///
/// Deletion with refinement by proofs (Chinneck, *Feasibility and Infeasibility in Optimization*,
/// 2008, ch. 6): a rule without which the rest is still impossible is dropped, together with all that
/// the new proof does not need.
struct ConflictSearch {
  /// Share of the largest part of a proof below which a rule is taken to have none.
  private static let noise = 1e-7

  let breaking: RuleBreaking

  /// - Returns: Positions of the rules of an irreducible set; empty where a plan is possible; `nil` where
  ///   none is possible even without any rule.
  /// - Throws: As ``RuleBreaking/ask(_:)``.
  func irreducible() throws -> [Int]? {
    let count = breaking.elastic.rules.count
    guard let first = try breaking.ask(onlyWhether: true, { _ in 1 }) else { return nil }
    guard !first.isPossible else { return [] }
    let all = Set(0..<count)
    let refined = Self.needed(by: first, of: all)
    if let set = try filtered(refined, order: first.parts, refines: true) { return set }
    // What was taken for noise was needed.
    return try filtered(all, order: first.parts, refines: false)
  }

  /// - Returns: `nil` where the rules that are left turn out to be possible together.
  private func filtered(_ start: Set<Int>, order parts: [Double], refines: Bool) throws -> [Int]? {
    var active = start
    var candidates = active.sorted { (parts[$0], $0) < (parts[$1], $1) }
    while let candidate = candidates.first {
      candidates.removeFirst()
      let trial = active.subtracting([candidate])
      guard let answer = try breaking.ask(onlyWhether: true, { trial.contains($0) ? 1 : 0 }) else {
        return []
      }
      guard !answer.isPossible else { continue }
      active = refines ? Self.needed(by: answer, of: trial) : trial
      candidates.removeAll { !active.contains($0) }
    }
    guard let last = try breaking.ask(onlyWhether: true, { active.contains($0) ? 1 : 0 }),
      !last.isPossible
    else { return nil }
    return active.sorted()
  }

  private static func needed(by answer: RuleBreaking.Answer, of rules: Set<Int>) -> Set<Int> {
    let least = noise * (answer.parts.max() ?? 0)
    return rules.filter { answer.parts[$0] > least }
  }
}
