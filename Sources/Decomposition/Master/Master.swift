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
      points.contains { $0.places == point.places }
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
  /// The goals held.
  var goals: [HeldGoal] = []
  /// How they are written.
  var references = GoalReferences()
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
  /// Place of the column that is the activity of a row less its ``base(of:)``, where there is one;
  /// the row is fixed then.
  var activityPlaces: [BasisStatus?]
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
    activityPlaces = [BasisStatus?](repeating: nil, count: rowCount)
    columnPlaces = zip(columnLower, columnUpper).map { Self.nonbasic($0, $1) }
    artificialPlaces = [BasisStatus](repeating: .atLower, count: 2 * rowCount)
  }

  static func nonbasic(_ lower: Double, _ upper: Double) -> BasisStatus {
    if lower == upper { return .fixed }
    return lower.isFinite ? .atLower : upper.isFinite ? .atUpper : .free
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
      for goal in goals.indices {
        result[rowCount + goal] += value * goals[goal].coefficients[column]
      }
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

  /// Power of two that makes the objective great beside the tolerance of prices, which is absolute.
  ///
  /// More makes more ties than it ends.
  var magnification: Double {
    let size = abs(cost)
    guard size > 1e-3 else { return 1 }
    var result = 1.0
    while result * size < 1e6 { result *= 2 }
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
    let prices = references.writtenPrices(prices)
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
  /// Points that the last mixture takes something of.
  var pointsInUse: [Point] {
    zip(points, weights).filter { $0.1 > 0 }.map(\.0)
  }

  /// Keeps only some points; where the key is not among them, nor all that are in the basis, that is lost.
  mutating func keep(_ kept: [Int]) {
    let own = self
    self = Self(multiplicity: multiplicity)
    for position in kept { add(own.points[position]) }
    guard let place = kept.firstIndex(of: own.key) else { return }
    key = place
    places = kept.map { own.places[$0] }
    weights = kept.map { own.weights[$0] }
    convexity = own.convexity
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
