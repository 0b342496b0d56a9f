// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Workbench

/// `releve template`: writes a study as an input workbook.
struct TemplateCommand: ParsableCommand {
  static var configuration: CommandConfiguration { HelpText.configuration("template") }

  @Argument(help: HelpText.argument("template.file"))
  var file: String

  @Option(help: HelpText.argument("template.from"))
  var from: String?

  @Flag(help: HelpText.argument("template.replace"))
  var replace = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console
    let result = try Workbench().writeTemplate(
      TemplateRequest(file: file, study: from, replaces: replace, language: console.language))
    try console.result(json: result.json(), screen: result.screen(language: console.language))
  }
}
