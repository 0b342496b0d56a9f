// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
public import LinearProgramming

/// An amount of a plan that is linear in the columns of its program.
public enum PlanQuantity: Sendable, Hashable {
  /// Public money for beneficiaries over the whole horizon, k€; positions in the scenario.
  ///
  /// What shared services cost is left out: it is paid for nobody in particular.
  case grants(to: [Int])
  /// Money that a vehicle pays to beneficiaries over the whole horizon, k€; position in the scenario.
  case grantsOf(vehicle: Int)
  /// Beneficiaries at which a measure is in place at the end, shares counted as such; position in the
  /// scenario.
  case deployment(measure: Int)
}

/// A quantity in a sum, with its factor.
public struct WeightedQuantity: Sendable, Hashable {
  /// The quantity.
  public var quantity: PlanQuantity
  /// Its factor.
  public var weight: Double

  /// Creates a term of a sum.
  public init(_ quantity: PlanQuantity, weight: Double) {
    self.quantity = quantity
    self.weight = weight
  }
}

extension Formulation {
  /// A quantity as something to be made as small or as large as possible.
  ///
  /// - Parameters:
  ///   - quantity: The quantity.
  ///   - sense: Whether the least or the most of it is sought.
  /// - Returns: An objective over the columns of the program.
  public func objective(of quantity: PlanQuantity, _ sense: Sense) -> Objective {
    objective(of: [WeightedQuantity(quantity, weight: 1)], sense)
  }

  /// A sum of quantities as something to be made as small or as large as possible.
  ///
  /// - Parameters:
  ///   - terms: The quantities with their factors.
  ///   - sense: Whether the least or the most of the sum is sought.
  /// - Returns: An objective over the columns of the program.
  public func objective(of terms: [WeightedQuantity], _ sense: Sense) -> Objective {
    let data = compilation.data
    var coefficients = [Double](repeating: 0, count: program.columnCount)
    var constant = 0.0
    func addGrants(_ e: Int, _ v: Int, _ weight: Double) {
      for p in 0..<data.potCount {
        for t in 0..<data.yearCount {
          guard let column = compilation.grant(v, e, p, t) else { continue }
          coefficients[column.position] += weight
        }
      }
    }
    for term in terms {
      switch term.quantity {
      case .grants(let beneficiaries):
        for e in beneficiaries {
          scenario.vehicles.indices.forEach { addGrants(e, $0, term.weight) }
        }
      case .grantsOf(let vehicle):
        for e in 0..<data.beneficiaryCount { addGrants(e, vehicle, term.weight) }
      case .deployment(let measure):
        for e in 0..<data.beneficiaryCount {
          constant += term.weight * data.initialShare(e, measure)
          for t in 0..<data.yearCount {
            guard let column = compilation.increment(e, measure, t) else { continue }
            coefficients[column.position] += term.weight
          }
        }
      }
    }
    return Objective(
      name: "quantity", sense: sense, coefficients: coefficients, constant: constant)
  }
}
