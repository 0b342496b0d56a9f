// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Wording

/// Options that every command takes.
struct CommonOptions: ParsableArguments {
  @Option(help: HelpText.argument("lang"), transform: Choice.transform)
  var lang: Language = HelpText.language

  @Flag(help: HelpText.argument("json"))
  var json = false

  @Flag(help: HelpText.argument("quiet"))
  var quiet = false

  var console: Console { Console(language: lang, isQuiet: quiet, writesJSON: json) }
}
