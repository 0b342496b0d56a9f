// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import DisclosureControl
import GLPKSolver
import Report
import Tables
import WebPage
public import Wording

/// A public edition to write.
public struct PublicRequest: Sendable {
  /// What must not be told, as typed; `nil`: the rule of Insee and this tool's assumptions.
  public struct Rule: Sendable {
    /// Units below which a cell is withheld: `3`.
    public var threshold: String?
    /// Share of one unit above which a cell is withheld: `85%`.
    public var dominance: String?
    /// Amount of which all published amounts are multiples: `10 k€`.
    public var base: String?
    /// Share within which nobody may know a withheld amount: `20%`.
    public var protection: String?

    /// Creates a rule.
    public init(
      threshold: String? = nil, dominance: String? = nil, base: String? = nil,
      protection: String? = nil
    ) {
      self.threshold = threshold
      self.dominance = dominance
      self.base = base
      self.protection = protection
    }

    /// The rule read.
    ///
    /// - Throws: Every value that is none, with what is allowed.
    func read() throws(Findings) -> DisclosureRule {
      var findings = Findings()
      var rule = DisclosureRule.standard
      func refuse(_ option: String, _ text: String, _ code: Finding.Code) {
        findings.add(Finding(code, .error, at: nil, ["option": option, "text": text]))
      }
      if let threshold {
        if let number = Int(threshold), (2...1000).contains(number) {
          rule.threshold = number
        } else {
          refuse("--threshold", threshold, "public.badThreshold")
        }
      }
      for (option, text, path) in [
        ("--dominance", dominance, \DisclosureRule.dominance),
        ("--protection", protection, \DisclosureRule.protection),
      ] {
        guard let text else { continue }
        if let share = TypedShare.share(text), share > 0, share <= 1 {
          rule[keyPath: path] = share
        } else {
          refuse(option, text, "public.badShare")
        }
      }
      if let base {
        // Whole euros: what is added up has no cents.
        if let cents = try? QuantityText.money(base), cents % 100 == 0,
          (100_00...100_000_000_00).contains(cents)
        {
          rule.base = Int(cents / 100)
        } else {
          refuse("--base", base, "public.badBase")
        }
      }
      try findings.throwIfErrors()
      return rule
    }
  }

  /// The plan folder.
  public var plan: String
  /// Folder from which the paths of the manifest are read; `nil`: the current one, or the one that
  /// holds the plan folder.
  public var folder: String?
  /// Folder that is written; it must not exist, or be empty.
  public var out: String
  /// What must not be told.
  public var rule: Rule
  /// Dialect of the tables.
  public var style: OutputStyle
  /// Language of what is written.
  public var language: Language

  /// Creates a request.
  public init(
    plan: String, out: String, folder: String? = nil, rule: Rule = Rule(),
    style: OutputStyle = .machine, language: Language = .french
  ) {
    self.plan = plan
    self.out = out
    self.folder = folder
    self.rule = rule
    self.style = style
    self.language = language
  }
}

/// A public edition that was written.
public struct PublicResult: Sendable {
  let folder: String
  let tables: Int
  let reasons: [(reason: Withholding.Reason, count: Int)]
  let rounding: Int
  let rule: DisclosureRule

  /// The screen, as lines of text.
  public func screen(language: Language) -> [String] {
    let style = NumberStyle(language)
    func text(_ key: String, _ arguments: [String: String]) -> String {
      Catalogue.text("public.\(key)", in: language, arguments)
    }
    return [
      text(
        "written",
        [
          "folder": folder, "public": PublicFiles.folder, "withheld": PublicFiles.withheldName,
          "tables": style.integer(tables),
        ]),
      text(
        "written.withheld",
        [
          "few": count(.few, style), "dominated": count(.dominated, style),
          "complementary": count(.complementary, style),
        ]),
      text(
        "written.rounding",
        [
          "base": style.amount(euros: Double(rule.base)),
          "rounding": style.amount(euros: Double(rounding)),
        ]),
    ]
  }

  private func count(_ reason: Withholding.Reason, _ style: NumberStyle) -> String {
    style.integer(reasons.first { $0.reason == reason }?.count ?? 0)
  }

  /// The same as JSON.
  ///
  /// - Throws: `Findings` where it cannot be written as JSON.
  public func json() throws(Findings) -> String {
    struct Written: Encodable {
      let schema = 1
      let folder: String
      let tables: Int
      let withheld: [String: Int]
      let base: Int
      let rounding: Int
      let threshold: Int
      let dominance: Double
      let protection: Double
    }
    return try ReportJSON.text(
      of: Written(
        folder: folder, tables: tables,
        withheld: Dictionary(
          uniqueKeysWithValues: reasons.map { ($0.reason.rawValue, $0.count) }),
        base: rule.base, rounding: rounding, threshold: rule.threshold,
        dominance: rule.dominance, protection: rule.protection))
  }
}

extension Workbench {
  /// Writes a plan as it may be published, whole or not at all.
  ///
  /// What is published is attacked first: where anything withheld could be known nearer than the rule
  /// allows, nothing is written.
  ///
  /// - Parameters:
  ///   - request: The plan, the place and the rule.
  ///   - control: Progress and cancellation.
  /// - Returns: What was written, and how much was withheld.
  /// - Throws: `Findings` where the folder is no plan folder, it or its study was changed since, the
  ///   rule is none, something withheld could be known, or something cannot be written;
  ///   ``WorkFailure`` where the work was stopped.
  public func publish(
    _ request: PublicRequest, control: WorkControl = WorkControl()
  ) throws -> PublicResult {
    control.onProgress(.reading)
    let rule = try request.rule.read()
    try checkOutput(request.out)
    let opened = try OpenedPlan(request.plan, from: request.folder, self, control)
    let edition: PublicEdition
    do {
      edition = try PublicEdition(
        opened.outcome, rule: rule, solver: GLPKSolver(), checkpoint: control.checkpoint)
    } catch is LeakingCell {
      throw Findings(Finding("public.leak", .error, at: SourcePosition(file: request.plan)))
    }
    let files = PublicFiles(edition, language: request.language, style: request.style.csvStyle)
    let page = PublicPage.document(
      edition, manifest: opened.manifest, language: request.language
    ).bytes
    let tables = try files.files()
    control.onProgress(.writing)
    try AtomicFolder.write(to: request.out) { folder in
      try folder.write(page, as: PublicFiles.pageName)
      for file in tables { try folder.write(file.bytes, as: file.name) }
    }
    return PublicResult(
      folder: request.out, tables: tables.count - 1, reasons: files.reasons,
      rounding: edition.money.rounding, rule: rule)
  }
}
