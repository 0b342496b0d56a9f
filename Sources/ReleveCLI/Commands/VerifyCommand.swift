// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Workbench

/// `releve verify`: does a written plan over, and says what holds and what does not.
struct VerifyCommand: ParsableCommand {
  static var configuration: CommandConfiguration { HelpText.configuration("verify") }

  @Argument(help: HelpText.argument("verify.plan"))
  var plan: String

  @Option(help: HelpText.argument("verify.from"))
  var from: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console
    let progress = ProgressLine(console)
    let result: Verification
    do {
      result = try Workbench().verify(
        VerifyRequest(plan: plan, folder: from), control: progress.control)
      progress.end()
    } catch {
      progress.end()
      throw error
    }
    try console.result(
      json: result.json(in: console.language), screen: result.lines(in: console.language))
    if !result.holds { throw CommandFailure(status: .invalidInput) }
  }
}
