// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Wording
import Workbench

/// `releve export`: the program of a study, with readable names.
struct ExportCommand: ParsableCommand {
  static var configuration: CommandConfiguration { HelpText.configuration("export") }

  @Argument(help: HelpText.argument("export.form"), transform: Choice.transform)
  var form: ExportForm

  @OptionGroup var study: StudyOptions

  @Option(help: HelpText.argument("export.out"))
  var out: String

  @Option(help: HelpText.argument("export.level"))
  var level = 1

  @OptionGroup var common: CommonOptions

  func run() throws {
    try Workbench().export(
      study.request, as: form, level: level, to: out, control: Interruption.control)
    let console = common.console
    if console.writesJSON {
      console.written(files: [out])
    } else {
      console.note("export.done", ["file": out])
    }
  }
}
