// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingModel
import Wording

/// Screens about many beneficiaries: a region, an objective, a measure.
extension ExplainLines {
  /// Most beneficiaries that are named.
  private static let mostNamed = 5

  func region(_ told: RegionExplanation) -> [String] {
    let code = told.region.rawValue
    let name = "\(RegionNames.name(of: code, in: style.language)) (\(code))"
    var table = ExplainTable()
    table.add("", head(total: true))
    table.rows += money(told.money, own: told.own)
    for entry in told.coverage {
      table.add(
        text("coverageOf", ["class": entry.nisClass.rawValue]),
        entry.years.map(share) + [
          text(
            "of",
            ["met": style.integer(entry.met), "all": style.integer(entry.beneficiaries)])
        ])
    }
    let receivers = text(
      "receivers",
      ["count": style.beneficiaries(told.members.count), "paid": style.integer(told.receivers)])
    let rules =
      told.rules.isEmpty
      ? wrapped(text("noRule"))
      : wrapped(text("rules")) + self.rules(told.rules, label: "  – ", most: told.rules.count)
    let note = told.coverage.isEmpty ? [] : wrapped(text("coverageNote"))
    let parts = [
      title(name), wrapped(receivers), [""], table.lines(width: width), note, [""], rules, [""],
      wrapped(text("whyCounted")), counts(told.reasons),
    ]
    return parts.flatMap { $0 }
  }

  func objective(_ told: ObjectiveExplanation) -> [String] {
    let objective = scenario.objectives[told.objective]
    var table = ExplainTable()
    table.add(
      text("byClass"),
      [
        text("before"), scenario.horizon.last.description, text("column.target"),
        text("column.met"),
      ])
    for entry in told.classes {
      table.add(
        text("class", ["class": entry.nisClass.rawValue]),
        [
          share(entry.before), share(entry.after),
          entry.target > 0 ? share(entry.target) : NumberStyle.none,
          text(
            "of", ["met": style.integer(entry.met), "all": style.integer(entry.beneficiaries)]),
        ])
    }
    let contributions = wrapped(
      text("contributions", ["measures": words.measures(told.measures)]))
    var lines = title("\(objective.id.rawValue) \(objective.title)")
    lines += [""]
    lines += table.lines(width: width)
    lines += contributions
    lines += [""]
    guard !told.missing.isEmpty else { return lines + wrapped(text("nobodyMisses")) }
    let farthest = told.missing.prefix(Self.mostNamed).flatMap { entry in
      wrapped(
        text(
          "misses",
          [
            "name": name(entry.beneficiary),
            "points": style.points(entry.share, places: entry.share < 0.01 ? 3 : 0),
            "year": years[entry.year],
            "reasons": entry.codes.isEmpty
              ? NumberStyle.none : entry.codes.map(words.short).joined(separator: text("joint")),
          ]), label: "  – ")
    }
    lines += wrapped(text("missing", ["count": style.beneficiaries(told.missing.count)]))
    lines += counts(told.reasons)
    lines += [""]
    lines += wrapped(text("farthest"))
    return lines + farthest
  }

  func measure(_ told: MeasureExplanation) -> [String] {
    let facts = [
      ("measure.eligible", told.eligible), ("measure.completeBefore", told.completeBefore),
      ("measure.added", told.added), ("measure.complete", told.complete),
      ("measure.partial", told.partial), ("measure.left", told.left.count),
    ]
    var table = ExplainTable()
    for (key, count) in facts { table.add(text(key), [style.integer(count)]) }
    var lines = title(words.measure(told.measure))
    lines += [""]
    lines += table.lines(width: width)
    lines += [""]
    guard !told.left.isEmpty else { return lines + wrapped(text("measure.everywhere")) }
    lines += wrapped(text("whyCounted"))
    lines += counts(told.reasons)
    return lines + candidates(told)
  }

  /// What the measure would be worth, the best of each goal.
  private func candidates(_ told: MeasureExplanation) -> [String] {
    var lines: [String] = []
    for (level, name) in plan.levelNames.enumerated() {
      let all = told.candidates.filter { $0.level == level }
      guard !all.isEmpty else { continue }
      lines += [""] + wrapped(text("worth", ["goal": words.goal(level)]))
      for entry in all.prefix(Self.mostNamed) {
        lines += wrapped(
          text(
            "candidate",
            [
              "name": self.name(entry.beneficiary),
              "account": words.account(entry.account, level: name),
            ]), label: "  – ")
      }
    }
    return lines
  }
}
