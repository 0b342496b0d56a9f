// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics

/// Values by their keys, in the order in which they were given, until they become a tree of nodes.
final class NodeTree {
  private let key: String
  private let position: SourcePosition
  private var leaf: RawNode?
  private var children: [NodeTree] = []
  private var places: [String: Int] = [:]
  private var annotations: [RawNode.Pair] = []
  private var isMapping = false

  init(key: String = "", at position: SourcePosition) {
    self.key = key
    self.position = position
  }

  /// Keys below it.
  var keys: [String] { children.map(\.key) }

  /// What stands below a key; made where there is none.
  func child(_ key: String, at position: SourcePosition) -> NodeTree {
    if let place = places[key] { return children[place] }
    let child = NodeTree(key: key, at: position)
    places[key] = children.count
    children.append(child)
    return child
  }

  /// What stands below keys; made where there is none.
  func descendant(_ keys: [String], at position: SourcePosition) -> NodeTree {
    keys.reduce(self) { $0.child($1, at: position) }
  }

  /// What stands below a key.
  func existing(_ key: String) -> NodeTree? { places[key].map { children[$0] } }

  /// Gives it a value.
  ///
  /// - Returns: where another value stands already; `nil` where the value was taken.
  func give(_ node: RawNode) -> SourcePosition? {
    if let leaf { return leaf.position }
    guard case .mapping(let pairs) = node.content else {
      if let child = children.first { return child.firstPosition }
      leaf = node
      return nil
    }
    isMapping = true
    for pair in pairs {
      if MappingShape.annotations.contains(where: { $0.name == pair.key }) {
        if let taken = annotate([pair]) { return taken }
      } else if let taken = child(pair.key, at: pair.keyPosition).give(pair.value) {
        return taken
      }
    }
    return nil
  }

  private var firstPosition: SourcePosition {
    leaf?.position ?? children.first?.firstPosition ?? position
  }

  /// Makes it a mapping, though nothing may stand below it.
  func open() { isMapping = true }

  /// Says where the values in it come from.
  ///
  /// - Returns: where that was said already, otherwise; `nil` where it was taken.
  func annotate(_ pairs: [RawNode.Pair]) -> SourcePosition? {
    for pair in pairs {
      if let first = annotations.first(where: { $0.key == pair.key }) { return first.keyPosition }
      annotations.append(pair)
    }
    return nil
  }

  /// The node of what was given; `nil` where only its source was.
  var node: RawNode? {
    if let leaf {
      guard !annotations.isEmpty else { return leaf }
      let value = RawNode.Pair(key: "value", keyPosition: leaf.position, value: leaf)
      return RawNode(content: .mapping([value] + annotations), position: leaf.position)
    }
    guard isMapping || !children.isEmpty else { return nil }
    let pairs = children.compactMap { child in
      child.node.map { RawNode.Pair(key: child.key, keyPosition: child.position, value: $0) }
    }
    return RawNode(content: .mapping(pairs + annotations), position: position)
  }
}
