// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingAnalysis

/// What an explanation of a plan tells.
public struct ExplainOutcome: Sendable {
  /// What is explained.
  public enum Subject: Sendable {
    /// One beneficiary.
    case beneficiary(BeneficiaryExplanation)
    /// Beneficiaries of a group, for example a GHT, by its name.
    case members(String, [BeneficiaryExplanation])
    /// A region.
    case region(RegionExplanation)
    /// A NIS objective.
    case objective(ObjectiveExplanation)
    /// A measure.
    case measure(MeasureExplanation)
  }

  /// The plan.
  public let plan: ExplainedPlan
  /// What is explained.
  public let subject: Subject
  /// Whether the plan's prices are a proof; without it few reasons can be told.
  public let isProven: Bool
  /// Whether the worth of open measures is known.
  public let hasAccounts: Bool

  /// The nearest changes that alter what one beneficiary gets; `nil` where they were not asked for.
  public var nearest: [NearestChange]?

  /// Bundles an outcome.
  public init(plan: ExplainedPlan, subject: Subject, isProven: Bool, hasAccounts: Bool) {
    self.plan = plan
    self.subject = subject
    self.isProven = isProven
    self.hasAccounts = hasAccounts
  }
}
