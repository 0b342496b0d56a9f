// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import LinearProgramming
import WebPage
import Wording

/// How it was planned, with which values, from which sources.
struct PageMethod {
  let context: PageContext

  var section: PageSection {
    let words = RuleWords(context.scenario, in: context.language)
    let goals = context.outcome.goals.map { goal in
      Markup.element(
        .li, [],
        context.text(
          goal.sense == .minimize ? "method.less" : "method.more",
          [
            "goal": words.goalWords(for: goal.name),
            "tolerance": context.style.gap(goal.tolerance),
          ]))
    }
    let study = context.outcome.study
    return PageSection(
      id: "method", title: context.text("method"),
      content: [
        .element(.p, [], context.text("method.text")), .element(.ol, [], goals),
        .element(
          .p, [],
          context.text("method.layers", ["layers": study.layers.joined(separator: " + ")])),
        .element(
          .details, [],
          [
            .element(
              .summary, [],
              context.text(
                "sources.open",
                [
                  "total": context.style.integer(study.parameters.count),
                  "count": context.style.integer(study.assumptions.count),
                ])),
            sources.markup(mark: context.text("mark")),
          ]),
      ])
  }

  private var sources: PageTable {
    PageTable(
      id: "sources-table", caption: context.text("sources.caption"),
      columns: [
        context.text("parameter"), context.text("value"), context.text("source"),
        context.text("layer"),
      ],
      rows: context.outcome.study.parameters.map { parameter in
        let origin = parameter.origins.first
        return [
          .text(parameter.path), .text(parameter.value),
          .text(origin?.source ?? "", isAssumption: parameter.isAssumption),
          .text(origin?.layer ?? ""),
        ]
      })
  }
}
