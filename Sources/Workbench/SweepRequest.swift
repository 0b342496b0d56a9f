// SPDX-License-Identifier: GPL-3.0-or-later

public import Wording

/// A sweep: which what-ifs to solve, and where the results go.
public struct SweepRequest: Sendable {
  /// The study, and limits that hold for each case.
  public var plan: PlanRequest
  /// What is varied, each as `PATH=VALUES`.
  public var vary: [String]
  /// A table of cases, one column per path, in place of ``vary``.
  public var casesFile: String?
  /// Number of cases that are drawn from the ranges; `nil`: every combination of the values.
  public var sample: Int?
  /// Seed of what is drawn.
  public var seed: UInt64 = SweepRequest.usualSeed
  /// Which share of the cases is solved, as `i/n`; `nil`: all.
  public var shard: String?
  /// The results: a name that ends in `.csv` or `.sqlite`; both files are written.
  public var out: String
  /// Whether earlier results at the place are replaced.
  public var replaces: Bool
  /// Whether more than 1,000 cases are meant.
  public var isConfirmed: Bool
  /// Language of the messages in the table.
  public var language: Language

  /// Seed where none is given.
  public static let usualSeed: UInt64 = 2026

  /// Creates a request.
  public init(
    plan: PlanRequest, vary: [String], out: String, replaces: Bool = false,
    isConfirmed: Bool = false, language: Language = .french
  ) {
    self.plan = plan
    self.vary = vary
    self.out = out
    self.replaces = replaces
    self.isConfirmed = isConfirmed
    self.language = language
  }
}
