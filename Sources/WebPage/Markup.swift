// SPDX-License-Identifier: GPL-3.0-or-later

/// A piece of HTML that cannot hold anything its author did not mean as markup.
///
/// Texts enter through ``text(_:)`` and values through ``Attribute``; both are escaped there and
/// nowhere else, and there is no way to put in a string as it is.
public struct Markup: Sendable, Hashable {
  /// The HTML.
  public let source: String

  init(source: String) { self.source = source }

  /// Nothing.
  public static let empty = Markup(source: "")

  /// A text, escaped.
  public static func text(_ text: String) -> Markup { Markup(source: Escaping.text(text)) }

  /// An element with what it holds.
  public static func element(
    _ tag: Tag, _ attributes: [Attribute] = [], _ content: [Markup]
  ) -> Markup {
    var source = "<\(tag.rawValue)"
    for attribute in attributes {
      source += " \(attribute.name.rawValue)"
      if let value = attribute.value { source += "=\"\(Escaping.value(value))\"" }
    }
    source += ">"
    guard !tag.isVoid else { return Markup(source: source) }
    for piece in content { source += piece.source }
    source += "</\(tag.rawValue)>"
    if tag.endsLine { source += "\n" }
    return Markup(source: source)
  }

  /// An element that holds a text.
  public static func element(
    _ tag: Tag, _ attributes: [Attribute] = [], _ text: String
  ) -> Markup {
    element(tag, attributes, [.text(text)])
  }

  /// Pieces one after the other.
  public static func all(_ pieces: [Markup]) -> Markup {
    var source = ""
    for piece in pieces { source += piece.source }
    return Markup(source: source)
  }
}

/// The elements that pages use.
public enum Tag: String, Sendable, CaseIterable {
  case a, abbr, body, button, caption, code, div, dd, details, dl, dt, figcaption, figure, footer
  case h1, h2, h3, h4, head, header, html, input, label, li, main, meta, nav, ol, option, p, script
  case section, select, span, strong, style, sub, summary, table, tbody, td, tfoot, th, thead, title
  case tr, ul

  /// Whether it holds nothing and has no end.
  var isVoid: Bool { self == .input || self == .meta }

  /// Whether a line ends after it, for whoever reads the source.
  var endsLine: Bool {
    switch self {
    case .a, .abbr, .code, .span, .strong, .sub, .td, .th, .option, .label, .button: false
    default: true
    }
  }
}

/// An attribute of an element; its value is escaped where it is written.
public struct Attribute: Sendable, Hashable {
  /// The attributes that pages use; none of them can hold a program.
  public enum Name: String, Sendable, CaseIterable {
    case ariaDescribedby = "aria-describedby"
    case ariaHidden = "aria-hidden"
    case ariaLabel = "aria-label"
    case ariaLabelledby = "aria-labelledby"
    case ariaLive = "aria-live"
    case charset, id, lang, name, content, role, scope, colspan, type, value, hidden, tabindex
    case `class`
    case `for`
    /// For the page's own script.
    case dataValue = "data-v"
    case dataKind = "data-kind"
    case dataFor = "data-for"
    case href
  }

  let name: Name
  let value: String?

  /// An attribute with its value; links are made by ``anchor(_:)`` only.
  public init(_ name: Name, _ value: String) {
    precondition(name != .href, "a link leads to a place of the page")
    self.name = name
    self.value = value
  }

  private init(name: Name, value: String?) {
    self.name = name
    self.value = value
  }

  /// An attribute without a value.
  public static func flag(_ name: Name) -> Attribute { Attribute(name: name, value: nil) }

  /// A link to an element of the same page.
  public static func anchor(_ id: String) -> Attribute { Attribute(name: .href, value: "#\(id)") }
}
