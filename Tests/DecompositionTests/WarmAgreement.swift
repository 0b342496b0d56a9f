// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming

/// Holds a warm solve to a cold one of the same program, level by level.
enum WarmAgreement {
  /// What differs, in sentences.
  static func complaints(_ warm: OrderedOutcome, _ cold: OrderedOutcome) -> [String] {
    let ends = (warm.levels.map(\.termination), cold.levels.map(\.termination))
    guard ends.0 == ends.1, warm.isComplete == cold.isComplete else {
      return ["warm \(ends.0) (\(warm.last.detail)), cold \(ends.1) (\(cold.last.detail))"]
    }
    return warm.levels.indices.compactMap { complaint(warm.levels, cold.levels, at: $0) }
  }

  /// Two optima of a level agree to 1e-6 where the goals before are held at the same values.
  ///
  /// They are held at what each of the two solves found, which differs by up to 1e-6. How much of
  /// a level that is worth, its own prices say: where goals before are held at h, the prices π of a
  /// solve prove for any other h' that a minimum is at least v + π·(h' - h), since only these bounds
  /// differ. With the prices of both solves the difference of their values lies between
  /// π(warm)·Δh and π(cold)·Δh, but for the 1e-6 to which each is solved. At the first level
  /// nothing is held, and 1e-6 is all.
  private static func complaint(
    _ warm: [LevelOutcome], _ cold: [LevelOutcome], at level: Int
  ) -> String? {
    guard let left = warm[level].value, let right = cold[level].value else {
      let isSame = warm[level].value == nil && cold[level].value == nil
      return isSame ? nil : "\(warm[level].name): only one has a value"
    }
    let byWarm = moved(by: warm[level].rowDuals, warm, cold, before: level)
    let byCold = moved(by: cold[level].rowDuals, warm, cold, before: level)
    let room = Tolerance.sameOptimum * max(1, abs(left), abs(right))
    let difference = right - left
    guard difference < min(byWarm, byCold) - room || difference > max(byWarm, byCold) + room
    else { return nil }
    return
      "\(warm[level].name): warm \(left), cold \(right), explained \(byWarm) to \(byCold)"
  }

  /// What prices make of the difference of the goals held before a level.
  private static func moved(
    by prices: [Double], _ warm: [LevelOutcome], _ cold: [LevelOutcome], before level: Int
  ) -> Double {
    zip(prices.suffix(level), zip(warm, cold)).reduce(0) { sum, held in
      guard let left = held.1.0.heldAt, let right = held.1.1.heldAt else { return sum }
      return sum + held.0 * (right - left)
    }
  }
}
