// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import StudyFiles
import Testing

@Suite struct `Where a value comes from` {
  private func parameter(_ path: String, _ layers: String...) throws -> ResolvedStudy.Parameter {
    let reader = StudyReader(folder: .memory(try FixtureStudy().files))
    let study = try reader.read(study: "study.yaml", layers: layers).study
    return try #require(study.parameters.first { $0.path == path })
  }

  @Test func `a figure without a source is an assumption, a word is a choice`() throws {
    #expect(try parameter("economics.inflation").origins[0].isAssumption)
    #expect(try !parameter("services.soc.unit").origins[0].isAssumption)
    #expect(try !parameter("horizon.first").origins[0].isAssumption)
  }

  @Test func `a source beside a value, or around it, is its source`() throws {
    let discount = try parameter("economics.discount").origins[0]
    #expect(discount.source == "Rapport d'essai")
    #expect(!discount.isAssumption)
    let secured = try parameter("vehicles.care-d1.amounts.2026.secured").origins[0]
    #expect(secured.source == "Arrêté d'essai")
    #expect(secured.line == 29)
    #expect(try parameter("vehicles.care-d1.amounts.2027.secured").origins[0].source == nil)
  }

  @Test func `a layer adds its origin before those it replaces`() throws {
    let amount = try parameter("vehicles.care-d1.amounts.2027.secured", "layer.yaml")
    #expect(amount.value == "100 k€")
    #expect(amount.origins.map(\.file) == ["layer.yaml", "study.yaml"])
    #expect(amount.origins.map(\.source) == ["Décision d'essai", nil])
    #expect(amount.origins.map(\.isAssumption) == [false, true])
  }

  @Test func `rows of tables are parameters with the source of their row`() throws {
    let cost = try parameter("measures.M01.one_off")
    #expect(cost.value == "one_off_fixed 10000 €, one_off_per_agent 5 €")
    #expect(cost.origins[0].source == "Catalogue d'essai")
    #expect(!cost.origins[0].isAssumption)
    #expect(cost.origins[0].file == "measures.csv")
    #expect(cost.origins[0].line == 2)
    #expect(try parameter("measures.M02.speed").origins[0].isAssumption)
  }

  @Test func `a comma inside braces is a decimal comma, as anywhere`() throws {
    let study = try FixtureStudy().replacing(
      "amounts: { 2026: 10 k€, 2028: 30 k€ }", "amounts: { 2026: 1,5 k€, 2028: 2,5 k€ }",
      in: "study.yaml")
    let amounts = try study.read().study.scenario.vehicles[1].amounts
    #expect(amounts.map(\.secured) == [.euros(1500), .zero, .euros(2500)])
  }
}
