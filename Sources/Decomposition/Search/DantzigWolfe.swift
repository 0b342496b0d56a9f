// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// How the search of a level ended.
enum SearchEnd: Sendable {
  /// The gap is closed.
  case solved
  /// Prices prove more than what was asked about.
  case decided
  /// Time is up or the caller asked to stop.
  case stopped(TerminationStatus)
  /// No point exists: row multipliers of the master prove it, with those of the blocks.
  case infeasible
  /// A block by itself has no point.
  case blockInfeasible(block: Int, proof: [Double])
  /// The cost falls without end.
  case unbounded
  /// Rounding stands in the way.
  case stuck(String)
  /// Points near good prices gave no feasible mixture.
  case noMixture
}

/// Dantzig–Wolfe decomposition over some blocks: points of blocks in, prices out, until the mixture
/// of points and the bound of the prices meet.
final class DantzigWolfe {
  let pricing: Pricing
  let desk: MasterDesk
  /// Blocks that take part, and how they stand in the master.
  let slots: BlockSlots
  let options: DecompositionOptions
  /// Limits and progress; another for each solve of a session.
  var clock: SearchClock
  var master: Master
  var costs: Costs
  /// Prices with the best bound at this level; `nil` before the first.
  var centre: [Double]?
  /// Best bound at this level, in the sense of minimising.
  var bound = -Double.infinity
  /// Duals of each block's rows at ``centre``, once it has a bound.
  var blockDuals: [[Double]] = []
  /// Least priced cost of each block at ``centre``.
  var blockValues: [Double] = []
  /// Whether each block was solved at ``centre``, and not only bounded.
  var isExact: [Bool] = []
  /// Best feasible mixture of this level.
  var incumbent: Mixture?
  /// Prices of the last master.
  var masterPrices: [Double] = []
  /// 1 where the level is minimised, -1 where it is maximised; for progress only.
  var sign = 1.0
  /// Whether values and bounds are those of a sample.
  var isRehearsal = false
  /// Whether the master holds the optimal basis of a similar program.
  var isResumed = false
  /// Whether the master was solved at this level before its first round.
  var isMixed = false
  /// Difference of value and bound at which this level counts as solved, whatever its size.
  var absoluteGap = 0.0
  /// Value on either side of which the level may end, to be minimised.
  var decisionValue: Double?
  /// Rounds of this level.
  var round = 0
  let reach: ImpliedBounds
  var levelName = ""
  var smoothing = Smoothing(0)
  var latestBound = 0.0
  /// Radius of the box around the best prices, relative to them.
  var radius = 0.0
  /// How much wider the box is for each row than its radius says.
  var widening: [Double] = []
  /// Whether there is a mixture, and prices are kept near the best known ones.
  var isNear = false
  /// Prices of each pass of this level.
  var trail: [[Double]] = []
  /// Whether the masters of this level are solved to precise prices by now.
  var isPrecise = false
  /// Part of the gap by which costs of points are perturbed; less each time that got stuck.
  var perturbedShare = 0.0
  var masterIterations = 0
  var masterSeconds = 0.0
  /// Masters in a row, up to the last, that were left before they were optimal.
  var inexactMasters = 0

  init(
    pricing: Pricing, desk: MasterDesk, slots: BlockSlots,
    options: DecompositionOptions, clock: SearchClock
  ) {
    self.pricing = pricing
    self.desk = desk
    self.slots = slots
    master = pricing.structure.master(slots.multiplicities)
    self.options = options
    self.clock = clock
    costs = Costs(level: [], goals: [])
    var mixed = [Bool](repeating: false, count: master.rowCount)
    for block in pricing.structure.blocks {
      for row in block.masterRows { mixed[Int(row)] = true }
    }
    reach = ImpliedBounds(master, mixed: mixed)
  }

  /// Difference of value and bound that is allowed at a relative gap.
  func allowed(_ gap: Double, of size: Double) -> Double { max(absoluteGap, gap * max(1, size)) }

  /// Starts a level.
  ///
  /// - Parameters:
  ///   - name: Name of the level.
  ///   - level: Costs to be minimised over the columns of the whole program.
  ///   - own: The same over the master's own columns.
  func begin(_ name: String, _ level: [Double], own: [Double]) {
    levelName = name
    round = 0
    costs.level = level
    master.costs = own
    master.breaking = .forbidden
    bound = -.infinity
    blockDuals = []
    centre = nil
    incumbent = nil
    isMixed = false
    trail = []
    for slot in master.slots.indices {
      for position in master.slots[slot].points.indices {
        let value = level.isEmpty ? 0 : master.slots[slot].points[position].value(level)
        master.slots[slot].points[position].cost = value
        master.slots[slot].points[position].round = 0
      }
    }
  }

  /// Writes the goals that are held as they are, where rounding stands in the way otherwise.
  func writeGoalsAsTheyAre() {
    costs.reducedGoals = costs.goals
    costs.references.forget()
    master.writeGoalsAsTheyAre()
  }

  /// Holds a goal for the levels after.
  ///
  /// - Parameters:
  ///   - coefficients: The goal over the columns of the whole program.
  ///   - lower: Least value.
  ///   - upper: Greatest value.
  func hold(_ coefficients: [Double], lower: Double, upper: Double) {
    let structure = pricing.structure
    let prices = (centre ?? master.rowLower.map { _ in 0 }).map { sign * $0 }
    let written = master.withoutNoise(
      costs.references.writtenPrices(prices), for: upper.isFinite ? upper : lower)
    let reduced = structure.reduced(coefficients, by: written, after: costs.reducedGoals)
    let reference = costs.references.rowPrices(written)
    costs.goals.append(coefficients)
    costs.reducedGoals.append(reduced)
    costs.references.append(reference)
    let goal = HeldGoal(
      coefficients: structure.masterColumns.map { coefficients[Int($0)] },
      reduced: structure.masterColumns.map { reduced[Int($0)] })
    master.hold(goal, writtenWith: reference, lower: lower, upper: upper)
    for slot in master.slots.indices {
      for position in master.slots[slot].points.indices {
        let point = master.slots[slot].points[position]
        master.slots[slot].points[position].goals.append(point.value(coefficients))
        master.slots[slot].points[position].reducedGoals.append(point.value(reduced))
      }
    }
  }
}
