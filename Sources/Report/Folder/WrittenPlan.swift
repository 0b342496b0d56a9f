// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
public import FundingAnalysis
public import FundingModel
import SideBySide
import Tables

/// A plan as it stands in the files of a plan folder.
public struct WrittenPlan: Sendable, Equatable {
  /// Exact values; amounts differ from the plan that was written by rounding of doubles at most.
  public var plan: Plan
  /// Whole euros, as notified.
  public var allocation: Allocation

  /// Reads a plan back from the files of a plan folder, for a check of what was written.
  ///
  /// - Parameters:
  ///   - path: the folder.
  ///   - scenario: the scenario the plan belongs to.
  /// - Returns: the plan, rows in the order of the files.
  /// - Throws: every fault found: missing files or columns, identifiers or years the scenario does
  ///   not have, repeated rows, texts that are not numbers.
  public static func read(
    _ path: String, of scenario: Scenario
  ) throws(Findings) -> WrittenPlan {
    try PlanFolderReading(path: path, scenario: scenario).read()
  }

  /// Reads a plan back with the prices of its rules, all tables side by side.
  ///
  /// - Parameters:
  ///   - path: the folder.
  ///   - scenario: the scenario the plan belongs to.
  /// - Returns: the plan as ``read(_:of:)`` gives it, and prices as ``WrittenPrices`` does.
  /// - Throws: what these two throw, that of the plan before that of its prices.
  public static func readWithPrices(
    _ path: String, of scenario: Scenario
  ) throws(Findings) -> (written: WrittenPlan, prices: [RulePrice]) {
    try PlanFolderReading(path: path, scenario: scenario).readWithPrices()
  }
}

extension PlanFolder {
  /// Reads a plan back; see ``WrittenPlan/read(_:of:)``.
  public static func read(_ path: String, of scenario: Scenario) throws(Findings) -> WrittenPlan {
    try WrittenPlan.read(path, of: scenario)
  }
}

/// Reads the tables of one folder side by side.
private struct PlanFolderReading: Sendable {
  let path: String
  let scenario: Scenario

  /// The tables that a plan is made of, in the order in which their faults are told.
  private static let tables: [PlanTable] = [
    .allocation, .deployment, .own, .servicePayments, .services, .vehicles,
  ]

  func read() throws(Findings) -> WrittenPlan { try plan(of: readings(Self.tables)) }

  /// Faults of the plan are told before those of its prices.
  func readWithPrices() throws(Findings) -> (written: WrittenPlan, prices: [RulePrice]) {
    // The two longest tables are begun first.
    let readings = readings([.allocation, .prices] + Self.tables.dropFirst())
    let written = try plan(of: readings)
    guard let prices = readings[.prices] else { return (written, []) }
    try prices.findings.throwIfErrors()
    return (written, prices.prices)
  }

  private func readings(_ tables: [PlanTable]) -> [PlanTable: PlanTableReading] {
    let names = PlanNames(scenario)
    let readings = Concurrent.map(tables) { table in
      var reading = PlanTableReading(path: path, scenario: scenario, names: names)
      reading.read(table)
      return reading
    }
    return Dictionary(uniqueKeysWithValues: zip(tables, readings))
  }

  private func plan(
    of readings: [PlanTable: PlanTableReading]
  ) throws(Findings) -> WrittenPlan {
    var findings = Findings()
    var written = WrittenPlan.empty(of: scenario)
    for table in Self.tables {
      guard let reading = readings[table] else { continue }
      findings.add(contentsOf: reading.findings)
      written.take(table, from: reading.written)
    }
    try findings.throwIfErrors()
    return written
  }
}

extension WrittenPlan {
  fileprivate static func empty(of scenario: Scenario) -> WrittenPlan {
    WrittenPlan(
      plan: Plan(
        measureCount: scenario.measures.count, yearCount: scenario.horizon.count, increments: [],
        grants: [], own: [], servicePayments: [], serviceCapacity: [], carried: []),
      allocation: Allocation(lines: [], services: [], carried: []))
  }

  /// Takes what stands in one table.
  fileprivate mutating func take(_ table: PlanTable, from other: WrittenPlan) {
    switch table {
    case .allocation:
      plan.grants = other.plan.grants
      allocation.lines = other.allocation.lines
    case .deployment: plan.increments = other.plan.increments
    case .own: plan.own = other.plan.own
    case .servicePayments:
      plan.servicePayments = other.plan.servicePayments
      allocation.services = other.allocation.services
    case .services: plan.serviceCapacity = other.plan.serviceCapacity
    case .vehicles:
      plan.carried = other.plan.carried
      allocation.carried = other.allocation.carried
    case .coverage, .risk, .prices, .beneficiaries: break
    }
  }
}

