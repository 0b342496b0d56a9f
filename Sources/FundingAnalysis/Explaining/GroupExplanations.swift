// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
public import FundingModel

/// How many beneficiaries have each reason; one beneficiary may have several.
public struct ReasonCounts: Sendable, Hashable {
  /// One reason.
  public struct Entry: Sendable, Hashable {
    /// The reason.
    public let code: ReasonCode
    /// Number of beneficiaries.
    public let count: Int
  }

  /// Reasons that somebody has, in the order of ``ReasonCode``.
  public let entries: [Entry]

  /// Counts the reasons of beneficiaries, each beneficiary once for a code.
  init(_ reasons: [[Reason]]) {
    entries = ReasonCode.allCases.compactMap { code in
      let count = reasons.count { $0.contains { $0.code == code } }
      return count == 0 ? nil : Entry(code: code, count: count)
    }
  }
}

/// What open measures are worth, asked beneficiary by beneficiary: accounts at the goal at hand, or
/// `nil` where they are not known.
public typealias AccountSource = (_ beneficiary: Int, _ level: Int) throws -> [MeasureAccount]?

/// What a plan means for a region, and why.
public struct RegionExplanation: Sendable {
  /// Coverage of a NIS class in the region; the mean is weighted by the shortfall weight.
  public struct ClassCoverage: Sendable, Hashable {
    /// The class.
    public let nisClass: NISClassID
    /// Number of its beneficiaries in the region.
    public let beneficiaries: Int
    /// Mean coverage before the horizon.
    public let before: Double
    /// Mean coverage at the end of each year.
    public let years: [Double]
    /// Beneficiaries that meet every target of the last year.
    public let met: Int
  }

  /// The region.
  public let region: RegionID
  /// Positions of its beneficiaries.
  public let members: [Int]
  /// Number of those that get at least one euro.
  public let receivers: Int
  /// Public money by vehicle and payment year; vehicles that pay nothing are left out.
  public let money: [BeneficiaryExplanation.VehicleMoney]
  /// Own money by year, thousands of euros.
  public let own: [Double]
  /// Coverage by class.
  public let coverage: [ClassCoverage]
  /// Rules about this region that hold the plan, each at the first goal at which it has a price.
  public let rules: [RulePrice]
  /// Reasons of its beneficiaries.
  public let reasons: ReasonCounts
}

/// Who covers an objective, who does not, and why.
public struct ObjectiveExplanation: Sendable {
  /// One class that the objective applies to.
  public struct ClassState: Sendable, Hashable {
    /// The class.
    public let nisClass: NISClassID
    /// Number of its beneficiaries.
    public let beneficiaries: Int
    /// Those that reach the target of the last year, or have none.
    public let met: Int
    /// Target of the last year; 0 where none.
    public let target: Double
    /// Plain mean of coverage (at most whole) before the horizon and at the end.
    public let before: Double
    /// See ``before``.
    public let after: Double
  }

  /// A beneficiary that misses a target.
  public struct Missing: Sendable, Hashable {
    /// Position of the beneficiary.
    public let beneficiary: Int
    /// What is missing in the last year that is missed, a share.
    public let share: Double
    /// Position of that year.
    public let year: Int
    /// Why.
    public let codes: [ReasonCode]
  }

  /// Position of the objective.
  public let objective: Int
  /// By class.
  public let classes: [ClassState]
  /// Measures that contribute to it.
  public let measures: [Int]
  /// Beneficiaries that miss a target of it in some year, the farthest first.
  public let missing: [Missing]
  /// Why they do.
  public let reasons: ReasonCounts
}

/// Where a measure is put in place, and why not elsewhere.
public struct MeasureExplanation: Sendable {
  /// What the measure would be worth at a beneficiary where it is not complete.
  public struct Candidate: Sendable, Hashable {
    /// Position of the beneficiary.
    public let beneficiary: Int
    /// The goal at hand, as the position of its level.
    public let level: Int
    /// The account of its best year.
    public let account: MeasureAccount
  }

