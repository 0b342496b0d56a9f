// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import Testing

@Suite struct `Restricting a scenario to one region` {
  private func unit(_ id: String, _ region: RegionID, agents: Double?) -> Beneficiary {
    var size = DriverValues()
    size[.agents] = agents
    return Beneficiary(id: BeneficiaryID(id), name: id, region: region, size: size)
  }

  private func vehicle(_ id: VehicleID, regions: [RegionID] = []) -> Vehicle {
    Vehicle(
      id: id, title: "", natures: [.oneOff], eligibility: Eligibility(regions: regions),
      amounts: [EnvelopeYear(secured: .euros(1000), announced: .euros(400))],
      afterHorizon: .euros(200))
  }

  private func service(_ id: ServiceID, regions: [RegionID] = []) -> SharedService {
    SharedService(
      id: id, title: "", measures: [], eligibility: Eligibility(regions: regions), unit: .agents,
      initialCapacity: 100, largestCapacity: 1000, buildCost: .zero, runCost: .zero, vehicles: [])
  }

  private func scenario() throws -> Scenario {
    let horizon = try #require(Horizon(first: Year(2026), count: 1))
    return Scenario(
      title: "national", horizon: horizon, economics: Economics(priceYear: Year(2026)),
      beneficiaries: [
        unit("a", "53", agents: 300), unit("b", "53", agents: nil), unit("c", "94", agents: 100),
        unit("d", "11", agents: 600),
      ],
      measures: [],
      vehicles: [
        vehicle("national"), vehicle("own", regions: ["53"]),
        vehicle("two", regions: ["53", "94"]),
        vehicle("other", regions: ["94"]),
      ],
      services: [
        service("national"), service("own", regions: ["53"]), service("other", regions: ["94"]),
      ],
      territory: [
        TerritoryRule(id: "regions", grouping: .region, floor: 1),
        TerritoryRule(id: "kinds", grouping: .kind, floor: 0.5),
      ],
      staffing: [
        StaffingRule(region: "53", available: [FTE(3)]),
        StaffingRule(region: "94", available: [FTE(1)]),
      ],
      deployment: [
        DeploymentRule(id: "all", subject: .measure("M1"), share: .whole, by: Year(2026)),
        DeploymentRule(
          id: "elsewhere", subject: .measure("M1"), share: .whole, by: Year(2026),
          eligibility: Eligibility(regions: ["94"])),
      ],
      fairness: FairnessRules(noWorseThan: ["a": .euros(1), "c": .euros(2)]),
      initialDeployment: [
        InitialDeployment("a", "M1", .whole), InitialDeployment("c", "M1", .whole),
      ],
      locked: [
        LockedIncrement("b", "M1", Year(2026), .none),
        LockedIncrement("d", "M1", Year(2026), .none),
      ])
  }

  @Test func `only what concerns its beneficiaries is kept`() throws {
    let part = try #require(try scenario().restricted(toRegion: "53", weight: .agents))
    #expect(part.beneficiaries.map(\.id) == ["a", "b"])
    #expect(part.initialDeployment.map(\.beneficiary) == ["a"])
    #expect(part.locked.map(\.beneficiary) == ["b"])
    #expect(part.fairness.noWorseThan == ["a": .euros(1)])
    #expect(part.staffing.map(\.region) == ["53"])
  }

  @Test func `money is shared by weight, and a unit that declared none weighs nothing`() throws {
    let part = try #require(try scenario().restricted(toRegion: "53", weight: .agents))
    #expect(part.scope?.share == 0.3)
    #expect(
      part.vehicles[0].amounts == [
        EnvelopeYear(secured: .euros(300), announced: .euros(120))
      ])
    #expect(part.vehicles[0].afterHorizon == .euros(60))
  }

  @Test func `money for this region alone stays whole, money for others is none`() throws {
    let part = try #require(try scenario().restricted(toRegion: "53", weight: .agents))
    #expect(part.vehicles.map(\.id) == ["national", "own", "two", "other"])
    #expect(part.vehicles[1].amounts[0].secured == .euros(1000))
    #expect(part.vehicles[2].amounts[0].secured == .euros(750))
    #expect(part.vehicles[3].amounts[0].secured == .zero)
  }

  @Test func `services for other regions go, national ones shrink`() throws {
    let part = try #require(try scenario().restricted(toRegion: "53", weight: .agents))
    #expect(part.services.map(\.id) == ["national", "own"])
    #expect(part.services[0].initialCapacity == 30)
    #expect(part.services[0].largestCapacity == 300)
    #expect(part.services[1].largestCapacity == 1000)
  }

  @Test func `rules between regions are left out and named`() throws {
    let part = try #require(try scenario().restricted(toRegion: "53", weight: .agents))
    #expect(part.territory.map(\.id) == ["kinds"])
    #expect(part.deployment.map(\.id) == ["all"])
    #expect(part.scope?.droppedRules == ["regions", "elsewhere"])
    #expect(part.scope?.nationalBeneficiaries == 4)
  }

  @Test func `a region that nobody is in, or a weight nobody has, gives nothing`() throws {
    #expect(try scenario().restricted(toRegion: "99", weight: .agents) == nil)
    #expect(try scenario().restricted(toRegion: "53", weight: .beds) == nil)
  }

  @Test func `the parts of all regions add up to the whole money`() throws {
    let whole = try scenario()
    let parts = ["53", "94", "11"].compactMap {
      whole.restricted(toRegion: RegionID($0), weight: .agents)
    }
    #expect(parts.count == 3)
    #expect(parts.map { $0.vehicles[0].amounts[0].secured }.reduce(.zero, +) == .euros(1000))
  }
}
