// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import FundingModel
import StudyFiles
import Testing

@Suite struct `The embedded national study` {
  static let models = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "models")

  static func scenario(_ layer: String? = nil) throws -> Scenario {
    let path = models.appending(path: "after-care.yaml").path
    let layers = layer.map { [models.appending(path: "scenarios/\($0).yaml").path] } ?? []
    let reading = try StudyReader().read(StudySpecification(study: path, layers: layers))
    #expect(reading.warnings.all.isEmpty)
    return reading.study.scenario
  }

  /// Secured and announced money of a vehicle in one year, in millions of euros.
  static func money(_ scenario: Scenario, _ vehicle: VehicleID, _ year: Int) -> [Double] {
    scenario.vehicles.filter { $0.id == vehicle }.flatMap { found in
      [found.amounts[year - 2026].secured.euros, found.amounts[year - 2026].announced.euros]
        .map { $0 / 1_000_000 }
    }
  }

  @Test func `announced money counts nothing until its layer says so`() throws {
    let base = try Self.scenario()
    let layered = try Self.scenario("announced-money")
    func counted(_ scenario: Scenario) -> Double {
      scenario.vehicles.reduce(0) { sum, vehicle in
        sum + (0..<5).reduce(0) { $0 + vehicle.counted(in: $1).euros }
      }
    }
    #expect(counted(base) == 631_000_000)
    #expect(counted(layered) == 631_000_000 + 190_000_000 + 100_000_000 + 39_000_000)
  }

  @Test(arguments: [
    ("minus-20-percent", 0.8), ("minus-10-percent", 0.9), ("plus-10-percent", 1.1),
  ])
  func `a percentage scales every amount and nothing else`(layer: String, factor: Double) throws {
    let base = try Self.scenario()
    var layered = try Self.scenario(layer)
    for (before, after) in zip(base.vehicles, layered.vehicles) {
      for (old, new) in zip(before.amounts, after.amounts) {
        #expect(new.secured == old.secured.scaled(by: factor), "\(before.id)")
        #expect(new.announced == old.announced.scaled(by: factor), "\(before.id)")
      }
      #expect(after.afterHorizon == before.afterHorizon.scaled(by: factor))
    }
    for v in layered.vehicles.indices {
      layered.vehicles[v].amounts = base.vehicles[v].amounts
      layered.vehicles[v].afterHorizon = base.vehicles[v].afterHorizon
    }
    #expect(layered == base)
  }

  @Test func `a second tranche that never comes leaves the first as it is`() throws {
    let layered = try Self.scenario("second-tranche-never")
    #expect(Self.money(layered, "care-appels", 2026) == [40, 30])
    #expect(Self.money(layered, "care-continuite", 2027) == [25, 0])
    for year in 2028...2030 {
      #expect(Self.money(layered, "care-appels", year) == [0, 0])
      #expect(Self.money(layered, "care-continuite", year) == [0, 0])
    }
    #expect(Self.money(layered, "care-appels", 2027) == [0, 0])
  }

  @Test func `a cancelled tranche leaves the calls of 2027 empty`() throws {
    let layered = try Self.scenario("tranche-cancelled")
    #expect(Self.money(layered, "care-appels", 2027) == [0, 0])
    #expect(Self.money(layered, "care-appels", 2028) == [25, 40])
    #expect(Self.money(layered, "dotation", 2027) == [5, 5])
  }

  @Test func `targets one year later are last year's targets`() throws {
    let base = try Self.scenario()
    let layered = try Self.scenario("targets-one-year-later")
    #expect(base.targets.count == 35)
    for (before, after) in zip(base.targets, layered.targets) {
      #expect(after.levels == [.none] + before.levels.dropLast())
    }
  }

  @Test func `without a regional floor no rule between regions is left`() throws {
    #expect(try Self.scenario().territory.map(\.id) == ["regional-floor"])
    #expect(try Self.scenario("no-regional-floor").territory.isEmpty)
  }

  @Test func `care caps are one amount whatever the size`() throws {
    let vehicles = try Self.scenario("care-caps").vehicles
    let large = DriverValues([.agents: 5_000])
    #expect(vehicles.first { $0.id == "care-appels" }?.ceiling?.thousandsOfEuros(for: large) == 54)
    #expect(
      vehicles.first { $0.id == "care-continuite" }?.ceiling?.thousandsOfEuros(for: large) == 39)
  }

  @Test func `calls never pay what recurs`() throws {
    for vehicle in try Self.scenario().vehicles where vehicle.id.rawValue.hasPrefix("care-") {
      #expect(vehicle.natures == [.oneOff])
    }
  }

  @Test func `each objective is reached by its measures in full, in each class`() throws {
    let scenario = try Self.scenario()
    for objective in scenario.objectives {
      for nisClass in objective.classes {
        let weights = scenario.measures.flatMap(\.contributions)
          .filter { $0.objective == objective.id }
          .filter { $0.nisClass == nil || $0.nisClass == nisClass }
          .map(\.weight)
        #expect(abs(weights.reduce(0, +) - 1) < 1e-9, "\(objective.id) \(nisClass)")
      }
    }
  }

  @Test func `every measure has a cost, an effect on all four threats and a contribution`() throws {
    for measure in try Self.scenario().measures {
      let size = DriverValues([.agents: 1_000, .beds: 300, .workstations: 800, .sites: 2])
      #expect((measure.oneOff.thousandsOfEuros(for: size) ?? 0) > 0, "\(measure.id)")
      #expect((measure.recurring.thousandsOfEuros(for: size) ?? 0) > 0, "\(measure.id)")
      #expect(measure.effects.count == 4, "\(measure.id)")
      #expect(!measure.contributions.isEmpty, "\(measure.id)")
    }
  }
}
