// SPDX-License-Identifier: GPL-3.0-or-later

/// The unit that receives money: a GHT, a legal entity or a site.
public struct Beneficiary: Sendable, Hashable, Codable {
  /// What kind of unit it is.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    case ght
    case legalEntity = "legal_entity"
    case site
  }

  /// Legal status.
  public enum Status: String, Sendable, Codable, CaseIterable {
    case publicSector = "public"
    case nonProfit = "non_profit"
    case forProfit = "for_profit"
  }

  /// FINESS number or GHT code.
  public var id: BeneficiaryID
  /// Name, as the register writes it.
  public var name: String
  /// What kind of unit it is.
  public var kind: Kind
  /// Legal status.
  public var status: Status
  /// INSEE code of its region.
  public var region: RegionID
  /// Code of its department, where declared.
  public var department: String?
  /// NIS class; `nil` where NIS does not apply.
  public var nisClass: NISClassID?
  /// Sizes: agents, beds, workstations, sites, activity.
  public var size: DriverValues
  /// Drivers that were imputed rather than declared.
  public var imputed: [Driver]
  /// Multiplier of the expected loss (1: as the threats' figures say).
  public var risk: Double
  /// Weight of the continuity of its care in the goal of avoided loss (1: ordinary).
  public var careWeight: Double
  /// Multiplier of what every measure costs here, once and per year (1: as the measures' figures say).
  public var costFactor: Double
  /// Whether it takes part in pilot phases.
  public var isPilot: Bool
  /// Further grouping columns (for example `ght`), by column name.
  public var groups: [String: String]
  /// Money of its own it can afford per year; `nil` where the scenario's rule decides.
  public var affordable: Money?

  /// Creates a beneficiary.
  public init(
    id: BeneficiaryID, name: String, kind: Kind = .legalEntity, status: Status = .publicSector,
    region: RegionID, department: String? = nil, nisClass: NISClassID? = nil,
    size: DriverValues = DriverValues(), imputed: [Driver] = [], risk: Double = 1,
    careWeight: Double = 1, costFactor: Double = 1, isPilot: Bool = false,
    groups: [String: String] = [:], affordable: Money? = nil
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.status = status
    self.region = region
    self.department = department
    self.nisClass = nisClass
    self.size = size
    self.imputed = imputed
    self.risk = risk
    self.careWeight = careWeight
    self.costFactor = costFactor
    self.isPilot = isPilot
    self.groups = groups
    self.affordable = affordable
  }
}

extension Beneficiary {
  /// What a measure costs here, before prices rise.
  ///
  /// - Parameter amount: the measure's one-off or yearly cost.
  /// - Returns: k€; `nil` where a size is needed that is not declared.
  public func cost(_ amount: SizedAmount) -> Double? {
    amount.thousandsOfEuros(for: size).map { $0 * costFactor }
  }
}

/// A way to sort beneficiaries into groups.
public enum Grouping: Sendable, Hashable, Codable {
  case region
  case department
  case nisClass
  case status
  case kind
  /// A further column of the beneficiaries table.
  case column(String)

  /// Name of the group a beneficiary belongs to, or `nil` where it belongs to none.
  public func group(of beneficiary: Beneficiary) -> String? {
    switch self {
    case .region: beneficiary.region.rawValue
    case .department: beneficiary.department
    case .nisClass: beneficiary.nisClass?.rawValue
    case .status: beneficiary.status.rawValue
    case .kind: beneficiary.kind.rawValue
    case .column(let name): beneficiary.groups[name]
    }
  }

  /// Name as written in a study: `region`, `department`, `nis_class`, `status`, `kind`, or a column.
  public var name: String {
    switch self {
    case .region: "region"
    case .department: "department"
    case .nisClass: "nis_class"
    case .status: "status"
    case .kind: "kind"
    case .column(let name): name
    }
  }
}

/// Who a rule, a vehicle or a measure is meant for; an empty list means "all".
public struct Eligibility: Sendable, Hashable, Codable {
  /// Regions included.
  public var regions: [RegionID]
  /// NIS classes included.
  public var classes: [NISClassID]
  /// Legal statuses included.
  public var statuses: [Beneficiary.Status]
  /// Kinds of unit included.
  public var kinds: [Beneficiary.Kind]

  /// Creates an eligibility; with no argument everybody is eligible.
  public init(
    regions: [RegionID] = [], classes: [NISClassID] = [], statuses: [Beneficiary.Status] = [],
    kinds: [Beneficiary.Kind] = []
  ) {
    self.regions = regions
    self.classes = classes
    self.statuses = statuses
    self.kinds = kinds
  }

  /// Everybody.
  public static let everybody = Eligibility()

  /// Whether a beneficiary is eligible.
  public func includes(_ beneficiary: Beneficiary) -> Bool {
    (regions.isEmpty || regions.contains(beneficiary.region))
      && (classes.isEmpty || beneficiary.nisClass.map(classes.contains) ?? false)
      && (statuses.isEmpty || statuses.contains(beneficiary.status))
      && (kinds.isEmpty || kinds.contains(beneficiary.kind))
  }
}
