// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming

/// Finds small sets of rules that make a plan possible where they give way.
///
/// Every set has one of the rules of any conflict. So those of a conflict are asked one by one first:
/// the smallest sets are those that are enough alone. Larger sets come after: the cheapest without the
/// rules that are enough alone; then, as in Reiter's hitting-set tree, the cheapest without one of the
/// rules of a set that was found, and so on. Every set is minimal: where one of its rules holds after
/// all, the others do not suffice.
struct AmendmentSearch {
  /// A rule of a conflict.
  struct Candidate {
    /// Its position.
    var rule: Int
    /// Share of its reach below which it is not enough alone.
    var least: Double
  }

  /// A set of rules that give way.
  struct Found {
    /// Positions of the rules, in order.
    var rules: [Int]
    /// Sum over the rules of their worth times their mean relative breach.
    var cost: Double
    /// A point of the loosened program that breaks nothing else.
    var point: [Double]
  }

  /// Cost of a whole rule that gives way entirely, so that a thousandth of it is well above rounding.
  private static let scale = 10.0
  /// How much dearer a blocked rule is than the dearest that may give way.
  private static let blocked = 20.0

  /// Largest relative breach that no amount in euros can tell from none.
  private static let nothing = 1e-10

  private let breaking: RuleBreaking
  private let worth: [Double]
  private let most: [Double]
  /// Price of a rule that may not give way.
  private let dearest: Double

  /// - Parameters:
  ///   - breaking: What is asked.
  ///   - worth: Worth of each rule: political cost of amending it, 1 as a rule.
  ///   - most: Share of its reach from which on the amendment of each rule is the same.
  init(breaking: RuleBreaking, worth: [Double], most: [Double]) {
    self.breaking = breaking
    self.worth = worth
    self.most = most
    dearest = Self.blocked * Self.scale * (worth.max() ?? 1)
  }

  /// - Parameters:
  ///   - wishes: How many sets are wanted, and after how many questions fewer are enough.
  ///   - conflict: Rules that cannot hold together, without those that may not give way.
  /// - Returns: Sets, the cheapest first.
  /// - Throws: As ``RuleBreaking/ask(_:most:_:)``.
  func sets(
    _ wishes: StudyRepair.Wishes, ofConflict conflict: [Candidate]
  ) throws -> [Found] {
    var found: [Found] = []
    let start = breaking.questions
    func isEnough() -> Bool {
      wishes.areMet(by: found.count, after: breaking.questions - start)
    }
    // Those that have to give way least come first.
    for candidate in conflict.sorted(by: { (cost(of: $0), $0.rule) < (cost(of: $1), $1.rule) })
    where !isEnough() {
      guard let answer = try breaking.ask(.whether, { $0 == candidate.rule ? 0 : 1 }),
        answer.isPossible,
        let set = try settled([candidate.rule], answer.point, least: candidate.least)
      else { continue }
      found.append(set)
    }
    var queue = [Set(found.flatMap(\.rules))]
    var asked: Set<Set<Int>> = []
    while !queue.isEmpty, !isEnough() {
      let without = queue.removeFirst()
      guard asked.insert(without).inserted, let set = try cheapest(without: without) else {
        continue
      }
      if !found.contains(where: { $0.rules == set.rules }) { found.append(set) }
      queue += set.rules.map { without.union([$0]) }
    }
    return found.sorted { ($0.cost, $0.rules.count) < ($1.cost, $1.rules.count) }
  }

