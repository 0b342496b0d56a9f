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

  /// The axis of one `--vary`.
  ///
  /// - Parameters:
  ///   - text: `PATH=VALUES`.
  ///   - number: Number of the option, from 1.
  /// - Returns: The axis.
  /// - Throws: a finding that says what is wrong with the text.
  static func axis(_ text: String, number: Int) throws(Findings) -> SweepAxis {
    let position = SourcePosition(file: option, line: number)
    func fault(_ code: Finding.Code, _ arguments: [String: String] = [:]) -> Findings {
      Findings(Finding(code, .error, at: position, arguments.merging(["text": text]) { $1 }))
    }
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
    do {
      if rest[mark] == "/" {
        return SweepAxis(
          path: path, values: try QuantityRange.values(from: first, to: last, step: end))
      }
      guard let count = Int(trimmed(end)), count >= 2 else { throw fault("sweep.badCount") }
      return SweepAxis(
        path: path, values: try QuantityRange.values(from: first, to: last, count: count))
    } catch let problem as QuantityRange.Problem {
      switch problem {
      case .notNumber(let part): throw fault("sweep.rangeNotNumber", ["part": trimmed(part)])
      case .twoUnits(let one, let other):
        throw fault("sweep.twoUnits", ["first": one, "second": other])
      case .reversed: throw fault("sweep.reversedRange")
      case .stepNotPositive: throw fault("sweep.badStep")
      case .tooFew: throw fault("sweep.oneValue")
      case .tooMany:
        throw fault("sweep.rangeTooLong", ["most": "\(QuantityRange.mostValues)"])
      }
    } catch let findings as Findings {
      throw findings
    } catch {
      throw fault("sweep.axisForm")
    }
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
