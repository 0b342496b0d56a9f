// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// The restricted master: which mixture of known points of each block serves best.
///
/// A block is written as its key point plus differences of its other points to it, each taken
/// 0…1 times. The convexity row that keeps their sum below 1 is added only where it is broken, so
/// that the master has the coupling rows and few more. Before each solve the heaviest point of a
/// block becomes its key; the basis is carried over exactly.
struct Master {
  /// The points of one block.
  struct Slot {
    var points: [Point] = []
    /// Place of each point's column in the basis; not used for the key.
    var places: [BasisStatus] = []
    /// Share of each point in the mixture.
    var weights: [Double] = []
    /// Position of the key point.
    var key = 0
    /// Place of the convexity row, where there is one.
    var convexity: BasisStatus?
    /// Blocks that this one stands for: a point of the slot is taken by all of them.
    var multiplicity = 1.0

    /// Whether a point is known already.
    func has(_ point: Point) -> Bool {
      points.contains { $0.columns == point.columns && $0.values == point.values }
    }

    /// Whether there is a point, and not only directions without end.
    private(set) var hasPoint = false

    mutating func add(_ point: Point) {
      let isFirst = !hasPoint && !point.isRay
      places.append(.atLower)
      weights.append(isFirst ? 1 : 0)
      points.append(point)
      if isFirst {
        // Directions may stand before it: only a point can be the key.
        key = points.count - 1
        hasPoint = true
      }
    }
  }

  /// Coefficients of the master's own columns in its rows.
  let coefficients: SparseColumns
  /// Number of coupling rows, without goals.
  let rowCount: Int
  /// Bounds of the coupling rows, then of the goals held.
  var rowLower: [Double]
  var rowUpper: [Double]
  /// Bounds of the master's own columns.
  var columnLower: [Double]
  var columnUpper: [Double]
  /// Coefficients of the goals in the master's own columns.
  var goals: [[Double]] = []
  /// Costs of the master's own columns, to be minimised.
  var costs: [Double]
  /// Values of the master's own columns.
  var values: [Double]
  /// The blocks.
  var slots: [Slot]
  /// What breaking a row costs.
  var breaking = Breaking.forbidden
  /// Whether only breaking rows costs.
  var isElastic: Bool {
    if case .isAllThatCosts = breaking { true } else { false }
  }
  /// Value of each artificial column: two per row or goal, missing and excess.
  var artificial: [Double] = []

  var rowPlaces: [BasisStatus]
  var columnPlaces: [BasisStatus]
  var artificialPlaces: [BasisStatus]

  init(
    coefficients: SparseColumns, rowLower: [Double], rowUpper: [Double], columnLower: [Double],
    columnUpper: [Double], multiplicities: [Double]
  ) {
    self.coefficients = coefficients
    self.rowLower = rowLower
    self.rowUpper = rowUpper
    self.columnLower = columnLower
    self.columnUpper = columnUpper
    rowCount = rowLower.count
    costs = [Double](repeating: 0, count: columnLower.count)
    values = costs
    slots = multiplicities.map { Slot(multiplicity: $0) }
    artificial = [Double](repeating: 0, count: 2 * rowCount)
    rowPlaces = [BasisStatus](repeating: .basic, count: rowCount)
    columnPlaces = zip(columnLower, columnUpper).map { Self.nonbasic($0, $1) }
    artificialPlaces = [BasisStatus](repeating: .atLower, count: 2 * rowCount)
  }

  static func nonbasic(_ lower: Double, _ upper: Double) -> BasisStatus {
    if lower == upper { return .fixed }
    return lower.isFinite ? .atLower : upper.isFinite ? .atUpper : .free
  }

  /// Holds a goal from now on.
  mutating func hold(_ coefficients: [Double], lower: Double, upper: Double) {
    goals.append(coefficients)
    rowLower.append(lower)
    rowUpper.append(upper)
    rowPlaces.append(.basic)
    artificial += [0, 0]
    artificialPlaces += [.atLower, .atLower]
  }

  /// Cost of the mixture.
  var cost: Double {
    var sum = 0.0
    for (cost, value) in zip(costs, values) { sum += cost * value }
    for slot in slots {
      for (point, weight) in zip(slot.points, slot.weights) where weight != 0 {
        sum += slot.multiplicity * weight * point.cost
      }
    }
    return sum
  }

  /// What the mixture uses of each row, then of each goal held.
  var activities: [Double] {
    var result = [Double](repeating: 0, count: rowLower.count)
    for (column, value) in values.enumerated() where value != 0 {
      for entry in coefficients.entries(of: column) {
        result[Int(coefficients.row[entry])] += value * coefficients.value[entry]
      }
      for goal in goals.indices { result[rowCount + goal] += value * goals[goal][column] }
    }
    for slot in slots {
      for (point, weight) in zip(slot.points, slot.weights) where weight != 0 {
        let weight = weight * slot.multiplicity
        for (row, use) in zip(point.rows, point.uses) { result[Int(row)] += weight * use }
        for (goal, value) in point.goals.enumerated() { result[rowCount + goal] += weight * value }
      }
    }
    return result
  }

