// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import FundingModel
import StudyFiles
import TestSupport
import Testing

@Suite struct `Layers over a study` {
  /// Parameters that a random layer may set, with values to choose from.
  private static let choices: [(path: [String], values: [String])] = [
    (["economics", "inflation"], ["0 %", "1,5 %", "{ value: 3 %, source: \"Essai\" }"]),
    (["economics", "loss_pieces"], ["2", "9"]),
    (["vehicles", "care-d1", "amounts", "2026", "secured"], ["1 k€", "2 M€", "3 500 €"]),
    (["vehicles", "care-d1", "amounts", "2027"], ["7 k€", "{ secured: 8 k€, announced: 1 k€ }"]),
    (["vehicles", "care-d1", "carry_over"], ["10 %", "0,3"]),
    (["vehicles", "fir", "pays"], ["[recurring]", "[one_off, recurring]"]),
    (["vehicles", "fir", "after_horizon"], ["5 k€", "9 k€"]),
    (["targets", "EE", "all", "2028"], ["60 %", "0,7"]),
    (["rules", "territory", "regions", "floor"], ["0,1", "90 %"]),
    (["rules", "sustainability", "own_share"], ["0 %", "1"]),
    (["class_weights", "EI"], ["3", "0,5"]),
    (["goals"], ["[tie_break]", "[nis_shortfall, public_money]"]),
  ]

  /// A layer that sets some of the parameters, one per line.
  private static func layer(_ draw: inout SplitMix64) -> (text: String, set: [String: String]) {
    var lines = "layer: 1\n"
    var set: [String: String] = [:]
    var trees: [[String]: String] = [:]
    for choice in choices where draw.chance(0.5) {
      let value = draw.pick(choice.values)
      trees[choice.path] = value
      set[choice.path.joined(separator: ".")] = value
    }
    lines += block(
      trees.map { ($0.key, $0.value) }.sorted { $0.0.lexicographicallyPrecedes($1.0) }, 0)
    return (lines, set)
  }

  private static func block(_ leaves: [(path: [String], value: String)], _ depth: Int) -> String {
    var text = ""
    var seen: [String] = []
    let indentation = String(repeating: "  ", count: depth)
    for leaf in leaves where !seen.contains(leaf.path[0]) {
      let name = leaf.path[0]
      seen.append(name)
      if leaf.path.count == 1 {
        text += "\(indentation)\(name): \(leaf.value)\n"
      } else {
        let below = leaves.filter { $0.path[0] == name }
          .map { (path: Array($0.path.dropFirst()), value: $0.value) }
        text += "\(indentation)\(name):\n" + block(below, depth + 1)
      }
    }
    return text
  }

  @Test func `an empty layer changes exactly nothing`() throws {
    let study = try FixtureStudy().with("layer: 1\ntitle: Rien\n", as: "empty.yaml")
    let plain = try study.read()
    let layered = try study.read("empty.yaml", "empty.yaml")
    #expect(plain.study.scenario == layered.study.scenario)
    #expect(plain.study.parameters == layered.study.parameters)
    #expect(layered.study.layers == ["study", "empty", "empty"])
  }

  @Test(arguments: UInt64(1)...20)
  func `an empty layer between others changes nothing`(seed: UInt64) throws {
    var draw = SplitMix64(seed: seed)
    let study = try FixtureStudy().with("layer: 1\n", as: "empty.yaml")
      .with(Self.layer(&draw).text, as: "a.yaml").with(Self.layer(&draw).text, as: "b.yaml")
    let without = try study.read("a.yaml", "b.yaml").study.scenario
    #expect(try study.read("a.yaml", "empty.yaml", "b.yaml").study.scenario == without)
    #expect(try study.read("empty.yaml", "a.yaml", "b.yaml").study.scenario == without)
  }

  @Test(arguments: UInt64(1)...20)
  func `the same layer twice is the layer once`(seed: UInt64) throws {
    var draw = SplitMix64(seed: seed)
    let study = try FixtureStudy().with(Self.layer(&draw).text, as: "a.yaml")
    let once = try study.read("a.yaml").study.scenario
    #expect(try study.read("a.yaml", "a.yaml").study.scenario == once)
  }

