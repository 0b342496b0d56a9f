// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import WebPage
import Wording

/// How sure the plan is, and the hashes by which a copy is told from another.
struct PageProof {
  let context: PageContext

  private var outcome: PlanOutcome { context.outcome }
  private var style: NumberStyle { context.style }

  var section: PageSection {
    let mark = context.text("mark")
    let run = outcome.identity
    let facts = [
      (context.text("proof.status"), status), (context.text("proof.tool"), run.tool),
      (context.text("proof.solver"), run.solver), (context.text("proof.study"), run.study),
      (context.text("proof.seal"), context.manifest.seal),
    ]
    return PageSection(
      id: "proof", title: context.text("proof"),
      content: [
        .facts(facts),
        goals.markup(mark: mark), .element(.p, [], context.text("proof.text")),
        files("inputs", context.manifest.inputs).markup(mark: mark),
        files("outputs", context.manifest.outputs).markup(mark: mark),
      ])
  }

  /// The status in words; statuses are never mixed up.
  var status: String {
    let gap = outcome.relativeGap.map { style.gap($0) }
    switch outcome.status {
    case .optimal: return context.text("status.optimal", ["gap": gap ?? NumberStyle.none])
    case .whole:
      let gap = outcome.whole?.wholeGap.map { style.percent($0, places: 2) }
      return context.text("status.whole", ["gap": gap ?? context.text("unknown")])
    case .feasible, .infeasible, .stoppedAtLimit:
      return context.text("status.feasible", ["gap": gap ?? context.text("unknown")])
    }
  }

  private var goals: PageTable {
    let words = RuleWords(context.scenario, in: context.language)
    return PageTable(
      id: "goals-table", caption: context.text("goals.caption"),
      columns: [
        context.text("goal"), context.text("goal.unit"), context.text("goal.value"),
        context.text("goal.bound"), context.text("goal.gap"),
      ],
      rows: outcome.goals.map { goal in
        [
          .text(words.goalWords(for: goal.name)),
          .text(context.text("unit.\(GoalUnit.name(goal.name))")),
          .number(style.figure(goal.value), goal.value),
          goal.bestBound.map { .number(style.figure($0), $0) }
            ?? PageCell(text: NumberStyle.none, isNumber: true),
          goal.relativeGap.map { .number(style.gap($0), $0) }
            ?? PageCell(text: NumberStyle.none, isNumber: true),
        ]
      })
  }

  private func files(_ key: String, _ records: [FileRecord]) -> PageTable {
    PageTable(
      id: "\(key)-table", caption: context.text("\(key).caption"),
      columns: [context.text("file"), context.text("bytes"), "SHA-256"],
      rows: records.map { [.text($0.path), context.count($0.bytes), .text($0.sha256)] })
  }
}
