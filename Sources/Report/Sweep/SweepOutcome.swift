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
  /// Whether it is the first with a plan of its engine, which had nothing to go on from.
  public var isFirst: Bool

  /// Creates a case.
  public init(number: Int, values: [String], outcome: CaseOutcome, isFirst: Bool = false) {
    self.number = number
    self.values = values
    self.outcome = outcome
    self.isFirst = isFirst
  }
}

/// Times of some cases, added up.
public struct CaseTimes: Sendable, Hashable {
  /// Number of cases.
  public private(set) var count = 0
  /// Seconds of all steps.
  public private(set) var total = 0.0
  /// Seconds of solving.
  public private(set) var solving = 0.0

  mutating func add(_ timings: RunTimings) {
    count += 1
    total += timings.total
    solving += timings.solving
  }
}

/// What the cases of a sweep came to, counted: it stays small however many they are.
public struct SweepTally: Sendable {
  /// Cases that are done.
  public private(set) var done = 0
  /// Cases among them that were in the results file before.
  public private(set) var fromFile = 0
  /// Cases by how they ended.
  public private(set) var statuses: [CaseStatus: Int] = [:]
  /// The cases that were solved now.
  public private(set) var solved = CaseTimes()
  /// Those with a plan that were the first of their engine.
  public private(set) var first = CaseTimes()
  /// Those with a plan that went on from another case.
  public private(set) var later = CaseTimes()

  /// Creates a tally of no cases.
  public init() {}

  /// Counts a case that is solved.
  public mutating func add(_ one: SweptCase) {
    done += 1
    statuses[one.outcome.status, default: 0] += 1
    solved.add(one.outcome.timings)
    guard one.outcome.status.hasPlan else { return }
    if one.isFirst { first.add(one.outcome.timings) } else { later.add(one.outcome.timings) }
  }

  /// Counts a case that was in the results file before.
  public mutating func addFromFile(_ status: CaseStatus) {
    done += 1
    fromFile += 1
    statuses[status, default: 0] += 1
  }
}

/// Everything that is told of a sweep, but for the cases themselves: they stand in its file.
public struct SweepOutcome: Sendable {
  /// Title of the study.
  public var title: String
  /// What was varied.
  public var axes: [SweepAxis]
  /// Number of cases asked for, of the share where there is one.
  public var wanted: Int
  /// Which share of the cases was asked for, as `2/8`; `nil`: all.
  public var shard: String?
  /// What the cases came to.
  public var tally: SweepTally
  /// Cases that were solved at a time.
  public var workers = 1
  /// Seconds from the first case to the last, by the clock; `nil` where nothing was solved.
  public var seconds: Double?

  /// Creates the outcome of a sweep.
  public init(
    title: String, axes: [SweepAxis], wanted: Int, shard: String? = nil, tally: SweepTally
  ) {
    self.title = title
    self.axes = axes
    self.wanted = wanted
    self.shard = shard
    self.tally = tally
  }

  /// Whether every case was done.
  public var isComplete: Bool { tally.done == wanted }
}
