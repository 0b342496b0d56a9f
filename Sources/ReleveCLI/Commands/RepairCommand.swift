// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Diagnostics
import Workbench

/// `releve repair`: which rules conflict, and what to amend.
struct RepairCommand: ParsableCommand {
  static var configuration: CommandConfiguration { HelpText.configuration("repair") }

  @OptionGroup var study: StudyOptions

  @Option(help: HelpText.argument("repair.keep"))
  var keep: [String] = []

  @Option(help: HelpText.argument("repair.count"))
  var count = 3

  @Option(help: HelpText.argument("repair.write"))
  var write: String?

  @OptionGroup var limits: LimitOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard RepairRequest.possibleCounts.contains(count) else {
      throw ValidationError(HelpText.hint("repair.badCount", ["count": String(count)]))
    }
  }

  func run() throws {
    let console = common.console
    let progress = ProgressLine(console)
    var request = RepairRequest(
      plan: limits.request(for: study.request), kept: keep, count: count, layer: write)
    request.language = console.language
    let result = try progress.during { try Workbench().repair(request, control: $0) }
    console.findings(result.warnings)
    try console.result(
      json: result.json(language: console.language),
      screen: result.screen(language: console.language, width: console.width))
    if result.isHopeless { throw CommandFailure(status: .infeasible) }
  }
}
