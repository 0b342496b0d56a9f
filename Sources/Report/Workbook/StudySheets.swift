// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingModel
import Tables
import Workbook
import Wording

/// What one more unit of each rule would change.
struct PricesSheet {
  let book: PlanBook

  var sheet: Sheet {
    let context = book.context
    let words = RuleWords(book.scenario, in: book.language)
    let prices = context.outcome.prices
    var builder = SheetBuilder(book.name("prices"), book.language)
    builder.title(book.text("prices.title"), note: book.text("prices.note"))
    let columns =
      [BookColumn(title: book.text("rule"), most: 110)]
      + [
        "goal", "price", "priceInOrder", "goalUnit", "ruleUnit", "bound", "activity", "slack",
        "binding",
      ].map { BookColumn(title: book.text($0)) } + [
        BookColumn(title: book.text("row"), most: 50)
      ]
    let titleRow = builder.row
    let (yes, no) = (book.text("yes"), book.text("no"))
    // Each rule has a row for each goal, and goals and units are few.
    var rules: [String: String] = [:]
    var goals: [String: (words: String, unit: String)] = [:]
    var units: [RuleUnit: String] = [:]
    builder.table(book.text("table.prices"), columns, count: prices.count) { position, _ in
      let price = prices[position]
      let rule = rules[price.rowName] ?? words.words(for: price.rule)
      rules[price.rowName] = rule
      let goal =
        goals[price.level]
        ?? (
          words.goalWords(for: price.level),
          context.text("unit.\(GoalUnit.name(price.level))")
        )
      goals[price.level] = goal
      let unit = units[price.unit] ?? book.text("unit.\(price.unit.rawValue)")
      units[price.unit] = unit
      return [
        .text(rule), .text(goal.words),
        .figure(price.price), .figure(price.priceInOrder),
        .text(goal.unit), .text(unit),
        price.bound.isFinite ? .figure(price.bound) : .empty,
        .figure(price.activity, noise: 1e-9), .figure(price.slack, noise: 1e-9),
        .text(price.isBinding ? yes : no), .text(price.rowName),
      ]
    }
    builder.freeze(row: titleRow + 1, columns: 1)
    return builder.built()
  }
}

/// Every parameter of the study with its value, unit, layer and source.
struct ParametersSheet {
  let book: PlanBook

  var sheet: Sheet {
    let parameters = book.context.outcome.study.parameters
    var builder = SheetBuilder(book.name("parameters"), book.language)
    builder.title(book.context.text("sources.caption"), note: book.text("parameters.note"))
    let columns = [
      BookColumn(title: book.context.text("parameter"), most: 50),
      BookColumn(title: book.text("written"), most: 40), BookColumn(title: book.text("value")),
      BookColumn(title: book.text("unit")), BookColumn(title: book.text("assumption")),
      BookColumn(title: book.context.text("source"), most: 60),
      BookColumn(title: book.context.text("layer")), BookColumn(title: book.text("replaced")),
      BookColumn(title: book.text("place")),
    ]
    let titleRow = builder.row
    builder.table(book.text("table.parameters"), columns, count: parameters.count) { position, _ in
      let parameter = parameters[position]
      let quantity = WrittenQuantity(parameter.value)
      let origin = parameter.origins.first
      return [
        .text(parameter.path), .text(parameter.value),
        quantity.map { .number($0.value, .figure) } ?? .empty, .text(quantity?.unit ?? ""),
        book.mark(parameter.isAssumption), .text(origin?.source ?? ""),
        .text(origin?.layer ?? ""),
        .text(parameter.origins.dropFirst().map(\.layer).joined(separator: ", ")),
        .text(origin.map { $0.place } ?? ""),
      ]
    }
    builder.freeze(row: titleRow + 1, columns: 1)
    return builder.built()
  }
}

/// A parameter's text as a number with its unit: `60 M€` is 60,000,000 €.
struct WrittenQuantity {
  let value: Double
  let unit: String

  /// `nil` where the text is no quantity.
  init?(_ text: String) {
    if let cents = try? QuantityText.money(text, bare: nil) {
      (value, unit) = (Double(cents) / 100, "€")
    } else if let rate = try? QuantityText.rate(text, bare: nil) {
      let counted = rate.base.count == 1 ? "" : "\(rate.base.count) "
      (value, unit) = (Double(rate.cents) / 100, "€/\(counted)\(rate.base.name)")
    } else if let number = try? QuantityText.decimal(text) {
      (value, unit) = (number, "")
    } else if let share = try? QuantityText.share(text) {
      (value, unit) = (share * 100, "%")
    } else {
      return nil
    }
  }
}

/// The words of the workbook in both languages.
struct GlossarySheet {
  let book: PlanBook

  var sheet: Sheet {
    var builder = SheetBuilder(book.name("glossary"), book.language)
    builder.title(book.text("glossary.title"), note: book.text("glossary.note"))
    let columns = [
      BookColumn(title: book.text("french")), BookColumn(title: book.text("english")),
      BookColumn(title: book.text("meaning"), most: 100),
    ]
    let titleRow = builder.row
    let terms = Catalogue.glossaryTerms
    builder.table(book.text("table.glossary"), columns, count: terms.count) { position, _ in
      let term = terms[position]
      func word(_ language: Language) -> String {
        Catalogue.text("workbook.term.\(term)", in: language)
      }
      return [
        .text(word(.french)), .text(word(.english)), .text(book.text("meaning.\(term)")),
      ]
    }
    builder.freeze(row: titleRow + 1, columns: 0)
    return builder.built()
  }
}
