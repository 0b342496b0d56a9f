// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel

/// Public money that one beneficiary gets from one vehicle in one year.
public struct Receipt: Sendable, Hashable {
  /// Who gets it.
  public var beneficiary: BeneficiaryID
  /// Identifier of the vehicle that pays.
  public var vehicle: VehicleID
  /// Year in which it is paid.
  public var year: Int
  /// Whole euros.
  public var euros: Int

  /// Creates a receipt.
  public init(beneficiary: BeneficiaryID, vehicle: VehicleID, year: Int, euros: Int) {
    self.beneficiary = beneficiary
    self.vehicle = vehicle
    self.year = year
    self.euros = euros
  }
}

/// What a plan was made from: its parameters, and the content of its tables.
public struct PlanInputs: Sendable, Hashable {
  /// A table, known by the hash of its content.
  public struct Table: Sendable, Hashable {
    /// What it is used as, for example `measures`.
    public var role: String
    /// Path.
    public var path: String
    /// SHA-256 of the content.
    public var sha256: String

    /// Creates an entry.
    public init(role: String, path: String, sha256: String) {
      self.role = role
      self.path = path
      self.sha256 = sha256
    }
  }

  /// Parameters as resolved, each with its origin.
  public var parameters: [ResolvedStudy.Parameter]
  /// Tables; study and layers are not among them, since their content is the parameters.
  public var tables: [Table]

  /// Creates inputs.
  public init(parameters: [ResolvedStudy.Parameter], tables: [Table] = []) {
    self.parameters = parameters
    self.tables = tables
  }
}

/// What is compared of one plan, whether it was just solved or read from its folder.
public struct ComparedPlan: Sendable {
  /// Name by which it is told from the others.
  public var name: String
  /// Years of the plan.
  public var years: [Int]
  /// Who it was made for.
  public var population: [Beneficiary]
  /// Who gets what, in whole euros; several entries may be about the same money.
  public var receipts: [Receipt]
  /// What it was made from.
  public var inputs: PlanInputs

  /// Creates a plan to compare.
  public init(
    name: String, years: [Int], population: [Beneficiary], receipts: [Receipt],
    inputs: PlanInputs
  ) {
    self.name = name
    self.years = years
    self.population = population
    self.receipts = receipts
    self.inputs = inputs
  }

  /// Whole euros that each beneficiary gets in all.
  var received: [BeneficiaryID: Int] {
    receipts.reduce(into: [:]) { $0[$1.beneficiary, default: 0] += $1.euros }
  }
}
