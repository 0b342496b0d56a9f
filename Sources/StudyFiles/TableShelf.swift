// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics
internal import FundingModel
internal import Synchronization
internal import Tables

/// The tables of a study, each read once from its file however often the study is resolved.
final class TableShelf: Sendable {
  /// A table as it was read, with what was told about it.
  private struct Shelved: Sendable {
    var path: String
    var groupings: [String]
    var table: Table
    var findings: Findings
  }

  private let folder: StudyFolder
  private let limits: StudyLimits
  private let shelved = Mutex<[TableRole: Shelved]>([:])

  private let workbook: StudyWorkbook?

  init(folder: StudyFolder, limits: StudyLimits, workbook: StudyWorkbook? = nil) {
    self.folder = folder
    self.workbook = workbook
    self.limits = limits
  }

  /// The tables that merged values name.
  func tables(
    of root: Entry, _ files: inout [ResolvedStudy.InputFile], _ findings: inout Findings
  ) -> [TableRole: LoadedTable] {
    let groupings = groupings(root, &findings)
    var tables: [TableRole: LoadedTable] = [:]
    for role in TableRole.allCases {
      guard let entry = root.child(StudyKeys.tables)?.child(role.rawValue), let text = entry.text,
        let origin = entry.origins.first
      else { continue }
      if let workbook, origin.file == workbook.file, text == StudyWorkbook.mark(of: role) {
        tables[role] = table(of: workbook, role, groupings, origin, &findings)
        continue
      }
      let path = StudyPath.joined(StudyPath.folder(of: origin.file), text)
      var own = Findings()
      do {
        let shelved = try shelved(role, path, groupings)
        files.append(ResolvedStudy.InputFile(path: path, role: role.rawValue))
        own = shelved.findings
        tables[role] = LoadedTable(
          role: role, table: shelved.table, origin: origin, isWhole: !own.hasErrors)
      } catch {
        // A file that is not there is told where it is named.
        for var finding in error.all {
          if finding.code == .fileMissing { finding = missing(path, entry, role) }
          own.add(finding)
        }
        let table = empty(path, role.schema(groupings: groupings))
        tables[role] = LoadedTable(role: role, table: table, origin: origin, isWhole: false)
      }
      findings.add(contentsOf: own)
    }
    return tables
  }

  /// A table from its sheet.
  private func table(
    of workbook: StudyWorkbook, _ role: TableRole, _ groupings: [String], _ origin: Provenance,
    _ findings: inout Findings
  ) -> LoadedTable {
    let schema = role.schema(groupings: groupings)
    guard let sheet = workbook.sheets[role] else {
      // That it is missing was told.
      let table = empty(workbook.file, schema)
      return LoadedTable(role: role, table: table, origin: origin, isWhole: false)
    }
    let key = "\(workbook.file)#\(role.rawValue)"
    let known = shelved.withLock { $0[role] }
    let result: Shelved
    if let known, known.path == key, known.groupings == groupings {
      result = known
    } else {
      var own = Findings()
      let rows = SheetRows(sheet, of: workbook.file, schema, findings: &own)
      let table = schema.read(header: rows.header, rows.records, findings: &own)
      result = Shelved(path: key, groupings: groupings, table: table, findings: own)
      shelved.withLock { $0[role] = result }
    }
    findings.add(contentsOf: result.findings)
    return LoadedTable(
      role: role, table: result.table, origin: origin, isWhole: !result.findings.hasErrors)
  }

  /// A table from the shelf, or from its file where another one stood there.
  private func shelved(
    _ role: TableRole, _ path: String, _ groupings: [String]
  ) throws(Findings) -> Shelved {
    if let known = shelved.withLock({ $0[role] }), known.path == path,
      known.groupings == groupings
    {
      return known
    }
    var findings = Findings()
    let bytes = try folder.read(path, limits.tableBytes)
    let table = role.schema(groupings: groupings)
      .read(try TextFile(path: path, undecoded: bytes), findings: &findings)
    let result = Shelved(path: path, groupings: groupings, table: table, findings: findings)
    shelved.withLock { $0[role] = result }
    return result
  }

  /// Further columns of the beneficiaries; one that the table has anyway is an error.
  private func groupings(_ root: Entry, _ findings: inout Findings) -> [String] {
    var result: [String] = []
    var taken = Set(TableRole.beneficiaries.schema().columns.map(\.name))
    for item in root.child(StudyKeys.groupings)?.items ?? [] {
      guard let name = item.text else { continue }
      if taken.insert(name).inserted {
        result.append(name)
      } else {
        findings.add(Finding(.groupingTaken, .error, at: item.position, ["name": name]))
      }
    }
    return result
  }

  private func empty(_ path: String, _ schema: TableSchema) -> Table {
    var untold = Findings()
    return schema.read(TextFile(path: path, text: ""), findings: &untold)
  }

  private func missing(_ path: String, _ entry: Entry, _ role: TableRole) -> Finding {
    var arguments = ["path": path, "table": role.rawValue]
    let names = folder.names(StudyPath.folder(of: path))
    arguments["nearest"] = NearestSpelling.of(StudyPath.name(of: path), among: names)
    return Finding(.tableMissing, .error, at: entry.position, arguments)
  }
}
