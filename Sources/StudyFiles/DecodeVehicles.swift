// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics
internal import FundingModel
internal import Tables

extension StudyDecoder {
  mutating func vehicles(_ horizon: Horizon) -> [Vehicle] {
    var result: [Vehicle] = []
    for pair in root.child(StudyKeys.vehicles)?.pairs ?? [] {
      result.append(vehicle(pair, horizon))
    }
    return result
  }

  private mutating func vehicle(_ pair: Entry.Pair, _ horizon: Horizon) -> Vehicle {
    typealias Keys = VehicleKeys
    let entry = pair.entry
    let mechanism = entry.value(Keys.mechanism) ?? .optimised
    var vehicle = Vehicle(
      id: VehicleID(pair.key), title: entry.value(Keys.title) ?? pair.key,
      natures: words(entry.child(Keys.pays)),
      domains: known(entry.child(Keys.domains), .domain).map { DomainID($0) },
      eligibility: eligibility(entry.child(Keys.eligible)),
      paysBeneficiaries: entry.value(Keys.paysBeneficiaries) ?? true,
      amounts: amounts(entry.child(Keys.amounts), horizon),
      announcedShare: entry.value(Keys.announcedCounted) ?? .none,
      carryOver: entry.value(Keys.carryOver) ?? .none, lag: entry.value(Keys.lag) ?? 0,
      ceiling: limit(entry.child(Keys.ceiling)), floor: limit(entry.child(Keys.floor)),
      rate: entry.value(Keys.rate), band: band(entry.child(Keys.band)), mechanism: mechanism,
      resultObjectives: known(entry.child(Keys.results), .objective).map { ObjectiveID($0) },
      afterHorizon: entry.value(Keys.afterHorizon) ?? .zero)
    if mechanism == .results { checkResults(&vehicle, entry, pair) }
    return vehicle
  }

  /// Payment on results needs objectives and a ceiling over the horizon.
  private mutating func checkResults(
    _ vehicle: inout Vehicle, _ entry: Entry, _ pair: Entry.Pair
  ) {
    let name = ["name": pair.key]
    if entry.child(VehicleKeys.results)?.items.isEmpty ?? true {
      findings.add(Finding(.resultsWithoutObjective, .error, at: pair.keyPosition, name))
    }
    guard let ceiling = vehicle.ceiling else {
      findings.add(Finding(.resultsWithoutCeiling, .error, at: pair.keyPosition, name))
      return
    }
    if ceiling.period == .year {
      let place = entry.child(VehicleKeys.ceiling)?.position(of: VehicleKeys.LimitKeys.per)
      findings.add(Finding(.resultsCeilingPerYear, .error, at: place, name))
    }
  }

  private mutating func amounts(_ entry: Entry?, _ horizon: Horizon) -> [EnvelopeYear] {
    var amounts = Array(repeating: EnvelopeYear(), count: horizon.count)
    for pair in entry?.pairs ?? [] {
      guard let number = Int(pair.key) else { continue }
      let year = Year(number)
      guard isWithin(year, horizon, at: pair.keyPosition), let index = horizon.index(of: year)
      else { continue }
      amounts[index] = EnvelopeYear(
        secured: pair.entry.value(VehicleKeys.secured) ?? .zero,
        announced: pair.entry.value(VehicleKeys.announced) ?? .zero)
    }
    return amounts
  }

  /// An amount by size or by band of size; `nil` where absent or, with a finding, both or neither.
  private mutating func limit(_ entry: Entry?) -> BeneficiaryLimit? {
    guard let entry, !entry.pairs.isEmpty else { return nil }
    typealias Keys = VehicleKeys.LimitKeys
    let period = entry.value(Keys.per) ?? .horizon
    let sized = sizedAmount(entry)
    guard let bands = entry.child(Keys.bands) else {
      if entry.child(Keys.by.declaration) != nil || sized == nil {
        findings.add(Finding(.limitWithoutAmount, .error, at: entry.position))
        return nil
      }
      return sized.map { BeneficiaryLimit(.sized($0), per: period) }
    }
    if sized != nil {
      findings.add(Finding(.limitTwoWays, .error, at: bands.position))
      return nil
    }
    guard let driver = entry.value(Keys.by) else {
      findings.add(Finding(.bandsWithoutSize, .error, at: bands.position))
      return nil
    }
    var steps: [Banded<Money>.Band] = []
    for (place, item) in bands.items.enumerated() {
      let edge = item.value(Keys.upTo)
      checkEdge(
        edge, after: steps.last?.upTo, isFirst: place == 0, isLast: place == bands.items.count - 1,
        at: item.position(of: Keys.upTo))
      guard let amount = item.value(Keys.amount) else {
        if item.child(Keys.amount.declaration) == nil {
          findings.add(
            Finding(
              .missingKey, .error, at: item.position,
              ["key": "amount", "in": "bands"]))
        }
        continue
      }
      steps.append(.init(upTo: edge, value: amount))
    }
    if bands.items.isEmpty {
      findings.add(Finding(.limitWithoutAmount, .error, at: bands.position))
      return nil
    }
    return BeneficiaryLimit(.banded(Banded(driver: driver, bands: steps)), per: period)
  }

  /// `fixed` and amounts per unit; `nil` where the mapping has none of them.
  func sizedAmount(_ entry: Entry) -> SizedAmount? {
    var terms: [SizedAmount.Term] = []
    for (driver, key) in zip(Driver.declarable, SizedKeys.terms) {
      if let amount = entry.value(key) { terms.append(SizedAmount.Term(driver, amount)) }
    }
    let fixed = entry.value(SizedKeys.fixed)
    return fixed == nil && terms.isEmpty ? nil : SizedAmount(fixed: fixed ?? .zero, terms)
  }

  private func band(_ entry: Entry?) -> YearOnYearBand? {
    guard let entry, !entry.pairs.isEmpty else { return nil }
    typealias Keys = VehicleKeys.BandKeys
    return YearOnYearBand(
      dropShare: entry.value(Keys.drop)?.value, dropAmount: entry.value(Keys.dropAmount) ?? .zero,
      riseShare: entry.value(Keys.rise), riseAmount: entry.value(Keys.riseAmount) ?? .zero)
  }

  mutating func services() -> [SharedService] {
    typealias Keys = ServiceKeys
    var result: [SharedService] = []
    for pair in root.child(StudyKeys.services)?.pairs ?? [] {
      let entry = pair.entry
      let initial = entry.value(Keys.initialCapacity) ?? 0
      let largest = entry.value(Keys.largestCapacity)
      if let largest, largest < initial {
        findings.add(
          Finding(
            .capacityBelowInitial, .error, at: entry.position(of: Keys.largestCapacity),
            [
              "name": pair.key, "largest": NumberText.shortest(largest),
              "initial": NumberText.shortest(initial),
            ]))
      }
      result.append(
        SharedService(
          id: ServiceID(pair.key), title: entry.value(Keys.title) ?? pair.key,
          measures: known(entry.child(Keys.measures), .measure).map { MeasureID($0) },
          eligibility: eligibility(entry.child(Keys.eligible)),
          unit: entry.value(Keys.unit) ?? .units, initialCapacity: initial,
          largestCapacity: largest, buildCost: entry.value(Keys.build) ?? .zero,
          runCost: entry.value(Keys.run) ?? .zero,
          vehicles: known(entry.child(Keys.vehicles), .vehicle).map { VehicleID($0) }))
    }
    return result
  }
}
