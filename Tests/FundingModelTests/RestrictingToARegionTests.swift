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

  // Three regions of 300, 100 and 600 agents (the one that declared none weighs nothing), two years,
  // 1000 € a year that may wait. Of "national" 53 was paid 500 € in 2026, "c" 600 and "d" 800 in 2027;
  // of "late", which pays a year later, "b" 700 for the needs of 2026.
  private func paid() throws -> Scenario {
    var scenario = try scenario()
    scenario.horizon = try #require(Horizon(first: Year(2026), count: 2))
    var national = vehicle("national")
    national.amounts = [
      EnvelopeYear(secured: .euros(1000)), EnvelopeYear(secured: .euros(1000)),
    ]
    national.carryOver = .whole
    var late = national
    late.id = "late"
    late.lag = 1
    scenario.vehicles = [national, late]
    scenario.locked = []
    scenario.lockedYears = LockedYears(
      through: Year(2027),
      payments: [
        .init("a", "national", Year(2026), thousands: 0.5),
        .init("c", "national", Year(2027), thousands: 0.6),
        .init("d", "national", Year(2027), thousands: 0.8),
        .init("b", "late", Year(2026), thousands: 0.7),
      ])
    return scenario
  }

  // 53 has 3/10. "national": 400 € of 2026 were carried over for 2027, where 1400 were paid: of 2026
  // 1000 − 400 − 500 = 100 are free, of 2027 nothing: 500 + 30, then 0. 94 (1/10): 10, then 600.
  // 11 (6/10): 60, then 800. "late" pays the need of 2026 in 2027: 300, then 700 + 3/10·300 = 790.
  @Test func `what was paid stays where it was paid, and only the rest is shared`() throws {
    let whole = try paid()
    func euros(_ region: RegionID) throws -> [[Double]] {
      let part = try #require(whole.restricted(toRegion: region, weight: .agents))
      return part.vehicles.map { vehicle in
        part.horizon.years.indices.map { vehicle.counted(in: $0).euros }
      }
    }
    #expect(try euros("53") == [[530, 0], [300, 790]])
    #expect(try euros("94") == [[10, 600], [100, 30]])
    #expect(try euros("11") == [[60, 800], [600, 180]])
  }

  // M1 takes 100 € a year and is in place at "a" (53): of the 1000 € of 2027, 100 go there first and 3/10
  // of 900 after: 370; 94 has 90. At 20 times the cost the 1000 € are all that can be kept up.
  @Test func `what was done is kept up before the rest is shared`() throws {
    var whole = try paid()
    whole.vehicles = [whole.vehicles[0]]
    whole.vehicles[0].natures = [.oneOff, .recurring]
    whole.lockedYears = LockedYears(through: Year(2026))
    whole.locked = [LockedIncrement("a", "M1", Year(2026), .whole)]
    func euros(_ cost: Int64, _ region: RegionID) throws -> Double {
      whole.measures = [
        Measure(
          id: "M1", title: "M1", domain: "d", oneOff: SizedAmount(),
          recurring: SizedAmount(fixed: .euros(cost)))
      ]
      let part = try #require(whole.restricted(toRegion: region, weight: .agents))
      return part.vehicles[0].counted(in: 1).euros
    }
    #expect(try euros(100, "53") == 370 && euros(100, "94") == 90)
    #expect(try euros(2000, "53") == 1000 && euros(2000, "94") == 0)
  }

  // Of 1000 € 600 are secured and 400 announced, all counted on; 53 was paid 900. Its part of the 100
  // that are left is 30: 930, of which 3/10 of 400 stay announced. 94 was paid nothing: 1/10 of 100,
  // which is less than its part of what was announced.
  @Test func `announced money stays announced as far as it counts`() throws {
    var whole = try paid()
    whole.vehicles[0].amounts[0] = EnvelopeYear(secured: .euros(600), announced: .euros(400))
    whole.vehicles[0].announcedShare = .whole
    whole.lockedYears?.payments = [.init("a", "national", Year(2026), thousands: 0.9)]
    let here = try #require(whole.restricted(toRegion: "53", weight: .agents))
    #expect(
      here.vehicles[0].amounts[0] == EnvelopeYear(secured: .euros(810), announced: .euros(120)))
    let other = try #require(whole.restricted(toRegion: "94", weight: .agents))
    #expect(other.vehicles[0].amounts[0] == EnvelopeYear(announced: .euros(10)))
  }

  // A service of 1000 units at most, of which 100 stand: "a" (300 agents) uses 150 and "d" 60 in
  // 2026. 53 has what it uses, and 3/10 of the rest: 150 + 3/10·(1000 − 210) = 387 at most. Of the 100 that
  // stand, 110 less than are used: 150 − 33 = 117. The 200 € paid for it are scaled: 60 €.
  @Test func `of a shared service, payments are scaled and what is in use stays`() throws {
    var whole = try paid()
    whole.services = [service("soc")]
    whole.services[0].measures = ["M1"]
    whole.services[0].vehicles = ["national"]
    whole.locked = [
      LockedIncrement("a", "M1", Year(2026), Share(clamping: 0.5)),
      LockedIncrement("d", "M1", Year(2026), Share(clamping: 0.1)),
    ]
    whole.lockedYears?.payments = []
    whole.lockedYears?.services = [.init("soc", "national", .oneOff, Year(2026), thousands: 0.2)]
    let part = try #require(whole.restricted(toRegion: "53", weight: .agents))
    #expect(abs((part.services[0].largestCapacity ?? 0) - 387) < 1e-9)
    #expect(abs(part.services[0].initialCapacity - 117) < 1e-9)
    #expect(abs((part.lockedYears?.services[0].thousands ?? 0) - 0.06) < 1e-12)
    // 60 € of the 200 that were paid, and 3/10 of the other 800.
    #expect(part.vehicles[0].amounts[0].secured == .euros(300))
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
