// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Workbench

/// `releve check`: every input error at once, then the arithmetic that shows trouble before solving.
struct CheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration { HelpText.configuration("check") }

  @OptionGroup var study: StudyOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console
    let outcome = Workbench().check(study.request)
    try console.result(
      json: outcome.json(in: console.language), screen: outcome.lines(in: console.language))
    if outcome.hasInvalidInput { throw CommandFailure(status: .invalidInput) }
    if outcome.isImpossible { throw CommandFailure(status: .infeasible) }
  }
}
