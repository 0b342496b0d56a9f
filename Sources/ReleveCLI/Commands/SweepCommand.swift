// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Diagnostics
import Workbench

/// `releve sweep`: many what-ifs on one study, into one results file.
struct SweepCommand: ParsableCommand {
  static var configuration: CommandConfiguration { HelpText.configuration("sweep") }

  @OptionGroup var study: StudyOptions

  @Option(help: HelpText.argument("sweep.vary"))
  var vary: [String] = []

  @Option(help: HelpText.argument("sweep.out"))
  var out: String

  @Flag(help: HelpText.argument("sweep.replace"))
  var replace = false

  @Flag(help: HelpText.argument("sweep.yes"))
  var yes = false

  @OptionGroup var limits: LimitOptions

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console
    let progress = ProgressLine(console)
    let request = SweepRequest(
      plan: limits.request(for: study.request), vary: vary, out: out, replaces: replace,
      isConfirmed: yes, language: console.language)
    let showsCases = !common.json && !common.quiet
    do {
      let report = try Workbench().sweep(
        request, width: console.width, control: progress.control
      ) { line in
        guard showsCases else { return }
        console.endProgress()
        console.result(line)
      }
      progress.end()
      if common.json {
        console.result(try report.json())
      } else {
        for line in report.closing() { console.result(line) }
      }
      if !report.isComplete { throw CommandFailure(status: .stoppedAtLimit) }
    } catch {
      progress.end()
      let codes = (error as? Findings)?.all.map(\.code.rawValue) ?? []
      if !replace, codes == ["tables.outputExists"] {
        console.line(HelpText.hint("sweep.replace.hint"))
      }
      throw error
    }
  }
}