  /// How far the mixture breaks its rows together, each relative to its size.
  var breach: Double {
    activities.enumerated().reduce(0) { sum, row in
      let excess = max(rowLower[row.offset] - row.element, row.element - rowUpper[row.offset], 0)
      return sum + excess * breachPrice(of: row.offset)
    }
  }

  /// Power of two that makes the objective so great that the tolerance of prices, which is
  /// absolute, is far below the gap.
  var magnification: Double {
    let size = abs(cost)
    guard size > 1e-3, size < 1e7 else { return 1 }
    var result = 1.0
    while result * size < 1e7 { result *= 2 }
    return result
  }

  /// Makes the heaviest point of each block its key, and drops convexity rows that are idle.
  mutating func chooseKeys() {
    for index in slots.indices {
      slots[index].chooseKey()
      if slots[index].convexity == .basic { slots[index].convexity = nil }
    }
  }

  /// Drops points of blocks with too many: those farthest from paying at prices.
  ///
  /// Never those in use, in the basis, or better than the key at these prices. Where few blocks
  /// share many rows each needs more points than elsewhere.
  mutating func drop(beyond most: Int, at prices: [Double]) {
    let most = most + 2 * prices.count / max(1, slots.count)
    for index in slots.indices where slots[index].points.count > most {
      let slot = slots[index]
      let costs = slot.points.map { $0.pricedCost(prices, rowCount: rowCount) }
      let idle = slot.points.indices.filter {
        $0 != slot.key && slot.places[$0] == .atLower && slot.weights[$0] == 0
          && costs[$0] > costs[slot.key]
      }
      let dropped = Set(
        idle.sorted { (costs[$0], $0) > (costs[$1], $1) }.prefix(slot.points.count - most))
      slots[index].keep(slot.points.indices.filter { !dropped.contains($0) })
    }
  }
}

extension Master.Slot {
  mutating func keep(_ kept: [Int]) {
    key = kept.firstIndex(of: key) ?? 0
    points = kept.map { points[$0] }
    places = kept.map { places[$0] }
    weights = kept.map { weights[$0] }
  }

  /// Makes the heaviest point the key.
  ///
  /// The differences to the new key span the same space: a new basis is the old one with the
  /// places of the two keys exchanged, where the idle share of a convexity row is the old key.
  mutating func chooseKey() {
    var heaviest = key
    for position in points.indices
    where !points[position].isRay && weights[position] > weights[heaviest] + 1e-12 {
      heaviest = position
    }
    guard heaviest != key else { return }
    if places[heaviest] == .basic {
      if let row = convexity {
        places[key] = row == .basic ? .basic : .atLower
        convexity = nil
      } else {
        places[key] = .basic
      }
    } else {
      // At its upper bound: exact only where nothing else of the block is in the basis.
      let others = points.indices.contains {
        $0 != key && !points[$0].isRay && places[$0] == .basic
      }
      guard !others, convexity == nil || convexity == .basic else { return }
      convexity = nil
      places[key] = .atLower
    }
    key = heaviest
    places[key] = .atLower
  }
}

extension Master {
  /// Where the columns and rows of the program of this round stand.
  struct Layout: Sendable {
    var program: LinearProgram
    var costs: [Double]
    var basis: Basis
    /// Slot and point of each column after the master's own and the artificial ones.
    var columns: [(slot: Int32, point: Int32)]
    /// Slot of each convexity row.
    var convexity: [Int]
    /// First and last column of each slot.
    var ranges: [Range<Int>]
  }

  /// The program of this round, with the basis of the last.
  func layout() -> Layout {
    let own = columnLower.count
    let first = own + artificial.count
    var columns: [(slot: Int32, point: Int32)] = []
    var ranges: [Range<Int>] = []
    for (index, slot) in slots.enumerated() {
      let start = first + columns.count
      for position in slot.points.indices where position != slot.key {
        columns.append((Int32(index), Int32(position)))
      }
      ranges.append(start..<(first + columns.count))
    }
    let convexity = slots.indices.filter { slots[$0].convexity != nil }
    var builder = LinearProgramBuilder(name: "master")
    var basisColumns = columnPlaces + artificialPlaces
    var costs = isElastic ? [Double](repeating: 0, count: own) : self.costs
    for position in 0..<own {
      _ = builder.addColumn(
        named: "", lower: columnLower[position], upper: columnUpper[position])
    }
    for position in artificial.indices {
      let price = artificialCost(position)
      _ = builder.addColumn(named: "", upper: price == nil ? 0 : .infinity)
      costs.append(price ?? 0)
    }
    for column in columns {
      let slot = slots[Int(column.slot)]
      let point = slot.points[Int(column.point)]
      _ = builder.addColumn(named: "", upper: point.isRay ? .infinity : 1)
      let base = point.isRay ? 0 : slot.points[slot.key].cost
      costs.append(isElastic ? 0 : slot.multiplicity * (point.cost - base))
      basisColumns.append(slot.places[Int(column.point)])
    }
    let entries = rowEntries(columns, first)
    for row in 0..<(rowCount + goals.count) {
      for entry in entries.start[row]..<entries.start[row + 1] {
        builder.add(entries.value[entry], Variable(Int(entries.column[entry])))
      }
      let fixed = entries.fixed[row]
      builder.closeRow(named: "", lower: rowLower[row] - fixed, upper: rowUpper[row] - fixed)
    }
    var basisRows = rowPlaces
    for index in convexity {
      for column in ranges[index] where !isRay(columns[column - first]) {
        builder.add(1, Variable(column))
      }
      builder.closeRow(named: "", upper: 1)
      basisRows.append(slots[index].convexity ?? .basic)
    }
    return Layout(
      program: builder.build(), costs: costs,
      basis: Basis(rows: basisRows, columns: basisColumns), columns: columns,
      convexity: convexity, ranges: ranges)
  }