  /// - Returns: `nil` where a plan is not possible without breaking one of the rules named.
  private func cheapest(without: Set<Int>) throws -> Found? {
    let first = try breaking.ask(.roughly) { without.contains($0) ? dearest : price(of: $0) }
    guard let first else { return nil }
    var rules = broken(at: first.point)
    guard rules.isDisjoint(with: without), !rules.isEmpty else { return nil }
    // One number amends all rows of a rule, so that its largest breach tells what the amendment would be:
    // the largest is the first that is tried to do without.
    let breaches = breaking.elastic.breaches(at: first.point)
    let weights = breaches.indices.map { breaches[$0] * worth[$0] }
    var point = first.point
    for rule in rules.sorted(by: { (-weights[$0], $0) < (-weights[$1], $1) }) where rules.count > 1
    {
      let fewer = rules.subtracting([rule])
      if let answer = try breaking.ask(.whether, { fewer.contains($0) ? 0 : 1 }), answer.isPossible
      {
        rules = fewer
        point = answer.point
      }
    }
    return try settled(rules, point, least: 0)
  }

  /// What a set of rules has to give way by.
  ///
  /// - Parameters:
  ///   - rules: The rules.
  ///   - point: A point that breaks nothing else.
  ///   - least: Share of its reach that is proven to be too small, where it is one rule; 0 otherwise.
  /// - Returns: `nil` where the solver's numbers leave no point that breaks nothing else.
  /// - Throws: As ``RuleBreaking/ask(_:most:_:)``.
  private func settled(_ rules: Set<Int>, _ point: [Double], least: Double) throws -> Found? {
    var point = point
    // A rule that gives way alone, and is spread, needs no least sum of breaches.
    let isSpreadAlone = rules.count == 1 && rules.allSatisfy { breaking.elastic.rowCounts[$0] > 1 }
    if !isSpreadAlone {
      let answer = try breaking.ask(.amounts) { rules.contains($0) ? price(of: $0) : dearest }
      guard let answer else { return nil }
      point = answer.point
    }
    for rule in rules.sorted() where breaking.elastic.rowCounts[rule] > 1 {
      var spread = BreachSpread(
        breaking, of: rule, among: rules, from: point, least: least, most: most[rule])
      point = try spread.evened()
    }
    // Where nothing holds exactly beside what was spread, the audit judges what there is.
    let last = try exact(point, rules) ?? point
    return Found(rules: rules.sorted(), cost: cost(of: last), point: last)
  }

  /// A point near another at which what is no amendment holds to the last: before, it was only dear to
  /// break, and a hundred-thousandth of a large envelope is money.
  private func exact(_ point: [Double], _ rules: Set<Int>) throws -> [Double]? {
    let elastic = breaking.elastic
    let breaches = elastic.breaches(at: point)
    if breaches.indices.allSatisfy({ rules.contains($0) || breaches[$0] <= Self.nothing }) {
      return point
    }
    var most: [Int: Double] = [:]
    for rule in elastic.rules.indices {
      if rules.contains(rule) {
        // Bounds in blocks cost the session its points: only what was spread is held there.
        if elastic.rowCounts[rule] > 1 { most[rule] = breaches[rule] + RuleBreaking.rounding }
      } else if !elastic.isInBlocks[rule] {
        most[rule] = 0
      }
    }
    return try breaking.bounded(.amounts, most) { rules.contains($0) ? price(of: $0) : dearest }?
      .point
  }

  private func price(of rule: Int) -> Double {
    Self.scale * worth[rule] / Double(breaking.elastic.rowCounts[rule])
  }

  private func broken(at point: [Double]) -> Set<Int> {
    Set(
      breaking.elastic.breaches(at: point).enumerated()
        .filter { $0.element > RuleBreaking.rounding }.map(\.offset))
  }

  /// Least cost of a rule that gives way alone.
  private func cost(of candidate: Candidate) -> Double { candidate.least * worth[candidate.rule] }

  private func cost(of point: [Double]) -> Double {
    let elastic = breaking.elastic
    return zip(elastic.elastic.slacks, elastic.ruleOfSlack).reduce(0) { sum, next in
      let (slack, rule) = next
      return sum + point[slack.column.position] * slack.weight * worth[rule]
        / Double(elastic.rowCounts[rule])
    }
  }
}
