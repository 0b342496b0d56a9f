// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Diagnostics
import Workbench

/// `releve price`: what a little more and a little less of each rule is worth, and how far.
struct PriceCommand: ParsableCommand {
  static var configuration: CommandConfiguration { HelpText.configuration("price") }

  @OptionGroup var study: StudyOptions

  @Option(help: HelpText.argument("price.goal"))
  var goal: String?

  @Option(help: HelpText.argument("price.rule"))
  var rule: [String] = []

  @Option(help: HelpText.argument("price.count"))
  var count = PriceRequest.standardCount

  @Option(help: HelpText.argument("price.out"))
  var out: String?

  @Flag(help: HelpText.argument("price.replace"))
  var replace = false

  @OptionGroup var limits: LimitOptions

  @Option(name: .customLong("csv"), help: HelpText.argument("csv"))
  var style: TableStyle = .machine

  @OptionGroup var common: CommonOptions

  func validate() throws {
    let possible = PriceRequest.possibleCounts
    if !possible.contains(count) {
      throw ValidationError(
        HelpText.hint("price.badCount", ["value": "\(count)", "most": "\(possible.upperBound)"]))
    }
  }

  func run() throws {
    let console = common.console
    let progress = ProgressLine(console)
    var request = PriceRequest(
      plan: limits.request(for: study.request), goal: goal, rules: rule, count: count, out: out,
      replaces: replace, style: style.outputStyle)
    if let out { request.plan.faultFolder = OutputFolderName.parent(of: out) }
    let result = try progress.during { try Workbench().price(request, control: $0) }
    try console.result(
      json: result.json(), screen: result.screen(language: console.language, width: console.width)
    )
  }
}
