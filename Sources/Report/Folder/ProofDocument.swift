// SPDX-License-Identifier: GPL-3.0-or-later

public import LinearProgramming

/// The content of `proof.json`: the prices from which the bound of every goal can be computed anew.
///
/// Prices of the rows across beneficiaries are enough: with them the program falls apart into one
/// small program per beneficiary or group, and the sum of their optima is the bound
/// (`docs/engine.md`, Proof).
public struct ProofDocument: Sendable, Hashable, Codable {
  /// Version of this format.
  public static let currentSchema = 1
  /// Name of the file.
  public static let fileName = "proof.json"
  /// How a bound follows from the prices.
  public static let method = "lagrangian"

  /// Version of the format of the document.
  public var schema = ProofDocument.currentSchema
  /// How the bound of a level follows from its prices.
  public var method = ProofDocument.method
  /// Goal levels in order, up to the last that was tried.
  public var levels: [Level]
  /// The first goal with steps in part allowed; present for a plan of whole steps only, whose
  /// ``levels`` are those of the program that whole steps tighten.
  public var linear: Level?

  /// One goal level as it was solved.
  public struct Level: Sendable, Hashable, Codable {
    /// Name of the level.
    public var level: String
    /// Direction.
    public var sense: Sense
    /// Why the solver stopped.
    public var termination: TerminationStatus
    /// Value reached when this level was solved; later levels may have given up its tolerance.
    public var value: Double?
    /// Value that later levels had to keep; absent for the last.
    public var held: Double?
    /// Prices that are not 0: rows across beneficiaries, then the goals held before.
    public var prices: [Price]
  }

  /// The price of one row.
  public struct Price: Sendable, Hashable, Codable {
    /// Name of the row, as in exported programs.
    public var row: String
    /// Change of the goal per unit of the row's bound.
    public var price: Double
  }

  /// Creates a document.
  public init(levels: [Level] = []) { self.levels = levels }

  /// Takes the prices of a solved program.
  public init(_ outcome: OrderedOutcome) {
    let program = outcome.program
    levels = outcome.levels.map { level in
      // A level that gave up may leave anything in its duals; what is no number proves nothing.
      let duals = level.rowDuals.allSatisfy(\.isFinite) ? level.rowDuals : []
      return Level(
        level: level.name, sense: level.sense, termination: level.termination, value: level.value,
        held: level.heldAt,
        prices: duals.indices.filter { program.rowRole[$0] == .coupling && duals[$0] != 0 }.map {
          Price(row: program.rowNames[$0], price: duals[$0])
        })
    }
  }
}
