// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Diagnostics
import Workbench

/// `releve tournament`: one population under every funding mechanism, and the price of each.
struct TournamentCommand: ParsableCommand {
  static var configuration: CommandConfiguration { HelpText.configuration("tournament") }

  @OptionGroup var study: StudyOptions

  @Option(help: HelpText.argument("tournament.mechanisms"))
  var mechanisms: String?

  @Option(name: .customLong("only"), help: HelpText.argument("tournament.only"))
  var only: [String] = []

  @Option(help: HelpText.argument("tournament.within"))
  var within: Double = 5

  @Option(help: HelpText.argument("tournament.taper"))
  var taper: Double = 20

  @Option(help: HelpText.argument("tournament.out"))
  var out: String?

  @Flag(help: HelpText.argument("tournament.replace"))
  var replace = false

  @OptionGroup var limits: LimitOptions

  @OptionGroup var recording: RecordOptions

  @Option(name: .customLong("csv"), help: HelpText.argument("csv"))
  var style: TableStyle = .machine

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if !(within >= 0 && within <= 100) {
      throw ValidationError(HelpText.text("tournament.within.invalid"))
    }
    if !(taper > 0 && taper <= 100) {
      throw ValidationError(HelpText.text("tournament.taper.invalid"))
    }
  }

  func run() throws {
    let console = common.console
    let progress = ProgressLine(console)
    var request = TournamentRequest(
      plan: limits.request(for: study.request), mechanisms: mechanisms,
      out: out ?? OutputFolderName.today("tournament"), replaces: replace,
      style: style.outputStyle)
    request.within = within / 100
    request.taper = taper / 100
    request.only = only
    let bench = Workbench()
    try bench.checkStore(recording.request)
    do {
      let result = try bench.tournament(request, control: progress.control)
      progress.end()
      try console.result(
        json: result.json(), screen: result.screen(language: console.language, width: console.width)
      )
      recording.record(to: console) { () throws(Findings) in
        _ = try bench.record(result, of: request.plan, recording.request)
      }
    } catch {
      progress.end()
      throw error
    }
  }
}
