// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import FundingModel
public import PlanComparison

/// How a comparison is told.
public struct ComparisonSettings: Sendable {
  /// Bands of size.
  public var sizes: SizeBands
  /// Beneficiaries to show; empty: the typical ones (``TypicalBeneficiaries``).
  public var pins: [String]

  /// Creates settings.
  public init(sizes: SizeBands = .standard, pins: [String] = []) {
    self.sizes = sizes
    self.pins = pins
  }
}

/// One scenario held against the baseline.
public struct ComparedPair: Sendable {
  /// The other scenario.
  public let other: ComparedScenario
  /// Inputs that differ.
  public let inputs: [InputDifference]
  /// The same, put together for a reader.
  public let changes: [InputChange]
  /// Public money of each beneficiary.
  public let movements: Movements
  /// The same by group and band.
  public let groups: [MovementGroup]
  /// Whether more money took from anyone.
  public let taken: TakenMoney
  /// Beneficiaries to show, in the order asked for.
  public let pinned: [Movement]
  let figures: PairedFigures

  init(
    _ baseline: ComparedScenario, _ other: ComparedScenario, sizes: SizeBands,
    pins: [BeneficiaryID]
  ) {
    self.other = other
    let (before, after) = (baseline.plan.inputs, other.plan.inputs)
    inputs = before.differences(to: after)
    changes = InputChange.grouped(inputs, from: before, to: after)
    let movements = Movements(from: baseline.plan, to: other.plan)
    self.movements = movements
    groups = movements.groups(sizes: sizes)
    figures = PairedFigures(baseline.summary, other.summary)
    taken = TakenMoney(movements, countedCents: figures.countedCents)
    pinned = pins.compactMap { id in movements.all.first { $0.beneficiary.id == id } }
  }
}

/// Plans of the same beneficiaries held against one of them.
public struct Comparison: Sendable {
  /// Most beneficiaries without a counterpart that are named.
  private static let named = 10

  /// The scenario that the others are held against.
  public let baseline: ComparedScenario
  /// The others, in the order given.
  public let pairs: [ComparedPair]
  /// Bands of size.
  public let sizes: SizeBands
  /// Whether the other scenario is the baseline's study planned year by year, without foresight.
  public var isYearByYear = false
  /// Whether the beneficiaries shown were chosen by the rule rather than asked for.
  public let pinsAreTypical: Bool

  /// Holds scenarios against a baseline.
  ///
  /// - Parameters:
  ///   - baseline: the scenario that the others are held against.
  ///   - others: the others.
  ///   - settings: how it is told.
  /// - Throws: a finding for each scenario with other beneficiaries or other years, naming which,
  ///   and for each beneficiary to show that is not in the plans.
  public init(
    baseline: ComparedScenario, others: [ComparedScenario], settings: ComparisonSettings
  ) throws(Findings) {
    try Self.check(baseline.plan, others.map(\.plan), settings)
    self.baseline = baseline
    sizes = settings.sizes
    pinsAreTypical = settings.pins.isEmpty
    let pins =
      settings.pins.isEmpty
      ? TypicalBeneficiaries.medians(of: baseline.plan.population, sizes: settings.sizes)
      : settings.pins.map { BeneficiaryID($0) }
    pairs = others.map { ComparedPair(baseline, $0, sizes: settings.sizes, pins: pins) }
  }

  /// Whether every plan was solved to its end.
  public var isProven: Bool {
    ([baseline] + pairs.map(\.other)).allSatisfy { $0.summary.status != .feasible }
  }

  /// Finds out whether plans can be compared; who gets what need not be known yet.
  ///
  /// - Parameters:
  ///   - baseline: the plan that the others are held against.
  ///   - others: the others.
  ///   - settings: how the comparison is told.
  /// - Throws: as ``init(baseline:others:settings:)``.
  public static func check(
    _ baseline: ComparedPlan, _ others: [ComparedPlan], _ settings: ComparisonSettings
  ) throws(Findings) {
    var findings = Findings()
    for other in others { check(baseline, other, &findings) }
    let ids = baseline.population.map(\.id.rawValue)
    let known = Set(ids)
    for pin in settings.pins where !known.contains(pin) {
      var arguments = ["id": pin, "name": baseline.name]
      arguments["nearest"] = NearestSpelling.of(pin, among: ids)
      findings.add(Finding("compare.unknownPin", .error, at: nil, arguments))
    }
    try findings.throwIfErrors()
  }

  private static func check(
    _ baseline: ComparedPlan, _ other: ComparedPlan, _ findings: inout Findings
  ) {
    let names = ["baseline": baseline.name, "other": other.name]
    if let difference = PopulationDifference(baseline, other) {
      findings.add(
        Finding(
          "compare.otherBeneficiaries", .error, at: nil,
          names.merging([
            "onlyBaseline": told(difference.onlyInFirst),
            "onlyOther": told(difference.onlyInSecond),
            "countBaseline": "\(difference.onlyInFirst.count)",
            "countOther": "\(difference.onlyInSecond.count)",
          ]) { $1 }))
    }
    if baseline.years != other.years {
      func span(_ years: [Int]) -> String { "\(years.first ?? 0)–\(years.last ?? 0)" }
      findings.add(
        Finding(
          "compare.otherYears", .error, at: nil,
          names.merging([
            "yearsBaseline": span(baseline.years), "yearsOther": span(other.years),
          ]) { $1 }))
    }
  }

  private static func told(_ ids: [BeneficiaryID]) -> String {
    guard !ids.isEmpty else { return "–" }
    return ids.prefix(named).map(\.rawValue).joined(separator: ", ")
      + (ids.count > named ? ", …" : "")
  }
}
