// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingFormulation

/// The least and the most of a quantity over all plans that are good enough.
public struct PlanRange: Sendable, Hashable {
  /// One end of a range.
  public struct End: Sendable, Hashable {
    /// What a plan that was found has of the quantity.
    public var value: Double
    /// Beyond which no plan goes, as the prices prove.
    public var bound: Double

    /// Creates an end.
    public init(value: Double, bound: Double) {
      self.value = value
      self.bound = bound
    }
  }

  /// The quantity; money in k€.
  public var quantity: PlanQuantity
  /// What the optimum has of it.
  public var inPlan: Double
  /// The least.
  public var least: End
  /// The most.
  public var most: End

  /// Creates a range.
  public init(quantity: PlanQuantity, inPlan: Double, least: End, most: End) {
    self.quantity = quantity
    self.inPlan = inPlan
    self.least = least
    self.most = most
  }

  /// What a range says of the quantity.
  public enum Verdict: String, Sendable, Codable, CaseIterable {
    /// It is the same in every plan, to a hundredth.
    case settled
    /// Every plan has some of it.
    case always
    /// Some plans have it and some have not.
    case sometimes
    /// No plan has any of it.
    case never
  }

  /// Below this a quantity counts as none: a hundred euros, a tenth of a beneficiary.
  public static let nothing = 0.1
  /// Part of the larger end within which a range counts as settled.
  public static let narrow = 0.01

  /// What the range says.
  public var verdict: Verdict {
    if most.bound <= Self.nothing { return .never }
    if least.value <= Self.nothing { return .sometimes }
    return most.bound - least.bound <= Self.narrow * most.bound ? .settled : .always
  }
}
