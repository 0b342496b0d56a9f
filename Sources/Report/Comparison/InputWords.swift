// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import PlanComparison
import Tables
import Wording

/// Differences of inputs in words and numbers.
struct InputWords {
  /// Titles of vehicles by identifier.
  let titles: [String: String]
  let style: NumberStyle

  /// Most parameters of a rule that are told when it goes or comes whole.
  private static let toldParts = 6

  private func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
    Catalogue.text("compare.\(key)", in: style.language, arguments)
  }

  /// One sentence about a change.
  ///
  /// - Parameters:
  ///   - change: the change.
  ///   - study: name of the study itself, which is not told as a layer.
  /// - Returns: the sentence.
  func sentence(_ change: InputChange, study: String?) -> String {
    let what = words(for: change.path)
    let sentence: String
    switch change.kind {
    case .table:
      sentence = text(
        "input.table", ["role": change.path, "values": values(change.differences[0])])
    case .added:
      sentence = text("input.added", ["what": what, "values": parts(change) { $0.after }])
    case .removed:
      sentence = text("input.removed", ["what": what, "values": parts(change) { $0.before }])
    case .changed:
      sentence = text("input.changed", ["what": what, "values": changed(change)])
    }
    let layers = change.differences.compactMap(\.origin?.layer)
    guard let layer = layers.last, layer != study else { return sentence }
    return text("input.layer", ["sentence": sentence, "layer": layer])
  }

  private func values(_ difference: InputDifference) -> String {
    let (before, after) = (difference.before, difference.after)
    if before == after { return before ?? NumberStyle.none }
    return "\(before ?? NumberStyle.none) → \(after ?? NumberStyle.none)"
  }

  private func changed(_ change: InputChange) -> String {
    let relative = change.differences.map(Self.relative)
    if change.differences.count > 1, let first = relative[0], let year = change.years[0],
      relative.allSatisfy({ $0.map { abs($0 - first) < 5e-4 } ?? false })
    {
      return text(
        "input.everyYear",
        [
          "change": percent(first), "years": years(change.years.compactMap { $0 }),
          "year": "\(year)", "values": values(change.differences[0]),
        ])
    }
    return zip(zip(change.differences, change.years), relative).map { pair, relative in
      let (difference, year) = pair
      var told = values(difference)
      if let relative, relative != 0 { told += " (\(percent(relative)))" }
      return year.map { "\($0) \(told)" } ?? told
    }.joined(separator: ", ")
  }

  private func percent(_ share: Double) -> String {
    let places = abs(share) < 0.0995 ? 1 : 0
    return Comparing.percent(share, style, places: places)
  }

  private func years(_ years: [Int]) -> String {
    guard let first = years.first, let last = years.last, first != last else {
      return years.first.map { "\($0)" } ?? ""
    }
    return last - first == years.count - 1
      ? "\(first)–\(last)" : style.list(years.map { "\($0)" })
  }

  /// Values of what went or came whole, each behind what is left of its path.
  private func parts(_ change: InputChange, _ value: (InputDifference) -> String?) -> String {
    let told = change.differences.prefix(Self.toldParts).map { difference in
      let rest = difference.path.dropFirst(change.path.count).drop { $0 == "." }
      let value = value(difference) ?? ""
      return rest.isEmpty ? value : "\(rest) \(value)"
    }
    let more = change.differences.count > told.count ? ["…"] : []
    return (told + more).joined(separator: ", ")
  }

  /// How an amount changes, as a share; `nil` for anything but two amounts above 0.
  private static func relative(_ difference: InputDifference) -> Double? {
    guard let before = difference.before, let after = difference.after,
      let first = try? QuantityText.money(before, bare: nil),
      let second = try? QuantityText.money(after, bare: nil), first > 0
    else { return nil }
    return Double(second - first) / Double(first)
  }

  /// What a path is about.
  private func words(for path: String) -> String {
    let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    func rest(from place: Int) -> String {
      let keys = parts.dropFirst(place).filter { $0 != InputChange.anyYear && $0 != "amounts" }
      return keys.map { key in
        Catalogue.phrases["compare.key.\(key)"] == nil ? key : text("key.\(key)")
      }.joined(separator: " ")
    }
    func told(_ key: String, _ name: String, from place: Int) -> String {
      let tail = rest(from: place)
      let head = text("path.\(key)", ["name": name])
      return tail.isEmpty ? head : "\(head), \(tail)"
    }
    switch (parts.first, parts.count) {
    case ("vehicles", 2...): return told("vehicle", titles[parts[1]] ?? parts[1], from: 2)
    case ("targets", 2...): return told("target", parts[1], from: 2)
    case ("rules", 3...) where ["territory", "deployment"].contains(parts[1]):
      return told(parts[1], parts[2], from: 3)
    default: return path.split(separator: ".").filter { $0 != "*" }.joined(separator: ".")
    }
  }
}

/// Small words of comparisons.
enum Comparing {
  /// A signed percentage: `+4,2 %`.
  static func percent(_ share: Double, _ style: NumberStyle, places: Int = 1) -> String {
    let text = style.percent(abs(share), places: places)
    let isZero = !text.contains { $0.isNumber && $0 != "0" }
    if isZero { return text }
    return (share > 0 ? "+" : NumberStyle.minus) + text
  }

  /// How an amount changes: `+4,2 %`, or that there was nothing before.
  static func change(_ movement: (before: Int, after: Int), _ style: NumberStyle) -> String {
    guard movement.before != 0 else {
      return movement.after == 0
        ? percent(0, style) : Catalogue.text("compare.fromNothing", in: style.language)
    }
    return percent(
      Double(movement.after - movement.before) / Double(movement.before), style)
  }
}
