// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Reads the sources of the package as text.
enum SourceTree {
  /// Root of the package.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Swift files below a folder, as paths relative to the root, sorted.
  static func swiftFiles(in folder: String) throws -> [String] {
    let base = root.appending(path: folder)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: base.path)
    return paths.filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }.sorted()
  }

  /// Folders directly below a folder, sorted.
  static func folders(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path).sorted()
  }

  /// Text of a file.
  static func text(of file: String) throws -> String {
    try String(contentsOf: root.appending(path: file), encoding: .utf8)
  }

  private static let importModifiers: Set<Substring> = [
    "public", "internal", "package", "@testable",
  ]

  /// Modules that a text imports, with their lines.
  static func imports(in text: String) -> [(line: Int, module: String)] {
    var result: [(line: Int, module: String)] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let words = line.split(separator: " ")
      guard let position = words.firstIndex(of: "import"), position <= 2,
        words[..<position].allSatisfy({ importModifiers.contains($0) }),
        position + 1 < words.count
      else { continue }
      result.append((number + 1, String(words[position + 1])))
    }
    return result
  }
}
