// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
public import Testing

/// Expects a text to equal a committed file beside the test.
///
/// With `UPDATE_GOLDEN=1` in the environment the file is rewritten, and the test fails once, so that
/// a recording never passes unseen.
///
/// - Parameters:
///   - text: The text produced.
///   - name: Name of the file in the folder `Golden` beside the test's file.
///   - filePath: The test's file.
///   - sourceLocation: Where a difference is reported.
/// - Throws: What writing a recording throws.
public func expectGolden(
  _ text: String, _ name: String, filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: filePath).deletingLastPathComponent()
    .appending(path: "Golden").appending(path: name)
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    let old = try? String(contentsOf: file, encoding: .utf8)
    guard old != text else { return }
    try text.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("recorded a new golden: \(name)", sourceLocation: sourceLocation)
    return
  }
  let expected = try? String(contentsOf: file, encoding: .utf8)
  #expect(
    expected == text, "\(name) differs; the text now is:\n\(text)", sourceLocation: sourceLocation)
}
