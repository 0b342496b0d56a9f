// SPDX-License-Identifier: GPL-3.0-or-later

/// Whether a cost is paid once or every year.
public enum CostNature: String, Sendable, Codable, CaseIterable, Hashable {
  case oneOff = "one_off"
  case recurring
}

/// A security measure: what it costs, what it needs and what it does.
public struct Measure: Sendable, Hashable, Codable {
  /// Who leads the measure.
  public enum Actor: String, Sendable, Codable, CaseIterable {
    case national
    case regional
    case ght
    case establishment
  }

  /// First phase of a measure, during which only some deploy it.
  public struct Pilot: Sendable, Hashable, Codable {
    /// Last year of the pilot phase.
    public var until: Year
    /// Largest share of the weight that may have been added by then; `nil`: pilot beneficiaries only.
    public var share: Share?
    /// Weight in which the share is counted.
    public var weight: Driver

    /// Creates a pilot phase.
    public init(until: Year, share: Share? = nil, weight: Driver = .units) {
      self.until = until
      self.share = share
      self.weight = weight
    }
  }

  /// Effect on one threat.
  public struct Effect: Sendable, Hashable, Codable {
    /// The threat.
    public var threat: ThreatID
    /// Share of the remaining expected loss removed when the measure is fully in place; below 1.
    public var share: Double

    /// Creates an effect.
    public init(threat: ThreatID, share: Double) {
      self.threat = threat
      self.share = share
    }
  }

  /// Contribution to one objective.
  public struct Contribution: Sendable, Hashable, Codable {
    /// The objective.
    public var objective: ObjectiveID
    /// The class it counts for; `nil` for every class.
    public var nisClass: NISClassID?
    /// Share of the objective reached when the measure is fully in place.
    public var weight: Double

    /// Creates a contribution.
    public init(objective: ObjectiveID, nisClass: NISClassID? = nil, weight: Double) {
      self.objective = objective
      self.nisClass = nisClass
      self.weight = weight
    }
  }

  /// Identifier.
  public var id: MeasureID
  /// Short title.
  public var title: String
  /// Programme domain.
  public var domain: DomainID
  /// Who leads it.
  public var leadActor: Actor
  /// Cost of putting it fully in place, at prices of the scenario's price year.
  public var oneOff: SizedAmount
  /// Cost per year once fully in place, at prices of the scenario's price year.
  public var recurring: SizedAmount
  /// Staff needed in the year it is put in place (full-time equivalents for full deployment).
  public var installationEffort: SizedEffort
  /// Staff needed every year once fully in place.
  public var runningEffort: SizedEffort
  /// Largest share that can be put in place in one year.
  public var speed: Share
  /// Measures that must run ahead of this one.
  public var prerequisites: [MeasureID]
  /// Effects on threats.
  public var effects: [Effect]
  /// Contributions to objectives.
  public var contributions: [Contribution]
  /// Pilot phase, where it has one.
  public var pilot: Pilot?
  /// Multiplier of costs once the pilot phase is over (1: no learning).
  public var learningFactor: Double
  /// Beneficiaries it is meant for.
  public var eligibility: Eligibility

  /// Creates a measure.
  public init(
    id: MeasureID, title: String, domain: DomainID, leadActor: Actor = .establishment,
    oneOff: SizedAmount = SizedAmount(), recurring: SizedAmount = SizedAmount(),
    installationEffort: SizedEffort = SizedEffort(), runningEffort: SizedEffort = SizedEffort(),
    speed: Share = .whole, prerequisites: [MeasureID] = [], effects: [Effect] = [],
    contributions: [Contribution] = [], pilot: Pilot? = nil, learningFactor: Double = 1,
    eligibility: Eligibility = .everybody
  ) {
    self.id = id
    self.title = title
    self.domain = domain
    self.leadActor = leadActor
    self.oneOff = oneOff
    self.recurring = recurring
    self.installationEffort = installationEffort
    self.runningEffort = runningEffort
    self.speed = speed
    self.prerequisites = prerequisites
    self.effects = effects
    self.contributions = contributions
    self.pilot = pilot
    self.learningFactor = learningFactor
    self.eligibility = eligibility
  }
}

/// A pot of money: one nature of cost in one programme domain.
public struct Pot: Sendable, Hashable, Comparable, Codable {
  /// Programme domain.
  public var domain: DomainID
  /// Nature of the cost.
  public var nature: CostNature

  /// Creates a pot.
  public init(_ domain: DomainID, _ nature: CostNature) {
    self.domain = domain
    self.nature = nature
  }

  /// Name in rows and tables, for example `continuity:recurring`.
  public var name: String { "\(domain.rawValue):\(nature.rawValue)" }

  /// Orders two values.
  public static func < (left: Pot, right: Pot) -> Bool {
    (left.domain, left.nature.rawValue) < (right.domain, right.nature.rawValue)
  }
}

/// A NIS objective, for example one of the twenty of ReCyF.
public struct NISObjective: Sendable, Hashable, Codable {
  /// Identifier.
  public var id: ObjectiveID
  /// Short title.
  public var title: String
  /// Weight in the goal of NIS shortfall.
  public var weight: Double
  /// Classes it applies to.
  public var classes: [NISClassID]

  /// Creates an objective.
  public init(id: ObjectiveID, title: String, weight: Double = 1, classes: [NISClassID]) {
    self.id = id
    self.title = title
    self.weight = weight
    self.classes = classes
  }
}

/// One component of the expected loss.
public struct Threat: Sendable, Hashable, Codable {
  /// Identifier.
  public var id: ThreatID
  /// Short title.
  public var title: String
  /// Events per year with no measure in place, by size.
  public var frequency: Banded<Double>
  /// Loss of one event, at prices of the scenario's price year.
  public var severity: SizedAmount

  /// Creates a threat.
  public init(id: ThreatID, title: String, frequency: Banded<Double>, severity: SizedAmount) {
    self.id = id
    self.title = title
    self.frequency = frequency
    self.severity = severity
  }
}
