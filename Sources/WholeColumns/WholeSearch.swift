// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming
internal import SideBySide

/// Makes the blocks of a point whole one after the other, and then better.
///
/// The point it starts from keeps the coupling rows; a block that is made whole has what the others
/// leave of them, so that they hold all the way. What a block gives up by rounding is there for
/// those that follow, and prices say whether it is worth using.
struct WholeSearch {
  let solver: any Solver
  let settings: WholeSettings
  let shouldStop: @Sendable () -> Bool

  init(
    _ solver: any Solver, _ settings: WholeSettings, shouldStop: @escaping @Sendable () -> Bool
  ) {
    self.solver = solver
    self.settings = settings
    self.shouldStop = shouldStop
  }

  /// Makes a point whole, and as good as the passes make it.
  ///
  /// - Parameters:
  ///   - state: The point.
  ///   - passes: How its passes weigh coupling rows.
  ///   - costs: Costs of all columns, to be minimised.
  ///   - prices: Prices of coupling rows at the linear optimum.
  ///   - value: Value of the linear optimum.
  ///   - onPass: Told after each pass.
  /// - Throws: As the solver does.
  func improve(
    _ state: inout WholeState, passes: [WholeSettings.Pass], costs: [Double], prices: [Double],
    value: Double, onPass: (Int, Double) -> Void
  ) throws {
    let size = max(1, abs(value))
    let unit = state.activity.indices.map {
      abs(prices[$0]) + 0.3 * size / max(1, abs(state.activity[$0]))
    }
    var aim = WholeAim(costs: costs, prices: prices, penalty: unit)
    var hardest = Self.hard
    let order = Self.order(state, prices)
    var number = 0
    for pass in passes {
      aim.prices = prices.map { pass.price * $0 }
      aim.penalty = unit.map { (pass.penalty ?? Self.hard) * $0 }
      aim.mayBreak = pass.penalty != nil
      // Other neighbours in each pass, so that others trade.
      let shift = number * 3 % max(1, order.count)
      try self.pass(&state, aim, Array(order[shift...] + order[..<shift]))
      number += 1
      onPass(number, Self.value(state, costs))
      if shouldStop() { return }
    }
    for _ in 0..<settings.repairs where !Self.holds(state) {
      hardest *= 10
      aim.penalty = unit.map { hardest * $0 }
      try pass(&state, aim, order)
      number += 1
      onPass(number, Self.value(state, costs))
      if shouldStop() { return }
    }
  }

  /// What breaking a row costs, in parts of its price, where it is the last resort.
  private static let hard = 100.0

  /// Whether every coupling row holds.
  static func holds(_ state: WholeState) -> Bool { state.breach <= 1e-7 }

  static func value(_ state: WholeState, _ costs: [Double]) -> Double {
    zip(costs, state.point).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The blocks whose use of coupling rows is worth most come first: the small ones fill the rest.
  private static func order(_ state: WholeState, _ prices: [Double]) -> [Int] {
    let worth = state.blocks.columns.map { columns in
      columns.reduce(0.0) { sum, column in
        let value = state.point[Int(column)]
        return sum
          + state.blocks.entries(of: Int(column)).reduce(0) {
            $0 + abs(prices[Int($1.0)] * $1.1 * value)
          }
      }
    }
    return worth.indices.sorted { (worth[$1], $0) < (worth[$0], $1) }
  }

  private func pass(
    _ state: inout WholeState, _ aim: WholeAim, _ order: [Int]
  ) throws {
    let size = max(1, settings.teamsAtOnce)
    let teams = teams(order, state)
    for start in stride(from: 0, to: teams.count, by: size) {
      if shouldStop() { break }
      let group = Array(teams[start..<min(start + size, teams.count)])
      for change in try answers(group, state, aim) {
        if let change { state.apply(change) }
      }
    }
    state.recount()
  }

  /// Blocks that are made whole together: small ones share a problem, and so can trade.
  private func teams(_ order: [Int], _ state: WholeState) -> [[Int]] {
    var teams: [[Int]] = []
    var steps = 0
    for block in order {
      let own = state.blocks.columns[block].count { state.steps[Int($0)] > 0 }
      if teams.isEmpty || steps + own > settings.stepsOfTeam {
        teams.append([])
        steps = 0
      }
      teams[teams.count - 1].append(block)
      steps += own
    }
    return teams
  }

  private func answers(
    _ group: [[Int]], _ state: WholeState, _ aim: WholeAim
  ) throws -> [BlockChange?] {
    let share = 1 / Double(group.count)
    let (search, first) = (search(settings.nodesPerBlock), search(settings.nodesForFirst))
    return try Concurrent.map(group, threads: settings.threads) { team in
      try Self.answer(team, state, aim, share, search, first)
    }
  }

  private static func answer(
    _ team: [Int], _ state: WholeState, _ aim: WholeAim, _ share: Double, _ search: BlockSearch,
    _ first: BlockSearch
  ) throws -> BlockChange? {
    let isWhole = team.allSatisfy { state.isWhole($0) }
    // Rows are broken only where there is no other way to whole steps, or to mend them.
    for mayBreak in aim.mayBreak ? [true] : [false, true] {
      let part = BlockProblem(team, state, aim, share: share, mayBreak: mayBreak)
      let outcome = try (isWhole ? search : first).minimise(part.program, part.costs)
      let isKnown = isWhole && (part.isKept || mayBreak)
      if !outcome.point.isEmpty, !isKnown || outcome.value < part.standing {
        return part.changes(outcome.point)
      }
      if isKnown || search.shouldStop() { return nil }
    }
    return nil
  }

  func search(_ nodes: Int) -> BlockSearch {
    BlockSearch(solver: solver, gap: settings.gap, mostNodes: nodes, shouldStop: shouldStop)
  }
}
