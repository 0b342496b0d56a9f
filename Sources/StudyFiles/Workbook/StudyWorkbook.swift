// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics
internal import Workbook

/// A study that is told by a workbook: tables as sheets of their names, the rest in
/// ``RecordSheet``s.
struct StudyWorkbook: Sendable {
  /// The workbook, as the user named it.
  let file: String
  /// What the record sheets say, as a study file would.
  let root: RawNode
  /// Sheets of tables that hold something.
  let sheets: [TableRole: ReadSheet]

  /// Whether a path names a workbook.
  static func isMeant(by path: String) -> Bool { WorkbookPackage.isMeant(by: path, []) }

  /// What stands for the path of a table that is a sheet of the workbook itself.
  static func mark(of role: TableRole) -> String { "#\(role.rawValue)" }

  /// Reads a workbook; `nil`, with findings, where it is none.
  static func read(
    _ path: String, _ folder: StudyFolder, _ limits: StudyLimits, _ findings: inout Findings
  ) -> StudyWorkbook? {
    do {
      let bytes = try folder.read(path, WorkbookPackage.mostPackedBytes)
      let package = try WorkbookPackage(bytes, file: path)
      var reading = StudyWorkbookReading(package: package, limits: limits)
      let workbook = try reading.workbook()
      findings.add(contentsOf: reading.findings)
      return workbook
    } catch {
      findings.add(contentsOf: error)
      return nil
    }
  }
}

/// Finds the sheets of a workbook by their names, and reads them.
private struct StudyWorkbookReading {
  let package: WorkbookPackage
  let limits: StudyLimits
  var findings = Findings()

  static let known = TableRole.allCases.map(\.rawValue) + RecordSheet.allCases.map(\.rawValue)

  mutating func workbook() throws(Findings) -> StudyWorkbook {
    let names = sheetNames()
    tellRenamed(names)
    var sheets: [TableRole: ReadSheet] = [:]
    for role in TableRole.allCases {
      guard let name = names[role.rawValue], let sheet = try package.sheet(name) else { continue }
      let schema = role.schema()
      // Without a row below the titles it is as if the sheet were not there.
      if SheetRows.hasRows(sheet, schema) || role.isRequired { sheets[role] = sheet }
    }
    var tree = RecordTree(file: package.file, limits: limits)
    for sheet in RecordSheet.readingOrder {
      guard let name = names[sheet.rawValue], let read = try package.sheet(name) else { continue }
      tree.add(read, as: sheet)
    }
    for role in TableRole.allCases where sheets[role] != nil || role.isRequired {
      if sheets[role] == nil { tellMissing(role, names) }
      tree.addTable(role, sheet: sheets[role]?.name)
    }
    findings.add(contentsOf: tree.findings)
    return StudyWorkbook(file: package.file, root: tree.root, sheets: sheets)
  }

  /// The names of the workbook by the names that are known.
  private func sheetNames() -> [String: String] {
    var names: [String: String] = [:]
    for name in package.sheetNames {
      let plain = Self.plain(name)
      if Self.known.contains(plain), names[plain] == nil { names[plain] = name }
    }
    return names
  }

  private static func plain(_ name: String) -> String {
    String(name.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
      .lowercased()
  }

  /// A sheet of the user's own is left alone, unless it looks like a known one that is not there.
  private mutating func tellRenamed(_ names: [String: String]) {
    let absent = Self.known.filter { names[$0] == nil }
    for name in package.sheetNames where !Self.known.contains(Self.plain(name)) {
      guard let nearest = NearestSpelling.of(Self.plain(name), among: absent) else { continue }
      findings.add(
        Finding(
          .sheetRenamed, .error, at: SourcePosition(file: package.file, sheet: name),
          ["sheet": name, "nearest": nearest]))
    }
  }

  private mutating func tellMissing(_ role: TableRole, _ names: [String: String]) {
    findings.add(
      Finding(
        .sheetMissing, .error, at: SourcePosition(file: package.file),
        ["sheet": role.rawValue, "sheets": package.sheetNames.joined(separator: ", ")]))
  }
}
