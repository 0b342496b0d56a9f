// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics
internal import FundingModel
internal import Tables

extension StudyDecoder {
  /// The measures, in the order of their table, with what they need and what they do.
  mutating func measures() -> [Measure] {
    let prerequisites = prerequisites()
    let effects = effects()
    let contributions = contributions()
    var result: [Measure] = []
    for row in tables[.measures]?.table.rows ?? [] {
      guard let name = row.text("id"), let domain = row.text("domain") else { continue }
      let kinds: [Beneficiary.Kind] = words(row, "eligible_kinds")
      let statuses: [Beneficiary.Status] = words(row, "eligible_statuses")
      let id = MeasureID(name)
      result.append(
        Measure(
          id: id, title: row.text("title") ?? name, domain: DomainID(domain),
          leadActor: row.text("lead").flatMap(Measure.Actor.init(rawValue:)) ?? .establishment,
          oneOff: amount(row, "one_off"), recurring: amount(row, "recurring"),
          installationEffort: effort(row, "install_fte"), runningEffort: effort(row, "run_fte"),
          speed: row.share("speed").flatMap(Share.init) ?? .whole,
          prerequisites: prerequisites[id] ?? [], effects: effects[id] ?? [],
          contributions: contributions[id] ?? [],
          eligibility: Eligibility(statuses: statuses, kinds: kinds)))
    }
    checkCycles(result)
    return result
  }

  private func amount(_ row: Table.Row, _ nature: String) -> SizedAmount {
    let terms = TableRole.costDrivers.compactMap { driver, column in
      row.money("\(nature)_per_\(column)").map { SizedAmount.Term(driver, Money(cents: $0)) }
    }
    return SizedAmount(fixed: Money(cents: row.money("\(nature)_fixed") ?? 0), terms)
  }

  private func effort(_ row: Table.Row, _ column: String) -> SizedEffort {
    let perThousand = row.decimal("\(column)_per_1000_agents")
    return SizedEffort(
      fixed: FTE(row.decimal(column) ?? 0),
      perThousand.map { [SizedEffort.Term(.agents, FTE($0 / 1000))] } ?? [])
  }

  /// Words of a cell, separated by spaces.
  private mutating func words<Word: RawRepresentable & CaseIterable>(
    _ row: Table.Row, _ column: String
  ) -> [Word] where Word.RawValue == String {
    let allowed = Word.allCases.map(\.rawValue)
    var result: [Word] = []
    for text in (row.text(column) ?? "").split(separator: " ").map(String.init) {
      if let word = Word(rawValue: text) {
        result.append(word)
        continue
      }
      var arguments = ["text": text, "key": column, "allowed": allowed.joined(separator: ", ")]
      arguments["nearest"] = NearestSpelling.of(text, among: allowed)
      findings.add(Finding(.notAllowed, .error, at: row.position(of: column), arguments))
    }
    return result
  }

  // MARK: - Links of measures

  private mutating func prerequisites() -> [MeasureID: [MeasureID]] {
    var result: [MeasureID: [MeasureID]] = [:]
    for row in tables[.prerequisites]?.table.rows ?? [] {
      let measure = known(row, "measure", .measure)
      let needed = known(row, "needs", .measure)
      guard let measure, let needed else { continue }
      result[MeasureID(measure), default: []].append(MeasureID(needed))
    }
    return result
  }

  private mutating func effects() -> [MeasureID: [Measure.Effect]] {
    var result: [MeasureID: [Measure.Effect]] = [:]
    for row in tables[.effects]?.table.rows ?? [] {
      let measure = known(row, "measure", .measure)
      let threat = known(row, "threat", .threat)
      guard let measure, let threat, let share = row.share("effect") else { continue }
      guard share < 1 else {
        findings.add(
          Finding(
            .effectNotBelowOne, .error, at: row.position(of: "effect"),
            ["measure": measure, "threat": threat, "text": NumberText.shortest(share)]))
        continue
      }
      result[MeasureID(measure), default: []].append(
        Measure.Effect(threat: ThreatID(threat), share: share))
    }
    return result
  }

  private mutating func contributions() -> [MeasureID: [Measure.Contribution]] {
    var result: [MeasureID: [Measure.Contribution]] = [:]
    for row in tables[.contributions]?.table.rows ?? [] {
      let objective = known(row, "objective", .objective)
      let measure = known(row, "measure", .measure)
      let hasClass = row.text("nis_class") != nil
      let nisClass = known(row, "nis_class", .nisClass)
      guard let objective, let measure, let weight = row.share("weight"),
        !hasClass || nisClass != nil
      else { continue }
      result[MeasureID(measure), default: []].append(
        Measure.Contribution(
          objective: ObjectiveID(objective), nisClass: nisClass.map { NISClassID($0) },
          weight: weight))
    }
    return result
  }

  mutating func addPilots(to measures: inout [Measure], _ horizon: Horizon) {
    for pair in root.child(StudyKeys.pilots)?.pairs ?? [] {
      guard isKnown(pair.key, .measure, at: pair.keyPosition),
        let place = measures.firstIndex(where: { $0.id.rawValue == pair.key }),
        let until = pair.entry.value(PilotKeys.until),
        isWithin(until, horizon, at: pair.entry.position(of: PilotKeys.until))
      else { continue }
      measures[place].pilot = Measure.Pilot(
        until: until, share: pair.entry.value(PilotKeys.share),
        weight: pair.entry.value(PilotKeys.weight) ?? .units)
      measures[place].learningFactor = pair.entry.value(PilotKeys.learning) ?? 1
    }
  }

