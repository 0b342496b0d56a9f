// SPDX-License-Identifier: GPL-3.0-or-later

/// Numbers as one language writes them, without any locale data of the machine.
///
/// French: `1 234,5 M€`, `41 %`, with narrow no-break spaces (U+202F) between thousands and before
/// units. English: `€1,234.5M`, `41%`. Both write a true minus sign (U+2212). What is not a number
/// is shown as a dash.
public struct NumberStyle: Sendable, Hashable {
  /// Language.
  public let language: Language

  /// Creates the style of a language.
  public init(_ language: Language) { self.language = language }

  /// Narrow no-break space.
  public static let narrowSpace = "\u{202F}"
  /// Minus sign.
  public static let minus = "\u{2212}"
  /// Shown where there is no number.
  public static let none = "–"

  /// Numbers from here on are written in scientific notation.
  private static let largestPlain = 1e15

  /// A figure of any size with some four digits.
  public func figure(_ value: Double) -> String {
    decimal(value, places: abs(value) < 10 ? 3 : abs(value) < 1000 ? 1 : 0)
  }

  /// A number with a fixed count of decimals.
  ///
  /// Halves are rounded away from zero; what rounds to zero has no sign.
  public func decimal(_ value: Double, places: Int = 0) -> String {
    guard value.isFinite else { return Self.none }
    let scale = Self.power(10, places)
    guard abs(value) * scale < Self.largestPlain else { return scientific(value) }
    let units = Int64((abs(value) * scale).rounded(.toNearestOrAwayFromZero))
    let divisor = Int64(scale)
    var text = grouped(units / divisor)
    if places > 0 {
      let rest = String(units % divisor)
      text += mark + String(repeating: "0", count: places - rest.utf8.count) + rest
    }
    return value < 0 && units != 0 ? Self.minus + text : text
  }

  /// A whole number.
  public func integer(_ value: Int) -> String {
    let text = grouped(Int64(clamping: value.magnitude))
    return value < 0 ? Self.minus + text : text
  }

  /// A number with its sign, also where it is above zero; zero has none.
  public func signed(_ value: Double, places: Int = 0) -> String {
    let text = decimal(value, places: places)
    let isZero = !text.contains { $0.isNumber && $0 != "0" }
    return value > 0 && !isZero ? "+" + text : text
  }

  /// A share of one as a percentage: `41 %`, `41%`.
  public func percent(_ share: Double, places: Int = 0) -> String {
    guard share.isFinite else { return Self.none }
    return decimal(share * 100, places: places) + (isFrench ? Self.narrowSpace : "") + "%"
  }

  /// A difference of shares in points: `7 points`, `1 point`.
  public func points(_ share: Double, places: Int = 0) -> String {
    counted(share * 100, places: places, one: "point", many: "points")
  }

  /// An amount in millions of euros: `1 234,5 M€`, `€1,234.5M`.
  public func millions(euros: Double, places: Int = 1, signed: Bool = false) -> String {
    money(euros / 1_000_000, places: places, letter: "M", signed: signed)
  }

  /// An amount in whole euros: `1 234 €`, `€1,234`.
  public func euros(_ euros: Double, signed: Bool = false) -> String {
    money(euros, places: 0, letter: "", signed: signed)
  }

  /// An amount in the unit that keeps it short: euros, thousands or millions of euros.
  public func amount(euros: Double, signed: Bool = false) -> String {
    switch abs(euros) {
    case 10_000_000_000...: money(euros / 1e6, places: 0, letter: "M", signed: signed)
    case 999_500...: money(euros / 1e6, places: 1, letter: "M", signed: signed)
    case 9_999.5...: money(euros / 1e3, places: 0, letter: "k", signed: signed)
    default: money(euros, places: 0, letter: "", signed: signed)
    }
  }

  /// A size of memory, by thousands: `1,3 Go`, `1.3 GB`.
  public func memory(bytes: Int) -> String {
    let byte = isFrench ? "o" : "B"
    func text(_ power: Double, _ letter: String) -> String {
      let size = Double(bytes) / power
      return "\(decimal(size, places: size < 9.95 ? 1 : 0))\(Self.narrowSpace)\(letter)\(byte)"
    }
    switch bytes.magnitude {
    case 999_500_000...: return text(1e9, "G")
    case 999_500...: return text(1e6, "M")
    case 1000...: return text(1e3, "k")
    default: return "\(integer(bytes))\(Self.narrowSpace)\(byte)"
    }
  }

