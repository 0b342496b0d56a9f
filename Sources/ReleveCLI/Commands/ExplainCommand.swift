// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Workbench

/// `releve explain`: why a plan gives what it gives, and no more.
struct ExplainCommand: ParsableCommand {
  static var configuration: CommandConfiguration { HelpText.configuration("explain") }

  @Argument(help: HelpText.argument("explain.plan"))
  var plan: String

  @Option(help: HelpText.argument("explain.beneficiary"))
  var beneficiary: String?

  @Option(help: HelpText.argument("explain.region"))
  var region: String?

  @Option(help: HelpText.argument("explain.objective"))
  var objective: String?

  @Option(help: HelpText.argument("explain.whyNot"))
  var whyNot: String?

  @Flag(help: HelpText.argument("explain.nearest"))
  var nearest = false

  @Option(help: HelpText.argument("explain.letters"))
  var letters: String?

  @Option(help: HelpText.argument("explain.template"))
  var template: String?

  @Option(help: HelpText.argument("verify.from"))
  var from: String?

  @OptionGroup var common: CommonOptions

  private var questions: [ExplainRequest.Question] {
    let asked: [ExplainRequest.Question?] = [
      beneficiary.map { .beneficiary($0) }, region.map { .region($0) },
      objective.map { .objective($0) }, whyNot.map { .measure($0) },
    ]
    return asked.compactMap { $0 }
  }

  func validate() throws {
    if questions.count > 1 || (questions.isEmpty && letters == nil) {
      throw ValidationError(HelpText.hint("explain.oneQuestion"))
    }
    if letters != nil, objective != nil || whyNot != nil {
      throw ValidationError(HelpText.hint("explain.lettersToWhom"))
    }
    if template != nil, letters == nil {
      throw ValidationError(HelpText.hint("explain.templateAlone"))
    }
  }

  func run() throws {
    let console = common.console
    let progress = ProgressLine(console)
    var request = ExplainRequest(
      plan: plan, question: questions.first, folder: from, letters: letters, template: template)
    request.language = console.language
    request.wantsNearest = nearest
    let result = try progress.during { try Workbench().explain(request, control: $0) }
    try console.result(
      json: result.json(language: console.language),
      screen: result.screen(language: console.language, width: console.width))
  }
}
