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
    let folder = try GeneratedFolder.tables(of: Population.generate(seed: Self.seed))
    #expect(folder.files.map(\.name) == ["beneficiaries.csv", "deployment.csv"])
    for generated in folder.files {
      let file = Self.data.appending(path: generated.name)
      if ProcessInfo.processInfo.environment["RELEVE_WRITE_EMBEDDED_TABLES"] == "1" {
        try Data(generated.bytes).write(to: file)
      }
      #expect(
        try Data(contentsOf: file) == Data(generated.bytes),
        "\(generated.name) differs from its seed: data/README.md says how to write it again")
    }
  }

  @Test func `has the NIS classes of the table of thresholds`() throws {
    let text = try String(
      contentsOf: Self.data.appending(path: "nis-classes.csv"), encoding: .utf8)
    let rows = text.split(separator: "\n").map { $0.split(separator: ";", maxSplits: 4) }
    let thresholds = NISThresholds()
    #expect(rows.contains { $0.first == "EE" && $0[2] == "\(thresholds.essentialAbove)" })
    #expect(rows.contains { $0.first == "EI" && $0[2] == "\(thresholds.importantFrom - 1)" })
  }
}