  @Test(arguments: UInt64(1)...20)
  func `the last layer that sets a parameter wins, and those before are remembered`(
    seed: UInt64
  ) throws {
    var draw = SplitMix64(seed: seed)
    let (first, second) = (Self.layer(&draw), Self.layer(&draw))
    let study = try FixtureStudy().with(first.text, as: "a.yaml").with(second.text, as: "b.yaml")
    let plain = try study.read().study.parameters
    for parameter in try study.read("a.yaml", "b.yaml").study.parameters {
      let expected = second.set[parameter.path] ?? first.set[parameter.path]
      let before = plain.first { $0.path == parameter.path }
      let names = parameter.origins.map(\.layer)
      let setters =
        (second.set[parameter.path] == nil ? [] : ["b"])
        + (first.set[parameter.path] == nil ? [] : ["a"])
      guard let expected else {
        // Plain amounts stand for the mapping below them, so only the others must be untouched.
        if !parameter.path.contains("amounts.2027") { #expect(parameter == before) }
        continue
      }
      #expect(names == setters + (before == nil ? [] : ["study"]), "\(parameter.path)")
      #expect(expected.contains(parameter.value), "\(parameter.path)")
    }
  }

  @Test(arguments: UInt64(1)...10)
  func `a layer that names others is those layers, then itself`(seed: UInt64) throws {
    var draw = SplitMix64(seed: seed)
    let texts = (0..<3).map { _ in Self.layer(&draw).text }
    let study = try FixtureStudy().with(texts[0], as: "layers/a.yaml")
      .with(texts[1], as: "layers/b.yaml").with(texts[2], as: "own.yaml")
      .with(texts[2] + "layers: [a, b]\n", as: "both.yaml")
      .with("layer: 1\nlayers: [ ../both ]\n", as: "layers/nested.yaml")
    let row = try study.read("layers/a.yaml", "layers/b.yaml", "own.yaml").study
    let both = try study.read("both.yaml").study
    #expect(both.scenario == row.scenario)
    #expect(both.parameters.map(\.value) == row.parameters.map(\.value))
    #expect(both.layers == ["study", "a", "b", "both"])
    let roles = both.files.prefix(4).map(\.role)
    #expect(roles == ["study", "included_layer", "included_layer", "layer"])
    #expect(try study.read("layers/nested.yaml").study.scenario == row.scenario)
  }

  @Test func `layers that hold each other are refused with the way there`() throws {
    let study = try FixtureStudy().with("layer: 1\nlayers: [b]\n", as: "a.yaml")
      .with("layer: 1\nlayers: [c]\n", as: "b.yaml")
      .with("layer: 1\nlayers: [layer, a]\n", as: "c.yaml")
    let error = #expect(throws: Findings.self) { try study.read("a.yaml") }
    let cycles = error?.all.filter { $0.code == "study.layerCycle" } ?? []
    #expect(cycles.map { $0.arguments["cycle"] } == ["a → b → c → a"])
    #expect(cycles.first?.position?.file == "c.yaml" && cycles.first?.position?.line == 2)
    // The same layer twice is none: last wins.
    #expect(
      try study.with("layer: 1\n", as: "a.yaml").read("a.yaml", "b.yaml").study.layers
        == ["study", "a", "layer", "a", "c", "b"])
  }

  @Test func `layers that grow without measure are refused`() throws {
    var study = try FixtureStudy().with("layer: 1\n", as: "l0.yaml").with(
      "layer: 1\n", as: "m0.yaml")
    for depth in 1...20 {
      for name in ["l", "m"] {
        study = study.with(
          "layer: 1\nlayers: [l\(depth - 1), m\(depth - 1)]\n", as: "\(name)\(depth).yaml")
      }
    }
    let error = #expect(throws: Findings.self) { try study.read("l20.yaml") }
    #expect(error?.all.map(\.code.rawValue) == ["study.tooManyLayers"])
  }

