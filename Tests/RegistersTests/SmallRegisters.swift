// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import FundingModel
import Tables
import Testing

@testable import Registers

/// Small registers made up for the tests: four legal entities, five sites.
enum Small {
  static let identity = """
    bor;an;fi;rs;fi_ej;stjr;catr;reg;dep
    ID;2023;220000012;CH A;220000020;1;PUB2;53;22
    ID;2023;220000095;CH A  SITE 2;220000020;1;PUB2;53;22
    ID;2023;350000022;CH B;350000030;1;PUB2;53;35
    ID;2023;970400024;CLINIQUE C;970408589;2;PLU4;04;9D
    ID;2023;2A0000154;CLINIQUE D;2A0000162;3;PNL4;94;2A

    """
  static let activity = """
    FI;FI_EJ;AN;LIT_MCO;LIT_SSR;SEJHC_MCO;SEJHP_MCO;EFFSAL_TOT;EFFLIB_TOT;EFF_INT;EFF_TOT_PNM
    220000012;220000020;2023;100;20;1000;500;30;2;9;200
    220000095;220000020;2023;10;;;;;;;20
    350000022;350000030;2023;;;;;;;;
    970400024;970408589;2023;40;;800;;5;10;;34
    999999999;999999998;2023;1;;;;;;;7

    """
  static let older = """
    FI;FI_EJ;AN;LIT_MCO;EFFSAL_TOT;EFFLIB_TOT;EFF_INT;EFF_TOT_PNM
    220000012;220000020;2022;100;30;2;9;300
    350000022;350000030;2022;50;10;0;;90
    110000011;110000012;2022;50;10;0;;90

    """

  static func extract(_ rows: [String], first: String = "finess;etalab;98;2024-05-12") -> String {
    ([first] + rows).joined(separator: "\n") + "\n"
  }

  static func site(
    _ number: String = "220000012", _ entity: String = "220000020", name: String = "CH A",
    department: String = "22", category: String = "355", aggregate: String = "1102"
  ) -> String {
    """
    structureet;\(number);\(entity);\(name);;;;1;R;DU LAC;;;278;\(department);DEP;22000 X;;;\
    \(category);LIB;\(aggregate);LIB;26220009000013;8610Z;;;1;EPS;1979-09-01;;2013-03-15;
    """
  }

  static let structures = """
    {"gcc": [
      {"gccId": "1", "nomGcc": "Rance  ", "gccIdentifiantExterne": "35301", "etatObjet": "A",
       "pmejDuGcc": [{"pmSmsseId": "7", "typeRoleEntiteGroupe": "M"},
                     {"pmSmsseId": "8", "typeRoleEntiteGroupe": "S"},
                     {"pmSmsseId": "99", "typeRoleEntiteGroupe": "M"}]},
      {"gccId": "2", "nomGcc": "Clos", "gccIdentifiantExterne": "35302", "etatObjet": "I",
       "pmejDuGcc": []}],
     "pmej": [
      {"informationsGeneralesPMEJ": {"pmSmsseId": "7", "numFinessPm": "220000020",
        "denominationLonguePmSmsse": "CENTRE HOSPITALIER A      ", "statutJuridique": "13"},
       "ege": [], "etatObjet": "A"},
      {"informationsGeneralesPMEJ": {"pmSmsseId": "8", "numFinessPm": "350000030",
        "denominationPm": "CENTRE \\"B\\" \\u00e9tendu", "statutJuridique": {"code": "13"}},
       "ege": [], "etatObjet": {"code": "A"}}]}
    """
}

@Suite struct `Importing small registers` {
  private func sources(_ folder: String) throws -> RegisterSources {
    var sources = RegisterSources()
    sources.sae = [
      try file(folder, "ID.csv", Small.identity), try file(folder, "SYGEN.csv", Small.activity),
      try file(folder, "SYGEN22.csv", Small.older),
    ]
    return sources
  }

  private func population(
    _ change: (inout RegisterSources, String) throws -> Void = { _, _ in }
  ) throws -> ImportedPopulation {
    var made: ImportedPopulation?
    try inTemporaryFolder { folder in
      var sources = try sources(folder)
      try change(&sources, folder)
      made = try PopulationImport.population(from: sources)
    }
    return try #require(made)
  }

  @Test func `sizes add up over the sites, and empty is not zero`() throws {
    let rows = try population().beneficiaries
    #expect(rows.map(\.id.rawValue) == ["220000020", "2A0000162", "350000030", "970408589"])
    let first = rows[0]
    #expect(first.agents == 252)
    #expect(first.beds == 130)
    #expect(first.sites == 2)
    #expect(first.activity == 1500)
    #expect(first.name == "CH A")
    #expect(first.nisClass == "EE")
    #expect(first.department == "22")
    #expect(rows[2].beds == nil)
    #expect(rows[2].activity == nil)
    #expect(rows[3].region == "04")
    #expect(rows[3].department == "974")
    #expect(rows[3].nisClass == nil)
    #expect(rows[3].status == .forProfit)
  }

