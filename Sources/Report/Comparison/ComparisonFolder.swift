// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
public import Tables

/// What a comparison was made with, and the files it consists of.
public struct ComparisonManifest: Sendable, Hashable, Codable, SealedDocument {
  /// One scenario, with what its plan was made with.
  public struct Scenario: Sendable, Hashable, Codable {
    /// Name.
    public var name: String
    /// As it was named on the command line.
    public var argument: String
    /// Where its plan comes from.
    public var source: ComparedScenario.Source
    /// What its plan was made with.
    public var run: RunIdentity
    /// Files it was made from, with their hashes; of a plan folder, its manifest.
    public var inputs: [FileRecord]
  }

  /// Version of this format.
  public var schema = 1
  /// Tool, solver, command and settings of the comparison.
  public var run: RunIdentity
  /// Name of the baseline.
  public var baseline: String
  /// All scenarios, the baseline first.
  public var scenarios: [Scenario]
  /// Files of the folder, with their hashes; all but this one.
  public var outputs: [FileRecord]
  /// Seconds of reading and solving, and memory needed.
  public var timings: RunTimings
  /// Hash of this document with an empty seal.
  public var seal = ""
}

/// Writes comparison folders; `docs/compare.md` describes every file and column.
public enum ComparisonFolder {
  /// Name of the document; a folder that holds it is a comparison's.
  public static let documentName = "comparison.json"

  /// Names of the files, in the order shown.
  public static let fileNames =
    [documentName] + ComparisonTable.allCases.map(\.fileName) + [ManifestDocument.fileName]

  /// Writes the files of a comparison into a folder that the caller commits or removes.
  ///
  /// - Parameters:
  ///   - comparison: what is written.
  ///   - folder: the folder.
  ///   - run: tool, solver, command and settings.
  ///   - timings: seconds of the work.
  ///   - style: dialect of the tables.
  ///   - hash: SHA-256 of bytes, lower-case hexadecimal.
  /// - Throws: a finding where a figure is not finite or a file cannot be written.
  public static func write(
    _ comparison: Comparison, into folder: AtomicFolder, run: RunIdentity, timings: RunTimings,
    style: CSVStyle = .machine, hash: @escaping ([UInt8]) -> String
  ) throws(Findings) {
    var files = RecordedFolder(folder, hash: hash)
    try files.add(
      ReportJSON.bytes(of: ComparisonDocument(comparison)), documentName, "comparison")
    for table in ComparisonTable.allCases {
      try files.add(bytes(of: table, comparison, style: style), table.fileName, table.rawValue)
    }
    let manifest = ComparisonManifest(
      run: run, baseline: comparison.baseline.name,
      scenarios: ([comparison.baseline] + comparison.pairs.map(\.other)).map {
        ComparisonManifest.Scenario(
          name: $0.name, argument: $0.argument, source: $0.source, run: $0.identity,
          inputs: $0.files)
      }, outputs: files.records, timings: timings)
    try folder.write(ReportJSON.bytes(of: manifest.sealed(hash)), as: ManifestDocument.fileName)
  }

  /// The bytes of one table.
  ///
  /// - Throws: a finding where a figure is not finite.
  public static func bytes(
    of table: ComparisonTable, _ comparison: Comparison, style: CSVStyle = .machine
  ) throws(Findings) -> [UInt8] {
    try ComparisonTableWriting(comparison: comparison, style: style).bytes(of: table)
  }
}
