// SPDX-License-Identifier: GPL-3.0-or-later

internal import FundingModel

/// A site (ET) of the FINESS register.
struct FinessSite: Sendable, Hashable {
  /// Number of the site.
  let number: SiteNumber
  /// Number of the legal entity that owns it.
  let entity: LegalEntityNumber
  /// Name.
  let name: String
  /// INSEE code of the department, or `nil` where the register's is unknown.
  let department: String?
  /// Category (3 characters, such as `355`).
  let category: String
  /// Aggregate of categories (4 characters, such as `1102`).
  let aggregate: String
  /// Participation in service (`codesph`), often empty.
  let sector: String
  /// Line of the file.
  let line: Int
}

/// A legal entity (EJ) as the FINESS registers describe it.
struct FinessEntity: Sendable, Hashable {
  /// Number of the legal entity.
  let number: LegalEntityNumber
  /// Name.
  let name: String
  /// Legal status from the register's code, where it tells.
  let status: Beneficiary.Status?
  /// INSEE code of the department, where known.
  let department: String?
}

/// Which sites of FINESS are health establishments.
public struct FinessScope: Sendable, Hashable {
  /// Beginnings of aggregates (`11`: hospitals).
  public var aggregates: [String]
  /// Further categories.
  public var categories: [String]

  /// Creates a scope.
  public init(aggregates: [String], categories: [String] = []) {
    self.aggregates = aggregates
    self.categories = categories
  }

  /// Hospitals: aggregates 11xx.
  public static let hospitals = FinessScope(aggregates: ["11"])

  /// Whether a site counts.
  public func includes(category: String, aggregate: String) -> Bool {
    aggregates.contains { aggregate.hasPrefix($0) } || categories.contains(category)
  }
}

/// Sites and legal entities read from extracts of FINESS.
struct FinessExtract: Sendable {
  /// Date of the extract (`2021-01-08`), where the file says it.
  var date: String?
  /// Sites in scope, in the order of the file.
  var sites: [FinessSite] = []
  /// Legal entities (files cs1100501 only), in the order of the file.
  var entities: [FinessEntity] = []
}
