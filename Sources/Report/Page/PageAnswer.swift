// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingModel
import WebPage
import Wording

/// The answer in five lines.
struct PageAnswer {
  let context: PageContext

  var section: PageSection {
    PageSection(
      id: "answer", title: context.text("answer"),
      content: [.list(lines, [Attribute(.class, "answer")])])
  }

  /// Money, coverage, losses, what comes after, and how sure all of it is.
  var lines: [String] { [money, coverage, losses, after, certainty] }

  private var figures: PlanFigures { context.figures }
  private var style: NumberStyle { context.style }

  private var money: String {
    func sum(_ amount: (YearMoney) -> Money) -> String {
      style.amount(euros: figures.years.reduce(Money.zero) { $0 + amount($1) }.euros)
    }
    return context.text(
      "answer.money",
      [
        "paid": sum(\.paid), "counted": sum(\.counted), "secured": sum(\.secured),
        "years": "\(context.scenario.horizon.first)–\(context.lastYear)",
        "receivers": style.integer(figures.receivers),
        "count": style.counted(
          Double(context.scenario.beneficiaries.count), one: context.screen("beneficiary"),
          many: context.screen("beneficiaries")),
      ])
  }

  private var coverage: String {
    let classes = figures.classes.compactMap { entry -> String? in
      guard let last = entry.years.last else { return nil }
      let arguments = [
        "class": entry.nisClass.rawValue, "before": style.percent(entry.before),
        "coverage": style.percent(last.coverage), "target": style.percent(last.target),
        "below": style.integer(last.belowTarget), "count": style.integer(entry.beneficiaries),
      ]
      return context.text(last.target > 0 ? "answer.class" : "answer.class.free", arguments)
    }
    guard !classes.isEmpty else { return context.text("answer.noClass") }
    return context.text(
      "answer.coverage",
      ["year": context.lastYear, "classes": classes.joined(separator: context.text("joint"))])
  }

  private var losses: String {
    let losses = figures.losses
    return context.text(
      "answer.losses",
      [
        "avoided": style.amount(euros: losses.avoided.reduce(0, +) * 1000),
        "last": style.amount(euros: (losses.avoided.last ?? 0) * 1000),
        "residual": style.amount(euros: (losses.residual.last ?? 0) * 1000),
        "year": context.lastYear,
      ])
  }

  /// What comes after the horizon.
  var after: String {
    context.text(
      "answer.after",
      ["year": context.lastYear, "sentence": PageCliff(context: context).sentence])
  }

  private var certainty: String {
    let study = context.outcome.study
    return context.text(
      "answer.certainty",
      [
        "status": PageProof(context: context).status,
        "count": style.integer(study.assumptions.count),
        "total": style.integer(study.parameters.count),
      ])
  }
}
