// SPDX-License-Identifier: GPL-3.0-or-later

internal import FundingModel

/// Keys of targets.
enum TargetKeys {
  static let hard = Key.flag("hard", "Whether the target must be met; false where absent.")
  static let ofObjective = MappingShape(
    "target", [hard], others: .init(kind: .years, shape: .scalar(.share)))
  static let ofClass = MappingShape(
    "class_targets", [],
    others: .init(kind: .names("objective"), shape: .mapping(ofObjective)))
}

/// Keys of pilot phases.
enum PilotKeys {
  static let until = Key.year("until", "Last year of the pilot phase.", required: true)
  static let share = Key.share(
    "share", "Largest share of the weight by then; pilot beneficiaries only where absent.")
  static let weight = Key<Driver>.choice("weight", "Weight of the share; units where absent.")
  static let learning = Key.fraction(
    "learning", 0...1, "Multiplier of costs once the phase is over; 1 where absent.")
  static let shape = MappingShape("pilot", [until, share, weight, learning])
}

/// Keys of goals.
enum GoalKeys {
  static let goal = Key<Goal>.choice("goal", "The goal of this level.")
  static let level = KeyDeclaration(
    "level",
    .mapping(
      MappingShape(
        "goal_weights", [],
        others: .init(
          kind: .words(Goal.allCases.map(\.rawValue)), shape: .scalar(.number(0...1e9))))),
    "Goals that share this level, with their weights.")
  static let tolerance = Key.fraction(
    "tolerance", 0...1, "Share of the optimum that later levels may give up; 0 where absent.")
  static let shape = MappingShape("goal", [goal, level, tolerance], shorthand: "goal")
}

/// Keys of rules across beneficiaries.
enum RuleKeys {
  static let territory = KeyDeclaration(
    "territory", byName("territory_rules", Territory.shape),
    "Floors and ceilings between groups of beneficiaries.")
  static let deployment = KeyDeclaration(
    "deployment", byName("deployment_rules", Deployment.shape),
    "Shares of the population that must be covered by a year.")
  static let staffing = KeyDeclaration(
    "staffing", .mapping(Staffing.shape), "How the staffing table continues.")
  static let sustainability = KeyDeclaration(
    "sustainability", .mapping(Sustainability.shape),
    "What the recurring cost after the horizon is held against.")
  static let ownFunds = KeyDeclaration(
    "own_funds", .mapping(OwnFunds.shape), "Money the establishments can add.")
  static let fairness = KeyDeclaration(
    "fairness", .mapping(Fairness.shape), "Rules of fairness between beneficiaries.")
  static let shape = MappingShape(
    "rules", [territory, deployment, staffing, sustainability, ownFunds, fairness])

  private static func byName(_ name: String, _ shape: MappingShape) -> Shape {
    .mapping(
      MappingShape(name, [], others: .init(kind: .names("rule"), shape: .mapping(shape))))
  }

  enum Territory {
    static let by = Key.identifier(
      "by", "region, department, nis_class, status, kind, or a further column.", required: true)
    static let members = KeyDeclaration(
      "members", .list(.scalar(.text)), "Groups concerned; all where absent.")
    static let floor = Key.fraction(
      "floor", 0...1e6, "Least share of the money, as a multiple of the share of the weight.")
    static let ceiling = Key.fraction(
      "ceiling", 0...1e6, "Largest share of the money, as a multiple of the share of the weight.")
    static let weight = Key<Driver>.choice("weight", "Weight; agents where absent.")
    static let vehicles = KeyDeclaration(
      "vehicles", .list(.scalar(.identifier)), "Vehicles whose money counts; all where absent.")
    static let per = Key<BeneficiaryLimit.Period>.choice(
      "per", "Each year or the horizon as a whole; horizon where absent.")
    static let shape = MappingShape(
      "territory_rule", [by, members, floor, ceiling, weight, vehicles, per])
  }

  enum Deployment {
    static let measure = Key.identifier("measure", "Measure that must be in place.")
    static let objective = Key.identifier("objective", "Objective that must be reached.")
    static let share = Key.share("share", "Share of the weight.", required: true)
    static let by = Key.year("by", "Year by whose end it must be reached.", required: true)
    static let weight = Key<Driver>.choice("weight", "Weight; units where absent.")
    static let eligible = EligibleKeys.key("Beneficiaries that count.")
    static let within = Key.identifier(
      "within", "Grouping in each of whose groups the share must be reached.")
    static let shape = MappingShape(
      "deployment_rule", [measure, objective, share, by, weight, eligible, within])
  }

  enum Staffing {
    static let growth = Key.fraction(
      "growth", -1...10, "Growth per year where the table gives a region one year only.")
    static let shape = MappingShape("staffing_rule", [growth])
  }

  enum Sustainability {
    static let hard = Key.flag("hard", "Whether the gap must be zero; false where absent.")
    static let ownShare = Key.share(
      "own_share", "Share of own affordable money that counts as lasting; 0 where absent.")
    static let shape = MappingShape("sustainability", [hard, ownShare])
  }

  enum OwnFunds {
    static let share = Key.share(
      "share", "Share of what is affordable that the plan may use; 1 where absent.")
    static let shape = MappingShape(
      "own_funds", [SizedKeys.fixed] + SizedKeys.terms + [share] as [any DeclaredKey])
  }

  enum Fairness {
    static let minimumCoverage = Key.flag(
      "minimum_coverage", "Whether the lowest coverage is a quantity that goals may raise.")
    static let ratioCap = Key.number(
      "ratio_cap", "Largest money per unit of weight, as a multiple of the mean.")
    static let ratioWeight = Key<Driver>.choice(
      "ratio_weight", "Weight of the cap; agents where absent.")
    static let shape = MappingShape("fairness", [minimumCoverage, ratioCap, ratioWeight])
  }
}