/// Positions of what a scenario names.
private struct PlanNames: Sendable {
  let beneficiaries: [String: Int]
  let measures: [String: Int]
  let vehicles: [String: Int]
  let services: [String: Int]
  let pots: [String: Int]

  init(_ scenario: Scenario) {
    func positions(_ names: [String]) -> [String: Int] {
      Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    }
    beneficiaries = positions(scenario.beneficiaries.map(\.id.rawValue))
    measures = positions(scenario.measures.map(\.id.rawValue))
    vehicles = positions(scenario.vehicles.map(\.id.rawValue))
    services = positions(scenario.services.map(\.id.rawValue))
    pots = positions(scenario.pots.map(\.name))
  }
}

/// Reads one table of a folder, collecting every fault.
private struct PlanTableReading: Sendable {
  let path: String
  let scenario: Scenario
  let names: PlanNames
  var findings = Findings()
  var written: WrittenPlan
  var prices: [RulePrice] = []
  private var knownPots: [DomainNature: Int] = [:]

  private struct DomainNature: Hashable {
    let domain: String
    let nature: String
  }

  init(path: String, scenario: Scenario, names: PlanNames) {
    self.path = path
    self.scenario = scenario
    self.names = names
    written = .empty(of: scenario)
  }

  mutating func read(_ table: PlanTable) {
    switch table {
    case .allocation: readAllocation()
    case .deployment: readDeployment()
    case .own: readOwn()
    case .servicePayments: readServicePayments()
    case .services: readCapacity()
    case .vehicles: readCarried()
    case .prices: readPrices()
    case .coverage, .risk, .beneficiaries: break
    }
  }

  private mutating func readAllocation() {
    let key = ["beneficiary", "vehicle", "domain", "nature", "need_year"]
    let table = table(.allocation, key: key, whole: ["euros"])
    let (beneficiary, vehicle) = (table.column("beneficiary"), table.column("vehicle"))
    let (domain, nature) = (table.column("domain"), table.column("nature"))
    let (needYear, amount) = (table.column("need_year"), table.column("exact_euros"))
    let whole = table.column("euros")
    for row in table.rows {
      guard let e = position(row, beneficiary, names.beneficiaries),
        let v = position(row, vehicle, names.vehicles), let p = pot(row, domain, nature),
        let t = year(row, needYear), let exact = number(row, amount)
      else { continue }
      let euros = Int(row.integer(whole) ?? 0)
      written.plan.grants.append(
        Plan.Grant(vehicle: v, beneficiary: e, pot: p, year: t, thousands: exact / 1000))
      guard euros != 0 else { continue }
      written.allocation.lines.append(
        Allocation.Line(vehicle: v, beneficiary: e, pot: p, year: t, euros: euros))
    }
  }

  private mutating func readDeployment() {
    let (measureCount, yearCount) = (written.plan.measureCount, written.plan.yearCount)
    written.plan.increments = Array(
      repeating: 0, count: scenario.beneficiaries.count * measureCount * yearCount)
    let table = table(.deployment, key: ["beneficiary", "measure", "year"])
    let (beneficiary, measure) = (table.column("beneficiary"), table.column("measure"))
    let (inYear, added) = (table.column("year"), table.column("increment_share"))
    for row in table.rows {
      guard let e = position(row, beneficiary, names.beneficiaries),
        let m = position(row, measure, names.measures), let t = year(row, inYear),
        let share = number(row, added)
      else { continue }
      written.plan.increments[(e * measureCount + m) * yearCount + t] = share
    }
  }

  private mutating func readOwn() {
    let table = table(.own, key: ["beneficiary", "domain", "nature", "year"])
    let (beneficiary, domain) = (table.column("beneficiary"), table.column("domain"))
    let (nature, inYear) = (table.column("nature"), table.column("year"))
    let amount = table.column("exact_euros")
    for row in table.rows {
      guard let e = position(row, beneficiary, names.beneficiaries),
        let p = pot(row, domain, nature), let t = year(row, inYear),
        let exact = number(row, amount)
      else { continue }
      written.plan.own.append(
        Plan.OwnMoney(beneficiary: e, pot: p, year: t, thousands: exact / 1000))
    }
  }

  private mutating func readServicePayments() {
    let key = ["service", "vehicle", "nature", "year"]
    let table = table(.servicePayments, key: key, whole: ["euros"])
    for row in table.rows {
      guard let s = position(row, table.column("service"), names.services),
        let v = position(row, table.column("vehicle"), names.vehicles),
        let nature = nature(row, table.column("nature")),
        let t = year(row, table.column("year")),
        let exact = number(row, table.column("exact_euros"))
      else { continue }
      let euros = Int(row.integer("euros") ?? 0)
      written.plan.servicePayments.append(
        Plan.ServicePayment(
          service: s, vehicle: v, nature: nature, year: t, thousands: exact / 1000))
      guard euros != 0 else { continue }
      written.allocation.services.append(
        Allocation.ServiceLine(service: s, vehicle: v, nature: nature, year: t, euros: euros))
    }
  }

