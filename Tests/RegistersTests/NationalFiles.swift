// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import FundingModel
import Testing

@testable import Registers

@Suite(.enabled(if: SharedData.isThere, SharedData.absence))
struct `Importing the national files` {
  private let sae2023 = ["sae-2023/ID_2023r.csv", "sae-2023/SYGEN_2023r.csv"]
    .map(SharedData.path)
  private let sae2022 = ["sae-2022/ID_2022r.csv", "sae-2022/SYGEN_2022r.csv"]
    .map(SharedData.path)

  private func expectAccountsAddUp(_ population: ImportedPopulation) {
    for account in population.log.accounts {
      #expect(account.addsUp, "\(account)")
      #expect(account.kept >= 0)
    }
    let kept = population.log.accounts.reduce(0) { $0 + $1.agentsKept }
    #expect(kept == population.summary.agents)
  }

  @Test func `the SAE gives 2,176 legal entities and 1.34 million agents`() throws {
    let population = try PopulationImport.sae(sae2022 + sae2023)
    let summary = population.summary
    #expect(summary.beneficiaries == 2176)
    #expect(summary.agents == 1_339_060)
    #expect(summary.year == 2023)
    #expect(summary.rowsByAgentsSource == ["2023": 2159, "2022": 13, "none": 4])
    #expect(summary.reasons["agents_one_year_back"] == 13)
    #expect(summary.reasons["agents_zero"] == 4)
    #expect(population.findings.all.isEmpty)
    #expect(summary.rowsByStatus[""] == nil)
    #expect(population.beneficiaries.reduce(0) { $0 + ($1.sites ?? 0) } == 3975)
    expectAccountsAddUp(population)
  }

  @Test func `the columns that the order names count doctors alone`() throws {
    let population = try PopulationImport.sae(sae2022 + sae2023, agents: .doctors)
    #expect(population.summary.agents < 200_000)
    expectAccountsAddUp(population)
  }

  @Test func `without the year before, more legal entities have no agents`() throws {
    let population = try PopulationImport.sae(sae2023)
    #expect(population.summary.rowsByAgentsSource == ["2023": 2159, "none": 17])
    expectAccountsAddUp(population)
  }

  @Test func `the accents of the SAE are Windows-1252`() throws {
    let population = try PopulationImport.sae(sae2023)
    #expect(population.log.accounts.contains { $0.encoding == "windows1252" })
    #expect(!population.beneficiaries.contains { $0.name.contains("\u{FFFD}") })
  }

  @Test func `a region of FINESS in the original layout is read with every line accounted for`()
    throws
  {
    let path = SharedData.path("finess/etalab-cs1100507-RECONSTRUIT-20210108-bretagne.csv")
    let population = try PopulationImport.finess([path])
    #expect(population.beneficiaries.allSatisfy { $0.region.rawValue == "53" })
    #expect(population.beneficiaries.contains { $0.id.rawValue == "220000020" })
    #expect(population.beneficiaries.allSatisfy { $0.agents == nil && $0.agentsSource.text == "" })
    let account = try #require(population.log.accounts.first)
    #expect(account.read == account.kept + account.leftOut.values.reduce(0, +))
    // "PLŒUC" and an apostrophe of 2021 are beyond ISO-8859-1, whatever the publisher says.
    #expect(account.encoding == "windows1252")
    #expect(account.year == 2021)
  }

  @Test func `the whole register is read from its archive`() throws {
    let path = SharedData.path("finess/etalab-cs1100507-RECONSTRUIT-20210108.csv.gz")
    let population = try PopulationImport.finess([path])
    let account = try #require(population.log.accounts.first)
    #expect(account.read == 95_333 + 95_324)
    #expect(account.leftOut["coordinates"] == 95_324)
    #expect(account.addsUp)
    // 8,131 hospital sites, less those whose department is none.
    #expect(account.kept + (account.leftOut["unknown_territory"] ?? 0) == 8131)
    #expect(account.leftOut["malformed"] == nil)
    #expect(account.leftOut["duplicate"] == nil)
  }

  @Test func `the last published extract is UTF-8 and quotes are understood`() throws {
    let path = SharedData.path("finess/traps/etalab-cs1100502-extrait-20260512.csv")
    let everything = FinessScope(aggregates: [""])
    let population = try PopulationImport.finess([path], scope: everything)
    #expect(population.log.accounts.first?.read == 14)
    let names = population.beneficiaries.map(\.name)
    #expect(names.contains("LIEU DE VIE ET D'ACCUEIL \"MAVOUNA MEMA 1\""))
    // Wallis-et-Futuna is in no region.
    #expect(population.log.count(of: .unknownTerritory) == 1)
  }

  @Test func `a copy that went through Excel is refused with each sign of it`() {
    let path = SharedData.path("finess/traps/etalab-cs1100507-2016-passe-par-excel.csv")
    do {
      _ = try PopulationImport.finess([path])
      Issue.record("imported")
    } catch {
      #expect(
        error.all.map(\.code.rawValue) == Array(repeating: "registers.spreadsheetCopy", count: 3))
      let signs = error.all.map { $0.arguments["sign"] }
      #expect(signs == ["exponent", "lostZero", "reformattedDate"])
      #expect(error.all.allSatisfy { $0.position?.line == 2 })
    }
  }

  @Test func `a file of coordinates alone gives nothing, and says so`() {
    let path = SharedData.path("finess/traps/geolocalisation-2026-deux-lignes.csv")
    let found = codes { () throws(Findings) in _ = try PopulationImport.finess([path]) }
    #expect(found == ["registers.undatedExtract", "registers.nothingKept"])
  }

  @Test func `FINESS+ gives active legal entities and counts the closed ones`() throws {
    let path = SharedData.path("finess/plus/finess-structures-journalier-20260309-extrait.json")
    let population = try PopulationImport.structures([path])
    #expect(population.beneficiaries.map(\.id.rawValue) == ["010000156"])
    #expect(population.beneficiaries.first?.name == "CLINIQUE CONVERT")
    #expect(population.beneficiaries.first?.status == .forProfit)
    #expect(population.beneficiaries.first?.region.rawValue == "84")
    #expect(population.log.count(of: .inactive) == 2)
    // The extract names the members of 3 groups, none of whom it describes.
    #expect(population.log.count(of: .unknownMember) == 12)
    #expect(population.log.count(of: .emptyGroup) == 3)
    #expect(population.log.accounts.allSatisfy { $0.addsUp })
  }

  @Test func `no other file is taken for a register`() {
    for name in [
      "README.md", "sae-2023/GHT_2023r.csv", "cyber/care-sun-es-cert-sante-chiffres-publies.csv",
      "finess/finess-categories-etablissement-20250526.csv",
    ] {
      let path = SharedData.path(name)
      let asFiness = codes { () throws(Findings) in _ = try PopulationImport.finess([path]) }
      #expect(!asFiness.isEmpty)
      let asSAE = codes { () throws(Findings) in _ = try PopulationImport.sae([path]) }
      #expect(!asSAE.isEmpty)
      let asStructures = codes { () throws(Findings) in _ = try PopulationImport.structures([path])
      }
      #expect(!asStructures.isEmpty)
    }
  }
}
