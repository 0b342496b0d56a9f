// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import FundingModel
import Report
import Tables

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

  /// The manifest of a folder of another kind; `nil` where it is none.
  func manifest<Document: Decodable>(as type: Document.Type) -> Document? {
    let name = ManifestDocument.fileName
    return content(name).flatMap {
      try? ReportJSON.document(type, from: $0, path: place(name))
    }
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

  /// Hashes the files of a plan anew.
  func checkFiles(of manifest: ManifestDocument, _ result: inout Verification) {
    checkManifest(manifest, tool: manifest.run.tool, &result)
    check(manifest.outputs, expected: PlanFolder.fileNames, &result)
  }

  /// Hashes files anew, and says which are missing and which are not of the folder.
  ///
  /// - Parameters:
  ///   - records: files that the manifest names.
  ///   - expected: names that the folder has, that of the manifest among them.
  ///   - result: takes what does not hold.
  func check(_ records: [FileRecord], expected: [String], _ result: inout Verification) {
    let listed = Set(records.map(\.path))
    for record in records {
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
    for name in expected where name != ManifestDocument.fileName && !listed.contains(name) {
      result.findings.add(
        Finding(
          "verify.outputUnlisted", .error,
          at: SourcePosition(file: place(ManifestDocument.fileName)), ["name": name]))
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    for name in names.sorted() where !listed.contains(name) && !expected.contains(name) {
      result.findings.add(
        Finding("verify.fileAdded", .warning, at: SourcePosition(file: place(name))))
    }
  }

  /// The manifest must be, byte for byte, what its own content makes it, its seal with it.
  ///
  /// - Parameters:
  ///   - manifest: the manifest as it was read.
  ///   - written: the tool that it names.
  ///   - result: takes what does not hold.
  func checkManifest(
    _ manifest: some SealedDocument, tool written: String, _ result: inout Verification
  ) {
    let bytes = try? ReportJSON.bytes(of: manifest.sealed { ContentHash.sha256($0) })
    if bytes == nil || bytes != content(ManifestDocument.fileName) {
      result.findings.add(
        Finding(
          "verify.manifestAltered", .error,
          at: SourcePosition(file: place(ManifestDocument.fileName))))
    }
    let tool = "releve \(ReleveVersion.current)"
    if written != tool {
      result.findings.add(
        Finding("verify.otherTool", .warning, at: nil, ["written": written, "tool": tool]))
    }
  }

  /// Holds a document against what is computed anew.
  func compareDocument(_ name: String, _ anew: [UInt8], _ result: inout Verification) {
    guard let bytes = content(name),
      let old = try? JSONSerialization.jsonObject(with: Data(bytes)),
      let new = try? JSONSerialization.jsonObject(with: Data(anew))
    else { return }
    let place = SourcePosition(file: place(name))
    for difference in FigureComparison.differences(old, new).prefix(Verification.told) {
      result.findings.add(
        Finding(
          "verify.figureDiffers", .error, at: place,
          ["name": difference.path, "written": difference.left, "value": difference.right]))
    }
  }

  /// Holds a table against what is computed anew, in the dialect in which it was written.
  func compareTable(
    _ name: String, _ result: inout Verification, anew: (CSVStyle) -> [UInt8]?
  ) {
    guard let bytes = content(name) else { return }
    let style = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? CSVStyle.frenchExcel : .machine
    guard let new = anew(style) else { return }
    compare(bytes, new, style, name, &result)
  }

  /// Holds the lines of a table against those computed anew.
  func compare(
    _ old: [UInt8], _ new: [UInt8], _ style: CSVStyle, _ name: String,
    _ result: inout Verification
  ) {
    guard old != new else { return }
    func lines(_ bytes: [UInt8]) -> [Substring] {
      String(decoding: bytes, as: UTF8.self).split(
        omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }
    let (written, anew) = (lines(old), lines(new))
    var told = 0
    for line in 0..<max(written.count, anew.count) where told < Verification.told {
      let (left, right) = (
        line < written.count ? written[line] : "", line < anew.count ? anew[line] : ""
      )
      guard !FigureComparison.isSame(left, right, style) else { continue }
      told += 1
      result.findings.add(
        Finding(
          "verify.lineDiffers", .error,
          at: SourcePosition(file: place(name), line: line + 1),
          ["written": String(left), "value": String(right)]))
    }
  }
}
