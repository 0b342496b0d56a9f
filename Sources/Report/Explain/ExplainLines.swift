// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingModel
import Wording

/// Parts that the screens of explanations share.
struct ExplainLines {
  let plan: ExplainedPlan
  let words: ReasonWords
  let width: Int

  /// Most rules told for a reason.
  static let mostRules = 3

  init(_ plan: ExplainedPlan, in language: Language, width: Int) {
    self.plan = plan
    words = ReasonWords(plan.scenario, in: language)
    self.width = max(80, width)
  }

  var scenario: Scenario { plan.scenario }
  var style: NumberStyle { words.style }
  var years: [String] { scenario.horizon.years.map(\.description) }

  func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
    words.text(key, arguments)
  }

  func wrapped(_ text: String, label: String = "") -> [String] {
    TextLayout.labelled(label, text, to: width)
  }

  func name(_ e: Int) -> String {
    text(
      "beneficiary",
      ["id": scenario.beneficiaries[e].id.rawValue, "name": scenario.beneficiaries[e].name])
  }

  /// Public and own money by year, whole euros, with sums.
  func money(
    _ money: [BeneficiaryExplanation.VehicleMoney], own: [Double]
  ) -> [(label: String, cells: [String])] {
    func row(_ values: [Int]) -> [String] {
      (values + [values.reduce(0, +)]).map { style.integer($0) }
    }
    let sums = scenario.horizon.years.indices.map { t in money.reduce(0) { $0 + $1.euros[t] } }
    let total = own.reduce(0, +)
    var rows: [(label: String, cells: [String])] = [(text("money"), row(sums))]
    for entry in money {
      rows.append(("  " + scenario.vehicles[entry.vehicle].title, row(entry.euros)))
    }
    rows.append((text("own"), (own + [total]).map { style.decimal($0 * 1000) }))
    return rows
  }

  /// Reasons, numbered, each with its rules.
  func reasons(_ reasons: [Reason], level: Int?) -> [String] {
    guard !reasons.isEmpty else { return wrapped(text("noReason")) }
    return reasons.enumerated().flatMap { place, reason -> [String] in
      var lines = wrapped(words.sentence(reason), label: "\(place + 1). ")
      lines += wrapped("[\(reason.code.rawValue)]", label: "   ")
      lines += rules(reason.rules, label: "   – ")
      if let nearest = reason.nearest {
        let name = level.map { plan.levelNames[$0] } ?? ""
        lines += wrapped(words.account(nearest, level: name), label: "   – ")
      }
      return lines
    }
  }

  /// Rules with their prices, the dearest first.
  func rules(_ rules: [RulePrice], label: String, most: Int = ExplainLines.mostRules) -> [String] {
    let sorted = rules.enumerated().sorted { left, right in
      let strengths = [left, right].map {
        abs($0.element.price) * words.step(of: $0.element.unit)
      }
      return strengths[0] == strengths[1]
        ? left.offset < right.offset : strengths[0] > strengths[1]
    }.map(\.element)
    let told = sorted.prefix(most).flatMap {
      wrapped(
        text("ruleAndPrice", ["rule": words.rule($0), "price": words.price($0)]), label: label)
    }
    guard sorted.count > most else { return told }
    let rest = style.counted(
      Double(sorted.count - most), one: Catalogue.text("screen.rule.other", in: style.language),
      many: Catalogue.text("screen.rule.others", in: style.language))
    return told + wrapped(rest, label: label)
  }

  /// How many have which reason.
  func counts(_ counts: ReasonCounts) -> [String] {
    guard !counts.entries.isEmpty else { return wrapped(text("noReasons")) }
    return counts.entries.flatMap { entry in
      wrapped(
        text(
          "countedCode",
          [
            "count": style.beneficiaries(entry.count), "words": words.short(entry.code),
            "code": entry.code.rawValue,
          ]), label: "  – ")
    }
  }
}
