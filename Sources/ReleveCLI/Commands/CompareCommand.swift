// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Diagnostics
import Workbench

/// `releve compare`: holds scenarios against a baseline and writes the comparison's folder.
struct CompareCommand: ParsableCommand {
  static var configuration: CommandConfiguration { HelpText.configuration("compare") }

  @Argument(help: HelpText.argument("compare.scenarios"))
  var scenarios: [String]

  @Option(help: HelpText.argument("compare.out"))
  var out: String?

  @Flag(help: HelpText.argument("compare.replace"))
  var replace = false

  @Option(help: HelpText.argument("compare.baseline"))
  var baseline: String?

  @Flag(help: HelpText.argument("compare.myopic"))
  var myopic = false

  @Option(help: HelpText.argument("compare.pin"))
  var pin: [String] = []

  @Option(help: HelpText.argument("compare.sizes"))
  var sizes: String?

  @Option(help: HelpText.argument("region"))
  var region: String?

  @Option(name: .customLong("set"), help: HelpText.argument("set"))
  var overrides: [String] = []

  @Option(help: HelpText.argument("compare.html"))
  var html: String?

  @Option(help: HelpText.argument("report.charts"))
  var charts: String?

  @OptionGroup var limits: LimitOptions

  @OptionGroup var recording: RecordOptions

  @Option(name: .customLong("csv"), help: HelpText.argument("csv"))
  var style: TableStyle = .machine

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if myopic, scenarios.count != 1 { throw ValidationError(HelpText.hint("compare.myopicOne")) }
    if !myopic, scenarios.count < 2 { throw ValidationError(HelpText.hint("compare.tooFew")) }
    if charts != nil, html == nil {
      throw ValidationError(HelpText.hint("comparisonPage.chartsAlone"))
    }
    if let sizes, CompareRequest.settings(sizes: sizes, pins: []) == nil {
      throw ValidationError(HelpText.hint("compare.badSizes", ["text": sizes]))
    }
  }

  func run() throws {
    let console = common.console
    let progress = ProgressLine(console)
    let folder = out ?? OutputFolderName.today("comparison")
    var request = CompareRequest(
      scenarios: scenarios,
      plan: limits.request(for: StudyRequest("", region: region, overrides: overrides)),
      baseline: baseline)
    request.isYearByYear = myopic
    request.plan.faultFolder = OutputFolderName.parent(of: folder)
    if let settings = CompareRequest.settings(sizes: sizes, pins: pin) {
      request.settings = settings
    }
    let page = html.map {
      ComparisonPageRequest(
        file: $0, replaces: replace, charts: charts, language: console.language)
    }
    let bench = Workbench()
    try bench.checkStore(recording.request)
    if let page { try bench.checkComparisonPage(page) }
    do {
      try bench.checkComparisonFolder(folder, replacing: replace)
    } catch {
      if !replace, Workbench.isComparison(folder) {
        console.line(HelpText.hint("compare.exists.hint"))
      }
      throw error
    }
    do {
      var result = try bench.compare(request, control: progress.control)
      try bench.write(
        &result, to: folder, replacing: replace, style: style.outputStyle)
      let written = try page.map { [result] in try bench.write(pageOf: result, $0) }
      progress.end()
      if let written { console.findings(written.warnings) }
      try console.result(
        json: result.json(),
        screen: result.screen(folder: folder, language: console.language, width: console.width)
          + (written?.screen(language: console.language) ?? []))
      recording.record(to: console) { [result] () throws(Findings) in
        _ = try bench.record(result, folder: folder, recording.request)
      }
      if !result.isFinished { throw CommandFailure(status: .stoppedAtLimit) }
    } catch {
      progress.end()
      throw error
    }
  }
}
