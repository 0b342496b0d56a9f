// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

extension Master {
  /// Where the columns and rows of the program of this round stand.
  struct Layout: Sendable {
    var program: LinearProgram
    var costs: [Double]
    var basis: Basis
    /// Column of the first point, after the master's own, the artificial ones and the activities.
    var firstPoint: Int
    /// Slot and point of each column from there on.
    var columns: [(slot: Int32, point: Int32)]
    /// Slot of each convexity row.
    var convexity: [Int]
    /// First and last column of each slot.
    var ranges: [Range<Int>]
  }

  /// Column of the first activity of a row, after the master's own columns and the artificial ones.
  private var firstActivity: Int { columnLower.count + artificial.count }

  /// The program of this round, with the basis of the last.
  func layout() -> Layout {
    let own = columnLower.count
    let activityRows = activityRows
    let first = firstActivity + activityRows.count
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
    var basisColumns = columnPlaces + artificialPlaces + activityPlaces.compactMap { $0 }
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
    for row in activityRows {
      _ = builder.addColumn(
        named: "", lower: rowLower[row] - base(of: row), upper: rowUpper[row] - base(of: row))
      costs.append(0)
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
      let isFixed = hasActivityColumn(row)
      builder.closeRow(
        named: "", lower: (isFixed ? base(of: row) : rowLower[row]) - fixed,
        upper: (isFixed ? base(of: row) : rowUpper[row]) - fixed)
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
      basis: Basis(rows: basisRows, columns: basisColumns), firstPoint: first, columns: columns,
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
      for (goal, held) in goals.enumerated() where held.reduced[position] != 0 {
        list.append((Int32(rowCount + goal), Int32(position), held.reduced[position]))
      }
    }
    for row in rowLower.indices {
      list.append((Int32(row), Int32(columnLower.count + 2 * row), 1))
      list.append((Int32(row), Int32(columnLower.count + 2 * row + 1), -1))
    }
    let rounding = goals.indices.map { goalRounding($0) }
    // What a row is used above its base counts for the goals that refer to it.
    for (offset, row) in activityRows.enumerated() {
      list.append((Int32(row), Int32(firstActivity + offset), -1))
      for (goal, reference) in references.prices.enumerated()
      where row < reference.count
        && abs(reference[row]) > rounding[goal] * breachPrice(of: row)
      {
        list.append((Int32(rowCount + goal), Int32(firstActivity + offset), reference[row]))
      }
    }
    for (goal, reference) in references.prices.enumerated() where mayBreak {
      for (row, price) in reference.enumerated() where price != 0 {
        let artificial = Int32(columnLower.count + 2 * row)
        list.append((Int32(rowCount + goal), artificial, -price))
        list.append((Int32(rowCount + goal), artificial + 1, price))
      }
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
      for goal in point.reducedGoals.indices {
        let base = point.isRay ? 0 : key.reducedGoals[goal]
        let value = point.reducedGoals[goal] - base
        guard abs(value) > rounding[goal] else { continue }
        list.append((Int32(rowCount + goal), place, slot.multiplicity * value))
      }
    }
    return sorted(list)
  }

  /// Difference of a goal that does not count.
  ///
  /// All blocks together change the goal by a small part of the room it is held with. Smaller
  /// numbers would spoil the scaling of the master.
  private func goalRounding(_ goal: Int) -> Double {
    let row = rowCount + goal
    let value = rowLower[row].isFinite ? rowLower[row] : rowUpper[row]
    let blocks = slots.reduce(0) { $0 + $1.multiplicity }
    return Self.unnoticed(value) / max(1, blocks)
  }

  /// Whether rows may be broken at all.
  private var mayBreak: Bool {
    if case .forbidden = breaking { false } else { true }
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
      for (goal, value) in key.reducedGoals.enumerated() {
        result.fixed[rowCount + goal] += times * value
      }
    }
    for goal in goals.indices { result.fixed[rowCount + goal] += reducedConstant(of: goal) }
    return result
  }

  /// Takes over what a solve found.
  mutating func take(_ result: SolverResult, _ layout: Layout) {
    let own = columnLower.count
    let first = layout.firstPoint
    values = Array(result.primal[..<own])
    artificial = Array(result.primal[own..<firstActivity])
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
    takeBasis(result, layout)
  }

  /// Takes over the basis that a solve ended with.
  mutating func takeBasis(_ result: SolverResult, _ layout: Layout) {
    guard let basis = result.basis else { return }
    let own = columnLower.count
    let first = layout.firstPoint
    rowPlaces = Array(basis.rows[..<(rowCount + goals.count)])
    columnPlaces = Array(basis.columns[..<own])
    artificialPlaces = Array(basis.columns[own..<firstActivity])
    for (offset, row) in activityRows.enumerated() {
      activityPlaces[row] = basis.columns[firstActivity + offset]
    }
    for (offset, column) in layout.columns.enumerated() {
      slots[Int(column.slot)].places[Int(column.point)] = basis.columns[first + offset]
    }
    for (offset, index) in layout.convexity.enumerated() {
      slots[index].convexity = basis.rows[rowCount + goals.count + offset]
    }
  }
}
