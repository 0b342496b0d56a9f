// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing

@testable import Tables

@Suite struct `Reading quantities as people write them` {
  private func reason<Value>(
    _ read: () throws(QuantityProblem) -> Value
  ) -> QuantityProblem.Reason? {
    do {
      _ = try read()
      return nil
    } catch { return error.reason }
  }

  @Test(
    arguments: [
      ("65 M€", 6_500_000_000), ("1 437 k€", 143_700_000), ("1\u{202F}437\u{A0}k€", 143_700_000),
      ("12", 1200), ("12,5", 1250), ("12.5 €", 1250), ("1 234,56", 123_456), ("1.234,56", 123_456),
      ("1,234.56", 123_456), ("1,234,567", 123_456_700), ("-3 €", -300), ("−3,05", -305),
      ("0,125 M€", 12_500_000), ("1,2345 k€", 123_450), ("2,5 millions d’euros", 250_000_000),
      ("1 Md€", 100_000_000_000), ("65 MEUR", 6_500_000_000), ("€ 12", 1200), ("1e6", 100_000_000),
      ("65_000", 6_500_000), ("0", 0), ("1.437 M€", 143_700_000), ("12 euros", 1200),
    ] as [(String, Int64)])
  func `amounts become whole cents`(text: String, cents: Int64) throws {
    #expect(try QuantityText.money(text) == cents)
  }

  @Test(
    arguments: [
      ("", .empty), ("  ", .empty), ("abc", .notANumber), ("1,234", .ambiguousSeparator),
      ("1,437 k€", .ambiguousSeparator), ("1 43", .malformedGrouping),
      ("1,23,456", .malformedGrouping),
      ("1.2.3", .malformedGrouping), ("12,", .malformedGrouping),
      ("2,601E+13", .spreadsheetExponent),
      ("1,005", .ambiguousSeparator), ("0,001", .finerThanCent), ("12 %", .unitMismatch),
      ("12 kE", .unknownUnit), ("12 m€", .unknownUnit), ("1e20", .absurdAmount),
      ("99 999 Md€", .absurdAmount), ("1234567890123456789", .tooManyDigits),
      ("12 €/agent", .unknownUnit),
      ("12 34 56", .malformedGrouping), ("1e9999", .notANumber), ("nan", .notANumber),
      ("12-5", .notANumber), ("--5", .notANumber), ("1 234,567.8", .malformedGrouping),
    ] as [(String, QuantityProblem.Reason)])
  func `amounts nobody could be sure of are refused with the reason`(
    text: String, expected: QuantityProblem.Reason
  ) {
    #expect(reason { () throws(QuantityProblem) in try QuantityText.money(text) } == expected)
  }

  @Test func `a unit that must be written is asked for`() throws {
    #expect(
      reason { () throws(QuantityProblem) in try QuantityText.money("12", bare: nil) }
        == .unitMissing)
    #expect(try QuantityText.money("12", bare: .kiloeuro) == 1_200_000)
    #expect(try QuantityText.money("12 €", bare: .kiloeuro) == 1200)
  }

  @Test func `an unknown unit comes with the nearest one`() {
    do {
      _ = try QuantityText.money("12 m€")
      Issue.record("read")
    } catch {
      #expect(error.nearest != nil)
      #expect(error.unit == "m€")
    }
  }

  @Test(arguments: [
    ("2,5 %", 0.025), ("2.5%", 0.025), ("100 %", 1), ("0,125", 0.125), ("0.025", 0.025),
    ("3 ‰", 0.003), ("2,125 %", 0.02125), ("1", 1), ("-5 %", -0.05), ("12 pour cent", 0.12),
  ])
  func `shares become fractions of one`(text: String, share: Double) throws {
    #expect(try QuantityText.share(text) == share)
  }

  @Test func `euros are not a share`() {
    #expect(
      reason { () throws(QuantityProblem) in try QuantityText.share("12 €") } == .unitMismatch)
  }

  @Test func `numbers keep every digit`() throws {
    #expect(try QuantityText.decimal("0.1") == 0.1)
    #expect(try QuantityText.decimal("1 234,5") == 1234.5)
    #expect(try QuantityText.decimal("1,234", mark: .comma) == 1.234)
    #expect(try QuantityText.decimal("1.5e-3") == 0.0015)
    #expect(try QuantityText.integer("1 437 agents", unit: "agent") == 1437)
    #expect(
      reason { () throws(QuantityProblem) in try QuantityText.integer("12,5") } == .notWhole)
    #expect(
      reason { () throws(QuantityProblem) in try QuantityText.integer("12 lits", unit: "agents") }
        == .unknownUnit)
    #expect(
      reason { () throws(QuantityProblem) in try QuantityText.decimal("1,234") }
        == .ambiguousSeparator)
  }

  @Test func `rates say what they are counted by`() throws {
    let perAgent = try QuantityText.rate("12 €/agent")
    #expect(perAgent.cents == 1200)
    #expect(perAgent.base == RateBase(count: 1, name: "agent"))
    let perHundred = try QuantityText.rate("0,5 k€ / 100 agents")
    #expect(perHundred.cents == 50_000)
    #expect(perHundred.base == RateBase(count: 100, name: "agent"))
    #expect(try QuantityText.rate("3 k€ par site").base.name == "site")
    #expect(reason { () throws(QuantityProblem) in try QuantityText.rate("12 €") } == .unitMissing)
  }

  @Test func `a number written by this program is read back to the last bit`() throws {
    var generator = SplitMix64(seed: 20_261_123)
    for _ in 0..<2000 {
      let exponent = Int.random(in: -25...25, using: &generator)
      let value =
        Double.random(in: -1...1, using: &generator) * Double("1e\(exponent)", default: 1)
      #expect(try QuantityText.decimal(NumberText.shortest(value)) == value)
      let french = NumberText.shortest(value).replacing(".", with: ",")
      #expect(try QuantityText.decimal(french, mark: .comma) == value)
    }
  }
}

extension Double {
  fileprivate init(_ text: String, default value: Double) { self = Double(text) ?? value }
}
