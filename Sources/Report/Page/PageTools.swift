// SPDX-License-Identifier: GPL-3.0-or-later

import WebPage
import Wording

/// Search and filters of the table of beneficiaries; hidden as long as no script makes them work.
struct PageTools {
  let regions: [String]
  let classes: [String]
  let language: Language

  private func text(_ key: String) -> String { Catalogue.text("page.\(key)", in: language) }

  /// The controls in HTML.
  var markup: Markup {
    .element(
      .div, [Attribute(.class, "tools"), Attribute(.id, "who-tools"), .flag(.hidden)],
      [
        .element(.label, [Attribute(.for, "who-search")], text("search")),
        .element(.input, [Attribute(.type, "search"), Attribute(.id, "who-search")], []),
      ] + select("who-region", text("region"), regions)
        + select("who-class", text("class"), classes) + [
          .element(
            .p,
            [
              Attribute(.id, "who-count"), Attribute(.role, "status"),
              Attribute(.ariaLive, "polite"),
            ],
            "")
        ])
  }

  private func select(_ id: String, _ label: String, _ choices: [String]) -> [Markup] {
    let every = Markup.element(.option, [Attribute(.value, "")], text("all"))
    return [
      .element(.label, [Attribute(.for, id)], label),
      .element(
        .select, [Attribute(.id, id)],
        [every] + choices.map { .element(.option, [Attribute(.value, $0)], $0) }),
    ]
  }
}