  /// Position of the measure.
  public let measure: Int
  /// Number of beneficiaries it is meant for.
  public let eligible: Int
  /// Those where it was complete before.
  public let completeBefore: Int
  /// Those at which the plan adds to it.
  public let added: Int
  /// Those where it is complete at the end.
  public let complete: Int
  /// Those where it is in place in part at the end.
  public let partial: Int
  /// Those where it is not complete at the end, by position.
  public let left: [Int]
  /// Why it is not complete there.
  public let reasons: ReasonCounts
  /// What it would be worth there, by goal, the best first.
  public let candidates: [Candidate]
}

extension ExplainedPlan {
  /// What the plan means for a region.
  ///
  /// - Parameters:
  ///   - region: A region of the scenario.
  ///   - accounts: What open measures are worth.
  ///   - without: What the prices say of a beneficiary without public money; `nil` where not known.
  /// - Returns: Facts and reasons.
  /// - Throws: What `accounts` throws.
  public func explanation(
    of region: RegionID, accounts: AccountSource,
    without: (_ beneficiary: Int) throws -> WithoutMoney? = { _ in nil }
  ) throws -> RegionExplanation {
    let members = scenario.beneficiaries.indices.filter {
      scenario.beneficiaries[$0].region == region
    }
    let isMember = Set(members)
    var own = [Double](repeating: 0, count: reading.yearCount)
    for entry in plan.own where isMember.contains(entry.beneficiary) {
      own[entry.year] += entry.thousands
    }
    return RegionExplanation(
      region: region, members: members, receivers: members.count { euros[$0] > 0 },
      money: money(of: isMember), own: own, coverage: coverage(of: members),
      rules: rules(of: region),
      reasons: ReasonCounts(
        try members.map { try reasons(of: $0, .everything, accounts, without: without($0)) }))
  }

  private func reasons(
    of e: Int, _ scope: ReasonScope, _ accounts: AccountSource, without: WithoutMoney? = nil
  ) throws -> [Reason] {
    let level = levelAtHand(of: e, scope: scope)
    let worth = try level.flatMap { try accounts(e, $0) }
    return reasons(of: e, scope: scope, accounts: worth, without: without)
  }

  private func money(of members: Set<Int>) -> [BeneficiaryExplanation.VehicleMoney] {
    let years = reading.yearCount
    var sums = [Int](repeating: 0, count: scenario.vehicles.count * years)
    for line in allocation.lines where members.contains(line.beneficiary) {
      sums[line.vehicle * years + line.year + scenario.vehicles[line.vehicle].lag] += line.euros
    }
    return scenario.vehicles.indices.compactMap { v in
      let row = Array(sums[v * years..<(v + 1) * years])
      return row.allSatisfy { $0 == 0 } ? nil : .init(vehicle: v, euros: row)
    }
  }

  private func coverage(of members: [Int]) -> [RegionExplanation.ClassCoverage] {
    reading.classes.indices.compactMap { c in
      let inClass = members.filter { reading.classOf[$0] == c }
      guard !inClass.isEmpty, !reading.objectivesOfClass[c].isEmpty else { return nil }
      var weights = inClass.map { reading.size($0, scenario.economics.shortfallWeight) }
      if weights.allSatisfy({ $0 == 0 }) { weights = inClass.map { _ in 1 } }
      let total = weights.reduce(0, +)
      let covered = inClass.map { meanCoverage(of: $0) }
      func mean(_ value: ((before: Double?, years: [Double])) -> Double) -> Double {
        zip(covered, weights).reduce(0) { $0 + value($1.0) * $1.1 } / total
      }
      return .init(
        nisClass: reading.classes[c], beneficiaries: inClass.count,
        before: mean { $0.before ?? 0 },
        years: (0..<reading.yearCount).map { t in mean { $0.years[t] } },
        met: inClass.count { e in
          let targets = lastTargets(of: e)
          return targets.met == targets.all
        })
    }
  }

  private func rules(of region: RegionID) -> [RulePrice] {
    var seen: Set<String> = []
    return sharedPrices.filter { price in
      guard holds(price) else { return false }
      switch price.rule.family {
      case .staffing: return price.rule.region == region
      case .territoryFloor, .territoryCeiling:
        let rule = scenario.territory.first { $0.id == price.rule.rule }
        return rule?.grouping == .region && price.rule.group == region.rawValue
      case .massive:
        let rule = scenario.deployment.first { $0.id == price.rule.rule }
        return rule?.within == .region && price.rule.group == region.rawValue
      default: return false
      }
    }.sorted { $0.levelIndex < $1.levelIndex }.filter { seen.insert($0.rowName).inserted }
  }

