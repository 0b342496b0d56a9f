// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Report
import Tables

/// Where what was made of a study by many solves is written: a folder whole, or nothing.
struct StudyOutput {
  private let kind: StudyManifest.Kind
  private let path: String
  private let replacing: AtomicFolder.Replacing

  /// Checks a place before any work is done.
  ///
  /// - Parameters:
  ///   - kind: What is written.
  ///   - path: The folder.
  ///   - replaces: Whether an earlier folder of the same kind gives way.
  /// - Throws: Findings where nothing can be written there.
  init(_ kind: StudyManifest.Kind, at path: String, replaces: Bool) throws(Findings) {
    self.kind = kind
    self.path = path
    replacing = replaces ? .folderHolding(kind.ownName) : .nothing
    try AtomicFolder(path: path, replacing: replacing).remove()
  }

  /// Writes the folder with its manifest.
  ///
  /// - Parameters:
  ///   - run: What it was made with.
  ///   - inputs: Files that were read.
  ///   - control: Told that writing begins.
  ///   - files: The files but the manifest.
  /// - Throws: Findings where it cannot be written; nothing is left then.
  func write(
    _ run: RunIdentity, _ inputs: [FileRecord], _ control: WorkControl,
    files: () throws -> [FolderFile]
  ) throws {
    control.onProgress(.writing)
    let manifest = StudyManifest(kind, run: run, inputs: inputs)
    try AtomicFolder.write(to: path, replacing: replacing) {
      try manifest.write(files(), into: $0, hash: { ContentHash.sha256($0) })
    }
  }
}

/// A request whose settings a manifest keeps, so that it can be made again.
protocol RecordedRequest {
  /// What decides the answer besides study and command.
  var settings: [RunIdentity.Setting] { get }

  /// Takes back what a manifest says.
  ///
  /// - Returns: `false` where the manifest does not say what was asked for.
  mutating func take(settings run: RunIdentity) -> Bool
}
