// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingAnalysis
public import FundingModel

/// What was found out about a study that may be impossible.
public struct RepairOutcome: Sendable {
  /// The study.
  public let study: Scenario
  /// Rules in conflict and amendments; `nil`: no plan exists even with every rule amended that may be.
  public let repair: StudyRepair?
  /// Seconds of the whole work.
  public let seconds: Double

  /// Creates an outcome.
  public init(study: Scenario, repair: StudyRepair?, seconds: Double) {
    self.study = study
    self.repair = repair
    self.seconds = seconds
  }

  /// Whether a plan obeys every rule as the study stands.
  public var isPossible: Bool { repair?.conflict.isEmpty == true }
}
