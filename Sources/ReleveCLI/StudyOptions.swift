// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Workbench

/// The study a command works on.
struct StudyOptions: ParsableArguments {
  @Argument(help: HelpText.argument("study"))
  var study: String

  @Option(help: HelpText.argument("region"))
  var region: String?

  @Option(name: .customLong("set"), help: HelpText.argument("set"))
  var overrides: [String] = []

  var request: StudyRequest { StudyRequest(study, region: region, overrides: overrides) }
}
