// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
public import Tables

/// Writes and reads plan folders; `docs/plan-folder.md` describes every file and column.
public enum PlanFolder {
  /// Name of the summary.
  public static let summaryName = "summary.json"

  /// Names of the files of a plan folder, in the order shown.
  public static let fileNames =
    [summaryName] + PlanTable.allCases.map(\.fileName)
    + [ProofDocument.fileName, ManifestDocument.fileName]

  /// Writes a plan folder, whole or not at all.
  ///
  /// - Parameters:
  ///   - outcome: what is written; it must hold a plan.
  ///   - path: the folder; it must not exist, or be empty.
  ///   - inputs: files that were read, with their hashes.
  ///   - style: dialect of the tables.
  ///   - replacing: whether an earlier plan folder at the place is replaced.
  ///   - hash: SHA-256 of bytes, lower-case hexadecimal.
  /// - Returns: the files written, with their hashes; the manifest comes last.
  /// - Throws: findings where the outcome holds no plan, a figure is not finite, or the folder cannot
  ///   be written; nothing is left behind then.
  @discardableResult
  public static func write(
    _ outcome: PlanOutcome, to path: String, inputs: [FileRecord] = [],
    style: CSVStyle = .machine, replacing: Bool = false, hash: @escaping ([UInt8]) -> String
  ) throws(Findings) -> [FileRecord] {
    try check(outcome)
    let folder = try AtomicFolder(
      path: path, replacing: replacing ? .folderHolding(ManifestDocument.fileName) : .nothing)
    let records = try write(outcome, into: folder, inputs: inputs, style: style, hash: hash)
    try folder.commit()
    return records
  }

  /// Writes the files of a plan into a folder that the caller commits or removes.
  ///
  /// For callers that must be able to remove the folder when the run is interrupted; the parameters
  /// are those of ``write(_:to:inputs:style:replacing:hash:)``.
  @discardableResult
  public static func write(
    _ outcome: PlanOutcome, into folder: AtomicFolder, inputs: [FileRecord],
    style: CSVStyle = .machine, hash: @escaping ([UInt8]) -> String
  ) throws(Findings) -> [FileRecord] {
    try check(outcome)
    var files = RecordedFolder(folder, hash: hash)
    try files.add(ReportJSON.bytes(of: SummaryDocument(outcome)), summaryName, "summary")
    let tables = PlanTableWriting(outcome, style: style)
    for table in PlanTable.allCases {
      try files.add(tables.bytes(of: table), table.fileName, table.rawValue)
    }
    try files.add(ReportJSON.bytes(of: outcome.proof), ProofDocument.fileName, "proof")
    let manifest = try ManifestDocument(outcome, inputs: inputs, outputs: files.records).sealed(
      hash)
    try files.add(ReportJSON.bytes(of: manifest), ManifestDocument.fileName, "manifest")
    return files.records
  }

  /// The bytes of one table of a plan, as ``write(_:to:inputs:style:replacing:hash:)`` writes it.
  ///
  /// - Throws: a finding where a figure is not finite.
  public static func bytes(
    of table: PlanTable, _ outcome: PlanOutcome, style: CSVStyle = .machine
  ) throws(Findings) -> [UInt8] {
    try PlanTableWriting(outcome, style: style).bytes(of: table)
  }

  private static func check(_ outcome: PlanOutcome) throws(Findings) {
    guard outcome.status.hasPlan else {
      throw Findings(Finding("report.noPlan", .error, at: nil, ["status": outcome.status.rawValue]))
    }
  }
}
