// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingAnalysis
public import FundingModel
public import LinearProgramming

/// A plan on the curve between two goals, with what it is worth.
public struct FrontierPoint: Sendable {
  /// Value of each of the two goals, in its unit.
  public let values: [Double]
  /// What is proven there, with both goals as something of which less is wanted.
  public let tangent: TradeOffCurve.Tangent
  /// Public money paid, euros.
  public let publicEuros: Double
  /// NIS coverage by class and year.
  public let coverage: [ClassCoverage]
  /// Seconds of its solve.
  public let seconds: Double

  /// Creates a point.
  public init(
    values: [Double], tangent: TradeOffCurve.Tangent, publicEuros: Double,
    coverage: [ClassCoverage], seconds: Double
  ) {
    self.values = values
    self.tangent = tangent
    self.publicEuros = publicEuros
    self.coverage = coverage
    self.seconds = seconds
  }

  /// What one unit of the first goal given up gains at the second, near the point; `nil` where the
  /// curve is upright.
  public var rate: Double? { tangent.second > 0 ? tangent.first / tangent.second : nil }
}

/// The curve between two goals of a study.
public struct FrontierOutcome: Sendable {
  /// One of the two goals.
  public struct Axis: Sendable, Hashable {
    /// The goal.
    public let goal: Goal
    /// Whether less or more is wanted.
    public let sense: Sense

    /// Creates an axis.
    public init(goal: Goal, sense: Sense) {
      self.goal = goal
      self.sense = sense
    }

    /// 1 where less is wanted, −1 where more is.
    public var sign: Double { sense == .minimize ? 1 : -1 }
  }

  /// The study.
  public let study: Scenario
  /// The two goals: the first is best at the first point.
  public let axes: [Axis]
  /// Goals of the study that are not sought here.
  public let leftOut: [Goal]
  /// The points, from one end to the other.
  public let points: [FrontierPoint]
  /// What the curve looks like.
  public let shape: TradeOffCurve.Shape
  /// The curve is nowhere farther below the chords, as a share of the ranges.
  public let error: Double

  /// Creates an outcome.
  public init(
    study: Scenario, axes: [Axis], leftOut: [Goal], points: [FrontierPoint],
    shape: TradeOffCurve.Shape, error: Double
  ) {
    self.study = study
    self.axes = axes
    self.leftOut = leftOut
    self.points = points
    self.shape = shape
    self.error = error
  }

  /// Position of the knee; `nil` where the curve has none.
  public var knee: Int? {
    guard case .bend(let knee) = shape else { return nil }
    return knee
  }

  /// What one unit of the first goal given up gains at the second, between a point and the next;
  /// `nil` after the last, and where the first goal is the same.
  public func rate(after place: Int) -> Double? {
    guard place + 1 < points.count else { return nil }
    let (here, next) = (points[place].values, points[place + 1].values)
    let given = axes[0].sign * (next[0] - here[0])
    return given > 0 ? axes[1].sign * (here[1] - next[1]) / given : nil
  }
}
