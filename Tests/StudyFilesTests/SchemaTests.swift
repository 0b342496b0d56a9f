// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import Testing

@testable import StudyFiles

@Suite struct `The published JSON Schema` {
  @Test(arguments: StudySchema.Kind.allCases)
  func `the copy in docs is what the declared keys give`(kind: StudySchema.Kind) throws {
    let path = TestPaths.root + "/docs/schema/\(kind.rawValue).schema.json"
    try Golden.check(StudySchema.json(kind: kind), path: path)
  }

  /// A file of the repository as a tree.
  private func tree(_ path: String) throws -> RawNode {
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: TestPaths.root + "/" + path)))
    return try tree(bytes)
  }

  private func tree(_ bytes: [UInt8]) throws -> RawNode {
    var findings = Findings()
    let document = YamlDocument(file: "study.yaml", limits: StudyLimits())
    return try #require(document.read(bytes, findings: &findings))
  }

  @Test(arguments: [
    "Sources/Workbench/Tutorial/study.yaml", "models/after-care.yaml",
    "Tests/StudyFilesTests/Fixtures/small/study.yaml",
  ])
  func `studies that are read whole are valid`(path: String) throws {
    let checker = try SchemaChecker(StudySchema.json(kind: .study))
    #expect(checker.faults(of: try tree(path)) == [])
  }

  @Test func `layers that are read whole are valid, and no study is a layer`() throws {
    let checker = try SchemaChecker(StudySchema.json(kind: .layer))
    let folder = TestPaths.root + "/models/scenarios"
    var names = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".yaml") }
      .map { "models/scenarios/\($0)" }
    names += [
      "Sources/Workbench/Tutorial/layers/more-money.yaml",
      "Tests/StudyFilesTests/Fixtures/small/layer.yaml",
    ]
    for name in names {
      #expect(checker.faults(of: try tree(name)) == [], "\(name)")
    }
    #expect(!checker.faults(of: try tree("models/after-care.yaml")).isEmpty)
  }

  @Test func `what the reader refuses by its keys and shapes, the schema refuses too`() throws {
    let checker = try SchemaChecker(StudySchema.json(kind: .study))
    let refused: Set<String> = [
      "study.unknownKey", "study.valueWanted", "study.listWanted", "study.mappingWanted",
      "study.missingKey", "study.notFlag", "study.notAllowed", "study.emptyItem",
      "study.versionUnknown",
    ]
    var count = 0
    for one in try BadInput.all() where one.layers.isEmpty && one.overrides.isEmpty {
      let codes = one.findings.filter { $0.position?.file == "study.yaml" }.map(\.code.rawValue)
      guard let code = codes.first, refused.contains(code),
        let bytes = one.study.files["study.yaml"], one.name != "band without an amount",
        one.name != "key that is a list", one.name != "deep nesting"
      else { continue }
      count += 1
      #expect(!checker.faults(of: try tree(bytes)).isEmpty, "\(one.name)")
    }
    #expect(count >= 10)
  }
}
