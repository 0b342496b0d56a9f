// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingModel
import WebPage
import Wording

/// What every section of a page looks at.
struct PageContext {
  let outcome: PlanOutcome
  let manifest: ManifestDocument
  let style: NumberStyle
  let assumptions: AssumptionMarks
  /// Unit in which money is told in tables.
  let unit: AmountUnit

  init(_ outcome: PlanOutcome, _ manifest: ManifestDocument, _ language: Language) {
    self.outcome = outcome
    self.manifest = manifest
    style = NumberStyle(language)
    assumptions = AssumptionMarks(outcome.study)
    unit = AmountUnit(largest: outcome.figures.years.reduce(0) { $0 + $1.counted.euros })
  }

  var scenario: Scenario { outcome.scenario }
  var figures: PlanFigures { outcome.figures }
  var language: Language { style.language }
  var years: [String] { scenario.horizon.years.map(\.description) }
  var lastYear: String { scenario.horizon.last.description }

  func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
    Catalogue.text("page.\(key)", in: language, arguments)
  }

  func screen(_ key: String, _ arguments: [String: String] = [:]) -> String {
    Catalogue.text("screen.\(key)", in: language, arguments)
  }

  /// Name of the unit of money: `M€`.
  var unitName: String { screen(unit.key) }

  /// An amount in the unit of the tables; the download has euros.
  func money(_ euros: Double) -> PageCell {
    .number(unit.text(euros, style), euros)
  }

  func share(_ share: Double, places: Int = 0) -> PageCell {
    .number(style.percent(share, places: places), share)
  }

  func count(_ count: Int) -> PageCell { .number(style.integer(count), Double(count)) }
}

/// Which values of a study have no published source.
struct AssumptionMarks {
  private let paths: [String]

  init(_ study: ResolvedStudy) { paths = study.assumptions.map(\.path).sorted() }

  /// Whether a value at a path, or any below it, is an assumption.
  func holds(_ prefix: String) -> Bool {
    let below = prefix + "."
    let (exact, first) = (start(of: prefix), start(of: below))
    return (exact < paths.count && paths[exact] == prefix)
      || (first < paths.count && paths[first].hasPrefix(below))
  }

  /// Place of the first path that does not come before a text.
  private func start(of text: String) -> Int {
    var low = 0
    var high = paths.count
    while low < high {
      let middle = (low + high) / 2
      if paths[middle] < text { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
