// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics
internal import FundingModel
internal import Tables

extension StudyDecoder {
  private func rules(_ key: KeyDeclaration) -> Entry? {
    root.child(StudyKeys.rules)?.child(key)
  }

  /// Targets by class and objective; `all` first, then objectives named one by one.
  mutating func targets(_ horizon: Horizon) -> [CoverageTarget] {
    var result: [CoverageTarget] = []
    let objectives = objectives()
    for pair in root.child(StudyKeys.targets)?.pairs ?? []
    where isKnown(pair.key, .nisClass, at: pair.keyPosition) {
      let nisClass = NISClassID(pair.key)
      var ofClass: [CoverageTarget] = []
      if let all = pair.entry.child("all") {
        let (levels, isHard) = levels(all, horizon)
        for objective in objectives where objective.classes.contains(nisClass) {
          ofClass.append(
            CoverageTarget(
              nisClass: nisClass, objective: objective.id, levels: levels, isHard: isHard))
        }
      }
      for one in pair.entry.pairs where one.key != "all" {
        let (levels, isHard) = levels(one.entry, horizon)
        guard isKnown(one.key, .objective, at: one.keyPosition) else { continue }
        let id = ObjectiveID(one.key)
        if objectives.contains(where: { $0.id == id && !$0.classes.contains(nisClass) }) {
          findings.add(
            Finding(
              .targetNotForClass, .error, at: one.keyPosition,
              ["objective": one.key, "class": pair.key]))
          continue
        }
        let target = CoverageTarget(
          nisClass: nisClass, objective: id, levels: levels, isHard: isHard)
        if let place = ofClass.firstIndex(where: { $0.objective == id }) {
          ofClass[place] = target
        } else {
          ofClass.append(target)
        }
      }
      result += ofClass
    }
    return result
  }

  /// Levels by year: each year that is given holds until the next one given; 0 before the first.
  private mutating func levels(
    _ entry: Entry, _ horizon: Horizon
  ) -> (levels: [Share], isHard: Bool) {
    var given: [Int: Share] = [:]
    var places: [Int: SourcePosition] = [:]
    for pair in entry.pairs where pair.key != TargetKeys.hard.declaration.name {
      guard let number = Int(pair.key), isWithin(Year(number), horizon, at: pair.keyPosition),
        let index = horizon.index(of: Year(number)), let text = pair.entry.text,
        case .success(.share(let value)) = ScalarType.share.read(text)
      else { continue }
      given[index] = Share(value)
      places[index] = pair.entry.position
    }
    var levels: [Share] = []
    for index in 0..<horizon.count {
      let before = levels.last ?? .none
      let level = given[index] ?? before
      if level < before {
        findings.add(
          Finding(
            .targetFalls, .warning, at: places[index],
            [
              "year": "\(horizon.years[index])", "text": NumberText.shortest(level.value),
              "previous": NumberText.shortest(before.value),
            ]))
      }
      levels.append(level)
    }
    return (levels, entry.value(TargetKeys.hard) ?? false)
  }

  /// A grouping by its name; `nil` with a finding where there is no such column.
  private mutating func grouping(_ name: String, at position: SourcePosition) -> Grouping? {
    switch name {
    case "region": return .region
    case "department": return .department
    case "nis_class": return .nisClass
    case "status": return .status
    case "kind": return .kind
    default: return isKnown(name, .grouping, at: position) ? .column(name) : nil
    }
  }

  mutating func territory() -> [TerritoryRule] {
    typealias Keys = RuleKeys.Territory
    var result: [TerritoryRule] = []
    for pair in rules(RuleKeys.territory)?.pairs ?? [] {
      let entry = pair.entry
      guard let by = entry.value(Keys.by),
        let grouping = grouping(by, at: entry.position(of: Keys.by))
      else { continue }
      let floor = entry.value(Keys.floor)
      let ceiling = entry.value(Keys.ceiling)
      if let floor, let ceiling, floor > ceiling {
        findings.add(
          Finding(
            .floorAboveCeiling, .error, at: entry.position(of: Keys.floor),
            [
              "name": pair.key, "floor": NumberText.shortest(floor),
              "ceiling": NumberText.shortest(ceiling),
            ]))
      }
      if floor == nil, ceiling == nil {
        findings.add(Finding(.ruleSaysNothing, .warning, at: pair.keyPosition, ["name": pair.key]))
      }
      checkMembers(entry.child(Keys.members), of: grouping)
      result.append(
        TerritoryRule(
          id: RuleID(pair.key), grouping: grouping,
          members: (entry.child(Keys.members)?.items ?? []).compactMap(\.text), floor: floor,
          ceiling: ceiling, weight: entry.value(Keys.weight) ?? .agents,
          vehicles: known(entry.child(Keys.vehicles), .vehicle).map { VehicleID($0) },
          period: entry.value(Keys.per) ?? .horizon))
    }
    return result
  }

