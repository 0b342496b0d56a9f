// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import FundingModel
import Report
import Tables
public import Wording
import Workbook

/// An annex to write.
public struct AnnexRequest: Sendable {
  /// The plan folder.
  public var plan: String
  /// Folder from which the paths of the manifest are read; `nil`: the current one, or the one that
  /// holds the plan folder.
  public var folder: String?
  /// Folder that is written; it must not exist, or be empty.
  public var out: String
  /// Dialect of the tables that people read.
  public var style: OutputStyle
  /// Language of their headers.
  public var language: Language

  /// Creates a request.
  public init(
    plan: String, out: String, folder: String? = nil, style: OutputStyle = .machine,
    language: Language = .french
  ) {
    self.plan = plan
    self.out = out
    self.folder = folder
    self.style = style
    self.language = language
  }
}

/// An annex that was written.
public struct AnnexResult: Sendable {
  let annex: Annex
  let source: AnnexDocument.Source
  let folder: String
  /// SHA-256 of the canonical lines.
  public let checksum: String
  /// What is worth saying of it.
  public let warnings: Findings

  /// The screen, as lines of text.
  public func screen(language: Language, width: Int) -> [String] {
    AnnexScreen.lines(
      annex, status: source.status, checksum: checksum, folder: folder, language: language,
      width: width)
  }

  /// What `annex.json` holds.
  ///
  /// - Throws: `Findings` where it cannot be written as JSON.
  public func json() throws(Findings) -> String {
    try ReportJSON.text(of: AnnexDocument(annex, checksum: checksum, source: source))
  }
}

extension Workbench {
  /// Writes the table of a plan as an order needs it, whole or not at all.
  ///
  /// - Parameters:
  ///   - request: The plan, the place and how it is written.
  ///   - control: Progress and cancellation.
  /// - Returns: What was written.
  /// - Throws: `Findings` where the folder is no plan folder, it or its study was changed since, or
  ///   the annex cannot be written; ``WorkFailure`` where the work was stopped.
  public func annex(
    _ request: AnnexRequest, control: WorkControl = WorkControl()
  ) throws -> AnnexResult {
    control.onProgress(.reading)
    try checkOutput(request.out)
    let opened = try OpenedPlan(request.plan, from: request.folder, self, control)
    let annex = Annex(scenario: opened.study.scenario, allocation: opened.written.allocation)
    let source = AnnexDocument.Source(opened.manifest, status: opened.summary.status)
    let files = try AnnexFiles(
      annex, language: request.language, style: request.style.csvStyle,
      hash: { ContentHash.sha256($0) })
    let workbook = try AnnexWorkbook(
      annex, status: source.status, checksum: files.checksum, language: request.language
    ).document(created: Self.writingTime(ofPlan: request.plan)).bytes(
      for: "\(request.out)/\(AnnexWorkbook.fileName)", scratch: Self.scratch)
    control.onProgress(.writing)
    try AtomicFolder.write(to: request.out) { folder in
      for file in try files.files(of: source) { try folder.write(file.bytes, as: file.name) }
      try folder.write(workbook, as: AnnexWorkbook.fileName)
    }
    return AnnexResult(
      annex: annex, source: source, folder: request.out, checksum: files.checksum,
      warnings: Self.warnings(of: annex, plan: request.plan))
  }

  private static func warnings(of annex: Annex, plan: String) -> Findings {
    var warnings = Findings()
    if let first = annex.withoutFiness.first {
      warnings.add(
        Finding(
          "annex.notFiness", .warning, at: SourcePosition(file: plan),
          [
            "count": String(annex.withoutFiness.count),
            "example": annex.scenario.beneficiaries[first].id.rawValue,
          ]))
    }
    return warnings
  }
}
