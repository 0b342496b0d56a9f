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
    part.vehicles = vehicles.map { vehicle in
      scaled(vehicle, by: shares.share(within: vehicle.eligibility.regions) ?? 0)
    }
    part.services = services.compactMap { service in
      let regions = service.eligibility.regions
      guard regions.isEmpty || regions.contains(region) else { return nil }
      return scaled(service, by: shares.share(within: regions) ?? 0)
    }
    part.staffing = staffing.filter { $0.region == region }
    part.territory = territory.filter { $0.grouping != .region }
    part.deployment = deployment.filter {
      $0.eligibility.regions.isEmpty || $0.eligibility.regions.contains(region)
    }
    keepBeneficiaries(of: &part, Set(kept.map(\.id)))
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

  private func scaled(_ vehicle: Vehicle, by share: Double) -> Vehicle {
    var vehicle = vehicle
    vehicle.amounts = vehicle.amounts.map {
      EnvelopeYear(
        secured: $0.secured.scaled(by: share), announced: $0.announced.scaled(by: share))
    }
    vehicle.afterHorizon = vehicle.afterHorizon.scaled(by: share)
    return vehicle
  }

  private func scaled(_ service: SharedService, by share: Double) -> SharedService {
    var service = service
    service.initialCapacity *= share
    service.largestCapacity = service.largestCapacity.map { $0 * share }
    return service
  }
}

/// Weights by region, for the share of one of them.
private struct RegionShares {
  private let region: RegionID
  private let weights: [(region: RegionID, weight: Double)]

  init(_ beneficiaries: [Beneficiary], region: RegionID, weight: Driver) {
    self.region = region
    weights = beneficiaries.map { ($0.region, $0.size[weight] ?? 0) }
  }

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
