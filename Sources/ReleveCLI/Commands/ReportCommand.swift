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

  @OptionGroup var publication: PublicOptions

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

  @Option(help: HelpText.argument("report.map"))
  var map: String?

  @Option(help: HelpText.argument("report.curve"))
  var curve: [String] = []

  @Option(help: HelpText.argument("report.ladder"))
  var ladder: String?

  @Option(help: HelpText.argument("report.baseline"))
  var baseline: String?

  @Flag(help: HelpText.argument("report.replace"))
  var replace = false

  @Option(help: HelpText.argument("verify.from"))
  var from: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    let shapesPage =
      charts != nil || map != nil || baseline != nil || !curve.isEmpty
      || ladder != nil
    let asksForPage = html != nil || workbook != nil || shapesPage || replace
    if publication.isPublic, out == nil || annex || asksForPage {
      throw ValidationError(HelpText.hint("report.publicNeedsOut"))
    }
    if publication.hasRule, !publication.isPublic {
      throw ValidationError(HelpText.hint("report.rulesNeedPublic"))
    }
    let writesFolder = annex || publication.isPublic
    if writesFolder != (out != nil) {
      throw ValidationError(HelpText.hint("report.annexNeedsOut"))
    }
    if style != nil, !writesFolder {
      throw ValidationError(HelpText.hint("report.csvNeedsAnnex"))
    }
    if annex, asksForPage {
      throw ValidationError(HelpText.hint("report.annexOrPage"))
    }
    if shapesPage, !writesPage {
      throw ValidationError(HelpText.hint("report.chartsNeedsPage"))
    }
  }

  /// The page is written unless the workbook alone is asked for.
  private var writesPage: Bool { html != nil || workbook == nil }

  func run() throws {
    guard let out else { return try writeFiles() }
    if annex { try writeAnnex(to: out) } else { try publish(to: out) }
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
      charts: charts, map: map, baseline: baseline, curves: curve, ladder: ladder,
      language: console.language)
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

  private func publish(to out: String) throws {
    let console = common.console
    let progress = ProgressLine(console)
    let request = PublicRequest(
      plan: plan, out: out, folder: from, rule: publication.rule,
      style: style?.outputStyle ?? .machine, language: console.language)
    let result = try progress.during { try Workbench().publish(request, control: $0) }
    try console.result(json: result.json(), screen: result.screen(language: console.language))
  }
}

/// What a public edition must not tell.
struct PublicOptions: ParsableArguments {
  @Flag(name: .customLong("public"), help: HelpText.argument("report.public"))
  var isPublic = false

  @Option(help: HelpText.argument("report.threshold"))
  var threshold: String?

  @Option(help: HelpText.argument("report.dominance"))
  var dominance: String?

  @Option(help: HelpText.argument("report.base"))
  var base: String?

  @Option(help: HelpText.argument("report.protection"))
  var protection: String?

  var hasRule: Bool {
    threshold != nil || dominance != nil || base != nil || protection != nil
  }

  var rule: PublicRequest.Rule {
    PublicRequest.Rule(
      threshold: threshold, dominance: dominance, base: base, protection: protection)
  }
}
