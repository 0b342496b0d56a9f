// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation

/// A folder of its own for one test, removed when the test lets it go.
final class Scratch: Sendable {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "releve-store-\(UUID().uuidString.lowercased())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  func write(_ bytes: [UInt8], as name: String) throws {
    try Data(bytes).write(to: folder.appending(path: name))
  }

  func bytes(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: folder.appending(path: name)))
  }

  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }
}

/// The codes of the findings that work throws; none where it throws nothing.
func codes(_ work: () throws(Findings) -> Void) -> [String] {
  do throws(Findings) {
    try work()
    return []
  } catch {
    return error.all.map(\.code.rawValue)
  }
}
