// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel

/// Amounts by band of size with a straight line in place of each step.
public struct SmoothedBands: Sendable, Hashable {
  /// One edge and the stretch over which the amount goes from one band's to the next one's.
  public struct Edge: Sendable, Hashable {
    /// The edge.
    public let size: Double
    /// Sizes between which the line runs, the edge in their middle.
    public let window: ClosedRange<Double>
    /// Amount of the band below, euros.
    public let below: Double
    /// Amount of the band above, euros.
    public let above: Double
  }

  /// Size that decides.
  public let driver: Driver
  /// Edges, by size.
  public let edges: [Edge]
  private let last: Double

  /// Smooths bands.
  ///
  /// - Parameters:
  ///   - bands: the bands.
  ///   - width: half of each window, as a share of its edge. A window never reaches beyond the middle
  ///     of a band on either side, so that no two overlap.
  public init(_ bands: Banded<Money>, width: Double) {
    driver = bands.driver
    last = bands.bands.last?.value.euros ?? 0
    let sizes = bands.bands.compactMap(\.upTo)
    edges = sizes.indices.map { place in
      let edge = sizes[place]
      var half = min(width * edge, (edge - (place > 0 ? sizes[place - 1] : 0)) / 2)
      if place + 1 < sizes.count { half = min(half, (sizes[place + 1] - edge) / 2) }
      return Edge(
        size: edge, window: (edge - half)...(edge + half), below: bands.bands[place].value.euros,
        above: bands.bands[place + 1].value.euros)
    }
  }

  /// Amount for a size, euros.
  public func amount(for size: Double) -> Double {
    for edge in edges {
      let (from, to) = (edge.window.lowerBound, edge.window.upperBound)
      if size <= from { return edge.below }
      if size < to { return edge.below + (edge.above - edge.below) * (size - from) / (to - from) }
    }
    return last
  }
}