  @Test func `a plain amount in a layer replaces secured and announced money`() throws {
    let study = try FixtureStudy().with(
      "layer: 1\nvehicles: { care-d1: { amounts: { 2026: 1 k€ } } }\n", as: "a.yaml")
    let amounts = try study.read("a.yaml").study.scenario.vehicles[0].amounts
    #expect(amounts[0] == EnvelopeYear(secured: .euros(1000)))
    #expect(amounts[1] == EnvelopeYear(secured: .euros(80_000)))
  }

  @Test func `one part of an amount in a layer leaves the other as it is`() throws {
    let study = try FixtureStudy().with(
      "layer: 1\nvehicles: { care-d1: { amounts: { 2026: { secured: 1 k€ } } } }\n", as: "a.yaml")
    let amounts = try study.read("a.yaml").study.scenario.vehicles[0].amounts
    #expect(amounts[0] == EnvelopeYear(secured: .euros(1000), announced: .euros(20_000)))
  }

  @Test func `a tilde removes a rule, an optional value and nothing else`() throws {
    let study = try FixtureStudy()
    let plain = try study.read().study.scenario
    let layered = try study.read("layer.yaml").study.scenario
    #expect(plain.territory.map(\.id) == ["regions"])
    #expect(layered.territory.isEmpty)
    #expect(layered.vehicles[1].afterHorizon == .zero)
    #expect(layered.vehicles[0].ceiling?.period == .horizon)
    #expect(layered.vehicles[0].ceiling?.schedule == plain.vehicles[0].ceiling?.schedule)
    #expect(layered.deployment == plain.deployment)
  }

  @Test func `a layer may add a vehicle and a table of its own folder`() throws {
    let study = try FixtureStudy().with(
      """
      layer: 1
      tables: { locked: done.csv }
      vehicles: { ac: { pays: [recurring], amounts: { 2026: 5 k€ } } }
      """, as: "later/a.yaml"
    ).with("beneficiary;measure;year;share\n2A0000154;M01;2026;30 %\n", as: "later/done.csv")
    let reading = try study.read("later/a.yaml")
    #expect(reading.study.scenario.vehicles.map(\.id) == ["care-d1", "fir", "ac"])
    #expect(reading.study.scenario.locked.map(\.beneficiary) == ["2A0000154"])
    #expect(reading.study.files.contains { $0.path == "later/done.csv" && $0.role == "locked" })
  }

  @Test func `an override is the last layer of all`() throws {
    let path = "vehicles.care-d1.amounts.2027.secured"
    let reading = try FixtureStudy().read(
      "layer.yaml",
      overrides: [
        StudyOverride(path: path, value: "90 k€"), StudyOverride(path: path, value: "70 k€"),
        StudyOverride(path: "vehicles.fir.eligible.statuses", value: "[public]"),
      ])
    let scenario = reading.study.scenario
    #expect(scenario.vehicles[0].amounts[1].secured == .euros(70_000))
    #expect(scenario.vehicles[1].eligibility.statuses == [.publicSector])
    let parameter = reading.study.parameters.first { $0.path == path }
    #expect(parameter?.origins.map(\.layer) == ["override", "override", "layer", "study"])
  }

  @Test func `a key with a point in it stands in quotes in a path`() throws {
    let study = try FixtureStudy().replacing(
      "O2;Supervision", "O2.b;Supervision", in: "objectives.csv"
    )
    .replacing("O2;M01", "O2.b;M01", in: "contributions.csv")
    .replacing("O2;M02", "O2.b;M02", in: "contributions.csv")
    .replacing(", O2: { 2027", ", O2.b: { 2027", in: "study.yaml")
    let path = "targets.EE.\"O2.b\".2027"
    let reading = try study.read(overrides: [StudyOverride(path: path, value: "45 %")])
    #expect(reading.study.scenario.targets[1].levels.map(\.value) == [0, 0.45, 0.45])
    #expect(reading.study.parameters.contains { $0.path == path && $0.value == "45 %" })
  }
}
