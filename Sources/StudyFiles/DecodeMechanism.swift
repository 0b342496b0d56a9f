// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics
internal import FundingModel
internal import Tables

/// Makes a mechanism of the values of its file, checking every link to the study.
struct MechanismDecoder {
  typealias Keys = MechanismKeys.Clause

  let scenario: Scenario
  var findings = Findings()

  init(_ scenario: Scenario) { self.scenario = scenario }

  /// The mechanism; what is wrong with it stands in ``findings``.
  mutating func mechanism(_ root: Entry, id: String) -> FundingMechanism? {
    guard let kind = root.value(MechanismKeys.kind) else { return nil }
    let pairs = root.child(MechanismKeys.clauses)?.pairs ?? []
    if pairs.isEmpty {
      findings.add(Finding(.clauseMissing, .error, at: root.position))
      return nil
    }
    var clauses: [(clause: MechanismClause, place: Entry.Pair)] = []
    for pair in pairs {
      guard let clause = clause(pair, kind) else { continue }
      clauses.append((clause, pair))
    }
    checkShares(clauses)
    checkClaims(clauses)
    if kind == .degressive { checkWindows(clauses) }
    return FundingMechanism(
      id: id, title: root.value(MechanismKeys.title) ?? id, kind: kind,
      clauses: clauses.map(\.clause))
  }

  // MARK: - One clause

  private mutating func clause(
    _ pair: Entry.Pair, _ kind: FundingMechanism.Kind
  ) -> MechanismClause? {
    let entry = pair.entry
    checkKind(pair, kind)
    let from = year(entry, Keys.from) ?? scenario.horizon.first
    let to = year(entry, Keys.to) ?? scenario.horizon.last
    if to < from {
      findings.add(
        Finding(
          .clauseReversed, .error, at: entry.position(of: Keys.to),
          ["name": pair.key, "from": "\(from)", "to": "\(to)"]))
    }
    let taper = (entry.child(Keys.taper)?.items ?? []).compactMap { item -> Share? in
      guard let text = item.text, case .success(.share(let value)) = ScalarType.share.read(text)
      else { return nil }
      return Share(value)
    }
    if let list = entry.child(Keys.taper), scenario.horizon.index(of: to) != nil {
      isWithin(Year(to.number + taper.count), at: list.position)
    }
    guard let basis = basis(pair) else { return nil }
    var clause = MechanismClause(
      id: RuleID(pair.key), title: entry.value(Keys.title) ?? pair.key, vehicles: vehicles(pair),
      eligibility: eligibility(entry.child(Keys.eligible)), from: from, to: to, taper: taper,
      basis: basis,
      fillsEnvelope: entry.value(Keys.fills) ?? false, excess: entry.value(Keys.excess) ?? .cut,
      rate: entry.value(Keys.rate), results: objectives(entry.child(Keys.results)),
      target: entry.value(Keys.target) ?? .whole, takers: takers(entry.child(Keys.takers)))
    if let name = entry.value(Keys.pool) {
      clause.pool = grouping(name, at: entry.position(of: Keys.pool))
    }
    takeShares(entry.child(Keys.share), into: &clause)
    clause.claim = entry.value(Keys.claim).map { RuleID($0) }
    if clause.claim != nil, clause.pool != nil {
      findings.add(
        Finding(
          .clauseClaimOfPool, .error, at: entry.position(of: Keys.claim), ["name": pair.key]))
    }
    if clause.excess == .firstCome, clause.takers?.seed == nil {
      findings.add(
        Finding(
          .clauseSeedNeeded, .error, at: entry.position(of: Keys.excess), ["name": pair.key]))
    }
    checkPopulation(clause, pair)
    return clause
  }

  /// What it shares out, in all years or by year.
  private mutating func takeShares(_ entry: Entry?, into clause: inout MechanismClause) {
    guard let entry else { return }
    for pair in entry.pairs {
      guard let number = Int(pair.key) else { continue }
      let year = Year(number)
      guard year >= clause.from, year <= clause.last else {
        findings.add(
          Finding(
            .clauseShareOutside, .error, at: pair.keyPosition,
            [
              "name": clause.id.rawValue, "year": "\(year)", "first": "\(clause.from)",
              "last": "\(clause.last)",
            ]))
        continue
      }
      if let text = pair.entry.text, case .success(.share(let value)) = ScalarType.share.read(text)
      {
        clause.shareByYear[year] = Share(value)
      }
    }
    clause.share =
      entry.value(Keys.shareValue) ?? (clause.shareByYear.isEmpty ? .whole : Share.none)
  }

