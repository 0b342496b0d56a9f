// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// Compares texts with files that hold what was expected when last looked at.
enum Golden {
  /// Compares a text with a file of the fixtures; `UPDATE_GOLDEN=1` writes the file instead.
  static func check(
    _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try check(text, path: TestPaths.fixtures + "/" + name, sourceLocation: sourceLocation)
  }

  /// Compares a text with a file; `UPDATE_GOLDEN=1` writes the file instead.
  static func check(
    _ text: String, path: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let url = URL(fileURLWithPath: path)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
      return
    }
    let expected = String(decoding: (try? Data(contentsOf: url)) ?? Data(), as: UTF8.self)
    let ours = text.split(separator: "\n", omittingEmptySubsequences: false)
    let theirs = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let first = zip(ours, theirs).first { $0 != $1 }
    #expect(
      text == expected,
      """
      \(path) differs, first at: \(first.map { "\($0.0) ≠ \($0.1)" } ?? "its end"). \
      Look at it, then run the test with UPDATE_GOLDEN=1.
      """, sourceLocation: sourceLocation)
  }
}
