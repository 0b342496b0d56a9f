// SPDX-License-Identifier: GPL-3.0-or-later

import WebPage
import Wording

/// What every page has around its sections: a link that skips to them, a heading, a table of
/// contents, a footer, and the script that works on tables.
struct PageFrame {
  let title: String
  /// What stands between the heading and the table of contents.
  let header: [Markup]
  let sections: [PageSection]
  let footer: String
  /// Scripts besides that of the tables.
  let scripts: [WebDocument.Script]
  let language: Language

  private func text(_ key: String) -> String { Catalogue.text("page.\(key)", in: language) }

  /// The whole page; the first section is the answer.
  var document: WebDocument {
    WebDocument(
      language: language.rawValue, title: "Relève · \(title)", style: PageStyle.sheet,
      body: [
        .element(.a, [Attribute(.class, "skip"), .anchor("answer")], text("skip")),
        .element(.header, [], [.element(.h1, [], title)] + header + [contents]),
        .element(.main, [], sections.map(\.markup)),
        .element(.footer, [], [.element(.p, [], footer)]),
      ],
      scripts: [
        .data(id: "words", json: PageScript.words(in: language)), .code(PageScript.tables),
      ] + scripts)
  }

  private var contents: Markup {
    .element(
      .nav, [Attribute(.ariaLabel, text("contents"))],
      [
        .element(
          .ol, [],
          sections.map { .element(.li, [], [.element(.a, [.anchor($0.id)], $0.title)]) })
      ])
  }
}

extension Markup {
  /// A list of texts.
  static func list(_ items: [String], _ attributes: [Attribute] = []) -> Markup {
    .element(.ul, attributes, items.map { .element(.li, [], $0) })
  }

  /// Facts, each beside its name.
  static func facts(_ facts: [(name: String, value: String)]) -> Markup {
    .element(
      .dl, [],
      facts.flatMap { [Markup.element(.dt, [], $0.name), .element(.dd, [], $0.value)] })
  }
}
