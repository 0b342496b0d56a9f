// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingAnalysis
import FundingModel
public import LinearProgramming

/// The content of `summary.json`.
///
/// Money is in euros and losses in euros per year; shares are fractions of one. Keys are the names
/// below in snake_case (`ReportJSON`). Nothing in it depends on the machine or the moment, so that two runs of one
/// study give the same bytes.
public struct SummaryDocument: Sendable, Hashable, Codable {
  /// Version of this format.
  public static let currentSchema = 1

  /// Version of the format of the document.
  var schema = SummaryDocument.currentSchema
  /// Title of the study.
  public internal(set) var title: String
  /// Names of the study and layers, in the order applied.
  var layers: [String]
  var firstYear: Int
  var lastYear: Int
  /// How far the run came.
  public var status: PlanStatus
  /// Widest gap over the goals; absent without a proof.
  var gap: Double?
  var counts: Counts
  /// Goal levels in order.
  public var goals: [GoalEntry]
  var proof = ProofEntry()
  /// Present where measures are put in place in whole steps.
  public var whole: WholeStepsFigures?
  /// Present where the tie-break is the last goal and was reached.
  public var tieBreak: TieBreakFigures?
  var years: [YearEntry]
  var vehicles: [VehicleEntry]
  var coverage: [CoverageEntry]
  var losses: Losses
  var afterHorizon: AfterHorizonEntry
  var freedom: FreedomEntry
  var measures: [MeasureEntry]
  var staff: [StaffEntry]
  /// Names of the rules across beneficiaries at whose bound the plan stands.
  var binding: [String]
  /// Present where only a part of the study is planned.
  var scope: Scope?
  var program: ProgramSize

  /// How many of each.
  struct Counts: Sendable, Hashable, Codable {
    var beneficiaries: Int
    /// Beneficiaries that receive at least one euro.
    var receivers: Int
    var measures: Int
    var vehicles: Int
    var objectives: Int
    var parameters: Int
    /// Parameters without a published source.
    var assumptions: Int
  }

  /// One goal level.
  public struct GoalEntry: Sendable, Hashable, Codable {
    /// Name of the level.
    public var level: String
    /// Direction.
    public var sense: Sense
    /// Value reached, in the unit of the goal.
    public var value: Double
    /// Best value that any plan can have, as proven; absent without a proof.
    public var bound: Double?
    /// Distance of the two, relative; absent without a proof.
    public var gap: Double?
    /// Share of the value that later levels may give up.
    public var tolerance: Double
    /// Unit of value and bound.
    public var unit: String
    /// Why the solver stopped at this level.
    public var termination: TerminationStatus
  }

  /// Where the prices that prove the bounds stand, and who computes the bounds from them.
  struct ProofEntry: Sendable, Hashable, Codable {
    var file = ProofDocument.fileName
    var method = ProofDocument.method
    /// Minimising every block anew at every level costs a part of the solve itself: it is left to
    /// the command that is asked for a proof.
    var recomputedBy = "releve verify"
  }

  /// Money and losses of one year.
  struct YearEntry: Sendable, Hashable, Codable {
    var year: Int
    var countedEuros: Double
    var securedEuros: Double
    var paidEuros: Double
    var paidToBeneficiariesEuros: Double
    var paidForServicesEuros: Double
    var lapsedEuros: Double
    var ownEuros: Double
    var avoidedLossEuros: Double
    /// The same on the pieces of the program; never more.
    var avoidedLossInProgramEuros: Double
    var residualLossEuros: Double
  }

  /// Money of one vehicle.
  struct VehicleEntry: Sendable, Hashable, Codable {
    var vehicle: String
    var title: String
    var countedEuros: Double
    var securedEuros: Double
    var paidEuros: Double
    var lapsedEuros: Double
    /// Paid by year of the horizon.
    var paidByYearEuros: [Double]
  }

  /// Coverage of one class.
  struct CoverageEntry: Sendable, Hashable, Codable {
    var nisClass: String
    var beneficiaries: Int
    var beforeShare: Double
    /// By year of the horizon.
    var coverageShares: [Double]
    var targetShares: [Double]
    var shortfallShares: [Double]
    /// Beneficiaries that miss a target, by year.
    var belowTarget: [Int]
  }

  /// Expected losses.
  struct Losses: Sendable, Hashable, Codable {
    var withoutMeasuresEurosPerYear: Double
    var avoidedBeforeEurosPerYear: Double
    var avoidableEurosPerYear: Double
    var avoidedEuros: Double
    var discountedAvoidedEuros: Double
    /// What the pieces of the program leave out for this plan.
    var errorShare: Double
    /// The same for the worst plan there could be, as a share of what is avoidable.
    var worstErrorShare: Double
  }

  /// Need and means after the horizon.
  struct AfterHorizonEntry: Sendable, Hashable, Codable {
    var needEurosPerYear: Double
    var vehicleMeansEurosPerYear: Double
    var ownMeansEurosPerYear: Double
    var gapEurosPerYear: Double
  }

  /// How much of the money was free to move.
  struct FreedomEntry: Sendable, Hashable, Codable {
    var paidEuros: Double
    var fixedByFloorsEuros: Double
    var freeShare: Double
  }

  /// Deployment of one measure, weighted mean over beneficiaries.
  struct MeasureEntry: Sendable, Hashable, Codable {
    var measure: String
    var title: String
    var beneficiaries: Int
    var beforeShare: Double
    var deployedShares: [Double]
    var complete: [Int]
  }

  /// Security staff of one region, full-time equivalents by year.
  struct StaffEntry: Sendable, Hashable, Codable {
    var region: String
    var usedFte: [Double]
    var availableFte: [Double]?
  }
}
