// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Tables

/// Finds what a person named: by identifier, by name, or by a part of the name.
struct NameLookup {
  /// What can be found.
  struct Entry {
    let id: String
    let name: String
  }

  /// What is looked for: `beneficiary`, `region`, `objective`, `measure`; part of the codes of findings.
  let kind: String
  let entries: [Entry]

  /// Most matches, or proposals, that are told.
  private static let told = 10
  private static let proposed = 3

  /// The entry that a text names.
  ///
  /// - Throws: a finding where it names none (with what comes nearest), or several (all of them).
  func position(of text: String) throws(Findings) -> Int {
    let wanted = Self.folded(text)
    if let exact = entries.firstIndex(where: { $0.id == text }) { return exact }
    let same = entries.indices.filter {
      Self.folded(entries[$0].id) == wanted || Self.folded(entries[$0].name) == wanted
    }
    if same.count == 1 { return same[0] }
    let holding =
      wanted.isEmpty
      ? [] : entries.indices.filter { Self.folded(entries[$0].name).contains(wanted) }
    let found = same.isEmpty ? holding : same
    if found.count == 1 { return found[0] }
    throw found.isEmpty ? unknown(text, wanted) : several(text, found)
  }

  /// Identifiers are written with or without spaces, names with or without accents.
  static func folded(_ text: String) -> String {
    FoldedName.of(text.replacing(#/['’]/#, with: " "))
  }

  private func unknown(_ text: String, _ wanted: String) -> Findings {
    var arguments = ["text": text]
    let near = nearest(text, wanted)
    if !near.isEmpty { arguments["nearest"] = near.joined(separator: ", ") }
    return Findings(Finding(code("explain.unknown"), .error, at: nil, arguments))
  }

  private func several(_ text: String, _ found: [Int]) -> Findings {
    var list = found.prefix(Self.told).map(described)
    if found.count > Self.told { list.append("…") }
    return Findings(
      Finding(
        code("explain.several"), .error, at: nil,
        ["text": text, "count": "\(found.count)", "list": list.joined(separator: ", ")]))
  }

  private func described(_ position: Int) -> String {
    let entry = entries[position]
    return entry.name.isEmpty || entry.name == entry.id ? entry.id : "\(entry.id) \(entry.name)"
  }

  /// Entries whose identifier, name, or a word of it, is spelled nearly like that.
  private func nearest(_ text: String, _ wanted: String) -> [String] {
    if let id = NearestSpelling.of(text, among: entries.map(\.id)) { return [id] }
    if let name = NearestSpelling.of(text, among: entries.map(\.name)) { return [name] }
    let words = entries.map { Self.folded($0.name).split(separator: "_").map(String.init) }
    for word in wanted.split(separator: "_").map(String.init) where word.count > 3 {
      guard let near = NearestSpelling.of(word, among: words.joined().filter { $0.count > 3 })
      else { continue }
      return entries.indices.filter { words[$0].contains(near) }.prefix(Self.proposed)
        .map(described)
    }
    return []
  }

  private func code(_ prefix: String) -> Finding.Code {
    Finding.Code(rawValue: "\(prefix)\(kind.prefix(1).uppercased())\(kind.dropFirst())")
  }
}
