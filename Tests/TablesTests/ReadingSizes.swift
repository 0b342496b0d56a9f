// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Testing

@Suite struct `Reading sizes of memory` {
  @Test(arguments: [
    ("4 Go", 4_000_000_000), ("4Go", 4_000_000_000), ("4\u{202F}GB", 4_000_000_000),
    ("512 Mo", 512_000_000), ("512 mo", 512_000_000), ("1,5 Go", 1_500_000_000),
    ("1.5 gb", 1_500_000_000), ("2 GiB", 2_147_483_648), ("2 Gio", 2_147_483_648),
    ("1 500 Mo", 1_500_000_000), ("1 ko", 1000), ("1 KiB", 1024), ("7 o", 7),
    (" 1 To ", 1_000_000_000_000),
    ("0,5 ko", 500),
  ])
  func `a number and a unit`(text: String, bytes: Int) throws {
    #expect(try SizeText.bytes(text) == bytes)
  }

  @Test(arguments: [
    ("", QuantityProblem.Reason.empty), ("beaucoup", .notANumber), ("4", .unitMissing),
    ("0 Go", .notANumber), ("-1 Go", .notANumber), ("4 Gb/s", .unknownUnit), ("4 €", .unknownUnit),
    ("4 Gx", .unknownUnit), ("1e30 Go", .tooManyDigits), ("1,2,3 Go", .malformedGrouping),
  ])
  func `what is none is refused with the reason`(
    text: String, reason: QuantityProblem.Reason
  ) {
    let problem = #expect(throws: QuantityProblem.self) { try SizeText.bytes(text) }
    #expect(problem?.reason == reason)
  }
}
