// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Diagnostics
import Wording
import Workbench

/// `releve runs`: what was run, by whom, and what it came to.
struct RunsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    HelpText.configuration(
      "runs", subcommands: [RunsList.self, RunsShow.self, RunsRemove.self])
  }
}

/// Which store is looked into.
struct HistoryOptions: ParsableArguments {
  @Option(help: HelpText.argument("runs.study"))
  var study: String?

  @Option(help: HelpText.argument("runs.store"))
  var store: String?

  @OptionGroup var common: CommonOptions

  var request: HistoryRequest { HistoryRequest(store: store, study: study) }
}

/// `releve runs list`.
struct RunsList: ParsableCommand {
  static var configuration: CommandConfiguration {
    HelpText.configuration("list", path: "runs.list")
  }

  @OptionGroup var options: HistoryOptions

  func run() throws {
    let console = options.common.console
    let list = try Workbench().runs(options.request)
    try console.result(
      json: list.json(), screen: list.lines(in: console.language, width: console.width))
  }
}

/// `releve runs show`.
struct RunsShow: ParsableCommand {
  static var configuration: CommandConfiguration {
    HelpText.configuration("show", path: "runs.show")
  }

  @Argument(help: HelpText.argument("runs.number"))
  var number: Int

  @OptionGroup var options: HistoryOptions

  func run() throws {
    let console = options.common.console
    let detail = try Workbench().run(number, options.request)
    try console.result(
      json: detail.json(), screen: detail.lines(in: console.language, width: console.width))
  }
}

/// `releve runs rm`.
struct RunsRemove: ParsableCommand {
  static var configuration: CommandConfiguration {
    HelpText.configuration("rm", path: "runs.rm")
  }

  @Argument(help: HelpText.argument("runs.numbers"))
  var numbers: [Int]

  @OptionGroup var options: HistoryOptions

  func run() throws {
    let console = options.common.console
    let store = try Workbench().removeRuns(numbers, options.request)
    if options.common.json {
      console.written(files: [store])
    } else {
      let told = numbers.map(String.init).joined(separator: ", ")
      console.result(
        Catalogue.text(
          "runs.removed", in: console.language, ["numbers": told, "store": store]))
    }
  }
}