  @Test func `agents fall back one year, else to zero, each with its flag`() throws {
    let imported = try population()
    let rows = imported.beneficiaries
    #expect(rows[0].agentsSource == .years([2023]))
    #expect(rows[2].agents == 100)
    #expect(rows[2].agentsSource == .years([2022]))
    #expect(rows[2].nisClass == "EI")
    #expect(rows[1].agents == 0)
    #expect(rows[1].agentsSource.text == "none")
    #expect(imported.log.count(of: .agentsOneYearBack) == 1)
    #expect(imported.log.count(of: .agentsZero) == 1)
  }

  @Test func `every line is kept or left out, and agents add up`() throws {
    let imported = try population()
    for account in imported.log.accounts { #expect(account.addsUp, "\(account)") }
    let accounts = imported.log.accounts
    #expect(accounts.reduce(0) { $0 + $1.agentsKept } == 401)
    #expect(imported.summary.agents == 401)
    #expect(accounts.reduce(0) { $0 + $1.agentsRead } == 401 + 7 + 332 + 100)
    #expect(imported.log.count(of: .siteNotInIdentity) == 1)
    #expect(imported.log.count(of: .newerYearDeclared) == 1)
    #expect(imported.log.count(of: .entityNotInPopulation) == 1)
  }

  @Test func `interns count only where asked`() throws {
    let withInterns = try population { sources, _ in sources.agents = .staffAndInterns }
    #expect(withInterns.beneficiaries[0].agents == 261)
    let doctors = try population { sources, _ in sources.agents = .doctors }
    #expect(doctors.beneficiaries[0].agents == 32)
  }

  @Test func `a year three back is not looked at`() throws {
    let old = Small.older.replacing(";2022;", with: ";2020;")
    let imported = try population { sources, folder in
      sources.sae[2] = try file(folder, "SYGEN20.csv", old)
    }
    #expect(imported.beneficiaries[2].agentsSource == .none)
    #expect(imported.findings.all.map(\.code) == ["registers.saeYearUnused"])
    #expect(imported.log.count(of: .yearBeyondFallback) == 3)
  }

  @Test func `a year two back is looked at`() throws {
    let old = Small.older.replacing(";2022;", with: ";2021;")
    let imported = try population { sources, folder in
      sources.sae[2] = try file(folder, "SYGEN21.csv", old)
    }
    #expect(imported.beneficiaries[2].agentsSource == .years([2021]))
    #expect(imported.log.count(of: .agentsTwoYearsBack) == 1)
  }

  @Test func `members of a group become one row, led by its support`() throws {
    let imported = try population { sources, folder in
      sources.structures = [try file(folder, "structures.json", Small.structures)]
    }
    let rows = imported.beneficiaries
    #expect(rows.map(\.id.rawValue) == ["2A0000162", "35301", "970408589"])
    let group = rows[1]
    #expect(group.kind == .ght)
    #expect(group.name == "Rance")
    #expect(group.agents == 352)
    #expect(group.agentsSource.text == "2023+2022")
    #expect(group.sites == 3)
    #expect(group.department == "35")
    #expect(group.status == .publicSector)
    #expect(group.legalEntities.map(\.description) == ["220000020", "350000030"])
    #expect(imported.log.count(of: .unknownMember) == 1)
    #expect(imported.log.count(of: .inactive) == 1)
    #expect(imported.summary.agents == 401)
    #expect(imported.summary.legalEntities == 4)
  }

  @Test func `left on rows of their own, members keep the code of their group`() throws {
    let imported = try population { sources, folder in
      sources.structures = [try file(folder, "structures.json", Small.structures)]
      sources.grain = .legalEntity
    }
    #expect(imported.beneficiaries.map(\.group) == ["35301", nil, "35301", nil])
    #expect(imported.beneficiaries[0].name == "CENTRE HOSPITALIER A")
    #expect(imported.beneficiaries[2].name == "CENTRE \"B\" étendu")
  }

  @Test func `a user's table of groups takes the place of the register's`() throws {
    let imported = try population { sources, folder in
      sources.structures = [try file(folder, "structures.json", Small.structures)]
      sources.memberships = try file(
        folder, "ght.csv",
        "ght;ej;name;role\nX;2A0000162;Groupe X;S\nX;970408589;;M\nY;110000011;;\n")
    }
    #expect(imported.beneficiaries.map(\.id.rawValue) == ["220000020", "350000030", "X"])
    #expect(imported.beneficiaries[2].name == "Groupe X")
    #expect(imported.beneficiaries[2].region == "94")
    #expect(imported.log.count(of: .emptyGroup) == 1)
  }

  @Test func `a legal entity twice in the user's table is an error`() throws {
    try inTemporaryFolder { folder in
      var sources = try sources(folder)
      sources.memberships = try file(
        folder, "ght.csv", "ght;ej\nX;220000020\nY;220000020\nZ;22000002\n")
      let found = codes { () throws(Findings) in
        _ = try PopulationImport.population(from: sources)
      }
      #expect(found == ["tables.duplicateKey", "registers.invalidNumber"])
    }
  }

  @Test func `the table has the columns of studies and leaves the unknown ones empty`() throws {
    let table = try population().beneficiariesTable()
    let lines = String(decoding: table.bytes, as: UTF8.self).split(separator: "\n")
    #expect(
      lines[0]
        == "id;name;kind;region;department;status;nis_class;agents;agents_source;beds;workstations;"
        + "sites;activity;risk;care_weight;pilot;group")
    #expect(lines[1] == "220000020;CH A;legal_entity;53;22;public;EE;252;2023;130;;2;1500;;;;")
    #expect(lines[2] == "2A0000162;CLINIQUE D;legal_entity;94;2A;non_profit;;0;none;;;1;;;;;")
  }

