// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Tables

/// A folder that is being written, with the hash of each file for its manifest.
struct RecordedFolder {
  /// The folder.
  let folder: AtomicFolder
  /// SHA-256 of bytes, lower-case hexadecimal.
  let hash: ([UInt8]) -> String
  /// Files written so far, in the order of writing.
  private(set) var records: [FileRecord] = []

  init(_ folder: AtomicFolder, hash: @escaping ([UInt8]) -> String) {
    self.folder = folder
    self.hash = hash
  }

  /// Writes one file.
  ///
  /// - Throws: a finding where it cannot be written.
  mutating func add(_ bytes: [UInt8], _ name: String, _ role: String) throws(Findings) {
    try folder.write(bytes, as: name)
    records.append(FileRecord(path: name, role: role, bytes: bytes.count, sha256: hash(bytes)))
  }
}
