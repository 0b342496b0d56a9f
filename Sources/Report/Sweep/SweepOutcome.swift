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
  /// One value per axis; empty where the study's own was kept.
  public var values: [String]
  /// What came of it.
  public var outcome: CaseOutcome
  /// Whether it was found in the results file and not solved again.
  public var isFromFile: Bool

  /// Creates a case.
  public init(number: Int, values: [String], outcome: CaseOutcome, isFromFile: Bool = false) {
    self.number = number
    self.values = values
    self.outcome = outcome
    self.isFromFile = isFromFile
  }
}

/// Everything that is told of a sweep.
public struct SweepOutcome: Sendable {
  /// Title of the study.
  public var title: String
  /// What was varied.
  public var axes: [SweepAxis]
  /// Number of cases asked for, of the share where there is one.
  public var wanted: Int
  /// Which share of the cases was asked for, as `2/8`; `nil`: all.
  public var shard: String?
  /// Cases that were done, by number.
  public var cases: [SweptCase]
  /// Number of the first case that got a plan, in the order of solving: others went on from there.
  public var firstSolved: Int?

  /// Creates the outcome of a sweep.
  public init(
    title: String, axes: [SweepAxis], wanted: Int, shard: String? = nil, cases: [SweptCase],
    firstSolved: Int?
  ) {
    self.title = title
    self.axes = axes
    self.wanted = wanted
    self.shard = shard
    self.cases = cases
    self.firstSolved = firstSolved
  }

  /// Whether every case was done.
  public var isComplete: Bool { cases.count == wanted }

  /// Number of cases that were in the results file before.
  public var fromFile: Int { cases.count { $0.isFromFile } }
}
