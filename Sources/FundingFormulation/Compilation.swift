// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import LinearProgramming

/// The state of building one program: the data, the columns so far, and the builder.
struct Compilation: Sendable {
  var data: ScenarioData
  var columns: Columns
  var builder: LinearProgramBuilder
  var layout = RowLayout()
  /// What was really done and paid.
  var locked: LockedMoney
  /// Curves of avoided loss, by e·K + k; `nil` where there is nothing to avoid.
  var curves: [LossCurve?] = []

  init(_ scenario: Scenario) throws(FormulationError) {
    data = try ScenarioData(scenario)
    columns = Columns(data)
    locked = try LockedMoney(data)
    builder = LinearProgramBuilder(name: scenario.title)
  }

  var scenario: Scenario { data.scenario }
  var names: ScenarioIndex { data.index }

  /// Whether a year is locked: facts win over rules that speak of it alone.
  func isLocked(_ t: Int) -> Bool { t < locked.years }

  /// Years that are not locked.
  var openYears: Range<Int> { locked.years..<data.yearCount }

  // MARK: Columns by their indices; `nil` where they do not exist

  func increment(_ e: Int, _ m: Int, _ t: Int) -> Variable? {
    variable(columns.increment[e * data.measureCount + m], offset: t)
  }

  func grant(_ v: Int, _ e: Int, _ p: Int, _ t: Int) -> Variable? {
    let vehicle = scenario.vehicles[v]
    guard t >= 0, t + vehicle.lag < data.yearCount else { return nil }
    return variable(
      columns.grant[(e * scenario.vehicles.count + v) * data.potCount + p], offset: t)
  }

  func own(_ e: Int, _ p: Int, _ t: Int) -> Variable? {
    variable(columns.own[e * data.potCount + p], offset: t)
  }

  func shortfall(_ e: Int, _ o: Int, _ t: Int) -> Variable? {
    variable(columns.shortfall[(e * scenario.objectives.count + o) * data.yearCount + t])
  }

  func avoided(_ e: Int, _ k: Int, _ t: Int, _ piece: Int) -> Variable? {
    variable(
      columns.avoided[e * scenario.threats.count + k],
      offset: t * scenario.economics.lossPieces + piece)
  }

  func spent(_ v: Int, _ t: Int) -> Variable? { variable(columns.spent[v * data.yearCount + t]) }
  func carry(_ v: Int, _ t: Int) -> Variable? {
    t < 0 ? nil : variable(columns.carry[v * data.yearCount + t])
  }

  func pay(_ s: Int, _ v: Int, _ nature: CostNature, _ t: Int) -> Variable? {
    let natureIndex = nature == .oneOff ? 0 : 1
    let slot = (s * scenario.vehicles.count + v) * 2 + natureIndex
    return variable(columns.pay[slot * data.yearCount + t])
  }

  private func variable(_ start: Int32, offset: Int = 0) -> Variable? {
    start < 0 ? nil : Variable(Int(start) + offset)
  }

  // MARK: Expressions added to the row under construction

  /// Adds `factor · Σ_{u≤t} d[e,m,u]`.
  mutating func addProgress(_ factor: Double, _ e: Int, _ m: Int, through t: Int) {
    guard let first = increment(e, m, 0) else { return }
    for u in 0...t { builder.add(factor, Variable(first.position + u)) }
  }

  /// Adds `factor · need` of a pot in a year, and returns the constant part of `factor · need`.
  mutating func addNeed(_ factor: Double, _ e: Int, _ p: Int, _ t: Int) -> Double {
    var constant = 0.0
    let isOneOff = data.index.pots[p].nature == .oneOff
    let existing = scenario.economics.existingCostsOutsidePlan ? 0.0 : 1.0
    for m in data.measuresOfPot[p] where data.isEligible[e * data.measureCount + m] {
      if isOneOff {
        if let variable = increment(e, m, t) {
          builder.add(factor * data.oneOffCost(e, m, t), variable)
        }
      } else {
        let cost = data.recurringCost(e, m, t)
        addProgress(factor * cost, e, m, through: t)
        constant += factor * existing * cost * data.initialShare(e, m)
      }
    }
    return constant
  }

  /// Adds `factor · Σ_p g[v,e,p,t]` and says whether any such column exists.
  @discardableResult
  mutating func addGrants(_ factor: Double, _ v: Int, _ e: Int, _ t: Int) -> Bool {
    var found = false
    for p in 0..<data.potCount {
      guard let variable = grant(v, e, p, t) else { continue }
      builder.add(factor, variable)
      found = true
    }
    return found
  }
}
