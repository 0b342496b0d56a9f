// SPDX-License-Identifier: GPL-3.0-or-later

import WebPage
import Wording

/// How the comparison was made, how sure each plan is, and the hashes of what was read.
struct ComparedSources {
  let words: ComparisonWords
  let run: RunIdentity

  var section: PageSection {
    let language = words.style.language
    func page(_ key: String) -> String { Catalogue.text("page.\(key)", in: language) }
    let scenarios = [words.comparison.baseline] + words.comparison.pairs.map(\.other)
    let facts = [(page("proof.tool"), run.tool), (page("proof.solver"), run.solver)]
    let plans = PageTable(
      id: "plans-table", caption: words.page("plans.caption"),
      columns: [
        words.page("scenario"), page("proof.study"), page("proof.status"), page("goal.gap"),
      ],
      rows: scenarios.enumerated().map { place, scenario in
        [
          .text(words.letter(place)), .text(scenario.argument), .text(words.status(place)),
          scenario.summary.gap.map { .number(words.style.gap($0), $0) }
            ?? PageCell(text: NumberStyle.none, isNumber: true),
        ]
      })
    let files = PageTable(
      id: "files-table", caption: page("inputs.caption"),
      columns: [words.page("scenario"), page("file"), page("bytes"), "SHA-256"],
      rows: scenarios.enumerated().flatMap { place, scenario in
        scenario.files.map { record in
          [
            PageCell.text(words.letter(place)), .text(record.path),
            .number(words.style.integer(record.bytes), Double(record.bytes)),
            .text(record.sha256),
          ]
        }
      })
    return PageSection(
      id: "sources", title: words.page("sources"),
      content: [
        .element(.p, [], words.page("sources.text")),
        .facts(facts),
        plans.markup(mark: ""), files.markup(mark: ""),
      ])
  }
}
