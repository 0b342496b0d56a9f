// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel

/// A clause with amounts by band, smoothed without a euro more or less: what it would take to have no
/// cliff at a closed envelope.
///
/// Each amount becomes that of ``SmoothedBands``, then all of a vehicle's and year's are raised or cut
/// in one proportion so that they add up to what they did. Who applies and succeeds stays as it is.
public struct TaperProposal: Sendable, Hashable {
  /// What happens at one edge.
  public struct Edge: Sendable, Hashable {
    /// The edge, its window and the amounts on both sides.
    public let edge: SmoothedBands.Edge
    /// Number of beneficiaries that are near it.
    public let near: Int
    /// Euros over the horizon by which crossing it changes what they may count on, as it stands.
    public let before: Double
    /// The same, smoothed.
    public let after: Double
  }

  /// What one beneficiary may count on over the horizon, in whole euros.
  public struct Line: Sendable, Hashable {
    /// Position of the beneficiary.
    public let beneficiary: Int
    /// Its size.
    public let size: Double
    /// As the clause stands.
    public internal(set) var before: Int64
    /// Smoothed.
    public internal(set) var after: Int64
  }

  /// Position of the clause in the mechanism.
  public let clause: Int
  /// Size that decides.
  public let driver: Driver
  /// Edges, by size.
  public let edges: [Edge]
  /// What each may count on, by beneficiary.
  public let lines: [Line]

  /// Euros at stake at all edges as the clause stands.
  public var before: Double { edges.reduce(0) { $0 + $1.before } }
  /// Euros at stake at all edges, smoothed.
  public var after: Double { edges.reduce(0) { $0 + $1.after } }
  /// Whole euros that go from one beneficiary to another.
  public var moved: Int64 { lines.reduce(0) { $0 + max(0, $1.after - $1.before) } }

  /// Proposals for the clauses of a mechanism that have amounts by band; groups that hold money for
  /// their members have no edge of their own.
  ///
  /// - Parameters:
  ///   - mechanism: the rule.
  ///   - scenario: the population.
  ///   - shared: what the rule gives.
  ///   - cliffs: who is near an edge.
  ///   - width: half of the window around each edge, as a share of the edge; above 0.
  /// - Returns: one per clause, in their order.
  public static func list(
    _ mechanism: FundingMechanism, _ scenario: Scenario, _ shared: SharedOut, cliffs: [Cliff],
    width: Double
  ) -> [TaperProposal] {
    mechanism.clauses.enumerated().compactMap { place, clause in
      guard case .amount(.banded(let bands)) = clause.basis, clause.pool == nil, width > 0,
        bands.bands.count > 1
      else { return nil }
      var smoothing = Smoothing(bands, width, scenario)
      for year in shared.years where year.clause == place { smoothing.add(year) }
      guard !smoothing.lines.isEmpty else { return nil }
      return smoothing.proposal(clause: place, cliffs.filter { $0.clause == place })
    }
  }
}

/// Smooths one clause, year by year.
private struct Smoothing {
  let smooth: SmoothedBands
  let bands: Banded<Money>
  let scenario: Scenario
  var lines: [Int: TaperProposal.Line] = [:]
  /// Euros given over the horizon per euro of amount, by beneficiary, smoothed.
  var factors: [Int: Double] = [:]

  init(_ bands: Banded<Money>, _ width: Double, _ scenario: Scenario) {
    smooth = SmoothedBands(bands, width: width)
    self.bands = bands
    self.scenario = scenario
  }

  /// Shares a year's money out by the smoothed amounts, to the euro.
  mutating func add(_ year: ClauseYear) {
    let members = year.parts.map { $0.beneficiaries[0] }
    let sizes = members.map { scenario.beneficiaries[$0].size[bands.driver] ?? 0 }
    let ratios = members.indices.map { place -> Double in
      let amount = bands.value(for: scenario.beneficiaries[members[place]].size)?.euros ?? 0
      return amount > 0 ? smooth.amount(for: sizes[place]) / amount : 0
    }
    let reserved = members.indices.map { Double(year.parts[$0].reserved) * ratios[$0] }
    let sum = reserved.reduce(0, +)
    // In the proportion in which all are raised or cut, the total stays what it was.
    let scale = sum > 0 ? Double(year.reserved) / sum : 0
    let euros = LargestRemainder.share(
      year.euros, by: members.indices.map { Double(year.parts[$0].euros) * ratios[$0] })
    for (place, e) in members.enumerated() {
      var line =
        lines[e] ?? TaperProposal.Line(beneficiary: e, size: sizes[place], before: 0, after: 0)
      line.before += year.parts[place].euros
      line.after += euros[place]
      lines[e] = line
      factors[e, default: 0] += year.factor * scale
    }
  }

  func proposal(clause: Int, _ cliffs: [Cliff]) -> TaperProposal {
    let edges = smooth.edges.map { edge in
      let near = cliffs.filter { $0.edge == edge.size }
      return TaperProposal.Edge(
        edge: edge, near: near.count, before: near.reduce(0) { $0 + abs($1.euros) },
        after: near.reduce(0) { sum, cliff in
          // An edge belongs to the band below it: one more unit is the other side.
          let other = cliff.size <= edge.size ? edge.size + 1 : edge.size
          let change = smooth.amount(for: other) - smooth.amount(for: cliff.size)
          return sum + abs(change) * (factors[cliff.beneficiary] ?? 0)
        })
    }
    return TaperProposal(
      clause: clause, driver: bands.driver, edges: edges,
      lines: lines.values.sorted { $0.beneficiary < $1.beneficiary })
  }
}
