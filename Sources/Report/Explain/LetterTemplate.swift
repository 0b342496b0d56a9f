// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
public import Wording

/// The text of a letter with places for what differs from one beneficiary to the next.
///
/// A place is a name in braces: `{name}`. ``placeholders`` lists those there are.
public struct LetterTemplate: Sendable, Hashable {
  /// A part of a template.
  enum Part: Sendable, Hashable {
    case text(String)
    case place(String)
  }

  let parts: [Part]

  /// Names that a template may use, in the order in which they are documented.
  public static let placeholders = [
    "name", "identifier", "region", "study", "firstYear", "lastYear", "amounts", "total", "own",
    "measures", "targets", "avoided", "reasons",
  ]

  /// The built-in template.
  ///
  /// - Parameter language: language of the letter.
  /// - Returns: the template.
  public static func builtIn(in language: Language) -> LetterTemplate {
    let text = Catalogue.phrases["explain.letter.template"]?.text(in: language) ?? ""
    return LetterTemplate(parts: read(text) { _ in })
  }

  /// Reads a template.
  ///
  /// - Parameters:
  ///   - text: its text.
  ///   - file: file it comes from, for findings.
  /// - Throws: every unknown name and every brace that is not closed, with line and column.
  public init(_ text: String, file: String) throws(Findings) {
    var findings = Findings()
    parts = Self.read(text) { fault in
      let position = SourcePosition(file: file, line: fault.line, column: fault.column)
      guard let name = fault.name else {
        findings.add(Finding("explain.openBrace", .error, at: position))
        return
      }
      var arguments = [
        "name": name, "known": Self.placeholders.map { "{\($0)}" }.joined(separator: ", "),
      ]
      arguments["nearest"] = NearestSpelling.of(name, among: Self.placeholders)
      findings.add(Finding("explain.unknownPlaceholder", .error, at: position, arguments))
    }
    try findings.throwIfErrors()
  }

  private init(parts: [Part]) { self.parts = parts }

  /// A brace that stands for nothing.
  private struct Fault {
    /// The name in it; `nil` where it is not closed on its line.
    let name: String?
    let line: Int
    let column: Int
  }

  private static func read(_ text: String, report: (Fault) -> Void) -> [Part] {
    var parts: [Part] = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (number, line) in lines.enumerated() {
      var rest = line
      while let open = rest.firstIndex(of: "{") {
        parts.append(.text(String(rest[..<open])))
        let column = line.distance(from: line.startIndex, to: open) + 1
        guard let close = rest[open...].firstIndex(of: "}") else {
          report(Fault(name: nil, line: number + 1, column: column))
          break
        }
        let name = String(rest[rest.index(after: open)..<close])
        if !placeholders.contains(name) {
          report(Fault(name: name, line: number + 1, column: column))
        }
        parts.append(.place(name))
        rest = rest[rest.index(after: close)...]
      }
      parts.append(.text(String(rest)))
      if number < lines.count - 1 { parts.append(.text("\n")) }
    }
    return parts
  }

  /// The text with its places filled.
  ///
  /// - Parameter values: values by name.
  /// - Returns: the text, with a line end at its end.
  func filled(_ values: [String: String]) -> String {
    let text = parts.map { part in
      switch part {
      case .text(let text): text
      case .place(let name): values[name] ?? ""
      }
    }.joined()
    return text.hasSuffix("\n") ? text : text + "\n"
  }
}
