// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel

/// A change of one written rule that lets a plan exist, by as little as the plan needs.
public struct Amendment: Sendable, Hashable {
  /// What changes in the rule.
  public enum Change: Sendable, Hashable {
    /// Secured money of a vehicle in a year.
    case envelope(VehicleID, Year, from: Money, to: Money)
    /// Hard targets of a class in a year, those that change.
    case targets(NISClassID, Year, [AmendedTarget])
    /// The floor of a group under a territory rule, as a multiple.
    case territoryFloor(RuleID, group: String, from: Double, to: Double)
    /// The ceiling of a group under a territory rule, as a multiple.
    case territoryCeiling(RuleID, group: String, from: Double, to: Double)
    /// Staff of a region in a year.
    case staff(RegionID, Year, from: FTE, to: FTE)
    /// The share that a deployment rule asks for.
    case deployment(RuleID, from: Share, to: Share)
    /// Share of pilots of a measure.
    case pilots(MeasureID, from: Share, to: Share)
    /// The ceiling of a vehicle at each beneficiary, times a factor above 1.
    case ceiling(VehicleID, factor: Double)
    /// The floor of a vehicle at each beneficiary, times a factor below 1.
    case floor(VehicleID, factor: Double)
    /// What each is entitled to from a vehicle, times a factor above 1.
    case entitlement(VehicleID, factor: Double)
    /// A claim may be made in each of its windows.
    case severalClaims(RuleID)
    /// The rate of a vehicle.
    case rate(VehicleID, from: Share, to: Share)
    /// The limit of falls from year to year is dropped.
    case noLimitOfFalls(VehicleID)
    /// The limit of rises from year to year is dropped.
    case noLimitOfRises(VehicleID)
    /// A vehicle no longer pays on results.
    case noResults(VehicleID)
    /// Share of own funds that may be used; `nil`: own money is not limited.
    case ownFunds(from: Share, to: Share?)
    /// The money that nobody may lose, times a factor below 1.
    case noWorse(factor: Double)
    /// The rule on means after the horizon is reported instead of kept; what is missing a year.
    case softSustainability(missing: Money)
    /// The cap of money per unit of weight.
    case ratioCap(from: Double, to: Double)
  }

  /// A hard target that is lowered, or raised.
  public struct AmendedTarget: Sendable, Hashable {
    /// The objective.
    public var objective: ObjectiveID
    /// What was asked for.
    public var from: Share
    /// What is asked for instead: where it is lowered, what the plan reaches at every beneficiary of
    /// the class.
    public var to: Share
  }

  /// What changes.
  public var change: Change
  /// The rule.
  public var rule: WrittenRule
  /// Beneficiaries that the rule stops; 0 for rules across beneficiaries.
  public var beneficiaries: Int

  /// Creates an amendment.
  public init(_ change: Change, of rule: WrittenRule, beneficiaries: Int) {
    self.change = change
    self.rule = rule
    self.beneficiaries = beneficiaries
  }
}

extension Scenario {
  /// The scenario with rules amended.
  public func amended(by amendments: [Amendment]) -> Scenario {
    var result = self
    for amendment in amendments { result.apply(amendment.change) }
    return result
  }

  private mutating func apply(_ change: Amendment.Change) {
    let first = horizon.first.number
    switch change {
    case .envelope(let id, let year, _, let to):
      withVehicle(id) { $0.amounts[year.number - first].secured = to }
    case .targets(let nisClass, let year, let lowered):
      for target in lowered {
        for place in targets.indices
        where targets[place].nisClass == nisClass && targets[place].objective == target.objective {
          targets[place].levels[year.number - first] = target.to
        }
      }
    case .territoryFloor(let id, let group, _, let to):
      splitTerritory(id, group) { $0.floor = to }
    case .territoryCeiling(let id, let group, _, let to):
      splitTerritory(id, group) { $0.ceiling = to }
    case .staff(let region, let year, _, let to):
      for place in staffing.indices where staffing[place].region == region {
        staffing[place].available[year.number - first] = to
      }
    case .deployment(let id, _, let to):
      for place in deployment.indices where deployment[place].id == id {
        deployment[place].share = to
      }
    case .pilots(let id, _, let to):
      for place in measures.indices where measures[place].id == id {
        measures[place].pilot?.share = to
      }
    case .ceiling(let id, let factor):
      withVehicle(id) { $0.ceiling = $0.ceiling?.scaled(by: factor) }
    case .floor(let id, let factor): withVehicle(id) { $0.floor = $0.floor?.scaled(by: factor) }
    case .entitlement(let id, let factor):
      withVehicle(id) {
        $0.entitlements = $0.entitlements?.mapValues { $0.map { $0.scaled(by: factor) } }
      }
    case .severalClaims(let claim):
      for place in vehicles.indices where vehicles[place].claim?.claim == claim {
        vehicles[place].claim = nil
      }
    case .rate(let id, _, let to): withVehicle(id) { $0.rate = to }
    case .noLimitOfFalls(let id): withVehicle(id) { $0.band?.dropShare = nil }
    case .noLimitOfRises(let id): withVehicle(id) { $0.band?.riseShare = nil }
    case .noResults(let id): withVehicle(id) { $0.mechanism = .optimised }
    case .ownFunds(_, let to):
      if let to { ownFunds?.share = to } else { ownFunds = nil }
    case .noWorse(let factor):
      fairness.noWorseThan = fairness.noWorseThan.mapValues { $0.scaled(by: factor) }
    case .softSustainability: sustainability?.isHard = false
    case .ratioCap(_, let to): fairness.ratioCap = to
    }
  }

  private mutating func withVehicle(_ id: VehicleID, _ change: (inout Vehicle) -> Void) {
    for place in vehicles.indices where vehicles[place].id == id { change(&vehicles[place]) }
  }

  /// Gives one group of a territory rule a rule of its own.
  private mutating func splitTerritory(
    _ id: RuleID, _ group: String, _ change: (inout TerritoryRule) -> Void
  ) {
    let own = RuleID(Self.ownRule(id, group))
    if let place = territory.firstIndex(where: { $0.id == own }) {
      change(&territory[place])
      return
    }
    guard let place = territory.firstIndex(where: { $0.id == id }) else { return }
    var alone = territory[place]
    alone.id = own
    alone.members = [group]
    change(&alone)
    let all = Set(beneficiaries.compactMap { territory[place].grouping.group(of: $0) })
    let others = (territory[place].members.isEmpty ? all.sorted() : territory[place].members)
      .filter { $0 != group }
    territory[place].members = others
    if others.isEmpty { territory.remove(at: place) }
    territory.append(alone)
  }

  /// Identifier of the rule that one group gets.
  static func ownRule(_ id: RuleID, _ group: String) -> String { "\(id.rawValue)-\(group)" }
}

extension BeneficiaryLimit {
  /// The limit with every amount times a factor.
  func scaled(by factor: Double) -> BeneficiaryLimit {
    switch schedule {
    case .sized(let amount):
      BeneficiaryLimit(
        .sized(
          SizedAmount(
            fixed: amount.fixed.scaled(by: factor),
            amount.terms.map { .init($0.driver, $0.perUnit.scaled(by: factor)) })), per: period)
    case .banded(let bands):
      BeneficiaryLimit(
        .banded(
          Banded(
            driver: bands.driver,
            bands: bands.bands.map { .init(upTo: $0.upTo, value: $0.value.scaled(by: factor)) })),
        per: period)
    }
  }
}
