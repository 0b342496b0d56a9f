// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
public import FundingModel

/// Reads files of funding mechanisms against the study they are to be used with.
///
/// Every fault of every file is told at once.
public struct MechanismReader: Sendable {
  private let folder: StudyFolder
  private let limits: StudyLimits

  /// Creates a reader.
  public init(folder: StudyFolder = .disk, limits: StudyLimits = StudyLimits()) {
    self.folder = folder
    self.limits = limits
  }

  /// Files of mechanisms in a folder, sorted.
  ///
  /// - Parameter path: the folder.
  /// - Returns: their paths.
  /// - Throws: a finding where there is none.
  public func files(in path: String) throws(Findings) -> [String] {
    let names = folder.names(path).filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
    guard !names.isEmpty else {
      throw Findings(
        Finding(.noMechanism, .error, at: SourcePosition(file: path), ["path": path]))
    }
    return names.map { StudyPath.joined(path, $0) }
  }

  /// The folder of mechanisms that stands beside a study.
  public func folder(beside study: String) -> String {
    StudyPath.joined(StudyPath.folder(of: study), "mechanisms")
  }

  /// Name of the mechanism in a file.
  public static func name(of path: String) -> String { StudyPath.stem(of: path) }

  /// Values of mechanism files as a person reads them, each with its origin.
  ///
  /// - Parameter path: the folder.
  /// - Returns: parameters by path, the name of the file first; none where the folder holds no
  ///   mechanism.
  /// - Throws: every fault of a file's form.
  public func parameters(in path: String) throws(Findings) -> [ResolvedStudy.Parameter] {
    var findings = Findings()
    var result: [ResolvedStudy.Parameter] = []
    let names = folder.names(path).filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
    for name in names {
      guard let root = entry(StudyPath.joined(path, name), &findings) else { continue }
      result += ParameterList(root: root, tables: [:]).parameters.map { parameter in
        var parameter = parameter
        parameter.path = ParameterPath.text([StudyPath.stem(of: name)]) + "." + parameter.path
        return parameter
      }
    }
    try findings.throwIfErrors()
    return result
  }

  /// Reads mechanisms.
  ///
  /// - Parameters:
  ///   - paths: their files.
  ///   - scenario: the study whose vehicles, years and population they name.
  /// - Returns: one mechanism per file.
  /// - Throws: every fault found.
  public func read(
    _ paths: [String], for scenario: Scenario
  ) throws(Findings) -> [FundingMechanism] {
    var findings = Findings()
    var mechanisms: [FundingMechanism] = []
    for path in paths {
      guard let root = entry(path, &findings) else { continue }
      var decoder = MechanismDecoder(scenario)
      if let mechanism = decoder.mechanism(root, id: StudyPath.stem(of: path)) {
        mechanisms.append(mechanism)
      }
      findings.add(contentsOf: decoder.findings)
    }
    findings = findings.digest(most: limits.findingsOfAKind)
    try findings.throwIfErrors()
    return mechanisms
  }

  /// One file held against its shape.
  private func entry(_ path: String, _ findings: inout Findings) -> Entry? {
    guard let node = folder.node(path, limits, &findings) else { return nil }
    guard case .mapping = node.content, node.pair("mechanism") != nil else {
      findings.add(
        Finding(.mechanismMarkMissing, .error, at: SourcePosition(file: path, line: 1)))
      return nil
    }
    var reader = ShapeReader(layer: StudyPath.stem(of: path), isLayer: false)
    let entry = reader.read(node, as: .mapping(MechanismKeys.shape), key: "mechanism")
    findings.add(contentsOf: reader.findings)
    if let entry { RequiredKeys.check(entry, MechanismKeys.shape, findings: &findings) }
    return entry
  }
}
