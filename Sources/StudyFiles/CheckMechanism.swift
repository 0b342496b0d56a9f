// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics
internal import FundingModel

/// The sense of a mechanism with the population it is used with.
extension MechanismDecoder {
  /// That the clause is meant for somebody, and can say of each what it may have.
  mutating func checkPopulation(_ clause: MechanismClause, _ pair: Entry.Pair) {
    let payers = scenario.vehicles.filter { clause.vehicles.contains($0.id) }
    let members = scenario.beneficiaries.filter { beneficiary in
      clause.eligibility.includes(beneficiary)
        && payers.contains { $0.eligibility.includes(beneficiary) }
    }
    guard !members.isEmpty else {
      if !payers.isEmpty {
        findings.add(
          Finding(.clauseForNobody, .warning, at: pair.keyPosition, ["name": pair.key]))
      }
      return
    }
    for driver in Self.drivers(clause.basis) {
      let lacking = members.filter { $0.size[driver] == nil }
      guard let first = lacking.first else { continue }
      findings.add(
        Finding(
          .clauseSizeMissing, .error, at: pair.keyPosition,
          [
            "name": pair.key, "driver": driver.rawValue, "count": "\(lacking.count)",
            "beneficiary": first.id.rawValue,
          ]))
    }
    guard let takers = clause.takers else { return }
    let without = members.filter { takers.class(of: $0) == nil }
    if let first = without.first {
      findings.add(
        Finding(
          .clauseWithoutClass, .error,
          at: pair.entry.child(MechanismKeys.Clause.takers)?.position ?? pair.keyPosition,
          ["name": pair.key, "count": "\(without.count)", "beneficiary": first.id.rawValue]))
    }
  }

  private static func drivers(_ basis: MechanismClause.Basis) -> [Driver] {
    switch basis {
    case .amount(.sized(let amount)):
      amount.terms.filter { $0.perUnit != .zero }.map(\.driver)
    case .amount(.banded(let bands)): [bands.driver]
    case .weight(let weight): weight.terms.map(\.driver)
    }
  }

  /// That clauses never share out more of a vehicle's money of a year than there is.
  mutating func checkShares(_ clauses: [(clause: MechanismClause, place: Entry.Pair)]) {
    var told: Set<VehicleID> = []
    for vehicle in scenario.vehicles.map(\.id) {
      for year in scenario.horizon.years where !told.contains(vehicle) {
        let inForce = clauses.filter {
          $0.clause.vehicles.contains(vehicle) && $0.clause.strength(in: year) > 0
        }
        let sum = inForce.reduce(0) { $0 + $1.clause.share(in: year).value }
        guard sum > 1 + 1e-9, let last = inForce.last else { continue }
        told.insert(vehicle)
        findings.add(
          Finding(
            .clauseShares, .error, at: last.place.keyPosition,
            [
              "names": inForce.map(\.place.key).joined(separator: ", "),
              "vehicle": vehicle.rawValue, "year": "\(year)",
              "percent": "\(Int((sum * 100).rounded()))",
            ]))
      }
    }
  }

  /// That each claim has more than one window: made in one clause only, it says nothing.
  mutating func checkClaims(_ clauses: [(clause: MechanismClause, place: Entry.Pair)]) {
    let names = clauses.compactMap(\.clause.claim)
    for (clause, place) in clauses {
      guard let name = clause.claim, names.filter({ $0 == name }).count == 1 else { continue }
      var arguments = ["name": place.key, "claim": name.rawValue]
      arguments["nearest"] = NearestSpelling.of(
        name.rawValue, among: names.filter { $0 != name }.map(\.rawValue))
      findings.add(
        Finding(
          .clauseClaimAlone, .error, at: place.entry.position(of: MechanismKeys.Clause.claim),
          arguments))
    }
  }

  /// That windows follow each other, amounts fall and targets rise.
  mutating func checkWindows(_ clauses: [(clause: MechanismClause, place: Entry.Pair)]) {
    let windows = clauses.sorted { $0.clause.from < $1.clause.from }
    for (earlier, later) in zip(windows, windows.dropFirst()) {
      let names = ["first": earlier.place.key, "name": later.place.key]
      if later.clause.from <= earlier.clause.last {
        findings.add(Finding(.windowsOverlap, .error, at: later.place.keyPosition, names))
      }
      guard case .amount(let before) = earlier.clause.basis,
        case .amount(let after) = later.clause.basis
      else { continue }
      let rises = scenario.beneficiaries.contains {
        Self.euros(after, $0) > Self.euros(before, $0)
      }
      if rises || later.clause.target < earlier.clause.target {
        findings.add(Finding(.windowsRise, .error, at: later.place.keyPosition, names))
      }
    }
  }

  private static func euros(
    _ schedule: BeneficiaryLimit.Schedule, _ beneficiary: Beneficiary
  ) -> Double {
    BeneficiaryLimit(schedule, per: .year).thousandsOfEuros(for: beneficiary.size) ?? 0
  }
}
