// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import FundingModel
import PlanComparison
import Tables

/// Who a written plan is for and who gets what, read from its folder without its study.
struct WrittenTables {
  let population: [Beneficiary]
  let receipts: [Receipt]

  /// Reads the two tables.
  ///
  /// - Throws: every fault found.
  static func read(_ folder: String) throws(Findings) -> WrittenTables {
    var findings = Findings()
    let population = population(folder, &findings)
    let receipts = receipts(folder, &findings)
    try findings.throwIfErrors()
    return WrittenTables(population: population, receipts: receipts)
  }

  private static func table(
    _ table: PlanTable, _ folder: String, _ columns: [ColumnDeclaration], key: [String],
    _ findings: inout Findings
  ) -> [Table.Row] {
    do {
      let text = try TextFile(path: "\(folder)/\(table.fileName)")
      let schema = TableSchema(columns: columns, key: key, undeclaredColumns: .ignored)
      return schema.read(text, findings: &findings).rows
    } catch {
      findings.add(contentsOf: error)
      return []
    }
  }

  private static func population(
    _ folder: String, _ findings: inout Findings
  ) -> [Beneficiary] {
    func optional(_ name: String, _ type: ColumnType) -> ColumnDeclaration {
      ColumnDeclaration(name, type, allowsEmpty: true)
    }
    let columns =
      [
        ColumnDeclaration("beneficiary", .identifier), ColumnDeclaration("name", .text),
        ColumnDeclaration("kind", .choice(Beneficiary.Kind.allCases.map(\.rawValue))),
        ColumnDeclaration("status", .choice(Beneficiary.Status.allCases.map(\.rawValue))),
        ColumnDeclaration("region", .identifier), optional("department", .text),
        optional("nis_class", .identifier),
      ] + PlanTableWriting.sizes.map { optional($0.rawValue, .decimal) }
    let rows = table(.beneficiaries, folder, columns, key: ["beneficiary"], &findings)
    return rows.compactMap { row in
      guard let id = row.text("beneficiary"), let name = row.text("name"),
        let kind = row.text("kind").flatMap(Beneficiary.Kind.init(rawValue:)),
        let status = row.text("status").flatMap(Beneficiary.Status.init(rawValue:)),
        let region = row.text("region")
      else { return nil }  // Told when the table was read.
      var size = DriverValues()
      for driver in PlanTableWriting.sizes { size[driver] = row.decimal(driver.rawValue) }
      return Beneficiary(
        id: BeneficiaryID(id), name: name, kind: kind, status: status, region: RegionID(region),
        department: row.text("department"), nisClass: row.text("nis_class").map { NISClassID($0) },
        size: size)
    }
  }

  private static func receipts(_ folder: String, _ findings: inout Findings) -> [Receipt] {
    let key = ["beneficiary", "vehicle", "domain", "nature", "need_year"]
    let columns = [
      ColumnDeclaration("beneficiary", .identifier), ColumnDeclaration("vehicle", .identifier),
      ColumnDeclaration("domain", .identifier), ColumnDeclaration("nature", .identifier),
      ColumnDeclaration("need_year", .year), ColumnDeclaration("payment_year", .year),
      ColumnDeclaration("euros", .integer),
    ]
    return table(.allocation, folder, columns, key: key, &findings).compactMap { row in
      guard let beneficiary = row.text("beneficiary"), let vehicle = row.text("vehicle"),
        let year = row.integer("payment_year"), let euros = row.integer("euros"), euros != 0
      else { return nil }
      return Receipt(
        beneficiary: BeneficiaryID(beneficiary), vehicle: VehicleID(vehicle), year: Int(year),
        euros: Int(euros))
    }
  }
}
