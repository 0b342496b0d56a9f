// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import FundingMechanisms
import FundingModel
import LinearProgramming
import Report

/// How much less money would do as well, where it is shared out as the optimum does.
///
/// Every envelope that pays beneficiaries is made smaller in the same proportion. The least NIS
/// shortfall is convex in that proportion, so a few solves, each from where the last one ended, close
/// in on the proportion at which it is that of a rule; all rules of a tournament share them.
final class SameForLess {
  /// Width, as a share of the envelopes, at which the search ends.
  static let closeEnough = 5e-4
  /// Most solves for one rule.
  private static let mostSolves = 14

  private let bench: Workbench
  private let limits: WorkLimits
  private let optimum: Scenario
  private let session: any EngineSession
  private var formulation: Formulation?
  private var curve = FallingCurve()

  /// Whole euros of the envelopes.
  let euros: Int64

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - bench: whose engine solves.
  ///   - limits: limits of each solve.
  ///   - optimum: the scenario of the optimum.
  ///   - value: its least shortfall.
  init(_ bench: Workbench, _ limits: WorkLimits, optimum: Scenario, value: Double) {
    self.bench = bench
    self.limits = limits
    var first = optimum
    first.goals = [GoalLevel(.nisShortfall)]
    self.optimum = first
    session = bench.engine.makeSession()
    euros = optimum.vehicles.filter(\.paysBeneficiaries).reduce(0) { sum, vehicle in
      sum
        + optimum.horizon.years.indices.reduce(0) { $0 + vehicle.counted(in: $1).cents / 100 }
    }
    curve.add(.init(scale: 1, value: value))
  }

  /// The money with which the optimum falls short by no more than a rule.
  ///
  /// - Parameter shortfall: that of the rule.
  /// - Returns: the euros; `nil` where the optimum with all of the money falls short by more, or the
  ///   solves end without an answer.
  /// - Throws: where the user stops the work.
  func money(reaching shortfall: Double) throws -> EquivalentMoney? {
    // What is proven is proven to the gap of the solves.
    let wanted = shortfall + 1e-6 * max(1, abs(shortfall))
    for scale in [0.5, 0.25, 0] where (curve.points.first?.value ?? 0) <= wanted {
      if curve.points[0].scale <= scale { continue }
      guard try solve(scale) else { return nil }
    }
    var solves = 0
    while let scales = curve.scales(reaching: wanted) {
      let width = scales.upperBound - scales.lowerBound
      if width <= Self.closeEnough || solves == Self.mostSolves || scales.upperBound == 0 {
        return EquivalentMoney(whole: euros, scales: scales)
      }
      guard try solve((scales.lowerBound + scales.upperBound) / 2) else { return nil }
      solves += 1
    }
    return nil
  }

  /// Works a point out; `false` where the solve ends without a proven optimum.
  private func solve(_ scale: Double) throws -> Bool {
    var scenario = optimum
    for v in scenario.vehicles.indices where scenario.vehicles[v].paysBeneficiaries {
      scenario.vehicles[v].amounts = scenario.vehicles[v].amounts.map {
        EnvelopeYear(
          secured: $0.secured.scaled(by: scale), announced: $0.announced.scaled(by: scale))
      }
    }
    do {
      let fitted = try formulation?.adapted(to: scenario) ?? bench.build(scenario, limits)
      formulation = fitted
      let ordered = try bench.optimise(fitted, limits, in: session)
      if limits.control.shouldStop() { throw WorkFailure.stopped(.interrupted, level: "") }
      guard ordered.isComplete, let value = ordered.levels.first?.value else { return false }
      curve.add(.init(scale: scale, value: value))
      return true
    } catch {
      if limits.control.shouldStop() { throw error }
      return false
    }
  }
}
