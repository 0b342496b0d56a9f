// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel

/// What public money each NIS coverage takes at least, by class and year.
public struct SupplyOutcome: Sendable {
  /// A coverage with the least public money for it.
  public struct Point: Sendable, Hashable {
    /// Mean coverage of the class at the end of the year, 0…1.
    public let coverage: Double
    /// Public money over the whole horizon, k€.
    public let money: Double

    /// Creates a point.
    public init(coverage: Double, money: Double) {
      self.coverage = coverage
      self.money = money
    }
  }

  /// The curve of one class in one year: convex, of straight pieces between its points.
  public struct Curve: Sendable, Hashable {
    /// The class.
    public let nisClass: NISClassID
    /// The year.
    public let year: Year
    /// The points, from what no plan goes below to the most that any plan reaches.
    public let points: [Point]
    /// The curve is nowhere farther below the lines between its points, as a share of the ranges.
    public let error: Double

    /// Creates a curve; the points have rising coverage.
    public init(nisClass: NISClassID, year: Year, points: [Point], error: Double) {
      self.nisClass = nisClass
      self.year = year
      self.points = points
      self.error = error
    }

    /// What each point (hundredth) of coverage costs from a point of the curve to the next, k€;
    /// `nil` after the last.
    public func price(after place: Int) -> Double? {
      guard place + 1 < points.count else { return nil }
      let more = points[place + 1].coverage - points[place].coverage
      return more > 0 ? (points[place + 1].money - points[place].money) / (more * 100) : nil
    }
  }

  /// The study.
  public let study: Scenario
  /// The curves, by class and year.
  public let curves: [Curve]

  /// Creates an outcome.
  public init(study: Scenario, curves: [Curve]) {
    self.study = study
    self.curves = curves
  }

  /// The greatest error of a curve.
  public var error: Double { curves.map(\.error).max() ?? 0 }
}
