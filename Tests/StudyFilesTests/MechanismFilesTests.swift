// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import FundingModel
import StudyFiles
import Testing
import Wording

@Suite struct `Mechanism files` {
  private func scenario() throws -> Scenario {
    try StudyReader(folder: .memory(try FixtureStudy().files)).read(study: "study.yaml").study
      .scenario
  }

  private func read(_ text: String) throws -> FundingMechanism {
    let files = ["rules/rule.yaml": Array(text.utf8)]
    let mechanisms = try MechanismReader(folder: .memory(files)).read(
      ["rules/rule.yaml"], for: try scenario())
    return try #require(mechanisms.first)
  }

  private func findings(_ text: String) throws -> [Finding] {
    do {
      _ = try read(text)
      return []
    } catch let findings as Findings {
      return findings.all
    }
  }

  private func rule(_ kind: String, _ clause: String) -> String {
    "mechanism: 1\ntitle: Règle\nkind: \(kind)\nclauses:\n  article-1:\n"
      + clause.split(separator: "\n").map { "    \($0)\n" }.joined()
  }

  @Test func `are read with every key`() throws {
    let mechanism = try read(
      rule(
        "call",
        """
        title: Article 1
        vehicles: [fir]
        eligible: { statuses: [public] }
        from: 2026
        to: 2027
        taper: [50 %]
        share: 80 %
        amount: { by: agents, bands: [ { from: 0, up_to: 250, amount: 1 k€ }, { amount: 2 k€ } ] }
        excess: first_come
        results: [O1]
        target: 60 %
        takers: { seed: 7, classes: { all: { apply: 90 %, succeed: 80 % } } }
        """))
    let clause = try #require(mechanism.clauses.first)
    #expect(mechanism.id == "rule" && mechanism.kind == .call)
    #expect(clause.id == "article-1" && clause.vehicles == ["fir"] && clause.results == ["O1"])
    #expect(clause.eligibility == Eligibility(statuses: [.publicSector]))
    #expect(clause.from == Year(2026) && clause.to == Year(2027) && clause.last == Year(2028))
    #expect(
      [2025, 2026, 2027, 2028, 2029].map { clause.strength(in: Year($0)) } == [0, 1, 1, 0.5, 0])
    #expect(clause.share == Share(clamping: 0.8) && clause.target == Share(clamping: 0.6))
    #expect(clause.excess == .firstCome && clause.takers?.seed == 7)
    #expect(
      clause.basis
        == .amount(
          .banded(
            Banded(
              driver: .agents,
              bands: [
                .init(upTo: 250, value: .euros(1_000)), .init(upTo: nil, value: .euros(2_000)),
              ]))))
  }

  @Test func `name every vehicle and year where they say nothing`() throws {
    let clause = try #require(
      try read(rule("prorata", "weight: { agents: 1, risk: 0,5 }")).clauses.first)
    #expect(clause.vehicles == ["care-d1", "fir"])
    #expect(clause.from == Year(2026) && clause.to == Year(2028))
    #expect(clause.basis == .weight(MechanismWeight([.init(.agents, 1)], risk: 0.5)))
  }

  // Each with the kind, what is wrong in its clause, the code and the line of the finding.
  @Test(arguments: [
    (
      "flat",
      "amount: { by: agents, bands: [ { up_to: 250, amount: 1 k€ }, { from: 200, amount: 2 k€ } ] }",
      "study.bandsOverlap", 6
    ),
    (
      "flat",
      "amount: { by: agents, bands: [ { up_to: 250, amount: 1 k€ }, { from: 300, amount: 2 k€ } ] }",
      "study.bandsGap", 6
    ),
    (
      "flat", "amount: { by: agents, bands: [ { up_to: 250, amount: 1 k€ } ] }",
      "study.lastBandHasEdge", 6
    ),
    (
      "flat", "amount: { by: agents, bands: [ { amount: 1 k€ }, { amount: 2 k€ } ] }",
      "study.bandWithoutEdge", 6
    ),
    (
      "flat",
      "amount: { by: agents, bands: [ { up_to: 9, amount: 1 k€ }, { up_to: 5, amount: 1 k€ }, { amount: 2 k€ } ] }",
      "study.bandsOutOfOrder", 6
    ),
    ("flat", "amount: { by: beds, bands: [ { amount: 2 k€ } ] }", "study.clauseSizeMissing", 5),
    ("flat", "amount: { bands: [ { amount: 2 k€ } ] }", "study.bandsWithoutSize", 6),
    ("flat", "amount: { fixed: 1 k€ }\nfrom: 2025", "study.yearOutside", 7),
    ("flat", "amount: { fixed: 1 k€ }\nto: 2030", "study.yearOutside", 7),
    ("flat", "amount: { fixed: 1 k€ }\ntaper: [50 %]", "study.yearOutside", 7),
    ("flat", "amount: { fixed: 1 k€ }\nfrom: 2028\nto: 2026", "study.clauseReversed", 8),
    ("flat", "amount: { fixed: 1 k€ }\nvehicles: [firr]", "study.unknown.vehicle", 7),
    ("flat", "amount: { fixed: 1 k€ }\nvehicles: [fir, fir]", "study.repeatedItem", 7),
    ("flat", "amount: { fixed: 1 k€ }\neligible: { regions: [\"99\"] }", "study.unknown.region", 7),
    ("flat", "amount: { fixed: 1 k€ }\nweight: { agents: 1 }", "study.clauseBasis", 5),
    ("flat", "weight: { agents: 1 }", "study.clauseKeyNeeded", 5),
    ("flat", "amount: { fixed: 1 k€ }\nexcess: first_come", "study.clauseSeedNeeded", 7),
    ("flat", "amount: { fixed: 1 k€ }\ntarget: 50 %", "study.clauseKeyNeeded", 7),
    ("flat", "amount: { fixed: 1 k€ }\npool: region", "study.clauseKeyOfOther", 7),
    (
      "flat", "amount: { fixed: 1 k€ }\nto: 2026\nshare: { 2027: 50 % }",
      "study.clauseShareOutside", 8
    ),
    ("flat", "amount: { fixed: 1 k€ }\nshare: { 2026: 120 % }", "study.shareAboveOne", 7),
    ("flat", "amount: { fixed: 1 k€ }\nclaim: file", "study.clauseClaimAlone", 7),
    (
      "mutualised", "amount: { fixed: 1 k€ }\npool: region\nclaim: file",
      "study.clauseClaimOfPool", 8
    ),
    ("flat", "amount: { fixed: 1 k€ }\nshare: 120 %", "study.shareAboveOne", 7),
    ("flat", "amount: { fixed: 1 k€ }\nvehicle: fir", "study.unknownKey", 7),
    ("prorata", "weight: { agents: 0 }", "study.clauseBasis", 6),
    ("prorata", "weight: { beds: 1 }", "study.clauseSizeMissing", 5),
    ("matched", "weight: { agents: 1 }", "study.clauseKeyNeeded", 5),
    ("results", "amount: { fixed: 1 k€ }\nresults: [O9]", "study.unknown.objective", 7),
    ("call", "amount: { fixed: 1 k€ }", "study.clauseKeyNeeded", 5),
    (
      "call",
      "amount: { fixed: 1 k€ }\ntakers: { classes: { public: { eligible: { statuses: [public] }, apply: 1, succeed: 1 } } }",
      "study.clauseWithoutClass", 7
    ),
    ("mutualised", "weight: { agents: 1 }\npool: regoin", "study.unknown.grouping", 7),
    ("flatt", "amount: { fixed: 1 k€ }", "study.notAllowed", 3),
  ])
  func `that say nonsense are refused with place and remedy`(
    kind: String, clause: String, code: String, line: Int
  ) throws {
    let told = try findings(rule(kind, clause))
    let finding = try #require(
      told.first { $0.code.rawValue == code }, "\(told.map(\.code.rawValue))")
    #expect(finding.position?.file == "rules/rule.yaml" && finding.position?.line == line)
    for language in Language.allCases {
      #expect(!Catalogue.text(of: finding, in: language).contains("{"))
    }
  }

  @Test func `offer the nearest vehicle`() throws {
    let told = try findings(rule("flat", "amount: { fixed: 1 k€ }\nvehicles: [care-d2]"))
    #expect(told.first?.arguments["nearest"] == "care-d1")
  }

  @Test func `tell every fault at once`() throws {
    let told = try findings(
      rule("flat", "amount: { fixed: 1 k€ }\nvehicles: [firr]\nfrom: 2020\nresults: [O9]"))
    #expect(
      Set(told.map(\.code.rawValue)) == [
        "study.unknown.vehicle", "study.yearOutside", "study.unknown.objective",
      ])
  }

  @Test func `may not share out more than there is`() throws {
    let told = try findings(
      rule("prorata", "weight: { agents: 1 }\nshare: 60 %")
        + "  article-2:\n    weight: { units: 1 }\n    share: 60 %\n    vehicles: [fir]\n")
    let finding = try #require(told.first { $0.code.rawValue == "study.clauseShares" })
    #expect(finding.arguments["vehicle"] == "fir" && finding.arguments["percent"] == "120")
    #expect(
      try findings(
        rule("prorata", "weight: { agents: 1 }\nto: 2026")
          + "  article-2:\n    weight: { units: 1 }\n    from: 2027\n") == [])
  }

  @Test func `say by year how much of the money they share out`() throws {
    func shares(_ text: String) throws -> (Share, [Year: Share]) {
      let clause = try #require(
        try read(rule("flat", "amount: { fixed: 1 k€ }\n\(text)")).clauses.first)
      return (clause.share, clause.shareByYear)
    }
    let half = Share(clamping: 0.5)
    #expect(try shares("to: 2027") == (.whole, [:]))
    #expect(try shares("share: 50 %") == (half, [:]))
    #expect(try shares("share: { value: 50 %, assumption: true }") == (half, [:]))
    #expect(
      try shares("share: { 2026: 50 %, 2027: 1 }")
        == (Share.none, [Year(2026): half, Year(2027): .whole]))
    #expect(try shares("share: { value: 50 %, 2027: 1 }") == (half, [Year(2027): .whole]))
  }

  @Test func `of one claim name it in two windows at least`() throws {
    func windows(_ second: String) -> String {
      rule("flat", "amount: { fixed: 2 k€ }\nto: 2026\nclaim: file")
        + "  article-2:\n    amount: { fixed: 1 k€ }\n    from: 2027\n    claim: \(second)\n"
    }
    #expect(try findings(windows("file")) == [])
    let misspelt = try findings(windows("fil"))
    #expect(
      misspelt.map(\.code.rawValue) == ["study.clauseClaimAlone", "study.clauseClaimAlone"])
    #expect(misspelt.first?.arguments["nearest"] == "fil")
  }

  @Test func `of falling amounts may not rise`() throws {
    func windows(_ first: String, _ second: String) -> String {
      rule("degressive", "to: 2026\nresults: [O1]\n\(first)")
        + "  article-2:\n    from: 2027\n    results: [O1]\n    \(second)\n"
    }
    #expect(
      try findings(windows("amount: { fixed: 2 k€ }", "amount: { fixed: 1 k€ }")) == [])
    let rising = try findings(windows("amount: { fixed: 1 k€ }", "amount: { agents: 20 € }"))
    #expect(rising.map(\.code.rawValue) == ["study.windowsRise"])
    let late = try findings(
      windows("amount: { fixed: 2 k€ }\ntaper: [50 %]", "amount: { fixed: 1 k€ }\n    share: 0"))
    #expect(late.map(\.code.rawValue) == ["study.windowsOverlap"])
  }

  @Test func `are known by their mark, and looked for beside the study`() throws {
    #expect(try findings("study: 1\n").map(\.code.rawValue) == ["study.mechanismMarkMissing"])
    #expect(try findings("mechanism: 1\n").map(\.code.rawValue).contains("study.missingKey"))
    let reader = MechanismReader(folder: .memory([:]))
    #expect(reader.folder(beside: "models/after-care.yaml") == "models/mechanisms")
    let none = #expect(throws: Findings.self) { try reader.files(in: "rules") }
    #expect(none?.all.map(\.code.rawValue) == ["study.noMechanism"])
  }

  @Test func `that ship are read with the study they are for`() throws {
    let study = try StudyReader().read(study: TestPaths.root + "/models/after-care.yaml").study
    let reader = MechanismReader()
    for folder in ["mechanisms", "backtest"] {
      let files = try reader.files(in: TestPaths.root + "/models/\(folder)")
      #expect(try reader.read(files, for: study.scenario).count == files.count)
    }
  }

  @Test func `that ship are valid by their schema`() throws {
    let checker = try SchemaChecker(StudySchema.json(kind: .mechanism))
    for folder in ["models/mechanisms", "models/backtest", "Sources/Workbench/Tutorial/mechanisms"]
    {
      let path = TestPaths.root + "/" + folder
      for name in try FileManager.default.contentsOfDirectory(atPath: path) {
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")))
        #expect(try SchemaFaults.of(bytes, checker) == [], "\(name)")
      }
    }
  }
}
