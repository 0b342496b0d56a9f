// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming

/// The figures of two summaries, side by side; both plans have the same years.
///
/// What only one of them has stands beside `nil`, but for money: a vehicle that a scenario does not
/// have pays nothing.
struct PairedFigures: Sendable {
  /// One goal level.
  struct Goal: Sendable {
    let level: String
    let unit: String
    let sense: Sense
    let value: Pair
    let bound: Pair
  }

  /// Money of one account by year: of a vehicle, or of all.
  struct Account: Sendable {
    /// Identifier of the vehicle; `nil`: all of them.
    var vehicle: String?
    var title: String?
    let years: [Pair]
    var total: Pair { years.sum }
  }

  /// Coverage of one class.
  struct Coverage: Sendable {
    let nisClass: String
    let shares: [Pair]
    /// What each year adds.
    let increments: [Pair]
    let targets: [Pair]
    let belowTarget: [Pair]
  }

  /// Annual increments of one measure.
  struct Measure: Sendable {
    let measure: String
    let title: String
    /// What each year adds, weighted mean over beneficiaries.
    let increments: [Pair]
  }

  let years: [Int]
  let goals: [Goal]
  /// Public money that the scenario counts on.
  let counted: Account
  let secured: Account
  let paid: Account
  let vehicles: [Account]
  let own: Account
  let lapsed: Account
  let coverage: [Coverage]
  let measures: [Measure]
  let avoided: [Pair]
  let residual: [Pair]
  let need: Pair
  let vehicleMeans: Pair
  let ownMeans: Pair
  let gap: Pair

  init(_ first: SummaryDocument, _ second: SummaryDocument) {
    years = first.years.map(\.year)
    goals = Self.goals(first, second)
    func account(_ amount: (SummaryDocument.YearEntry) -> Double) -> Account {
      Account(years: Self.pairs(first.years.map(amount), second.years.map(amount)))
    }
    counted = account(\.countedEuros)
    secured = account(\.securedEuros)
    paid = account(\.paidEuros)
    own = account(\.ownEuros)
    lapsed = account(\.lapsedEuros)
    vehicles = Self.vehicles(first, second)
    coverage = Self.coverage(first, second)
    measures = Self.measures(first, second)
    avoided = Self.pairs(first.years.map(\.avoidedLossEuros), second.years.map(\.avoidedLossEuros))
    residual = Self.pairs(
      first.years.map(\.residualLossEuros), second.years.map(\.residualLossEuros))
    let (before, after) = (first.afterHorizon, second.afterHorizon)
    need = Pair(before.needEurosPerYear, after.needEurosPerYear)
    vehicleMeans = Pair(before.vehicleMeansEurosPerYear, after.vehicleMeansEurosPerYear)
    ownMeans = Pair(before.ownMeansEurosPerYear, after.ownMeansEurosPerYear)
    gap = Pair(before.gapEurosPerYear, after.gapEurosPerYear)
  }

  /// Means after the horizon in all.
  var means: Pair { [vehicleMeans, ownMeans].sum }

  /// Public money that each scenario counts on, in cents.
  var countedCents: (before: Int, after: Int) {
    func cents(_ euros: Double?) -> Int { Int(((euros ?? 0) * 100).rounded()) }
    return (cents(counted.total.baseline), cents(counted.total.other))
  }

  private static func pairs(_ first: [Double]?, _ second: [Double]?) -> [Pair] {
    (0..<max(first?.count ?? 0, second?.count ?? 0)).map { place in
      Pair(
        first.flatMap { $0.indices.contains(place) ? $0[place] : nil },
        second.flatMap { $0.indices.contains(place) ? $0[place] : nil })
    }
  }

  /// Entries of both, those of the first in their order, then those that only the second has.
  private static func matched<Entry>(
    _ first: [Entry], _ second: [Entry], by name: (Entry) -> String
  ) -> [(name: String, first: Entry?, second: Entry?)] {
    var names: [String] = []
    for one in (first + second).map(name) where !names.contains(one) { names.append(one) }
    return names.map { one in
      (one, first.first { name($0) == one }, second.first { name($0) == one })
    }
  }

  private static func goals(_ first: SummaryDocument, _ second: SummaryDocument) -> [Goal] {
    matched(first.goals, second.goals, by: \.level).compactMap { name, first, second in
      guard let known = first ?? second else { return nil }
      return Goal(
        level: name, unit: known.unit, sense: known.sense, value: Pair(first?.value, second?.value),
        bound: Pair(first?.bound, second?.bound))
    }
  }

  private static func vehicles(_ first: SummaryDocument, _ second: SummaryDocument) -> [Account] {
    let nothing = first.years.map { _ in 0.0 }
    return matched(first.vehicles, second.vehicles, by: \.vehicle).map { name, first, second in
      Account(
        vehicle: name, title: first?.title ?? second?.title,
        years: pairs(
          first?.paidByYearEuros ?? nothing, second?.paidByYearEuros ?? nothing))
    }
  }

  private static func added(_ before: Double, _ shares: [Double]) -> [Double] {
    zip(shares, [before] + shares).map { $0 - $1 }
  }

  private static func coverage(
    _ first: SummaryDocument, _ second: SummaryDocument
  ) -> [Coverage] {
    matched(first.coverage, second.coverage, by: \.nisClass).map { name, first, second in
      Coverage(
        nisClass: name, shares: pairs(first?.coverageShares, second?.coverageShares),
        increments: pairs(
          first.map { added($0.beforeShare, $0.coverageShares) },
          second.map { added($0.beforeShare, $0.coverageShares) }),
        targets: pairs(first?.targetShares, second?.targetShares),
        belowTarget: pairs(
          first?.belowTarget.map(Double.init), second?.belowTarget.map(Double.init)))
    }
  }

  private static func measures(_ first: SummaryDocument, _ second: SummaryDocument) -> [Measure] {
    matched(first.measures, second.measures, by: \.measure).map { name, first, second in
      Measure(
        measure: name, title: first?.title ?? second?.title ?? name,
        increments: pairs(
          first.map { added($0.beforeShare, $0.deployedShares) },
          second.map { added($0.beforeShare, $0.deployedShares) }))
    }
  }
}
