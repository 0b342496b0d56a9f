// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import PlanComparison
import Testing

@Suite struct `Differences of inputs` {
  private static func parameter(
    _ path: String, _ value: String, _ layer: String = "study"
  ) -> ResolvedStudy.Parameter {
    .init(
      path: path, value: value,
      origins: [Provenance(layer: layer, file: "\(layer).yaml", line: 3)])
  }

  private static let before = PlanInputs(
    parameters: [
      parameter("horizon.first", "2026"),
      parameter("vehicles.fir.amounts.2026.secured", "10 M€"),
      parameter("vehicles.fir.amounts.2027.secured", "20 M€"),
      parameter("vehicles.fir.rate", "80 %"),
      parameter("rules.territory.floor.by", "region"),
      parameter("rules.territory.floor.floor", "0,8"),
      parameter("rules.territory.cap.ceiling", "1,3"),
    ],
    tables: [
      .init(role: "measures", path: "m.csv", sha256: "1"),
      .init(role: "effects", path: "e.csv", sha256: "2"),
    ])

  private static let after = PlanInputs(
    parameters: [
      parameter("vehicles.fir.amounts.2027.secured", "16 M€", "less"),
      parameter("vehicles.fir.amounts.2026.secured", "8 M€", "less"),
      parameter("horizon.first", "2026", "less"),
      parameter("vehicles.fir.rate", "80 %"),
      parameter("rules.territory.cap.ceiling", "1,3"),
      parameter("vehicles.new.pays", "[one_off]", "less"),
      parameter("vehicles.new.amounts.2026.secured", "1 M€", "less"),
    ],
    tables: [
      .init(role: "measures", path: "m.csv", sha256: "1"),
      .init(role: "effects", path: "other.csv", sha256: "3"),
    ])

  @Test func `are told with value before, value after and who set it`() throws {
    let differences = Self.before.differences(to: Self.after)
    #expect(
      differences.map { "\($0.kind.rawValue) \($0.path)" } == [
        "changed vehicles.fir.amounts.2026.secured", "changed vehicles.fir.amounts.2027.secured",
        "removed rules.territory.floor.by", "removed rules.territory.floor.floor",
        "added vehicles.new.pays", "added vehicles.new.amounts.2026.secured", "table effects",
      ])
    #expect(differences[0].before == "10 M€" && differences[0].after == "8 M€")
    #expect(differences[0].origin?.layer == "less")
    #expect(differences[2].after == nil && differences[2].origin == nil)
    #expect(differences[6].before == "e.csv" && differences[6].after == "other.csv")
  }

  @Test func `are none between the same inputs, whoever set them`() {
    #expect(Self.before.differences(to: Self.before).isEmpty)
    var other = Self.before
    other.parameters[3].origins = [Provenance(layer: "again", file: "again.yaml", line: 1)]
    other.parameters.reverse()
    #expect(Self.before.differences(to: other).isEmpty)
  }

  @Test func `are told together by year, and whole where a rule went`() {
    let differences = Self.before.differences(to: Self.after)
    let changes = InputChange.grouped(differences, from: Self.before, to: Self.after)
    #expect(
      changes.map { "\($0.kind.rawValue) \($0.path)" } == [
        "changed vehicles.fir.amounts.*.secured", "removed rules.territory.floor",
        "added vehicles.new", "table effects",
      ])
    #expect(changes[0].years == [2026, 2027])
    #expect(changes[1].differences.count == 2 && changes[1].years == [nil, nil])
    #expect(changes.flatMap(\.differences).count == differences.count)
  }
}