  /// Groups that nobody is in are told, since a rule would silently not apply to them.
  private mutating func checkMembers(_ entry: Entry?, of grouping: Grouping) {
    guard let entry, tables[.beneficiaries]?.isWhole == true else { return }
    let groups = Set(population.compactMap { grouping.group(of: $0.beneficiary) })
    for item in entry.items {
      guard let name = item.text, !groups.contains(name) else { continue }
      var arguments = ["name": name, "by": grouping.name]
      arguments["nearest"] = NearestSpelling.of(name, among: groups.sorted())
      findings.add(Finding(.unknownGroup, .error, at: item.position, arguments))
    }
  }

  mutating func deploymentRules(_ horizon: Horizon) -> [DeploymentRule] {
    typealias Keys = RuleKeys.Deployment
    var result: [DeploymentRule] = []
    for pair in rules(RuleKeys.deployment)?.pairs ?? [] {
      let entry = pair.entry
      let subject = subject(entry, pair)
      let within = entry.value(Keys.within).flatMap {
        grouping($0, at: entry.position(of: Keys.within))
      }
      let eligibility = eligibility(entry.child(Keys.eligible))
      guard let subject, let share = entry.value(Keys.share), let by = entry.value(Keys.by),
        isWithin(by, horizon, at: entry.position(of: Keys.by))
      else { continue }
      result.append(
        DeploymentRule(
          id: RuleID(pair.key), subject: subject, share: share, by: by,
          weight: entry.value(Keys.weight) ?? .units, eligibility: eligibility, within: within))
    }
    return result
  }

  private mutating func subject(_ entry: Entry, _ pair: Entry.Pair) -> DeploymentRule.Subject? {
    typealias Keys = RuleKeys.Deployment
    switch (entry.value(Keys.measure), entry.value(Keys.objective)) {
    case (let measure?, nil):
      return isKnown(measure, .measure, at: entry.position(of: Keys.measure))
        ? .measure(MeasureID(measure)) : nil
    case (nil, let objective?):
      return isKnown(objective, .objective, at: entry.position(of: Keys.objective))
        ? .objective(ObjectiveID(objective)) : nil
    default:
      findings.add(
        Finding(.measureOrObjective, .error, at: pair.keyPosition, ["name": pair.key]))
      return nil
    }
  }

  func sustainability() -> SustainabilityRule? {
    guard let entry = rules(RuleKeys.sustainability) else { return nil }
    return SustainabilityRule(
      isHard: entry.value(RuleKeys.Sustainability.hard) ?? false,
      ownShare: entry.value(RuleKeys.Sustainability.ownShare) ?? .none)
  }

  func ownFunds() -> OwnFundsRule? {
    guard let entry = rules(RuleKeys.ownFunds) else { return nil }
    return OwnFundsRule(
      affordable: sizedAmount(entry) ?? SizedAmount(),
      share: entry.value(RuleKeys.OwnFunds.share) ?? .whole)
  }

  mutating func fairness(_ planned: Set<BeneficiaryID>) -> FairnessRules {
    typealias Keys = RuleKeys.Fairness
    let entry = rules(RuleKeys.fairness)
    return FairnessRules(
      minimumCoverage: entry?.value(Keys.minimumCoverage) ?? false,
      noWorseThan: reference(planned), ratioCap: entry?.value(Keys.ratioCap),
      ratioWeight: entry?.value(Keys.ratioWeight) ?? .agents)
  }

  /// The goals in order; the standard order where the study names none.
  mutating func goals() -> [GoalLevel] {
    guard let entry = root.child(StudyKeys.goals), !entry.items.isEmpty else {
      return GoalLevel.standard
    }
    var result: [GoalLevel] = []
    var seen: Set<Goal> = []
    for item in entry.items {
      let terms = goalTerms(item)
      for term in terms where !seen.insert(term.goal).inserted {
        findings.add(
          Finding(.goalTwice, .error, at: item.position, ["name": term.goal.rawValue]))
      }
      guard !terms.isEmpty else { continue }
      result.append(GoalLevel(terms, tolerance: item.value(GoalKeys.tolerance) ?? 0))
    }
    return result
  }

  private mutating func goalTerms(_ item: Entry) -> [GoalLevel.Term] {
    let level = item.child(GoalKeys.level)
    let single = item.value(GoalKeys.goal)
    if item.child(GoalKeys.goal.declaration) != nil, level != nil {
      findings.add(Finding(.goalOrLevel, .error, at: item.position))
      return []
    }
    if let single { return [GoalLevel.Term(single)] }
    guard let level, !level.pairs.isEmpty else {
      if item.child(GoalKeys.goal.declaration) == nil {
        findings.add(Finding(.goalOrLevel, .error, at: item.position))
      }
      return []
    }
    return level.pairs.compactMap { pair in
      guard let goal = Goal(rawValue: pair.key), let text = pair.entry.text,
        case .success(.decimal(let weight)) = ScalarType.number(0...1e9).read(text)
      else { return nil }
      return GoalLevel.Term(goal, weight: weight)
    }
  }
}
