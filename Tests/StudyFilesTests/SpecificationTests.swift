// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import StudyFiles
import Testing
import Wording

@Suite struct `Naming a study and its layers` {
  private let folder = StudyFolder.memory([
    "national/study.yaml": [], "national/extra.yaml": [], "national/layers/more.yaml": [],
    "national/scenarios/less.yml": [], "other+name.yaml": [],
  ])

  @Test func `layers are found beside the study, in layers and in scenarios`() throws {
    let one = try StudySpecification("national/study.yaml+extra+more.yaml+less", in: folder)
    #expect(one.study == "national/study.yaml")
    #expect(
      one.layers == [
        "national/extra.yaml", "national/layers/more.yaml", "national/scenarios/less.yml",
      ])
  }

  @Test func `the ending may be left out, and a folder stands for its study`() throws {
    #expect(try StudySpecification("national/study", in: folder).study == "national/study.yaml")
    #expect(try StudySpecification("national", in: folder).study == "national/study.yaml")
    #expect(try StudySpecification("other+name.yaml", in: folder).layers.isEmpty)
  }

  @Test func `each name that is not found is told with the nearest`() {
    let error = #expect(throws: Findings.self) {
      try StudySpecification("national/study+mor+extr", in: folder)
    }
    #expect(
      error?.all.map { Catalogue.text(of: $0, in: .english) } == [
        "error: The layer \"mor\" is not found: neither at this path, nor beside the study "
          + "(national), nor in layers/ or scenarios/. Check its name. Did you mean \"more\"?",
        "error: The layer \"extr\" is not found: neither at this path, nor beside the study "
          + "(national), nor in layers/ or scenarios/. Check its name. Did you mean \"extra\"?",
      ])
    let other = #expect(throws: Findings.self) { try StudySpecification("nationl/x", in: folder) }
    #expect(other?.all.map(\.code.rawValue) == ["study.studyNotFound"])
    let empty = #expect(throws: Findings.self) { try StudySpecification("a++b", in: folder) }
    #expect(empty?.all.map(\.code.rawValue) == ["study.emptyName"])
  }
}
