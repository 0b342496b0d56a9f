// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming

/// Finds small sets of rules that make a plan possible where they give way.
///
/// The cheapest set first; then, as in Reiter's hitting-set tree, the cheapest without one of the rules
/// of a set that was found, and so on. Every set is minimal: where one of its rules holds after all,
/// the others do not suffice.
struct AmendmentSearch {
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

  /// Questions by which the breach of one rule is spread, and how near to even is even enough.
  private static let halvings = 8
  private static let evenEnough = 0.02
  /// Largest relative breach that no amount in euros can tell from none.
  private static let nothing = 1e-10

  let breaking: RuleBreaking
  /// Worth of each rule: political cost of amending it, 1 as a rule.
  let worth: [Double]

  /// - Parameters:
  ///   - count: Most sets.
  ///   - mostQuestions: Questions after which no further set is looked for.
  /// - Returns: Sets, the cheapest first.
  /// - Throws: As ``RuleBreaking/ask(_:)``.
  func sets(_ count: Int, mostQuestions: Int) throws -> [Found] {
    var found: [Found] = []
    var queue: [Set<Int>] = [[]]
    var asked: Set<Set<Int>> = []
    let start = breaking.questions
    while !queue.isEmpty, found.count < count {
      if !found.isEmpty, breaking.questions - start >= mostQuestions { break }
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
    let dearest = blocked(worth.max() ?? 1)
    guard let first = try breaking.ask({ without.contains($0) ? dearest : price(of: $0) })
    else { return nil }
    var rules = broken(at: first.point)
    guard rules.isDisjoint(with: without), !rules.isEmpty else { return nil }
    // One number amends all rows of a rule, so that its largest breach tells what the amendment would be:
    // the largest is the first that is tried to do without.
    let breaches = breaking.elastic.breaches(at: first.point)
    let weights = breaches.indices.map { breaches[$0] * worth[$0] }
    for rule in rules.sorted(by: { (-weights[$0], $0) < (-weights[$1], $1) }) where rules.count > 1
    {
      let fewer = rules.subtracting([rule])
      if try breaking.ask(onlyWhether: true, { fewer.contains($0) ? 0 : 1 })?.isPossible == true {
        rules = fewer
      }
    }
    var point = first.point
    if rules != broken(at: point) {
      let chosen = rules
      guard let other = try breaking.ask({ chosen.contains($0) ? price(of: $0) : dearest })
      else { return nil }
      point = other.point
    }
    // Where nothing holds exactly beside what was spread, the audit judges what there is.
    let even = try evened(point, rules)
    let last = try exact(even, rules) ?? even
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
    let dearest = blocked(worth.max() ?? 1)
    return try bounded(onlyWhether: false, most) { rules.contains($0) ? price(of: $0) : dearest }?
      .point
  }

  /// Asks with bounds on breaches; `nil` where nothing holds, and where a solver's numbers fail it.
  ///
  /// Bounds only better a point that is known: without an answer that point stands, and the audit judges it.
  private func bounded(
    onlyWhether: Bool, _ most: [Int: Double], _ worth: (Int) -> Double
  ) throws -> RuleBreaking.Answer? {
    do {
      return try breaking.ask(onlyWhether: onlyWhether, most: most, worth)
    } catch let unproven as UnprovenSolve where unproven.termination == .numericalError {
      return nil
    }
  }

  /// Spreads the breach of a rule over its rows: one number amends them all, so that the row that is
  /// broken most decides.
  ///
  /// The least sum of breaches falls on few rows; the least that every row has to bear lies between
  /// their mean and the largest.
  private func evened(_ start: [Double], _ rules: Set<Int>) throws -> [Double] {
    let elastic = breaking.elastic
    var point = start
    for rule in rules.sorted() where elastic.rowCounts[rule] > 1 {
      var breaches = elastic.breaches(at: point)
      var least = elastic.total(of: rule, at: point) / Double(elastic.rowCounts[rule])
      for turn in 0..<Self.halvings where breaches[rule] - least > Self.evenEnough * breaches[rule]
      {
        // Money that all rows share can often be spread at once.
        let middle =
          turn == 0 ? least * (1 + Self.evenEnough / 2) : (least + breaches[rule]) / 2
        var most = Dictionary(uniqueKeysWithValues: rules.map { ($0, breaches[$0]) })
        most[rule] = middle
        let answer = try bounded(onlyWhether: true, most) { rules.contains($0) ? 0 : 1 }
        if let answer, answer.isPossible {
          point = answer.point
          breaches = elastic.breaches(at: point)
        } else {
          least = middle
        }
      }
    }
    return point
  }

  private func price(of rule: Int) -> Double {
    Self.scale * worth[rule] / Double(breaking.elastic.rowCounts[rule])
  }

  private func blocked(_ worth: Double) -> Double { Self.blocked * Self.scale * worth }

  private func broken(at point: [Double]) -> Set<Int> {
    Set(
      breaking.elastic.breaches(at: point).enumerated()
        .filter { $0.element > RuleBreaking.rounding }.map(\.offset))
  }

  private func cost(of point: [Double]) -> Double {
    let elastic = breaking.elastic
    return zip(elastic.elastic.slacks, elastic.ruleOfSlack).reduce(0) { sum, next in
      let (slack, rule) = next
      return sum + point[slack.column.position] * slack.weight * worth[rule]
        / Double(elastic.rowCounts[rule])
    }
  }
}
