// SPDX-License-Identifier: GPL-3.0-or-later

internal import Tables

/// Files from which a population is made, and the rules by which it is.
public struct RegisterSources: Sendable {
  /// What a row of the population stands for.
  public enum Grain: String, Sendable, Hashable, CaseIterable {
    /// A legal entity, always.
    case legalEntity = "legal_entity"
    /// A group (GHT) for legal entities known to be members of one, a legal entity otherwise.
    case groupWhereKnown = "ght"
  }

  /// Tables ID and SYGEN of the SAE, of any years, in any order.
  public var sae: [String] = []
  /// Etalab extracts of FINESS (cs1100501, cs1100502, cs1100507).
  public var finess: [String] = []
  /// Files of structures of FINESS+.
  public var structures: [String] = []
  /// User's table of groups: `ght;ej`.
  public var memberships: String?
  /// Thresholds of the NIS classes.
  public var classes = NISClassRules.standard
  /// What a row stands for.
  public var grain = Grain.groupWhereKnown
  /// Which head-counts make "agents".
  public var agents = AgentsDefinition.staff
  /// Which sites of FINESS count, where the population is made from FINESS alone.
  public var scope = FinessScope.hospitals
  /// Most unpacked bytes read from one table.
  public var limit = ByteStream.defaultLimit
  /// Most unpacked bytes read from one file of structures, which is never held whole: 8 GB.
  public var structuresLimit = 8 << 30

  /// Creates sources without any file.
  public init() {}
}
