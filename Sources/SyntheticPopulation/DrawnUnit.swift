// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import SeededDraws

/// A unit as drawn, before it has a number and a name.
struct DrawnUnit {
  /// Class it was drawn from.
  let profile: ClassProfile
  /// INSEE code of its region.
  let region: String
  /// Head-count of agents.
  let agents: Int
  /// Beds.
  let beds: Int
  /// Workstations.
  let workstations: Int
  /// Sites.
  let sites: Int
  /// Stays per year.
  let stays: Int
  /// Multiplier of the expected loss.
  let risk: Double
  /// Whether it takes part in pilot phases.
  let isPilot: Bool

  /// Multipliers of the expected loss that are drawn from (assumption; mean 1.03).
  static let risks = [0.75, 0.9, 1, 1, 1.1, 1.4]
  /// Workstations per agent, least and most (assumption: no published source).
  static let workstationsPerAgent = (0.6, 1.0)
  /// Share of the units that take part in pilot phases (assumption).
  static let pilotShare = 0.1

  /// Draws the units of one class.
  ///
  /// Sizes are stratified: unit i of n is drawn between the quantiles i/n and (i+1)/n, so that a
  /// population is as near to the curve as its number of units allows.
  static func draw(
    _ count: Int, of profile: ClassProfile, using generator: inout SeededGenerator
  ) -> [DrawnUnit] {
    let perRegion = apportion(count, to: profile.regions.map(\.units))
    let regions = perRegion.indices.flatMap { Array(repeating: $0, count: perRegion[$0]) }
    var agents = generator.order(count).map { rank in
      Int(profile.agents.value(at: (Double(rank) + generator.unit()) / Double(count)).rounded())
    }
    RegionalFit.improve(
      &agents, regions: regions, weights: profile.regions.map(\.hundredsOfAgents),
      using: &generator)
    let ranks = Ranks(agents: agents, of: profile, using: &generator)
    return (0..<count).map { unit in
      let size = Double(agents[unit])
      let band = profile.band(agents: agents[unit])
      let perAgent =
        workstationsPerAgent.0
        + generator.unit() * (workstationsPerAgent.1 - workstationsPerAgent.0)
      return DrawnUnit(
        profile: profile, region: profile.regions[regions[unit]].region, agents: agents[unit],
        beds: Int((size * band.beds.value(at: ranks.beds[unit])).rounded()),
        workstations: max(1, Int((size * perAgent).rounded())),
        sites: max(1, Int(band.sites.value(at: ranks.sites[unit]).rounded())),
        stays: Int((size * band.stays.value(at: ranks.stays[unit])).rounded()),
        risk: generator.pick(risks), isPilot: generator.unit() < pilotShare)
    }
  }

  /// Where each unit stands on the curves of its size band, stratified within the band.
  private struct Ranks {
    var beds: [Double]
    var stays: [Double]
    var sites: [Double]

    init(agents: [Int], of profile: ClassProfile, using generator: inout SeededGenerator) {
      let bands = profile.bands.indices.map { band in
        agents.indices.filter { unit in
          (profile.bands[band].upTo.map { agents[unit] <= $0 } ?? true)
            && (band == 0 || agents[unit] > (profile.bands[band - 1].upTo ?? 0))
        }
      }
      func spread() -> [Double] {
        var ranks = agents.map { _ in 0.0 }
        for units in bands {
          for (rank, position) in generator.order(units.count).enumerated() {
            ranks[units[position]] = (Double(rank) + generator.unit()) / Double(units.count)
          }
        }
        return ranks
      }
      beds = spread()
      stays = spread()
      sites = spread()
    }
  }

  /// The unit under its number in the region and its number in the class there.
  func beneficiary(number: Int, inClass: Int, classes: NISThresholds) -> Beneficiary {
    Beneficiary(
      id: BeneficiaryID("SYN-\(region)-\(padded(number, to: 3))"),
      name: "\(profile.noun) \(region)-\(padded(inClass, to: 2))",
      kind: profile.candidateClass.kind, status: profile.candidateClass.status,
      region: RegionID(region), nisClass: classes.nisClass(agents: agents),
      size: DriverValues([
        .agents: Double(agents), .beds: Double(beds), .workstations: Double(workstations),
        .sites: Double(sites), .activity: Double(stays),
      ]),
      risk: risk, careWeight: careWeight, isPilot: isPilot)
  }

  /// Weight of the continuity of care (assumption): groups and public hospitals, which hold most
  /// emergency departments, above the rest; units without acute stays below.
  private var careWeight: Double {
    switch profile.candidateClass {
    case .ght: agents > 7_000 ? 1.5 : 1.3
    case .publicOutsideGroup: 1.3
    case .nonProfit, .forProfit: stays > 0 ? 1 : 0.8
    }
  }

  private func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
