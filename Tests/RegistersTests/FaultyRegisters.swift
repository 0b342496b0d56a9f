// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import FundingModel
import TestSupport
import Testing

@testable import Registers

@Suite struct `Refusing registers that are not sound` {
  private func finessCodes(_ text: String) throws -> [String] {
    var found: [String] = []
    try inTemporaryFolder { folder in
      let path = try file(folder, "f.csv", text)
      found = codes { () throws(Findings) in _ = try PopulationImport.finess([path]) }
    }
    return found
  }

  private func saeCodes(_ tables: [String]) throws -> [String] {
    var found: [String] = []
    try inTemporaryFolder { folder in
      let paths = try tables.enumerated().map { try file(folder, "\($0).csv", $1) }
      found = codes { () throws(Findings) in _ = try PopulationImport.sae(paths) }
    }
    return found
  }

  @Test func `no file at all is an error`() {
    let found = codes { () throws(Findings) in
      _ = try PopulationImport.population(from: RegisterSources())
    }
    #expect(found == ["registers.noSource"])
  }

  @Test func `a FINESS number that lost its zero is the sign of a spreadsheet`() throws {
    #expect(
      try finessCodes(Small.extract([Small.site("10000024")])) == ["registers.spreadsheetCopy"])
    #expect(
      try finessCodes(Small.extract([Small.site(department: "1")])) == ["registers.spreadsheetCopy"]
    )
    let short = Small.identity.replacing("220000012", with: "22000012")
    #expect(try saeCodes([short, Small.activity]).contains("registers.spreadsheetCopy"))
  }

  @Test func `a file cut in the middle of a number is not taken for a spreadsheet's copy`() throws {
    try inTemporaryFolder { folder in
      let text = Small.extract([Small.site()]) + "structureet;22000009"
      let population = try PopulationImport.finess([try file(folder, "f.csv", text)])
      #expect(population.log.count(of: .malformed) == 1)
      #expect(population.findings.all.map(\.code) == ["registers.linesMalformed"])
      #expect(population.findings.all.first?.position?.line == 3)
    }
  }

  @Test func `rows that are cut or doubled are left out and said`() throws {
    try inTemporaryFolder { folder in
      let rows = [
        Small.site(), Small.site(), "structureet;220000095;22", Small.site("22000012X"),
        Small.site("220000103", name: "\"EHPAD \"\"\"\"BON REPOS\"\"\"\"\""),
        Small.site("980600027", department: "9J"), "autre;1;2",
      ]
      let population = try PopulationImport.finess([
        try file(folder, "f.csv", Small.extract(rows))
      ])
      #expect(population.beneficiaries.map(\.id.rawValue) == ["220000020"])
      #expect(population.beneficiaries[0].sites == 2)
      let account = try #require(population.log.accounts.first)
      #expect(account.read == 7)
      #expect(account.kept == 2)
      #expect(
        account.leftOut == [
          "duplicate": 1, "malformed": 2, "unknown_territory": 1, "unknown_section": 1,
        ])
    }
  }

  @Test func `quotes of names lose their copies`() {
    #expect(RegisterName.clean("\"\"PHARMACIE X\"\"") == "PHARMACIE X")
    #expect(RegisterName.clean("EHPAD \"\"BON  REPOS\"\"") == "EHPAD \"BON REPOS\"")
    #expect(RegisterName.clean("\"GCS LABO") == "GCS LABO")
    #expect(RegisterName.clean("CH A   ") == "CH A")
  }

  @Test func `a text in a count is told with its place`() throws {
    let faulty = Small.activity.replacing(";30;2;9;200", with: ";trente;2;9;-200")
    try inTemporaryFolder { folder in
      let paths = [
        try file(folder, "id.csv", Small.identity), try file(folder, "s.csv", faulty),
      ]
      var found: [Finding] = []
      do throws(Findings) {
        _ = try PopulationImport.sae(paths)
      } catch {
        found = error.all
      }
      #expect(found.map(\.code.rawValue) == ["tables.notANumber", "registers.negativeCount"])
      #expect(found.map { $0.position?.column } == [8, 11])
      #expect(found.allSatisfy { $0.position?.line == 2 })
    }
  }

  @Test func `tables of the SAE that are missing, doubled or of mixed years are errors`() throws {
    #expect(try saeCodes([Small.identity]) == ["registers.saeTableMissing"])
    #expect(try saeCodes([Small.activity]) == ["registers.saeTableMissing"])
    #expect(
      try saeCodes([Small.identity, Small.identity, Small.activity]) == ["registers.saeTableTwice"])
    let mixed = Small.identity.replacing("ID;2023;350000022", with: "ID;2022;350000022")
    #expect(try saeCodes([mixed, Small.activity]).contains("registers.saeMixedYears"))
    #expect(try saeCodes(["a;b\n1;2\n"]) == ["registers.saeUnknownTable"])
    let shifted = Small.activity.replacing("FI;FI_EJ", with: "X;FI;FI_EJ")
    #expect(
      try saeCodes([Small.identity, shifted]) == [
        "registers.linesMalformed", "registers.nothingKept",
      ])
    let nameless = Small.identity.replacing(";rs;", with: ";raison;")
    #expect(try saeCodes([nameless, Small.activity]) == ["tables.missingColumn"])
  }

  @Test(arguments: [
    "", "{", "[]", "{}", "{\"gcc\": [{]}", "{\"pmej\": [{\"a\": }]}", "x", "{\"a\":1} {",
    "{\"gcc\": [{\"a\": \"\\u12\"}]}", "{\"pmej\": [{\"a\": 1e}]}",
  ])
  func `what is not a file of structures is refused`(text: String) throws {
    try inTemporaryFolder { folder in
      let path = try file(folder, "s.json", text)
      let found = codes { () throws(Findings) in _ = try PopulationImport.structures([path]) }
      #expect(found == ["registers.jsonMalformed"] || found == ["registers.notStructures"])
    }
  }

  @Test func `a JSON value nested without end is refused`() {
    let deep = Array((String(repeating: "[", count: 100_000)).utf8)
    #expect(throws: JSONFault.self) { try JSONParser.value(of: deep) }
  }

  @Test func `the classes of the data file are those built in`() throws {
    let path = SharedData.package.appending(path: "data/nis-classes.csv").path
    #expect(try NISClassRules(path: path) == .standard)
    let sizes: [(Int64, String?)] = [(0, nil), (49, nil), (50, "EI"), (250, "EI"), (251, "EE")]
    for (agents, expected) in sizes {
      #expect(NISClassRules.standard.nisClass(agents: agents) == expected)
    }
  }

  @Test func `classes that claim the same size are refused`() throws {
    try inTemporaryFolder { folder in
      let path = try file(
        folder, "c.csv", "class;driver;above;upto;source\nEE;agents;200;;x\nEI;agents;49;250;x\n")
      let found = codes { () throws(Findings) in _ = try NISClassRules(path: path) }
      #expect(found == ["registers.overlappingClasses"])
    }
  }
}

