// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import Wording

@Suite struct `The catalogue of texts` {
  @Test func `every finding of the sources has a phrase`() throws {
    var codes: Set<String> = []
    for file in try SourceTree.swiftFiles(in: "Sources") where !file.hasPrefix("Sources/Wording") {
      let text = try SourceTree.text(of: file)
      for match in text.matches(of: #/Finding\(\s*"([a-zA-Z.]+)"/#) {
        codes.insert(String(match.1))
      }
    }
    #expect(!codes.isEmpty)
    for code in codes.sorted() {
      #expect(Catalogue.phrases[code] != nil, "no phrase for \(code)")
    }
  }

  @Test func `both languages of a phrase name the same arguments`() {
    for (key, phrase) in Catalogue.phrases.sorted(by: { $0.key < $1.key }) {
      #expect(arguments(of: phrase.fr) == arguments(of: phrase.en), "\(key)")
      #expect(!phrase.fr.isEmpty && !phrase.en.isEmpty, "\(key)")
    }
  }

  private func arguments(of text: String) -> Set<String> {
    Set(text.matches(of: #/\{([a-zA-Z]+)\}/#).map { String($0.1) })
  }
}
