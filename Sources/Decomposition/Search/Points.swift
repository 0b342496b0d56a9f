// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

extension DantzigWolfe {
  /// Solves blocks at prices and adds every answer; for first points.
  func addPoints(at prices: [Double]) throws -> SearchEnd? {
    let pass = try pass(prices)
    if let end = end(of: pass) { return end }
    for (slot, places) in slots.members.enumerated() {
      if let point = pass.point(of: places) { master.slots[slot].add(point) }
    }
    return nil
  }

  /// Gives a point to every block that has none, or only directions without end: any that its rows
  /// allow.
  func completePoints() throws -> SearchEnd? {
    let without = master.slots.indices.filter { !master.slots[$0].hasPoint }
    guard !without.isEmpty else { return nil }
    let nothing = Costs(
      level: [], goals: [[Double]](repeating: [], count: costs.goals.count))
    let zero = [Double](repeating: 0, count: master.rowCount + costs.goals.count)
    let clock = clock
    let blocks = without.flatMap { slots.members[$0].map { slots.solved[$0] } }
    let pass = try pricing.price(blocks, nothing, zero) { clock.wantsStop != nil }
    if let end = end(of: pass) { return end }
    var next = 0
    for slot in without {
      let places = next..<(next + slots.members[slot].count)
      next = places.upperBound
      guard var point = pass.point(of: places) else { continue }
      point.renew(at: costs)
      master.slots[slot].add(point)
    }
    return nil
  }

  /// Best points at prices; where every block has points, blocks that cannot improve the bound by
  /// a noticeable part of the gap are left out.
  func pass(_ prices: [Double]) throws -> PricingPass {
    let clock = clock
    return try pricing.price(slots.solved, costs, prices, known: known(at: prices)) {
      clock.wantsStop != nil
    }
  }

  func known(at prices: [Double]) -> [(cost: Double, room: Double)]? {
    guard hasMixture, bound.isFinite else { return nil }
    let open = abs((incumbent?.cost ?? master.cost) - bound)
    let wanted = allowed(options.gap, of: abs(bound))
    let room = Self.roomShare * max(wanted, min(open, 1e3 * wanted)) / Double(slots.solved.count)
    let prices = costs.references.writtenPrices(prices)
    return zip(master.slots, slots.members).flatMap { slot, places in
      // What is known of several blocks together says nothing of one of them.
      guard places.count == 1 else { return places.map { _ in (Double.infinity, room) } }
      var least = Double.infinity
      for point in slot.points where !point.isRay {
        least = min(least, point.pricedCost(prices, rowCount: master.rowCount))
      }
      return [(least, room / slot.multiplicity)]
    }
  }

  /// Part of the gap that blocks left out may cost the bound, all together.
  static let roomShare = 0.05

  /// Adds the points that improve the mixture at the master's own prices.
  func addImproving(_ pass: PricingPass) -> Int {
    let count = master.rowCount
    let prices = costs.references.writtenPrices(masterPrices)
    let size = incumbent?.cost ?? (bound.isFinite ? bound : 0)
    let share = 1e-2 * allowed(options.gap, of: abs(size)) / Double(max(1, slots.count))
    let found = slots.members.map { pass.point(of: $0) }
    var gains = [Double](repeating: 0, count: found.count)
    for (slot, point) in found.enumerated() {
      guard let point else { continue }
      let cost = point.pricedCost(prices, rowCount: count)
      if point.isRay {
        gains[slot] = cost < 0 ? .infinity : 0
        continue
      }
      let least = master.slots[slot].points.lazy.filter { !$0.isRay }
        .map { $0.pricedCost(prices, rowCount: count) }.min()
      guard let least else {
        gains[slot] = .infinity
        continue
      }
      let times = master.slots[slot].multiplicity
      gains[slot] = least - cost > 1e-14 * abs(cost) ? (least - cost) * times : 0
    }
    let total = gains.reduce(0) { $0 + ($1.isFinite ? $1 : 0) }
    let least = max(share, options.fewestGain * total / Double(max(1, slots.count)))
    var added = 0
    for (slot, point) in found.enumerated() where gains[slot] > least {
      guard var point, !master.slots[slot].has(point) else { continue }
      point.round = round
      master.slots[slot].add(point)
      added += 1
    }
    return added
  }
}