@Suite struct `Registers damaged at random` {
  /// Bytes changed, removed, doubled or cut.
  private func damaged(_ bytes: [UInt8], _ generator: inout SplitMix64) -> [UInt8] {
    var bytes = bytes
    let harmful: [UInt8] = [0x22, 0x3B, 0x0A, 0x0D, 0x00, 0xFF, 0xC3, 0x2C, 0x7B, 0x5D, 0x5C, 0x30]
    for _ in 0..<Int.random(in: 1...6, using: &generator) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: bytes[place] = harmful.randomElement(using: &generator) ?? 0
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(harmful.randomElement(using: &generator) ?? 0, at: place)
      case 3:
        let end = min(bytes.count, place + Int.random(in: 1...40, using: &generator))
        bytes.insert(contentsOf: bytes[place..<end], at: place)
      default: bytes.removeLast(bytes.count - place)
      }
    }
    return bytes
  }

  /// Reads damaged copies; each gives findings, or a population whose accounts add up.
  private func expectNoCrash(
    _ originals: [(name: String, text: String)], seeds: ClosedRange<UInt64>,
    _ read: ([String]) throws -> ImportedPopulation
  ) throws {
    try inTemporaryFolder { folder in
      for seed in seeds {
        var generator = SplitMix64(seed: seed)
        let victim = Int.random(in: 0..<originals.count, using: &generator)
        var paths: [String] = []
        for (place, original) in originals.enumerated() {
          let path = "\(folder)/\(original.name)"
          let whole = Array(original.text.utf8)
          let bytes = place == victim ? damaged(whole, &generator) : whole
          try Data(bytes).write(to: URL(filePath: path))
          paths.append(path)
        }
        do {
          let population = try read(paths)
          #expect(population.log.accounts.allSatisfy { $0.addsUp }, "seed \(seed)")
          let kept = population.log.accounts.reduce(0) { $0 + $1.agentsKept }
          #expect(kept == population.summary.agents, "seed \(seed)")
        } catch let findings as Findings {
          #expect(findings.hasErrors, "seed \(seed)")
        }
      }
    }
  }

  @Test func `the SAE never crashes, and what it gives adds up`() throws {
    try expectNoCrash(
      [("id.csv", Small.identity), ("s23.csv", Small.activity), ("s22.csv", Small.older)],
      seeds: 1...600
    ) { try PopulationImport.sae($0) }
  }

  @Test func `FINESS never crashes, and what it gives adds up`() throws {
    let rows = [
      Small.site(), Small.site("350000022", "350000030", department: "35"),
      Small.site("220000103", name: "\"EHPAD \"\"BON; REPOS\"\"\""),
      "geolocalisation;220000012;1.5;2.5;1,ATLASANTE,100;2021-01-08",
      "structureej;220000020;CH A;CENTRE A;;;;;;;;278;22000 X;22;DEP;;13;EPS;355;CH;262200090;8610Z;1979-01-01",
    ]
    try expectNoCrash([("f.csv", Small.extract(rows))], seeds: 1...600) {
      try PopulationImport.finess($0)
    }
  }

  @Test func `structures never crash, and what they give adds up`() throws {
    try expectNoCrash(
      [("id.csv", Small.identity), ("s23.csv", Small.activity), ("s.json", Small.structures)],
      seeds: 1...600
    ) { paths in
      var sources = RegisterSources()
      sources.sae = Array(paths.prefix(2))
      sources.structures = [paths[2]]
      return try PopulationImport.population(from: sources)
    }
  }
}
