// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel

/// The four classes of candidate units of the CaRE calls.
public enum CandidateClass: String, Sendable, CaseIterable, Codable {
  /// A hospital group (one file for all its members).
  case ght
  /// A public legal entity outside the groups.
  case publicOutsideGroup = "public_outside_ght"
  /// A private non-profit legal entity.
  case nonProfit = "non_profit"
  /// A private for-profit legal entity.
  case forProfit = "for_profit"

  /// Kind of the unit in the beneficiaries table.
  public var kind: Beneficiary.Kind { self == .ght ? .ght : .legalEntity }

  /// Legal status in the beneficiaries table.
  public var status: Beneficiary.Status {
    switch self {
    case .ght, .publicOutsideGroup: .publicSector
    case .nonProfit: .nonProfit
    case .forProfit: .forProfit
    }
  }
}

/// What the units of one class look like: the parameters fitted to the published figures.
struct ClassProfile: Sendable {
  /// Drivers that follow the number of agents, for units of a range of sizes.
  struct SizeBand: Sendable {
    /// Largest number of agents in the band; `nil` for the last one.
    let upTo: Int?
    /// Beds per agent.
    let beds: QuantileCurve
    /// Stays (medicine, surgery, obstetrics) per agent and year.
    let stays: QuantileCurve
    /// Geographic sites.
    let sites: QuantileCurve
  }

  /// A region's part of the class.
  struct RegionShare: Sendable {
    /// INSEE code.
    let region: String
    /// Legal entities or groups there.
    let units: Int
    /// Agents there, in hundreds.
    let hundredsOfAgents: Int
  }

  /// The class.
  let candidateClass: CandidateClass
  /// Candidate units of the whole country.
  let units: Int
  /// First word of the invented names.
  let noun: String
  /// Head-count of agents.
  let agents: QuantileCurve
  /// Mean number of agents per unit in the published figures.
  let publishedMeanAgents: Double
  /// Agents of the legal entity in the middle, where the source has the same units.
  let publishedMedianAgents: Double?
  /// Beds per agent over the class in the published figures.
  let publishedBedsPerAgent: Double
  /// Stays per agent over the class in the published figures.
  let publishedStaysPerAgent: Double
  /// Bands by rising size.
  let bands: [SizeBand]
  /// Regions, by code.
  let regions: [RegionShare]

  /// The band of a unit.
  func band(agents: Int) -> SizeBand {
    bands.first { band in band.upTo.map { agents <= $0 } ?? true } ?? bands[bands.count - 1]
  }
}
