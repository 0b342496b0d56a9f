// SPDX-License-Identifier: GPL-3.0-or-later

/// A parameter that a sweep varies, with its values as a study writes them.
public struct SweepAxis: Sendable, Hashable, Codable {
  /// Path of the parameter.
  public var path: String
  /// Values in the order asked for.
  public var values: [String]

  /// Creates an axis.
  public init(path: String, values: [String]) {
    self.path = path
    self.values = values
  }
}

/// One what-if of a sweep with what came of it.
public struct SweptCase: Sendable {
  /// Number, from 1, in the order of the rows.
  public var number: Int
  /// One value per axis.
  public var values: [String]
  /// What came of it.
  public var outcome: CaseOutcome

  /// Creates a case.
  public init(number: Int, values: [String], outcome: CaseOutcome) {
    self.number = number
    self.values = values
    self.outcome = outcome
  }
}

/// Everything that is told of a sweep.
public struct SweepOutcome: Sendable {
  /// Title of the study.
  public var title: String
  /// What was varied.
  public var axes: [SweepAxis]
  /// Number of cases asked for.
  public var wanted: Int
  /// Cases that were done, by number.
  public var cases: [SweptCase]
  /// Number of the first case that got a plan, in the order of solving: others went on from there.
  public var firstSolved: Int?

  /// Creates the outcome of a sweep.
  public init(
    title: String, axes: [SweepAxis], wanted: Int, cases: [SweptCase], firstSolved: Int?
  ) {
    self.title = title
    self.axes = axes
    self.wanted = wanted
    self.cases = cases
    self.firstSolved = firstSolved
  }

  /// Whether every case was done.
  public var isComplete: Bool { cases.count == wanted }
}
