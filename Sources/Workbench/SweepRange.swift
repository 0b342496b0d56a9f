// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Report
import Tables

/// Reads what `--vary` says: a path and its values.
///
/// `a;b;c` or `a, b, c` is a list: a comma between two digits is decimal, any other separates.
/// `from..to/step` and `from..to#count` are ranges.
enum SweepRange {
  /// What stands for the file in messages.
  static let option = "--vary"

  /// The axis of one `--vary` from which values are drawn: a span `from..to`, or the values that
  /// ``axis(_:number:)`` gives.
  ///
  /// - Throws: a finding that says what is wrong with the text.
  static func drawnAxis(_ text: String, number: Int) throws(Findings) -> DrawnAxis {
    guard let split = text.firstIndex(of: "="), split > text.startIndex,
      let dots = outside(text).first(where: { isDots(text, $0) }), dots > split,
      !hasStep(text[text.index(dots, offsetBy: 2)...])
    else {
      let axis = try axis(text, number: number)
      return DrawnAxis(path: axis.path, values: .list(axis.values))
    }
    let first = String(text[text.index(after: split)..<dots])
    let last = String(text[text.index(dots, offsetBy: 2)...])
    guard !trimmed(first).isEmpty, !trimmed(last).isEmpty else {
      throw fault("sweep.emptyRange", text, number)
    }
    do throws(QuantityRange.Problem) {
      let span = try QuantitySpan(from: first, to: last)
      return DrawnAxis(path: String(text[..<split]), values: .span(span))
    } catch {
      throw fault(error, text, number)
    }
  }

  /// Whether what follows the dots ends with a step or a number of values.
  private static func hasStep(_ rest: Substring) -> Bool {
    guard let mark = rest.lastIndex(where: { $0 == "/" || $0 == "#" }) else { return false }
    let end = trimmed(String(rest[rest.index(after: mark)...]))
    // `20 €/agent` ends with a unit.
    return rest[mark] == "#" || end.isEmpty || end.first?.isNumber == true || end.first == "-"
  }

  private static func fault(
    _ code: Finding.Code, _ text: String, _ number: Int, _ arguments: [String: String] = [:]
  ) -> Findings {
    let position = SourcePosition(file: option, line: number)
    return Findings(
      Finding(code, .error, at: position, arguments.merging(["text": text]) { $1 }))
  }

  private static func fault(
    _ problem: QuantityRange.Problem, _ text: String, _ number: Int
  ) -> Findings {
    switch problem {
    case .notNumber(let part):
      fault("sweep.rangeNotNumber", text, number, ["part": trimmed(part)])
    case .twoUnits(let one, let other):
      fault("sweep.twoUnits", text, number, ["first": one, "second": other])
    case .reversed: fault("sweep.reversedRange", text, number)
    case .stepNotPositive: fault("sweep.badStep", text, number)
    case .tooFew: fault("sweep.oneValue", text, number)
    case .tooMany:
      fault("sweep.rangeTooLong", text, number, ["most": "\(QuantityRange.mostValues)"])
    }
  }

  /// The axis of one `--vary`.
  ///
  /// - Parameters:
  ///   - text: `PATH=VALUES`.
  ///   - number: Number of the option, from 1.
  /// - Returns: The axis.
  /// - Throws: a finding that says what is wrong with the text.
  static func axis(_ text: String, number: Int) throws(Findings) -> SweepAxis {
    func fault(_ code: Finding.Code) -> Findings { self.fault(code, text, number) }
    guard let split = text.firstIndex(of: "="), split > text.startIndex else {
      throw fault("sweep.axisForm")
    }
    let path = String(text[..<split])
    let range = String(text[text.index(after: split)...])
    guard let dots = outside(range).first(where: { isDots(range, $0) }) else {
      let values = list(range)
      guard !values.contains("") else { throw fault("sweep.emptyRange") }
      guard values.count > 1 else { throw fault("sweep.oneValue") }
      return SweepAxis(path: path, values: values)
    }
    let first = String(range[..<dots])
    let rest = range[range.index(dots, offsetBy: 2)...]
    guard let mark = rest.lastIndex(where: { $0 == "/" || $0 == "#" }) else {
      throw fault("sweep.stepMissing")
    }
    let last = String(rest[..<mark])
    let end = String(rest[rest.index(after: mark)...])
    guard ![first, last, end].contains(where: { trimmed($0).isEmpty }) else {
      throw fault("sweep.emptyRange")
    }
    let count = Int(trimmed(end)).flatMap { $0 >= 2 ? $0 : nil }
    do throws(QuantityRange.Problem) {
      if rest[mark] == "/" {
        return SweepAxis(
          path: path, values: try QuantityRange.values(from: first, to: last, step: end))
      }
      if let count {
        return SweepAxis(
          path: path, values: try QuantityRange.values(from: first, to: last, count: count))
      }
    } catch {
      throw self.fault(error, text, number)
    }
    throw fault("sweep.badCount")
  }

  /// Values of a list, without the spaces around them.
  private static func list(_ text: String) -> [String] {
    var values: [String] = []
    var start = text.startIndex
    for place in outside(text) where isSeparator(text, place) {
      values.append(trimmed(String(text[start..<place])))
      start = text.index(after: place)
    }
    return values + [trimmed(String(text[start...]))]
  }

  private static func isSeparator(_ text: String, _ place: String.Index) -> Bool {
    guard text[place] == "," else { return text[place] == ";" }
    let next = text.index(after: place)
    let isDecimal =
      place > text.startIndex && text[text.index(before: place)].isNumber && next < text.endIndex
      && text[next].isNumber
    return !isDecimal
  }

  private static func isDots(_ text: String, _ place: String.Index) -> Bool {
    let next = text.index(after: place)
    return text[place] == "." && next < text.endIndex && text[next] == "."
  }

  /// Places of a text that stand in no bracket and in no quotes: `[a, b]` is one value.
  private static func outside(_ text: String) -> [String.Index] {
    var places: [String.Index] = []
    var depth = 0
    var quote: Character?
    for place in text.indices {
      let letter = text[place]
      if let open = quote {
        if letter == open { quote = nil }
      } else if letter == "\"" {
        quote = letter
      } else if "[{".contains(letter) {
        depth += 1
      } else if "]}".contains(letter) {
        depth -= 1
      } else if depth <= 0 {
        places.append(place)
      }
    }
    return places
  }

  private static func trimmed(_ text: String) -> String {
    String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
