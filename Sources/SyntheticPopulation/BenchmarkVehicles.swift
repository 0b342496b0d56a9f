// SPDX-License-Identifier: GPL-3.0-or-later

internal import FundingModel
internal import SeededDraws

/// The vehicles of a benchmark study, as lines of its study file.
extension BenchmarkStudy {
  func vehicles(for population: Population, agents: Int) -> String {
    kind == .manyVehicles
      ? manyVehicles(for: population, agents: agents) : threeVehicles(agents: agents)
  }

  private func threeVehicles(agents: Int) -> String {
    """
      appels:
        title: Appels à financement
        pays: [one_off]
        amounts: \(amounts(agents * 40))
        carry_over: 20 %
        ceiling: { fixed: 30 k€, agents: 80 €, per: horizon }
      regional:
        title: Fonds régional
        pays: [one_off, recurring]
        amounts: \(amounts(agents * 30))
      dotation:
        title: Dotation
        pays: [recurring]
        amounts: \(amounts(agents * 25))
        after_horizon: \(agents * 25) €
    """
  }

  /// As much money as the three vehicles have, cut into many.
  ///
  /// The first few take all domains and everyone, so that somebody pays for each need.
  private func manyVehicles(for population: Population, agents: Int) -> String {
    var generator = SeededGenerator(seed: seed, stream: 201)
    let weights = (0..<Self.vehicleCount).map { _ in generator.below(5) + 1 }
    let shares = apportion(agents * 95, to: weights)
    let regions = Set(population.beneficiaries.map(\.region.rawValue)).sorted()
    return shares.enumerated().map { position, euros in
      let natures = [["one_off"], ["recurring"], ["one_off", "recurring"]][position % 3]
      var lines = [
        "  v\(Self.padded(position + 1)):", "    title: Vecteur \(position + 1)",
        "    pays: [\(natures.joined(separator: ", "))]",
      ]
      if position >= 6 {
        lines.append("    domains: [\(domains(&generator).joined(separator: ", "))]")
        lines += eligible(regions, &generator)
      }
      lines.append("    amounts: \(amounts(euros))")
      lines += terms(position, &generator)
      if natures.contains("recurring") { lines.append("    after_horizon: \(euros / 2) €") }
      return lines.joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// One or two domains that some measure belongs to.
  private func domains(_ generator: inout SeededGenerator) -> [String] {
    let known = Self.domains.prefix(measures)
    let order = generator.order(known.count)
    return order.prefix(generator.below(2) + 1).sorted().map { known[$0] }
  }

  /// Whom a vehicle pays: everyone, some statuses, one kind, or every other region.
  private func eligible(
    _ regions: [String], _ generator: inout SeededGenerator
  ) -> [String] {
    let parity = generator.below(2)
    let half = regions.indices.filter { $0 % 2 == parity || regions.count == 1 }
    let choices = [
      nil, "statuses: [public]", "statuses: [public, non_profit]",
      "statuses: [non_profit, for_profit]", "kinds: [ght]", "kinds: [legal_entity]",
      "regions: [" + half.map { "\"\(regions[$0])\"" }.joined(separator: ", ") + "]",
    ]
    return generator.pick(choices).map { ["    eligible: { \($0) }"] } ?? []
  }

  /// Ceiling, rate, carry-over and lag, for some vehicles each.
  private func terms(_ position: Int, _ generator: inout SeededGenerator) -> [String] {
    var lines: [String] = []
    let fixed = generator.below(20) + 5
    let perAgent = generator.below(40) + 10
    let rate = generator.pick([60, 80])
    let carried = generator.pick([0, 10, 20])
    if position % 3 == 0 {
      lines.append("    ceiling: { fixed: \(fixed) k€, agents: \(perAgent) €, per: horizon }")
    }
    if position % 4 == 3 { lines.append("    rate: \(rate) %") }
    if carried > 0 { lines.append("    carry_over: \(carried) %") }
    // A lag as long as a short plan would leave a vehicle nothing to pay.
    if position % 8 == 7, years > 2 { lines.append("    lag: 1") }
    return lines
  }

  /// The same amount every year, in euros.
  private func amounts(_ euros: Int) -> String {
    let pairs = (0..<years).map { "\(2026 + $0): \(euros) €" }
    return "{ " + pairs.joined(separator: ", ") + " }"
  }
}
