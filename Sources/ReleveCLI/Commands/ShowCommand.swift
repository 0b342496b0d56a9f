// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Diagnostics
import Workbench

/// `releve show`: the resolved scenario, and where each value comes from.
struct ShowCommand: ParsableCommand {
  static var configuration: CommandConfiguration { HelpText.configuration("show") }

  @OptionGroup var study: StudyOptions

  @Flag(help: HelpText.argument("layers"))
  var layers = false

  @Flag(help: HelpText.argument("assumptions"))
  var assumptions = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console
    let bench = Workbench()
    let (resolved, warnings) = try bench.load(study.request)
    console.findings(warnings)
    let mechanisms = assumptions ? try bench.mechanismParameters(beside: study.request) : []
    if common.json {
      console.result(
        try bench.json(resolved, assumptionsOnly: assumptions, mechanisms: mechanisms))
    } else {
      let lines = bench.text(
        resolved, withLayers: layers, assumptionsOnly: assumptions,
        mechanisms: mechanisms, language: console.language)
      for line in lines { console.result(line) }
    }
  }
}
