// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import LinearProgramming

extension Formulation {
  /// Size of a whole step of each column: an increment is that or nothing (`docs/model.md` §7);
  /// 0 for columns that may take any value.
  ///
  /// What a measure still lacks at a beneficiary, past the years that are locked, is put in place in
  /// the fewest equal steps that its speed allows.
  public var wholeSteps: [Double] {
    let data = compilation.data
    var result = [Double](repeating: 0, count: program.columnCount)
    for e in 0..<data.beneficiaryCount {
      for m in 0..<data.measureCount {
        guard let first = compilation.increment(e, m, 0)?.position else { continue }
        let columns = first..<(first + data.yearCount)
        let fixed = columns.filter { program.columnLower[$0] == program.columnUpper[$0] }
        let done = fixed.reduce(0) { $0 + program.columnLower[$1] }
        let rest = 1 - data.initialShare(e, m) - done
        let speed = data.scenario.measures[m].speed.value
        guard rest > Self.nothing, speed > Self.nothing else { continue }
        let count = (rest / speed - Self.nothing).rounded(.up)
        for column in columns where !fixed.contains(column) {
          result[column] = rest / max(1, count)
        }
      }
    }
    return result
  }

  /// Share below which nothing is left to put in place.
  private static var nothing: Double { 1e-9 }
}
