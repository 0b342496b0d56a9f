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

  init(folder: StudyFolder, limits: StudyLimits) {
    self.folder = folder
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
