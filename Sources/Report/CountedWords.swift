// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

extension NumberStyle {
  /// A number of beneficiaries in words.
  func beneficiaries(_ count: Int) -> String {
    counted(
      Double(count), one: Catalogue.text("screen.beneficiary", in: language),
      many: Catalogue.text("screen.beneficiaries", in: language))
  }
}
