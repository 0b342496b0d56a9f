// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Diagnostics
import Workbench

/// `releve range`: the least and the most over all plans that are nearly as good as the optimum.
struct RangeCommand: ParsableCommand {
  static var configuration: CommandConfiguration { HelpText.configuration("range") }

  @OptionGroup var study: StudyOptions

  // A value below zero begins as an option does: it is for the request to refuse.
  @Option(parsing: .unconditional, help: HelpText.argument("range.within"))
  var within = "1%"

  @Option(help: HelpText.argument("range.by"))
  var by = RangeRequest.subjects[0]

  @Option(parsing: .upToNextOption, help: HelpText.argument("range.only"))
  var only: [String] = []

  @Option(name: .customLong("in"), help: HelpText.argument("range.in"))
  var insideRegion: String?

  @Option(help: HelpText.argument("range.out"))
  var out: String?

  @Flag(help: HelpText.argument("range.replace"))
  var replace = false

  @OptionGroup var limits: LimitOptions

  @Option(name: .customLong("csv"), help: HelpText.argument("csv"))
  var style: TableStyle = .machine

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard let subject = RangeRequest.subject(named: by) else {
      let choices = RangeRequest.subjects.joined(separator: ", ")
      throw ValidationError(HelpText.hint("help.choice", ["text": by, "choices": choices]))
    }
    if insideRegion != nil, subject != RangeRequest.subject(named: "beneficiary") {
      throw ValidationError(HelpText.hint("range.inNeedsBeneficiaries", [:]))
    }
  }

  func run() throws {
    let console = common.console
    let progress = ProgressLine(console)
    var request = try RangeRequest(plan: limits.request(for: study.request), within: within)
    request.only = only
    request.region = insideRegion
    request.out = out
    request.replaces = replace
    request.style = style.outputStyle
    if let subject = RangeRequest.subject(named: by) { request.subject = subject }
    if let out { request.plan.faultFolder = OutputFolderName.parent(of: out) }
    let result = try progress.during { try Workbench().range(request, control: $0) }
    try console.result(
      json: result.json(), screen: result.screen(language: console.language, width: console.width)
    )
  }
}
