// SPDX-License-Identifier: GPL-3.0-or-later

public import LinearProgramming

/// Prices of the rows across beneficiaries at one goal level, as `proof.json` has them.
public struct CouplingLevel: Sendable, Hashable {
  /// The price of one row.
  public struct Price: Sendable, Hashable {
    /// Name of the row; `goal[n:level]` for a goal held before.
    public let row: String
    /// Change of the goal per unit of the row's bound.
    public let price: Double

    /// Creates a price.
    public init(row: String, price: Double) {
      self.row = row
      self.price = price
    }
  }

  /// Name of the level.
  public let name: String
  /// Direction.
  public let sense: Sense
  /// Prices that are not 0.
  public let prices: [Price]

  /// Creates the prices of a level.
  public init(name: String, sense: Sense, prices: [Price]) {
    self.name = name
    self.sense = sense
    self.prices = prices
  }
}
