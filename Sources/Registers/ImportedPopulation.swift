// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
public import FundingModel

/// Where the number of agents of a unit comes from.
public enum AgentsSource: Sendable, Hashable {
  /// No register given counts agents: not declared.
  case notGiven
  /// The SAE of these years, newest first: one, or several for a group.
  case years([Int])
  /// Declared in none of the years that the rule looks at: 0.
  case none

  /// As the beneficiaries table writes it: empty, `2023`, `2023+2022` or `none`.
  public var text: String {
    switch self {
    case .notGiven: ""
    case .years(let years): years.map { "\($0)" }.joined(separator: "+")
    case .none: "none"
    }
  }
}

/// One row of the population: a legal entity or a group, with what the registers say of it.
///
/// What they do not say is `nil`, never 0; what was imputed is in the log.
public struct ImportedBeneficiary: Sendable, Hashable {
  /// FINESS number of the legal entity, or code of the group.
  public var id: BeneficiaryID
  /// Name.
  public var name: String
  /// Legal entity or group.
  public var kind: Beneficiary.Kind
  /// INSEE code of the region.
  public var region: RegionID
  /// INSEE code of the department.
  public var department: String?
  /// Legal status.
  public var status: Beneficiary.Status?
  /// Class by the size, `nil` below the thresholds or where agents are not declared.
  public var nisClass: NISClassID?
  /// Agents, by the legal fallback.
  public var agents: Int64?
  /// Where the number of agents comes from.
  public var agentsSource: AgentsSource
  /// Full-time beds and places.
  public var beds: Int64?
  /// Sites.
  public var sites: Int64?
  /// Stays in medicine, surgery and obstetrics.
  public var activity: Int64?
  /// Category of its main site, as its register writes it.
  public var category: String
  /// Group it belongs to, for a legal entity that was left on its own row.
  public var group: String?
  /// Legal entities that it stands for, in order.
  public var legalEntities: [LegalEntityNumber]
}

/// A population made from registers, with the log of how.
public struct ImportedPopulation: Sendable {
  /// Rows, by identifier.
  public let beneficiaries: [ImportedBeneficiary]
  /// What was left out and imputed, and the account of each file.
  public let log: ImportLog
  /// What is worth saying without refusing the import.
  public let findings: Findings
  /// Year of the newest SAE, where one was given.
  public let year: Int?
  /// Head-counts that were added.
  public let agentsDefinition: AgentsDefinition

  /// The figures of the import in one value.
  public var summary: ImportSummary { ImportSummary(self) }
}

/// The figures of an import.
public struct ImportSummary: Sendable, Hashable, Codable {
  /// Rows of the population.
  public let beneficiaries: Int
  /// Legal entities that they stand for.
  public let legalEntities: Int
  /// Groups among the rows.
  public let groups: Int
  /// Year of the newest SAE.
  public let year: Int?
  /// Which head-counts were added, by the name of ``AgentsDefinition``.
  public let agentsDefinition: String
  /// Agents in all.
  public let agents: Int64
  /// Rows by the source of their agents (`2023`, `2022`, `none`, empty where not declared).
  public let rowsByAgentsSource: [String: Int]
  /// Rows by NIS class; those without one under the empty name.
  public let rowsByClass: [String: Int]
  /// Rows by status; those without one under the empty name.
  public let rowsByStatus: [String: Int]
  /// Lines left out and values imputed, by reason.
  public let reasons: [String: Int]
  /// What became of the lines of each file.
  public let files: [FileAccount]

  init(_ population: ImportedPopulation) {
    let rows = population.beneficiaries
    beneficiaries = rows.count
    legalEntities = rows.reduce(0) { $0 + $1.legalEntities.count }
    groups = rows.count { $0.kind == .ght }
    year = population.year
    agentsDefinition = population.agentsDefinition.rawValue
    agents = rows.reduce(0) { $0 + ($1.agents ?? 0) }
    rowsByAgentsSource = Self.counts(rows) { $0.agentsSource.text }
    rowsByClass = Self.counts(rows) { $0.nisClass?.rawValue ?? "" }
    rowsByStatus = Self.counts(rows) { $0.status?.rawValue ?? "" }
    reasons = population.log.entries.reduce(into: [:]) { counts, entry in
      counts[entry.reason.rawValue, default: 0] += entry.count
    }
    files = population.log.accounts
  }

  private static func counts(
    _ rows: [ImportedBeneficiary], by name: (ImportedBeneficiary) -> String
  ) -> [String: Int] {
    rows.reduce(into: [:]) { counts, row in counts[name(row), default: 0] += 1 }
  }
}