  @Test func `the log is a table whose counts add up to the lines left out`() throws {
    let imported = try population()
    let schema = TableSchema(
      columns: [
        ColumnDeclaration("action", .choice(["left_out", "imputed"])),
        ColumnDeclaration("count", .integer, minimum: 1),
      ], undeclaredColumns: .ignored)
    var findings = Findings()
    let text = try TextFile(path: "log", undecoded: imported.logTable().bytes)
    let table = schema.read(text, findings: &findings)
    #expect(findings.all.isEmpty)
    let left = table.rows.filter { $0.text("action") == "left_out" }
      .reduce(0) { $0 + ($1.integer("count") ?? 0) }
    let accounts = imported.log.accounts.flatMap(\.leftOut.values).reduce(0, +)
    #expect(left == Int64(accounts))
    #expect(try !imported.accountsTable().bytes.isEmpty)
  }

  @Test func `a table in quotes, with CRLF and lines of two encodings, is the same table`() throws {
    let plain = try population()
    let quoted = try population { sources, folder in
      let identity = Small.identity.replacing("CLINIQUE D", with: "CLINIQUE DÉ")
      var bytes: [UInt8] = []
      for (number, line) in identity.split(separator: "\n").enumerated() {
        let fields = line.split(separator: ";", omittingEmptySubsequences: false)
        let text = fields.map { "\"\($0)\"" }.joined(separator: ";") + "\r\n"
        // The line with the accent is in Windows-1252, another one gains an accent in UTF-8.
        bytes += number == 5 ? text.utf16.map { UInt8(truncatingIfNeeded: $0) } : Array(text.utf8)
      }
      let path = "\(folder)/quoted.csv"
      try Data(bytes).write(to: URL(filePath: path))
      sources.sae[0] = path
    }
    #expect(quoted.beneficiaries[1].name == "CLINIQUE DÉ")
    #expect(plain.beneficiaries.map(\.agents) == quoted.beneficiaries.map(\.agents))
    #expect(quoted.log.accounts.contains { $0.encoding == "iso8859p1" })
  }

  @Test func `legal entities of FINESS give names and statuses to its sites`() throws {
    try inTemporaryFolder { folder in
      let entity =
        "structureej;220000020;CH A;CENTRE A;;;;;;;;278;22000 X;22;DEP;;60;ASSO;355;CH;262200090;"
        + "8610Z;1979-01-01"
      let site = Small.site().replacing(";1;EPS;", with: ";;;")
      let population = try PopulationImport.finess([
        try file(folder, "et.csv", Small.extract([site])),
        try file(folder, "ej.csv", Small.extract([entity])),
      ])
      #expect(population.beneficiaries.map(\.name) == ["CENTRE A"])
      #expect(population.beneficiaries.map(\.status) == [.nonProfit])
      #expect(population.findings.all.isEmpty)
      let alone = try PopulationImport.finess([try file(folder, "et.csv", Small.extract([site]))])
      #expect(alone.beneficiaries.map(\.status) == [nil])
      #expect(alone.findings.all.map(\.code) == ["registers.statusUnknown"])
      #expect(alone.log.count(of: .nameFromSite) == 1)
    }
  }

  @Test func `rows and files in another order give the same population`() throws {
    let plain = try population()
    let shuffled = try population { sources, folder in
      var lines = Small.identity.split(separator: "\n")
      let header = lines.removeFirst()
      let text = ([header] + lines.reversed()).joined(separator: "\n")
      sources.sae = [
        sources.sae[2], sources.sae[1], try file(folder, "ID_reversed.csv", text),
      ]
    }
    #expect(plain.beneficiaries == shuffled.beneficiaries)
  }
}
