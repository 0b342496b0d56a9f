// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Diagnostics
import Workbench

/// `releve ladder`: rising budgets on which nobody loses, and what that promise costs.
struct LadderCommand: ParsableCommand {
  static var configuration: CommandConfiguration { HelpText.configuration("ladder") }

  @OptionGroup var study: StudyOptions

  @Option(help: HelpText.argument("ladder.steps"))
  var steps: String?

  @Option(help: HelpText.argument("ladder.vehicle"))
  var vehicle: String?

  @Option(help: HelpText.argument("ladder.out"))
  var out: String?

  @Flag(help: HelpText.argument("ladder.replace"))
  var replace = false

  @OptionGroup var limits: LimitOptions

  @Option(name: .customLong("csv"), help: HelpText.argument("csv"))
  var style: TableStyle = .machine

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let steps, LadderRequest.steps(from: steps) == nil {
      throw ValidationError(HelpText.hint("ladder.badSteps", ["text": steps]))
    }
  }

  func run() throws {
    let console = common.console
    let progress = ProgressLine(console)
    let folder = out ?? OutputFolderName.today("ladder")
    var request = LadderRequest(
      plan: limits.request(for: study.request), vehicle: vehicle, out: folder, replaces: replace,
      style: style.outputStyle)
    if let steps, let shares = LadderRequest.steps(from: steps) { request.steps = shares }
    request.plan.faultFolder = OutputFolderName.parent(of: folder)
    let result = try progress.during { try Workbench().ladder(request, control: $0) }
    try console.result(
      json: result.json(), screen: result.screen(language: console.language, width: console.width)
    )
    if !result.isFinished { throw CommandFailure(status: .stoppedAtLimit) }
  }
}
