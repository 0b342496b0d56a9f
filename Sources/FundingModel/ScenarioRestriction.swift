// SPDX-License-Identifier: GPL-3.0-or-later

extension Scenario {
  /// The part of the scenario that concerns one region, with money in proportion.
  ///
  /// Each vehicle's money (secured, announced, after the horizon) and each shared service's capacity
  /// is multiplied by the region's share of the weight over the beneficiaries of the regions that the
  /// vehicle or service is limited to, or over all: money for this region alone stays whole, money
  /// for other regions becomes 0, and services for other regions are left out. Rules between regions,
  /// and deployment rules of other regions, say nothing here: they are left out and named in
  /// ``Scope/droppedRules``. Everything that is said of one beneficiary stays as it is.
  ///
  /// What was paid in locked years is such a fact: a vehicle's money for the region is what was paid
  /// there, what keeping up takes there, and the share of what is then free; payments for a shared service are scaled as its
  /// capacity is, of which what is in use stays with whoever uses it.
  ///
  /// - Parameters:
  ///   - region: the region to keep.
  ///   - weight: what shares are counted in; a beneficiary that did not declare it counts 0.
  /// - Returns: the part, or `nil` where nobody is in the region or the weight is 0 everywhere.
  public func restricted(toRegion region: RegionID, weight: Driver) -> Scenario? {
    let kept = beneficiaries.filter { $0.region == region }
    let shares = RegionShares(beneficiaries, region: region, weight: weight)
    guard !kept.isEmpty, let share = shares.share(within: []) else { return nil }
    var part = self
    part.beneficiaries = kept
    let upkeep = upkeep(shares.isHere)
    part.vehicles = zip(vehicles, upkeep).map { restricted($0, upkeep: $1, shares) }
    part.services = services.compactMap { service in
      let regions = service.eligibility.regions
      guard regions.isEmpty || regions.contains(region) else { return nil }
      return scaled(
        service, by: shares.share(within: regions) ?? 0, used: lockedUse(of: service, shares))
    }
    part.staffing = staffing.filter { $0.region == region }
    part.territory = territory.filter { $0.grouping != .region }
    part.deployment = deployment.filter {
      $0.eligibility.regions.isEmpty || $0.eligibility.regions.contains(region)
    }
    keepBeneficiaries(of: &part, Set(kept.map(\.id)))
    if var facts = part.lockedYears {
      for place in facts.services.indices {
        facts.services[place].thousands *= shareOfService(
          facts.services[place].service, shares)
      }
      part.lockedYears = facts
    }
    let dropped =
      territory.map(\.id).filter { id in !part.territory.contains { $0.id == id } }
      + deployment.map(\.id).filter { id in !part.deployment.contains { $0.id == id } }
    part.scope = Scope(
      region: region, share: share, weight: weight,
      nationalBeneficiaries: scope?.nationalBeneficiaries ?? beneficiaries.count,
      droppedRules: (scope?.droppedRules ?? []) + dropped)
    return part
  }

  private func keepBeneficiaries(of part: inout Scenario, _ kept: Set<BeneficiaryID>) {
    part.initialDeployment = initialDeployment.filter { kept.contains($0.beneficiary) }
    part.locked = locked.filter { kept.contains($0.beneficiary) }
    part.lockedYears?.payments.removeAll { !kept.contains($0.beneficiary) }
    let services = Set(part.services.map(\.id))
    part.lockedYears?.services.removeAll { !services.contains($0.service) }
    part.fairness.noWorseThan = fairness.noWorseThan.filter { kept.contains($0.key) }
  }

  private func restricted(
    _ vehicle: Vehicle, upkeep: [RegionPart], _ shares: RegionShares
  ) -> Vehicle {
    let share = shares.share(within: vehicle.eligibility.regions) ?? 0
    var envelope = RegionEnvelope(
      vehicle: vehicle, share: share,
      paid: [RegionPart](repeating: RegionPart(), count: vehicle.amounts.count),
      upkeep: upkeep)
    for payment in lockedYears?.payments ?? [] where payment.vehicle == vehicle.id {
      let paidIn = Year(payment.year.number + vehicle.lag)
      guard let t = horizon.index(of: paidIn) else { continue }
      envelope.paid[t].add(payment.thousands, here: shares.isHere(payment.beneficiary))
    }
    for payment in lockedYears?.services ?? [] where payment.vehicle == vehicle.id {
      guard let t = horizon.index(of: payment.year) else { continue }
      envelope.paid[t].everywhere += payment.thousands
      envelope.paid[t].here += payment.thousands * shareOfService(payment.service, shares)
    }
    var vehicle = vehicle
    vehicle.amounts = envelope.amounts
    vehicle.afterHorizon = vehicle.afterHorizon.scaled(by: share)
    return vehicle
  }

  /// Share of a service that is the region's; 0 where it is for others.
  private func shareOfService(_ id: ServiceID, _ shares: RegionShares) -> Double {
    guard let service = services.first(where: { $0.id == id }) else { return 0 }
    return shares.share(within: service.eligibility.regions) ?? 0
  }

  /// Capacity that the deployment of locked years uses, everywhere and in the region.
  private func lockedUse(
    of service: SharedService, _ shares: RegionShares
  ) -> (everywhere: Double, here: Double) {
    var used = (everywhere: 0.0, here: 0.0)
    guard let last = lockedYears?.through else { return used }
    let users = Dictionary(
      beneficiaries.filter { service.eligibility.includes($0) }
        .map { ($0.id, $0.size[service.unit] ?? 0) }, uniquingKeysWith: { first, _ in first })
    for entry in locked where entry.year <= last && service.measures.contains(entry.measure) {
      let units = (users[entry.beneficiary] ?? 0) * entry.share.value
      used.everywhere += units
      if shares.isHere(entry.beneficiary) { used.here += units }
    }
    return used
  }

  /// Capacity is scaled; what is used for good in locked years stays with whoever uses it.
  private func scaled(
    _ service: SharedService, by share: Double, used: (everywhere: Double, here: Double)
  ) -> SharedService {
    func part(_ capacity: Double) -> Double {
      max(0, share * (capacity - used.everywhere) + used.here)
    }
    var service = service
    service.initialCapacity = part(service.initialCapacity)
    service.largestCapacity = service.largestCapacity.map(part)
    return service
  }
}

/// Weights by region, for the share of one of them.
private struct RegionShares {
  private let region: RegionID
  private let weights: [(region: RegionID, weight: Double)]
  private let here: Set<BeneficiaryID>

  init(_ beneficiaries: [Beneficiary], region: RegionID, weight: Driver) {
    self.region = region
    here = Set(beneficiaries.filter { $0.region == region }.map(\.id))
    weights = beneficiaries.map { ($0.region, $0.size[weight] ?? 0) }
  }

  /// Whether a beneficiary is in the region.
  func isHere(_ beneficiary: BeneficiaryID) -> Bool { here.contains(beneficiary) }

  /// The region's share of the weight of some regions, or of all; `nil` where they weigh nothing.
  func share(within regions: [RegionID]) -> Double? {
    guard regions.isEmpty || regions.contains(region) else { return 0 }
    var own = 0.0
    var total = 0.0
    for entry in weights where regions.isEmpty || regions.contains(entry.region) {
      total += entry.weight
      if entry.region == region { own += entry.weight }
    }
    return total > 0 ? own / total : nil
  }
}
