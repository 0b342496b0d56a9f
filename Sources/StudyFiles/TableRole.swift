// SPDX-License-Identifier: GPL-3.0-or-later

internal import FundingModel
internal import Tables

/// A table of a study, by the key that names its file.
enum TableRole: String, Sendable, CaseIterable {
  case beneficiaries, measures, prerequisites, effects, objectives, contributions, threats
  case staffing, deployment, locked, paid
  case paidServices = "paid_services"
  case reference

  /// Whether every study must have it.
  var isRequired: Bool { self == .beneficiaries || self == .measures }

  var summary: String {
    switch self {
    case .beneficiaries: "Units that may receive money."
    case .measures: "Security measures, their costs and staff."
    case .prerequisites: "Which measure needs which."
    case .effects: "Share of a threat's loss that a measure removes."
    case .objectives: "NIS objectives and the classes they apply to."
    case .contributions: "Share of an objective that a measure reaches."
    case .threats: "Frequency and severity of threats."
    case .staffing: "Security staff available by region and year."
    case .deployment: "What stood before the horizon."
    case .locked: "Increments that were already done."
    case .paid: "What beneficiaries were really paid in the years that are locked."
    case .paidServices: "What was really paid for shared services in the years that are locked."
    case .reference: "Least money of each beneficiary, for example under another plan."
    }
  }

  /// The columns of the table; `groupings` are further columns of the beneficiaries.
  func schema(groupings: [String] = []) -> TableSchema {
    switch self {
    case .beneficiaries:
      TableSchema(
        columns: Self.beneficiaryColumns + groupings.map { .optional($0, .text) }, key: ["id"])
    case .measures: TableSchema(columns: Self.measureColumns, key: ["id"])
    case .prerequisites:
      TableSchema(
        columns: [
          ColumnDeclaration("measure", .identifier), ColumnDeclaration("needs", .identifier),
        ] + Self.provenance, key: ["measure", "needs"])
    case .effects:
      TableSchema(
        columns: [
          ColumnDeclaration("measure", .identifier), ColumnDeclaration("threat", .identifier),
          ColumnDeclaration("effect", .share, minimum: 0),
        ] + Self.provenance, key: ["measure", "threat"])
    case .objectives: TableSchema(columns: Self.objectiveColumns, key: ["id"])
    case .contributions:
      TableSchema(
        columns: [
          ColumnDeclaration("objective", .identifier), ColumnDeclaration("measure", .identifier),
          .optional("nis_class", .identifier),
          ColumnDeclaration("weight", .share, minimum: 0, maximum: 1),
        ] + Self.provenance, key: ["objective", "measure", "nis_class"])
    case .threats: TableSchema(columns: Self.threatColumns, key: ["id", "up_to"])
    case .staffing:
      TableSchema(
        columns: [
          ColumnDeclaration("region", .identifier), .optional("year", .year),
          ColumnDeclaration("fte", .decimal, minimum: 0, maximum: 1e6),
        ] + Self.provenance, key: ["region", "year"])
    case .deployment:
      TableSchema(
        columns: [
          ColumnDeclaration("beneficiary", .identifier), ColumnDeclaration("measure", .identifier),
          ColumnDeclaration("share", .share, minimum: 0, maximum: 1),
        ] + Self.provenance, key: ["beneficiary", "measure"])
    case .locked:
      TableSchema(
        columns: [
          ColumnDeclaration("beneficiary", .identifier), ColumnDeclaration("measure", .identifier),
          ColumnDeclaration("year", .year),
          .optional("share", .share, minimum: 0, maximum: 1),
          .optional("increment_share", .share, minimum: 0, maximum: 1),
          .optional("deployed_share", .share, minimum: 0),
        ] + Self.provenance, key: ["beneficiary", "measure", "year"])
    case .paid:
      TableSchema(
        columns: [
          ColumnDeclaration("beneficiary", .identifier), ColumnDeclaration("vehicle", .identifier),
          ColumnDeclaration("need_year", .year), .optional("domain", .identifier),
          .optional("nature", Self.nature),
          ColumnDeclaration("euros", .money(bare: .euro), minimum: 0),
          .optional("exact_euros", .decimal, minimum: 0, maximum: 1e12), .optional("name", .text),
          .optional("region", .identifier), .optional("payment_year", .year),
        ] + Self.provenance, key: ["beneficiary", "vehicle", "domain", "nature", "need_year"])
    case .paidServices:
      TableSchema(
        columns: [
          ColumnDeclaration("service", .identifier), ColumnDeclaration("vehicle", .identifier),
          ColumnDeclaration("nature", Self.nature), ColumnDeclaration("year", .year),
          ColumnDeclaration("euros", .money(bare: .euro), minimum: 0),
          .optional("exact_euros", .decimal, minimum: 0, maximum: 1e12),
        ] + Self.provenance, key: ["service", "vehicle", "nature", "year"])
    case .reference:
      TableSchema(
        columns: [
          ColumnDeclaration("beneficiary", .identifier),
          ColumnDeclaration("amount", .money(bare: .euro), minimum: 0),
        ] + Self.provenance, key: ["beneficiary"])
    }
  }

