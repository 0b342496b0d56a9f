// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Diagnostics
import Workbench

/// `releve alternatives`: other plans that are nearly as good, as different as can be.
struct AlternativesCommand: ParsableCommand {
  static var configuration: CommandConfiguration { HelpText.configuration("alternatives") }

  @OptionGroup var study: StudyOptions

  // A value below zero begins as an option does: it is for the request to refuse.
  @Option(parsing: .unconditional, help: HelpText.argument("alternatives.count"))
  var count = AlternativesRequest.standardCount

  @Option(parsing: .unconditional, help: HelpText.argument("range.within"))
  var within = "1%"

  @Option(help: HelpText.argument("alternatives.by"))
  var by = AlternativesRequest.subjectNames[0]

  @Option(help: HelpText.argument("range.out"))
  var out: String?

  @Flag(help: HelpText.argument("alternatives.replace"))
  var replace = false

  @OptionGroup var limits: LimitOptions

  @Option(name: .customLong("csv"), help: HelpText.argument("csv"))
  var style: TableStyle = .machine

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if AlternativesRequest.subject(named: by) == nil {
      let choices = AlternativesRequest.subjectNames.joined(separator: ", ")
      throw ValidationError(HelpText.hint("help.choice", ["text": by, "choices": choices]))
    }
  }

  func run() throws {
    let console = common.console
    let progress = ProgressLine(console)
    var request = try AlternativesRequest(
      plan: limits.request(for: study.request), within: within, count: count)
    if let subject = AlternativesRequest.subject(named: by) { request.subject = subject }
    request.out = out
    request.replaces = replace
    request.style = style.outputStyle
    if let out { request.plan.faultFolder = OutputFolderName.parent(of: out) }
    let result = try progress.during { try Workbench().alternatives(request, control: $0) }
    try console.result(
      json: result.json(), screen: result.screen(language: console.language, width: console.width)
    )
  }
}
