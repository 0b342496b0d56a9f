// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import FundingModel

/// Reasons that are rules at whose bound the plan stands, at a price.
extension ReasonFinding {
  /// The reason that rules of one beneficiary give, by family.
  private static let ownCodes: [(ReasonCode, [Family])] = [
    (.ownFundsLimit, [.ownFunds]), (.ceilingReached, [.ceiling]),
    (.entitlementUsed, [.entitlement, .oneClaim]), (.aidRate, [.rate]),
    (.yearOnYear, [.bandRise, .bandDrop]), (.paidOnResults, [.results]),
    (.ratioCap, [.ratioCap]),
  ]

  /// Rules about this beneficiary alone.
  func ownRules() -> [Reason] {
    let own = (plan.ownPrices[plan.scenario.beneficiaries[e].id] ?? []).filter(work.counts)
    return Self.ownCodes.compactMap { code, families in
      let rules = own.filter { families.contains($0.rule.family) }
      return rules.isEmpty ? nil : Reason(code, rules: rules)
    }
  }

  /// Rules that it shares with others.
  func sharedRules() -> [Reason] {
    let counting = plan.sharedPrices.filter(work.counts)
    let codes: [(ReasonCode, (RulePrice) -> [Int])] = [
      (.waitsForStaff, waiting), (.envelopeExhausted, unpaid), (.serviceFull, unserved),
      (.lastingMeans, lasting), (.regionalCeiling, capped),
    ]
    return codes.compactMap { code, concerned in
      var rules: [RulePrice] = []
      var measures: Set<Int> = []
      for price in counting {
        let open = concerned(price)
        guard !open.isEmpty else { continue }
        rules.append(price)
        measures.formUnion(open)
      }
      return rules.isEmpty ? nil : Reason(code, rules: rules, measures: measures.sorted())
    }
  }

  private func year(of price: RulePrice) -> Int? {
    price.rule.year.flatMap { plan.scenario.horizon.index(of: $0) }
  }

  /// Open measures that wait for staff of a rule.
  private func waiting(_ price: RulePrice) -> [Int] {
    let beneficiary = plan.scenario.beneficiaries[e]
    guard price.rule.family == .staffing, price.rule.region == beneficiary.region,
      let t = year(of: price)
    else { return [] }
    return work.openMeasures(in: t).filter {
      let measure = plan.scenario.measures[$0]
      return (measure.installationEffort.value(for: beneficiary.size) ?? 0) > 0
        || (measure.runningEffort.value(for: beneficiary.size) ?? 0) > 0
    }
  }

  /// Open measures that an exhausted envelope could pay for.
  private func unpaid(_ price: RulePrice) -> [Int] {
    guard price.rule.family == .envelope, let payment = year(of: price),
      let v = price.rule.vehicle.flatMap({ reading.vehiclePosition[$0] })
    else { return [] }
    let t = payment - plan.scenario.vehicles[v].lag
    guard t >= 0 else { return [] }
    return work.openMeasures(in: t).filter { m in
      reading.pots.indices.contains { p in
        guard reading.mayPay(v, e, p, t), reading.measuresOfPot[p].contains(m) else {
          return false
        }
        return reading.pots[p].nature == .oneOff
          ? reading.oneOffCost(e, m, t) > 0 : reading.recurringCost(e, m, t) > 0
      }
    }
  }

  /// Open measures that a service without further capacity would serve.
  private func unserved(_ price: RulePrice) -> [Int] {
    guard price.rule.family == .serviceUse, let t = year(of: price),
      let s = plan.scenario.services.firstIndex(where: { $0.id == price.rule.service }),
      let largest = plan.scenario.services[s].largestCapacity,
      plan.scenario.services[s].eligibility.includes(plan.scenario.beneficiaries[e]),
      plan.plan.serviceCapacity[s * reading.yearCount + t]
        >= largest - ExplainedPlan.tolerance * max(1, largest)
    else { return [] }
    let served = plan.scenario.services[s].measures
    return work.openMeasures(in: t).filter { served.contains(plan.scenario.measures[$0].id) }
  }

  /// Open measures that would have to be kept up after the horizon.
  private func lasting(_ price: RulePrice) -> [Int] {
    guard price.rule.family == .sustainability else { return [] }
    let last = reading.yearCount - 1
    return measures.filter { m in
      reading.recurringCost(e, m, last) > 0 && years.contains { work.isOpen(m, $0) }
    }
  }

  /// Open measures where the group's money is capped.
  private func capped(_ price: RulePrice) -> [Int] {
    guard price.rule.family == .territoryCeiling, isOfItsGroup(price) else { return [] }
    return measures.filter { m in years.contains { work.isOpen(m, $0) } }
  }

  private func isOfItsGroup(_ price: RulePrice) -> Bool {
    guard let rule = plan.scenario.territory.first(where: { $0.id == price.rule.rule }) else {
      return false
    }
    return rule.grouping.group(of: plan.scenario.beneficiaries[e]) == price.rule.group
  }

  // MARK: Rules that give

  /// Whether the beneficiary is paid in every plan as good, at the margin, or by the tie-break.
  func funding(_ without: WithoutMoney?) -> [Reason] {
    var found: [Reason] = []
    if let without, plan.euros[e] > 0 {
      found.append(
        Reason(without.level == nil ? .fundedAtMargin : .alwaysFunded, without: without))
    }
    if plan.tieBroken.contains(plan.scenario.beneficiaries[e].id) {
      found.append(Reason(.tieBroken))
    }
    return found
  }

  /// Rules because of which the beneficiary gets money or measures.
  func rulesForMore() -> [Reason] {
    let own = plan.ownPrices[plan.scenario.beneficiaries[e].id] ?? []
    let codes: [(ReasonCode, [RulePrice])] = [
      (.regionalFloor, plan.sharedPrices.filter(givesToGroup)),
      (.vehicleFloor, own.filter { $0.rule.family == .floor }),
      (.noWorse, own.filter { $0.rule.family == .noWorse }),
      (.deploymentAsked, plan.sharedPrices.filter(asksForDeployment)),
    ]
    return codes.compactMap { code, prices in
      // A rule has a price at each goal; the first at which it costs something is told.
      var seen: Set<String> = []
      let rules = prices.filter(plan.holds)
        .sorted { $0.levelIndex < $1.levelIndex }
        .filter { seen.insert($0.rowName).inserted }
      return rules.isEmpty ? nil : Reason(code, rules: rules)
    }
  }

  private func givesToGroup(_ price: RulePrice) -> Bool {
    price.rule.family == .territoryFloor && plan.euros[e] > 0 && isOfItsGroup(price)
  }

  private func asksForDeployment(_ price: RulePrice) -> Bool {
    let beneficiary = plan.scenario.beneficiaries[e]
    guard price.rule.family == .massive,
      let rule = plan.scenario.deployment.first(where: { $0.id == price.rule.rule }),
      rule.eligibility.includes(beneficiary),
      rule.within == nil || rule.within?.group(of: beneficiary) == price.rule.group
    else { return false }
    switch rule.subject {
    case .measure(let id):
      guard let m = reading.measurePosition[id] else { return false }
      return plan.shares.added(e, m, reading.yearCount - 1) > ExplainedPlan.tolerance
    case .objective(let id):
      guard let o = reading.objectivePosition[id] else { return false }
      return reading.objectives(of: e).contains(o)
        && measures.contains {
          OpenWork.weight(of: $0, in: o, at: e, reading) > 0
            && plan.shares.added(e, $0, reading.yearCount - 1) > ExplainedPlan.tolerance
        }
    }
  }
}
