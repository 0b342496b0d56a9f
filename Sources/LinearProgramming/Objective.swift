// SPDX-License-Identifier: GPL-3.0-or-later

/// Direction of an objective.
public enum Sense: String, Sendable, Codable {
  case minimize
  case maximize
}

/// A linear function of the columns, to be made least or greatest.
public struct Objective: Sendable, Equatable {
  /// Name, for example `nis_shortfall`.
  public var name: String
  /// Direction.
  public var sense: Sense
  /// One coefficient per column.
  public var coefficients: [Double]
  /// Constant added to the linear part.
  public var constant: Double

  /// Creates an objective.
  public init(name: String, sense: Sense, coefficients: [Double], constant: Double = 0) {
    self.name = name
    self.sense = sense
    self.coefficients = coefficients
    self.constant = constant
  }

  /// Value at a point with one entry per column.
  public func value(at point: [Double]) -> Double {
    var sum = constant
    for (coefficient, value) in zip(coefficients, point) { sum += coefficient * value }
    return sum
  }
}

/// One level of an ordered list of objectives.
public struct ObjectiveLevel: Sendable, Equatable {
  /// What is optimised at this level.
  public var objective: Objective
  /// Share of the optimal value that later levels may give up.
  public var relativeTolerance: Double
  /// Amount that later levels may give up, in the unit of the objective.
  public var absoluteTolerance: Double

  /// Creates a level.
  public init(
    objective: Objective, relativeTolerance: Double = 0, absoluteTolerance: Double = 0
  ) {
    self.objective = objective
    self.relativeTolerance = relativeTolerance
    self.absoluteTolerance = absoluteTolerance
  }
}
