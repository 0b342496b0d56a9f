// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Report
import RunStore

/// The cases of a sweep while they are solved.
struct SweepRun {
  /// The cases.
  let cases: SweepCases
  /// Positions of those to be done, in the order of solving.
  let walk: [Int]
  /// Where each goes as soon as it is done.
  let file: SweepFile
  /// Cases that were done before.
  let earlier: [SweptCase]
  /// Number of the first case solved now that has a plan: others went on from there.
  private(set) var firstSolved: Int?

  init(cases: SweepCases, walk: [Int], file: SweepFile, earlier: [SweptCase]) {
    self.cases = cases
    self.walk = walk
    self.file = file
    self.earlier = earlier
  }

  /// Solves the cases until they are done or the user asks to stop.
  ///
  /// - Parameters:
  ///   - whatIfs: The study.
  ///   - control: Progress and cancellation.
  ///   - tell: Told the cases that are solved now, in the order of their numbers.
  /// - Returns: The cases that are done, those of before among them, by number.
  /// - Throws: `Findings` where a case cannot be written.
  mutating func solve(
    _ whatIfs: WhatIfs, _ control: WorkControl, tell: (SweptCase) -> Void
  ) throws(Findings) -> [SweptCase] {
    var done: [Int: SweptCase] = [:]
    for one in earlier { done[one.number - 1] = one }
    let left = walk.filter { done[$0] == nil }
    var untold = left.sorted()[...]
    for (turn, place) in left.enumerated() {
      let inner = control.forCase(turn + 1, of: left.count)
      guard let outcome = try? whatIfs.outcome(of: cases.settings(of: place), control: inner)
      else { break }
      let one = SweptCase(number: place + 1, values: cases.values(of: place), outcome: outcome)
      try file.append(CaseRecord(one))
      done[place] = one
      if firstSolved == nil, outcome.status.hasPlan { firstSolved = one.number }
      while let next = untold.first, let ready = done[next] {
        tell(ready)
        untold.removeFirst()
      }
    }
    // Where it was cut short, those beyond a gap have not been told.
    for place in untold { if let one = done[place] { tell(one) } }
    return done.values.sorted { $0.number < $1.number }
  }
}
