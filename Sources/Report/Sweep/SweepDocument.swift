// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
public import Wording

/// A sweep as JSON, as `sweep --json` writes it; units are those of `summary.json`.
public struct SweepDocument: Sendable, Encodable {
  /// One goal level of a case.
  struct Goal: Sendable, Encodable {
    let level: String
    let value: Double
    let bound: Double?
    let gap: Double?
  }

  /// Money of one vehicle.
  struct Vehicle: Sendable, Encodable {
    let vehicle: String
    let paidByYearEuros: [Double]
  }

  /// Coverage of one class.
  struct Coverage: Sendable, Encodable {
    let nisClass: String
    let coverageShares: [Double]
  }

  /// Sums of a case that has a plan.
  struct Totals: Sendable, Encodable {
    let years: [Int]
    let publicEuros: Double
    let ownByYearEuros: [Double]
    let avoidedLossByYearEuros: [Double]
    let vehicles: [Vehicle]
    let coverage: [Coverage]
    let needAfterEurosPerYear: Double
    let meansAfterEurosPerYear: Double
    let gapAfterEurosPerYear: Double

    init(_ totals: CaseTotals) {
      years = totals.years
      publicEuros = totals.publicMoney
      ownByYearEuros = totals.own
      avoidedLossByYearEuros = totals.avoidedLoss
      vehicles = totals.vehicles.map { Vehicle(vehicle: $0.id, paidByYearEuros: $0.paid) }
      coverage = totals.coverage.map { Coverage(nisClass: $0.nisClass, coverageShares: $0.shares) }
      needAfterEurosPerYear = totals.needAfter
      meansAfterEurosPerYear = totals.meansAfter
      gapAfterEurosPerYear = totals.gapAfter
    }
  }

  /// Seconds of each step.
  struct Seconds: Sendable, Encodable {
    let reading: Double
    let building: Double
    let solving: Double
    let checking: Double
  }

  /// One case.
  struct Case: Sendable, Encodable {
    let number: Int
    let values: [String]
    let status: CaseStatus
    let reason: String?
    let message: String?
    let goals: [Goal]
    let totals: Totals?
    let seconds: Seconds
  }

  /// Version of this format.
  let schema = 1
  let title: String
  /// `complete`, or `stopped` where cases are missing.
  let status: String
  let file: String
  /// The results as one file of SQLite.
  let store: String
  let axes: [SweepAxis]
  let wanted: Int
  /// Share of the cases, as `2/8`.
  let shard: String?
  /// Cases that were in the results file before.
  let fromFile: Int
  /// Cases that were solved at a time.
  let jobs: Int
  let cases: [Case]

  /// The document of a sweep whose results stand in a table and in a file of SQLite.
  ///
  /// - Parameters:
  ///   - outcome: what the sweep came to.
  ///   - cases: the cases that are done.
  ///   - file: the table.
  ///   - store: the file of SQLite.
  ///   - language: language of the messages.
  public init(
    _ outcome: SweepOutcome, cases: [SweptCase], file: String, store: String, language: Language
  ) {
    title = outcome.title
    status = outcome.isComplete ? "complete" : "stopped"
    self.file = file
    self.store = store
    shard = outcome.shard
    fromFile = outcome.tally.fromFile
    jobs = outcome.workers
    axes = outcome.axes
    wanted = outcome.wanted
    self.cases = cases.map { one in
      let timings = one.outcome.timings
      let reason = one.outcome.reasons.first
      return Case(
        number: one.number, values: one.values, status: one.outcome.status,
        reason: reason?.code.rawValue,
        message: reason.map { CaseWords.sentence($0, in: language) },
        goals: one.outcome.goals.map {
          Goal(level: $0.name, value: $0.value, bound: $0.bestBound, gap: $0.relativeGap)
        }, totals: one.outcome.totals.map(Totals.init),
        seconds: Seconds(
          reading: timings.reading, building: timings.building, solving: timings.solving,
          checking: timings.checking))
    }
  }
}
