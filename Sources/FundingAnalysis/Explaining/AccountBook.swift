// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingFormulation
import FundingModel
public import LinearProgramming

/// Works out what measures that are not complete are worth at the plan's prices.
///
/// The rows across beneficiaries have their prices from the proof; with these, the program of one
/// beneficiary stands alone and is solved for the prices of its own rows. Both together are prices of
/// the whole program, so that the reduced cost of a column says what one more unit of it is worth.
/// Such prices need not be the only ones.
public struct AccountBook: Sendable {
  let formulation: Formulation
  let levels: [CouplingLevel]
  /// Blocks of rows and columns that hang together.
  let blocks: Blocks
  private let coupling: CouplingEntries
  private let rowOfName: [String: Int]

  /// Prepares a book.
  ///
  /// - Parameters:
  ///   - formulation: The program of the plan.
  ///   - levels: Prices of each goal level, in order.
  public init(_ formulation: Formulation, levels: [CouplingLevel]) {
    self.formulation = formulation
    self.levels = levels
    let program = formulation.program
    blocks = Blocks(program)
    coupling = CouplingEntries(program)
    var rows: [String: Int] = [:]
    for row in 0..<program.rowCount where program.rowRole[row] == .coupling {
      rows[program.rowNames[row]] = row
    }
    rowOfName = rows
  }

  /// Prices of one goal level, ready for every beneficiary.
  ///
  /// - Parameter level: Position of the level.
  /// - Returns: The prices; `nil` where the proof has none for the level.
  public func page(of level: Int) -> Page? {
    guard levels.indices.contains(level), formulation.levels.indices.contains(level),
      levels[level].name == formulation.levels[level].objective.name
    else { return nil }
    let program = formulation.program
    var rowPrices = [Double](repeating: 0, count: program.rowCount)
    var costs = formulation.levels[level].objective.coefficients
    for price in levels[level].prices {
      if let row = rowOfName[price.row] {
        rowPrices[row] = price.price
      } else if let held = Self.heldLevel(price.row), held < level {
        let coefficients = formulation.levels[held].objective.coefficients
        for column in costs.indices { costs[column] -= price.price * coefficients[column] }
      } else {
        return nil
      }
    }
    let goals = costs
    for column in costs.indices {
      for entry in coupling.entries(of: column) {
        costs[column] -= rowPrices[Int(coupling.row[entry])] * coupling.value[entry]
      }
    }
    return Page(
      sense: levels[level].sense, rowPrices: rowPrices, goals: goals, costs: costs)
  }

  /// Prices of one goal level.
  public struct Page: Sendable {
    let sense: Sense
    /// Price of each row; 0 for local ones.
    let rowPrices: [Double]
    /// Cost of each column less what the goals held before take.
    let goals: [Double]
    /// The same less prices times coefficients.
    let costs: [Double]
  }

  /// Position of the level that a row `goal[n:name]` holds.
  private static func heldLevel(_ row: String) -> Int? {
    guard row.hasPrefix("goal["), let colon = row.firstIndex(of: ":") else { return nil }
    return Int(row[row.index(row.startIndex, offsetBy: 5)..<colon]).map { $0 - 1 }
  }

  /// What more of each measure is worth at a beneficiary, for every year in which there can be more.
  ///
  /// - Parameters:
  ///   - beneficiary: Position of the beneficiary.
  ///   - page: Prices of the goal level.
  ///   - plan: The plan.
  ///   - solver: Solves the program of the beneficiary.
  /// - Returns: Accounts by measure, then year; `nil` where the solver found no optimum.
  /// - Throws: What the solver throws.
  public func accounts(
    of beneficiary: Int, page: Page, plan: ExplainedPlan, solver: any Solver
  ) throws -> [MeasureAccount]? {
    let open = openColumns(of: beneficiary, plan)
    var result: [MeasureAccount] = []
    var duals: [Int: [Double]] = [:]
    for entry in open {
      if duals[entry.block] == nil {
        let raised = open.filter { $0.block == entry.block }
        guard let found = try rowPrices(of: entry.block, page, raising: raised, solver) else {
          return nil
        }
        duals[entry.block] = found
      }
      result.append(account(entry, page, duals[entry.block] ?? []))
    }
    return result
  }

  /// An increment that could be more than the plan has.
  private struct OpenColumn {
    let measure: Int
    let year: Int
    let column: Int
    let block: Int
    /// Share that could be added at least.
    let room: Double
  }

  private func openColumns(of e: Int, _ plan: ExplainedPlan) -> [OpenColumn] {
    let scenario = formulation.scenario
    var result: [OpenColumn] = []
    for m in scenario.measures.indices {
      for t in scenario.lockedCount..<scenario.horizon.count {
        guard let column = formulation.increment(e, m, year: t)?.position else { continue }
        let room = 1 - plan.shares.share(e, m, t)
        let upper = formulation.program.columnUpper[column]
        let block = Int(blocks.components.ofColumn[column])
        guard block >= 0, room > ExplainedPlan.tolerance,
          plan.plan.increment(e, m, t) < upper - ExplainedPlan.tolerance
        else { continue }
        result.append(
          OpenColumn(measure: m, year: t, column: column, block: block, room: min(room, upper)))
      }
    }
    return result
  }

  /// By how much open increments are raised at most to find the prices at which more would be paid.
  private static let nudge = 1e-4

  /// Prices of the rows of a block; `nil` where it has no optimum.
  ///
  /// Where own funds are used up, they have no single price. With every open increment raised by
  /// next to nothing, the prices are those at which more of it would have to be paid.
  private func rowPrices(
    of block: Int, _ page: Page, raising open: [OpenColumn], _ solver: any Solver
  ) throws -> [Double]? {
    let share = Self.nudge / Double(formulation.scenario.horizon.count)
    var lower: [Int: Double] = [:]
    for entry in open { lower[entry.column] = min(share, entry.room * share) }
    return try solved(block, page, lower, solver) ?? solved(block, page, [:], solver)
  }

