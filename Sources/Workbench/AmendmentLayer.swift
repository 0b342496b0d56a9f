// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import FundingAnalysis
import FundingFormulation
import FundingModel
import StudyFiles
import Tables

/// Amendments as a layer, so that they can be planned, compared and kept.
struct AmendmentLayer {
  private let scenario: Scenario
  private var layer = LayerText.keys([("layer", .integer(1))])
  private var amended: Scenario

  /// Files of a layer: the layer itself, and the tables that it replaces, by name.
  struct Files {
    var layer: String
    var tables: [(name: String, bytes: [UInt8])]
  }

  /// Writes amendments down.
  ///
  /// - Parameters:
  ///   - amendments: What changes.
  ///   - scenario: The study as it stands.
  ///   - title: Title of the layer.
  ///   - description: What changes, in words.
  ///   - name: Name of the layer's file, which its tables take over.
  /// - Returns: The files.
  /// - Throws: `Findings` where an amendment is of something that no layer can change.
  static func files(
    of amendments: [Amendment], on scenario: Scenario, title: String, description: String,
    named name: String
  ) throws(Findings) -> Files {
    var writing = AmendmentLayer(scenario, amendments)
    writing.layer.set(["title"], to: .text(title))
    writing.layer.set(["description"], to: .text(description))
    for amendment in amendments { try writing.add(amendment.change) }
    var tables: [(name: String, bytes: [UInt8])] = []
    if amendments.contains(where: { $0.rule.family == .staffing }) {
      let file = "\(name)-staffing.csv"
      writing.layer.set(["tables", "staffing"], to: .text(file))
      tables.append((file, try writing.staffing()))
    }
    guard let text = writing.layer.yaml() else {
      throw Findings(Finding("repair.notWritable", .error))
    }
    return Files(layer: text, tables: tables)
  }

  private init(_ scenario: Scenario, _ amendments: [Amendment]) {
    self.scenario = scenario
    amended = scenario.amended(by: amendments)
  }

  private mutating func add(_ change: Amendment.Change) throws(Findings) {
    switch change {
    case .envelope(let id, let year, _, let to):
      layer.set(
        ["vehicles", id.rawValue, "amounts", year.description, "secured"], to: Self.money(to))
    case .targets(let nisClass, _, let lowered):
      for target in lowered { add(nisClass, target.objective) }
    case .territoryFloor(let id, _, _, _), .territoryCeiling(let id, _, _, _): addTerritory(id)
    case .staff: break
    case .deployment(let id, _, let to):
      layer.set(["rules", "deployment", id.rawValue, "share"], to: Self.share(to))
    case .pilots(let id, _, let to):
      layer.set(["pilots", id.rawValue, "share"], to: Self.share(to))
    case .ceiling(let id, _): add("ceiling", of: id, amended.vehicle(id)?.ceiling)
    case .floor(let id, _): add("floor", of: id, amended.vehicle(id)?.floor)
    case .rate(let id, _, let to):
      layer.set(["vehicles", id.rawValue, "rate"], to: Self.share(to))
    case .noLimitOfFalls(let id):
      layer.set(["vehicles", id.rawValue, "band", "drop"], to: .nothing)
    case .noLimitOfRises(let id):
      layer.set(["vehicles", id.rawValue, "band", "rise"], to: .nothing)
    case .noResults(let id):
      layer.set(["vehicles", id.rawValue, "mechanism"], to: .text("optimised"))
    case .ownFunds(_, let to):
      if let to {
        layer.set(["rules", "own_funds", "share"], to: Self.share(to))
      } else {
        layer.set(["rules", "own_funds"], to: .nothing)
      }
    case .softSustainability:
      layer.set(["rules", "sustainability", "hard"], to: .flag(false))
    case .ratioCap(_, let to):
      layer.set(["rules", "fairness", "ratio_cap"], to: .number(to))
    case .entitlement, .severalClaims, .noWorse:
      // Clauses of a mechanism, and a table of another plan: neither stands in a layer.
      throw Findings(Finding("repair.notWritable", .error))
    }
  }

