// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import FundingModel
import Report

/// The files of a plan folder, held against its manifest.
struct WrittenFolder {
  let path: String

  func place(_ name: String) -> String { "\(path)/\(name)" }

  func content(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: place(name)).map { [UInt8]($0) }
  }

  /// The manifest.
  ///
  /// - Throws: a finding where the folder holds none that can be read.
  func manifest() throws(Findings) -> ManifestDocument {
    guard let bytes = content(ManifestDocument.fileName) else {
      throw Findings(Finding("verify.notAPlan", .error, at: SourcePosition(file: path)))
    }
    return try ReportJSON.document(
      ManifestDocument.self, from: bytes, path: place(ManifestDocument.fileName))
  }

  /// A document of the folder; `nil`, with a finding, where it is there and cannot be read.
  func document<Document: Decodable>(_ name: String, _ findings: inout Findings) -> Document? {
    // A missing file was told when the files were held against the manifest.
    guard let bytes = content(name) else { return nil }
    do {
      return try ReportJSON.document(Document.self, from: bytes, path: place(name))
    } catch {
      findings.add(contentsOf: error)
      return nil
    }
  }

  /// Hashes the files anew.
  func checkFiles(of manifest: ManifestDocument, _ result: inout Verification) {
    checkSeal(manifest, &result)
    let listed = Set(manifest.outputs.map(\.path))
    for record in manifest.outputs {
      let position = SourcePosition(file: place(record.path))
      guard let bytes = content(record.path) else {
        result.findings.add(Finding("verify.outputMissing", .error, at: position))
        continue
      }
      if bytes.count == record.bytes, ContentHash.sha256(bytes) == record.sha256 {
        result.outputs += 1
      } else {
        result.findings.add(Finding("verify.outputAltered", .error, at: position))
      }
    }
    for name in PlanFolder.fileNames
    where name != ManifestDocument.fileName && !listed.contains(name) {
      result.findings.add(
        Finding(
          "verify.outputUnlisted", .error,
          at: SourcePosition(file: place(ManifestDocument.fileName)), ["name": name]))
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    for name in names.sorted() where !listed.contains(name) && !PlanFolder.fileNames.contains(name)
    {
      result.findings.add(
        Finding("verify.fileAdded", .warning, at: SourcePosition(file: place(name))))
    }
  }

  /// The manifest must be, byte for byte, what its own content makes it.
  private func checkSeal(_ manifest: ManifestDocument, _ result: inout Verification) {
    let sealed = try? manifest.sealed { ContentHash.sha256($0) }
    let bytes = try? ReportJSON.bytes(of: manifest)
    if sealed != manifest || bytes != content(ManifestDocument.fileName) {
      result.findings.add(
        Finding(
          "verify.manifestAltered", .error,
          at: SourcePosition(file: place(ManifestDocument.fileName))))
    }
    let tool = "releve \(ReleveVersion.current)"
    if manifest.run.tool != tool {
      result.findings.add(
        Finding(
          "verify.otherTool", .warning, at: nil, ["written": manifest.run.tool, "tool": tool]))
    }
  }
}
