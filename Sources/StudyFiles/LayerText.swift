// SPDX-License-Identifier: GPL-3.0-or-later

internal import Yams

/// A layer as it is written to a file: keys keep their order.
public indirect enum LayerText: Sendable {
  /// Text that is written as it stands.
  case text(String)
  /// A number.
  case number(Double)
  /// A whole number.
  case integer(Int)
  /// `true` or `false`.
  case flag(Bool)
  /// `~`: what is removed.
  case nothing
  /// A list.
  case list([LayerText])
  /// Keys with their values.
  case keys([(String, LayerText)])

  /// The YAML of the whole.
  ///
  /// - Returns: `nil` where it cannot be written, which happens to no value made of these cases.
  public func yaml() -> String? {
    try? Yams.serialize(node: node, allowUnicode: true)
  }

  /// Puts a value at the end of a way of keys; what stands there already is joined with it.
  public mutating func set(_ way: some Collection<String>, to value: LayerText) {
    guard let key = way.first else {
      self = value
      return
    }
    var entries: [(String, LayerText)] = []
    if case .keys(let old) = self { entries = old }
    let place = entries.firstIndex { $0.0 == key } ?? entries.count
    if place == entries.count { entries.append((key, .keys([]))) }
    entries[place].1.set(way.dropFirst(), to: value)
    self = .keys(entries)
  }

  private var node: Node {
    switch self {
    case .text(let text): Node(text, Tag(.str), Self.style(of: text))
    case .number(let number): Node("\(number)", Tag(.float))
    case .integer(let number): Node(String(number), Tag(.int))
    case .flag(let flag): Node(flag ? "true" : "false", Tag(.bool))
    case .nothing: Node("~", Tag(.null))
    case .list(let items): Node(items.map(\.node), Tag(.seq), .flow)
    case .keys(let entries):
      Node(
        entries.map { (Self.key($0.0), $0.1.node) }, Tag(.map),
        entries.allSatisfy { !$0.1.isLong } ? .flow : .block)
    }
  }

  private var isLong: Bool { if case .keys = self { true } else { false } }

  private static func key(_ text: String) -> Node {
    // A year is a key like any other.
    Int(text) != nil && !text.hasPrefix("0")
      ? Node(text, Tag(.int)) : Node(text, Tag(.str), style(of: text))
  }

  /// Codes such as `04` would lose their zero as numbers.
  private static func style(of text: String) -> Node.Scalar.Style {
    text.first?.isNumber == true && text.allSatisfy(\.isNumber) ? .doubleQuoted : .any
  }
}
