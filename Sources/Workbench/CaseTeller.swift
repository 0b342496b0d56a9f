// SPDX-License-Identifier: GPL-3.0-or-later

import Report

/// Tells cases in the order of their numbers, though they are not solved in it.
///
/// Where too many wait for one that comes late, they are told without it, so that what waits stays
/// small.
struct CaseTeller {
  /// Most cases that wait.
  static let most = 1_000

  private var waiting: [Int: SweptCase] = [:]
  /// Cases that are told, or need not be.
  private var told: CaseSet
  /// Position of the first that is not.
  private var next = 0
  private let count: Int

  /// - Parameters:
  ///   - count: Number of cases.
  ///   - others: Those that nobody waits for.
  init(count: Int, without others: CaseSet) {
    self.count = count
    told = others
  }

  /// Takes a case, and tells it and those that waited for it.
  mutating func take(_ one: SweptCase, _ tell: (SweptCase) -> Void) {
    waiting[one.number - 1] = one
    while next < count {
      if let ready = waiting.removeValue(forKey: next) {
        told.insert(next)
        tell(ready)
      } else if !told.contains(next) {
        break
      }
      next += 1
    }
    if waiting.count >= Self.most { tellRest(tell) }
  }

  /// Tells those that still wait.
  mutating func tellRest(_ tell: (SweptCase) -> Void) {
    for (place, one) in waiting.sorted(by: { $0.key < $1.key }) {
      told.insert(place)
      tell(one)
    }
    waiting = [:]
  }
}
