// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import Wording

/// What the written tie-break decided, in words.
enum TieBreakWords {
  /// The sentence; `nil` where nothing is known.
  static func sentence(_ figures: TieBreakFigures?, _ style: NumberStyle) -> String? {
    guard let figures else { return nil }
    guard figures.beneficiaries > 0 else {
      return Catalogue.text("screen.tieBreak.none", in: style.language)
    }
    let count = style.counted(
      Double(figures.beneficiaries),
      one: Catalogue.text("screen.beneficiary", in: style.language),
      many: Catalogue.text("screen.beneficiaries", in: style.language))
    return Catalogue.text(
      "screen.tieBreak.text", in: style.language,
      ["count": count, "amount": style.amount(euros: figures.movedEuros)])
  }
}