  private mutating func readCapacity() {
    let yearCount = written.plan.yearCount
    var found = [Double?](repeating: nil, count: names.services.count * yearCount)
    let table = table(.services, key: ["service", "year"])
    for row in table.rows {
      guard let s = position(row, table.column("service"), names.services),
        let t = year(row, table.column("year")),
        let capacity = number(row, table.column("capacity"))
      else { continue }
      found[s * yearCount + t] = capacity
    }
    reportHoles(in: found, of: .services, scenario.services.map(\.id.rawValue))
    written.plan.serviceCapacity = found.map { $0 ?? 0 }
  }

  private mutating func readCarried() {
    let yearCount = written.plan.yearCount
    var found = [Double?](repeating: nil, count: names.vehicles.count * yearCount)
    written.allocation.carried = Array(repeating: .zero, count: found.count)
    let table = table(.vehicles, key: ["vehicle", "year"])
    for row in table.rows {
      guard let v = position(row, table.column("vehicle"), names.vehicles),
        let t = year(row, table.column("year")),
        let exact = number(row, table.column("carried_out_exact_euros")),
        let euros = number(row, table.column("carried_out_euros"))
      else { continue }
      let slot = v * yearCount + t
      found[slot] = exact / 1000
      written.allocation.carried[slot] = Money(roundingThousandsOfEuros: euros / 1000)
    }
    reportHoles(in: found, of: .vehicles, scenario.vehicles.map(\.id.rawValue))
    written.plan.carried = found.map { $0 ?? 0 }
  }

  private mutating func readPrices() {
    do {
      prices = try WrittenPrices.read(path, of: scenario)
    } catch {
      findings.add(contentsOf: error)
    }
  }

  // MARK: Rows and cells

  private func file(_ table: PlanTable) -> String { "\(path)/\(table.fileName)" }

  private mutating func table(
    _ table: PlanTable, key: [String], whole: Set<String> = []
  ) -> Table {
    let columns = table.columns.map { name in
      if name == "year" || name.hasSuffix("_year") { return ColumnDeclaration(name, .year) }
      if whole.contains(name) { return ColumnDeclaration(name, .integer) }
      return ColumnDeclaration(name, .text, allowsEmpty: true)
    }
    let schema = TableSchema(columns: columns, key: key)
    do {
      return schema.read(try TextFile(path: file(table)), findings: &findings)
    } catch {
      findings.add(contentsOf: error)
      return Table(without: file(table))
    }
  }

  private mutating func report(_ code: Finding.Code, _ row: Table.Row, _ column: Table.Column) {
    let text = row.text(column) ?? row.integer(column).map { "\($0)" } ?? ""
    findings.add(
      Finding(
        code, .error, at: row.position(of: column.name),
        ["text": text, "column": column.name]))
  }

  private mutating func position(
    _ row: Table.Row, _ column: Table.Column, _ positions: [String: Int]
  ) -> Int? {
    if let position = row.text(column).flatMap({ positions[$0] }) { return position }
    report("report.unknownIdentifier", row, column)
    return nil
  }

  private mutating func pot(
    _ row: Table.Row, _ domain: Table.Column, _ nature: Table.Column
  ) -> Int? {
    let pair = DomainNature(domain: row.text(domain) ?? "", nature: row.text(nature) ?? "")
    if let position = knownPots[pair] { return position }
    if let position = names.pots["\(pair.domain):\(pair.nature)"] {
      knownPots[pair] = position
      return position
    }
    report("report.unknownIdentifier", row, domain)
    return nil
  }

  private mutating func nature(_ row: Table.Row, _ column: Table.Column) -> CostNature? {
    if let nature = row.text(column).flatMap({ CostNature(rawValue: $0) }) { return nature }
    report("report.unknownIdentifier", row, column)
    return nil
  }

  private mutating func year(_ row: Table.Row, _ column: Table.Column) -> Int? {
    // An empty or wrong cell was told when the table was read.
    guard let number = row.integer(column) else { return nil }
    if let position = scenario.horizon.index(of: Year(Int(number))) { return position }
    report("report.yearOutsideHorizon", row, column)
    return nil
  }

  private mutating func number(_ row: Table.Row, _ column: Table.Column) -> Double? {
    if let value = WrittenNumber.value(row.text(column) ?? "") { return value }
    report("report.notANumber", row, column)
    return nil
  }

  private mutating func reportHoles(
    in found: [Double?], of table: PlanTable, _ names: [String]
  ) {
    let years = scenario.horizon.years
    for (slot, value) in found.enumerated() where value == nil {
      findings.add(
        Finding(
          "report.missingRow", .error, at: SourcePosition(file: file(table)),
          ["text": "\(names[slot / years.count]), \(years[slot % years.count])"]))
    }
  }
}
