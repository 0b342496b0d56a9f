// SPDX-License-Identifier: GPL-3.0-or-later

/// What a folder that was made of one study by many solves was made with, and the files it consists
/// of.
///
/// Seconds are no part of it: equal inputs give equal bytes.
public struct StudyManifest: Sendable, Hashable, Codable, SealedDocument {
  /// What was made of the study.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// One population and its money under several mechanisms.
    case tournament
    /// Budgets in steps on which nobody loses.
    case ladder
    /// The curve between two goals.
    case frontier
    /// The least and the most over all plans that are good enough.
    case range
    /// Plans that are nearly as good as the optimum, and as different as can be.
    case alternatives
    /// What a little more and a little less of rules is worth.
    case price
    /// What a goal comes to without parts of the study.
    case importance
    /// What each point of coverage costs.
    case supply
  }

  /// Version of this format.
  public var schema = 1
  /// What was made of the study.
  public var kind: Kind
  /// Tool, solver, command, study, settings.
  public var run: RunIdentity
  /// Files read, with their hashes.
  public var inputs: [FileRecord]
  /// Files of the folder, with their hashes; all but this one.
  public var outputs: [FileRecord] = []
  /// Hash of this document with an empty seal.
  public var seal = ""

  /// Creates a manifest; the folder that is written adds its files.
  public init(_ kind: Kind, run: RunIdentity, inputs: [FileRecord]) {
    self.kind = kind
    self.run = run
    self.inputs = inputs
  }
}
