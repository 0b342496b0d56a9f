// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
public import Tables

/// A file of a folder before it is written.
public struct FolderFile: Sendable, Hashable {
  /// Name in the folder.
  public var name: String
  /// What it holds.
  public var role: String
  /// Its content.
  public var bytes: [UInt8]
}

extension SealedDocument {
  /// Writes files and this manifest into a folder that the caller commits or removes.
  ///
  /// - Parameters:
  ///   - files: all files of the folder but the manifest.
  ///   - folder: the folder.
  ///   - hash: SHA-256 of bytes, lower-case hexadecimal.
  /// - Throws: a finding where a file cannot be written.
  public func write(
    _ files: [FolderFile], into folder: AtomicFolder, hash: @escaping ([UInt8]) -> String
  ) throws(Findings) {
    var recorded = RecordedFolder(folder, hash: hash)
    for file in files { try recorded.add(file.bytes, file.name, file.role) }
    var manifest = self
    manifest.outputs = recorded.records
    try folder.write(ReportJSON.bytes(of: manifest.sealed(hash)), as: ManifestDocument.fileName)
  }
}
