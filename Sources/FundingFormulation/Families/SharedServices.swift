// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import LinearProgramming

/// `service_use[s,y]`: Σ_{e, m of s} q[e,unit]·Σ_{u≤t} d[e,m,u] − capacity[s,t] ≤ 0.
///
/// Units.
enum ServiceUse: CouplingFamily {
  static let family = Family.serviceUse

  static func addRows(to c: inout Compilation) throws(FormulationError) {
    for (s, service) in c.scenario.services.enumerated() {
      let members = c.scenario.beneficiaries.indices.filter {
        service.eligibility.includes(c.scenario.beneficiaries[$0])
      }
      for t in c.openYears {
        for e in members {
          let units = try c.data.weight(e, service.unit, for: service.id.rawValue)
          for measure in service.measures {
            guard let m = c.names.measure[measure] else { throw .unknown(measure.rawValue) }
            c.addProgress(units, e, m, through: t)
          }
        }
        c.builder.add(-1, c.capacity(s, t))
        c.builder.closeRow(
          "service_use", [c.names.serviceName[s], c.names.yearName[t]], upper: 0,
          role: family.role)
      }
    }
  }
}

/// `service_capacity[s,y]`: capacity[s,t] − capacity[s,t−1] − build[s,t] = 0.
///
/// Units.
enum ServiceCapacity: CouplingFamily {
  static let family = Family.serviceCapacity

  static func addRows(to c: inout Compilation) {
    for (s, service) in c.scenario.services.enumerated() {
      for t in 0..<c.data.yearCount {
        c.builder.add(1, c.capacity(s, t))
        if t > 0 { c.builder.add(-1, c.capacity(s, t - 1)) }
        c.builder.add(-1, c.build(s, t))
        let before = t == 0 ? service.initialCapacity : 0
        c.builder.closeRow(
          "service_capacity", [c.names.serviceName[s], c.names.yearName[t]],
          lower: before, upper: before, role: family.role)
      }
    }
  }
}

/// `service_build[s,y]` and `service_run[s,y]`: what a service costs is paid by its vehicles.
///
/// k€.
///
/// π[t]·build cost·build[s,t] = Σ_v pay[v,s,one-off,t], and
/// π[t]·run cost·(capacity[s,t] − initial capacity) = Σ_v pay[v,s,recurring,t].
enum ServiceCost: CouplingFamily {
  static let family = Family.serviceBuild

  static func addRows(to c: inout Compilation) {
    for (s, service) in c.scenario.services.enumerated() {
      for t in 0..<c.data.yearCount {
        let parts = [c.names.serviceName[s], c.names.yearName[t]]
        let index = c.data.priceIndex[t]
        c.builder.add(index * service.buildCost.thousandsOfEuros, c.build(s, t))
        addPayments(s, .oneOff, t, &c)
        c.builder.closeRow(
          "service_build", parts, lower: 0, upper: 0, role: Family.serviceBuild.role)

        guard !c.isLocked(t) else { continue }
        let running = index * service.runCost.thousandsOfEuros
        c.builder.add(running, c.capacity(s, t))
        addPayments(s, .recurring, t, &c)
        let before = running * service.initialCapacity
        c.builder.closeRow(
          "service_run", parts, lower: before, upper: before, role: Family.serviceRun.role)
      }
    }
  }

  private static func addPayments(
    _ s: Int, _ nature: CostNature, _ t: Int, _ c: inout Compilation
  ) {
    for v in c.scenario.vehicles.indices {
      if let pay = c.pay(s, v, nature, t) { c.builder.add(-1, pay) }
    }
  }
}

extension Compilation {
  fileprivate func capacity(_ s: Int, _ t: Int) -> Variable {
    Variable(Int(columns.capacity[s * data.yearCount + t]))
  }

  fileprivate func build(_ s: Int, _ t: Int) -> Variable {
    Variable(Int(columns.build[s * data.yearCount + t]))
  }
}
