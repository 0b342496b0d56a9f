// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import Report
import Tables
import WebPage
public import Wording

/// A page to write of a comparison.
public struct ComparisonPageRequest: Sendable {
  /// File that is written.
  public var file: String
  /// Whether a page that stands at the place is replaced.
  public var replaces: Bool
  /// Folder of the library that draws charts; `nil`: where Debian puts it.
  public var charts: String?
  /// Language of the page.
  public var language: Language

  /// Creates a request.
  public init(
    file: String, replaces: Bool = false, charts: String? = nil, language: Language = .french
  ) {
    self.file = file
    self.replaces = replaces
    self.charts = charts
    self.language = language
  }
}

extension Workbench {
  /// Finds out before the solves whether the page of a comparison can be written.
  ///
  /// - Throws: `Findings` as ``write(pageOf:_:)`` would.
  public func checkComparisonPage(_ request: ComparisonPageRequest) throws(Findings) {
    try Self.checkPage(request.file, replacing: request.replaces)
  }

  /// Writes the page of a comparison, whole or not at all.
  ///
  /// - Parameters:
  ///   - result: The comparison.
  ///   - request: The place and the language.
  /// - Returns: What was written.
  /// - Throws: `Findings` where it cannot be written.
  public func write(
    pageOf result: CompareResult, _ request: ComparisonPageRequest
  ) throws(Findings) -> ReportResult {
    try checkComparisonPage(request)
    var warnings = Findings()
    let charts = Self.chartLibrary(in: request.charts, &warnings)
    let bytes = ComparisonPage.document(
      result.comparison, run: result.run, language: request.language, charts: charts
    ).bytes
    try AtomicFile.write(bytes, to: request.file)
    return ReportResult(
      page: .init(file: request.file, bytes: bytes.count, charts: charts != nil), workbook: nil,
      warnings: warnings)
  }
}
