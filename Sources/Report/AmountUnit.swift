// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

/// Millions of euros, or thousands where all amounts of a table are small.
struct AmountUnit {
  let isMillions: Bool

  init(largest euros: Double) { isMillions = euros >= 20e6 }

  /// Key of the unit's name, after `screen.`.
  var key: String { isMillions ? "unit.millions" : "unit.thousands" }

  func text(_ euros: Double, _ style: NumberStyle) -> String {
    isMillions ? style.decimal(euros / 1e6, places: 1) : style.decimal(euros / 1e3)
  }
}
