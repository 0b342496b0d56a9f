// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import LinearProgramming
import PlanComparison
public import Wording

/// The page that a comparison ends with, as lines of text.
public enum ComparisonScreen {
  /// The page: who is compared, then one part for each scenario beside the baseline.
  ///
  /// - Parameters:
  ///   - comparison: what is told.
  ///   - folder: where the files were written; `nil` where they were not.
  ///   - language: language of the words and numbers.
  ///   - width: most columns of a line; at least 80.
  /// - Returns: lines without line ends.
  public static func lines(
    _ comparison: Comparison, folder: String? = nil, language: Language,
    width: Int = Screen.standardWidth
  ) -> [String] {
    let page = ComparisonPage(
      comparison: comparison, style: NumberStyle(language), width: max(80, width))
    var lines = page.heading()
    for place in comparison.pairs.indices { lines += [""] + page.part(place) }
    if let folder { lines += [""] + page.files(folder) }
    return lines
  }
}

/// Lays the page out.
private struct ComparisonPage {
  let comparison: Comparison
  let style: NumberStyle
  let width: Int

  /// Most changes of inputs that are told.
  private static let toldChanges = 10
  /// Most names in a list of beneficiaries.
  private static let toldNames = 4

  private func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
    Catalogue.text("compare.\(key)", in: style.language, arguments)
  }

  private func labelled(_ key: String, _ sentence: String) -> [String] {
    Screen.labelled(text(key), sentence, width)
  }

  private func letter(_ place: Int) -> String {
    TextLayout.letter(place) ?? "S\(place + 1)"
  }

  // MARK: Heading and files

  func heading() -> [String] {
    let summary = comparison.baseline.summary
    let title = Screen.title(summary.title, first: summary.firstYear, last: summary.lastYear)
    let count = style.beneficiaries(comparison.baseline.plan.population.count)
    var lines = TextLayout.wrapped(
      text("title", ["title": title, "count": count]), to: width)
    let scenarios = [comparison.baseline] + comparison.pairs.map(\.other)
    let longest = scenarios.map { TextLayout.columns($0.name) }.max() ?? 0
    let room = min(longest, max(20, width - 50))
    for (place, scenario) in scenarios.enumerated() {
      var status = text("status.\(scenario.summary.status.rawValue)")
      if scenario.source == .folder { status += " · " + text("fromFolder") }
      if place == 0 { status = text("baseline") + " · " + status }
      let name = TextLayout.left(TextLayout.cut(scenario.name, to: room), room)
      lines.append("  \(letter(place))  \(name)   \(status)")
    }
    return lines
  }

  func files(_ folder: String) -> [String] {
    let name = folder.hasSuffix("/") ? folder : folder + "/"
    return labelled("files", ([name] + ComparisonFolder.fileNames).joined(separator: "  "))
  }

  // MARK: One scenario against the baseline

  func part(_ place: Int) -> [String] {
    let pair = comparison.pairs[place]
    let letters = (letter(0), letter(place + 1))
    let rule = text(
      "against",
      [
        "other": pair.other.name, "baseline": comparison.baseline.name, "first": letters.0,
        "second": letters.1,
      ])
    let tables = ComparisonTables(pair: pair, letters: letters, style: style, width: width)
    return TextLayout.wrapped(rule, to: width) + inputs(pair) + [""] + tables.years() + [""]
      + goals(pair) + yearByYear(pair) + after(pair) + [""] + tables.bands() + [""] + regions(pair)
      + taken(pair)
      + movers(pair) + pinned(pair)
  }

  private func inputs(_ pair: ComparedPair) -> [String] {
    guard !pair.changes.isEmpty else {
      return labelled(
        "inputs", text(comparison.isYearByYear ? "inputs.yearByYear" : "inputs.none"))
    }
    var titles: [String: String] = [:]
    for vehicle in comparison.baseline.summary.vehicles + pair.other.summary.vehicles {
      titles[vehicle.vehicle] = titles[vehicle.vehicle] ?? vehicle.title
    }
    let words = InputWords(titles: titles, style: style)
    var sentences = pair.changes.prefix(Self.toldChanges).map {
      words.sentence($0, study: pair.other.summary.layers.first)
    }
    if pair.changes.count > sentences.count {
      let more = style.integer(pair.changes.count - sentences.count)
      sentences.append(text("inputs.more", ["count": more]))
    }
    return sentences.enumerated().flatMap { place, sentence in
      Screen.labelled(place == 0 ? text("inputs") : "", sentence, width)
    }
  }

  private func number(_ value: Double?) -> String {
    guard let value else { return NumberStyle.none }
    return style.figure(value)
  }

  private func goals(_ pair: ComparedPair) -> [String] {
    let told = pair.figures.goals.filter { $0.level != Goal.tieBreak.rawValue }
    let sentences = told.map { goal in
      let name = goal.level.split(separator: "+")
        .map { Catalogue.text("goal.\($0)", in: style.language) }.joined(separator: " + ")
      return text(
        "goal",
        [
          "goal": name, "before": number(goal.value.baseline), "after": number(goal.value.other),
          "verdict": verdict(goal),
        ])
    }
    return labelled("goals", sentences.joined(separator: " · "))
  }

  /// What planning by annual increments alone leaves unspent, and when no step of it knows better.
  private func yearByYear(_ pair: ComparedPair) -> [String] {
    guard comparison.isYearByYear else { return [] }
    let lapsed = pair.figures.lapsed.total
    let sentence = text(
      "yearByYear.text",
      [
        "before": style.amount(euros: lapsed.baseline ?? 0),
        "after": style.amount(euros: lapsed.other ?? 0),
        "difference": style.amount(euros: lapsed.difference ?? 0, signed: true),
      ])
    return labelled("yearByYear", sentence)
  }

  private func verdict(_ goal: PairedFigures.Goal) -> String {
    guard let difference = goal.value.difference else { return text("goal.onlyOne") }
    guard difference != 0 else { return text("goal.same") }
    if let change = goal.value.change, abs(change) < 5e-5 { return text("goal.near") }
    let key = (difference < 0) == (goal.sense == .minimize) ? "goal.better" : "goal.worse"
    guard let change = goal.value.change else { return text(key, ["change": "–"]) }
    return text(key, ["change": Comparing.percent(change, style, places: 2)])
  }

  private func after(_ pair: ComparedPair) -> [String] {
    let figures = pair.figures
    func amounts(_ pair: Pair) -> [String: String] {
      [
        "before": style.amount(euros: pair.baseline ?? 0),
        "after": style.amount(euros: pair.other ?? 0),
        "difference": style.amount(euros: pair.difference ?? 0, signed: true),
      ]
    }
    let sentences = [
      text("after.need", amounts(figures.need)), text("after.means", amounts(figures.means)),
      text("after.gap", amounts(figures.gap)),
    ]
    let label = text("after", ["year": comparison.baseline.summary.lastYear.description])
    return Screen.labelled(label, sentences.joined(separator: " · "), width)
  }

  // MARK: Winners and losers

  private func regions(_ pair: ComparedPair) -> [String] {
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
    let same = regions.count - losing.count - winning.count
    var lines = labelled(
      "regions.lose",
      losing.isEmpty ? text("regions.none") : losing.map(told).joined(separator: " · "))
    lines += labelled(
      "regions.win",
      winning.isEmpty ? text("regions.none") : winning.map(told).joined(separator: " · "))
    if same > 0 { lines += labelled("regions.same", style.integer(same)) }
    return lines
  }

  private func taken(_ pair: ComparedPair) -> [String] {
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
    return labelled("taken", sentence)
  }

  private func people(_ count: Int) -> String {
    style.beneficiaries(count)
  }

  private func told(_ movement: Movement) -> String {
    let amount = style.amount(euros: Double(movement.difference), signed: true)
    let change = Comparing.change((movement.before, movement.after), style)
    return "\(movement.beneficiary.name) \(amount) (\(change))"
  }

  private func movers(_ pair: ComparedPair) -> [String] {
    [("falls", false), ("rises", true)].flatMap { key, rising -> [String] in
      // A euro of rounding moves nobody.
      let largest = pair.movements.largest(rising: rising, count: Self.toldNames)
        .filter { $0.band != .unchanged }
      let names = largest.map(told).joined(separator: " · ")
      return labelled(key, largest.isEmpty ? text("movers.none") : names)
    }
  }

  private func pinned(_ pair: ComparedPair) -> [String] {
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
    return sentences.enumerated().flatMap { place, sentence in
      Screen.labelled(place == 0 ? text("pins") : "", sentence, width)
    }
  }
}
