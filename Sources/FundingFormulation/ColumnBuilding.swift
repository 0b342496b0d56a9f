// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import LinearProgramming

/// Adds the columns of the program; `docs/model.md` §2 says when each exists.
extension Compilation {
  mutating func addColumns() throws(FormulationError) {
    curves = Array(repeating: nil, count: data.beneficiaryCount * scenario.threats.count)
    for e in 0..<data.beneficiaryCount {
      addIncrements(of: e)
      try addMoney(of: e)
      addShortfalls(of: e)
      addAvoidedLoss(of: e)
    }
    try addVehicleColumns()
    try addServiceColumns()
    if let rule = scenario.sustainability, !rule.isHard {
      columns.cliff = builder.addColumn(named: "cliff").index
    }
    if scenario.fairness.minimumCoverage {
      columns.minimum = builder.addColumn(named: "minimum", upper: 1).index
    }
  }

  /// Columns d[e,m,t]: share put in place at e in year t, 0 … speed.
  private mutating func addIncrements(of e: Int) {
    let isPilot = scenario.beneficiaries[e].isPilot
    for m in 0..<data.measureCount where data.isEligible[e * data.measureCount + m] {
      let measure = scenario.measures[m]
      columns.increment[e * data.measureCount + m] = Int32(builder.columnCount)
      for (t, year) in scenario.horizon.years.enumerated() {
        var lower = 0.0
        var upper = measure.speed.value
        if let pilot = measure.pilot, pilot.share == nil, year <= pilot.until, !isPilot {
          upper = 0
        }
        let slot = (e * data.measureCount + m) * data.yearCount + t
        if let share = locked.shares[slot] ?? (t < locked.years ? 0 : nil) {
          lower = share
          upper = share
        }
        _ = builder.addColumn(
          "d", [names.beneficiaryName[e], names.measureName[m], names.yearName[t]],
          lower: lower, upper: upper)
      }
    }
  }

  /// Columns g[v,e,p,t] and own[e,p,t]: money for a pot's need in year t, k€.
  private mutating func addMoney(of e: Int) throws(FormulationError) {
    let beneficiary = scenario.beneficiaries[e]
    for (v, vehicle) in scenario.vehicles.enumerated() {
      let years = data.yearCount - vehicle.lag
      var canPayForResults = true
      if vehicle.mechanism == .results { canPayForResults = try paysForResults(v, e) }
      for (p, pot) in names.pots.enumerated()
      where years > 0 && data.hasPot[e * data.potCount + p] && vehicle.mayPay(pot, at: beneficiary)
      {
        let slot = (e * scenario.vehicles.count + v) * data.potCount + p
        columns.grant[slot] = Int32(builder.columnCount)
        for t in 0..<years {
          let fixed = lockedAmount(locked.grants, slot, t)
          _ = builder.addColumn(
            "g",
            [
              names.vehicleName[v], names.beneficiaryName[e], names.potName[p],
              names.yearName[t],
            ], lower: fixed ?? 0, upper: fixed ?? (canPayForResults ? .infinity : 0))
        }
      }
    }
    for p in 0..<data.potCount where data.hasPot[e * data.potCount + p] {
      columns.own[e * data.potCount + p] = Int32(builder.columnCount)
      for t in 0..<data.yearCount {
        let fixed = lockedAmount(locked.own, e * data.potCount + p, t)
        _ = builder.addColumn(
          "own", [names.beneficiaryName[e], names.potName[p], names.yearName[t]],
          lower: fixed ?? 0, upper: fixed ?? .infinity)
      }
    }
  }

  /// What a column of money is fixed to in a locked year, k€; `nil` in other years.
  private func lockedAmount(_ amounts: [Int: Double], _ slot: Int, _ t: Int) -> Double? {
    t < locked.years ? amounts[slot * data.yearCount + t] ?? 0 : nil
  }

