// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// One solve of one block at prices.
struct BlockSolve {
  /// The block with its rows, all columns free.
  let own: BlockProgram
  let index: Int
  let costs: [Double]
  /// Priced cost of the best point that is known; `nil` where the block must be solved.
  let known: Double?
  /// Improvement on ``known`` below which nothing is sought.
  let room: Double
  /// Whether the duals are wanted as exact as double precision allows.
  let wantsExactDuals: Bool
  private let all: Costs
  private let prices: [Double]

  /// Costs of the block's columns less what they use at prices.
  ///
  /// - Parameters:
  ///   - own: The block.
  ///   - index: Its position.
  ///   - all: What is minimised.
  ///   - prices: Of rows and goals, as they are or as they are written.
  ///   - areAsTheyAre: Whether they are those of goals as they are; then `known` says nothing.
  ///   - known: See ``known``.
  ///   - room: See ``room``.
  ///   - wantsExactDuals: See ``wantsExactDuals``.
  init(
    _ own: BlockProgram, _ index: Int, _ all: Costs, _ prices: [Double],
    areAsTheyAre: Bool = false, known: Double?, room: Double, wantsExactDuals: Bool = false
  ) {
    self.wantsExactDuals = wantsExactDuals || !all.goals.isEmpty
    self.own = own
    self.index = index
    self.all = all
    self.known = known
    self.room = room
    self.prices = prices
    costs =
      areAsTheyAre ? own.block.exactCosts(all, prices) : own.block.pricedCosts(all, prices)
  }

  var block: Block { own.block }

  /// What is solved: columns that cost nothing at this level and that nothing needs are fixed,
  /// which makes it smaller.
  var program: LinearProgram {
    var program = own.program
    for position in block.dispensable {
      let column = Int(block.columns[Int(position)])
      guard all.level.isEmpty || all.level[column] == 0,
        all.goals.allSatisfy({ $0.isEmpty || $0[column] == 0 })
      else { continue }
      let lower = program.columnLower[Int(position)]
      program.setBounds(Variable(Int(position)), lower: lower, upper: lower)
    }
    return program
  }

  func fault(_ reason: String) -> BlockFault {
    BlockFault(
      number: index + 1, columns: block.columns.map { Int($0) }, rows: block.rows.map { Int($0) },
      costs: costs, reason: reason)
  }

  /// Brings a point of an earlier pass up to date.
  ///
  /// - Returns: Its priced cost.
  func renew(_ point: inout Point) -> Double {
    point.renew(at: all)
    return point.pricedCost(prices, rowCount: prices.count - all.goals.count)
  }

  /// Priced cost of an answer.
  func value(of result: SolverResult) -> Double {
    zip(costs, result.primal).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// How much of the priced cost of an answer its duals do not prove; 0 where they prove nothing.
  func unproven(_ result: SolverResult) -> Double {
    let proven = own.provenCost(costs, rowPrices: result.rowDuals)
    return proven.isFinite ? value(of: result) - proven : 0
  }

  func answer(_ result: SolverResult) -> PricingPass.Answer {
    let isRay = result.termination == .unbounded
    var value = value(of: result)
    // At the prices of goals held, a solver's tolerance is not small: only what is proven counts.
    if !isRay, !all.goals.isEmpty { value -= unproven(result) }
    return PricingPass.Answer(
      point: Point(block: index, of: block, result.primal, isRay: isRay, all),
      value: isRay ? -.infinity : value, rowDuals: isRay ? [] : result.rowDuals,
      iterations: result.iterations, isExact: !isRay)
  }
}

extension Block {
  /// Costs of the columns less what they use at prices of master rows and goals as they are
  /// written.
  func pricedCosts(_ all: Costs, _ prices: [Double]) -> [Double] {
    let masterRowCount = prices.count - all.goals.count
    let ownPrices = masterRows.map { prices[Int($0)] }
    return [Double](unsafeUninitializedCapacity: columns.count) { costs, count in
      for position in columns.indices {
        let column = Int(columns[position])
        var cost = all.level.isEmpty ? 0 : all.level[column]
        for entry in coupling.entries(of: position) {
          cost -= ownPrices[Int(coupling.row[entry])] * coupling.value[entry]
        }
        for goal in all.goals.indices where prices[masterRowCount + goal] != 0 {
          cost -= prices[masterRowCount + goal] * all.reducedGoals[goal][column]
        }
        costs.initializeElement(at: position, to: cost)
      }
      count = columns.count
    }
  }

  /// Costs of the columns less what they use at prices of master rows and goals as they are,
  /// rounded once.
  func exactCosts(_ all: Costs, _ prices: [Double]) -> [Double] {
    let masterRowCount = prices.count - all.goals.count
    return columns.indices.map { position in
      let column = Int(columns[position])
      var cost = CompensatedSum(all.level.isEmpty ? 0 : all.level[column])
      for entry in coupling.entries(of: position) {
        let row = Int(masterRows[Int(coupling.row[entry])])
        cost.subtract(prices[row], times: coupling.value[entry])
      }
      for (goal, coefficients) in all.goals.enumerated() where !coefficients.isEmpty {
        cost.subtract(prices[masterRowCount + goal], times: coefficients[column])
      }
      return cost.value
    }
  }
}
