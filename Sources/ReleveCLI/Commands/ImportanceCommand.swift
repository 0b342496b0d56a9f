// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Diagnostics
import Workbench

/// `releve importance`: what a goal comes to without each measure, vehicle or rule.
struct ImportanceCommand: ParsableCommand {
  static var configuration: CommandConfiguration { HelpText.configuration("importance") }

  @OptionGroup var study: StudyOptions

  @Option(help: HelpText.argument("price.goal"))
  var goal: String?

  @Option(help: HelpText.argument("importance.by"), transform: Choice.transform)
  var by = ImportanceRequest.Subject.measure

  @Option(help: HelpText.argument("price.out"))
  var out: String?

  @Flag(help: HelpText.argument("importance.replace"))
  var replace = false

  @OptionGroup var limits: LimitOptions

  @Option(name: .customLong("csv"), help: HelpText.argument("csv"))
  var style: TableStyle = .machine

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console
    let progress = ProgressLine(console)
    var request = ImportanceRequest(
      plan: limits.request(for: study.request), goal: goal, subject: by, out: out,
      replaces: replace, style: style.outputStyle)
    if let out { request.plan.faultFolder = OutputFolderName.parent(of: out) }
    let result = try progress.during { try Workbench().importance(request, control: $0) }
    try console.result(
      json: result.json(), screen: result.screen(language: console.language, width: console.width)
    )
  }
}
