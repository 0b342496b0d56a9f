// SPDX-License-Identifier: GPL-3.0-or-later

import DisclosureControl
import FundingAnalysis
import FundingModel
public import WebPage
public import Wording

/// The page of the public edition: one file that opens offline, reads without a script and prints.
public enum PublicPage {
  /// The page.
  ///
  /// - Parameters:
  ///   - edition: what may be told.
  ///   - manifest: manifest of the plan's folder, for its seal.
  ///   - language: language of the words and numbers.
  /// - Returns: the document.
  public static func document(
    _ edition: PublicEdition, manifest: ManifestDocument, language: Language
  ) -> WebDocument {
    let tables = PublicTables(edition, language)
    let context = PageContext(edition.outcome, manifest, language)
    let horizon = edition.outcome.scenario.horizon
    let title = tables.text(
      "title",
      [
        "title": Screen.title(
          edition.outcome.scenario.title, first: horizon.first.number, last: horizon.last.number)
      ])
    let words = PublicWords(tables: tables, context: context)
    let sections =
      [words.answer] + tables.all.map { section($0, tables, context) }
      + [words.notice, words.method(seal: manifest.seal)]
    var header = [Markup.element(.p, [Attribute(.class, "status")], tables.text("disclaimer"))]
    if let scope = context.scenario.scope {
      let region = RegionNames.name(of: scope.region.rawValue, in: language)
      header.append(.element(.p, [], context.text("scope", ["region": region])))
    }
    return PageFrame(
      title: title, header: header, sections: sections, footer: tables.text("footer"),
      scripts: [], language: language
    ).document
  }

  private static func section(
    _ table: PublicTable, _ tables: PublicTables, _ context: PageContext
  ) -> PageSection {
    let unit = tables.text(tables.tellsThousands ? "unit.thousands" : "unit.euros")
    let rows = table.rows.map { row in
      row.map { cell -> PageCell in
        switch cell {
        case .text(let text): .text(text, isAssumption: isAssumed(table, text, context))
        case .number(let value, let told): .number(told, value)
        case .withheld: PageCell(text: PublicTables.mark, isNumber: true)
        case .empty: PageCell(text: NumberStyle.none, value: "", isNumber: true)
        }
      }
    }
    let markup = PageTable(
      id: "\(table.name)-table",
      caption: tables.text("caption.\(table.name)", ["unit": unit, "mark": PublicTables.mark]),
      columns: table.columns, rows: rows, totals: table.totals
    ).markup(mark: context.text("mark"))
    return PageSection(
      id: table.name, title: tables.text("section.\(table.name)"), content: [markup])
  }

  /// Measures whose costs or effects have no published source.
  private static func isAssumed(
    _ table: PublicTable, _ title: String, _ context: PageContext
  ) -> Bool {
    guard table.name == "measures",
      let measure = context.scenario.measures.first(where: { $0.title == title })
    else { return false }
    return context.assumptions.holds("measures.\(measure.id)")
  }
}

/// What the public page says besides its tables.
struct PublicWords {
  let tables: PublicTables
  let context: PageContext

  private var edition: PublicEdition { tables.edition }
  private var style: NumberStyle { tables.style }

  /// What is paid, to how many, and what it reaches; a sum that is withheld is said to be.
  var answer: PageSection {
    let years = "\(context.scenario.horizon.first)–\(context.lastYear)"
    var lines = [
      tables.text(
        "answer.money",
        [
          "money": total(edition.money).map { style.amount(euros: Double($0)) }
            ?? tables.text("kept"),
          "years": years,
          "receivers": total(edition.receivers).map(style.integer) ?? tables.text("kept"),
        ])
    ]
    for entry in edition.outcome.figures.classes where edition.mayTell(of: entry.beneficiaries) {
      guard let last = entry.years.last else { continue }
      lines.append(
        tables.text(
          "answer.class",
          [
            "class": entry.nisClass.rawValue, "year": context.lastYear,
            "before": style.percent(entry.before), "coverage": style.percent(last.coverage),
            "target": style.percent(last.target),
          ]))
    }
    lines.append(PageProof(context: context).status)
    return PageSection(
      id: "answer", title: tables.text("answer"),
      content: [.list(lines, [Attribute(.class, "answer")])])
  }

  private func total(_ publication: Publication) -> Int? {
    guard let all = publication.tables.tables.first?.cells.last?.last, let all else { return nil }
    return publication.amounts[all]
  }

  /// What is not told, and how near one can come to it.
  var notice: PageSection {
    let rule = edition.money.rule
    let counts = edition.tables.map { table in
      let withheld = Set(edition.publication(of: table).withheld.map(\.cell))
      let cells = table.table.cells.joined().compactMap { $0 }
      return tables.text(
        "notice.table",
        [
          "table": tables.text("section.\(table.name)"),
          "count": style.integer(cells.count(where: withheld.contains)),
          "cells": style.integer(cells.count),
        ])
    }
    return PageSection(
      id: "withheld", title: tables.text("notice"),
      content: [
        .element(
          .p, [],
          tables.text(
            "notice.text",
            [
              "mark": PublicTables.mark, "threshold": style.integer(rule.threshold),
              "dominance": style.percent(rule.dominance),
            ])),
        .element(
          .p, [],
          tables.text(
            "notice.bound",
            [
              "base": style.amount(euros: Double(rule.base)),
              "rounding": style.amount(euros: Double(edition.money.rounding)),
              "protection": style.percent(rule.protection),
            ])),
        .list(counts),
      ])
  }

  /// How the plan was made, and which it is.
  func method(seal: String) -> PageSection {
    let study = edition.outcome.study
    return PageSection(
      id: "method", title: tables.text("method"),
      content: [
        .element(.p, [], tables.text("method.text")),
        .element(
          .p, [],
          tables.text(
            "method.assumptions",
            [
              "count": style.integer(study.assumptions.count),
              "total": style.integer(study.parameters.count),
            ])),
        .facts([
          (name: context.text("proof.tool"), value: edition.outcome.identity.tool),
          (name: context.text("proof.solver"), value: edition.outcome.identity.solver),
          (name: tables.text("seal"), value: seal),
        ]),
      ])
  }
}