  /// A very small or large number with one digit: `4·10⁻⁷`; plain `0` for zero.
  public func scientific(_ value: Double, places: Int = 0) -> String {
    guard value.isFinite else { return Self.none }
    guard value != 0 else { return "0" }
    var exponent = 0
    var mantissa = abs(value)
    while mantissa >= 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    while mantissa < 1 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
    let scale = Self.power(10, places)
    if (mantissa * scale).rounded() >= 10 * scale { (mantissa, exponent) = (1, exponent + 1) }
    let sign = value < 0 ? Self.minus : ""
    guard exponent != 0 else { return sign + decimal(mantissa, places: places) }
    return "\(sign)\(decimal(mantissa, places: places))·10\(Self.superscript(exponent))"
  }

  /// A distance to a bound: in percent as long as that says something, then as a power of ten.
  public func gap(_ value: Double) -> String {
    switch value {
    case 0.1...: percent(value)
    case 0.001...: percent(value, places: 1)
    default: scientific(value)
    }
  }

  /// A time span: `8,2 s`, `2 min 05 s`, `1 h 02 min`; below a tenth of a second in milliseconds.
  public func duration(seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0 else { return Self.none }
    let space = Self.narrowSpace
    func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let whole = Int(min(seconds, 1e12).rounded())
    switch seconds {
    case ..<0.0995: return "\(decimal(seconds * 1000))\(space)ms"
    case ..<9.95: return "\(decimal(seconds, places: 1))\(space)s"
    case ..<59.5: return "\(whole)\(space)s"
    case ..<3599.5: return "\(whole / 60)\(space)min \(twoDigits(whole % 60))\(space)s"
    default:
      let minutes = (whole + 30) / 60
      return "\(minutes / 60)\(space)h \(twoDigits(minutes % 60))\(space)min"
    }
  }

  /// A date in words: `1er mars 2026`, `1 March 2026`; ISO form where the month is none.
  public func date(year: Int, month: Int, day: Int) -> String {
    let names = isFrench ? Self.frenchMonths : Self.englishMonths
    guard names.indices.contains(month - 1) else { return "\(year)-\(month)-\(day)" }
    let number = isFrench && day == 1 ? "1er" : "\(day)"
    return "\(number) \(names[month - 1]) \(year)"
  }

  /// A count with its noun: French takes the plural from 2 on, English for all but 1.
  public func counted(
    _ value: Double, places: Int = 0, one: String, many: String
  ) -> String {
    let text = decimal(value, places: places)
    let rounded = (abs(value) * Self.power(10, places)).rounded() / Self.power(10, places)
    let isSingular = isFrench ? rounded < 2 : rounded == 1
    return "\(text) \(isSingular ? one : many)"
  }

  /// Items in a row: `a, b et c`, `a, b and c`.
  public func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + (isFrench ? " et " : " and ") + last
  }

  private var isFrench: Bool { language == .french }
  private var mark: String { isFrench ? "," : "." }

  private func money(_ value: Double, places: Int, letter: String, signed: Bool) -> String {
    guard value.isFinite else { return Self.none }
    let text = signed ? self.signed(value, places: places) : decimal(value, places: places)
    guard !isFrench else { return "\(text)\(Self.narrowSpace)\(letter)€" }
    guard let sign = text.first, sign == "+" || Self.minus.first == sign else {
      return "€\(text)\(letter)"
    }
    return "\(sign)€\(text.dropFirst())\(letter)"
  }

  private func grouped(_ value: Int64) -> String {
    let digits = Array(String(value))
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) {
        text += isFrench ? Self.narrowSpace : ","
      }
      text.append(digit)
    }
    return text
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<max(0, exponent)).reduce(1) { product, _ in product * base }
  }

  private static func superscript(_ value: Int) -> String {
    let digits: [Character: Character] = [
      "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷",
      "8": "⁸", "9": "⁹",
    ]
    return String(String(value).compactMap { digits[$0] })
  }

  private static let frenchMonths = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
  ]
  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
