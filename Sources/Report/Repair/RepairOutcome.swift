// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingAnalysis
public import FundingModel

/// What was found out about a study that may be impossible.
public struct RepairOutcome: Sendable {
  /// The study.
  public let study: Scenario
  /// Rules in conflict and amendments; `nil`: no plan exists even with every rule amended that may be.
  public let repair: StudyRepair?
  /// Rules that a little more strictness would make impossible, where the study is possible.
  public let brittle: BrittleRules?
  /// Seconds of the whole work.
  public let seconds: Double

  /// Creates an outcome.
  public init(study: Scenario, repair: StudyRepair?, brittle: BrittleRules? = nil, seconds: Double)
  {
    self.study = study
    self.repair = repair
    self.brittle = brittle
    self.seconds = seconds
  }

  /// Whether a plan obeys every rule as the study stands.
  public var isPossible: Bool { repair?.conflict.isEmpty == true }
}
