// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics
internal import FundingModel
internal import Tables

/// A checked value of a study, with its place and every origin it had.
struct Entry: Sendable {
  struct Pair: Sendable {
    var key: String
    var keyPosition: SourcePosition
    var entry: Entry
  }

  enum Content: Sendable {
    case text(String)
    case list([Entry])
    case mapping([Pair])
    /// Set to nothing by a layer.
    case removed
    /// Something that was refused, and told; kept so that it is not told as absent too.
    case refused
  }

  var content: Content
  var position: SourcePosition
  /// Origins of a single value or a list, the last first; empty for mappings.
  var origins: [Provenance] = []
  /// Whether it was written as a plain value that stands for a whole mapping, and so replaces one.
  var isShorthand = false
  /// Remark for readers.
  var note: String?

  /// An empty mapping.
  static func emptyMapping(at position: SourcePosition) -> Entry {
    Entry(content: .mapping([]), position: position)
  }

  /// Pairs of a mapping, in order.
  var pairs: [Pair] {
    if case .mapping(let pairs) = content { pairs } else { [] }
  }

  /// Items of a list, in order.
  var items: [Entry] {
    if case .list(let items) = content { items } else { [] }
  }

  /// The text of a single value.
  var text: String? {
    if case .text(let text) = content { text } else { nil }
  }

  /// What a key holds.
  func child(_ key: String) -> Entry? { pairs.first { $0.key == key }?.entry }

  /// What a declared key holds.
  func child(_ key: KeyDeclaration) -> Entry? { child(key.name) }

  /// The value of a declared key; `nil` where it is absent, or wrong, which was told already.
  func value<Value>(_ key: Key<Value>) -> Value? {
    guard let text = child(key.declaration.name)?.text,
      case .success(let cell) = key.type.read(text)
    else { return nil }
    return key.convert(cell)
  }

  /// Where the value of a key stands; the mapping itself where the key is absent.
  func position(of key: some DeclaredKey) -> SourcePosition {
    child(key.declaration.name)?.position ?? position
  }

  /// The value as a person would write it on one line.
  var written: String {
    switch content {
    case .text(let text): text
    case .removed, .refused: "~"
    case .list(let items):
      items.isEmpty ? "[]" : "[\(items.map(\.written).joined(separator: ", "))]"
    case .mapping(let pairs) where isShorthand && pairs.count == 1: pairs[0].entry.written
    case .mapping(let pairs):
      pairs.isEmpty
        ? "{}" : "{ \(pairs.map { "\($0.key): \($0.entry.written)" }.joined(separator: ", ")) }"
    }
  }
}
