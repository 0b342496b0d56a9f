// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
public import FundingModel
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
    var reading = PlanFolderReading(path: path, scenario: scenario)
    let written = reading.read()
    try reading.findings.throwIfErrors()
    return written
  }
}

extension PlanFolder {
  /// Reads a plan back; see ``WrittenPlan/read(_:of:)``.
  public static func read(_ path: String, of scenario: Scenario) throws(Findings) -> WrittenPlan {
    try WrittenPlan.read(path, of: scenario)
  }
}

/// Reads the tables of one folder, collecting every fault.
private struct PlanFolderReading {
  let path: String
  let scenario: Scenario
  var findings = Findings()
  private let beneficiaries: [String: Int]
  private let measures: [String: Int]
  private let vehicles: [String: Int]
  private let services: [String: Int]
  private let pots: [String: Int]

  init(path: String, scenario: Scenario) {
    self.path = path
    self.scenario = scenario
    func positions(_ names: [String]) -> [String: Int] {
      Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    }
    beneficiaries = positions(scenario.beneficiaries.map(\.id.rawValue))
    measures = positions(scenario.measures.map(\.id.rawValue))
    vehicles = positions(scenario.vehicles.map(\.id.rawValue))
    services = positions(scenario.services.map(\.id.rawValue))
    pots = positions(scenario.pots.map(\.name))
  }

  mutating func read() -> WrittenPlan {
    var plan = Plan(
      measureCount: scenario.measures.count, yearCount: scenario.horizon.count, increments: [],
      grants: [], own: [], servicePayments: [], serviceCapacity: [], carried: [])
    var allocation = Allocation(lines: [], services: [], carried: [])
    readAllocation(&plan, &allocation)
    readDeployment(&plan)
    readOwn(&plan)
    readServicePayments(&plan, &allocation)
    readCapacity(&plan)
    readCarried(&plan, &allocation)
    return WrittenPlan(plan: plan, allocation: allocation)
  }

  private mutating func readAllocation(_ plan: inout Plan, _ allocation: inout Allocation) {
    let key = ["beneficiary", "vehicle", "domain", "nature", "need_year"]
    for row in rows(.allocation, key: key, whole: ["euros"]) {
      guard let e = position(row, "beneficiary", beneficiaries),
        let v = position(row, "vehicle", vehicles), let p = pot(row),
        let t = year(row, "need_year"), let exact = number(row, "exact_euros")
      else { continue }
      let euros = Int(row.integer("euros") ?? 0)
      plan.grants.append(
        Plan.Grant(vehicle: v, beneficiary: e, pot: p, year: t, thousands: exact / 1000))
      guard euros != 0 else { continue }
      allocation.lines.append(
        Allocation.Line(vehicle: v, beneficiary: e, pot: p, year: t, euros: euros))
    }
  }

  private mutating func readDeployment(_ plan: inout Plan) {
    plan.increments = Array(
      repeating: 0, count: scenario.beneficiaries.count * plan.measureCount * plan.yearCount)
    for row in rows(.deployment, key: ["beneficiary", "measure", "year"]) {
      guard let e = position(row, "beneficiary", beneficiaries),
        let m = position(row, "measure", measures), let t = year(row, "year"),
        let share = number(row, "increment_share")
      else { continue }
      plan.increments[(e * plan.measureCount + m) * plan.yearCount + t] = share
    }
  }

  private mutating func readOwn(_ plan: inout Plan) {
    for row in rows(.own, key: ["beneficiary", "domain", "nature", "year"]) {
      guard let e = position(row, "beneficiary", beneficiaries), let p = pot(row),
        let t = year(row, "year"), let exact = number(row, "exact_euros")
      else { continue }
      plan.own.append(Plan.OwnMoney(beneficiary: e, pot: p, year: t, thousands: exact / 1000))
    }
  }

  private mutating func readServicePayments(_ plan: inout Plan, _ allocation: inout Allocation) {
    let key = ["service", "vehicle", "nature", "year"]
    for row in rows(.servicePayments, key: key, whole: ["euros"]) {
      guard let s = position(row, "service", services),
        let v = position(row, "vehicle", vehicles), let nature = nature(row),
        let t = year(row, "year"), let exact = number(row, "exact_euros")
      else { continue }
      let euros = Int(row.integer("euros") ?? 0)
      plan.servicePayments.append(
        Plan.ServicePayment(
          service: s, vehicle: v, nature: nature, year: t, thousands: exact / 1000))
      guard euros != 0 else { continue }
      allocation.services.append(
        Allocation.ServiceLine(service: s, vehicle: v, nature: nature, year: t, euros: euros))
    }
  }

