// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

/// Millions of euros, or thousands where all amounts of a table are small.
struct AmountUnit {
  let isMillions: Bool

  init(largest euros: Double) { isMillions = euros >= 20e6 }

  /// The unit for an amount in two scenarios.
  init(telling pair: Pair) { self.init(largest: max(pair.baseline ?? 0, pair.other ?? 0)) }

  /// Euros in one of it.
  var euros: Double { isMillions ? 1e6 : 1e3 }

  /// Key of the unit's name, after `screen.`.
  var key: String { isMillions ? "unit.millions" : "unit.thousands" }

  func text(_ euros: Double, _ style: NumberStyle) -> String {
    isMillions ? style.decimal(euros / 1e6, places: 1) : style.decimal(euros / 1e3)
  }

  /// The same with its sign, also where it is above zero.
  func signed(_ euros: Double, _ style: NumberStyle) -> String {
    isMillions ? style.signed(euros / 1e6, places: 1) : style.signed(euros / 1e3)
  }

  /// Whether an amount is more than nothing once it is rounded.
  func isTold(_ euros: Double, _ style: NumberStyle) -> Bool {
    text(abs(euros), style) != text(0, style)
  }
}
