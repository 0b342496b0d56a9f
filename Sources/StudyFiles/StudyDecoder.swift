// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics
internal import FundingModel
internal import Tables

/// A table that was read, and where the study names it.
struct LoadedTable: Sendable {
  var role: TableRole
  var table: Table
  /// Origin of the path: which layer named the file.
  var origin: Provenance
  /// Whether the whole file could be read; where not, names that are missing are no news.
  var isWhole: Bool
}

/// Makes a scenario of the merged values and the tables, checking every link between them.
struct StudyDecoder {
  let root: Entry
  let tables: [TableRole: LoadedTable]
  /// Whether errors were found before, so that what is missing may only be a part refused.
  let isSpoiled: Bool
  var findings = Findings()
  var names = StudyNames()

  /// Beneficiaries of the table, before the population is narrowed, each with its row.
  var population: [(beneficiary: Beneficiary, row: Table.Row)] = []

  init(root: Entry, tables: [TableRole: LoadedTable], isSpoiled: Bool) {
    self.root = root
    self.tables = tables
    self.isSpoiled = isSpoiled
  }

  /// The scenario, or `nil` where a part without which there is none could not be read.
  mutating func scenario() -> Scenario? {
    names = StudyNames(root: root, tables: tables)
    guard let horizon = horizon() else { return nil }
    let economics = economics(horizon)
    population = beneficiaries()
    let narrowed = narrowedPopulation()
    var measures = measures()
    addPilots(to: &measures, horizon)
    let scenario = Scenario(
      title: root.value(StudyKeys.title) ?? "", horizon: horizon, economics: economics,
      beneficiaries: narrowed.map(\.beneficiary), measures: measures, objectives: objectives(),
      threats: threats(), vehicles: vehicles(horizon), services: services(),
      targets: targets(horizon), territory: territory(), staffing: staffing(horizon),
      deployment: deploymentRules(horizon),
      fairness: fairness(Set(narrowed.map(\.beneficiary.id))), sustainability: sustainability(),
      ownFunds: ownFunds(), classWeights: classWeights(),
      amendmentCosts: amendmentCosts(),
      initialDeployment: initialDeployment(Set(narrowed.map(\.beneficiary.id))),
      locked: locked(horizon, Set(narrowed.map(\.beneficiary.id))),
      lockedYears: lockedYears(horizon, Set(narrowed.map(\.beneficiary.id))), goals: goals())
    checkDomainTitles()
    checkSense(scenario, narrowed)
    return scenario
  }

  // MARK: - Links

  /// Whether a name is one of those that exist; a finding with the nearest otherwise.
  ///
  /// A region that nobody is in is worth a warning only: national rules are used with the
  /// beneficiaries of one region.
  mutating func isKnown(
    _ name: String, _ kind: StudyNames.Kind, at position: SourcePosition?
  ) -> Bool {
    if names.has(name, kind) { return true }
    var arguments = ["name": name]
    arguments["nearest"] = NearestSpelling.of(name, among: names.sorted(kind))
    findings.add(
      Finding(.unknown(kind), kind == .region ? .warning : .error, at: position, arguments))
    return kind == .region
  }

  /// Names of a list that exist.
  mutating func known(_ entry: Entry?, _ kind: StudyNames.Kind) -> [String] {
    var result: [String] = []
    for item in entry?.items ?? [] {
      guard let name = item.text, isKnown(name, kind, at: item.position) else { continue }
      guard !result.contains(name) else {
        findings.add(Finding(.repeatedItem, .error, at: item.position, ["name": name]))
        continue
      }
      result.append(name)
    }
    return result
  }

  /// Names of a table's rows that exist.
  mutating func known(_ row: Table.Row, _ column: String, _ kind: StudyNames.Kind) -> String? {
    guard let name = row.text(column) else { return nil }
    return isKnown(name, kind, at: row.position(of: column)) ? name : nil
  }

  /// Words of a list, as values of an enumeration; others were told already.
  func words<Word: RawRepresentable>(_ entry: Entry?) -> [Word] where Word.RawValue == String {
    (entry?.items ?? []).compactMap { $0.text.flatMap(Word.init(rawValue:)) }
  }

  mutating func eligibility(_ entry: Entry?) -> Eligibility {
    guard let entry else { return .everybody }
    return Eligibility(
      regions: known(entry.child(EligibleKeys.regions), .region).map { RegionID($0) },
      classes: known(entry.child(EligibleKeys.classes), .nisClass).map { NISClassID($0) },
      statuses: words(entry.child(EligibleKeys.statuses)),
      kinds: words(entry.child(EligibleKeys.kinds)))
  }

  /// A year of the plan; a finding where it is not.
  mutating func isWithin(_ year: Year, _ horizon: Horizon, at position: SourcePosition?) -> Bool {
    if horizon.index(of: year) != nil { return true }
    findings.add(
      Finding(
        .yearOutside, .error, at: position,
        ["year": "\(year)", "first": "\(horizon.first)", "last": "\(horizon.last)"]))
    return false
  }

  // MARK: - Horizon and prices

  private mutating func horizon() -> Horizon? {
    guard let entry = root.child(StudyKeys.horizon),
      let first = entry.value(StudyKeys.Horizon.first),
      let count = entry.value(StudyKeys.Horizon.years)
    else { return nil }
    if let horizon = Horizon(first: first, count: count) { return horizon }
    findings.add(
      Finding(
        .emptyHorizon, .error, at: entry.position(of: StudyKeys.Horizon.years),
        ["text": "\(count)"]))
    return nil
  }

  private func economics(_ horizon: Horizon) -> Economics {
    guard let entry = root.child(StudyKeys.economics) else {
      return Economics(priceYear: horizon.first)
    }
    typealias Keys = StudyKeys.Economics
    return Economics(
      priceYear: entry.value(Keys.priceYear) ?? horizon.first,
      inflation: entry.value(Keys.inflation) ?? 0, discount: entry.value(Keys.discount) ?? 0,
      lossPieces: entry.value(Keys.lossPieces) ?? 6,
      existingCostsOutsidePlan: entry.value(Keys.existing) ?? true,
      shortfallWeight: entry.value(Keys.shortfallWeight) ?? .units)
  }

  private mutating func classWeights() -> [NISClassID: Double] {
    var weights: [NISClassID: Double] = [:]
    for pair in root.child(StudyKeys.classWeights)?.pairs ?? [] {
      guard isKnown(pair.key, .nisClass, at: pair.keyPosition), let text = pair.entry.text,
        case .success(.decimal(let weight)) = ScalarType.number(0...1e6).read(text)
      else { continue }
      weights[NISClassID(pair.key)] = weight
    }
    return weights
  }

  private func amendmentCosts() -> [AmendableRule: Double] {
    var costs: [AmendableRule: Double] = [:]
    for pair in root.child(StudyKeys.amendmentCosts)?.pairs ?? [] {
      guard let rule = AmendableRule(rawValue: pair.key), let text = pair.entry.text,
        case .success(.decimal(let cost)) = ScalarType.number(StudyKeys.amendmentCost).read(text)
      else { continue }
      costs[rule] = cost
    }
    return costs
  }

  private mutating func checkDomainTitles() {
    for pair in root.child(StudyKeys.domains)?.pairs ?? [] {
      _ = isKnown(pair.key, .domain, at: pair.keyPosition)
    }
  }
}
