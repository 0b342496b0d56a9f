// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import Foundation
import Report
import StudyFiles
import Tables
public import Wording
import Workbook

/// Which input workbook to write.
public struct TemplateRequest: Sendable {
  /// The file, which ends in `.xlsx`.
  public var file: String
  /// `STUDY+LAYER+LAYER` to fill it with; `nil`: the study to learn on.
  public var study: String?
  /// Whether a workbook of this tool that stands at the place is replaced.
  public var replaces: Bool
  /// Language of titles and remarks.
  public var language: Language

  /// Creates a request.
  public init(
    file: String, study: String? = nil, replaces: Bool = false, language: Language = .french
  ) {
    self.file = file
    self.study = study
    self.replaces = replaces
    self.language = language
  }
}

/// What was written.
public struct TemplateResult: Sendable, Encodable {
  private let schema = 1
  /// The file.
  public let file: String
  /// Its size.
  public let bytes: Int
  /// How many sheets it has.
  public let sheets: Int

  private enum CodingKeys: CodingKey { case schema, file, bytes, sheets }

  /// The screen, as lines of text.
  public func screen(language: Language) -> [String] {
    let style = NumberStyle(language)
    return [
      Catalogue.text(
        "template.done", in: language,
        [
          "file": file, "size": style.memory(bytes: bytes), "sheets": style.integer(sheets),
        ])
    ]
  }

  /// The same as JSON.
  ///
  /// - Throws: `Findings` where it cannot be written as JSON.
  public func json() throws(Findings) -> String { try ReportJSON.text(of: self) }
}

extension Workbench {
  /// Writes a study as an input workbook, whole or not at all.
  ///
  /// - Parameter request: The file, the study and the language.
  /// - Returns: What was written.
  /// - Throws: `Findings` where the study has faults, or the file cannot be written.
  public func writeTemplate(_ request: TemplateRequest) throws(Findings) -> TemplateResult {
    let file = request.file
    guard file.lowercased().hasSuffix(".xlsx") else {
      throw Findings(Finding("template.ending", .error, at: SourcePosition(file: file)))
    }
    try AtomicFile.checkPlace(
      file,
      mayReplace: {
        request.replaces && $0.starts(with: Array("PK".utf8)) && Self.isWorkbook(file)
      })
    let sheets: [StudySheet]
    var created = Self.tutorialTime
    if let study = request.study {
      let specification = try StudySpecification(study)
      sheets = try StudyReader().sheets(specification)
      created = Self.changeTime(of: specification.study)
    } else {
      let files = TutorialFiles.all.map { ($0.name, $0.bytes) }
      let folder = StudyFolder.memory(Dictionary(uniqueKeysWithValues: files))
      sheets = try StudyReader(folder: folder).sheets(StudySpecification(study: "study.yaml"))
    }
    let document = TemplateBook(sheets: sheets, language: request.language)
      .document(created: created)
    let bytes = try document.bytes(for: file, scratch: Self.scratch)
    try AtomicFile.write(bytes, to: file)
    return TemplateResult(file: file, bytes: bytes.count, sheets: document.sheets.count)
  }

  /// The day that the study to learn on begins with: equal workbooks have equal bytes.
  private static let tutorialTime = 1_767_225_600

  private static func changeTime(of file: String) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: file)
    return Int((attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0)
  }
}
