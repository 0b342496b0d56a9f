// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingFormulation
public import FundingModel

/// What plans have of quantities, read from the plans themselves and not from a program.
public struct PlanAmounts: Sendable {
  private let quantities: [PlanQuantity]
  private let beneficiaries: Int
  private let vehicles: Int
  private let initial: [Double]

  /// Prepares reading plans of a scenario.
  ///
  /// - Parameters:
  ///   - quantities: The quantities.
  ///   - scenario: The scenario.
  public init(_ quantities: [PlanQuantity], of scenario: Scenario) {
    self.quantities = quantities
    beneficiaries = scenario.beneficiaries.count
    vehicles = scenario.vehicles.count
    let reading = ScenarioReading(scenario)
    initial = (0..<reading.measureCount).map { m in
      (0..<reading.beneficiaryCount).reduce(0) {
        $0 + reading.initial[$1 * reading.measureCount + m]
      }
    }
  }

  /// What a plan has of each quantity; money in k€.
  public func amounts(of plan: Plan) -> [Double] {
    amounts(plan, plan.grants.map { ($0.beneficiary, $0.vehicle, $0.thousands) })
  }

  /// What a plan has of each quantity, money as it is notified in whole euros, told in k€.
  public func amounts(of plan: Plan, _ allocation: Allocation) -> [Double] {
    amounts(plan, allocation.lines.map { ($0.beneficiary, $0.vehicle, Double($0.euros)) })
      .enumerated()
      .map { place, amount in
        if case .deployment = quantities[place] { amount } else { amount / 1000 }
      }
  }

  private func amounts(
    _ plan: Plan, _ grants: [(beneficiary: Int, vehicle: Int, amount: Double)]
  ) -> [Double] {
    var received = [Double](repeating: 0, count: beneficiaries)
    var paid = [Double](repeating: 0, count: vehicles)
    for grant in grants {
      received[grant.beneficiary] += grant.amount
      paid[grant.vehicle] += grant.amount
    }
    return quantities.map { quantity in
      switch quantity {
      case .grants(let beneficiaries): beneficiaries.reduce(0) { $0 + received[$1] }
      case .grantsOf(let vehicle): paid[vehicle]
      case .deployment(let measure):
        (0..<beneficiaries).reduce(initial[measure]) {
          $0 + plan.progress($1, measure, through: plan.yearCount - 1)
        }
      }
    }
  }
}

/// How far apart two plans are: the sum of the differences of their quantities.
public enum PlanDistance {
  /// Distance of two plans by what they have of the same quantities.
  public static func between(_ one: [Double], _ other: [Double]) -> Double {
    zip(one, other).reduce(0) { $0 + abs($1.0 - $1.1) }
  }
}
