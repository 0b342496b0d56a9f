// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import Foundation
import Report
import Tables
import WebPage
public import Wording

/// A page to write of a plan.
public struct PageRequest: Sendable {
  /// The plan folder.
  public var plan: String
  /// Folder from which the paths of the manifest are read; `nil`: the current one, or the one that
  /// holds the plan folder.
  public var folder: String?
  /// File that is written.
  public var file: String
  /// Whether a page that stands at the place is replaced.
  public var replaces: Bool
  /// Folder of the library that draws charts; `nil`: where Debian puts it.
  public var charts: String?
  /// Language of the page.
  public var language: Language

  /// Creates a request; without a file, the page stands beside the plan folder, under its name.
  public init(
    plan: String, file: String? = nil, folder: String? = nil, replaces: Bool = false,
    charts: String? = nil, language: Language = .french
  ) {
    self.plan = plan
    self.folder = folder
    self.replaces = replaces
    self.charts = charts
    self.language = language
    var name = plan
    while name.count > 1, name.hasSuffix("/") { name.removeLast() }
    self.file = file ?? "\(name).html"
  }
}

/// A page that was written.
public struct PageResult: Sendable {
  /// The file.
  public let file: String
  /// Its size.
  public let bytes: Int
  /// Whether it has charts.
  public let hasCharts: Bool
  /// What is worth saying of it.
  public let warnings: Findings

  /// The screen, as lines of text.
  public func screen(language: Language) -> [String] {
    [
      Catalogue.text(
        hasCharts ? "page.written" : "page.written.tables", in: language,
        ["file": file, "size": NumberStyle(language).memory(bytes: bytes)])
    ]
  }

  /// The same as JSON.
  ///
  /// - Throws: `Findings` where it cannot be written as JSON.
  public func json() throws(Findings) -> String {
    struct Written: Encodable {
      let schema = 1
      let file: String
      let bytes: Int
      let charts: Bool
    }
    return try ReportJSON.text(of: Written(file: file, bytes: bytes, charts: hasCharts))
  }
}

extension Workbench {
  /// Writes the page of a plan, whole or not at all.
  ///
  /// - Parameters:
  ///   - request: The plan, the place and the language.
  ///   - control: Progress and cancellation.
  /// - Returns: What was written.
  /// - Throws: `Findings` where the folder is no plan folder, it or its study was changed since, or the
  ///   page cannot be written; ``WorkFailure`` where the work was stopped.
  public func page(
    _ request: PageRequest, control: WorkControl = WorkControl()
  ) throws -> PageResult {
    control.onProgress(.reading)
    try Self.checkPage(request.file, replacing: request.replaces)
    let opened = try OpenedPlan(request.plan, from: request.folder, self, control)
    var warnings = Findings()
    let charts = Self.chartLibrary(in: request.charts, &warnings)
    try control.checkpoint()
    let document = PlanPage.document(
      opened.outcome, manifest: opened.manifest, language: request.language, charts: charts)
    control.onProgress(.writing)
    let bytes = document.bytes
    try AtomicFile.write(bytes, to: request.file)
    return PageResult(
      file: request.file, bytes: bytes.count, hasCharts: charts != nil, warnings: warnings)
  }

  /// Finds out whether a page can be written; only another page gives way.
  ///
  /// - Throws: `Findings` where something else stands at the place, or it cannot be written.
  static func checkPage(_ file: String, replacing: Bool) throws(Findings) {
    try AtomicFile.checkPlace(
      file, mayReplace: { replacing && $0.starts(with: Array("<!DOCTYPE html>".utf8)) })
  }

  /// The library where it is installed; `nil`, with one warning, where it is not whole.
  static func chartLibrary(
    in folder: String?, _ warnings: inout Findings
  ) -> ChartLibrary? {
    let place = folder ?? ChartLibrary.standardFolder
    var files: [String] = []
    for part in ChartLibrary.parts {
      let name = "\(place)/\(ChartLibrary.fileName(of: part))"
      guard let content = FileManager.default.contents(atPath: name),
        let text = String(bytes: content, encoding: .utf8)
      else {
        warnings.add(
          Finding(
            "page.noCharts", .warning, at: SourcePosition(file: place),
            ["name": ChartLibrary.fileName(of: part)]))
        return nil
      }
      files.append(text)
    }
    return ChartLibrary(files: files)
  }
}
