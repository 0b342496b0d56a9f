// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import LinearProgramming

/// Ranges while they are looked for: the plans found so far, and what is proven.
struct OpenRanges {
  /// The quantities as sums of columns.
  let sums: [ColumnSum]
  private(set) var ranges: [PlanRange]

  init(_ quantities: [PlanQuantity], sums: [ColumnSum], at optimum: [Double]) {
    self.sums = sums
    ranges = zip(quantities, sums).map { quantity, sum in
      let inPlan = max(0, sum.value(at: optimum))
      return PlanRange(
        quantity: quantity, inPlan: inPlan, least: .init(value: inPlan, bound: 0),
        most: .init(value: inPlan, bound: .infinity))
    }
  }

  /// Distance of an end from its bound that is not told.
  func precision(of place: Int) -> Double {
    max(PlanRange.nothing, RangeSearch.precision * ranges[place].inPlan)
  }

  /// Whether an end is not yet settled.
  ///
  /// What the optimum has none of needs no search for less.
  func isOpen(_ place: Int, _ sense: Sense) -> Bool {
    let range = ranges[place]
    switch sense {
    case .maximize: return range.most.bound - range.most.value > precision(of: place)
    case .minimize:
      return range.inPlan > PlanRange.nothing
        && range.least.value - range.least.bound > precision(of: place)
    }
  }

  /// Ends that are settled.
  var settledEnds: Int {
    ranges.indices.reduce(0) {
      $0 + (isOpen($1, .maximize) ? 0 : 1) + (isOpen($1, .minimize) ? 0 : 1)
    }
  }

  /// Ranges with both ends settled.
  var settled: Int {
    ranges.indices.count { !isOpen($0, .maximize) && !isOpen($0, .minimize) }
  }

  /// Open ends that a bound is known of, to be sought together; `nil` where there are not two.
  ///
  /// - Returns: The terms of the sum, each with the weight that makes its whole way as long as the
  ///   mean way, and that length.
  func together(
    _ sense: Sense
  ) -> (terms: [(place: Int, weight: Double)], length: Double)? {
    let ways = ranges.indices.compactMap { place -> (place: Int, length: Double)? in
      guard isOpen(place, sense) else { return nil }
      let length = sense == .maximize ? ranges[place].most.bound : ranges[place].inPlan
      return length.isFinite ? (place, length) : nil
    }
    guard ways.count > 1 else { return nil }
    let mean = ways.reduce(0) { $0 + $1.length } / Double(ways.count)
    return (ways.map { ($0.place, mean / $0.length) }, mean)
  }

  /// Takes a bound that no plan goes beyond.
  mutating func bound(_ place: Int, mostly most: Double) {
    ranges[place].most.bound = max(ranges[place].inPlan, min(ranges[place].most.bound, most))
  }

  /// Takes what a plan has of every quantity.
  mutating func take(_ point: [Double]) {
    for place in ranges.indices {
      let value = max(0, sums[place].value(at: point))
      ranges[place].least.value = min(ranges[place].least.value, value)
      ranges[place].most.value = max(ranges[place].most.value, value)
    }
  }

  /// Takes the bound of an end that was sought by itself.
  mutating func settle(_ place: Int, _ sense: Sense, bound: Double) {
    switch sense {
    case .maximize: self.bound(place, mostly: max(bound, ranges[place].most.value))
    case .minimize:
      ranges[place].least.bound = min(ranges[place].least.value, max(0, bound))
    }
  }
}
