// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import Tables
import Testing

@testable import StudyFiles

@Suite struct `The page of the format` {
  private func page() throws -> String {
    try String(contentsOfFile: TestPaths.root + "/docs/study.md", encoding: .utf8)
  }

  @Test func `its example has only keys and values that are read`() throws {
    let block = try #require(try page().components(separatedBy: "```yaml\n").dropFirst().first)
    let text = try #require(block.components(separatedBy: "```").first)
    var findings = Findings()
    let document = YamlDocument(file: "study.md", limits: StudyLimits())
    let node = try #require(document.read(Array(text.utf8), findings: &findings))
    var reader = ShapeReader(layer: "study", isLayer: false)
    let entry = reader.read(node, as: .mapping(StudyKeys.studyShape), key: "study")
    #expect(findings.all.isEmpty)
    #expect(reader.findings.all.isEmpty)
    // Every key of the format stands in the example.
    let keys = try #require(entry).pairs.map(\.key)
    for key in StudyKeys.studyShape.keys where key.name != "description" {
      #expect(keys.contains(key.name))
    }
  }

  @Test func `it names every column of every table`() throws {
    let lines = try page().components(separatedBy: "\n")
    for role in TableRole.allCases {
      let row = try #require(lines.first { $0.hasPrefix("| \(role.rawValue) |") })
      let words = Set(
        row.components(separatedBy: CharacterSet(charactersIn: " |,*();."))
          .map { $0.trimmingCharacters(in: .punctuationCharacters) })
      for column in role.schema().columns {
        #expect(words.contains(column.name), "\(role.rawValue): \(column.name)")
        let isMarked = row.contains(" \(column.name)*")
        #expect(isMarked == column.isRequired, "\(role.rawValue): \(column.name)")
      }
    }
  }
}
