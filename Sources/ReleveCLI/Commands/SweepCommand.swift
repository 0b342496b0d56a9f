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

  @Option(help: HelpText.argument("sweep.cases"))
  var cases: String?

  @Option(help: HelpText.argument("sweep.sample"))
  var sample: Int?

  @Option(help: HelpText.argument("sweep.seed"))
  var seed: UInt64 = SweepRequest.usualSeed

  @Option(help: HelpText.argument("sweep.shard"))
  var shard: String?

  @Option(help: HelpText.argument("sweep.out"))
  var out: String

  @Flag(help: HelpText.argument("sweep.replace"))
  var replace = false

  @Flag(help: HelpText.argument("sweep.yes"))
  var yes = false

  @OptionGroup var limits: SweepLimitOptions

  @OptionGroup var recording: RecordOptions

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console
    let progress = ProgressLine(console)
    var request = SweepRequest(
      plan: limits.request(for: study.request), vary: vary, out: out, replaces: replace,
      isConfirmed: yes, language: console.language)
    request.casesFile = cases
    request.sample = sample
    request.seed = seed
    request.shard = shard
    let showsCases = !common.json && !common.quiet
    let bench = Workbench()
    try bench.checkStore(recording.request)
    do {
      let report = try bench.sweep(
        request, width: console.width, control: progress.control
      ) { line in
        guard showsCases else { return }
        console.endProgress()
        console.result(line)
      }
      progress.end()
      try console.result(json: report.json(), screen: report.closing())
      recording.record(to: console) { () throws(Findings) in
        _ = try bench.record(report, of: request.plan, recording.request)
      }
      if !report.isComplete { throw CommandFailure(status: .stoppedAtLimit) }
    } catch {
      progress.end()
      if !replace { SweepHint.tell(error, to: console) }
      throw error
    }
  }
}

/// What may be done where earlier results stand in the way.
enum SweepHint {
  /// Says that `--replace` replaces them, where that would help.
  static func tell(_ error: any Error, to console: Console) {
    let codes = (error as? Findings)?.all.map(\.code.rawValue) ?? []
    let areOthers = !codes.isEmpty && codes.allSatisfy { $0.hasPrefix("store.other") }
    guard areOthers || codes == ["tables.outputExists"] else { return }
    console.line(HelpText.hint("sweep.replace.hint"))
  }
}
