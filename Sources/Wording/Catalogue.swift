// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics

/// Every text a user sees, in French and English.
///
/// Each room's phrases stand in a file of their own (`<Room>Phrases.swift`) and are joined here.
public enum Catalogue {
  /// Phrases by key; the key of a finding's phrase is the finding's code.
  public static let phrases: [String: Phrase] = {
    var all: [String: Phrase] = [:]
    for room in rooms {
      all.merge(room) { _, second in second }
    }
    return all
  }()

  /// One table of phrases per room.
  static let rooms: [[String: Phrase]] = [
    generalPhrases,
    alternativesPhrases,
    annexPhrases,
    auditPhrases,
    checkPhrases,
    commandPhrases,
    comparePhrases,
    comparisonPagePhrases,
    explainPhrases,
    frontierPhrases,
    glossaryPhrases,
    goalPhrases,
    helpPhrases,
    mechanismPhrases,
    pagePhrases, publicPhrases,
    importancePhrases,
    pricePhrases,
    progressPhrases,
    rangePhrases,
    repairPhrases,
    reportPhrases,
    studyFilesPhrases,
    studyRulesPhrases,
    rulePhrases,
    runsPhrases,
    screenPhrases,
    showPhrases,
    storePhrases,
    supplyPhrases,
    sweepPhrases,
    tablesPhrases,
    templatePhrases,
    timePhrases,
    registersPhrases,
    verifyPhrases,
    workbookPhrases,
    workbookReadingPhrases,
  ]

  static let generalPhrases: [String: Phrase] = [
    "severity.error": Phrase(fr: "erreur", en: "error"),
    "severity.warning": Phrase(fr: "attention", en: "warning"),
    "severity.note": Phrase(fr: "note", en: "note"),
    "finding.sheet": Phrase(fr: ", feuille « {sheet} »", en: ", sheet \"{sheet}\""),
    "finding.cell": Phrase(fr: ", cellule {cell}", en: ", cell {cell}"),
    "finding.row": Phrase(fr: ", ligne {row}", en: ", row {row}"),
    "finding.nearest": Phrase(
      fr: "Vouliez-vous « {nearest} » ?", en: "Did you mean \"{nearest}\"?"),
  ]

  /// The text of a key with its arguments put in; the key itself where it has no phrase.
  public static func text(
    _ key: String, in language: Language, _ arguments: [String: String] = [:]
  ) -> String {
    phrases[key]?.text(in: language, arguments) ?? key
  }

  /// A finding in words: place, severity, sentence, and the spelling it offers.
  public static func text(of finding: Finding, in language: Language) -> String {
    var place = ""
    if let position = finding.position {
      place = position.file
      if let sheet = position.sheet {
        place += text("finding.sheet", in: language, ["sheet": sheet])
        if let cell = position.cell {
          place += text("finding.cell", in: language, ["cell": cell])
        } else if let line = position.line {
          place += text("finding.row", in: language, ["row": "\(line)"])
        }
      } else {
        if let line = position.line { place += ":\(line)" }
        if let column = position.column { place += ":\(column)" }
      }
      place += language == .french ? " : " : ": "
    }
    let severity = text("severity.\(finding.severity.rawValue)", in: language)
    let colon = language == .french ? " : " : ": "
    var sentence = text(finding.code.rawValue, in: language, finding.arguments)
    if finding.arguments["nearest"] != nil {
      sentence += " " + text("finding.nearest", in: language, finding.arguments)
    }
    return place + severity + colon + sentence
  }
}