  // MARK: - Objectives and threats

  mutating func objectives() -> [NISObjective] {
    var result: [NISObjective] = []
    for row in tables[.objectives]?.table.rows ?? [] {
      guard let id = row.text("id") else { continue }
      let classes = (row.text("classes") ?? "").split(separator: " ").map { NISClassID("\($0)") }
      result.append(
        NISObjective(
          id: ObjectiveID(id), title: row.text("title") ?? id, weight: row.decimal("weight") ?? 1,
          classes: classes))
    }
    return result
  }

  /// The threats; each row is one band of sizes, in rising order, the last without an edge.
  mutating func threats() -> [Threat] {
    var rows: [(id: String, rows: [Table.Row])] = []
    for row in tables[.threats]?.table.rows ?? [] {
      guard let id = row.text("id") else { continue }
      if let place = rows.firstIndex(where: { $0.id == id }) {
        rows[place].rows.append(row)
      } else {
        rows.append((id, [row]))
      }
    }
    var result: [Threat] = []
    for (id, rows) in rows { if let threat = threat(id, rows) { result.append(threat) } }
    return result
  }

  private mutating func threat(_ id: String, _ rows: [Table.Row]) -> Threat? {
    guard let first = rows.first, let driver = first.text("by").flatMap(Driver.init(rawValue:))
    else { return nil }
    var bands: [Banded<Double>.Band] = []
    for (place, row) in rows.enumerated() {
      let edge = row.decimal("up_to")
      checkEdge(
        edge, after: bands.last?.upTo, isFirst: place == 0, isLast: place == rows.count - 1,
        at: row.position(of: "up_to"))
      if let by = row.text("by"), by != driver.rawValue {
        findings.add(
          Finding(
            .bandsByTwoSizes, .error, at: row.position(of: "by"),
            ["first": driver.rawValue, "text": by]))
      }
      bands.append(.init(upTo: edge, value: row.decimal("frequency") ?? 0))
    }
    for row in rows.dropFirst() {
      for column in ["severity_fixed", "severity_per_agent", "severity_per_bed"]
      where row.money(column) != nil && row.money(column) != first.money(column) {
        findings.add(
          Finding(
            .severityTwice, .error, at: row.position(of: column),
            ["threat": id, "first": "\(first.line)"]))
      }
    }
    let terms = [(Driver.agents, "severity_per_agent"), (.beds, "severity_per_bed")].compactMap {
      driver, column in row(first, column).map { SizedAmount.Term(driver, $0) }
    }
    return Threat(
      id: ThreatID(id), title: first.text("title") ?? id,
      frequency: Banded(driver: driver, bands: bands),
      severity: SizedAmount(fixed: row(first, "severity_fixed") ?? .zero, terms))
  }

  private func row(_ row: Table.Row, _ column: String) -> Money? {
    row.money(column).map { Money(cents: $0) }
  }

  /// Edges of bands must rise, and the last band has none.
  mutating func checkEdge(
    _ edge: Double?, after previous: Double?, isFirst: Bool, isLast: Bool,
    at position: SourcePosition
  ) {
    switch edge {
    case nil where !isLast: findings.add(Finding(.bandWithoutEdge, .error, at: position))
    case let edge? where isLast:
      findings.add(
        Finding(
          .lastBandHasEdge, .error, at: position, ["text": NumberText.shortest(edge)]))
    case let edge?:
      guard !isFirst, let previous, edge <= previous else { return }
      findings.add(
        Finding(
          .bandsOutOfOrder, .error, at: position,
          ["text": NumberText.shortest(edge), "previous": NumberText.shortest(previous)]))
    case nil: return
    }
  }

  // MARK: - Cycles

  /// Adds one finding per cycle of prerequisites, naming it in full.
  private mutating func checkCycles(_ measures: [Measure]) {
    var needs: [MeasureID: [MeasureID]] = [:]
    for measure in measures { needs[measure.id] = measure.prerequisites }
    var done: Set<MeasureID> = []
    for start in measures.map(\.id) where !done.contains(start) {
      var path: [MeasureID] = []
      var next: [Int] = []
      path.append(start)
      next.append(0)
      while let current = path.last, let place = next.last {
        let below = needs[current] ?? []
        guard place < below.count else {
          done.insert(current)
          path.removeLast()
          next.removeLast()
          continue
        }
        next[next.count - 1] += 1
        let needed = below[place]
        if let from = path.firstIndex(of: needed) {
          tellCycle(Array(path[from...]) + [needed])
        } else if !done.contains(needed) {
          path.append(needed)
          next.append(0)
        }
      }
    }
  }

  private mutating func tellCycle(_ cycle: [MeasureID]) {
    let links = zip(cycle, cycle.dropFirst()).map { ($0.rawValue, $1.rawValue) }
    let row = (tables[.prerequisites]?.table.rows ?? []).last { row in
      links.contains { $0.0 == row.text("measure") && $0.1 == row.text("needs") }
    }
    findings.add(
      Finding(
        .prerequisiteCycle, .error, at: row?.position(of: "needs"),
        ["cycle": cycle.map(\.rawValue).joined(separator: " → ")]))
  }
}
