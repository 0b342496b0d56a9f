// SPDX-License-Identifier: GPL-3.0-or-later

/// What a little more and a little less of one rule is worth to one goal, and how far that holds.
public struct RuleMargin: Sendable, Hashable {
  /// One side of a rule's bound.
  public struct Side: Sendable, Hashable, Codable {
    /// Change of the goal's value for each unit by which the bound moves to this side, on average up
    /// to ``reach``.
    public var worth: Double
    /// How far the bound can move before each unit is worth something else, by more than 5 %.
    public var reach: Double
    /// Whether it was not followed farther: the worth may well hold beyond.
    public var isOpen: Bool
    /// Change of the goal's value for each unit farther on; `nil` where that was not looked at.
    public var worthBeyond: Double?

    /// Creates a side.
    public init(worth: Double, reach: Double, isOpen: Bool, worthBeyond: Double?) {
      self.worth = worth
      self.reach = reach
      self.isOpen = isOpen
      self.worthBeyond = worthBeyond
    }
  }

  /// Name of the row.
  public var rowName: String
  /// The name taken apart.
  public var rule: RuleName
  /// Unit of the bound.
  public var unit: RuleUnit
  /// The bound as it stands.
  public var bound: Double
  /// Whether the rule allows something (its bound is an upper one), and does not ask for it.
  public var isUpper: Bool
  /// The rule less strict: more of what it allows, or less of what it asks for.
  public var looser: Side?
  /// The rule stricter; `nil` where it cannot be stricter at all.
  public var stricter: Side?

  /// Both sides.
  public var range: PriceRange { PriceRange(looser: looser, stricter: stricter) }

  /// Creates a margin.
  public init(
    rowName: String, rule: RuleName, unit: RuleUnit, bound: Double, isUpper: Bool, looser: Side?,
    stricter: Side?
  ) {
    self.rowName = rowName
    self.rule = rule
    self.unit = unit
    self.bound = bound
    self.isUpper = isUpper
    self.looser = looser
    self.stricter = stricter
  }
}
