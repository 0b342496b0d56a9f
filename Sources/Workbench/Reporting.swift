// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import Foundation
import FundingModel
import Report
import Tables
import WebPage
public import Wording
import Workbook

/// What to write of a plan, to be handed on: a page, a workbook or both.
public struct ReportRequest: Sendable {
  /// The plan folder.
  public var plan: String
  /// File of the page; `nil`: none is written.
  public var page: String?
  /// File of the workbook; `nil`: none is written.
  public var workbook: String?
  /// Folder from which the paths of the manifest are read; `nil`: the current one, or the one that
  /// holds the plan folder.
  public var folder: String?
  /// Whether a page or workbook that stands at the place is replaced.
  public var replaces: Bool
  /// Folder of the library that draws the charts of a page; `nil`: where Debian puts it.
  public var charts: String?
  /// File of the boundaries of a page's map; `nil`: a tile for each region.
  public var map: String?
  /// Folders of curves of the plan's study that a page has.
  public var curves: [String]
  /// Folder of a ladder of the plan's study that begins with its own money, from which a page says who
  /// is next in line; `nil`: none.
  public var ladder: String?
  /// Folder of a plan against which a page says what changes; `nil`: nothing is said.
  public var baseline: String?
  /// Language of what is written.
  public var language: Language

  /// Creates a request.
  public init(
    plan: String, page: String? = nil, workbook: String? = nil, folder: String? = nil,
    replaces: Bool = false, charts: String? = nil, map: String? = nil, baseline: String? = nil,
    curves: [String] = [], ladder: String? = nil, language: Language = .french
  ) {
    self.plan = plan
    self.page = page
    self.workbook = workbook
    self.folder = folder
    self.replaces = replaces
    self.charts = charts
    self.map = map
    self.baseline = baseline
    self.curves = curves
    self.ladder = ladder
    self.language = language
  }

  /// The place beside a plan folder, under its name.
  ///
  /// - Parameters:
  ///   - plan: the plan folder.
  ///   - ending: ending of the file, without its point.
  /// - Returns: the file.
  public static func place(beside plan: String, ending: String) -> String {
    var name = plan
    while name.count > 1, name.hasSuffix("/") { name.removeLast() }
    return "\(name).\(ending)"
  }
}

/// What was written of a plan.
public struct ReportResult: Sendable {
  /// A page.
  struct Page: Sendable, Encodable {
    let file: String
    let bytes: Int
    /// Whether it has charts.
    let charts: Bool
  }

  /// A workbook.
  struct Workbook: Sendable, Encodable {
    let file: String
    let bytes: Int
    /// How many sheets it has.
    let sheets: Int
  }

  let page: Page?
  let workbook: Workbook?
  /// What is worth saying of it.
  public let warnings: Findings

  /// The screen, as lines of text.
  public func screen(language: Language) -> [String] {
    func size(_ bytes: Int) -> String { NumberStyle(language).memory(bytes: bytes) }
    var lines: [String] = []
    if let page {
      lines.append(
        Catalogue.text(
          page.charts ? "page.written" : "page.written.tables", in: language,
          ["file": page.file, "size": size(page.bytes)]))
    }
    if let workbook {
      lines.append(
        Catalogue.text(
          "workbook.done", in: language,
          [
            "file": workbook.file, "size": size(workbook.bytes),
            "sheets": NumberStyle(language).integer(workbook.sheets),
          ]))
    }
    return lines
  }

  /// The same as JSON.
  ///
  /// - Throws: `Findings` where it cannot be written as JSON.
  public func json() throws(Findings) -> String {
    struct Written: Encodable {
      let schema = 1
      let page: Page?
      let workbook: Workbook?
    }
    return try ReportJSON.text(of: Written(page: page, workbook: workbook))
  }
}