  static let provenance: [ColumnDeclaration] = [
    .optional("source", .text), .optional("assumption", .boolean),
  ]

  private static let nature = ColumnType.choice(CostNature.allCases.map(\.rawValue))

  private static let beneficiaryColumns: [ColumnDeclaration] =
    [
      ColumnDeclaration("id", .identifier), ColumnDeclaration("name", .text),
      ColumnDeclaration("kind", .choice(Beneficiary.Kind.allCases.map(\.rawValue))),
      ColumnDeclaration("region", .identifier), .optional("department", .identifier),
      ColumnDeclaration("status", .choice(Beneficiary.Status.allCases.map(\.rawValue))),
      .optional("nis_class", .identifier),
    ]
    + Driver.declarable.map { .optional($0.rawValue, .decimal, minimum: 0, maximum: 1e9) }
    + [
      .optional("agents_source", .text), .optional("risk", .decimal, minimum: 0, maximum: 1000),
      .optional("care_weight", .decimal, minimum: 0, maximum: 1000),
      .optional("cost_factor", .decimal, minimum: 0, maximum: 100), .optional("pilot", .boolean),
      .optional("affordable", .money(bare: .euro), minimum: 0), .optional("group", .text),
    ]

  /// Drivers by which costs of measures are counted, with the end of their columns' names.
  static let costDrivers: [(driver: Driver, column: String)] = [
    (.agents, "agent"), (.beds, "bed"), (.workstations, "workstation"), (.sites, "site"),
  ]

  private static let measureColumns: [ColumnDeclaration] =
    [
      ColumnDeclaration("id", .identifier), ColumnDeclaration("title", .text),
      ColumnDeclaration("domain", .identifier),
      ColumnDeclaration("lead", .choice(Measure.Actor.allCases.map(\.rawValue))),
    ]
    + ["one_off", "recurring"].flatMap { nature in
      [.optional("\(nature)_fixed", .money(bare: .euro), minimum: 0)]
        + costDrivers.map {
          ColumnDeclaration.optional(
            "\(nature)_per_\($0.column)", .money(bare: .euro), minimum: 0)
        }
    }
    + [
      "install_fte", "install_fte_per_1000_agents", "run_fte", "run_fte_per_1000_agents",
    ].map { .optional($0, .decimal, minimum: 0, maximum: 1e4) }
    + [
      ColumnDeclaration("speed", .share, minimum: 0, maximum: 1),
      .optional("eligible_kinds", .text), .optional("eligible_statuses", .text),
    ] + provenance

  private static let objectiveColumns: [ColumnDeclaration] =
    [
      ColumnDeclaration("id", .identifier), ColumnDeclaration("title", .text),
      .optional("weight", .decimal, minimum: 0, maximum: 1e6),
      ColumnDeclaration("classes", .text),
    ] + provenance

  private static let threatColumns: [ColumnDeclaration] =
    [
      ColumnDeclaration("id", .identifier), ColumnDeclaration("title", .text),
      ColumnDeclaration("by", .choice(Driver.allCases.map(\.rawValue))),
      .optional("up_to", .decimal, minimum: 0, maximum: 1e9),
      ColumnDeclaration("frequency", .decimal, minimum: 0, maximum: 1000),
      .optional("severity_fixed", .money(bare: .euro), minimum: 0),
      .optional("severity_per_agent", .money(bare: .euro), minimum: 0),
      .optional("severity_per_bed", .money(bare: .euro), minimum: 0),
    ] + provenance
}
