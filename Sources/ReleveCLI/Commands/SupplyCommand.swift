// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Diagnostics
import Workbench

/// `releve supply`: what each point of NIS coverage costs, by class and year.
struct SupplyCommand: ParsableCommand {
  static var configuration: CommandConfiguration { HelpText.configuration("supply") }

  @OptionGroup var study: StudyOptions

  @Option(name: .customLong("class"), help: HelpText.argument("supply.class"))
  var classes: [String] = []

  @Option(name: .customLong("year"), help: HelpText.argument("supply.year"))
  var years: [Int] = []

  @Option(help: HelpText.argument("supply.points"))
  var points = SupplyRequest.standardPoints

  @Option(help: HelpText.argument("range.out"))
  var out: String?

  @Flag(help: HelpText.argument("supply.replace"))
  var replace = false

  @OptionGroup var limits: LimitOptions

  @Option(name: .customLong("csv"), help: HelpText.argument("csv"))
  var style: TableStyle = .machine

  @OptionGroup var common: CommonOptions

  func validate() throws {
    let possible = FrontierRequest.possiblePoints
    if !possible.contains(points) {
      throw ValidationError(
        HelpText.hint(
          "frontier.badPoints", ["value": "\(points)", "most": "\(possible.upperBound)"]))
    }
  }

  func run() throws {
    let console = common.console
    let progress = ProgressLine(console)
    var request = SupplyRequest(
      plan: limits.request(for: study.request), classes: classes, years: years, points: points,
      out: out, replaces: replace, style: style.outputStyle)
    if let out { request.plan.faultFolder = OutputFolderName.parent(of: out) }
    let result = try progress.during { try Workbench().supply(request, control: $0) }
    try console.result(
      json: result.json(), screen: result.screen(language: console.language, width: console.width)
    )
  }
}