  private func solved(
    _ block: Int, _ page: Page, _ lower: [Int: Double], _ solver: any Solver
  ) throws -> [Double]? {
    let result = try answer(block, page, lower: lower, solver)
    return result.termination == .optimal ? result.rowDuals : nil
  }

  /// The optimum of the program of a block at the prices of a page, some bounds replaced.
  func answer(
    _ block: Int, _ page: Page, lower: [Int: Double] = [:], upper: [Int: Double] = [:],
    _ solver: any Solver
  ) throws -> SolverResult {
    let program = formulation.program
    let columns = blocks.columns(of: block)
    var builder = LinearProgramBuilder(name: "block")
    var variables: [Int32: Variable] = [:]
    for column in columns {
      let least = program.columnLower[Int(column)]
      variables[column] = builder.addColumn(
        named: "", lower: max(least, lower[Int(column)] ?? least),
        upper: upper[Int(column)] ?? program.columnUpper[Int(column)])
    }
    for row in blocks.rows(of: block) {
      for entry in program.entries(of: Int(row)) {
        guard let variable = variables[program.columnIndex[entry]] else { continue }
        builder.add(program.coefficient[entry], variable)
      }
      builder.closeRow(
        named: "", lower: program.rowLower[Int(row)], upper: program.rowUpper[Int(row)])
    }
    var options = SolverOptions()
    options.dualTolerance = 1e-9
    return try solver.solve(
      builder.build(),
      for: Objective(
        name: "block", sense: page.sense, coefficients: columns.map { page.costs[Int($0)] }),
      options: options)
  }

  private func account(
    _ open: OpenColumn, _ page: Page, _ duals: [Double]
  ) -> MeasureAccount {
    let program = formulation.program
    let column = open.column
    let sign = page.sense == .maximize ? 1.0 : -1.0
    var (brings, money, staff, others) = (sign * page.goals[column], 0.0, 0.0, 0.0)
    func add(_ row: Int, _ worth: Double) {
      switch Family(rowName: program.rowNames[row]) {
      case .coverage, .avoided, .minimum, .massive: brings += worth
      case .financing, .rate, .results: money += worth
      case .staffing: staff += worth
      default: others += worth
      }
    }
    for entry in coupling.entries(of: column) {
      let row = Int(coupling.row[entry])
      guard page.rowPrices[row] != 0 else { continue }
      add(row, -sign * page.rowPrices[row] * coupling.value[entry])
    }
    for (row, dual) in zip(blocks.rows(of: open.block), duals) where dual != 0 {
      for entry in program.entries(of: Int(row))
      where Int(program.columnIndex[entry]) == column {
        add(Int(row), -sign * dual * program.coefficient[entry])
      }
    }
    return MeasureAccount(
      measure: open.measure, year: open.year, brings: brings, money: money, staff: staff,
      others: others)
  }
}

/// Rows and columns of each block.
struct Blocks: Sendable {
  let components: LocalComponents
  private let columnStart: [Int]
  private let columnList: [Int32]
  private let rowStart: [Int]
  private let rowList: [Int32]

  init(_ program: LinearProgram) {
    components = LocalComponents(program)
    let ofColumn = components.ofColumn
    (columnStart, columnList) = Self.sorted(ofColumn, components.count)
    let ofRow = (0..<program.rowCount).map { row -> Int32 in
      guard program.rowRole[row] == .local, let first = program.entries(of: row).first else {
        return -1
      }
      return ofColumn[Int(program.columnIndex[first])]
    }
    (rowStart, rowList) = Self.sorted(ofRow, components.count)
  }

  /// Positions by group, groups in order; −1 belongs to none.
  private static func sorted(_ group: [Int32], _ count: Int) -> ([Int], [Int32]) {
    var start = [Int](repeating: 0, count: count + 1)
    for value in group where value >= 0 { start[Int(value) + 1] += 1 }
    for place in 0..<count { start[place + 1] += start[place] }
    var next = start
    var list = [Int32](repeating: 0, count: start[count])
    for (position, value) in group.enumerated() where value >= 0 {
      list[next[Int(value)]] = Int32(position)
      next[Int(value)] += 1
    }
    return (start, list)
  }

  func columns(of block: Int) -> ArraySlice<Int32> {
    columnList[columnStart[block]..<columnStart[block + 1]]
  }

  func rows(of block: Int) -> ArraySlice<Int32> {
    rowList[rowStart[block]..<rowStart[block + 1]]
  }
}

/// Coefficients of coupling rows, column by column.
private struct CouplingEntries: Sendable {
  private let start: [Int]
  let row: [Int32]
  let value: [Double]

  init(_ program: LinearProgram) {
    let rows = (0..<program.rowCount).filter { program.rowRole[$0] == .coupling }
    var start = [Int](repeating: 0, count: program.columnCount + 1)
    for row in rows {
      for entry in program.entries(of: row) { start[Int(program.columnIndex[entry]) + 1] += 1 }
    }
    for place in 0..<program.columnCount { start[place + 1] += start[place] }
    var next = start
    var owner = [Int32](repeating: 0, count: start[program.columnCount])
    var value = [Double](repeating: 0, count: owner.count)
    for row in rows {
      for entry in program.entries(of: row) {
        let column = Int(program.columnIndex[entry])
        owner[next[column]] = Int32(row)
        value[next[column]] = program.coefficient[entry]
        next[column] += 1
      }
    }
    self.start = start
    self.row = owner
    self.value = value
  }

  func entries(of column: Int) -> Range<Int> { start[column]..<start[column + 1] }
}