  /// All years: a year that is not given would repeat the one before.
  private mutating func add(_ nisClass: NISClassID, _ objective: ObjectiveID) {
    guard
      let target = amended.targets.first(where: {
        $0.nisClass == nisClass && $0.objective == objective
      })
    else { return }
    let way = ["targets", nisClass.rawValue, objective.rawValue]
    for (year, level) in zip(amended.horizon.years, target.levels) {
      layer.set(way + [year.description], to: Self.share(level))
    }
    layer.set(way + ["hard"], to: .flag(target.isHard))
  }

  /// The rule without the groups that got one of their own, and theirs.
  private mutating func addTerritory(_ id: RuleID) {
    guard let old = scenario.territory.first(where: { $0.id == id }) else { return }
    let way = ["rules", "territory"]
    if let rest = amended.territory.first(where: { $0.id == id }) {
      layer.set(way + [id.rawValue, "members"], to: .list(rest.members.map(LayerText.text)))
    } else {
      layer.set(way + [id.rawValue], to: .nothing)
    }
    for rule in amended.territory
    where !scenario.territory.contains(where: { $0.id == rule.id })
      && rule.id.rawValue.hasPrefix("\(id.rawValue)-")
    {
      var entries: [(String, LayerText)] = [
        ("by", .text(rule.grouping.name)), ("members", .list(rule.members.map(LayerText.text))),
      ]
      if let floor = rule.floor { entries.append(("floor", .number(floor))) }
      if let ceiling = rule.ceiling { entries.append(("ceiling", .number(ceiling))) }
      entries += [
        ("weight", .text(old.weight.rawValue)),
        ("vehicles", .list(rule.vehicles.map { .text($0.rawValue) })),
        ("per", .text(rule.period.rawValue)),
      ]
      layer.set(way + [rule.id.rawValue], to: .keys(entries))
    }
  }

  private mutating func add(_ key: String, of id: VehicleID, _ limit: BeneficiaryLimit?) {
    guard let limit else { return }
    var entries: [(String, LayerText)] = []
    switch limit.schedule {
    case .sized(let amount):
      entries = [("fixed", Self.money(amount.fixed))]
      entries += amount.terms.map { ($0.driver.rawValue, Self.money($0.perUnit)) }
    case .banded(let bands):
      let written = bands.bands.map { band -> LayerText in
        var entry = [("amount", Self.money(band.value))]
        if let edge = band.upTo { entry.insert(("up_to", .number(edge)), at: 0) }
        return .keys(entry)
      }
      entries = [("by", .text(bands.driver.rawValue)), ("bands", .list(written))]
    }
    entries.append(("per", .text(limit.period.rawValue)))
    for (name, value) in entries {
      layer.set(["vehicles", id.rawValue, key, name], to: value)
    }
  }

  private func staffing() throws(Findings) -> [UInt8] {
    var writer = CSVWriter(columns: ["region", "year", "fte"], style: .study)
    for rule in amended.staffing {
      for (year, available) in zip(amended.horizon.years, rule.available) {
        try writer.append([
          .text(rule.region.rawValue), .integer(Int64(year.number)), .decimal(available.value),
        ])
      }
    }
    return writer.takeBytes()
  }

  private static func money(_ money: Money) -> LayerText {
    .text(
      money.cents % 100 == 0
        ? "\(money.cents / 100) €"
        : "\(Double(money.cents) / 100) €")
  }

  private static func share(_ share: Share) -> LayerText {
    // Thousandths are what amendments are rounded to; anything else is written in full.
    let percent = share.value * 100
    let rounded = (percent * 1e6).rounded() / 1e6
    return .text("\(rounded) %")
  }
}

extension Scenario {
  fileprivate func vehicle(_ id: VehicleID) -> Vehicle? { vehicles.first { $0.id == id } }
}
