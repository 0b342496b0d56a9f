// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import FundingModel
import Report

extension Workbench {
  /// The files of a study with their hashes, for the manifest.
  ///
  /// Called as soon as the study is read: an edit made while the plan is solved must not put its
  /// hash on a plan that was made from the file before.
  ///
  /// - Throws: `Findings` where a file that was read can no longer be read.
  func inputRecords(of study: ResolvedStudy) throws(Findings) -> [FileRecord] {
    try inputRecords(study.files.map { ($0.path, $0.role) })
  }

  /// Files with their hashes.
  ///
  /// - Parameter files: path and role of each.
  /// - Returns: one record per file.
  /// - Throws: `Findings` where a file that was read can no longer be read.
  func inputRecords(_ files: [(path: String, role: String)]) throws(Findings) -> [FileRecord] {
    var findings = Findings()
    var records: [FileRecord] = []
    for file in files {
      guard let content = FileManager.default.contents(atPath: file.path) else {
        findings.add(Finding("workbench.inputGone", .error, at: SourcePosition(file: file.path)))
        continue
      }
      let bytes = [UInt8](content)
      records.append(
        FileRecord(
          path: file.path, role: file.role, bytes: bytes.count,
          sha256: ContentHash.sha256(bytes)))
    }
    try findings.throwIfErrors()
    return records
  }
}