  private mutating func readCapacity(_ plan: inout Plan) {
    var found = [Double?](repeating: nil, count: services.count * plan.yearCount)
    for row in rows(.services, key: ["service", "year"]) {
      guard let s = position(row, "service", services), let t = year(row, "year"),
        let capacity = number(row, "capacity")
      else { continue }
      found[s * plan.yearCount + t] = capacity
    }
    reportHoles(in: found, of: .services, scenario.services.map(\.id.rawValue))
    plan.serviceCapacity = found.map { $0 ?? 0 }
  }

  private mutating func readCarried(_ plan: inout Plan, _ allocation: inout Allocation) {
    var found = [Double?](repeating: nil, count: vehicles.count * plan.yearCount)
    allocation.carried = Array(repeating: .zero, count: found.count)
    for row in rows(.vehicles, key: ["vehicle", "year"]) {
      guard let v = position(row, "vehicle", vehicles), let t = year(row, "year"),
        let exact = number(row, "carried_out_exact_euros"),
        let euros = number(row, "carried_out_euros")
      else { continue }
      let slot = v * plan.yearCount + t
      found[slot] = exact / 1000
      allocation.carried[slot] = Money(roundingThousandsOfEuros: euros / 1000)
    }
    reportHoles(in: found, of: .vehicles, scenario.vehicles.map(\.id.rawValue))
    plan.carried = found.map { $0 ?? 0 }
  }

  // MARK: Rows and cells

  private func file(_ table: PlanTable) -> String { "\(path)/\(table.fileName)" }

  private mutating func rows(
    _ table: PlanTable, key: [String], whole: Set<String> = []
  ) -> [Table.Row] {
    let columns = table.columns.map { name in
      if name == "year" || name.hasSuffix("_year") { return ColumnDeclaration(name, .year) }
      if whole.contains(name) { return ColumnDeclaration(name, .integer) }
      return ColumnDeclaration(name, .text, allowsEmpty: true)
    }
    do {
      let text = try TextFile(path: file(table))
      return TableSchema(columns: columns, key: key).read(text, findings: &findings).rows
    } catch {
      findings.add(contentsOf: error)
      return []
    }
  }

  private mutating func report(_ code: Finding.Code, _ row: Table.Row, _ column: String) {
    let text = row.text(column) ?? row.integer(column).map { "\($0)" } ?? ""
    findings.add(
      Finding(code, .error, at: row.position(of: column), ["text": text, "column": column]))
  }

  private mutating func position(
    _ row: Table.Row, _ column: String, _ positions: [String: Int]
  ) -> Int? {
    if let position = row.text(column).flatMap({ positions[$0] }) { return position }
    report("report.unknownIdentifier", row, column)
    return nil
  }

  private mutating func pot(_ row: Table.Row) -> Int? {
    let name = "\(row.text("domain") ?? ""):\(row.text("nature") ?? "")"
    if let position = pots[name] { return position }
    report("report.unknownIdentifier", row, "domain")
    return nil
  }

  private mutating func nature(_ row: Table.Row) -> CostNature? {
    if let nature = row.text("nature").flatMap({ CostNature(rawValue: $0) }) { return nature }
    report("report.unknownIdentifier", row, "nature")
    return nil
  }

  private mutating func year(_ row: Table.Row, _ column: String) -> Int? {
    // An empty or wrong cell was told when the table was read.
    guard let number = row.integer(column) else { return nil }
    if let position = scenario.horizon.index(of: Year(Int(number))) { return position }
    report("report.yearOutsideHorizon", row, column)
    return nil
  }

  /// A number as plans write it, with a point or a decimal comma.
  private mutating func number(_ row: Table.Row, _ column: String) -> Double? {
    let text = (row.text(column) ?? "").split(separator: ",", omittingEmptySubsequences: false)
      .joined(separator: ".")
    if let value = Double(text), value.isFinite { return value }
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
