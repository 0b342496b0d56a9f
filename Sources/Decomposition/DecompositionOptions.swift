// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// How a program is decomposed and when a level counts as solved.
public struct DecompositionOptions: Sendable {
  /// Threads that solve blocks; the result does not depend on it.
  public var threads = 2
  /// Fewest blocks for which decomposing is worth it; below, the whole program is solved.
  public var fewestBlocks = 12
  /// Fewest columns for which decomposing is worth it.
  public var fewestColumns = 2_000
  /// Relative gap at which a level counts as solved.
  public var gap = 1e-6
  /// Relative gap at which the last of several levels counts as solved, where looser than ``gap``.
  ///
  /// One more unit of the goals held before it is priced up to a million times higher than anything
  /// of the last level. Values of 1e9 and more then cancel out in the bound, and double precision
  /// leaves an error of some 1e-6 in it.
  public var lastLevelGap = 1e-5
  /// Share of the best known prices in the prices that are tried.
  public var smoothing = 0.5
  /// Points that a block may keep in the master.
  public var pointsPerBlock = 4
  /// Blocks beyond which those that are alike move together in the master.
  public var mostSlots = 1_000
  /// Most blocks of a slot, on average: in very large programs there are more slots.
  public var blocksPerSlot = 24
  /// Shares of the blocks in the samples that give the first prices, one after the other.
  public var samples = [0.04, 0.1]
  /// Fewest blocks of a sample.
  public var smallestSample = 100
  /// Most blocks of a sample.
  public var largestSample = 1_000
  /// Relative gap at which a level counts as solved on a sample.
  public var sampleGap = 1e-4
  /// Price vectors of a sample whose points are asked of every block.
  public var replays = 5
  /// Points that improve the master by less than this part of the average are left out.
  public var fewestGain = 0.01
  /// Rounds of a level after which it is given up.
  public var mostRounds = 500
  /// Columns up to which a program is solved whole where rounding stops the decomposition; larger
  /// ones end with what was found.
  public var mostColumnsWhole = 50_000
  /// Difference of value and bound at which the last level counts as solved, where it is more than
  /// the relative gap; as the solve asks for (``SolverOptions/absoluteGap``).
  var absoluteGap = 0.0
  /// Relative gap at which the last level counts as solved, where it is more than the others say
  /// (``SolverOptions/relativeGap``).
  var relativeGap = 0.0
  /// Value of the last level on either side of which the search may end
  /// (``SolverOptions/decisionValue``).
  var decisionValue: Double?
  /// Whether each level leaves behind what a later what-if can start from.
  var remembers = false
  /// Told about each round, for measurements.
  public var onRound: (@Sendable (DecompositionRound) -> Void)?

  /// Creates options with the defaults.
  public init() {}

  /// Slots of the master of a program with so many blocks, at the most.
  func slots(of blocks: Int) -> Int { max(mostSlots, blocks / blocksPerSlot) }

  /// Value on either side of which a level may end, without the constant of its objective.
  func decisionValue(of level: ObjectiveLevel, isLast: Bool) -> Double? {
    guard isLast, level.objective.sense == .minimize else { return nil }
    return decisionValue.map { $0 - level.objective.constant }
  }

  /// These options with what a single solve asks for otherwise.
  func honouring(_ options: SolverOptions) -> DecompositionOptions {
    var result = self
    if let threads = options.threads { result.threads = max(1, threads) }
    result.absoluteGap = options.absoluteGap
    result.relativeGap = options.relativeGap
    result.decisionValue = options.decisionValue
    return result
  }
}

/// What one round of pricing and master did.
public struct DecompositionRound: Sendable {
  /// Name of the level.
  public var level: String
  /// Number of the round in its level, from 1.
  public var number: Int
  /// Whether it looks for a feasible point only.
  public var isFirstPhase: Bool
  /// Value of the master's mixture, in the sense of minimising.
  public var value: Double
  /// Best bound so far, in the sense of minimising.
  public var bound: Double
  /// Bound of this round.
  public var latest: Double
  /// How far the mixture breaks rows.
  public var breach: Double
  /// Blocks priced.
  public var blocks: Int
  /// Points added.
  public var added: Int
  /// Points in the master.
  public var points: Int
  /// Convexity rows of the master.
  public var convexity: Int
  /// Simplex iterations of all blocks.
  public var blockIterations: Int
  /// Simplex iterations of the master.
  public var masterIterations: Int
  /// Seconds of pricing.
  public var pricingSeconds: Double
  /// Seconds of the master.
  public var masterSeconds: Double
  /// Radius of the box around the best prices, relative to them.
  public var radius: Double
}
