// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
public import FundingModel
internal import Tables

/// A study whose files were read, to be resolved as often as wanted with other parameters set.
///
/// Resolving reads no file again, so that a file changed meanwhile changes nothing; what it gives is
/// what ``StudyReader/read(study:layers:overrides:)`` would have given when the study was opened.
public struct OpenedStudy: Sendable {
  /// The merged values of the files.
  let root: Entry
  /// Whether there is a study below the layers.
  let hasStudy: Bool
  let merge: LayerMerge
  let files: [ResolvedStudy.InputFile]
  let names: [String]
  /// What was told of the files.
  let findings: Findings
  let shelf: TableShelf
  let limits: StudyLimits

  /// Resolves the study with parameters set.
  ///
  /// - Parameter overrides: parameters set last of all.
  /// - Returns: the scenario and warnings.
  /// - Throws: every fault found, in the order of the files, where one of them is an error.
  public func reading(with overrides: [StudyOverride] = []) throws(Findings) -> StudyReading {
    let resolved = try resolved(with: overrides)
    let parameters = ParameterList(root: resolved.root, tables: resolved.tables).parameters
    return StudyReading(
      study: ResolvedStudy(
        scenario: resolved.scenario, parameters: parameters, files: resolved.files, layers: names),
      warnings: resolved.warnings)
  }

  /// The scenario alone, without the list of its parameters and their origins.
  ///
  /// - Parameter overrides: parameters set last of all.
  /// - Returns: what ``reading(with:)`` gives as scenario.
  /// - Throws: as ``reading(with:)``.
  public func scenario(with overrides: [StudyOverride] = []) throws(Findings) -> Scenario {
    try resolved(with: overrides).scenario
  }

  /// The study as sheets of an input workbook, which tell the same.
  ///
  /// - Returns: the sheets, in the order in which they are filled.
  /// - Throws: as ``reading(with:)``.
  public func sheets() throws(Findings) -> [StudySheet] {
    let resolved = try resolved(with: [])
    var writing = SheetWriting(root: resolved.root, tables: resolved.tables)
    return writing.sheets()
  }

  private struct Resolved {
    var scenario: Scenario
    var root: Entry
    var tables: [TableRole: LoadedTable]
    var files: [ResolvedStudy.InputFile]
    var warnings: Findings
  }

  private func resolved(with overrides: [StudyOverride]) throws(Findings) -> Resolved {
    var findings = findings
    var files = files
    var merge = merge
    var root = root
    for (index, override) in overrides.enumerated() {
      let reading = OverrideReading(number: override.number ?? index + 1, limits: limits)
      guard let entry = reading.read(override, findings: &findings) else { continue }
      root = merge.merged(root, with: entry, StudyKeys.layerShape)
    }
    findings.add(contentsOf: merge.findings)
    // Without a study there is nothing to hold tables and rules against.
    guard hasStudy else { throw findings.digest(most: limits.findingsOfAKind) }
    RequiredKeys.check(root, StudyKeys.studyShape, findings: &findings)
    let tables = shelf.tables(of: root, &files, &findings)
    var decoder = StudyDecoder(root: root, tables: tables, isSpoiled: findings.hasErrors)
    let scenario = decoder.scenario()
    findings.add(contentsOf: decoder.findings)
    findings = findings.digest(most: limits.findingsOfAKind)
    try findings.throwIfErrors()
    guard let scenario else { throw findings }
    return Resolved(
      scenario: scenario, root: root, tables: tables, files: files, warnings: findings)
  }
}
