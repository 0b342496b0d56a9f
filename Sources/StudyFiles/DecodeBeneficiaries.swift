// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics
internal import FundingModel
internal import Tables

extension StudyDecoder {
  /// Every beneficiary of the table with its row, sizes imputed where the study says how.
  mutating func beneficiaries() -> [(beneficiary: Beneficiary, row: Table.Row)] {
    guard let loaded = tables[.beneficiaries] else { return [] }
    let columns = ["group"] + (root.child(StudyKeys.groupings)?.items ?? []).compactMap(\.text)
    let imputation = imputation()
    // An import writes the year of the SAE that a head-count comes from: the newest is a declaration,
    // the ones before it stand in for one.
    let newest = loaded.table.rows.compactMap { $0.text("agents_source").flatMap(Int.init) }.max()
    var result: [(Beneficiary, Table.Row)] = []
    for row in loaded.table.rows {
      guard var beneficiary = beneficiary(row, columns, newest: newest) else { continue }
      if let nisClass = beneficiary.nisClass,
        !isKnown(nisClass.rawValue, .nisClass, at: row.position(of: "nis_class"))
      {
        beneficiary.nisClass = nil
      }
      for rule in imputation where beneficiary.size[rule.driver] == nil {
        guard let value = rule.value(for: beneficiary.size) else { continue }
        beneficiary.size[rule.driver] = value
        beneficiary.imputed.append(rule.driver)
      }
      result.append((beneficiary, row))
    }
    if result.isEmpty, loaded.isWhole {
      findings.add(
        Finding(.noBeneficiary, .error, at: SourcePosition(file: loaded.table.file)))
    }
    return result
  }

  private func beneficiary(
    _ row: Table.Row, _ groupColumns: [String], newest: Int?
  ) -> Beneficiary? {
    guard let id = row.text("id"), let region = row.text("region"),
      let kind = row.text("kind").flatMap(Beneficiary.Kind.init(rawValue:)),
      let status = row.text("status").flatMap(Beneficiary.Status.init(rawValue:))
    else { return nil }
    var size = DriverValues()
    for driver in Driver.declarable { size[driver] = row.decimal(driver.rawValue) }
    var groups: [String: String] = [:]
    for column in groupColumns { groups[column] = row.text(column) }
    let isDeclared =
      row.text("agents_source")
      .map { $0 == "declared" || $0 == newest.map(String.init) } ?? true
    return Beneficiary(
      id: BeneficiaryID(id), name: row.text("name") ?? id, kind: kind, status: status,
      region: RegionID(region), department: row.text("department"),
      nisClass: row.text("nis_class").map { NISClassID($0) }, size: size,
      imputed: isDeclared ? [] : [.agents], risk: row.decimal("risk") ?? 1,
      careWeight: row.decimal("care_weight") ?? 1, costFactor: row.decimal("cost_factor") ?? 1,
      isPilot: row.boolean("pilot") ?? false, groups: groups,
      affordable: row.money("affordable").map { Money(cents: $0) })
  }

  /// Beneficiaries that are planned: those of the regions named, or all.
  mutating func narrowedPopulation() -> [(beneficiary: Beneficiary, row: Table.Row)] {
    guard let entry = root.child(StudyKeys.population)?.child(StudyKeys.Population.regions),
      !entry.items.isEmpty
    else { return population }
    let regions = Set(known(entry, .region))
    return population.filter { regions.contains($0.beneficiary.region.rawValue) }
  }

  // MARK: - Imputation

  /// How a size is filled from others.
  struct ImputationRule {
    var driver: Driver
    var fixed = 0.0
    var terms: [(driver: Driver, factor: Double)] = []

    func value(for size: DriverValues) -> Double? {
      var sum = fixed
      for term in terms {
        guard let quantity = size[term.driver] else { return nil }
        sum += term.factor * quantity
      }
      return sum
    }
  }

  /// Rules in the order written: a size filled by one may serve the next.
  private func imputation() -> [ImputationRule] {
    var rules: [ImputationRule] = []
    for pair in root.child(StudyKeys.imputation)?.pairs ?? [] {
      guard let driver = Driver(rawValue: pair.key), !pair.entry.pairs.isEmpty else { continue }
      var rule = ImputationRule(driver: driver)
      for term in pair.entry.pairs {
        guard let text = term.entry.text,
          case .success(.decimal(let factor)) = ScalarType.number(0...1e9).read(text)
        else { continue }
        if let driver = Driver(rawValue: term.key) {
          rule.terms.append((driver, factor))
        } else {
          rule.fixed = factor
        }
      }
      rules.append(rule)
    }
    return rules
  }

  // MARK: - What stood before, what was done

  mutating func initialDeployment(_ planned: Set<BeneficiaryID>) -> [InitialDeployment] {
    var result: [InitialDeployment] = []
    for row in tables[.deployment]?.table.rows ?? [] {
      let beneficiary = known(row, "beneficiary", .beneficiary).map { BeneficiaryID($0) }
      let measure = known(row, "measure", .measure).map { MeasureID($0) }
      guard let beneficiary, let measure, let share = row.share("share").flatMap(Share.init),
        planned.contains(beneficiary)
      else { continue }
      result.append(InitialDeployment(beneficiary, measure, share))
    }
    return result
  }

  /// Money each beneficiary must receive at least.
  mutating func reference(_ planned: Set<BeneficiaryID>) -> [BeneficiaryID: Money] {
    var result: [BeneficiaryID: Money] = [:]
    for row in tables[.reference]?.table.rows ?? [] {
      guard let beneficiary = known(row, "beneficiary", .beneficiary).map({ BeneficiaryID($0) }),
        let cents = row.money("amount"), planned.contains(beneficiary)
      else { continue }
      result[beneficiary] = Money(cents: cents)
    }
    return result
  }
}