  /// Who covers an objective, who does not, and why.
  ///
  /// - Parameters:
  ///   - objective: Position of the objective.
  ///   - accounts: What open measures are worth.
  /// - Returns: Facts and reasons.
  /// - Throws: What `accounts` throws.
  public func explanation(
    ofObjective objective: Int, accounts: AccountSource
  ) throws -> ObjectiveExplanation {
    let scope = ReasonScope.objective(objective)
    var missing: [ObjectiveExplanation.Missing] = []
    var found: [[Reason]] = []
    for e in scenario.beneficiaries.indices {
      guard let last = OpenWork(self, e, scope).targets.last else { continue }
      let why = try reasons(of: e, scope, accounts)
      found.append(why)
      missing.append(
        .init(beneficiary: e, share: last.missing, year: last.year, codes: why.map(\.code)))
    }
    missing.sort { $0.share > $1.share }
    return ObjectiveExplanation(
      objective: objective, classes: classStates(of: objective),
      measures: scenario.measures.indices.filter { m in
        scenario.measures[m].contributions.contains {
          $0.objective == scenario.objectives[objective].id && $0.weight > 0
        }
      }, missing: missing, reasons: ReasonCounts(found))
  }

  private func classStates(of o: Int) -> [ObjectiveExplanation.ClassState] {
    let last = reading.yearCount - 1
    return reading.classes.indices.compactMap { c in
      let members = scenario.beneficiaries.indices.filter { reading.classOf[$0] == c }
      let target = reading.targets[c * reading.objectiveCount + o][last]
      guard !members.isEmpty, target > 0 || reading.objectivesOfClass[c].contains(o) else {
        return nil
      }
      func mean(_ t: Int) -> Double {
        members.reduce(0) { sum, e in
          sum + min(1, reading.coverage(e, o) { shares.share(e, $0, t) })
        } / Double(members.count)
      }
      return .init(
        nisClass: reading.classes[c], beneficiaries: members.count,
        met: members.count { e in
          target - reading.coverage(e, o) { shares.share(e, $0, last) } <= Self.tolerance
        }, target: target, before: mean(-1), after: mean(last))
    }
  }

  /// Where a measure is put in place, and why not elsewhere.
  ///
  /// - Parameters:
  ///   - measure: Position of the measure.
  ///   - accounts: What open measures are worth.
  /// - Returns: Facts and reasons.
  /// - Throws: What `accounts` throws.
  public func explanation(
    ofMeasure measure: Int, accounts: AccountSource
  ) throws -> MeasureExplanation {
    let last = reading.yearCount - 1
    let meant = scenario.beneficiaries.indices.filter {
      reading.isEligible[$0 * reading.measureCount + measure]
    }
    func isComplete(_ e: Int, _ t: Int) -> Bool {
      shares.share(e, measure, t) >= 1 - Self.tolerance
    }
    let left = meant.filter { !isComplete($0, last) }
    var found: [[Reason]] = []
    var candidates: [MeasureExplanation.Candidate] = []
    for e in left {
      let work = OpenWork(self, e, .measure(measure))
      let worth = try work.level.flatMap { try accounts(e, $0) }
      found.append(reasons(of: e, scope: .measure(measure), accounts: worth))
      let best = (worth ?? []).filter { $0.measure == measure && work.isOpen(measure, $0.year) }
        .max { $0.gain < $1.gain }
      if let best, let level = work.level {
        candidates.append(.init(beneficiary: e, level: level, account: best))
      }
    }
    candidates.sort { ($0.level, -$0.account.gain) < ($1.level, -$1.account.gain) }
    return MeasureExplanation(
      measure: measure, eligible: meant.count,
      completeBefore: meant.count { isComplete($0, -1) },
      added: meant.count { shares.added($0, measure, last) > Self.tolerance },
      complete: meant.count - left.count,
      partial: left.count { shares.share($0, measure, last) > Self.tolerance }, left: left,
      reasons: ReasonCounts(found), candidates: candidates)
  }
}
