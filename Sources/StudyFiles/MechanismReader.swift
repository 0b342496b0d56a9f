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
