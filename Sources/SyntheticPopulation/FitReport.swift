// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// How near a population comes to the published figures it was fitted to.
public struct FitReport: Sendable {
  /// One figure.
  public struct Line: Sendable, Hashable {
    /// What is counted.
    public enum Figure: String, Sendable, CaseIterable {
      /// Candidate units.
      case units
      /// Head-count of agents.
      case agents
      /// Beds.
      case beds
      /// Stays in medicine, surgery and obstetrics, per year.
      case stays
      /// Agents of the unit in the middle of the class.
      case medianAgents = "median_agents"
    }

    /// What is counted.
    public let figure: Figure
    /// In which class; `nil`: all together.
    public let candidateClass: CandidateClass?
    /// In which region, by INSEE code; `nil`: all together.
    public let region: String?
    /// The published figure, brought to the number of units drawn.
    public let published: Double
    /// The figure of the population.
    public let generated: Double
    /// Largest difference that the fit accepts, as a share of the published figure.
    public let tolerance: Double

    /// Difference as a share of the published figure.
    public var difference: Double {
      published == 0 ? (generated == 0 ? 0 : 1) : (generated - published) / published
    }

    /// Whether the difference is accepted.
    public var fits: Bool { abs(difference) <= tolerance }
  }

  /// Figures by class, then all together, then agents by region.
  public let lines: [Line]

  /// Compares a population with the published figures.
  public init(_ population: Population) {
    var lines: [Line] = []
    for profile in PublishedProfiles.all {
      let units = population.units.filter { $0.candidateClass == profile.candidateClass }
      lines += Self.lines(of: profile, units: units, populationCount: population.units.count)
    }
    lines += Self.totals(lines)
    lines += Self.regions(population)
    self.lines = lines
  }

  private static func lines(
    of profile: ClassProfile, units: [Population.Unit], populationCount: Int
  ) -> [Line] {
    func line(_ figure: Line.Figure, _ published: Double, _ generated: Double, _ tolerance: Double)
      -> Line
    {
      Line(
        figure: figure, candidateClass: profile.candidateClass, region: nil, published: published,
        generated: generated, tolerance: tolerance)
    }
    func sum(_ driver: Driver) -> Double {
      units.compactMap { $0.beneficiary.size[driver] }.reduce(0, +)
    }
    let scale = Double(populationCount) / Double(Population.nationalCount)
    let agents = profile.publishedMeanAgents * Double(units.count)
    let sorted = units.compactMap { $0.beneficiary.size[.agents] }.sorted()
    let median = profile.publishedMedianAgents.map {
      line(.medianAgents, $0, sorted[sorted.count / 2], 0.05)
    }
    return [
      line(.units, Double(profile.units) * scale, Double(units.count), 0.005),
      line(.agents, agents, sum(.agents), 0.02),
      line(.beds, agents * profile.publishedBedsPerAgent, sum(.beds), 0.1),
      line(.stays, agents * profile.publishedStaysPerAgent, sum(.activity), 0.15),
    ] + (median.map { [$0] } ?? [])
  }

  private static func totals(_ lines: [Line]) -> [Line] {
    [Line.Figure.units, .agents, .beds, .stays].map { figure in
      let same = lines.filter { $0.figure == figure }
      return Line(
        figure: figure, candidateClass: nil, region: nil,
        published: same.map(\.published).reduce(0, +),
        generated: same.map(\.generated).reduce(0, +), tolerance: 0.03)
    }
  }

  /// Agents by region: the published regional shares of each class, times its agents drawn.
  private static func regions(_ population: Population) -> [Line] {
    var published: [String: Double] = [:]
    var generated: [String: Double] = [:]
    for profile in PublishedProfiles.all {
      let units = population.units.filter { $0.candidateClass == profile.candidateClass }
      var agents = 0.0
      for unit in units {
        let size = unit.beneficiary.size[.agents] ?? 0
        agents += size
        generated[unit.beneficiary.region.rawValue, default: 0] += size
      }
      let weights = profile.regions.map(\.hundredsOfAgents).reduce(0, +)
      for share in profile.regions {
        published[share.region, default: 0] +=
          agents * Double(share.hundredsOfAgents) / Double(weights)
      }
    }
    return published.keys.sorted().map { region in
      Line(
        figure: .agents, candidateClass: nil, region: region, published: published[region] ?? 0,
        generated: generated[region] ?? 0,
        // Regions of a few units follow the luck of the draw.
        tolerance: (published[region] ?? 0) < 10_000 ? 0.6 : 0.1)
    }
  }
}
