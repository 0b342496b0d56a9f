// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import Wording

@Suite struct `Every code has a phrase` {
  private static let sources = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources")

  /// Codes that the Swift files of a room declare, as `static let name: Self = "room.name"`.
  private func declaredCodes(of room: String) throws -> [String] {
    let folder = Self.sources.appending(path: room)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    var codes: [String] = []
    for file in files.sorted() where file.hasSuffix(".swift") {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      let declaration = #/: Self = "([a-z][A-Za-z]*\.[A-Za-z.]+)"/#
      codes += text.matches(of: declaration).map { String($0.output.1) }
    }
    return codes
  }

  @Test(arguments: ["Tables", "Registers"])
  func `whatever a room can find is said in both languages`(room: String) throws {
    let codes = try declaredCodes(of: room)
    #expect(codes.count > 5)
    for code in codes { #expect(Catalogue.phrases[code] != nil, "\(code)") }
  }

  @Test func `both languages use the same arguments`() {
    for (key, phrase) in Catalogue.phrases.sorted(by: { $0.key < $1.key }) {
      func names(_ text: String) -> Set<Substring> {
        Set(text.matches(of: #/\{[a-zA-Z]+\}/#).map(\.output))
      }
      #expect(names(phrase.fr) == names(phrase.en), "\(key)")
    }
  }

  @Test(arguments: [
    "empty", "notANumber", "malformedGrouping", "ambiguousSeparator", "spreadsheetExponent",
    "tooManyDigits", "notWhole", "finerThanCent", "absurdAmount", "unitMissing", "unitMismatch",
    "unknownUnit",
  ])
  func `every fault of a quantity is said`(reason: String) {
    #expect(Catalogue.phrases["tables.\(reason)"] != nil)
  }
}
