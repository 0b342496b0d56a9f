// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingModel
import Wording

extension ExplainLines {
  /// What would alter an amount, one change a line.
  func nearest(_ changes: [NearestChange]) -> [String] {
    var lines = [""] + wrapped(text("nearest"))
    for change in changes { lines += wrapped(sentence(change), label: "  – ") }
    return lines
  }

  private func sentence(_ change: NearestChange) -> String {
    var arguments = [
      "lever": lever(change), "unaltered": value(change.unaltered, of: change),
      "before": style.amount(euros: Double(change.before)),
    ]
    guard let altered = change.altered else { return text("nearest.unaltered", arguments) }
    arguments["altered"] = value(altered, of: change)
    arguments["after"] = style.amount(euros: Double(change.after))
    return text("nearest.altered", arguments)
  }

  private func lever(_ change: NearestChange) -> String {
    switch change.lever {
    case .envelope(let id, let year):
      let title = scenario.vehicles.first { $0.id == id }?.title ?? id.rawValue
      return text("nearest.envelope", ["vehicle": title, "year": year.description])
    case .risk: return text("nearest.risk")
    case .costs: return text("nearest.costs")
    }
  }

  /// An increase of an envelope, the multiple of a risk, or how much less measures cost.
  private func value(_ value: Double, of change: NearestChange) -> String {
    switch change.lever {
    case .envelope: "+" + style.amount(euros: (value - change.from) * 1000)
    case .risk: "×" + style.decimal(value / change.from, places: 3)
    case .costs: "−" + style.percent(1 - value / change.from, places: 1)
    }
  }
}
