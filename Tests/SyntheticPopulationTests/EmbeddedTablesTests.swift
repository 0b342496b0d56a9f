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
}
