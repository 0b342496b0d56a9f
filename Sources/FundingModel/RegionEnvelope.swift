// SPDX-License-Identifier: GPL-3.0-or-later

/// An amount everywhere, and the part of it that is a region's.
struct RegionPart: Hashable {
  var everywhere = 0.0
  var here = 0.0

  mutating func add(_ amount: Double, here isHere: Bool) {
    everywhere += amount
    if isHere { here += amount }
  }
}

/// The money of one vehicle for one region, by payment year, where some of it was paid already.
///
/// What was paid stays what it was: P(t) in all, P_r(t) in the region. What later payments need of a
/// year that came before them, c(t) = max(0, P(t+1) + c(t+1) − m(t+1)), was carried over, of the money
/// m(t) of the year. Of the rest, f(t) = m(t) + c(t−1) − c(t) − P(t), what was done has to be kept up
/// first: K(t) everywhere, K_r(t) in the region, or as much of it as f(t) pays for. The region has
/// its share s of what is then free: P_r(t) + K_r(t) + s·(f(t) − K(t)). The parts of all regions add
/// up to the money there is, and locked payments always fit in.
struct RegionEnvelope {
  let vehicle: Vehicle
  /// Share of the region in what is free.
  let share: Double
  /// What was paid in each year, everywhere and in the region, k€.
  var paid: [RegionPart]
  /// What keeping up takes of each year's money, k€.
  var upkeep: [RegionPart]

  /// The money of the region.
  var amounts: [EnvelopeYear] {
    var carried = [Double](repeating: 0, count: paid.count + 1)
    for t in paid.indices.dropFirst().reversed() {
      let money = vehicle.counted(in: t).thousandsOfEuros
      carried[t] = max(0, paid[t].everywhere + carried[t + 1] - money)
    }
    return vehicle.amounts.indices.map { t in
      let whole = vehicle.amounts[t]
      let scaled = EnvelopeYear(
        secured: whole.secured.scaled(by: share), announced: whole.announced.scaled(by: share))
      guard
        paid[t].everywhere > 0 || upkeep[t].everywhere > 0 || carried[t] > 0 || carried[t + 1] > 0
      else { return scaled }
      let left = max(
        0,
        vehicle.counted(in: t).thousandsOfEuros + carried[t] - carried[t + 1]
          - paid[t].everywhere)
      let kept = upkeep[t].everywhere > left ? left / upkeep[t].everywhere : 1
      let free = left - kept * upkeep[t].everywhere
      return year(
        holding: paid[t].here + kept * upkeep[t].here + share * free, announced: scaled.announced)
    }
  }

  /// A year's money that counts as much as is told, k€, with the announced part as it is shared out
  /// unless less than it counts.
  private func year(holding thousands: Double, announced: Money) -> EnvelopeYear {
    // Upwards, so that what was paid to the last digit fits in.
    let counted = Money(cents: Int64((thousands * 100_000 - 1e-4).rounded(.up)))
    let part = vehicle.announcedShare.value
    let ofAnnounced = announced.scaled(by: part)
    if ofAnnounced <= counted {
      return EnvelopeYear(secured: counted - ofAnnounced, announced: announced)
    }
    return EnvelopeYear(announced: counted.scaled(by: 1 / part))
  }
}

extension Scenario {
  /// What keeping up the deployment of locked years takes of each vehicle's money, by payment year.
  ///
  /// The recurring cost of what was put in place is borne by the vehicles that may pay it, in
  /// proportion to their money of the payment year; own money that would help is left out of account.
  ///
  /// - Parameter isHere: Whether a beneficiary is in the region.
  /// - Returns: k€, by vehicle, then year.
  func upkeep(_ isHere: (BeneficiaryID) -> Bool) -> [[RegionPart]] {
    var result = vehicles.map { [RegionPart](repeating: RegionPart(), count: $0.amounts.count) }
    guard let last = lockedYears?.through else { return result }
    let people = Dictionary(
      beneficiaries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let known = Dictionary(
      measures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for entry in locked where entry.year <= last {
      guard let beneficiary = people[entry.beneficiary], let measure = known[entry.measure],
        let cost = beneficiary.cost(measure.recurring), cost > 0
      else { continue }
      let pot = Pot(measure.domain, .recurring)
      let payers = vehicles.indices.filter { vehicles[$0].mayPay(pot, at: beneficiary) }
      for t in lockedCount..<max(lockedCount, horizon.count) {
        let need = cost * entry.share.value * priceFactor(of: measure, in: horizon.years[t])
        let money = payers.map { v in
          t + vehicles[v].lag < horizon.count
            ? vehicles[v].counted(in: t + vehicles[v].lag).thousandsOfEuros : 0
        }
        let total = money.reduce(0, +)
        guard total > 0 else { continue }
        for (v, amount) in zip(payers, money) where amount > 0 {
          result[v][t + vehicles[v].lag].add(
            need * amount / total, here: isHere(beneficiary.id))
        }
      }
    }
    return result
  }

  /// Prices of a year against those in which costs are given, with what pilots taught.
  private func priceFactor(of measure: Measure, in year: Year) -> Double {
    var factor = 1.0
    let years = year.number - economics.priceYear.number
    for _ in 0..<abs(years) {
      factor *= years > 0 ? 1 + economics.inflation : 1 / (1 + economics.inflation)
    }
    if let pilot = measure.pilot, year > pilot.until { factor *= measure.learningFactor }
    return factor
  }
}
