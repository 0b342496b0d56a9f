// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel

/// The public money of one beneficiary in two plans, over the whole horizon.
public struct Movement: Sendable, Hashable {
  /// The beneficiary, as the first plan describes it.
  public let beneficiary: Beneficiary
  /// Whole euros in the first plan.
  public let before: Int
  /// Whole euros in the second plan.
  public let after: Int

  /// Creates a movement.
  public init(beneficiary: Beneficiary, before: Int, after: Int) {
    self.beneficiary = beneficiary
    self.before = before
    self.after = after
  }

  /// Whole euros more in the second plan.
  public var difference: Int { after - before }
  /// The difference as a share of the first; `nil` where the first is nothing.
  public var change: Double? { before == 0 ? nil : Double(difference) / Double(before) }
  /// How far it moves.
  public var band: MovementBand { MovementBand(before: before, after: after) }
}

/// The movements of all beneficiaries from one plan to another.
public struct Movements: Sendable {
  /// One for each beneficiary, in the order of the first plan.
  public let all: [Movement]

  /// Finds the movements between plans of the same beneficiaries.
  public init(from first: ComparedPlan, to second: ComparedPlan) {
    let (before, after) = (first.received, second.received)
    all = first.population.map { beneficiary in
      Movement(
        beneficiary: beneficiary, before: before[beneficiary.id] ?? 0,
        after: after[beneficiary.id] ?? 0)
    }
  }

  /// Those that rise or fall the most, in euros; ties by identifier.
  ///
  /// - Parameters:
  ///   - rising: whether those that get more are wanted, or those that get less.
  ///   - count: how many at most.
  /// - Returns: the largest first; none that does not move.
  public func largest(rising: Bool, count: Int) -> [Movement] {
    let sign = rising ? 1 : -1
    return Array(
      all.filter { $0.difference * sign > 0 }
        .sorted {
          (-$0.difference * sign, $0.beneficiary.id) < (-$1.difference * sign, $1.beneficiary.id)
        }
        .prefix(count))
  }
}