  /// Each kind has keys that make it what it is.
  private mutating func checkKind(_ pair: Entry.Pair, _ kind: FundingMechanism.Kind) {
    let own: [(key: KeyDeclaration, kinds: [FundingMechanism.Kind])] = [
      (Keys.rate.declaration, [.matched]),
      (Keys.results, [.results, .degressive]),
      (Keys.takers, [.call]),
      (Keys.pool.declaration, [.mutualised]),
    ]
    for (key, kinds) in own where kinds.contains(kind) && pair.entry.child(key) == nil {
      findings.add(
        Finding(
          .clauseKeyNeeded, .error, at: pair.keyPosition,
          ["name": pair.key, "key": key.name, "kind": kind.rawValue]))
    }
    let needed: KeyDeclaration? =
      switch kind {
      case .flat, .degressive, .results, .call: Keys.amount
      case .prorata: Keys.weight
      case .matched, .mutualised: nil
      }
    if let needed, pair.entry.child(needed) == nil {
      findings.add(
        Finding(
          .clauseKeyNeeded, .error, at: pair.keyPosition,
          ["name": pair.key, "key": needed.name, "kind": kind.rawValue]))
    }
    // A call may pay on results, and anything may be matched; the rest says another kind.
    for key in [Keys.takers, Keys.pool.declaration] {
      guard let entry = pair.entry.child(key) else { continue }
      let belongs = own.first { $0.key.name == key.name }?.kinds.contains(kind) ?? true
      if !belongs {
        findings.add(
          Finding(
            .clauseKeyOfOther, .error, at: entry.position,
            ["name": pair.key, "key": key.name, "kind": kind.rawValue]))
      }
    }
    if let entry = pair.entry.child(Keys.target.declaration), pair.entry.child(Keys.results) == nil
    {
      findings.add(
        Finding(
          .clauseKeyNeeded, .error, at: entry.position,
          ["name": pair.key, "key": "results", "kind": kind.rawValue]))
    }
  }

  private mutating func basis(_ pair: Entry.Pair) -> MechanismClause.Basis? {
    let amount = pair.entry.child(Keys.amount)
    let weight = pair.entry.child(Keys.weight)
    guard (amount == nil) != (weight == nil) else {
      findings.add(Finding(.clauseBasis, .error, at: pair.keyPosition, ["name": pair.key]))
      return nil
    }
    if let amount { return schedule(amount).map { .amount($0) } }
    guard let weight else { return nil }
    let terms = zip(Driver.allCases, MechanismKeys.Weight.terms).compactMap { driver, key in
      weight.value(key).map { MechanismWeight.Term(driver, $0) }
    }.filter { $0.factor > 0 }
    let risk = weight.value(MechanismKeys.Weight.risk) ?? 0
    guard !terms.isEmpty || risk > 0 else {
      findings.add(Finding(.clauseBasis, .error, at: weight.position, ["name": pair.key]))
      return nil
    }
    return .weight(MechanismWeight(terms, risk: risk))
  }

  private mutating func schedule(_ entry: Entry) -> BeneficiaryLimit.Schedule? {
    typealias Amount = MechanismKeys.Amount
    let fixed = entry.value(SizedKeys.fixed)
    let terms = zip(Driver.declarable, SizedKeys.terms).compactMap { driver, key in
      entry.value(key).map { SizedAmount.Term(driver, $0) }
    }
    let isSized = fixed != nil || !terms.isEmpty
    guard let bands = entry.child(Amount.bands) else {
      guard isSized, entry.child(Amount.by.declaration) == nil else {
        findings.add(Finding(.limitWithoutAmount, .error, at: entry.position))
        return nil
      }
      return .sized(SizedAmount(fixed: fixed ?? .zero, terms))
    }
    if isSized {
      findings.add(Finding(.limitTwoWays, .error, at: bands.position))
      return nil
    }
    guard let driver = entry.value(Amount.by) else {
      findings.add(Finding(.bandsWithoutSize, .error, at: bands.position))
      return nil
    }
    guard !bands.items.isEmpty else {
      findings.add(Finding(.limitWithoutAmount, .error, at: bands.position))
      return nil
    }
    return .banded(Banded(driver: driver, bands: steps(bands.items)))
  }

  private mutating func steps(_ items: [Entry]) -> [Banded<Money>.Band] {
    typealias Amount = MechanismKeys.Amount
    var steps: [Banded<Money>.Band] = []
    for (place, item) in items.enumerated() {
      let edge = item.value(Amount.upTo)
      let previous = steps.last?.upTo ?? (place == 0 ? 0 : nil)
      let position = item.position(of: Amount.upTo)
      if edge == nil, place < items.count - 1 {
        findings.add(Finding(.bandWithoutEdge, .error, at: position))
      } else if let edge, place == items.count - 1 {
        findings.add(
          Finding(.lastBandHasEdge, .error, at: position, ["text": NumberText.shortest(edge)]))
      } else if let edge, let previous, place > 0, edge <= previous {
        findings.add(
          Finding(
            .bandsOutOfOrder, .error, at: position,
            ["text": NumberText.shortest(edge), "previous": NumberText.shortest(previous)]))
      }
      if let from = item.value(Amount.from), let previous, from != previous {
        findings.add(
          Finding(
            from < previous ? .bandsOverlap : .bandsGap, .error,
            at: item.position(of: Amount.from),
            ["from": NumberText.shortest(from), "previous": NumberText.shortest(previous)]))
      }
      if let amount = item.value(Amount.amount) {
        steps.append(.init(upTo: edge, value: amount))
      } else if item.child(Amount.amount.declaration) == nil {
        findings.add(
          Finding(.missingKey, .error, at: item.position, ["key": "amount", "in": "bands"]))
      }
    }
    return steps
  }

