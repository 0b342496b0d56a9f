// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics
internal import Yams

/// Turns the nodes of the YAML library into ``RawNode``, refusing what studies have no use for.
struct NodeWalk {
  let file: String
  let limits: StudyLimits
  let source: SourceText
  var findings = Findings()

  init(file: String, limits: StudyLimits, source: SourceText) {
    self.file = file
    self.limits = limits
    self.source = source
  }

  mutating func node(_ node: Node, depth: Int) -> RawNode {
    let position = position(of: node)
    let empty = RawNode(content: .null, position: position)
    guard depth <= limits.nesting else {
      findings.add(
        Finding(.nestedTooDeep, .error, at: position, ["limit": "\(limits.nesting)"]))
      return empty
    }
    if node.anchor != nil {
      findings.add(Finding(.anchor, .error, at: position))
      return empty
    }
    switch node {
    case .scalar(let scalar): return RawNode(content: content(of: scalar), position: position)
    case .sequence(let sequence):
      var items: [RawNode] = []
      for item in sequence { items.append(self.node(item, depth: depth + 1)) }
      return RawNode(content: .list(items), position: position)
    case .mapping(let mapping):
      return RawNode(content: .mapping(pairs(of: mapping, depth: depth)), position: position)
    case .alias:
      findings.add(Finding(.anchor, .error, at: position))
      return empty
    }
  }

  private func position(of node: Node) -> SourcePosition {
    SourcePosition(file: file, line: node.mark?.line, column: node.mark?.column)
  }

  private func content(of scalar: Node.Scalar) -> RawNode.Content {
    let isNull =
      scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    return isNull ? .null : .scalar(scalar.string)
  }

  private mutating func pairs(of mapping: Node.Mapping, depth: Int) -> [RawNode.Pair] {
    var pairs: [RawNode.Pair] = []
    var places: [String: Int] = [:]
    var previous: (key: Node, value: Node)?
    for (keyNode, valueNode) in mapping {
      defer { previous = (keyNode, valueNode) }
      let keyPosition = position(of: keyNode)
      guard case .scalar(let scalar) = keyNode, keyNode.anchor == nil else {
        findings.add(Finding(.keyNotText, .error, at: keyPosition))
        continue
      }
      let key = source.undisguised(scalar.string)
      if let joined = decimal(key, at: keyNode, valueNode, after: previous?.value),
        let last = pairs.indices.last
      {
        pairs[last].value.content = .scalar(joined)
        continue
      }
      if let first = places[key] {
        findings.add(
          Finding(.duplicateKey, .error, at: keyPosition, ["key": key, "first": "\(first)"]))
        continue
      }
      places[key] = keyPosition.line ?? 0
      let value = node(valueNode, depth: depth + 1)
      pairs.append(RawNode.Pair(key: key, keyPosition: keyPosition, value: value))
    }
    return pairs
  }

  /// A number that a comma inside braces has cut in two, put together again.
  ///
  /// `{ agents: 0,75 }` is to YAML the value 0 and a key `75` without a value. A key that begins with
  /// a digit, has no value and follows a comma without a space means nothing else in a study.
  private func decimal(
    _ key: String, at keyNode: Node, _ value: Node, after previous: Node?
  ) -> String? {
    guard let digit = key.utf8.first, 0x30...0x39 ~= digit,
      case .scalar(let own) = value, own.style == .plain, own.string.isEmpty,
      case .scalar(let before)? = previous, before.style == .plain,
      let last = before.string.utf8.last, 0x30...0x39 ~= last,
      let from = previous?.mark, let to = keyNode.mark, from.line == to.line,
      to.column == from.column + before.string.unicodeScalars.count + 1
    else { return nil }
    return "\(before.string),\(key)"
  }
}
