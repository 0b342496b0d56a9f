// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import FundingModel

extension ExplainedPlan {
  /// The goal level at which a beneficiary has something left to give; see ``ReasonCode``.
  ///
  /// - Parameters:
  ///   - beneficiary: Position of the beneficiary.
  ///   - scope: What is asked about.
  /// - Returns: Position of the level; `nil` where nothing is left.
  public func levelAtHand(of beneficiary: Int, scope: ReasonScope = .everything) -> Int? {
    OpenWork(self, beneficiary, scope).level
  }

  /// Why a beneficiary gets what it gets, and no more.
  ///
  /// - Parameters:
  ///   - beneficiary: Position of the beneficiary.
  ///   - scope: What is asked about.
  ///   - accounts: What its open measures are worth at the goal at hand; `nil`: not known, and
  ///     ``ReasonCode/nothingGained`` is not told.
  ///   - without: What the prices say of it without public money; `nil`: not known, and neither
  ///     ``ReasonCode/alwaysFunded`` nor ``ReasonCode/fundedAtMargin`` is told.
  /// - Returns: Reasons, each code once, in the order of ``ReasonCode``.
  public func reasons(
    of beneficiary: Int, scope: ReasonScope = .everything, accounts: [MeasureAccount]? = nil,
    without: WithoutMoney? = nil
  ) -> [Reason] {
    let finding = ReasonFinding(work: OpenWork(self, beneficiary, scope))
    let found =
      finding.facts() + finding.ownRules() + finding.sharedRules()
      + finding.nothingGained(accounts)
      + (scope == .everything ? finding.funding(without) + finding.rulesForMore() : [])
    let order = ReasonCode.allCases
    return order.flatMap { code in found.filter { $0.code == code } }
  }
}

/// Finds the reasons of one beneficiary, each as ``ReasonCode`` defines it.
struct ReasonFinding {
  let work: OpenWork

  var plan: ExplainedPlan { work.plan }
  var reading: ScenarioReading { work.plan.reading }
  var e: Int { work.beneficiary }
  var years: Range<Int> { 0..<reading.yearCount }
  var measures: Range<Int> { 0..<reading.measureCount }

  // MARK: Facts

  func facts() -> [Reason] {
    var found: [Reason] = []
    if let refused = notEligible() { found.append(refused) }
    if work.targets.isEmpty, !work.met.isEmpty, !isOfMeasure {
      found.append(Reason(.targetMet, targets: work.met))
    }
    if work.scope == .everything, isFullyDeployed {
      found.append(Reason(.fullyDeployed, measures: measures.filter(isEligible)))
    }
    let outOfReach = work.targets.filter { target in
      let all = reading.coverage(e, target.objective) { _ in 1 }
      return reading.target(e, target.objective, target.year) - all > ExplainedPlan.tolerance
    }
    if !outOfReach.isEmpty, !isOfMeasure {
      found.append(Reason(.outOfReach, targets: outOfReach))
    }
    return found + speed() + pilots() + ofMeasure()
  }

  private var isOfMeasure: Bool { if case .measure = work.scope { true } else { false } }

  private func isEligible(_ m: Int) -> Bool { reading.isEligible[e * reading.measureCount + m] }

  private var isFullyDeployed: Bool {
    measures.contains(where: isEligible)
      && !measures.contains { work.isUnfinished($0, reading.yearCount - 1) }
  }

  private func notEligible() -> Reason? {
    let refusals = plan.scenario.vehicles.indices.map { v in
      VehicleRefusal(vehicle: v, conditions: plan.refusals(of: v, to: e))
    }
    guard refusals.allSatisfy({ !$0.conditions.isEmpty }) else { return nil }
    return Reason(.notEligible, refusals: refusals)
  }

  private func speed() -> [Reason] {
    var slow: Set<Int> = []
    let targets = work.targets.filter { target in
      let left = measures.filter { work.serves($0, target) }
      guard !left.isEmpty, left.allSatisfy({ isAsFastAsCanBe($0, through: target.year) })
      else { return false }
      slow.formUnion(left)
      return true
    }
    return targets.isEmpty
      ? [] : [Reason(.speedLimit, targets: targets, measures: slow.sorted())]
  }

  private func isAsFastAsCanBe(_ m: Int, through t: Int) -> Bool {
    let speed = plan.scenario.measures[m].speed.value
    return (plan.scenario.lockedCount...max(plan.scenario.lockedCount, t)).allSatisfy {
      !work.isKeptForPilots(m, $0)
        && plan.plan.increment(e, m, $0) >= speed - ExplainedPlan.tolerance
    }
  }

