// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import WebPage

@Suite struct `A page in one file` {
  static let attacks = [
    "</td><script>alert(1)</script>", "\" onload=\"alert(1)", "' onload='alert(1)", "<!--", "&lt;",
    "]]>", "<img src=x onerror=alert(1)>", "</style></title>", "\u{0}\u{8}<b>",
    "é€\u{202F}\u{2028}",
  ]

  /// What a reader of HTML sees of an escaped text.
  private func read(_ text: String) -> String {
    text.replacingOccurrences(of: "&lt;", with: "<").replacingOccurrences(of: "&gt;", with: ">")
      .replacingOccurrences(of: "&quot;", with: "\"").replacingOccurrences(of: "&amp;", with: "&")
  }

  @Test(arguments: attacks)
  func `no text gets out of its element`(text: String) {
    let markup = Markup.element(.td, [Attribute(.class, "x")], text).source
    let inner = markup.dropFirst("<td class=\"x\">".count).dropLast("</td>".count)
    #expect(markup.hasPrefix("<td class=\"x\">") && markup.hasSuffix("</td>"))
    #expect(!inner.contains("<") && !inner.contains(">"))
    let visible = String(
      String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? "\u{FFFD}" : $0 }))
    #expect(read(String(inner)) == visible)
  }

  @Test(arguments: attacks, Attribute.Name.allCases.filter { $0 != .href })
  func `no value gets out of its attribute`(text: String, name: Attribute.Name) {
    let markup = Markup.element(.input, [Attribute(name, text)], []).source
    let start = "<input \(name.rawValue)=\""
    #expect(markup.hasPrefix(start) && markup.hasSuffix("\">"))
    let inner = markup.dropFirst(start.count).dropLast(2)
    #expect(!inner.contains("\"") && !inner.contains("<") && !inner.contains(">"))
  }

  @Test(arguments: attacks)
  func `a link leads to a place of the page, whatever its name`(text: String) {
    let markup = Markup.element(.a, [.anchor(text)], "x").source
    #expect(markup.hasPrefix("<a href=\"#") && markup.hasSuffix("\">x</a>"))
    #expect(markup.count { $0 == "\"" } == 2)
  }

  @Test(arguments: attacks)
  func `neither title, style nor data end before their end`(text: String) throws {
    let data = try JSONSerialization.data(withJSONObject: ["name": text])
    let page = WebDocument(
      language: "fr", title: text, style: "a{}\(text)", body: [.element(.p, [], text)],
      scripts: [.data(id: "d", json: String(decoding: data, as: UTF8.self))])
    let source = String(decoding: page.bytes, as: UTF8.self)
    for tag in ["title", "style", "p", "head", "body", "html"] {
      #expect(source.components(separatedBy: "</\(tag)>").count == 2, "\(tag)")
    }
    #expect(source.components(separatedBy: "</script>").count == 2)
    #expect(source.components(separatedBy: "<!").count == 2)
    let json = try #require(source.components(separatedBy: "id=\"d\">").last)
      .components(separatedBy: "</script>")[0]
    let back = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: String]
    #expect(back == ["name": text])
  }

  @Test(arguments: [
    ("a='</script>'", #"a='<\/script>'"#), ("b='</SCRIPT '", #"b='<\/script '"#),
    ("c='<!-- x'", #"c='<\!-- x'"#), ("d<e</f/.g", "d<e</f/.g"),
  ])
  func `a program keeps its meaning and cannot end its element`(code: String, written: String) {
    let page = WebDocument(language: "fr", title: "", style: "", body: [], scripts: [.code(code)])
    #expect(String(decoding: page.bytes, as: UTF8.self).contains("<script>\(written)</script>"))
  }
}
