// SPDX-License-Identifier: GPL-3.0-or-later

internal import FundingModel

/// The keys of study files: one declaration for reading, checking, merging and the JSON Schema.
enum StudyKeys {
  static let study = Key.whole("study", 1...1, "Version of this format; 1.", required: true)
  static let layer = Key.whole("layer", 1...1, "Version of this format; 1.", required: true)
  static let title = Key.text("title", "Title shown on every output.", required: true)
  static let layerTitle = Key.text("title", "Title of the layer; the study keeps its own.")
  static let layers = KeyDeclaration(
    "layers", .list(.scalar(.text)),
    "Other layers that this one stands on, applied before it in this order: names, or paths relative to this file."
  )
  static let description = Key.text("description", "What the file is for; changes nothing.")

  static let horizon = KeyDeclaration(
    "horizon", .mapping(Horizon.shape), required: true, "Years of the plan.")
  static let lockedThrough = Key.year(
    "locked_through",
    "Last year that is as it was really done and paid: `tables.locked` and `tables.paid` say how.")
  static let economics = KeyDeclaration(
    "economics", .mapping(Economics.shape), "Prices over time, and how finely curves are cut.")
  static let tables = KeyDeclaration(
    "tables", .mapping(Tables.shape), required: true,
    "CSV tables, by paths relative to the file that names them.")
  static let groupings = KeyDeclaration(
    "groupings", .list(.scalar(.identifier)),
    "Further columns of the beneficiaries table by which rules may group.")
  static let imputation = KeyDeclaration(
    "imputation", .mapping(Imputation.shape),
    "How a size that was not declared is filled from others, flagged per value.")
  static let population = KeyDeclaration(
    "population", .mapping(Population.shape), "Narrows the beneficiaries.")
  static let classWeights = KeyDeclaration(
    "class_weights",
    .mapping(
      MappingShape(
        "class_weights", [],
        others: .init(kind: .names("class"), shape: .scalar(.number(0...1e6))))),
    "Weight of each NIS class in the goal of shortfall; 1 where absent.")
  static let amendmentCosts = KeyDeclaration(
    "amendment_costs",
    .mapping(
      MappingShape(
        "amendment_costs", [],
        others: .init(
          kind: .words(AmendableRule.allCases.map(\.rawValue)),
          shape: .scalar(.number(amendmentCost))))),
    "How hard it is to amend rules of each kind, relative to one another; 1 where absent.")
  static let amendmentCost = 0.01...100.0
  static let domains = KeyDeclaration(
    "domains",
    .mapping(
      MappingShape(
        "domains", [], others: .init(kind: .names("domain"), shape: .scalar(.text)))),
    "Titles of the programme domains.")
  static let vehicles = KeyDeclaration(
    "vehicles",
    .mapping(
      MappingShape(
        "vehicles", [],
        others: .init(kind: .names("vehicle"), shape: .mapping(VehicleKeys.shape)))),
    required: true, "Envelopes of money and their rules, by identifier.")
  static let services = KeyDeclaration(
    "services",
    .mapping(
      MappingShape(
        "services", [],
        others: .init(kind: .names("service"), shape: .mapping(ServiceKeys.shape)))),
    "Services bought once for many beneficiaries, by identifier.")
  static let targets = KeyDeclaration(
    "targets",
    .mapping(
      MappingShape(
        "targets", [],
        others: .init(kind: .names("class"), shape: .mapping(TargetKeys.ofClass)))),
    "NIS targets: class, objective (or `all`), year, share.")
  static let rules = KeyDeclaration(
    "rules", .mapping(RuleKeys.shape), "Rules across beneficiaries.")
  static let pilots = KeyDeclaration(
    "pilots",
    .mapping(
      MappingShape(
        "pilots", [], others: .init(kind: .names("measure"), shape: .mapping(PilotKeys.shape)))),
    "First phases of measures, by measure.")
  static let goals = KeyDeclaration(
    "goals", .list(.mapping(GoalKeys.shape)), "What is sought, the most important first.")

  private static let content: [any DeclaredKey] = [
    horizon, lockedThrough, economics, tables, groupings, imputation, population, classWeights,
    domains, vehicles,
    services, targets, rules, pilots, goals, amendmentCosts,
  ]

  /// A study file.
  static let studyShape = MappingShape("study", [study, title, description] + content)
  /// A layer file: the same keys, none of them required.
  static let layerShape = MappingShape(
    "layer", [layer, layerTitle, description, layers] + content)
  /// A value set from outside the files: what can be set, without what a file says about itself.
  static let overrideShape = MappingShape("layer", [layer, layerTitle, description] + content)

  enum Horizon {
    static let first = Key.year("first", "First year of the plan.", required: true)
    static let years = Key.whole("years", 0...30, "Number of years.", required: true)
    static let shape = MappingShape("horizon", [first, years])
  }

  enum Economics {
    static let priceYear = Key.year(
      "price_year", "Year in whose prices costs are given; the first year where absent.")
    static let inflation = Key.fraction("inflation", -0.2...1, "Rise of costs per year.")
    static let discount = Key.fraction(
      "discount", 0...1, "Discount rate of avoided losses per year.")
    static let lossPieces = Key.whole(
      "loss_pieces", 1...100, "Pieces of each avoided-loss curve; 6 where absent.")
    static let existing = Key.flag(
      "existing_costs_outside_plan",
      "Whether running costs of what stood before are paid outside the plan; true where absent.")
    static let shortfallWeight = Key<Driver>.choice(
      "shortfall_weight", "Weight in which shortfalls are added up; units where absent.")
    static let shape = MappingShape(
      "economics",
      [priceYear, inflation, discount, lossPieces, existing, shortfallWeight])
  }

  enum Tables {
    static let shape = MappingShape(
      "tables",
      TableRole.allCases.map { role in
        KeyDeclaration(
          role.rawValue, .scalar(.text), required: role.isRequired, role.summary)
      })
  }

  enum Imputation {
    static let shape = MappingShape(
      "imputation", [],
      others: .init(
        kind: .words(Driver.declarable.map(\.rawValue)),
        shape: .mapping(
          MappingShape(
            "imputation_terms", [],
            others: .init(
              kind: .words(["fixed"] + Driver.allCases.map(\.rawValue)),
              shape: .scalar(.number(0...1e9)))))))
  }

  enum Population {
    static let regions = KeyDeclaration(
      "regions", .list(.scalar(.identifier)), "Regions whose beneficiaries are planned.")
    static let shape = MappingShape("population", [regions])
  }
}

extension Driver {
  /// Drivers that a table declares: all but `units`, which is always 1.
  static let declarable = Driver.allCases.filter { $0 != .units }
}
