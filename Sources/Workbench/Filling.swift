// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import Foundation
import Report
import StudyFiles
import Tables
public import Wording
import Workbook

/// The workbook of a study, written once more with the plan in it.
public struct FillRequest: Sendable {
  /// The study as it was asked for: a workbook, with or without layers.
  public var study: String
  /// The file to write.
  public var file: String
  /// Whether an earlier one gives way.
  public var replaces: Bool
  /// Language of the sheets.
  public var language: Language

  /// Creates a request.
  public init(study: String, file: String, replaces: Bool, language: Language) {
    self.study = study
    self.file = file
    self.replaces = replaces
    self.language = language
  }
}

extension Workbench {
  /// Finds out before a solve whether a workbook can be filled.
  ///
  /// The study's own workbook is never written over: the manifest of the plan holds its hash, and
  /// nobody could verify the plan again.
  ///
  /// - Throws: `Findings` where the study is no workbook, or the file cannot be written.
  public func checkFill(_ request: FillRequest) throws(Findings) {
    let place = SourcePosition(file: request.file)
    let study = try StudySpecification(request.study).study
    guard request.file.lowercased().hasSuffix(".xlsx") else {
      throw Findings(Finding("template.ending", .error, at: place))
    }
    guard WorkbookPackage.isMeant(by: study, []) else {
      throw Findings(
        Finding("fill.notWorkbook", .error, at: SourcePosition(file: study), ["file": study]))
    }
    func path(_ file: String) -> String { URL(filePath: file).resolvingSymlinksInPath().path }
    guard path(study) != path(request.file) else {
      throw Findings(Finding("fill.intoItself", .error, at: place))
    }
    try AtomicFile.checkPlace(
      request.file,
      mayReplace: {
        request.replaces && $0.starts(with: Array("PK".utf8)) && Self.isFilled(request.file)
      })
  }

  /// Whether a workbook holds the sheets of a plan.
  private static func isFilled(_ file: String) -> Bool {
    guard let content = FileManager.default.contents(atPath: file),
      let package = try? WorkbookPackage([UInt8](content), file: file)
    else { return false }
    return Language.allCases.contains { language in
      let summary = Catalogue.text("workbook.sheet.summary", in: language)
      let name = Catalogue.text("workbook.result", in: language, ["name": summary])
      return package.sheetNames.contains(name)
    }
  }

  /// Writes the workbook of a study with the sheets of a written plan, whole or not at all.
  ///
  /// - Parameters:
  ///   - request: The study, the file and the language.
  ///   - result: The plan.
  ///   - folder: Its folder.
  /// - Throws: `Findings` where the workbook was changed since it was read, or it cannot be written.
  public func fill(
    _ request: FillRequest, with result: PlanResult, folder: String
  ) throws(Findings) {
    let study = try StudySpecification(request.study).study
    guard let content = FileManager.default.contents(atPath: study),
      let record = result.inputs.first(where: { $0.role == "study" }),
      ContentHash.sha256([UInt8](content)) == record.sha256
    else {
      throw Findings(
        Finding("fill.changed", .error, at: SourcePosition(file: study), ["folder": folder]))
    }
    let manifest = try WrittenFolder(path: folder).manifest()
    let sheets = PlanWorkbook.resultSheets(
      result.outcome, manifest: manifest, language: request.language)
    let bytes = try WorkbookPackage([UInt8](content), file: study).filled(with: sheets)
    try AtomicFile.write(bytes, to: request.file)
  }
}