  private mutating func takers(_ entry: Entry?) -> Takers? {
    typealias Classes = MechanismKeys.TakerKeys
    guard let entry else { return nil }
    var classes: [Takers.Class] = []
    for pair in entry.child(Classes.classes)?.pairs ?? [] {
      classes.append(
        Takers.Class(
          name: pair.key, eligibility: eligibility(pair.entry.child(Classes.eligible)),
          apply: pair.entry.value(Classes.apply) ?? .whole,
          succeed: pair.entry.value(Classes.succeed) ?? .whole))
    }
    return Takers(classes, seed: entry.value(Classes.seed))
  }

  // MARK: - Links

  private mutating func vehicles(_ pair: Entry.Pair) -> [VehicleID] {
    guard let list = pair.entry.child(Keys.vehicles) else {
      return scenario.vehicles.filter(\.paysBeneficiaries).map(\.id)
    }
    var result: [VehicleID] = []
    for item in list.items {
      guard let name = item.text else { continue }
      guard let vehicle = scenario.vehicles.first(where: { $0.id.rawValue == name }) else {
        unknown(name, .vehicle, among: scenario.vehicles.map(\.id.rawValue), at: item.position)
        continue
      }
      guard vehicle.paysBeneficiaries else {
        findings.add(Finding(.clauseVehicle, .error, at: item.position, ["name": name]))
        continue
      }
      guard !result.contains(vehicle.id) else {
        findings.add(Finding(.repeatedItem, .error, at: item.position, ["name": name]))
        continue
      }
      result.append(vehicle.id)
    }
    return result
  }

  private mutating func objectives(_ entry: Entry?) -> [ObjectiveID] {
    let names = scenario.objectives.map(\.id.rawValue)
    return known(entry, .objective, among: names).map { ObjectiveID($0) }
  }

  private mutating func eligibility(_ entry: Entry?) -> Eligibility {
    guard let entry else { return .everybody }
    let regions = Set(scenario.beneficiaries.map(\.region.rawValue)).sorted()
    let classes = Set(
      scenario.objectives.flatMap(\.classes).map(\.rawValue)
        + scenario.beneficiaries.compactMap(\.nisClass?.rawValue)
    ).sorted()
    func words<Word: RawRepresentable>(_ key: KeyDeclaration) -> [Word]
    where Word.RawValue == String {
      (entry.child(key)?.items ?? []).compactMap { $0.text.flatMap(Word.init(rawValue:)) }
    }
    return Eligibility(
      regions: known(entry.child(EligibleKeys.regions), .region, among: regions)
        .map { RegionID($0) },
      classes: known(entry.child(EligibleKeys.classes), .nisClass, among: classes)
        .map { NISClassID($0) },
      statuses: words(EligibleKeys.statuses), kinds: words(EligibleKeys.kinds))
  }

  private mutating func known(
    _ entry: Entry?, _ kind: StudyNames.Kind, among names: [String]
  ) -> [String] {
    var result: [String] = []
    for item in entry?.items ?? [] {
      guard let name = item.text else { continue }
      if names.contains(name) {
        result.append(name)
      } else {
        unknown(name, kind, among: names, at: item.position)
      }
    }
    return result
  }

  private mutating func unknown(
    _ name: String, _ kind: StudyNames.Kind, among names: [String], at position: SourcePosition?
  ) {
    var arguments = ["name": name]
    arguments["nearest"] = NearestSpelling.of(name, among: names)
    findings.add(Finding(.unknown(kind), .error, at: position, arguments))
  }

  private mutating func grouping(_ name: String, at position: SourcePosition) -> Grouping? {
    let fixed: [Grouping] = [.region, .department, .nisClass, .status, .kind]
    if let grouping = fixed.first(where: { $0.name == name }) { return grouping }
    let columns = Set(scenario.beneficiaries.flatMap { $0.groups.keys }).sorted()
    if columns.contains(name) { return .column(name) }
    unknown(name, .grouping, among: fixed.map(\.name) + columns, at: position)
    return nil
  }

  /// A year of the plan; a finding where it is not.
  private mutating func year(_ entry: Entry, _ key: Key<Year>) -> Year? {
    guard let year = entry.value(key) else { return nil }
    isWithin(year, at: entry.position(of: key))
    return year
  }

  private mutating func isWithin(_ year: Year, at position: SourcePosition) {
    let horizon = scenario.horizon
    guard horizon.index(of: year) == nil else { return }
    findings.add(
      Finding(
        .yearOutside, .error, at: position,
        ["year": "\(year)", "first": "\(horizon.first)", "last": "\(horizon.last)"]))
  }
}
