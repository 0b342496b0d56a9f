// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics

/// A rule as it is named on the command line: `family` or `family[part,…]`, some of its parts.
struct RulePattern: Sendable {
  private let family: Substring
  private let parts: [Substring]

  /// Reads a pattern.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - names: Names of the rules, `family[part,…]`.
  ///   - empty: Code of the finding where nothing was typed.
  ///   - unknown: Code of the finding where it names no rule; it has the text and the nearest name.
  /// - Throws: `Findings` with one of the two.
  init(
    _ text: String, among names: [String], empty: Finding.Code, unknown: Finding.Code
  ) throws(Findings) {
    let typed = Self.split(text.trimmingPrefix { $0.isWhitespace })
    guard !typed.family.isEmpty else { throw Findings(Finding(empty, .error)) }
    (family, parts) = typed
    guard !names.contains(where: matches) else { return }
    var arguments = ["text": text]
    let families = Set(names.map { String(Self.split($0[...]).family) }).sorted()
    arguments["nearest"] = NearestSpelling.of(text, among: families + names)
    throw Findings(Finding(unknown, .error, at: nil, arguments))
  }

  /// Whether a rule is meant, by its name.
  func matches(_ name: String) -> Bool {
    let rule = Self.split(name[...])
    return rule.family == family && parts.allSatisfy(rule.parts.contains)
  }

  private static func split(_ text: Substring) -> (family: Substring, parts: [Substring]) {
    let halves = text.split(separator: "[", maxSplits: 1)
    let inside = halves.count > 1 ? halves[1].split(separator: "]").first ?? "" : ""
    return (halves.first ?? "", inside.split(separator: ","))
  }
}
