// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics

/// A value of a YAML file with its place, before it is known what it should be.
struct RawNode: Sendable {
  struct Pair: Sendable {
    var key: String
    var keyPosition: SourcePosition
    var value: RawNode
  }

  enum Content: Sendable {
    /// `~`, `null`, or nothing at all.
    case null
    case scalar(String)
    case list([RawNode])
    case mapping([Pair])
  }

  var content: Content
  var position: SourcePosition

  /// The pair of a key of a mapping.
  func pair(_ key: String) -> Pair? {
    guard case .mapping(let pairs) = content else { return nil }
    return pairs.first { $0.key == key }
  }

  /// The same with everything in it at one place.
  func moved(to place: SourcePosition) -> RawNode {
    var node = self
    node.position = place
    switch node.content {
    case .null, .scalar: break
    case .list(let items): node.content = .list(items.map { $0.moved(to: place) })
    case .mapping(let pairs):
      node.content = .mapping(
        pairs.map { Pair(key: $0.key, keyPosition: place, value: $0.value.moved(to: place)) })
    }
    return node
  }
}
