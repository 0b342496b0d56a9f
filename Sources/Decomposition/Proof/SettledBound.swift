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
    let pass = try pricing.price(slots.solved, costs, masterPrices, wantsExactDuals: true) { false }
    takeBound(of: pass, at: masterPrices)
    try settleBound()
    if bound <= kept.1 { (centre, bound, blockDuals, blockValues, isExact) = kept }
  }

  /// Computes the bound of the best prices anew, from the duals of every block by weak duality.
  ///
  /// Blocks that were left out at these prices are solved, so that their duals are exact. With
  /// goals held all are, at the goals as they are: what is cut off as rounding where they are
  /// written otherwise can count more than the gap, at the prices of late goals.
  func settleBound() throws {
    guard let centre, blockDuals.count == slots.solved.count else { return }
    let areHeld = !costs.goals.isEmpty
    let inexact = slots.solved.indices.filter { !isExact[$0] || areHeld }
    if !inexact.isEmpty {
      let pass = try pricing.price(
        inexact.map { slots.solved[$0] }, costs, centre, wantsExactDuals: true,
        asTheyAre: areHeld
      ) { false }
      for (place, answer) in zip(inexact, pass.answers) where !answer.rowDuals.isEmpty {
        blockDuals[place] = answer.rowDuals
        blockValues[place] = answer.value
        isExact[place] = true
      }
    }
    let values = slots.solved.indices.map { place in
      let own = pricing.structure.program(of: slots.solved[place])
      let proven = own.provenCost(
        own.block.exactCosts(costs, centre), rowPrices: blockDuals[place])
      return proven.isFinite ? proven : blockValues[place]
    }
    bound = DualBound.value(centre, master, blockValues: counted(values), reach: reach)
  }

  /// Keeps prices whose bound is better.
  func takeBound(of pass: PricingPass, at prices: [Double]) {
    let value = DualBound.value(
      prices, master, blockValues: counted(pass.answers.map(\.value)), reach: reach)
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

  /// Values of the blocks that are solved, each as often as it counts, slot by slot.
  func counted(_ values: [Double]) -> [Double] {
    zip(slots.members, slots.multiplicities).map { places, times in
      times * values[places].reduce(0, +)
    }
  }
}
