// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Diagnostics
import Wording
import Workbench

/// `releve import`: real registers in, one beneficiaries table out.
struct ImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    HelpText.configuration(
      "import",
      subcommands: [ImportSAE.self, ImportFiness.self, ImportStructures.self])
  }
}

/// What every import takes.
struct ImportOptions: ParsableArguments {
  @Argument(help: HelpText.argument("import.files"))
  var files: [String]

  @Option(help: HelpText.argument("import.out"))
  var out: String

  @Option(help: HelpText.argument("import.members"))
  var members: String?

  @Option(help: HelpText.argument("import.classes"))
  var classes: String?

  @OptionGroup var common: CommonOptions

  /// Imports, writes and tells.
  func run(_ fill: (inout ImportRequest) -> Void) throws {
    let console = common.console
    var request = ImportRequest(output: out)
    request.memberships = members
    request.classes = classes
    fill(&request)
    let report = try Workbench().importRegisters(request, control: Interruption.control)
    console.findings(report.warnings)
    try console.result(json: report.json(), screen: report.lines(in: console.language))
  }
}

/// `releve import sae`.
struct ImportSAE: ParsableCommand {
  static var configuration: CommandConfiguration {
    HelpText.configuration("sae", path: "import.sae")
  }

  @OptionGroup var options: ImportOptions

  @Option(help: HelpText.argument("import.finess"))
  var finess: [String] = []

  @Option(help: HelpText.argument("import.structures"))
  var structures: [String] = []

  func run() throws {
    try options.run { request in
      request.sae = options.files
      request.finess = finess
      request.structures = structures
    }
  }
}

/// `releve import finess`.
struct ImportFiness: ParsableCommand {
  static var configuration: CommandConfiguration {
    HelpText.configuration("finess", path: "import.finess")
  }

  @OptionGroup var options: ImportOptions

  func run() throws { try options.run { $0.finess = options.files } }
}

/// `releve import structures`.
struct ImportStructures: ParsableCommand {
  static var configuration: CommandConfiguration {
    HelpText.configuration("structures", path: "import.structures")
  }

  @OptionGroup var options: ImportOptions

  func run() throws { try options.run { $0.structures = options.files } }
}
