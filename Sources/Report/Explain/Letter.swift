// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingAnalysis
import FundingModel
public import Wording

/// A letter to one beneficiary about what the plan means for it.
///
/// Every number in it is a cell of the plan's tables, or a sum or count of its cells (`docs/explain.md`).
public struct Letter: Sendable {
  private let plan: ExplainedPlan
  private let words: ReasonWords
  private let template: LetterTemplate

  /// Prepares letters about a plan.
  public init(_ plan: ExplainedPlan, template: LetterTemplate, in language: Language) {
    self.plan = plan
    self.template = template
    words = ReasonWords(plan.scenario, in: language)
  }

  /// Name of the file of a letter.
  ///
  /// - Parameter beneficiary: position of the beneficiary.
  /// - Returns: its identifier with letters, digits, `-` and `_` only, and `.md`.
  public func fileName(of beneficiary: Int) -> String {
    let id = plan.scenario.beneficiaries[beneficiary].id.rawValue
    let plain = id.map { letter in
      letter.isASCII && (letter.isLetter || letter.isNumber || "-_".contains(letter))
        ? letter : "_"
    }
    return "\(String(plain)).md"
  }

  /// The letter to a beneficiary.
  public func text(_ told: BeneficiaryExplanation) -> String {
    let scenario = plan.scenario
    let style = words.style
    let beneficiary = scenario.beneficiaries[told.beneficiary]
    return template.filled([
      "name": beneficiary.name, "identifier": beneficiary.id.rawValue,
      "region": RegionNames.name(of: beneficiary.region.rawValue, in: style.language),
      "study": scenario.title, "firstYear": scenario.horizon.first.description,
      "lastYear": scenario.horizon.last.description, "amounts": amounts(told),
      "total": style.euros(Double(told.euros)),
      "own": style.euros(told.own.reduce(0) { $0 + $1 * 1000 }), "measures": measures(told),
      "targets": targets(told), "avoided": style.euros(avoided(told.beneficiary)),
      "reasons": reasons(told),
    ])
  }

  private func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
    words.text("letter.\(key)", arguments)
  }

  private func year(_ t: Int) -> String {
    String(plan.scenario.horizon.first.number + t)
  }

  /// A line for each vehicle.
  private func amounts(_ told: BeneficiaryExplanation) -> String {
    guard !told.money.isEmpty else { return text("noMoney") }
    return told.money.map { entry in
      let parts = entry.euros.enumerated().filter { $0.element != 0 }.map { t, euros in
        text("amount", ["amount": words.style.euros(Double(euros)), "year": year(t)])
      }
      return text(
        "vehicle",
        [
          "vehicle": plan.scenario.vehicles[entry.vehicle].title,
          "amounts": words.style.list(parts),
        ])
    }.joined(separator: "\n")
  }

  /// A line for each measure to which the plan adds, with the years in which it does.
  private func measures(_ told: BeneficiaryExplanation) -> String {
    let lines = told.measures.compactMap { entry -> String? in
      let shares = [entry.before] + entry.years
      let parts = entry.years.indices.filter {
        shares[$0 + 1] - shares[$0] > ExplainedPlan.noticeableShare
      }.map {
        text(
          "share", ["share": words.style.percent(entry.years[$0]), "year": year($0)])
      }
      guard !parts.isEmpty else { return nil }
      return text(
        "measure",
        ["measure": words.measure(entry.measure), "shares": words.style.list(parts)])
    }
    return lines.isEmpty ? text("noMeasure") : lines.joined(separator: "\n")
  }

  private func targets(_ told: BeneficiaryExplanation) -> String {
    guard told.targets.all > 0 else { return text("noTarget") }
    return text(
      "targets",
      [
        "met": words.style.integer(told.targets.met), "all": words.style.integer(told.targets.all),
      ])
  }

  /// Losses avoided by the plan in the last year, in euros, added up from the cents of `risk.csv`.
  private func avoided(_ e: Int) -> Double {
    let last = plan.scenario.horizon.count - 1
    return plan.avoidedCents(of: e, in: last).euros
  }

  private func reasons(_ told: BeneficiaryExplanation) -> String {
    guard !told.reasons.isEmpty else { return text("noReason") }
    return told.reasons.map { text("reason", ["reason": words.short($0.code)]) }
      .joined(separator: "\n")
  }
}
