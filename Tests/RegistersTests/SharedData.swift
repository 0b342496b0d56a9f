// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import Testing

/// The folder of real data beside the project, where it is there.
enum SharedData {
  /// Root of the package.
  static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file of the folder.
  static func path(_ name: String) -> String {
    package.appending(path: "../shared/data/\(name)").standardizedFileURL.path
  }

  /// Whether the folder is there.
  static var isThere: Bool { FileManager.default.fileExists(atPath: path("README.md")) }

  /// Said where a test is skipped.
  static let absence: Comment = "the folder ../shared/data is absent"
}

/// Runs `work` in a folder of its own, which is removed afterwards.
func inTemporaryFolder(_ work: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appending(
    path: "releve-registers-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try work(folder.path)
}

/// Writes a file and gives its path.
func file(_ folder: String, _ name: String, _ text: String) throws -> String {
  let path = "\(folder)/\(name)"
  try Data(text.utf8).write(to: URL(filePath: path))
  return path
}

/// The codes of what `work` throws.
func codes(_ work: () throws(Findings) -> Void) -> [String] {
  do {
    try work()
    return []
  } catch {
    return error.all.map(\.code.rawValue)
  }
}