extension Workbench {
  /// Writes the page and the workbook of a plan, each whole or not at all.
  ///
  /// - Parameters:
  ///   - request: The plan, the places and the language.
  ///   - control: Progress and cancellation.
  /// - Returns: What was written.
  /// - Throws: `Findings` where the folder is no plan folder, it or its study was changed since, or
  ///   something cannot be written; ``WorkFailure`` where the work was stopped.
  public func report(
    _ request: ReportRequest, control: WorkControl = WorkControl()
  ) throws -> ReportResult {
    control.onProgress(.reading)
    if let page = request.page { try Self.checkPage(page, replacing: request.replaces) }
    // Only what this command wrote gives way.
    if let workbook = request.workbook {
      try AtomicFile.checkPlace(
        workbook,
        mayReplace: {
          request.replaces && $0.starts(with: Array("PK".utf8)) && Self.isWorkbook(workbook)
        })
    }
    let opened = try OpenedPlan(request.plan, from: request.folder, self, control)
    let outcome = opened.outcome
    var warnings = Findings()
    let comparison = try request.baseline.map { try compared(request.plan, with: $0, control) }
    let curves = try StudyCurves(
      folders: request.curves, ladder: request.ladder, of: opened.manifest)
    // All is made before anything is written.
    let page = try request.page.map { file in
      let charts = Self.chartLibrary(in: request.charts, &warnings)
      try control.checkpoint()
      let document = PlanPage.document(
        outcome, manifest: opened.manifest, language: request.language, charts: charts,
        boundaries: Self.boundaries(request.map, for: opened.study.scenario, &warnings),
        comparison: comparison, curves: curves)
      return (file: file, bytes: document.bytes, hasCharts: charts != nil)
    }
    let workbook = try request.workbook.map { file in
      try control.checkpoint()
      let document = PlanWorkbook.document(
        outcome, manifest: opened.manifest, language: request.language,
        created: Self.writingTime(ofPlan: request.plan))
      let bytes = try document.bytes(for: file, scratch: Self.scratch)
      return (file: file, bytes: bytes, sheets: document.sheets.count)
    }
    try control.checkpoint()
    control.onProgress(.writing)
    if let page { try AtomicFile.write(page.bytes, to: page.file) }
    if let workbook { try AtomicFile.write(workbook.bytes, to: workbook.file) }
    return ReportResult(
      page: page.map { .init(file: $0.file, bytes: $0.bytes.count, charts: $0.hasCharts) },
      workbook: workbook.map { .init(file: $0.file, bytes: $0.bytes.count, sheets: $0.sheets) },
      warnings: warnings)
  }

  /// A plan held against another, both from their folders.
  private func compared(
    _ plan: String, with baseline: String, _ control: WorkControl
  ) throws -> Comparison {
    guard ComparedSource.isPlanFolder(baseline) else {
      throw Findings(Finding("verify.notAPlan", .error, at: SourcePosition(file: baseline)))
    }
    return try compare(CompareRequest(scenarios: [baseline, plan]), control: control).comparison
  }

  /// Largest file of boundaries, in MB: all of it is put into the page.
  private static let largestMap = 2

  /// Boundaries of a map; `nil`, with one warning, where they cannot be used.
  private static func boundaries(
    _ file: String?, for scenario: Scenario, _ warnings: inout Findings
  ) -> MapBoundaries? {
    guard let file else { return nil }
    func refused(_ reason: String) -> MapBoundaries? {
      warnings.add(
        Finding(
          Finding.Code(rawValue: "page.noMap.\(reason)"), .warning, at: SourcePosition(file: file),
          ["limit": String(largestMap)]))
      return nil
    }
    guard let content = FileManager.default.contents(atPath: file) else {
      return refused("unreadable")
    }
    guard content.count <= largestMap << 20 else { return refused("large") }
    guard let boundaries = MapBoundaries(content) else { return refused("other") }
    guard boundaries.hasPlaces(of: scenario.beneficiaries) else { return refused("departments") }
    return boundaries
  }

  /// The folder of temporary files.
  static var scratch: String { FileManager.default.temporaryDirectory.path }

  /// When a plan folder was written, in seconds since 1970.
  static func writingTime(ofPlan plan: String) -> Int {
    let manifest = "\(plan)/\(ManifestDocument.fileName)"
    let attributes = try? FileManager.default.attributesOfItem(atPath: manifest)
    let date = attributes?[.modificationDate] as? Date
    return Int(date?.timeIntervalSince1970 ?? 0)
  }

  static func isWorkbook(_ file: String) -> Bool {
    guard let content = FileManager.default.contents(atPath: file) else { return false }
    return WorkbookDocument.wrote([UInt8](content))
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
