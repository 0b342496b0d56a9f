// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
public import FundingModel
internal import Tables

/// One parameter set from outside the files, for example by a sweep.
public struct StudyOverride: Sendable, Hashable {
  /// Path of the parameter, for example `vehicles.care-d1.amounts.2027.secured`.
  public var path: String
  /// Value, written as in a study: `80 M€`, `~` to remove, `[public]` for a list.
  public var value: String

  /// Creates an override.
  public init(path: String, value: String) {
    self.path = path
    self.value = value
  }
}

/// A study that was read, and what is worth saying about it.
public struct StudyReading: Sendable {
  /// The scenario with the origin of each parameter.
  public var study: ResolvedStudy
  /// Findings that do not keep it from being planned.
  public var warnings: Findings
}

/// Reads a study, its layers and its tables into one scenario.
///
/// Everything that is wrong is told at once: reading goes on after each fault as far as it makes
/// sense, and a fault that follows from another one is not told.
public struct StudyReader: Sendable {
  let folder: StudyFolder
  let limits: StudyLimits

  /// Creates a reader.
  public init(folder: StudyFolder = .disk, limits: StudyLimits = StudyLimits()) {
    self.folder = folder
    self.limits = limits
  }

  /// Reads a study with its layers, the last of which wins.
  ///
  /// - Parameters:
  ///   - study: path of the study file.
  ///   - layers: paths of layer files, in the order applied.
  ///   - overrides: parameters set last of all.
  /// - Returns: the scenario and warnings.
  /// - Throws: every fault found, in the order of the files, where one of them is an error.
  public func read(
    study: String, layers: [String] = [], overrides: [StudyOverride] = []
  ) throws(Findings) -> StudyReading {
    var findings = Findings()
    var files: [ResolvedStudy.InputFile] = []
    var names: [String] = []
    let base = file(study, .study, &files, &names, &findings)
    var merge = LayerMerge()
    var root = base ?? .emptyMapping(at: SourcePosition(file: study))
    for layer in layers {
      guard let entry = file(layer, .layer, &files, &names, &findings) else { continue }
      root = merge.merged(root, with: entry, StudyKeys.layerShape)
    }
    for (index, override) in overrides.enumerated() {
      let reading = OverrideReading(number: index + 1, limits: limits)
      guard let entry = reading.read(override, findings: &findings) else { continue }
      root = merge.merged(root, with: entry, StudyKeys.layerShape)
    }
    findings.add(contentsOf: merge.findings)
    // Without a study there is nothing to hold tables and rules against.
    guard base != nil else { throw findings.digest(most: limits.findingsOfAKind) }
    RequiredKeys.check(root, StudyKeys.studyShape, findings: &findings)
    let tables = loadTables(root, &files, &findings)
    var decoder = StudyDecoder(root: root, tables: tables, isSpoiled: findings.hasErrors)
    let scenario = decoder.scenario()
    findings.add(contentsOf: decoder.findings)
    findings = findings.digest(most: limits.findingsOfAKind)
    try findings.throwIfErrors()
    guard let scenario else { throw findings }
    let parameters = ParameterList(root: root, tables: tables).parameters
    return StudyReading(
      study: ResolvedStudy(
        scenario: scenario, parameters: parameters, files: files, layers: names),
      warnings: findings)
  }

  // MARK: - Files

  /// One file held against its shape; `nil`, with findings, where nothing can be read.
  private func file(
    _ path: String, _ kind: StudyFileKind, _ files: inout [ResolvedStudy.InputFile],
    _ names: inout [String], _ findings: inout Findings
  ) -> Entry? {
    let bytes: [UInt8]
    do {
      bytes = try folder.read(path, limits.yamlBytes)
    } catch {
      findings.add(contentsOf: error)
      return nil
    }
    files.append(ResolvedStudy.InputFile(path: path, role: kind.rawValue))
    names.append(StudyPath.stem(of: path))
    let document = YamlDocument(file: path, limits: limits)
    guard let node = document.read(bytes, findings: &findings) else { return nil }
    guard isOfKind(node, kind, path, &findings) else { return nil }
    var reader = ShapeReader(layer: StudyPath.stem(of: path), isLayer: kind == .layer)
    let entry = reader.read(node, as: .mapping(kind.shape), key: kind.rawValue)
    findings.add(contentsOf: reader.findings)
    guard var entry else { return nil }
    if kind == .layer {
      // What a layer says about itself is not part of the study.
      let own = ["layer", "title", "description"]
      if entry.child(StudyKeys.layer.declaration) == nil {
        findings.add(Finding(.layerMarkMissing, .error, at: node.position))
      }
      entry.content = .mapping(entry.pairs.filter { !own.contains($0.key) })
    }
    return entry
  }

  /// Whether the file says that it is what it is used as.
  private func isOfKind(
    _ node: RawNode, _ kind: StudyFileKind, _ path: String, _ findings: inout Findings
  ) -> Bool {
    guard case .mapping = node.content else {
      let code: Finding.Code = kind == .study ? .notStudy : .layerMarkMissing
      findings.add(Finding(code, .error, at: SourcePosition(file: path, line: 1)))
      return false
    }
    if kind == .study, let pair = node.pair("layer"), node.pair("study") == nil {
      findings.add(Finding(.layerUsedAsStudy, .error, at: pair.keyPosition))
      return false
    }
    if kind == .layer, let pair = node.pair("study"), node.pair("layer") == nil {
      findings.add(Finding(.studyUsedAsLayer, .error, at: pair.keyPosition))
      return false
    }
    return true
  }

  // MARK: - Tables

  private func loadTables(
    _ root: Entry, _ files: inout [ResolvedStudy.InputFile], _ findings: inout Findings
  ) -> [TableRole: LoadedTable] {
    let groupings = groupings(root, &findings)
    var tables: [TableRole: LoadedTable] = [:]
    for role in TableRole.allCases {
      guard let entry = root.child(StudyKeys.tables)?.child(role.rawValue), let text = entry.text,
        let origin = entry.origins.first
      else { continue }
      let path = StudyPath.joined(StudyPath.folder(of: origin.file), text)
      let schema = role.schema(groupings: groupings)
      var own = Findings()
      do {
        let bytes = try folder.read(path, limits.tableBytes)
        files.append(ResolvedStudy.InputFile(path: path, role: role.rawValue))
        let table = schema.read(try TextFile(path: path, undecoded: bytes), findings: &own)
        tables[role] = LoadedTable(
          role: role, table: table, origin: origin, isWhole: !own.hasErrors)
      } catch {
        // A file that is not there is told where it is named.
        for var finding in error.all {
          if finding.code == .fileMissing { finding = missing(path, entry, role) }
          own.add(finding)
        }
        tables[role] = LoadedTable(
          role: role, table: empty(path, schema), origin: origin, isWhole: false)
      }
      findings.add(contentsOf: own)
    }
    return tables
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

/// What a file is used as.
enum StudyFileKind: String, Sendable, CaseIterable {
  case study, layer

  var shape: MappingShape { self == .study ? StudyKeys.studyShape : StudyKeys.layerShape }
}
