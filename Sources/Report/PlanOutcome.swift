// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingAnalysis
public import FundingModel
public import LinearProgramming

/// How far a run came; these are never mixed up.
public enum PlanStatus: String, Sendable, Codable, CaseIterable {
  /// Every goal level was solved to a proven optimum.
  case optimal
  /// There is a plan that obeys every rule, but no proof that none is better.
  case feasible
  /// Measures are put in place in whole steps: the best plan found, with its distance to what no
  /// plan can beat.
  case whole
  /// No plan obeys every rule.
  case infeasible
  /// A limit of time, memory or iterations was reached before there was a plan.
  case stoppedAtLimit = "stopped_at_limit"

  /// Whether there is a plan to write.
  public var hasPlan: Bool { [.optimal, .feasible, .whole].contains(self) }
}

/// How one goal level ended.
public struct GoalOutcome: Sendable, Hashable, Codable {
  /// Name of the level, for example `avoided_loss` or `public_money+own_money`.
  public var name: String
  /// Direction.
  public var sense: Sense
  /// Value reached, in the unit of the goal (`docs/model.md` §5).
  public var value: Double
  /// Best value that any plan can have, as proven; `nil` without a proof.
  public var bestBound: Double?
  /// Distance of value and bound, relative to the value; `nil` without a proof.
  public var relativeGap: Double?
  /// Share of the value that later levels may give up.
  public var tolerance: Double
  /// Why the solver stopped at this level.
  public var termination: TerminationStatus

  /// Creates the outcome of a level.
  public init(
    name: String, sense: Sense, value: Double, bestBound: Double? = nil,
    relativeGap: Double? = nil, tolerance: Double = 0, termination: TerminationStatus
  ) {
    self.name = name
    self.sense = sense
    self.value = value
    self.bestBound = bestBound
    self.relativeGap = relativeGap
    self.tolerance = tolerance
    self.termination = termination
  }

  /// Takes the outcome of a solved level.
  ///
  /// Bound and gap are those of our own arithmetic on the solver's prices where it was done, since a
  /// simplex that ends as optimal reports its own value for a bound.
  ///
  /// - Parameters:
  ///   - level: the level.
  ///   - tolerance: share of the value that later levels may give up.
  public init(_ level: LevelOutcome, tolerance: Double) {
    self.init(
      name: level.name, sense: level.sense, value: level.finalValue ?? level.value ?? 0,
      bestBound: level.optimality?.dualObjective ?? level.bestBound,
      relativeGap: level.optimality?.gap ?? level.gap, tolerance: tolerance,
      termination: level.termination)
  }
}

/// Seconds each step of a run took, and the memory it needed.
public struct RunTimings: Sendable, Hashable, Codable {
  /// Reading and checking the study.
  public var reading: Double
  /// Building the program.
  public var building: Double
  /// Solving every goal level.
  public var solving: Double
  /// Checking the plan outside the solver.
  public var checking: Double
  /// Writing the plan folder; `nil` where it was not written (yet).
  public var writing: Double?
  /// The most memory that the process held at a time, in bytes; `nil` where it is not known.
  public var peakMemoryBytes: Int?

  /// Creates timings.
  public init(
    reading: Double, building: Double = 0, solving: Double = 0, checking: Double = 0,
    writing: Double? = nil, peakMemoryBytes: Int? = nil
  ) {
    self.reading = reading
    self.building = building
    self.solving = solving
    self.checking = checking
    self.writing = writing
    self.peakMemoryBytes = peakMemoryBytes
  }

  /// All steps together.
  public var total: Double { reading + building + solving + checking + (writing ?? 0) }
}

/// What was run with what, for the manifest.
public struct RunIdentity: Sendable, Hashable, Codable {
  /// Name and version of this tool, for example `releve 0.1.0`.
  public var tool: String
  /// Name and version of the solver, for example `GLPK 5.0`.
  public var solver: String
  /// The command as it was typed.
  public var command: [String]
  /// Study and layers, as `STUDY+LAYER`.
  public var study: String
  /// INSEE code of the one region that was planned; `nil`: all.
  public var region: String?
  /// Parameters set last, as `path=value`.
  public var overrides: [String]
  /// Tolerances and options that decide the answer, by name, in the order shown.
  public var settings: [Setting]
  /// Seed of anything random; `nil` where nothing is.
  public var seed: UInt64?

