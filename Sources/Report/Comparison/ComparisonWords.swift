// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import LinearProgramming
import PlanComparison
import Wording

/// A comparison in sentences, for its screen and its page.
struct ComparisonWords {
  let comparison: Comparison
  let style: NumberStyle

  /// Most names of those that more money took from.
  private static let toldNames = 4

  func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
    Catalogue.text("compare.\(key)", in: style.language, arguments)
  }

  /// Letter of a scenario, the baseline being the first.
  func letter(_ place: Int) -> String { TextLayout.letter(place) ?? "S\(place + 1)" }

  /// How far the plan of a scenario came, and where it is from.
  func status(_ place: Int) -> String {
    let scenario = place == 0 ? comparison.baseline : comparison.pairs[place - 1].other
    var status = text("status.\(scenario.summary.status.rawValue)")
    if scenario.source == .folder { status += " · " + text("fromFolder") }
    return place == 0 ? text("baseline") + " · " + status : status
  }

  /// Which scenario is held against which.
  func against(_ place: Int) -> String {
    text(
      "against",
      [
        "other": comparison.pairs[place].other.name, "baseline": comparison.baseline.name,
        "first": letter(0), "second": letter(place + 1),
      ])
  }

  /// Inputs that differ, one a sentence; or that none does.
  func inputs(_ pair: ComparedPair, most: Int = .max) -> [String] {
    guard !pair.changes.isEmpty else {
      return [text(comparison.isYearByYear ? "inputs.yearByYear" : "inputs.none")]
    }
    var titles: [String: String] = [:]
    for vehicle in comparison.baseline.summary.vehicles + pair.other.summary.vehicles {
      titles[vehicle.vehicle] = titles[vehicle.vehicle] ?? vehicle.title
    }
    let words = InputWords(titles: titles, style: style)
    var sentences = pair.changes.prefix(most).map {
      words.sentence($0, study: pair.other.summary.layers.first)
    }
    if pair.changes.count > sentences.count {
      let more = style.integer(pair.changes.count - sentences.count)
      sentences.append(text("inputs.more", ["count": more]))
    }
    return sentences
  }

  private func number(_ value: Double?) -> String {
    guard let value else { return NumberStyle.none }
    return style.figure(value)
  }

  /// Each goal but the tie-break, before and after.
  func goals(_ pair: ComparedPair) -> [String] {
    let told = pair.figures.goals.filter { $0.level != Goal.tieBreak.rawValue }
    return told.map { goal in
      let name = goal.level.split(separator: "+")
        .map { Catalogue.text("goal.\($0)", in: style.language) }.joined(separator: " + ")
      return text(
        "goal",
        [
          "goal": name, "before": number(goal.value.baseline), "after": number(goal.value.other),
          "verdict": verdict(goal),
        ])
    }
  }

  /// What planning by annual increments alone leaves unspent, and when no step of it knows better.
  func yearByYear(_ pair: ComparedPair) -> String? {
    guard comparison.isYearByYear else { return nil }
    let lapsed = pair.figures.lapsed.total
    return text(
      "yearByYear.text",
      [
        "before": style.amount(euros: lapsed.baseline ?? 0),
        "after": style.amount(euros: lapsed.other ?? 0),
        "difference": style.amount(euros: lapsed.difference ?? 0, signed: true),
      ])
  }

  private func verdict(_ goal: PairedFigures.Goal) -> String {
    guard let difference = goal.value.difference else { return text("goal.onlyOne") }
    guard difference != 0 else { return text("goal.same") }
    if let change = goal.value.change, abs(change) < 5e-5 { return text("goal.near") }
    let key = (difference < 0) == (goal.sense == .minimize) ? "goal.better" : "goal.worse"
    guard let change = goal.value.change else { return text(key, ["change": "–"]) }
    return text(key, ["change": Comparing.percent(change, style, places: 2)])
  }

  /// Need and means after the horizon.
  func after(_ pair: ComparedPair) -> [String] {
    let figures = pair.figures
    func amounts(_ pair: Pair) -> [String: String] {
      [
        "before": style.amount(euros: pair.baseline ?? 0),
        "after": style.amount(euros: pair.other ?? 0),
        "difference": style.amount(euros: pair.difference ?? 0, signed: true),
      ]
    }
    return [
      text("after.need", amounts(figures.need)), text("after.means", amounts(figures.means)),
      text("after.gap", amounts(figures.gap)),
    ]
  }

  /// Regions that get less or more, the largest movement first, and how many stay.
  func regions(
    _ pair: ComparedPair
  ) -> (losing: [String], winning: [String], same: Int) {
    let regions = pair.groups.filter { $0.dimension == .region }.sorted {
      ($0.total.difference, $0.name ?? "") < ($1.total.difference, $1.name ?? "")
    }
    func told(_ group: MovementGroup) -> String {
      let name = RegionNames.name(of: group.name ?? "", in: style.language)
      let amount = style.amount(euros: Double(group.total.difference), signed: true)
      let change = Comparing.change((group.total.before, group.total.after), style)
      return "\(name) \(amount) (\(change))"
    }
    let losing = regions.filter(\.total.band.isLoss)
    let winning = regions.filter(\.total.band.isGain).reversed()
    return (
      losing.map(told), winning.map(told), regions.count - losing.count - winning.count
    )
  }

  /// Whether more money took from anyone, and from whom.
  func taken(_ pair: ComparedPair) -> String {
    let taken = pair.taken
    let counted = pair.figures.counted.total.difference ?? 0
    let arguments = [
      "other": pair.other.name, "baseline": comparison.baseline.name,
      "money": style.amount(euros: abs(counted)),
      "losers": people(taken.losers.count), "winners": people(taken.winners),
      "lost": style.amount(euros: Double(taken.lost)),
      "gained": style.amount(euros: Double(taken.gained)),
    ]
    let outcome =
      taken.losers.isEmpty && taken.winners == 0
      ? "nobody" : taken.losers.isEmpty ? "noLosers" : taken.winners == 0 ? "noWinners" : "both"
    var sentence =
      text("taken.\(taken.means.rawValue)", arguments) + " " + text("taken.\(outcome)", arguments)
    if taken.tookDespiteMore {
      let names = taken.losers.prefix(Self.toldNames).map(told)
      let rest = taken.losers.count > names.count ? ", …" : ""
      sentence += " " + text("taken.from", ["names": names.joined(separator: ", ") + rest])
    }
    return sentence
  }

  private func people(_ count: Int) -> String {
    style.beneficiaries(count)
  }

  private func told(_ movement: Movement) -> String {
    let amount = style.amount(euros: Double(movement.difference), signed: true)
    let change = Comparing.change((movement.before, movement.after), style)
    return "\(movement.beneficiary.name) \(amount) (\(change))"
  }

  /// Those that fall, or rise, the most.
  func movers(_ pair: ComparedPair, rising: Bool, count: Int) -> [String] {
    // A euro of rounding moves nobody.
    pair.movements.largest(rising: rising, count: count).filter { $0.band != .unchanged }.map(told)
  }

  /// Beneficiaries that are followed, and by which rule they were chosen.
  func pinned(_ pair: ComparedPair) -> [String] {
    let lines = pair.pinned.map { movement in
      let beneficiary = movement.beneficiary
      let agents = beneficiary.size[.agents].map {
        style.counted($0, one: text("agent"), many: text("agents"))
      }
      let what = [agents, beneficiary.nisClass?.rawValue].compactMap { $0 }.joined(separator: ", ")
      return text(
        "pin",
        [
          "name": beneficiary.name, "id": beneficiary.id.rawValue,
          "what": what.isEmpty ? NumberStyle.none : what,
          "before": style.amount(euros: Double(movement.before)),
          "after": style.amount(euros: Double(movement.after)),
          "change": Comparing.change((movement.before, movement.after), style),
        ])
    }
    var sentences = lines
    if comparison.pinsAreTypical, !lines.isEmpty { sentences.append(text("pins.rule")) }
    return sentences
  }

  /// Name of a group of beneficiaries.
  func name(of group: MovementGroup) -> String {
    switch group.dimension {
    case .all: return text("everybody")
    case .size:
      guard let name = group.name else { return text("size.none") }
      let edges = name.split(whereSeparator: { $0 == "-" || $0 == "+" }).compactMap { Int($0) }
      let numbers = edges.map { style.integer($0) }
      if edges.count == 1 { return text("size.from", ["least": numbers[0]]) }
      return edges[0] == 0
        ? text("size.below", ["most": style.integer(edges[1] + 1)])
        : text("size.between", ["least": numbers[0], "most": numbers[1]])
    case .status: return text("status.\(group.name ?? "")")
    case .nisClass:
      return group.name.map { text("class", ["class": $0]) } ?? text("class.none")
    case .region: return RegionNames.name(of: group.name ?? "", in: style.language)
    }
  }
}
