// SPDX-License-Identifier: GPL-3.0-or-later

/// A whole page in one file: styles, scripts and data stand in it, nothing is fetched.
public struct WebDocument: Sendable {
  /// Something of `<script>`.
  public enum Script: Sendable {
    /// A program.
    case code(String)
    /// JSON that programs of the page find by its name.
    case data(id: String, json: String)
  }

  /// Language of the page, for example `fr`.
  public var language: String
  /// Title of the window.
  public var title: String
  /// Styles.
  public var style: String
  /// What is shown.
  public var body: [Markup]
  /// Programs and data, in the order in which they are read, after the body.
  public var scripts: [Script]

  /// Creates a page.
  public init(
    language: String, title: String, style: String, body: [Markup], scripts: [Script] = []
  ) {
    self.language = language
    self.title = title
    self.style = style
    self.body = body
    self.scripts = scripts
  }

  /// The page as the bytes of a file, in UTF-8.
  public var bytes: [UInt8] {
    let head = Markup.element(
      .head, [],
      [
        .element(.meta, [Attribute(.charset, "utf-8")], []),
        .element(
          .meta,
          [
            Attribute(.name, "viewport"),
            Attribute(.content, "width=device-width, initial-scale=1"),
          ], []),
        .element(.title, [], title),
        .element(.style, [], [Markup(source: Escaping.style(style))]),
      ])
    let page = Markup.element(
      .html, [Attribute(.lang, language)], [head, .element(.body, [], body + scripts.map(markup))])
    return Array("<!DOCTYPE html>\n".utf8) + Array(page.source.utf8)
  }

  private func markup(_ script: Script) -> Markup {
    switch script {
    case .code(let code): .element(.script, [], [Markup(source: Escaping.script(code))])
    case .data(let id, let json):
      .element(
        .script, [Attribute(.type, "application/json"), Attribute(.id, id)],
        [Markup(source: Escaping.json(json))])
    }
  }
}
