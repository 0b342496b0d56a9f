// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import FundingModel
import StudyFiles
import Testing

@Suite struct `The embedded national study` {
  static let models = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "models")
  static let layers = [
    "announced-money", "care-caps", "minus-20-percent", "no-regional-floor",
    "targets-one-year-later", "tranche-cancelled",
  ]

  static func scenario(_ layer: String? = nil) throws -> Scenario {
    let path = models.appending(path: "after-care.yaml").path
    let layers = layer.map { [models.appending(path: "layers/\($0).yaml").path] } ?? []
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

  @Test func `has a layer file for each layer that is tested`() throws {
    let folder = Self.models.appending(path: "layers").path
    let found = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(found == Self.layers.map { "\($0).yaml" })
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

  @Test func `minus 20 percent takes a fifth from every amount and no other`() throws {
    let base = try Self.scenario()
    let layered = try Self.scenario("minus-20-percent")
    for (before, after) in zip(base.vehicles, layered.vehicles) {
      for (old, new) in zip(before.amounts, after.amounts) {
        #expect(new.secured == old.secured.scaled(by: 0.8), "\(before.id)")
        #expect(new.announced == old.announced.scaled(by: 0.8), "\(before.id)")
      }
      #expect(after.afterHorizon == before.afterHorizon.scaled(by: 0.8))
    }
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
