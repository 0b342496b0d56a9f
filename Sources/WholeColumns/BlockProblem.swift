// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// Some blocks with what the others leave of the coupling rows.
///
/// Its columns are the blocks' own, then changes of the free columns that its coupling rows lead to,
/// then, where rows may be broken, what they are broken by.
struct BlockProblem {
  /// The program, to be minimised for ``costs``.
  let program: LinearProgram
  let costs: [Double]
  /// Columns of the blocks in the whole program.
  private let own: [Int32]
  /// Free columns in the whole program.
  private let free: [Int32]
  /// Value of the blocks as they stand, with its share of what is broken.
  let standing: Double
  /// Whether all coupling rows that they can move hold as they stand.
  let isKept: Bool

  /// Puts the problem of some blocks together.
  ///
  /// - Parameters:
  ///   - team: Numbers of the blocks.
  ///   - state: Where all columns and coupling rows stand.
  ///   - aim: Costs of columns, prices of coupling rows.
  ///   - share: Part of the room in coupling rows that is for these blocks.
  ///   - mayBreak: Whether coupling rows may be broken at their penalties.
  init(
    _ team: [Int], _ state: WholeState, _ aim: WholeAim, share: Double, mayBreak: Bool
  ) {
    let blocks = state.blocks
    let whole = state.program
    let own = team.flatMap { blocks.columns[$0] }
    let link = Link(own, blocks)
    let free = link.free
    var builder = LinearProgramBuilder(name: "")
    var costs: [Double] = []
    var terms = [[(Int, Double)]](repeating: [], count: link.rows.count)
    var standing = 0.0
    var isKept = true
    for block in team { builder.addBlock(block, state) }
    for (place, column) in own.enumerated() {
      let column = Int(column)
      costs.append(aim.cost(of: column, blocks))
      standing += aim.cost(of: column, blocks) * state.point[column]
      for (row, value) in blocks.entries(of: column) {
        terms[link.place(row)].append((place, value))
      }
    }
    var places: [Int32: Int] = [:]
    for column in free {
      places[column] = costs.count
      let value = state.point[Int(column)]
      _ = builder.addColumn(
        named: "", lower: min(0, share * (whole.columnLower[Int(column)] - value)),
        upper: max(0, share * (whole.columnUpper[Int(column)] - value)))
      costs.append(aim.cost(of: Int(column), blocks))
    }
    for (place, row) in link.rows.enumerated() {
      let used = terms[place].reduce(0) { $0 + $1.1 * state.point[Int(own[$1.0])] }
      let (lower, upper) = state.room(of: Int(row))
      let broken = max(0, lower, -upper)
      isKept = isKept && broken == 0
      if mayBreak {
        standing += share * broken * aim.penalty[Int(row)]
        for (sign, bound) in [(1.0, lower), (-1.0, upper)] where bound.isFinite {
          builder.add(sign, builder.addColumn(named: ""))
          costs.append(aim.penalty[Int(row)])
        }
      }
      for (column, value) in terms[place] { builder.add(value, Variable(column)) }
      for entry in blocks.freeEntries[Int(row)] {
        if let column = places[entry.column] { builder.add(entry.value, Variable(column)) }
      }
      // Rows that hold keep holding; a row that is broken asks each block for its share.
      builder.closeRow(
        named: "", lower: used + share * lower, upper: used + share * upper)
    }
    program = builder.build()
    self.own = own
    self.free = free
    self.costs = costs
    self.standing = standing
    self.isKept = isKept
  }

  /// A block at given prices, without coupling rows.
  init(alone block: Int, _ state: WholeState, _ aim: WholeAim) {
    let blocks = state.blocks
    own = blocks.columns[block]
    free = []
    standing = 0
    isKept = true
    costs = own.map { aim.cost(of: Int($0), blocks) }
    var builder = LinearProgramBuilder(name: "")
    builder.addBlock(block, state)
    program = builder.build()
  }

  /// What a solution changes in the whole program.
  func changes(_ point: [Double]) -> BlockChange {
    BlockChange(
      columns: own, values: Array(point.prefix(own.count)), free: free,
      added: Array(point[own.count..<(own.count + free.count)]))
  }
}

extension LinearProgramBuilder {
  /// Adds the columns and local rows of a block.
  fileprivate mutating func addBlock(_ block: Int, _ state: WholeState) {
    let (whole, blocks) = (state.program, state.blocks)
    let before = columnCount
    for column in blocks.columns[block] {
      let column = Int(column)
      _ = addColumn(
        named: "", lower: whole.columnLower[column], upper: whole.columnUpper[column],
        domain: state.steps[column] > 0 ? .integer : .continuous)
    }
    for row in blocks.rows[block] {
      for entry in whole.entries(of: Int(row)) {
        let column = Int(whole.columnIndex[entry])
        add(whole.coefficient[entry], Variable(before + Int(blocks.position[column])))
      }
      closeRow(named: "", lower: whole.rowLower[Int(row)], upper: whole.rowUpper[Int(row)])
    }
  }
}

/// New values of blocks' columns, and what is added to free columns.
struct BlockChange: Sendable {
  let columns: [Int32]
  let values: [Double]
  let free: [Int32]
  let added: [Double]
}

/// The coupling rows and free columns that blocks can move.
private struct Link {
  private(set) var rows: [Int32] = []
  private(set) var free: [Int32] = []
  private var places: [Int32: Int] = [:]

  init(_ columns: [Int32], _ blocks: WholeBlocks) {
    var seen = Set<Int32>()
    for column in columns {
      for (row, _) in blocks.entries(of: Int(column)) where seen.insert(row).inserted {
        rows.append(row)
      }
    }
    // A free column reaches every row it stands in, and those their other free columns.
    var reached = Set<Int32>()
    var next = 0
    while next < rows.count {
      for entry in blocks.freeEntries[Int(rows[next])] where reached.insert(entry.column).inserted {
        free.append(entry.column)
        for row in blocks.rowsOfFree[Int(blocks.position[Int(entry.column)])]
        where seen.insert(row).inserted {
          rows.append(row)
        }
      }
      next += 1
    }
    rows.sort()
    free.sort()
    for (place, row) in rows.enumerated() { places[row] = place }
  }

  func place(_ row: Int32) -> Int { places[row] ?? 0 }
}
