// SPDX-License-Identifier: GPL-3.0-or-later

/// How much is read before a file is refused.
public struct StudyLimits: Sendable, Hashable {
  /// Largest study or layer file, in bytes.
  public var yamlBytes: Int
  /// Largest table, in bytes once unpacked.
  public var tableBytes: Int
  /// Deepest nesting of a study or layer file.
  public var nesting: Int
  /// Most findings of one kind that are told one by one; the rest is counted.
  public var findingsOfAKind: Int

  /// Creates limits: 4 MB of YAML, 256 MB per table, 32 levels, 20 findings of a kind.
  public init(
    yamlBytes: Int = 4 << 20, tableBytes: Int = 256 << 20, nesting: Int = 32,
    findingsOfAKind: Int = 20
  ) {
    self.yamlBytes = yamlBytes
    self.tableBytes = tableBytes
    self.nesting = nesting
    self.findingsOfAKind = findingsOfAKind
  }
}
