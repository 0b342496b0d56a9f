// SPDX-License-Identifier: GPL-3.0-or-later

import StudyFiles

/// Ways to spoil the small study: files and YAML, keys and values.
extension BadInput {
  /// Every case, in the order of the golden file.
  static func all() throws -> [BadInput] {
    let study = try FixtureStudy()
    return yamlCases(study) + keyCases(study) + valueCases(study) + linkCases(study)
      + tableCases(study) + layerCases(study) + senseCases(study)
  }

  private static func yaml(
    _ name: String, _ text: String, _ study: FixtureStudy
  ) -> BadInput {
    BadInput(name: name, study: study.with(text, as: "study.yaml"))
  }

  /// A case in which one text of the study file is replaced.
  static func edit(
    _ name: String, _ old: String, _ new: String, _ study: FixtureStudy,
    in file: String = "study.yaml"
  ) -> BadInput {
    BadInput(name: name, study: study.replacing(old, new, in: file))
  }

  private static func yamlCases(_ study: FixtureStudy) -> [BadInput] {
    let first = "study: 1\n"
    let bomb = first + "a: &a [x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\n? *c\n: 1\n"
    let deep = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
    let windows = [UInt8]("study: 1\ntitle: ".utf8) + [0xC9, 0x74, 0x0A]
    return [
      BadInput(name: "missing study", study: study.without("study.yaml")),
      BadInput(name: "missing table", study: study.without("measures.csv")),
      edit("missing table, near name", "measures: measures.csv", "measures: mesures.csv", study),
      BadInput(name: "study in Windows-1252", study: study.with(windows, as: "study.yaml")),
      BadInput(
        name: "study in UTF-16", study: study.with([0xFF, 0xFE, 0x73, 0], as: "study.yaml")),
      BadInput(
        name: "file over the limit",
        study: study.with([UInt8](repeating: 35, count: 1 << 20 + 1), as: "study.yaml"),
        limits: StudyLimits(yamlBytes: 1 << 20)),
      yaml("empty file", "", study),
      yaml("a list is no study", "- 1\n", study),
      yaml("broken YAML", "study: 1\ntitle: [a\nhorizon: b", study),
      yaml("tab", "study: 1\n\ttitle: a\n", study),
      yaml("two documents", study.text("study.yaml") + "---\nstudy: 1\n", study),
      edit("anchor", "title: CaRE", "title: &t CaRE", study),
      yaml("alias without anchor", first + "title: *t\n", study),
      yaml("anchor bomb", bomb, study),
      yaml("deep nesting", first + "title: \(deep)\n", study),
      yaml("key that is a list", first + "? [a]\n: 1\n", study),
    ]
  }

  private static func keyCases(_ study: FixtureStudy) -> [BadInput] {
    [
      edit(
        "duplicate keys, all told", "    title: CaRE\n    pays: [one_off]\n",
        "    title: CaRE\n    title: Autre\n    pays: [one_off]\n    pays: [recurring]\n", study),
      edit("duplicate identifier", "  fir:\n", "  care-d1: { pays: [one_off] }\n  fir:\n", study),
      edit("unknown key", "inflation: 2 %", "inflatoin: 2 %", study),
      edit("unknown key at the top", "goals:\n", "gaols: []\ngoals:\n", study),
      edit("missing keys", "horizon: { first: 2026, years: 3 }", "horizon: { frist: 2026 }", study),
      edit("a layer used as a study", "study: 1\n", "layer: 1\n", study),
      edit("a list where a value is wanted", "title: CaRE", "title: [CaRE]", study),
      edit("a value where a list is wanted", "pays: [one_off]\n", "pays: one_off\n", study),
      edit(
        "a value where keys are wanted", "eligible: { statuses: [public] }", "eligible: all", study),
      edit("an empty item", "statuses: [public]", "statuses: [public, ~]", study),
      edit("an item twice", "domains: [directories]", "domains: [directories, directories]", study),
      edit("a key that is no year", "2027: 80 k€", "anné: 80 k€", study),
      edit("a key that is no identifier", "  soc: {", "  \"soc 1\": {", study),
      edit("annotation with an unknown key", "source: \"Rapport d'essai\"", "sourc: \"R\"", study),
      edit("a size that is none", "workstations: { agents", "worstations: { agents", study),
    ]
  }

  private static func valueCases(_ study: FixtureStudy) -> [BadInput] {
    [
      edit("negative amount", "2027: 80 k€", "2027: -80 k€", study),
      edit("absurd amount", "2027: 80 k€", "2027: 80 000 Md€", study),
      edit("amount without unit", "2027: 80 k€", "2027: 80", study),
      edit("percent for money", "2027: 80 k€", "2027: 80 %", study),
      edit("unknown unit", "2027: 80 k€", "2027: 80 kE", study),
      edit("text for money", "2027: 80 k€", "2027: beaucoup", study),
      edit("finer than a cent", "agents: 40 €", "agents: 0,001 €", study),
      edit("money for a share", "announced_counted: 50 %", "announced_counted: 50 k€", study),
      edit("share above one", "announced_counted: 50 %", "announced_counted: 150 %", study),
      edit("percent forgotten", "announced_counted: 50 %", "announced_counted: 50", study),
      edit("share below zero", "announced_counted: 50 %", "announced_counted: -5 %", study),
      edit("text in a number", "fixed: 2 }", "fixed: deux }", study),
      edit("ambiguous number", "fixed: 2 }", "fixed: \"1,234\" }", study),
      edit("empty horizon", "years: 3", "years: 0", study),
      edit("horizon of half a year", "years: 3", "years: 0.5", study),
      edit("a first year that is none", "first: 2026", "first: 26", study),
      edit("neither true nor false", "hard: true", "hard: oui", study),
      edit("a word that is not allowed", "[one_off, recurring]", "[one_off, recuring]", study),
      edit("an unknown goal", "- tie_break", "- tie_brake", study),
      edit("a version to come", "study: 1", "study: 2", study),
    ]
  }
}
