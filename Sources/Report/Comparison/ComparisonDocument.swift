// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import LinearProgramming
import PlanComparison

/// The content of `comparison.json`.
///
/// Money is in euros, shares are fractions of one; `difference` is the other scenario less the
/// baseline. Nothing in it depends on the machine or the moment.
public struct ComparisonDocument: Sendable, Encodable {
  /// Version of this format.
  let schema = 1
  let baseline: Scenario
  let years: [Int]
  let sizeEdges: [Int]
  /// `median_agents_of_size_band`, or `asked_for`.
  let pinnedRule: String
  let scenarios: [Entry]
  /// Whether the other scenario has the same inputs and is planned year by year, without foresight.
  let yearByYear: Bool

  /// One scenario.
  struct Scenario: Sendable, Encodable {
    let name: String
    let argument: String
    let source: ComparedScenario.Source
    let title: String
    let layers: [String]
    let status: PlanStatus
    let gap: Double?
    let beneficiaries: Int

    init(_ scenario: ComparedScenario) {
      name = scenario.name
      argument = scenario.argument
      source = scenario.source
      title = scenario.summary.title
      layers = scenario.summary.layers
      status = scenario.summary.status
      gap = scenario.summary.gap
      beneficiaries = scenario.plan.population.count
    }
  }

  /// What one scenario changes.
  struct Entry: Sendable, Encodable {
    let scenario: Scenario
    let inputs: [Input]
    let goals: [Goal]
    let publicMoney: PublicMoney
    let coverage: [Coverage]
    let increments: [Increments]
    let avoidedLossEuros: [Pair]
    let residualLossEuros: [Pair]
    let afterHorizon: AfterHorizon
    let moreMoney: Taken
    let groups: [Group]
    let rises: [Mover]
    let falls: [Mover]
    let pinned: [Mover]
  }

  struct Input: Sendable, Encodable {
    let kind: InputDifference.Kind
    let path: String
    let baseline: String?
    let other: String?
    let origin: Provenance?
  }

  struct Goal: Sendable, Encodable {
    let level: String
    let unit: String
    let sense: Sense
    let value: Pair
    let bound: Pair
  }

  struct Account: Sendable, Encodable {
    let vehicle: String?
    let title: String?
    let total: Pair
    /// By year.
    let years: [Pair]

    init(_ account: PairedFigures.Account) {
      vehicle = account.vehicle
      title = account.title
      total = account.total
      years = account.years
    }
  }

  struct PublicMoney: Sendable, Encodable {
    let countedEuros: Account
    let paidEuros: Account
    let lapsedEuros: Account
    let ownEuros: Account
    let vehicles: [Account]
  }

  struct Coverage: Sendable, Encodable {
    let nisClass: String
    let coverageShares: [Pair]
    let incrementShares: [Pair]
    let targetShares: [Pair]
    let belowTarget: [Pair]
  }

  struct Increments: Sendable, Encodable {
    let measure: String
    let title: String
    let incrementShares: [Pair]
  }

  struct AfterHorizon: Sendable, Encodable {
    let needEurosPerYear: Pair
    let vehicleMeansEurosPerYear: Pair
    let ownMeansEurosPerYear: Pair
    let gapEurosPerYear: Pair
  }

  struct Taken: Sendable, Encodable {
    /// How the public money counted on compares.
    let means: TakenMoney.Means
    /// Whether there is more of it and somebody gets less.
    let tookDespiteMore: Bool
    let losers: Int
    let lostEuros: Int
    let winners: Int
    let gainedEuros: Int
    /// Identifiers of all losers, the largest fall first.
    let losing: [String]
  }

  struct Group: Sendable, Encodable {
    let dimension: MovementDimension
    /// Absent for everybody, and where it is not declared.
    let group: String?
    let total: Band
    let bands: [Band]
  }

  struct Band: Sendable, Encodable {
    /// Absent for the whole group.
    let band: MovementBand?
    let beneficiaries: Int
    let baselineEuros: Int
    let otherEuros: Int
    let differenceEuros: Int

    init(_ tally: MovementGroup.Tally, band: MovementBand? = nil) {
      self.band = band
      beneficiaries = tally.beneficiaries
      baselineEuros = tally.before
      otherEuros = tally.after
      differenceEuros = tally.difference
    }
  }

  struct Mover: Sendable, Encodable {
    let beneficiary: String
    let name: String
    let region: String
    let size: String?
    let baselineEuros: Int
    let otherEuros: Int
    let differenceEuros: Int
    let changeShare: Double?
    let band: MovementBand
  }

  /// The document of a comparison.
  public init(_ comparison: Comparison) {
    baseline = Scenario(comparison.baseline)
    years = comparison.baseline.plan.years
    sizeEdges = comparison.sizes.edges
    pinnedRule = comparison.pinsAreTypical ? "median_agents_of_size_band" : "asked_for"
    scenarios = comparison.pairs.map { Self.entry($0, comparison.sizes) }
    yearByYear = comparison.isYearByYear
  }

  /// How many of those that move the most are told, each way.
  private static let movers = 10

  private static func entry(_ pair: ComparedPair, _ sizes: SizeBands) -> Entry {
    let figures = pair.figures
    func mover(_ movement: Movement) -> Mover {
      Mover(
        beneficiary: movement.beneficiary.id.rawValue, name: movement.beneficiary.name,
        region: movement.beneficiary.region.rawValue, size: sizes.name(of: movement.beneficiary),
        baselineEuros: movement.before, otherEuros: movement.after,
        differenceEuros: movement.difference, changeShare: movement.change, band: movement.band)
    }
    return Entry(
      scenario: Scenario(pair.other),
      inputs: pair.inputs.map {
        Input(
          kind: $0.kind, path: $0.path, baseline: $0.before, other: $0.after, origin: $0.origin)
      },
      goals: figures.goals.map {
        Goal(level: $0.level, unit: $0.unit, sense: $0.sense, value: $0.value, bound: $0.bound)
      },
      publicMoney: PublicMoney(
        countedEuros: Account(figures.counted), paidEuros: Account(figures.paid),
        lapsedEuros: Account(figures.lapsed), ownEuros: Account(figures.own),
        vehicles: figures.vehicles.map(Account.init)),
      coverage: figures.coverage.map {
        Coverage(
          nisClass: $0.nisClass, coverageShares: $0.shares, incrementShares: $0.increments,
          targetShares: $0.targets, belowTarget: $0.belowTarget)
      },
      increments: figures.measures.map {
        Increments(measure: $0.measure, title: $0.title, incrementShares: $0.increments)
      },
      avoidedLossEuros: figures.avoided, residualLossEuros: figures.residual,
      afterHorizon: AfterHorizon(
        needEurosPerYear: figures.need, vehicleMeansEurosPerYear: figures.vehicleMeans,
        ownMeansEurosPerYear: figures.ownMeans, gapEurosPerYear: figures.gap),
      moreMoney: Taken(
        means: pair.taken.means, tookDespiteMore: pair.taken.tookDespiteMore,
        losers: pair.taken.losers.count, lostEuros: pair.taken.lost, winners: pair.taken.winners,
        gainedEuros: pair.taken.gained, losing: pair.taken.losers.map(\.beneficiary.id.rawValue)),
      groups: pair.groups.map { group in
        Group(
          dimension: group.dimension, group: group.name, total: Band(group.total),
          bands: MovementBand.allCases.map { Band(group[$0], band: $0) })
      },
      rises: pair.movements.largest(rising: true, count: movers).map(mover),
      falls: pair.movements.largest(rising: false, count: movers).map(mover),
      pinned: pair.pinned.map(mover))
  }
}
