// SPDX-License-Identifier: GPL-3.0-or-later

/// What a publication must not tell, and how coarse it is.
public struct DisclosureRule: Sendable, Hashable {
  /// A cell of fewer units is withheld.
  public var threshold: Int
  /// A cell of which one unit makes up more than this share is withheld, 0…1.
  public var dominance: Double
  /// Whole number of which every published amount is a multiple, at least 1.
  public var base: Int
  /// Share of a withheld amount within which nobody may know it, above and below, 0…1.
  public var protection: Double

  /// The rule of French business statistics for threshold and dominance: no cell of fewer than three,
  /// nor one of which a single one makes up more than 85 % (Insee, *Guide du secret statistique*).
  ///
  /// Base and protection are assumptions.
  public static let standard = DisclosureRule(
    threshold: 3, dominance: 0.85, base: 10_000, protection: 0.2)

  /// Creates a rule.
  public init(threshold: Int, dominance: Double, base: Int, protection: Double) {
    self.threshold = threshold
    self.dominance = dominance
    self.base = base
    self.protection = protection
  }

  /// Why a cell is withheld by itself; `nil` where it may be told.
  func reason(to withhold: LinkedTables.Cell) -> Withholding.Reason? {
    if withhold.units < threshold || (withhold.receivers > 0 && withhold.receivers < threshold) {
      return .few
    }
    if withhold.amount > 0, Double(withhold.largest) > dominance * Double(withhold.amount) {
      return .dominated
    }
    return nil
  }

  /// How far from a withheld amount somebody must not be able to come, on both sides.
  func distance(of cell: LinkedTables.Cell, _ reason: Withholding.Reason) -> Double {
    reason == .complementary
      ? Double(base) : max(Double(base), protection * Double(cell.amount))
  }
}

/// A cell that is not told.
public struct Withholding: Sendable, Hashable {
  /// Why it is not told.
  public enum Reason: String, Sendable, CaseIterable {
    /// Too few units.
    case few
    /// One unit makes up nearly all of it.
    case dominated
    /// Totals would give others back.
    case complementary
  }

  /// Position of the cell.
  public let cell: Int
  /// Why.
  public let reason: Reason
  /// Least and most that it may be, by all that is published.
  public internal(set) var deducible: ClosedRange<Double>
}
