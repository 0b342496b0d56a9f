// SPDX-License-Identifier: GPL-3.0-or-later

/// How far the public money of a beneficiary moves from one plan to another.
///
/// The bands have no gap and do not overlap; edges are compared in whole euros, so that nothing is
/// lost to rounding.
public enum MovementBand: String, Sendable, Codable, CaseIterable, Hashable {
  /// 5 % less, or less still.
  case largeLoss = "large_loss"
  /// Less by 0.1 % or more, but not by 5 %.
  case loss
  /// Less than 0.1 % of difference.
  case unchanged
  /// More by 0.1 % or more, up to 5 %.
  case gain
  /// More than 5 % more; whoever got nothing before and gets something now is here.
  case largeGain = "large_gain"

  /// The band of two amounts.
  ///
  /// - Parameters:
  ///   - before: whole euros in the first plan, at least 0.
  ///   - after: whole euros in the second plan, at least 0.
  public init(before: Int, after: Int) {
    let difference = after - before
    if difference == 0 {
      self = .unchanged
    } else if difference < 0 {
      let fall = -difference
      self = 20 * fall >= before ? .largeLoss : 1000 * fall >= before ? .loss : .unchanged
    } else {
      self =
        20 * difference > before ? .largeGain : 1000 * difference >= before ? .gain : .unchanged
    }
  }

  /// Whether it is one of the two bands below unchanged.
  public var isLoss: Bool { self == .largeLoss || self == .loss }
  /// Whether it is one of the two bands above unchanged.
  public var isGain: Bool { self == .largeGain || self == .gain }
}
