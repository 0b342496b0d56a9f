// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import WebPage
import Wording

/// Who is next in line: who gets more where there is more money and nobody gets less, and for what.
struct PageNextInLine {
  let context: PageContext
  let next: NextInLine

  /// Most beneficiaries that are named on a step.
  private static let mostNamed = 100

  var section: PageSection {
    PageSection(
      id: "next", title: context.text("next"),
      content: [.element(.p, [], context.text("next.text", ["money": money]))]
        + next.steps.enumerated().flatMap { number, step in content(step, number + 1) })
  }

  /// Whose money rises.
  private var money: String {
    let vehicle = next.vehicle.flatMap { id in context.scenario.vehicles.first { $0.id == id } }
    return vehicle?.title ?? context.text("next.allMoney")
  }

  private func content(_ step: NextInLine.Step, _ number: Int) -> [Markup] {
    let entries = step.entries
    let receivers = context.style.beneficiaries(entries.count)
    var content = [
      Markup.element(.h3, [], heading(step)),
      .element(
        .p, [],
        context.text(
          "next.sum",
          [
            "more": context.style.amount(euros: step.moreEuros), "receivers": receivers,
            "paid": context.style.amount(euros: entries.reduce(0) { $0 + $1.more.euros }),
          ])),
    ]
    guard !entries.isEmpty else { return content }
    let rows = entries.prefix(Self.mostNamed).compactMap(row)
    content.append(
      PageTable(
        id: "next-table-\(number)", caption: caption(step),
        columns: ["beneficiary", "identifier", "region", "class", "next.more", "next.changes"].map {
          context.text($0)
        }, rows: rows
      ).markup(mark: context.text("mark")))
    let others = entries.count - rows.count
    if others > 0 {
      content.append(
        .element(
          .p, [],
          context.text("next.others", ["others": context.style.beneficiaries(others)])))
    }
    return content
  }

  private func heading(_ step: NextInLine.Step) -> String {
    context.text("next.heading", ["share": share(step)])
  }

  private func caption(_ step: NextInLine.Step) -> String {
    context.text("next.caption", ["share": share(step)])
  }

  private func share(_ step: NextInLine.Step) -> String {
    let percent = step.budgetShare * 100
    return context.style.percent(
      step.budgetShare, places: percent == percent.rounded() ? 0 : 1)
  }

  private func row(_ entry: NextInLine.Entry) -> [PageCell]? {
    guard
      let beneficiary = context.scenario.beneficiaries.first(where: { $0.id == entry.beneficiary })
    else { return nil }
    return [
      .text(beneficiary.name), .text(beneficiary.id.rawValue),
      .text(RegionNames.name(of: beneficiary.region.rawValue, in: context.language)),
      .text(beneficiary.nisClass?.rawValue ?? ""),
      .euros(Int(entry.more.euros.rounded()), context.style),
      .text(entry.changes.map(words).joined(separator: context.text("joint"))),
    ]
  }

  /// A change, as `M05 de 40 % à 62 %`.
  private func words(_ change: NextInLine.Change) -> String {
    context.text(
      "next.measure",
      [
        "measure": change.measure.rawValue, "below": context.style.percent(change.below),
        "share": context.style.percent(change.share),
      ])
  }
}
