// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A folder of its own for one test, removed when the test lets it go.
final class Sandbox: Sendable {
  /// The folder.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "releve-\(UUID().uuidString.lowercased())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// A folder that holds the tutorial's study as `study/`.
  static func withTutorial() async throws -> Sandbox {
    let sandbox = try Sandbox()
    let written = try await Releve.run(["tutorial", "study"], in: sandbox.folder)
    guard written.status == 0 else { throw SandboxFault.noTutorial(written.errors) }
    return sandbox
  }

  /// Runs a command here.
  func run(
    _ arguments: String..., environment: [String: String] = [:], seconds: Double = 120,
    interruptedAfter: Double? = nil
  ) async throws -> Finished {
    try await Releve.run(
      arguments, in: folder, environment: environment, seconds: seconds,
      interruptedAfter: interruptedAfter)
  }

  func url(_ name: String) -> URL { folder.appending(path: name) }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url(name)), as: UTF8.self)
  }

  func bytes(_ name: String) throws -> Data { try Data(contentsOf: url(name)) }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: url(name).path) }

  func write(_ text: String, as name: String) throws {
    try Data(text.utf8).write(to: url(name))
  }

  func newFile(_ name: String) throws -> FileHandle {
    try Data().write(to: url(name))
    return try FileHandle(forWritingTo: url(name))
  }

  /// Puts one text in place of the first occurrence of another, which must be there.
  func replace(_ old: String, with new: String, in name: String) throws {
    let text = try text(name)
    guard let range = text.range(of: old) else { throw SandboxFault.notFound(old, name) }
    try write(text.replacingCharacters(in: range, with: new), as: name)
  }

  func append(_ text: String, to name: String) throws {
    try write(try self.text(name) + text, as: name)
  }

  /// Every path below the folder, hidden ones included, in order.
  func listing() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
  }
}

/// What a test cannot go on without.
enum SandboxFault: Error {
  case noTutorial(String)
  case notFound(String, String)
}
