// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import Wording

/// Words for what ranges and alternatives are told of, and for how good their plans are.
struct SubjectWords {
  let subject: RangeSubject
  let style: NumberStyle

  /// Head of the column of names: what is counted, and in what.
  var head: String { Catalogue.text("range.head.\(subject.rawValue)", in: style.language) }

  /// Name of one of them.
  func name(_ id: String, _ name: String) -> String {
    if subject == .region { return RegionNames.name(of: id, in: style.language) }
    return name.isEmpty ? id : "\(id) \(name)"
  }

  /// An amount: money in k€, or beneficiaries.
  func amount(_ value: Double) -> String {
    subject.isMoney
      ? style.amount(euros: value * 1000) : style.decimal(value, places: value < 99.95 ? 1 : 0)
  }

  /// A tolerance.
  func tolerance(_ within: Double) -> String {
    style.percent(within, places: within * 100 == (within * 100).rounded() ? 0 : 2)
  }

  /// A goal, or several that are weighed against one another.
  func goal(_ name: String) -> String {
    name.split(separator: "+").map { Catalogue.text("goal.\($0)", in: style.language) }
      .joined(separator: " + ")
  }

  /// Goals that are kept.
  func goals(_ goals: [RangeOutcome.KeptGoal]) -> String { style.list(goals.map { goal($0.name) }) }
}