  /// Columns short[e,o,t]: shortfall against a soft target, share.
  private mutating func addShortfalls(of e: Int) {
    guard let nisClass = scenario.beneficiaries[e].nisClass else { return }
    for target in scenario.targets where target.nisClass == nisClass && !target.isHard {
      guard let o = names.objective[target.objective] else { continue }
      for t in 0..<data.yearCount where target.levels[t].value > 0 {
        let slot = (e * scenario.objectives.count + o) * data.yearCount + t
        columns.shortfall[slot] =
          builder.addColumn(
            "short", [names.beneficiaryName[e], names.objectiveName[o], names.yearName[t]]
          ).index
      }
    }
  }

  /// Columns y[e,k,t,i]: position on piece i of the avoided-loss curve, log units.
  private mutating func addAvoidedLoss(of e: Int) {
    for k in 0..<scenario.threats.count {
      let slot = e * scenario.threats.count + k
      let loss = data.losses.loss[slot]
      var start = 0.0
      var end = 0.0
      for term in data.losses.terms[k] where data.isEligible[e * data.measureCount + term.measure] {
        start += term.hazard * data.initialShare(e, term.measure)
        end += term.hazard
      }
      guard loss > 0, end > start else { continue }
      let curve = LossCurve(
        loss: loss, from: start, to: end, pieces: scenario.economics.lossPieces)
      curves[slot] = curve
      columns.avoided[slot] = Int32(builder.columnCount)
      for t in 0..<data.yearCount {
        for (piece, length) in curve.lengths.enumerated() {
          _ = builder.addColumn(
            "y",
            [
              names.beneficiaryName[e], names.threatName[k], names.yearName[t],
              Array(String(piece + 1).utf8),
            ], upper: length)
        }
      }
    }
  }

  /// Columns spent[v,t] and carry[v,t], k€.
  private mutating func addVehicleColumns() throws(FormulationError) {
    for (v, vehicle) in scenario.vehicles.enumerated() {
      guard vehicle.amounts.count == data.yearCount else {
        throw .wrongLength(vehicle.id.rawValue)
      }
      for t in 0..<data.yearCount {
        let parts = [names.vehicleName[v], names.yearName[t]]
        let slot = v * data.yearCount + t
        if vehicle.paysBeneficiaries {
          columns.spent[slot] = builder.addColumn("spent", parts).index
        }
        if t < data.yearCount - 1 {
          columns.carry[slot] =
            builder.addColumn("carry", parts, upper: largestCarried(vehicle, t)).index
        }
      }
    }
  }

  /// Most money that a vehicle may carry over from a year to the next, k€.
  func largestCarried(_ vehicle: Vehicle, _ t: Int) -> Double {
    vehicle.carryOver.value * vehicle.counted(in: t).thousandsOfEuros
  }

  /// Columns build[s,t], capacity[s,t] (units) and pay[v,s,nature,t] (k€).
  private mutating func addServiceColumns() throws(FormulationError) {
    for (s, service) in scenario.services.enumerated() {
      for t in 0..<data.yearCount {
        let parts = [names.serviceName[s], names.yearName[t]]
        let slot = s * data.yearCount + t
        columns.build[slot] = builder.addColumn("build", parts).index
        columns.capacity[slot] =
          builder.addColumn("capacity", parts, upper: service.largestCapacity ?? .infinity).index
      }
      for vehicle in service.vehicles {
        guard let v = names.vehicle[vehicle] else { throw .unknown(vehicle.rawValue) }
        for (n, nature) in [CostNature.oneOff, .recurring].enumerated()
        where scenario.vehicles[v].natures.contains(nature) {
          for t in 0..<data.yearCount {
            let slot = (s * scenario.vehicles.count + v) * 2 + n
            let fixed = lockedAmount(locked.pay, slot, t)
            columns.pay[slot * data.yearCount + t] =
              builder.addColumn(
                "pay",
                [
                  names.vehicleName[v], names.serviceName[s], Array(nature.rawValue.utf8),
                  names.yearName[t],
                ], lower: fixed ?? 0, upper: fixed ?? .infinity
              ).index
          }
        }
      }
    }
  }
}
