// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import FundingModel
import Report
import TestSupport
import Testing
import Wording

@Suite struct `Showing a study` {
  @Test(arguments: Language.allCases)
  func `the resolved study names the layer behind each value`(language: Language) throws {
    let study = SmallStudy.study(SmallStudy.scenario)
    let lines = ShowText.lines(study, withLayers: true, language: language)
    try expectGolden(lines.joined(separator: "\n") + "\n", "show.\(language.rawValue).txt")
  }

  @Test func `assumptions alone leave out what has a source`() {
    var study = SmallStudy.study(SmallStudy.scenario)
    let text = ShowText.lines(study, assumptionsOnly: true, language: .french)
    #expect(text[0] == "1 paramètre sans source publiée, sur 2 :")
    #expect(text.contains { $0.contains("discount") && $0.contains("moins.yaml:3") })
    #expect(!text.contains { $0.contains("fir.amounts") })
    #expect(ShowDocument(study, assumptionsOnly: true).parameters.count == 1)
    study.parameters = [study.parameters[1]]
    #expect(ShowText.lines(study, assumptionsOnly: true, language: .english).count == 1)
  }

  @Test func `findings are told with errors first, and counted`() {
    var findings = Findings()
    findings.add(
      Finding(
        "tables.unknownColumn", .warning, at: SourcePosition(file: "a.csv", line: 1, column: 2),
        ["column": "agent", "nearest": "agents"]))
    findings.add(Finding("tables.emptyFile", .error, at: SourcePosition(file: "b.csv")))
    let lines = FindingsText.lines(findings, language: .english)
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("b.csv: error: "))
    #expect(lines[1].hasPrefix("a.csv:1:2: warning: ") && lines[1].contains("\"agents\""))
    #expect(lines[2].hasPrefix("1 error to correct, 1 remark to read."))
    let document = FindingsDocument(findings, language: .french)
    #expect(document.errors == 1 && document.findings.map(\.severity) == [.error, .warning])
    #expect(document.findings[1].nearest == "agents")
    #expect(
      FindingsText.lines(Findings(), language: .french) == ["Aucune erreur dans les fichiers."])
  }
}

@Suite struct `Layout of text` {
  @Test func `columns count what a terminal shows`() {
    #expect(TextLayout.columns("e\u{301}tat") == 4)
    #expect(TextLayout.columns("病院") == 4)
    #expect(TextLayout.columns("1\u{202F}234") == 5)
    #expect(TextLayout.right("病", 4) == "  病")
    #expect(TextLayout.cut("Appels à financement", to: 8) == "Appels…")
  }

  @Test func `lines break at plain spaces, and a colon stays with its word`() {
    let text = "il manque : 12\u{202F}M€ « par an »"
    #expect(TextLayout.wrapped(text, to: 12) == ["il manque :", "12\u{202F}M€ « par", "an »"])
    #expect(TextLayout.wrapped("extraordinairement long", to: 5) == ["extraordinairement", "long"])
  }
}
