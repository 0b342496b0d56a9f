// SPDX-License-Identifier: GPL-3.0-or-later

import WebPage

/// A section of a page: a heading of the second rank, and what stands below it.
struct PageSection {
  let id: String
  let title: String
  let content: [Markup]

  var markup: Markup {
    let heading = "\(id)-title"
    return .element(
      .section, [Attribute(.id, id), Attribute(.ariaLabelledby, heading)],
      [.element(.h2, [Attribute(.id, heading)], title)] + content)
  }
}
