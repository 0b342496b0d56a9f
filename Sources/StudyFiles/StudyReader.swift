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
  /// What stands for the file in messages and origins: the option that gives the value.
  public var option: String
  /// Number of the option, from 1, which stands for the line; `nil`: its place among the overrides.
  public var number: Int?

  /// Creates an override.
  public init(path: String, value: String, option: String = "--set", number: Int? = nil) {
    self.path = path
    self.value = value
    self.option = option
    self.number = number
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
    try open(study: study, layers: layers).reading(with: overrides)
  }

  /// Reads the files of a study and its layers, to be resolved as often as wanted with other
  /// parameters set.
  ///
  /// Faults of the files are told by ``OpenedStudy/reading(with:)``, together with all others. Tables
  /// are read when they are first needed, once.
  ///
  /// - Parameters:
  ///   - study: path of the study file.
  ///   - layers: paths of layer files, in the order applied.
  /// - Returns: the study, opened.
  public func open(study: String, layers: [String] = []) -> OpenedStudy {
    var findings = Findings()
    var files: [ResolvedStudy.InputFile] = []
    var names: [String] = []
    let workbook =
      StudyWorkbook.isMeant(by: study)
      ? StudyWorkbook.read(study, folder, limits, &findings) : nil
    let base =
      StudyWorkbook.isMeant(by: study)
      ? workbook.flatMap { entry(of: $0.root, .study, study, &findings) }
      : file(study, .study, &findings)
    if base != nil || folder.exists(study) {
      files.append(ResolvedStudy.InputFile(path: study, role: StudyFileKind.study.rawValue))
      names.append(StudyPath.stem(of: study))
    }
    var merge = LayerMerge()
    var root = base ?? .emptyMapping(at: SourcePosition(file: study))
    var stack = LayerStack(reader: self, study: study)
    for layer in layers { stack.add(layer, findings: &findings) }
    for layer in stack.layers {
      files.append(ResolvedStudy.InputFile(path: layer.path, role: layer.role))
      names.append(StudyPath.stem(of: layer.path))
      guard let entry = layer.entry else { continue }
      root = merge.merged(root, with: entry, StudyKeys.layerShape)
    }
    return OpenedStudy(
      root: root, hasStudy: base != nil, merge: merge, files: files, names: names,
      findings: findings, shelf: TableShelf(folder: folder, limits: limits, workbook: workbook),
      limits: limits)
  }

  // MARK: - Files

  /// One file held against its shape; `nil`, with findings, where nothing can be read.
  func file(
    _ path: String, _ kind: StudyFileKind, _ findings: inout Findings
  ) -> Entry? {
    guard let node = folder.node(path, limits, &findings) else { return nil }
    return entry(of: node, kind, path, &findings)
  }

  private func entry(
    of node: RawNode, _ kind: StudyFileKind, _ path: String, _ findings: inout Findings
  ) -> Entry? {
    guard isOfKind(node, kind, path, &findings) else { return nil }
    var reader = ShapeReader(layer: StudyPath.stem(of: path), isLayer: kind == .layer)
    let entry = reader.read(node, as: .mapping(kind.shape), key: kind.rawValue)
    findings.add(contentsOf: reader.findings)
    if let entry, kind == .layer, entry.child(StudyKeys.layer.declaration) == nil {
      findings.add(Finding(.layerMarkMissing, .error, at: node.position))
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
}

/// What a file is used as.
enum StudyFileKind: String, Sendable, CaseIterable {
  case study, layer

  var shape: MappingShape { self == .study ? StudyKeys.studyShape : StudyKeys.layerShape }
}
