// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingFormulation
import FundingModel
public import Wording

/// An explanation for machines; amounts in euros, shares as fractions of one.
public struct ExplainDocument: Encodable, Sendable {
  struct Rule: Encodable, Sendable {
    let row: String
    let words: String
    let family: String
    let level: String
    let price: Double
    let priceInOrder: Double
    let unit: String
    let activity: Double
    let bound: Double?

    init(_ price: RulePrice, _ words: ReasonWords) {
      row = price.rowName
      self.words = words.rule(price)
      family = price.rule.family.rawValue
      level = price.level
      self.price = price.price
      priceInOrder = price.priceInOrder
      unit = price.unit.rawValue
      activity = price.activity
      bound = price.bound.isFinite ? price.bound : nil
    }
  }

  struct Target: Encodable, Sendable {
    let objective: String
    let year: Int
    let missingShare: Double

    init(_ target: OpenTarget, _ scenario: Scenario) {
      objective = scenario.objectives[target.objective].id.rawValue
      year = scenario.horizon.first.number + target.year
      missingShare = target.missing
    }
  }

  struct Refusal: Encodable, Sendable {
    let vehicle: String
    let conditions: [String]
  }

  struct Account: Encodable, Sendable {
    let beneficiary: String?
    let level: String
    let measure: String
    let year: Int
    let brings: Double
    let money: Double
    let staff: Double
    let others: Double
    let gain: Double

    init(
      _ account: MeasureAccount, level: String, _ scenario: Scenario, of beneficiary: Int? = nil
    ) {
      self.beneficiary = beneficiary.map { scenario.beneficiaries[$0].id.rawValue }
      self.level = level
      measure = scenario.measures[account.measure].id.rawValue
      year = scenario.horizon.first.number + account.year
      brings = account.brings
      money = account.money
      staff = account.staff
      others = account.others
      gain = account.gain
    }
  }

  struct ReasonEntry: Encodable, Sendable {
    let code: String
    let text: String
    let rules: [Rule]
    let targets: [Target]
    let measures: [String]
    let refusals: [Refusal]
    let nearest: Account?
    /// Goal that loses where there is no public money.
    let goal: String?
    /// By how much it changes at least; none where the rules do not allow it.
    let change: Double?

    init(_ reason: Reason, level: String, _ words: ReasonWords) {
      let scenario = words.scenario
      code = reason.code.rawValue
      text = words.sentence(reason)
      rules = reason.rules.map { Rule($0, words) }
      targets = reason.targets.map { Target($0, scenario) }
      measures = reason.measures.map { scenario.measures[$0].id.rawValue }
      refusals = reason.refusals.map {
        Refusal(
          vehicle: scenario.vehicles[$0.vehicle].id.rawValue,
          conditions: $0.conditions.map(\.rawValue))
      }
      nearest = reason.nearest.map { Account($0, level: level, scenario) }
      let without = reason.without.flatMap { $0.isImpossible ? nil : $0 }
      goal = without?.level.map(words.name)
      change = without?.level == nil ? nil : without?.change
    }
  }

  /// The smallest change of a number that alters an amount, as far as it was looked at; envelopes in
  /// euros.
  struct Nearest: Encodable, Sendable {
    let lever: String
    let vehicle: String?
    let year: Int?
    let from: Double
    let unaltered: Double
    let altered: Double?
    let euros: Int
    let eurosThen: Int

    init(_ change: NearestChange) {
      var unit = 1.0
      switch change.lever {
      case .envelope(let id, let year):
        lever = "envelope"
        vehicle = id.rawValue
        self.year = year.number
        unit = 1000
      case .risk: (lever, vehicle, year) = ("risk", nil, nil)
      case .costs: (lever, vehicle, year) = ("costs", nil, nil)
      }
      from = change.from * unit
      unaltered = change.unaltered * unit
      altered = change.altered.map { $0 * unit }
      euros = change.before
      eurosThen = change.after
    }
  }

  struct Money: Encodable, Sendable {
    let vehicle: String
    let euros: [Int]

    init(_ money: BeneficiaryExplanation.VehicleMoney, _ scenario: Scenario) {
      vehicle = scenario.vehicles[money.vehicle].id.rawValue
      euros = money.euros
    }
  }

  struct Progress: Encodable, Sendable {
    let measure: String
    let before: Double
    let years: [Double]
  }

  struct Yield: Encodable, Sendable {
    let goal: String
    let amount: Double
    let perMillion: Double
    let rank: Int
    let count: Int
    let rankInClass: Int?
    let countInClass: Int?
  }

  struct Member: Encodable, Sendable {
    let beneficiary: String
    let name: String
    let region: String
    let nisClass: String?
    let euros: Int
    let money: [Money]
    let ownEuros: [Double]
    let measures: [Progress]
    let coverageBefore: Double?
    let coverage: [Double]
    let targets: Int
    let targetsMet: Int
    let avoidedLossEuros: [Double]
    let yields: [Yield]
    let goalAtHand: String?
    let reasons: [ReasonEntry]

