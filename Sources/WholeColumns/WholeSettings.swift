// SPDX-License-Identifier: GPL-3.0-or-later

/// How hard whole steps are looked for.
public struct WholeSettings: Sendable {
  /// Threads that solve blocks; the answer does not depend on it.
  public var threads = 2
  /// Most steps of blocks that are made whole together.
  public var stepsOfTeam = 120
  /// Teams that are made whole at the same time, each with its share of what the others leave.
  ///
  /// A part of the method and not of the machine: the answer depends on it.
  public var teamsAtOnce = 2
  /// Nodes that a block may take in a pass.
  public var nodesPerBlock = 60
  /// Nodes that a block may take where it has no whole steps yet.
  public var nodesForFirst = 150
  /// Relative gap at which a block counts as solved.
  public var gap = 2e-3
  /// Most rounds of pricing over whole steps before the first level is searched.
  public var priceRounds = 12
  /// Blocks that these rounds solve in all; large programs have fewer rounds, at least 2.
  ///
  /// A later round gives a better plan to start from, but each costs as much as the first.
  public var pricedBlocks = 7_000
  /// How far prices may move from the best known in a round, in parts of them.
  public var priceRadius = 0.1
  /// Passes over all blocks for the first level.
  public var passes = [
    Pass(price: 1, penalty: 1), Pass(price: 1, penalty: 5), Pass(price: 0.6, penalty: nil),
    Pass(price: 0, penalty: nil),
  ]
  /// Passes for levels after the first, which start from whole steps and must keep the goals before.
  public var laterPasses = [Pass(price: 0.6, penalty: nil), Pass(price: 0, penalty: nil)]
  /// Most steps of a program that is searched from the linear optimum, too, where the mixture of
  /// whole points led to whole steps.
  public var stepsForBothStarts = 10_000
  /// Further passes where coupling rows are still broken.
  public var repairs = 4
  /// Goal levels, from the first, for which steps are chosen; later ones keep them.
  public var searchedLevels = 2
  /// Most steps of a program that is searched to the end.
  public var exactSteps = 300
  /// Nodes after which the search to the end is given up.
  public var exactNodes = 3_000

  /// How a pass over the blocks weighs coupling rows.
  ///
  /// At first rows may be broken at little more than their price, so that what one block takes too
  /// much the next ones give back, and what is used must be worth its price. In the end rows hold,
  /// and what is left over may be used up.
  public struct Pass: Sendable {
    /// Part of the prices that counts.
    public var price: Double
    /// What breaking a row costs, in parts of its price; `nil` where rows are not to be broken.
    public var penalty: Double?

    /// Creates a pass.
    public init(price: Double, penalty: Double?) {
      self.price = price
      self.penalty = penalty
    }
  }

  /// Creates settings with the defaults.
  public init() {}
}
