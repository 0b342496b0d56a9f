// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel
import LinearProgramming

extension Formulation {
  /// Amounts and shares below this are solver noise and are read as zero (k€ or share).
  private static let noise = 1e-9

  /// Reads a plan back from a point of the program.
  ///
  /// - Parameter point: One value per column, in the units of the program.
  /// - Returns: The plan, with values snapped to the bounds of their columns.
  public func plan(at point: [Double]) -> Plan {
    precondition(point.count == program.columnCount, "one value per column")
    let reader = PointReader(point: point, program: program, noise: Self.noise)
    let c = compilation
    let scenario = c.scenario
    var increments = [Double](
      repeating: 0, count: c.data.beneficiaryCount * c.data.measureCount * c.data.yearCount)
    for (position, start) in c.columns.increment.enumerated() where start >= 0 {
      for t in 0..<c.data.yearCount {
        increments[position * c.data.yearCount + t] = reader.value(Int(start) + t)
      }
    }
    return Plan(
      measureCount: c.data.measureCount, yearCount: c.data.yearCount, increments: increments,
      grants: grants(reader), own: own(reader), servicePayments: servicePayments(reader),
      serviceCapacity: c.columns.capacity.map { reader.value(Int($0)) },
      carried: (0..<scenario.vehicles.count * c.data.yearCount).map {
        let column = Int(c.columns.carry[$0])
        return column < 0 ? 0 : reader.value(column)
      })
  }

  private func grants(_ reader: PointReader) -> [Plan.Grant] {
    let c = compilation
    var result: [Plan.Grant] = []
    for e in 0..<c.data.beneficiaryCount {
      for v in c.scenario.vehicles.indices {
        for p in 0..<c.data.potCount {
          for t in 0..<c.data.yearCount {
            guard let column = c.grant(v, e, p, t) else { continue }
            let thousands = reader.value(column.position)
            guard thousands > 0 else { continue }
            result.append(
              Plan.Grant(vehicle: v, beneficiary: e, pot: p, year: t, thousands: thousands))
          }
        }
      }
    }
    return result
  }

  private func own(_ reader: PointReader) -> [Plan.OwnMoney] {
    let c = compilation
    var result: [Plan.OwnMoney] = []
    for e in 0..<c.data.beneficiaryCount {
      for p in 0..<c.data.potCount {
        for t in 0..<c.data.yearCount {
          guard let column = c.own(e, p, t) else { continue }
          let thousands = reader.value(column.position)
          guard thousands > 0 else { continue }
          result.append(Plan.OwnMoney(beneficiary: e, pot: p, year: t, thousands: thousands))
        }
      }
    }
    return result
  }

  private func servicePayments(_ reader: PointReader) -> [Plan.ServicePayment] {
    let c = compilation
    var result: [Plan.ServicePayment] = []
    for s in c.scenario.services.indices {
      for v in c.scenario.vehicles.indices {
        for nature in CostNature.allCases {
          for t in 0..<c.data.yearCount {
            guard let column = c.pay(s, v, nature, t) else { continue }
            let thousands = reader.value(column.position)
            guard thousands > 0 else { continue }
            result.append(
              Plan.ServicePayment(
                service: s, vehicle: v, nature: nature, year: t, thousands: thousands))
          }
        }
      }
    }
    return result
  }
}

/// Values of a point, kept within the bounds of their columns.
private struct PointReader {
  let point: [Double]
  let program: LinearProgram
  let noise: Double

  func value(_ column: Int) -> Double {
    let value = min(program.columnUpper[column], max(program.columnLower[column], point[column]))
    return abs(value) < noise ? 0 : value
  }
}