  /// One named value.
  public struct Setting: Sendable, Hashable, Codable {
    /// Name, for example `primal_tolerance`.
    public var name: String
    /// Value as text.
    public var value: String

    /// Creates a setting.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Creates an identity.
  public init(
    tool: String, solver: String, command: [String], study: String = "", region: String? = nil,
    overrides: [String] = [], settings: [Setting] = [], seed: UInt64? = nil
  ) {
    self.tool = tool
    self.solver = solver
    self.command = command
    self.study = study
    self.region = region
    self.overrides = overrides
    self.settings = settings
    self.seed = seed
  }

  /// Value of a setting; `nil` where there is none of the name.
  public func setting(_ name: String) -> String? {
    settings.first { $0.name == name }?.value
  }
}

/// Size of the program that was solved.
public struct ProgramSize: Sendable, Hashable, Codable {
  /// Rows.
  public var rows: Int
  /// Columns.
  public var columns: Int
  /// Nonzeros of the matrix.
  public var nonzeros: Int

  /// Creates a size.
  public init(rows: Int, columns: Int, nonzeros: Int) {
    self.rows = rows
    self.columns = columns
    self.nonzeros = nonzeros
  }
}

/// Everything that is told about a solved scenario, on the screen and in the plan folder.
public struct PlanOutcome: Sendable {
  /// The scenario with the origin of each parameter.
  public var study: ResolvedStudy
  /// How far the run came; ``PlanStatus/optimal`` or ``PlanStatus/feasible``.
  public var status: PlanStatus
  /// The plan, in the units of the program.
  public var plan: Plan
  /// Its money in whole euros.
  public var allocation: Allocation
  /// What the plan is summed up with.
  public var figures: PlanFigures
  /// Each goal level in order.
  public var goals: [GoalOutcome]
  /// What is told of whole steps; `nil` where measures may be put in place in part.
  public var whole: WholeStepsFigures?
  /// What the written tie-break decided; `nil` where it is not the last goal, or not reached.
  public var tieBreak: TieBreakFigures?
  /// Prices of rules (``RulePrices/list(of:at:levels:)``).
  public var prices: [RulePrice]
  /// Prices that prove the bounds of the goals.
  public var proof: ProofDocument
  /// Size of the program.
  public var size: ProgramSize
  /// Seconds each step took.
  public var timings: RunTimings
  /// What was run with what.
  public var identity: RunIdentity

  /// Bundles an outcome.
  public init(
    study: ResolvedStudy, status: PlanStatus, plan: Plan, allocation: Allocation,
    figures: PlanFigures, goals: [GoalOutcome], prices: [RulePrice],
    proof: ProofDocument = ProofDocument(),
    whole: WholeStepsFigures? = nil, tieBreak: TieBreakFigures? = nil, size: ProgramSize,
    timings: RunTimings,
    identity: RunIdentity
  ) {
    self.study = study
    self.status = status
    self.plan = plan
    self.allocation = allocation
    self.figures = figures
    self.goals = goals
    self.prices = prices
    self.proof = proof
    self.whole = whole
    self.tieBreak = tieBreak
    self.size = size
    self.timings = timings
    self.identity = identity
  }

  /// The scenario.
  public var scenario: Scenario { study.scenario }

  /// Why the solve ended before the proof; `nil` where it was not.
  public var stopReason: TerminationStatus? {
    status == .feasible ? goals.last?.termination : nil
  }

  /// The widest gap over the goal levels; `nil` where one of them has no proof.
  public var relativeGap: Double? {
    var widest = 0.0
    for goal in goals {
      guard let gap = goal.relativeGap else { return nil }
      widest = max(widest, gap)
    }
    return widest
  }
}