  func isRay(_ column: (slot: Int32, point: Int32)) -> Bool {
    slots[Int(column.slot)].points[Int(column.point)].isRay
  }

  private struct RowEntries {
    var start: [Int]
    var column: [Int32]
    var value: [Double]
    /// What the keys use of each row.
    var fixed: [Double]
  }

  /// All entries of the coupling and goal rows, row by row.
  private func rowEntries(_ columns: [(slot: Int32, point: Int32)], _ first: Int) -> RowEntries {
    var list: [(row: Int32, column: Int32, value: Double)] = []
    list.reserveCapacity(columns.count * 48)
    for position in columnLower.indices {
      for entry in coefficients.entries(of: position) {
        list.append((coefficients.row[entry], Int32(position), coefficients.value[entry]))
      }
      for (goal, values) in goals.enumerated() where values[position] != 0 {
        list.append((Int32(rowCount + goal), Int32(position), values[position]))
      }
    }
    for row in rowLower.indices {
      list.append((Int32(row), Int32(columnLower.count + 2 * row), 1))
      list.append((Int32(row), Int32(columnLower.count + 2 * row + 1), -1))
    }
    for (offset, column) in columns.enumerated() {
      let slot = slots[Int(column.slot)]
      let point = slot.points[Int(column.point)]
      let place = Int32(first + offset)
      let key = slot.points[slot.key]
      if point.isRay {
        for (row, use) in zip(point.rows, point.uses) {
          list.append((row, place, slot.multiplicity * use))
        }
      } else {
        for (row, use) in point.difference(to: key) {
          list.append((row, place, slot.multiplicity * use))
        }
      }
      for goal in point.goals.indices {
        let base = point.isRay ? 0 : key.goals[goal]
        let value = point.goals[goal] - base
        guard abs(value) > Point.rounding * max(1, abs(base)) else { continue }
        list.append((Int32(rowCount + goal), place, slot.multiplicity * value))
      }
    }
    return sorted(list)
  }

  private func sorted(_ list: [(row: Int32, column: Int32, value: Double)]) -> RowEntries {
    let rows = rowCount + goals.count
    var result = RowEntries(
      start: [Int](repeating: 0, count: rows + 1),
      column: [Int32](repeating: 0, count: list.count),
      value: [Double](repeating: 0, count: list.count),
      fixed: [Double](repeating: 0, count: rows))
    for entry in list { result.start[Int(entry.row) + 1] += 1 }
    for row in 0..<rows { result.start[row + 1] += result.start[row] }
    var next = result.start
    for entry in list {
      let place = next[Int(entry.row)]
      result.column[place] = entry.column
      result.value[place] = entry.value
      next[Int(entry.row)] += 1
    }
    for slot in slots where !slot.points.isEmpty {
      let key = slot.points[slot.key]
      let times = slot.multiplicity
      for (row, use) in zip(key.rows, key.uses) { result.fixed[Int(row)] += times * use }
      for (goal, value) in key.goals.enumerated() { result.fixed[rowCount + goal] += times * value }
    }
    return result
  }

  /// Takes over what a solve found.
  mutating func take(_ result: SolverResult, _ layout: Layout) {
    let own = columnLower.count
    let first = own + artificial.count
    values = Array(result.primal[..<own])
    artificial = Array(result.primal[own..<first])
    for index in slots.indices where !slots[index].points.isEmpty {
      var left = 1.0
      for column in layout.ranges[index] {
        let position = Int(layout.columns[column - first].point)
        let weight = max(0, result.primal[column])
        slots[index].weights[position] = weight
        if !slots[index].points[position].isRay { left -= weight }
      }
      slots[index].weights[slots[index].key] = max(0, left)
      if left < 0 {
        for position in slots[index].points.indices where !slots[index].points[position].isRay {
          slots[index].weights[position] /= 1 - left
        }
      }
    }
    guard let basis = result.basis else { return }
    rowPlaces = Array(basis.rows[..<(rowCount + goals.count)])
    columnPlaces = Array(basis.columns[..<own])
    artificialPlaces = Array(basis.columns[own..<first])
    for (offset, column) in layout.columns.enumerated() {
      slots[Int(column.slot)].places[Int(column.point)] = basis.columns[first + offset]
    }
    for (offset, index) in layout.convexity.enumerated() {
      slots[index].convexity = basis.rows[rowCount + goals.count + offset]
    }
  }
}
