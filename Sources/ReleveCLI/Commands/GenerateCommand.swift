// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Wording
import Workbench

/// `releve generate`: a made-up population or study of any size.
struct GenerateCommand: ParsableCommand {
  static var configuration: CommandConfiguration { HelpText.configuration("generate") }

  @Argument(help: HelpText.argument("generate.content"), transform: Choice.transform)
  var content: GenerateRequest.Content = .population

  @Option(help: HelpText.argument("generate.out"))
  var out: String

  @Option(help: HelpText.argument("generate.seed"))
  var seed: UInt64 = 2026

  @Option(help: HelpText.argument("generate.beneficiaries"))
  var beneficiaries = 1433

  @Option(help: HelpText.argument("generate.measures"))
  var measures = 16

  @Option(help: HelpText.argument("generate.years"))
  var years = 5

  @Option(help: HelpText.argument("generate.objectives"))
  var objectives = 10

  @Option(help: HelpText.argument("generate.kind"), transform: Choice.transform)
  var kind: GenerateRequest.Kind = .plain

  @OptionGroup var common: CommonOptions

  func run() throws {
    let request = GenerateRequest(
      content: content, seed: seed, beneficiaries: beneficiaries, measures: measures,
      years: years, objectives: objectives, kind: kind)
    let report = try Workbench().generate(request, into: out)
    let console = common.console
    if console.writesJSON {
      console.written(folder: report.folder, files: report.files)
      return
    }
    console.note(
      "generate.done",
      [
        "count": String(report.beneficiaries), "folder": report.folder,
        "files": report.files.joined(separator: ", "),
      ])
  }
}
