// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import DisclosureControl
import FundingAnalysis
import FundingModel
import Tables
import Wording

/// A cell of the public edition.
enum PublicCell: Sendable, Hashable {
  case text(String)
  /// A number as it is, and as it is told.
  case number(Double, String)
  /// Kept back.
  case withheld
  /// Nothing belongs there.
  case empty
}

/// A table of the public edition: what the page and its file both have.
struct PublicTable: Sendable {
  let name: String
  let columns: [String]
  let rows: [[PublicCell]]
  /// How many of the last rows are sums.
  var totals = 0
}

/// The tables of the public edition in words.
struct PublicTables {
  let edition: PublicEdition
  let style: NumberStyle

  /// Mark of what is kept back, as French statistics have it.
  static let mark = "s"

  init(_ edition: PublicEdition, _ language: Language) {
    self.edition = edition
    style = NumberStyle(language)
  }

  func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
    Catalogue.text("public.\(key)", in: style.language, arguments)
  }

  var all: [PublicTable] { edition.tables.map(sums) + [coverage, measures] }

  /// Whether amounts are told in thousands of euros: then nothing is lost by it.
  var tellsThousands: Bool { edition.money.rule.base.isMultiple(of: 1000) }

  func title(_ title: PublicEdition.Title) -> String {
    switch title {
    case .region(let code): RegionNames.name(of: code, in: style.language)
    case .year(let text), .vehicle(let text): text
    case .nisClass(let name): name ?? text("noClass")
    case .size(let band): band ?? text("noSize")
    }
  }

  private func sums(_ named: PublicEdition.NamedTable) -> PublicTable {
    let amounts = edition.publication(of: named).amounts
    func cell(_ position: Int?) -> PublicCell {
      guard let position else { return .empty }
      guard let amount = amounts[position] else { return .withheld }
      let told = named.count == .euros && tellsThousands ? amount / 1000 : amount
      return .number(Double(amount), style.integer(told))
    }
    let titles = named.rows.map(title) + [text("total")]
    return PublicTable(
      name: named.name,
      columns: [text("column.\(named.name)")] + named.columns.map(title) + [text("total")],
      rows: zip(titles, named.table.cells).map { [.text($0)] + $1.map(cell) }, totals: 1)
  }

  private func share(_ share: Double, told: Bool) -> PublicCell {
    // What is told is also what the file has: no digit more.
    told ? .number((share * 100).rounded() / 100, style.percent(share)) : .withheld
  }

  /// Mean coverage and target of each class; nothing that concerns few.
  private var coverage: PublicTable {
    let rows = edition.outcome.figures.classes.flatMap { entry -> [[PublicCell]] in
      let told = edition.mayTell(of: entry.beneficiaries)
      let name = entry.nisClass.rawValue
      return [
        [.text(text("coverage.of", ["class": name])), share(entry.before, told: told)]
          + entry.years.map { share($0.coverage, told: told) },
        [.text(text("coverage.target", ["class": name])), .empty]
          + entry.years.map { share($0.target, told: true) },
      ]
    }
    return PublicTable(
      name: "coverage",
      columns: [text("column.coverage"), text("before")]
        + edition.outcome.scenario.horizon.years.map(\.description), rows: rows)
  }

  /// How far each measure is in place.
  private var measures: PublicTable {
    let rows = edition.outcome.figures.measures.map { entry -> [PublicCell] in
      let told = edition.mayTell(of: entry.beneficiaries)
      return [
        .text(edition.outcome.scenario.measures[entry.measure].title),
        share(entry.before, told: told),
      ] + entry.years.map { share($0, told: told) }
    }
    return PublicTable(
      name: "measures",
      columns: [text("column.measures"), text("before")]
        + edition.outcome.scenario.horizon.years.map(\.description), rows: rows)
  }
}

extension PublicTable {
  /// The table as a file.
  func bytes(style: CSVStyle) throws(Findings) -> [UInt8] {
    var writer = CSVWriter(columns: columns, style: style)
    for row in rows {
      try writer.append(
        row.map { cell in
          switch cell {
          case .text(let text): .text(text)
          case .number(let value, _):
            value == value.rounded() ? .integer(Int64(value)) : .decimal(value)
          case .withheld: .text(PublicTables.mark)
          case .empty: .missing
          }
        })
    }
    return writer.bytes
  }
}
