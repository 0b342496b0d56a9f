// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Workbench

/// `releve report`: what people take away from a plan.
struct ReportCommand: ParsableCommand {
  static var configuration: CommandConfiguration { HelpText.configuration("report") }

  @Argument(help: HelpText.argument("explain.plan"))
  var plan: String

  @Flag(help: HelpText.argument("report.annex"))
  var annex = false

  @Option(help: HelpText.argument("report.out"))
  var out: String?

  @Option(name: .customLong("csv"), help: HelpText.argument("csv"))
  var style: TableStyle?

  @Option(help: HelpText.argument("report.html"))
  var html: String?

  @Option(name: .customLong("xlsx"), defaultAsFlag: "", help: HelpText.argument("report.xlsx"))
  var workbook: String?

  @Option(help: HelpText.argument("report.charts"))
  var charts: String?

  @Flag(help: HelpText.argument("report.replace"))
  var replace = false

  @Option(help: HelpText.argument("verify.from"))
  var from: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if annex != (out != nil) { throw ValidationError(HelpText.hint("report.annexNeedsOut")) }
    if style != nil, !annex { throw ValidationError(HelpText.hint("report.csvNeedsAnnex")) }
    if annex, html != nil || workbook != nil || charts != nil || replace {
      throw ValidationError(HelpText.hint("report.annexOrPage"))
    }
    if charts != nil, !writesPage {
      throw ValidationError(HelpText.hint("report.chartsNeedsPage"))
    }
  }

  /// The page is written unless the workbook alone is asked for.
  private var writesPage: Bool { html != nil || workbook == nil }

  func run() throws {
    if let out { try writeAnnex(to: out) } else { try writeFiles() }
  }

  private func writeFiles() throws {
    let console = common.console
    let progress = ProgressLine(console)
    func place(_ name: String?, _ ending: String) -> String {
      name.flatMap { $0.isEmpty ? nil : $0 }
        ?? ReportRequest.place(beside: plan, ending: ending)
    }
    let request = ReportRequest(
      plan: plan, page: writesPage ? place(html, "html") : nil,
      workbook: workbook == nil ? nil : place(workbook, "xlsx"), folder: from, replaces: replace,
      charts: charts, language: console.language)
    let result = try progress.during { try Workbench().report(request, control: $0) }
    console.findings(result.warnings)
    try console.result(json: result.json(), screen: result.screen(language: console.language))
  }

  private func writeAnnex(to out: String) throws {
    let console = common.console
    let progress = ProgressLine(console)
    let request = AnnexRequest(
      plan: plan, out: out, folder: from, style: style?.outputStyle ?? .machine,
      language: console.language)
    let result = try progress.during { try Workbench().annex(request, control: $0) }
    console.findings(result.warnings)
    try console.result(
      json: result.json(), screen: result.screen(language: console.language, width: console.width)
    )
  }
}
