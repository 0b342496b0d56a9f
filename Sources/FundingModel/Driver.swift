// SPDX-License-Identifier: GPL-3.0-or-later

/// What costs, ceilings and weights are counted in.
public enum Driver: String, Sendable, Codable, CaseIterable, Hashable {
  /// Head-count of agents (salaried and liberal).
  case agents
  /// Beds.
  case beds
  /// Workstations.
  case workstations
  /// Geographic sites.
  case sites
  /// Activity, in the unit of the beneficiaries table (for example combined activity or stays).
  case activity
  /// One per beneficiary.
  case units
}

/// How much of each driver a beneficiary has; `nil` is "not declared", never 0.
public struct DriverValues: Sendable, Hashable, Codable {
  private var values: [Double?]

  /// Creates values with nothing declared.
  public init() { values = Array(repeating: nil, count: Driver.allCases.count) }

  /// Creates values from those given.
  public init(_ given: [Driver: Double]) {
    self.init()
    for driver in Driver.allCases { self[driver] = given[driver] }
  }

  /// The amount of a driver, or `nil` where it was not declared.
  ///
  /// ``Driver/units`` is always 1.
  public subscript(driver: Driver) -> Double? {
    get { driver == .units ? 1 : values[Self.position(driver)] }
    set { values[Self.position(driver)] = newValue }
  }

  private static func position(_ driver: Driver) -> Int {
    switch driver {
    case .agents: 0
    case .beds: 1
    case .workstations: 2
    case .sites: 3
    case .activity: 4
    case .units: 5
    }
  }
}

/// An amount that grows with the size of a beneficiary: `fixed + Σ unit·driver`.
public struct SizedAmount: Sendable, Hashable, Codable {
  /// Per-unit amount of one driver.
  public struct Term: Sendable, Hashable, Codable {
    /// Driver it is counted in.
    public var driver: Driver
    /// Amount per unit of the driver.
    public var perUnit: Money

    /// Creates a term.
    public init(_ driver: Driver, _ perUnit: Money) {
      self.driver = driver
      self.perUnit = perUnit
    }
  }

  /// Part that does not depend on size.
  public var fixed: Money
  /// Parts in proportion to a driver.
  public var terms: [Term]

  /// Creates an amount.
  public init(fixed: Money = .zero, _ terms: [Term] = []) {
    self.fixed = fixed
    self.terms = terms
  }

  /// The amount for one size, in thousands of euros; `nil` where a driver was not declared.
  public func thousandsOfEuros(for size: DriverValues) -> Double? {
    var sum = fixed.thousandsOfEuros
    for term in terms {
      guard let quantity = size[term.driver] else { return nil }
      sum += term.perUnit.thousandsOfEuros * quantity
    }
    return sum
  }
}

/// Full-time equivalents that grow with the size of a beneficiary: `fixed + Σ unit·driver`.
public struct SizedEffort: Sendable, Hashable, Codable {
  /// Per-unit effort of one driver.
  public struct Term: Sendable, Hashable, Codable {
    /// Driver it is counted in.
    public var driver: Driver
    /// Effort per unit of the driver.
    public var perUnit: FTE

    /// Creates a term.
    public init(_ driver: Driver, _ perUnit: FTE) {
      self.driver = driver
      self.perUnit = perUnit
    }
  }

  /// Part that does not depend on size.
  public var fixed: FTE
  /// Parts in proportion to a driver.
  public var terms: [Term]

  /// Creates an effort.
  public init(fixed: FTE = .zero, _ terms: [Term] = []) {
    self.fixed = fixed
    self.terms = terms
  }

  /// The effort for one size, in full-time equivalents; `nil` where a driver was not declared.
  public func value(for size: DriverValues) -> Double? {
    var sum = fixed.value
    for term in terms {
      guard let quantity = size[term.driver] else { return nil }
      sum += term.perUnit.value * quantity
    }
    return sum
  }
}

/// A step function of a driver: the value of the first band whose upper edge is not passed.
public struct Banded<Value: Sendable & Hashable & Codable>: Sendable, Hashable, Codable {
  /// One band.
  public struct Band: Sendable, Hashable, Codable {
    /// Largest quantity in the band; `nil` for the last band.
    public var upTo: Double?
    /// Value in the band.
    public var value: Value

    /// Creates a band.
    public init(upTo: Double?, value: Value) {
      self.upTo = upTo
      self.value = value
    }
  }

  /// Driver that decides the band.
  public var driver: Driver
  /// Bands by rising edge; the last has no edge.
  public var bands: [Band]

  /// Creates a step function.
  public init(driver: Driver, bands: [Band]) {
    self.driver = driver
    self.bands = bands
  }

  /// The value for one size; `nil` where the driver was not declared or no band holds it.
  public func value(for size: DriverValues) -> Value? {
    guard let quantity = size[driver] else { return nil }
    return bands.first { $0.upTo.map { quantity <= $0 } ?? true }?.value
  }
}
