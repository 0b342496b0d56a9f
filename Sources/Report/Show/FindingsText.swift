// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
public import Wording

/// Findings as text, for `releve check`.
public enum FindingsText {
  /// Every finding on a line, errors first, and a line that counts them.
  ///
  /// - Parameters:
  ///   - findings: what was found.
  ///   - language: language of the words.
  /// - Returns: lines without line ends; one line where nothing was found.
  public static func lines(_ findings: Findings, language: Language) -> [String] {
    ordered(findings).map { Catalogue.text(of: $0, in: language) } + [summary(findings, language)]
  }

  static func ordered(_ findings: Findings) -> [Finding] {
    [Finding.Severity.error, .warning, .note].flatMap { severity in
      findings.all.filter { $0.severity == severity }
    }
  }

  private static func summary(_ findings: Findings, _ language: Language) -> String {
    let style = NumberStyle(language)
    func text(_ key: String) -> String { Catalogue.text(key, in: language) }
    let errors = findings.all.count { $0.severity == .error }
    let others = findings.all.count - errors
    let remarks = style.counted(
      Double(others), one: text("check.remark"), many: text("check.remarks"))
    if errors > 0 {
      let wrong = style.counted(
        Double(errors), one: text("check.error"), many: text("check.errors.noun"))
      return Catalogue.text(
        "check.errors", in: language, ["errors": wrong, "warnings": remarks])
    }
    return others > 0
      ? Catalogue.text("check.warnings", in: language, ["warnings": remarks])
      : text("check.clean")
  }
}

/// What `releve check --json` writes about findings.
public struct FindingsDocument: Sendable, Hashable, Codable {
  /// One finding, with its words.
  public struct Entry: Sendable, Hashable, Codable {
    /// Code, for example `tables.unknownColumn`.
    public var code: String
    /// How grave it is.
    public var severity: Finding.Severity
    /// File, where there is one.
    public var file: String?
    /// Line, from 1.
    public var line: Int?
    /// Column, from 1.
    public var column: Int?
    /// Sheet of a workbook.
    public var sheet: String?
    /// Cell of a workbook.
    public var cell: String?
    /// Spelling to offer.
    public var nearest: String?
    /// The sentence, in the language asked for.
    public var text: String
  }

  /// Version of this format.
  public var schema = 1
  /// Number of errors.
  public var errors: Int
  /// Findings, errors first.
  public var findings: [Entry]

  /// The document of findings.
  public init(_ findings: Findings, language: Language) {
    errors = findings.all.count { $0.severity == .error }
    self.findings = FindingsText.ordered(findings).map { finding in
      Entry(
        code: finding.code.rawValue, severity: finding.severity, file: finding.position?.file,
        line: finding.position?.line, column: finding.position?.column,
        sheet: finding.position?.sheet,
        cell: finding.position?.cell,
        nearest: finding.arguments["nearest"],
        text: Catalogue.text(finding.code.rawValue, in: language, finding.arguments))
    }
  }
}
