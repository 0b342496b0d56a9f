// SPDX-License-Identifier: GPL-3.0-or-later

import SyntheticPopulation
import Testing

@Suite struct `The fit to published figures` {
  @Test(arguments: [1, 2026, 987_654_321] as [UInt64])
  func `lies within its stated tolerance`(seed: UInt64) {
    let report = FitReport(Population.generate(seed: seed))
    for line in report.lines {
      #expect(
        line.fits,
        "\(line.figure) \(line.candidateClass?.rawValue ?? "all") \(line.region ?? "") \(line.published) \(line.generated)"
      )
    }
  }

  @Test func `counts the units of the call exactly`() {
    let units = FitReport(Population.generate(seed: 7)).lines.filter { $0.figure == .units }
    #expect(units.map(\.generated) == [134, 21, 411, 867, 1_433])
  }
}
