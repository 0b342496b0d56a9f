// SPDX-License-Identifier: GPL-3.0-or-later

/// How far the price of a rule holds: both sides, found by solving again with the bound moved.
///
/// At a degenerate optimum the two sides differ, and the price that a basis has lies between them.
public struct PriceRange: Sendable, Hashable, Codable {
  /// The rule less strict.
  public var looser: RuleMargin.Side?
  /// The rule stricter; `nil` where it cannot be stricter at all.
  public var stricter: RuleMargin.Side?

  /// Creates a range.
  public init(looser: RuleMargin.Side?, stricter: RuleMargin.Side?) {
    self.looser = looser
    self.stricter = stricter
  }
}
