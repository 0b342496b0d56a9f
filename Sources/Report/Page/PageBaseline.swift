// SPDX-License-Identifier: GPL-3.0-or-later

import WebPage
import Wording

/// What changed against a baseline: results and winners in sentences, then every input that differs.
struct PageBaseline {
  let context: PageContext
  let comparison: Comparison

  var section: PageSection {
    let words = ComparisonWords(comparison: comparison, style: context.style)
    let answer = ComparedAnswer(words: words)
    return PageSection(
      id: "baseline",
      title: context.text("baseline", ["baseline": comparison.baseline.name]),
      content: answer.section.content
        + [.element(.h3, [], answer.changes.title)] + answer.changes.content)
  }
}