    init(_ told: BeneficiaryExplanation, _ plan: ExplainedPlan, _ words: ReasonWords) {
      let scenario = plan.scenario
      let entry = scenario.beneficiaries[told.beneficiary]
      beneficiary = entry.id.rawValue
      name = entry.name
      region = entry.region.rawValue
      nisClass = entry.nisClass?.rawValue
      euros = told.euros
      money = told.money.map { Money($0, scenario) }
      ownEuros = told.own.map { $0 * 1000 }
      measures = told.measures.map {
        Progress(
          measure: scenario.measures[$0.measure].id.rawValue, before: $0.before, years: $0.years)
      }
      coverageBefore = told.coverageBefore
      coverage = told.coverage
      targets = told.targets.all
      targetsMet = told.targets.met
      avoidedLossEuros = told.avoided.map { $0 * 1000 }
      yields = told.yields.map {
        Yield(
          goal: $0.goal.rawValue, amount: $0.amount, perMillion: $0.perMillion, rank: $0.rank,
          count: $0.count, rankInClass: $0.rankInClass, countInClass: $0.countInClass)
      }
      let level = told.level.map { plan.levelNames[$0] }
      goalAtHand = level
      reasons = told.reasons.map { ReasonEntry($0, level: level ?? "", words) }
    }
  }

  struct Count: Encodable, Sendable {
    let code: String
    let beneficiaries: Int
  }

  struct ClassEntry: Encodable, Sendable {
    let nisClass: String
    let beneficiaries: Int
    let met: Int
    let before: Double
    let coverage: [Double]
    let target: Double?
  }

  struct Group: Encodable, Sendable {
    var region: String?
    var objective: String?
    var measure: String?
    var beneficiaries: Int?
    var receivers: Int?
    var money: [Money]?
    var ownEuros: [Double]?
    var classes: [ClassEntry]?
    var rules: [Rule]?
    var contributes: [String]?
    var missing: [MissingEntry]?
    var eligible: Int?
    var completeBefore: Int?
    var added: Int?
    var complete: Int?
    var partial: Int?
    var left: [String]?
    var accounts: [Account]?
    var reasons: [Count]
  }

  struct MissingEntry: Encodable, Sendable {
    let beneficiary: String
    let missingShare: Double
    let year: Int
    let reasons: [String]
  }

  /// Version of this format.
  let schema = 1
  let title: String
  let firstYear: Int
  let lastYear: Int
  let isProven: Bool
  let hasAccounts: Bool
  let beneficiaries: [Member]?
  let group: Group?
  /// Absent where it was not asked for.
  let nearest: [Nearest]?

  /// Takes what is told.
  public init(_ outcome: ExplainOutcome, language: Language) {
    let plan = outcome.plan
    let words = ReasonWords(plan.scenario, in: language)
    title = plan.scenario.title
    firstYear = plan.scenario.horizon.first.number
    lastYear = plan.scenario.horizon.last.number
    isProven = outcome.isProven
    hasAccounts = outcome.hasAccounts
    nearest = outcome.nearest?.map(Nearest.init)
    var members: [Member]?
    var group: Group?
    switch outcome.subject {
    case .beneficiary(let told): members = [Member(told, plan, words)]
    case .members(_, let told): members = told.map { Member($0, plan, words) }
    case .region(let told): group = Group(told, plan, words)
    case .objective(let told): group = Group(told, plan)
    case .measure(let told): group = Group(told, plan)
    }
    beneficiaries = members
    self.group = group
  }
}

extension ExplainDocument.Group {
  private static func counts(_ counts: ReasonCounts) -> [ExplainDocument.Count] {
    counts.entries.map { .init(code: $0.code.rawValue, beneficiaries: $0.count) }
  }

  init(_ told: RegionExplanation, _ plan: ExplainedPlan, _ words: ReasonWords) {
    reasons = Self.counts(told.reasons)
    region = told.region.rawValue
    beneficiaries = told.members.count
    receivers = told.receivers
    money = told.money.map { .init($0, plan.scenario) }
    ownEuros = told.own.map { $0 * 1000 }
    classes = told.coverage.map {
      .init(
        nisClass: $0.nisClass.rawValue, beneficiaries: $0.beneficiaries, met: $0.met,
        before: $0.before, coverage: $0.years, target: nil)
    }
    rules = told.rules.map { .init($0, words) }
  }

  init(_ told: ObjectiveExplanation, _ plan: ExplainedPlan) {
    let scenario = plan.scenario
    reasons = Self.counts(told.reasons)
    objective = scenario.objectives[told.objective].id.rawValue
    classes = told.classes.map {
      .init(
        nisClass: $0.nisClass.rawValue, beneficiaries: $0.beneficiaries, met: $0.met,
        before: $0.before, coverage: [$0.after], target: $0.target)
    }
    contributes = told.measures.map { scenario.measures[$0].id.rawValue }
    missing = told.missing.map {
      .init(
        beneficiary: scenario.beneficiaries[$0.beneficiary].id.rawValue,
        missingShare: $0.share, year: scenario.horizon.first.number + $0.year,
        reasons: $0.codes.map(\.rawValue))
    }
  }

  init(_ told: MeasureExplanation, _ plan: ExplainedPlan) {
    let scenario = plan.scenario
    reasons = Self.counts(told.reasons)
    measure = scenario.measures[told.measure].id.rawValue
    eligible = told.eligible
    completeBefore = told.completeBefore
    added = told.added
    complete = told.complete
    partial = told.partial
    left = told.left.map { scenario.beneficiaries[$0].id.rawValue }
    accounts = told.candidates.map {
      .init(
        $0.account, level: plan.levelNames[$0.level], scenario, of: $0.beneficiary)
    }
  }
}
