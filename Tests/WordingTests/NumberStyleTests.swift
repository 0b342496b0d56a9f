// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Wording

@Suite struct `Numbers as a language writes them` {
  private let fr = NumberStyle(.french)
  private let en = NumberStyle(.english)

  /// Narrow spaces shown as `_`, so that they are seen.
  private func shown(_ text: String) -> String {
    String(text.map { $0 == "\u{202F}" ? "_" : $0 })
  }

  @Test(arguments: [
    (1_234_500_000.0, "1_234,5_M€", "€1,234.5M"), (0, "0,0_M€", "€0.0M"),
    (-3_000_000, "−3,0_M€", "−€3.0M"), (49_999, "0,0_M€", "€0.0M"), (-49_999, "0,0_M€", "€0.0M"),
    (50_000, "0,1_M€", "€0.1M"),
  ])
  func `millions of euros`(euros: Double, french: String, english: String) {
    #expect(shown(fr.millions(euros: euros)) == french)
    #expect(en.millions(euros: euros) == english)
  }

  @Test func `an amount takes the unit that keeps it short`() {
    #expect(shown(fr.amount(euros: 9_999)) == "9_999_€")
    #expect(shown(fr.amount(euros: 9_999.6)) == "10_k€")
    #expect(shown(fr.amount(euros: 999_600)) == "1,0_M€")
    #expect(shown(fr.amount(euros: -1_437_000, signed: true)) == "−1,4_M€")
    #expect(en.amount(euros: 14_000_000, signed: true) == "+€14.0M")
    #expect(en.amount(euros: 12_300_000_000) == "€12,300M")
    #expect(fr.amount(euros: .nan) == "–")
  }

  @Test func `thousands are grouped by three from the right`() {
    #expect(shown(fr.integer(1_234_567)) == "1_234_567")
    #expect(en.integer(-1_000) == "−1,000")
    #expect(en.integer(999) == "999")
    #expect(shown(fr.decimal(123_456.789, places: 2)) == "123_456,79")
  }

  @Test func `halves go away from zero and nothing has a sign`() {
    #expect(fr.decimal(0.5) == "1")
    #expect(fr.decimal(-0.5) == "−1")
    #expect(fr.decimal(-0.04, places: 1) == "0,0")
    #expect(fr.decimal(1.05, places: 1) == "1,1")
    #expect(en.decimal(.infinity) == "–")
    #expect(en.decimal(2e16) == "2·10¹⁶")
  }

  @Test func `signs are written where asked for`() {
    #expect(fr.signed(1.25, places: 1) == "+1,3")
    #expect(fr.signed(-1.25, places: 1) == "−1,3")
    #expect(fr.signed(0.001, places: 1) == "0,0")
  }

  @Test func `shares are percentages and their differences points`() {
    #expect(shown(fr.percent(0.4149)) == "41_%")
    #expect(en.percent(0.025, places: 1) == "2.5%")
    #expect(fr.points(0.07) == "7 points")
    #expect(fr.points(0.015, places: 1) == "1,5 point")
    #expect(en.points(0.015, places: 1) == "1.5 points")
    #expect(en.points(0.01) == "1 point")
  }

  @Test func `small gaps are powers of ten`() {
    #expect(fr.scientific(4e-7) == "4·10⁻⁷")
    #expect(fr.scientific(9.7e-8) == "1·10⁻⁷")
    #expect(fr.scientific(0) == "0")
    #expect(fr.scientific(-2.34e12, places: 1) == "−2,3·10¹²")
    #expect(en.scientific(3) == "3")
    #expect(shown(fr.gap(1.23)) == "123_%" && shown(fr.gap(0.0123)) == "1,2_%")
    #expect(fr.gap(9e-4) == "9·10⁻⁴" && fr.gap(0) == "0")
  }

  @Test(arguments: [
    (0, "0_o"), (999, "999_o"), (1000, "1,0_ko"), (999_499, "999_ko"), (999_500, "1,0_Mo"),
    (38_200_000, "38_Mo"), (1_310_000_000, "1,3_Go"), (64_000_000_000, "64_Go"),
  ])
  func `sizes of memory`(bytes: Int, text: String) {
    #expect(shown(fr.memory(bytes: bytes)) == text)
    let english = text.replacing("o", with: "B").replacing(",", with: ".")
    #expect(shown(en.memory(bytes: bytes)) == english)
  }

  @Test(arguments: [
    (0.0, "0_ms"), (0.0421, "42_ms"), (0.0996, "0,1_s"), (8.24, "8,2_s"), (9.96, "10_s"),
    (59.4, "59_s"), (59.6, "1_min 00_s"), (125, "2_min 05_s"), (3599.6, "1_h 00_min"),
    (3725, "1_h 02_min"), (-1, "–"),
  ])
  func `time spans`(seconds: Double, text: String) {
    #expect(shown(fr.duration(seconds: seconds)) == text)
  }

  @Test func `dates are written out`() {
    #expect(fr.date(year: 2026, month: 11, day: 23) == "23 novembre 2026")
    #expect(fr.date(year: 2026, month: 3, day: 1) == "1er mars 2026")
    #expect(en.date(year: 2026, month: 8, day: 1) == "1 August 2026")
    #expect(en.date(year: 2026, month: 13, day: 1) == "2026-13-1")
  }

  @Test func `zero is singular in French and plural in English`() {
    #expect(fr.counted(0, one: "règle", many: "règles") == "0 règle")
    #expect(en.counted(0, one: "rule", many: "rules") == "0 rules")
    #expect(fr.counted(2, one: "règle", many: "règles") == "2 règles")
    #expect(en.counted(1, one: "rule", many: "rules") == "1 rule")
  }

  @Test func `lists end with a word`() {
    #expect(fr.list(["a", "b", "c"]) == "a, b et c")
    #expect(en.list(["a", "b"]) == "a and b")
    #expect(fr.list(["a"]) == "a" && fr.list([]).isEmpty)
  }

  @Test func `regions have their little words`() {
    #expect(RegionNames.place("32", in: .french) == "dans les Hauts-de-France")
    #expect(RegionNames.owner("04", in: .french) == "de La Réunion")
    #expect(RegionNames.place("53", in: .english) == "in Brittany")
    #expect(RegionNames.name(of: "R9", in: .french) == "R9")
  }
}
