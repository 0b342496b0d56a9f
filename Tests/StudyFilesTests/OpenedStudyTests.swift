// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import FundingModel
import StudyFiles
import TestSupport
import Testing

@Suite struct `A study opened once` {
  /// Settings that are sound, wrong, or name another table.
  private static let choices = [
    ("vehicles.care-d1.amounts.2026.secured", "2 M€"), ("vehicles.fir.after_horizon", "9 k€"),
    ("vehicles.fir.pays", "[recurring]"), ("targets.EE.all.2028", "60 %"),
    ("rules.territory.regions.floor", "0,1"), ("rules.territory", "~"), ("class_weights.EI", "3"),
    ("goals", "[tie_break]"), ("economics.loss_pieces", "9"), ("groupings", "[]"),
    ("tables.staffing", "~"), ("tables.threats", "nowhere.csv"), ("vehicles.fur.rate", "80 %"),
    ("vehicles.fir.rate", "800 %"), ("horizon.first", "2030"), ("titel", "x"), ("a..b", "1"),
  ]

  /// What came of a reading, so that two can be compared.
  private static func told(_ read: () throws -> StudyReading) -> (Scenario?, [String], [Finding]) {
    do {
      let reading = try read()
      return (
        reading.study.scenario,
        reading.study.files.map(\.path) + reading.study.parameters.map(\.path),
        reading.warnings.all
      )
    } catch {
      return (nil, [], (error as? Findings)?.all ?? [])
    }
  }

  @Test(arguments: UInt64(1)...20)
  func `resolves as often as wanted to what reading anew gives`(seed: UInt64) throws {
    var draw = SplitMix64(seed: seed)
    let study = try FixtureStudy()
    let reader = StudyReader(folder: .memory(study.files))
    let opened = reader.open(study: "study.yaml", layers: ["layer.yaml"])
    for _ in 1...10 {
      let overrides = (0..<draw.integer(0...3)).map { _ in
        let (path, value) = draw.pick(Self.choices)
        return StudyOverride(path: path, value: value)
      }
      let anew = Self.told {
        try reader.read(study: "study.yaml", layers: ["layer.yaml"], overrides: overrides)
      }
      let again = Self.told { try opened.reading(with: overrides) }
      #expect(again.0 == anew.0, "\(overrides)")
      #expect(again.1 == anew.1, "\(overrides)")
      #expect(again.2 == anew.2, "\(overrides)")
      #expect((try? opened.scenario(with: overrides)) == anew.0, "\(overrides)")
    }
  }

  @Test func `a file that changes meanwhile changes nothing`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "releve-\(UUID().uuidString.lowercased())")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, bytes) in try FixtureStudy().files {
      try Data(bytes).write(to: folder.appending(path: name))
    }
    let opened = StudyReader().open(study: folder.appending(path: "study.yaml").path)
    let before = try opened.scenario()
    for name in ["study.yaml", "beneficiaries.csv"] {
      try Data().write(to: folder.appending(path: name))
    }
    #expect(try opened.scenario() == before)
  }

  @Test func `a fault is told at the option that makes it`() throws {
    let opened = StudyReader(folder: .memory(try FixtureStudy().files)).open(study: "study.yaml")
    let findings = #expect(throws: Findings.self) {
      try opened.scenario(with: [
        StudyOverride(path: "vehicles.fir.rate", value: "800 %", option: "--vary", number: 3)
      ])
    }
    #expect(findings?.all.first?.position?.file == "--vary")
    #expect(findings?.all.first?.position?.line == 3)
  }
}
