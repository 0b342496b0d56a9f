// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
public import WebPage
public import Wording

/// The page of a plan: one file that opens offline, reads without a script and prints on A4.
///
/// `docs/report.md` says what stands where.
public enum PlanPage {
  /// The page.
  ///
  /// - Parameters:
  ///   - outcome: the plan.
  ///   - manifest: manifest of its folder.
  ///   - language: language of the words and numbers.
  ///   - charts: the library that draws; `nil`: tables alone.
  ///   - boundaries: boundaries of the map; `nil`: a tile for each region.
  ///   - comparison: the plan held against a baseline; `nil`: nothing is said of one.
  ///   - curves: curves and steps of the plan's study, made apart.
  /// - Returns: the document.
  public static func document(
    _ outcome: PlanOutcome, manifest: ManifestDocument, language: Language,
    charts: ChartLibrary? = nil, boundaries: MapBoundaries? = nil,
    comparison: Comparison? = nil, curves: StudyCurves = StudyCurves()
  ) -> WebDocument {
    let context = PageContext(outcome, manifest, language)
    let annex = Annex(scenario: outcome.scenario, allocation: outcome.allocation)
    let map = PageMap(context: context, boundaries: boundaries, annex: annex)
    let losses = PageLosses(context)
    let made = PageCurves(context: context, curves: curves)
    let drawn = PageCharts(
      context: context, library: charts, map: map, losses: losses, curves: made)
    let changed = comparison.map { PageBaseline(context: context, comparison: $0).section }
    let sections =
      [PageAnswer(context: context).section] + (changed.map { [$0] } ?? []) + [
        PageMoney(context: context).increments,
        PageMoney(context: context).section(chart: drawn.money),
        PageCoverage(context: context).section(chart: drawn.coverage),
        losses.section(chart: drawn.avoided),
      ] + made.sections(charts: drawn.curve) + [
        map.section(chart: drawn.territory),
        PageBeneficiaries(context: context, annex: annex).section,
        PageReasons(context: context).section,
        PageCoverage(context: context).unfunded(saysNext: curves.next == nil),
      ] + (curves.next.map { [PageNextInLine(context: context, next: $0).section] } ?? []) + [
        PageCliff(context: context).section(chart: drawn.cliff),
        PageMethod(context: context).section, PageProof(context: context).section,
      ]
    let title = Screen.title(
      outcome.scenario.title, first: outcome.scenario.horizon.first.number,
      last: outcome.scenario.horizon.last.number)
    return PageFrame(
      title: title, header: header(context), sections: sections, footer: context.text("footer"),
      scripts: drawn.scripts, language: language
    ).document
  }

  private static func header(_ context: PageContext) -> [Markup] {
    var lines = [
      Markup.element(.p, [Attribute(.class, "status")], PageProof(context: context).status)
    ]
    let layers = context.outcome.study.layers.dropFirst()
    if !layers.isEmpty {
      let named = layers.joined(separator: " · ")
      lines.append(.element(.p, [], context.text("layers", ["layers": named])))
    }
    if let scope = context.scenario.scope {
      let region = RegionNames.name(of: scope.region.rawValue, in: context.language)
      lines.append(
        .element(
          .p, [Attribute(.class, "status")], context.text("scope", ["region": region])))
    }
    lines.append(
      .element(
        .p, [],
        [
          .element(.span, [Attribute(.class, "mark")], context.text("mark")),
          .text(context.text("mark.legend")),
        ]))
    return lines
  }
}
