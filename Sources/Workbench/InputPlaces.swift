// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import Report

/// Where the inputs that a manifest names are found again.
struct InputPlaces {
  /// Folder from which relative paths are read.
  let base: String

  /// Finds the folder from which something was made.
  ///
  /// - Parameters:
  ///   - first: First input; the folder is one where it is found.
  ///   - output: The folder that was written; the one that holds it comes after the current one.
  ///   - folder: The folder asked for.
  init(first: String, output: String, folder: String?) {
    let parent = Self.parent(of: output)
    let candidates = folder.map { [$0] } ?? [".", parent.isEmpty ? ".." : parent]
    base =
      candidates.first {
        FileManager.default.fileExists(atPath: Self.joined($0, first))
      } ?? candidates[0]
  }

  /// The folder that holds a path; empty where the path is a name alone.
  ///
  /// Foundation's own ends the process where a name has one letter.
  private static func parent(of path: String) -> String {
    var plain = path[...]
    while plain.count > 1, plain.hasSuffix("/") { plain.removeLast() }
    guard let slash = plain.lastIndex(of: "/") else { return "" }
    return slash == plain.startIndex ? "/" : String(plain[..<slash])
  }

  private static func joined(_ base: String, _ path: String) -> String {
    base == "." || path.hasPrefix("/") ? path : "\(base)/\(path)"
  }

  /// Where a path of the manifest is now.
  func place(_ path: String) -> String { Self.joined(base, path) }

  /// The path of the manifest that is now at a place.
  func original(_ place: String) -> String {
    base != "." && place.hasPrefix("\(base)/") ? String(place.dropFirst(base.count + 1)) : place
  }

  /// Hashes inputs anew.
  ///
  /// - Returns: Whether all are what they were.
  func check(_ records: [FileRecord], _ result: inout Verification) -> Bool {
    var isWhole = true
    for record in records {
      let position = SourcePosition(file: place(record.path))
      guard let content = FileManager.default.contents(atPath: place(record.path)) else {
        result.findings.add(
          Finding("verify.inputMissing", .error, at: position, ["role": record.role]))
        isWhole = false
        continue
      }
      if content.count == record.bytes, ContentHash.sha256([UInt8](content)) == record.sha256 {
        result.inputs += 1
      } else {
        result.findings.add(
          Finding("verify.inputAltered", .error, at: position, ["role": record.role]))
        isWhole = false
      }
    }
    return isWhole
  }
}
