// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Wording
import Workbench

/// `releve tutorial`: writes a small study to learn on.
struct TutorialCommand: ParsableCommand {
  static var configuration: CommandConfiguration { HelpText.configuration("tutorial") }

  @Argument(help: HelpText.argument("tutorial.folder"))
  var folder: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let files = try Workbench().writeTutorial(into: folder)
    let console = common.console
    if console.writesJSON {
      console.written(folder: folder, files: files)
      return
    }
    console.note("tutorial.done", ["folder": folder, "count": String(files.count)])
  }
}
