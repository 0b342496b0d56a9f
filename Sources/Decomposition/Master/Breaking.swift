// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// What it costs the master to break its rows.
enum Breaking: Sendable {
  /// No row may be broken.
  case forbidden
  /// Rows may be broken, and nothing else costs: the search for a first feasible mixture.
  case isAllThatCosts
  /// Breaking rows costs, beside the costs of the level.
  case priced(PriceBox)
}

/// Limits of the prices that a master may give, and so of what it costs to break a row.
struct PriceBox: Sendable {
  /// Least price of each row: what one unit too much costs, with its sign turned.
  var lower: [Double]
  /// Greatest price of each row: what one unit less costs.
  var upper: [Double]

  /// A box around prices.
  ///
  /// - Parameters:
  ///   - centre: Prices in the middle.
  ///   - radius: Distance of the edges.
  ///   - rowLower: Lower bounds of the rows: without one, a price is at most 0.
  ///   - rowUpper: Upper bounds of the rows: without one, a price is at least 0.
  init(around centre: [Double], radius: [Double], rowLower: [Double], rowUpper: [Double]) {
    lower = centre.indices.map { row in
      rowUpper[row].isFinite ? centre[row] - radius[row] : max(0, centre[row] - radius[row])
    }
    upper = centre.indices.map { row in
      rowLower[row].isFinite ? centre[row] + radius[row] : min(0, centre[row] + radius[row])
    }
  }
}

extension Master {
  /// Price of one unit of breaking a row, where only feasibility counts.
  func breachPrice(of row: Int) -> Double {
    let bounds = [rowLower[row], rowUpper[row]].filter(\.isFinite).map(abs)
    return 1 / max(1, bounds.max() ?? 1)
  }

  /// Cost of an artificial column; `nil` where it may not be used.
  func artificialCost(_ position: Int) -> Double? {
    let row = position / 2
    let isMissing = position % 2 == 0
    switch breaking {
    case .forbidden: return nil
    case .isAllThatCosts: return breachPrice(of: row)
    case .priced(let box):
      let edge = isMissing ? box.upper[row] : -box.lower[row]
      // At a price of 0 it would be the slack of the row once more.
      let isSlack = edge == 0 && !(isMissing ? rowLower[row] : rowUpper[row]).isFinite
      return isSlack ? nil : edge
    }
  }

  /// Whether the last solve left any artificial column in use.
  var usesArtificial: Bool { artificial.contains { $0 > 1e-9 } }

  /// Starts anew from the best points at prices: every priced row is at the bound that its price
  /// pays for, and what is missing there or too much is an artificial column.
  ///
  /// The basis is feasible, and its prices are at the edges of a box around `prices`.
  mutating func start(at prices: [Double]) {
    let written = references.writtenPrices(prices)
    for index in slots.indices {
      slots[index].start(at: written, rowCount: rowCount)
    }
    values = zip(columnLower, columnUpper).map { $0.isFinite ? $0 : $1.isFinite ? $1 : 0 }
    columnPlaces = zip(columnLower, columnUpper).map { Self.nonbasic($0, $1) }
    artificialPlaces = [BasisStatus](repeating: .atLower, count: artificial.count)
    for row in activityRows { rowPlaces[row] = .fixed }
    let used = activities
    for row in rowLower.indices {
      let isLow = used[row] < rowLower[row]
      let isHigh = used[row] > rowUpper[row]
      let isAtLower = isLow || !isHigh && prices[row] > 0
      let bound = isAtLower ? rowLower[row] : rowUpper[row]
      let artificial = 2 * row + (used[row] < bound ? 0 : 1)
      var place = BasisStatus.basic
      if isLow || isHigh || prices[row] != 0, bound.isFinite, artificialCost(artificial) != nil {
        place = rowLower[row] == rowUpper[row] ? .fixed : isAtLower ? .atLower : .atUpper
        artificialPlaces[artificial] = .basic
      }
      if hasActivityColumn(row) { activityPlaces[row] = place } else { rowPlaces[row] = place }
    }
  }

  /// How much rows are broken, each relative to its size.
  var breakingCost: Double {
    artificial.indices.reduce(0) { $0 + breachPrice(of: $1 / 2) * artificial[$1] }
  }

  /// What a price of each row would be if that row alone made up the whole cost.
  var priceUnits: [Double] {
    let cost = max(abs(cost), 1e-6)
    return rowLower.indices.map { cost * breachPrice(of: $0) }
  }
}

extension Master.Slot {
  /// Takes only the best point at prices.
  fileprivate mutating func start(at prices: [Double], rowCount: Int) {
    let costs = points.map { $0.isRay ? .infinity : $0.pricedCost(prices, rowCount: rowCount) }
    key = costs.indices.min { (costs[$0], -$0) < (costs[$1], -$1) } ?? 0
    convexity = nil
    for position in points.indices {
      places[position] = .atLower
      weights[position] = position == key ? 1 : 0
    }
  }
}
