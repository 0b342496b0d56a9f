// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Diagnostics
import Workbench

/// `releve frontier`: the curve between two goals, and what one costs in the other.
struct FrontierCommand: ParsableCommand {
  static var configuration: CommandConfiguration { HelpText.configuration("frontier") }

  @OptionGroup var study: StudyOptions

  @Option(parsing: .upToNextOption, help: HelpText.argument("frontier.goals"))
  var goals: [String]

  @Option(help: HelpText.argument("frontier.points"))
  var points = FrontierRequest.standardPoints

  @Option(help: HelpText.argument("frontier.out"))
  var out: String?

  @Flag(help: HelpText.argument("frontier.replace"))
  var replace = false

  @OptionGroup var limits: LimitOptions

  @OptionGroup var recording: RecordOptions

  @Option(name: .customLong("csv"), help: HelpText.argument("csv"))
  var style: TableStyle = .machine

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if goals.count != 2 {
      throw ValidationError(HelpText.hint("frontier.badGoals", ["count": "\(goals.count)"]))
    }
    if !FrontierRequest.possiblePoints.contains(points) {
      throw ValidationError(
        HelpText.hint(
          "frontier.badPoints",
          ["value": "\(points)", "most": "\(FrontierRequest.possiblePoints.upperBound)"]))
    }
  }

  func run() throws {
    let console = common.console
    let progress = ProgressLine(console)
    var request = FrontierRequest(
      plan: limits.request(for: study.request), goals: goals, out: out, replaces: replace,
      style: style.outputStyle)
    request.points = points
    if let out { request.plan.faultFolder = OutputFolderName.parent(of: out) }
    let bench = Workbench()
    try bench.checkStore(recording.request)
    do {
      let result = try bench.frontier(request, control: progress.control)
      progress.end()
      try console.result(
        json: result.json(), screen: result.screen(language: console.language, width: console.width)
      )
      recording.record(to: console) { () throws(Findings) in
        _ = try bench.record(result, recording.request)
      }
    } catch {
      progress.end()
      throw error
    }
  }
}
