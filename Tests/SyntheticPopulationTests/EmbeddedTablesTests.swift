// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import SyntheticPopulation
import Testing

@Suite struct `The embedded population` {
  /// Seed of `data/beneficiaries.csv` and `data/deployment.csv`, stated in `data/README.md`.
  static let seed: UInt64 = 2026

  static let data = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "data")

  @Test func `is what its seed gives, byte for byte`() throws {
    let population = Population.generate(seed: Self.seed)
    let tables = [
      ("beneficiaries.csv", PopulationTables.beneficiaries(population)),
      ("deployment.csv", PopulationTables.deployment(InitialState.draw(for: population))),
    ]
    for (name, text) in tables {
      let file = Self.data.appending(path: name)
      if ProcessInfo.processInfo.environment["RELEVE_WRITE_EMBEDDED_TABLES"] == "1" {
        try Data(text.utf8).write(to: file)
      }
      let committed = try String(contentsOf: file, encoding: .utf8)
      #expect(committed == text, "\(name) differs: write it again with `releve generate`")
    }
  }
}
