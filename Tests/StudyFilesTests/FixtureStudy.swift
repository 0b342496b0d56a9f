// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import FundingModel
import StudyFiles

/// The small study of the fixtures, in memory, so that tests can spoil a copy of it.
struct FixtureStudy: Sendable {
  /// Bytes of its files, by name.
  var files: [String: [UInt8]]

  /// Reads the fixture's files.
  init() throws {
    let folder = TestPaths.fixtures + "/small"
    files = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      files[name] = Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
    }
  }

  /// The text of a file.
  func text(_ name: String) -> String { String(decoding: files[name] ?? [], as: UTF8.self) }

  /// A copy in which one text is replaced by another in a file; the text must be there once.
  func replacing(_ old: String, _ new: String, in name: String) -> FixtureStudy {
    let parts = text(name).components(separatedBy: old)
    precondition(parts.count == 2, "« \(old) » stands \(parts.count - 1) times in \(name)")
    return with(parts.joined(separator: new), as: name)
  }

  /// A copy with a file of this content.
  func with(_ text: String, as name: String) -> FixtureStudy {
    with(Array(text.utf8), as: name)
  }

  /// A copy with a file of these bytes.
  func with(_ bytes: [UInt8], as name: String) -> FixtureStudy {
    var copy = self
    copy.files[name] = bytes
    return copy
  }

  /// A copy without a file.
  func without(_ name: String) -> FixtureStudy {
    var copy = self
    copy.files[name] = nil
    return copy
  }

  /// Reads the study with layers of these names.
  func read(
    _ layers: String..., overrides: [StudyOverride] = [], limits: StudyLimits = StudyLimits()
  ) throws(Findings) -> StudyReading {
    let reader = StudyReader(folder: .memory(files), limits: limits)
    return try reader.read(study: "study.yaml", layers: layers, overrides: overrides)
  }

  /// Everything told when the study is read.
  func findings(
    _ layers: String..., overrides: [StudyOverride] = [], limits: StudyLimits = StudyLimits()
  ) -> Findings {
    let reader = StudyReader(folder: .memory(files), limits: limits)
    do {
      return try reader.read(study: "study.yaml", layers: layers, overrides: overrides).warnings
    } catch {
      return error
    }
  }
}
