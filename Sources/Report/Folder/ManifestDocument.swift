// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel

/// A file and the hash of its content.
public struct FileRecord: Sendable, Hashable, Codable {
  /// Path of an input, or name of an output in the plan folder.
  public var path: String
  /// What it is used as, for example `study`, `beneficiaries`, `plan`.
  public var role: String
  /// Size in bytes.
  public var bytes: Int
  /// SHA-256 of the content, lower-case hexadecimal.
  public var sha256: String

  /// Creates a record.
  public init(path: String, role: String, bytes: Int, sha256: String) {
    self.path = path
    self.role = role
    self.bytes = bytes
    self.sha256 = sha256
  }
}

/// The content of `manifest.json`: what is needed to run a plan again and to see what changed.
public struct ManifestDocument: Sendable, Hashable, Codable, SealedDocument {
  /// Version of this format.
  public static let currentSchema = 1
  /// Name of the file; a folder that holds it is a plan folder.
  public static let fileName = "manifest.json"

  /// Version of the format of the document.
  public var schema = ManifestDocument.currentSchema
  /// Tool, solver, command, settings, seed.
  public var run: RunIdentity
  /// Files read, with their hashes.
  public var inputs: [FileRecord]
  /// Files of the folder, with their hashes; all but this one.
  public var outputs: [FileRecord]
  /// Names of the study and layers, in the order applied.
  public var layers: [String]
  /// Every parameter as resolved, with the layers that set it.
  public var parameters: [ResolvedStudy.Parameter]
  /// Seconds each step took and memory needed; the only figures that differ from run to run.
  public var timings: RunTimings
  /// Hash of this document with an empty seal.
  public var seal = ""

  /// Creates a manifest.
  public init(_ outcome: PlanOutcome, inputs: [FileRecord], outputs: [FileRecord]) {
    run = outcome.identity
    self.inputs = inputs
    self.outputs = outputs
    layers = outcome.study.layers
    parameters = outcome.study.parameters
    timings = outcome.timings
  }
}
