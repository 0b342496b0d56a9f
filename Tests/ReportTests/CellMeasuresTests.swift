// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Wording
import Workbook

@testable import Report

@Suite struct `How wide cells are` {
  @Test(arguments: [
    "", "a", "Hôpital hors groupement 01-01", "cafe\u{301}", "a\r\nb", "\r", "1\u{202F}234 €",
    "−3 – « oui » … l’été", "e\u{200D}f", "👩‍👩‍👧", "🇫🇷", "日本", "Ŵ", "\u{2E0}", "\u{300}",
    "\u{2028}", "ﬁ", "กำ", "\u{AD}",
  ])
  func `letters are counted as characters are`(text: String) {
    #expect(Letters.count(of: text) == text.count)
    #expect(Letters.count(of: "x" + text + "y") == ("x" + text + "y").count)
  }

  @Test(arguments: [BookNumber.euros, .cents, .points, .count, .figure, .large, .plain, .share])
  func `a number between others that were measured is no longer`(number: BookNumber) {
    let values = [
      0, -0.4, 0.4, 0.5, -0.5, 3, -3, 999.4999, 999.5, -999.5, 1e6, -1e6, 123_456.789, 1e9, -1e12,
      0.0000005, -0.0000005, 9.999_999_9, 99_999_999,
    ]
    for start in values.indices {
      let order = values[start...] + values[..<start]
      var (widths, longest) = (NumberWidths(), 0)
      var expected = 0
      for value in order {
        let cell = BookCell.number(value, number)
        expected = max(expected, cell.length)
        if !widths.holds(cell, in: 2) { longest = max(longest, cell.length) }
        #expect(longest == expected)
      }
    }
  }
}
