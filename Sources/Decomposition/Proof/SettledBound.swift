// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

extension DantzigWolfe {
  /// Keeps the mixture where it is feasible and the best of this level.
  ///
  /// - Parameter isPolished: Whether the master was solved once more, for a smaller breach: then
  ///   the mixture is the better one, be its cost a little higher.
  func takeMixture(isPolished: Bool = false) {
    guard !master.isElastic, hasMixture else { return }
    let breach = master.breach
    guard breach <= Self.noBreach else { return }
    if let incumbent {
      guard master.cost <= incumbent.cost || isPolished && breach < incumbent.breach else {
        return
      }
    }
    incumbent = Mixture(of: master, breach: breach)
  }

  /// Takes the prices of the polished master instead, where they prove more.
  ///
  /// Prices of earlier levels can be so high that rounding in the best known prices costs more
  /// than the gap allows.
  func tryPolishedPrices() throws {
    let kept = (centre, bound, blockDuals, blockValues, isExact)
    bound = -.infinity
    centre = masterPrices
    let pass = try pricing.price(chosen, costs, masterPrices, wantsExactDuals: true) { false }
    takeBound(of: pass, at: masterPrices)
    try settleBound()
    if bound <= kept.1 { (centre, bound, blockDuals, blockValues, isExact) = kept }
  }

  /// Computes the bound of the best prices anew, from the duals of every block by weak duality.
  ///
  /// Blocks that were left out at these prices are solved, so that their duals are exact.
  func settleBound() throws {
    guard let centre, blockDuals.count == chosen.count else { return }
    // High prices of earlier levels make rounding of all duals count.
    let inexact = chosen.indices.filter { !isExact[$0] || !costs.goals.isEmpty }
    if !inexact.isEmpty {
      let pass = try pricing.price(
        inexact.map { chosen[$0] }, costs, centre, wantsExactDuals: true
      ) { false }
      for (slot, answer) in zip(inexact, pass.answers) where !answer.rowDuals.isEmpty {
        blockDuals[slot] = answer.rowDuals
        blockValues[slot] = answer.value
        isExact[slot] = true
      }
    }
    let values = chosen.indices.map { slot in
      let block = pricing.structure.blocks[chosen[slot]]
      let proven = block.provenCost(
        block.pricedCosts(costs, centre), rowPrices: blockDuals[slot])
      return (proven.isFinite ? proven : blockValues[slot]) * master.slots[slot].multiplicity
    }
    bound = DualBound.value(centre, master, blockValues: values, reach: reach)
  }

  /// Keeps prices whose bound is better.
  func takeBound(of pass: PricingPass, at prices: [Double]) {
    let values = zip(pass.answers, master.slots).map { $0.value * $1.multiplicity }
    let value = DualBound.value(prices, master, blockValues: values, reach: reach)
    latestBound = value
    if !master.isElastic, let incumbent {
      smoothing.learn(from: value, after: bound, towards: incumbent.cost)
    }
    guard value > bound else { return }
    bound = value
    centre = prices
    blockDuals = pass.answers.map(\.rowDuals)
    blockValues = pass.answers.map(\.value)
    isExact = pass.answers.map { $0.isExact }
  }
}
