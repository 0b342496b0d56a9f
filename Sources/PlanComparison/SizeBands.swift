// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel

/// Bands of size, by the number of agents.
public struct SizeBands: Sendable, Hashable {
  /// Edges in rising order, above 0; each begins the band above it.
  public let edges: [Int]

  /// Bands by 250, 1,000 and 3,000 agents.
  public static let standard = SizeBands(edges: [250, 1000, 3000])

  private init(edges: [Int]) { self.edges = edges }

  /// Creates bands; `nil` where edges are none, do not rise, or are not above 0.
  public init?(_ edges: [Int]) {
    guard let first = edges.first, first > 0, zip(edges, edges.dropFirst()).allSatisfy(<) else {
      return nil
    }
    self.init(edges: edges)
  }

  /// Names of the bands in rising order: `0-249`, `250-999`, `3000+`.
  public var names: [String] {
    zip([0] + edges, edges).map { "\($0)-\($1 - 1)" } + ["\(edges[edges.count - 1])+"]
  }

  /// Position of a beneficiary's band; `nil` where its agents are not declared.
  public func position(of beneficiary: Beneficiary) -> Int? {
    guard let agents = beneficiary.size[.agents] else { return nil }
    return edges.firstIndex { agents < Double($0) } ?? edges.count
  }

  /// Name of a beneficiary's band; `nil` where its agents are not declared.
  public func name(of beneficiary: Beneficiary) -> String? {
    position(of: beneficiary).map { names[$0] }
  }
}
