// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// What every page must have for readers of screens and keyboards.
enum PageStructure {
  static func values(_ pattern: String, _ text: String) throws -> [String] {
    try text.matches(of: Regex(pattern)).compactMap { $0.output[1].substring.map(String.init) }
  }

  /// Holds headings, tables, identifiers and links of a page against the rules.
  ///
  /// - Parameters:
  ///   - page: the HTML.
  ///   - least: least number of tables.
  ///   - charts: number of charts.
  /// - Throws: that a pattern is none.
  static func expectSound(_ page: String, tables least: Int, charts: Int) throws {
    let ranks = try values("<h([1-6])", page).compactMap { Int($0) }
    #expect(ranks.count { $0 == 1 } == 1 && ranks.first == 1)
    #expect(zip(ranks, ranks.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    let tables = page.components(of: "<table")
    #expect(tables.count >= least)
    for table in tables {
      #expect(table.contains("<caption>") && !table.contains("<caption></caption>"))
      let heads = table.components(of: "<th").filter { !$0.hasPrefix("ead") }
      #expect(!heads.isEmpty && heads.allSatisfy { $0.hasPrefix(" scope=") })
    }
    let ids = try values(" id=\"([^\"]+)\"", page)
    #expect(Set(ids).count == ids.count)
    let wanted =
      try values("href=\"#([^\"]+)\"", page) + values(" for=\"([^\"]+)\"", page)
      + values("aria-labelledby=\"([^\"]+)\"", page) + values("data-for=\"([^\"]+)\"", page)
    #expect(wanted.count > 15 && wanted.allSatisfy(ids.contains))
    #expect(page.contains("class=\"skip\""))
    #expect(page.components(of: " data-for=\"").count == charts)
    #expect(try values("role=\"img\"[^>]* aria-label=\"([^\"]{20,})\"", page).count == charts)
  }

  /// Holds a page against what would fetch something, and against phrases that were not found.
  static func expectSelfContained(_ page: String) throws {
    for word in [" src=", "<link", "@import", "url(", "http-equiv"] {
      #expect(!page.contains(word), "\(word)")
    }
    let keys = "\\b((?:page|comparisonPage|compare|screen|goal|rule)\\.[a-z][a-zA-Z.]+)\\b"
    let text = page.components(of: "<body>")[0].components(separatedBy: "<script")[0]
    #expect(try values(keys, text) == [])
    #expect(try values("(\\{[a-zA-Z]+\\})", text) == [])
  }
}

extension String {
  /// What follows each occurrence of a text, up to the next.
  func components(of text: String) -> [String] {
    Array(components(separatedBy: text).dropFirst())
  }
}