  private func pilots() -> [Reason] {
    let kept = measures.filter { m in
      let last = reading.yearCount - 1
      guard work.isForTargets else {
        return work.isOpen(m, last) && work.isKeptForPilots(m, last)
      }
      return work.targets.contains {
        work.isOpen(m, $0.year) && work.serves(m, $0) && work.isKeptForPilots(m, $0.year)
      }
    }
    let rules = plan.sharedPrices.filter { price in
      guard price.rule.family == .pilotShare, work.counts(price),
        let t = price.rule.year.flatMap(plan.scenario.horizon.index(of:)),
        let m = price.rule.measure.flatMap({ reading.measurePosition[$0] })
      else { return false }
      return work.isOpen(m, t)
    }
    guard !kept.isEmpty || !rules.isEmpty else { return [] }
    let limited = rules.compactMap { $0.rule.measure.flatMap { reading.measurePosition[$0] } }
    return [Reason(.pilotPhase, rules: rules, measures: Set(kept + limited).sorted())]
  }

  /// Reasons that are told of one measure only.
  private func ofMeasure() -> [Reason] {
    guard case .measure(let m) = work.scope, work.isUnfinished(m, reading.yearCount - 1) else {
      return []
    }
    var found: [Reason] = []
    let missing = plan.scenario.measures[m].prerequisites.compactMap {
      reading.measurePosition[$0]
    }.filter { n in
      isEligible(n)
        && years.contains { t in
          t >= plan.scenario.lockedCount && work.isUnfinished(n, t) && isBehind(m, n, t)
        }
    }
    if !missing.isEmpty {
      found.append(Reason(.prerequisiteMissing, measures: Array(Set(missing)).sorted()))
    }
    if work.targets.isEmpty, !work.met.isEmpty {
      found.append(Reason(.coveredOtherwise, targets: work.met))
    }
    return found
  }

  /// Whether a measure has run as far ahead of what it needs as the row `prerequisite` allows.
  private func isBehind(_ m: Int, _ n: Int, _ t: Int) -> Bool {
    let lead = max(0, plan.shares.share(e, n, -1) - plan.shares.share(e, m, -1))
    return plan.shares.added(e, m, t) - plan.shares.added(e, n, t)
      >= lead - ExplainedPlan.tolerance
  }

  // MARK: Accounts

  func nothingGained(_ accounts: [MeasureAccount]?) -> [Reason] {
    let open = (accounts ?? []).filter { work.isOpen($0.measure, $0.year) }
    guard !open.isEmpty, open.allSatisfy({ $0.gain < -$0.noise }) else { return [] }
    let nearest = open.max { $0.gain < $1.gain }
    return [
      Reason(
        .nothingGained, measures: Set(open.map(\.measure)).sorted(), nearest: nearest)
    ]
  }
}

extension ExplainedPlan {
  /// Every condition of a vehicle that a beneficiary fails.
  func refusals(of v: Int, to e: Int) -> [VehicleRefusal.Condition] {
    let vehicle = scenario.vehicles[v]
    let beneficiary = scenario.beneficiaries[e]
    let eligible = vehicle.eligibility
    return VehicleRefusal.Condition.allCases.filter { condition in
      switch condition {
      case .noMoney: (0..<reading.yearCount).allSatisfy { reading.counted(v, $0) <= 0 }
      case .servicesOnly: !vehicle.paysBeneficiaries
      case .region: !eligible.regions.isEmpty && !eligible.regions.contains(beneficiary.region)
      case .nisClass:
        !eligible.classes.isEmpty
          && !(beneficiary.nisClass.map { eligible.classes.contains($0) } ?? false)
      case .status: !eligible.statuses.isEmpty && !eligible.statuses.contains(beneficiary.status)
      case .kind: !eligible.kinds.isEmpty && !eligible.kinds.contains(beneficiary.kind)
      case .notListed: vehicle.entitlements.map { $0[beneficiary.id] == nil } ?? false
      case .noNeed:
        !reading.pots.indices.contains {
          reading.paysPot[v * reading.pots.count + $0]
            && reading.hasMeasure[e * reading.pots.count + $0]
        }
      case .tooLate: vehicle.lag >= reading.yearCount
      }
    }
  }
}
