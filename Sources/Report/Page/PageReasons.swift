// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingModel
import WebPage
import Wording

/// Why: rules that bind, and what a little more money buys.
struct PageReasons {
  let context: PageContext

  var section: PageSection {
    let prices = ScreenPrices(outcome: context.outcome, style: context.style)
    let isProven = context.outcome.status == .optimal
    let nothing = context.screen(isProven ? "limits.none" : "unknown")
    let none = context.screen(isProven ? "million.none" : "unknown")
    var content = [Markup.element(.h3, [], context.screen("limits"))]
    content += list(prices.limits(), otherwise: nothing)
    content.append(
      .element(.h3, [], context.screen(prices.isMillion ? "million" : "thousand")))
    let more = prices.more()
    content += list(more, otherwise: none)
    if !more.isEmpty { content.append(.element(.p, [], context.text("why.margin"))) }
    let freedom = context.figures.freedom
    if freedom.fixed > .zero {
      content.append(.element(.h3, [], context.screen("freedom")))
      content.append(
        .element(
          .p, [],
          context.screen("freedom.text", ["share": context.style.percent(freedom.share)])))
    }
    if let sentence = TieBreakWords.sentence(context.outcome.tieBreak, context.style) {
      content.append(.element(.h3, [], context.screen("tieBreak")))
      content.append(.element(.p, [], sentence))
    }
    content.append(.element(.p, [], context.text("why.more")))
    return PageSection(id: "why", title: context.text("why"), content: content)
  }

  private func list(_ items: [String], otherwise: String) -> [Markup] {
    items.isEmpty
      ? [.element(.p, [], otherwise)]
      : [.list(items)]
  }
}
