// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Diagnostics
import Foundation
import Workbench

/// `releve plan`: solves one scenario and writes its plan folder.
struct PlanCommand: ParsableCommand {
  static var configuration: CommandConfiguration { HelpText.configuration("plan") }

  @OptionGroup var study: StudyOptions

  @Option(help: HelpText.argument("out"))
  var out: String?

  @Flag(help: HelpText.argument("replace"))
  var replace = false

  @OptionGroup var limits: LimitOptions

  @Flag(help: HelpText.argument("whole"))
  var whole = false

  @Option(help: HelpText.argument("priceRanges"))
  var priceRanges: Int?

  @Option(name: .customLong("csv"), help: HelpText.argument("csv"))
  var style: TableStyle = .machine

  @Option(help: HelpText.argument("fill"))
  var fill: String?

  @OptionGroup var recording: RecordOptions

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard let priceRanges else { return }
    if whole { throw ValidationError(HelpText.hint("help.priceRanges.ofWhole")) }
    let possible = PriceRequest.possibleCounts
    if !possible.contains(priceRanges) {
      throw ValidationError(
        HelpText.hint(
          "help.priceRanges.invalid", ["value": "\(priceRanges)", "most": "\(possible.upperBound)"])
      )
    }
  }

  func run() throws {
    let console = common.console
    let progress = ProgressLine(console)
    let folder = out ?? OutputFolderName.today("plan")
    var request = limits.request(for: study.request)
    request.wholeSteps = whole
    request.priceRanges = priceRanges
    request.faultFolder = OutputFolderName.parent(of: folder)
    let bench = Workbench()
    try bench.checkStore(recording.request)
    do {
      try bench.checkPlanFolder(folder, replacing: replace)
    } catch {
      if !replace, OutputFolderName.isPlan(folder) {
        console.line(HelpText.hint("cli.exists.hint"))
      }
      throw error
    }
    let filling = fill.map {
      FillRequest(study: study.study, file: $0, replaces: replace, language: console.language)
    }
    if let filling { try bench.checkFill(filling) }
    do {
      var result = try bench.plan(request, control: progress.control)
      let summary = try bench.write(
        &result, to: folder, replacing: replace, style: style.outputStyle)
      if let filling { try bench.fill(filling, with: result, folder: folder) }
      progress.end()
      console.result(
        json: summary,
        screen: result.screen(folder: folder, language: console.language, width: console.width))
      if let fill { console.note("fill.done", ["file": fill]) }
      recording.record(to: console) { () throws(Findings) in
        _ = try bench.record(result, folder: folder, summary: summary, recording.request)
      }
      if !result.isFinished { throw CommandFailure(status: .stoppedAtLimit) }
    } catch {
      progress.end()
      throw error
    }
  }
}

/// Name of the folder that a plan or a comparison goes to where none is given.
enum OutputFolderName {
  /// Whether an earlier plan stands at a place.
  static func isPlan(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(folder)/manifest.json")
  }

  /// The folder that an output's folder stands in.
  static func parent(of folder: String) -> String {
    URL(filePath: folder).deletingLastPathComponent().relativePath
  }

  /// `plan-2026-11-23`, or with `-2`, `-3`… where that exists.
  ///
  /// - Parameters:
  ///   - kind: what the folder holds; its name begins with it.
  ///   - date: the day.
  /// - Returns: a name that is not taken.
  static func today(_ kind: String, _ date: Date = Date()) -> String {
    let day = date.formatted(.iso8601.year().month().day())
    let base = "\(kind)-\(day)"
    var name = base
    var number = 1
    while FileManager.default.fileExists(atPath: name) {
      number += 1
      name = "\(base)-\(number)"
    }
    return name
  }
}
