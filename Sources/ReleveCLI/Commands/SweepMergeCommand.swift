// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Diagnostics
import Workbench

/// `releve sweep merge`: puts the results of shares of a sweep together.
///
/// `sweep` takes a study where a subcommand would stand, so that this is a command of its own whose
/// name has two words (``ReleveMain/joined(_:)``).
struct SweepMergeCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    HelpText.configuration("sweep merge", path: "sweep.merge")
  }

  @Argument(help: HelpText.argument("sweep.merge.parts"))
  var parts: [String]

  @Option(help: HelpText.argument("sweep.out"))
  var out: String

  @Flag(help: HelpText.argument("sweep.replace"))
  var replace = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console
    do {
      let result = try Workbench().mergeSweeps(
        MergeRequest(parts: parts, out: out, replaces: replace, language: console.language),
        width: console.width)
      try console.result(json: result.json(), screen: result.closing())
      if !result.isComplete { throw CommandFailure(status: .stoppedAtLimit) }
    } catch {
      if !replace { SweepHint.tell(error, to: console) }
      throw error
    }
  }
}
