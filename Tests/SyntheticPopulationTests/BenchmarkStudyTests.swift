// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import FundingModel
import StudyFiles
import SyntheticPopulation
import Testing

@Suite struct `A study made for measuring` {
  @Test func `has the dimensions asked for, and the same bytes each time`() throws {
    let study = BenchmarkStudy(seed: 1, beneficiaries: 60, measures: 7, years: 3, objectives: 4)
    let folder = try study.folder()
    #expect(folder.files == (try study.folder()).files)
    func rows(_ name: String) -> Int {
      let bytes = folder.files.first { $0.name == name }?.bytes ?? []
      return bytes.count { $0 == 0x0A } - 1
    }
    #expect(rows("beneficiaries.csv") == 60)
    #expect(rows("measures.csv") == 7)
    #expect(rows("objectives.csv") == 4)
    #expect(rows("effects.csv") == 7 * 4)
    #expect(rows("contributions.csv") == 4 * 3)
    #expect(rows("prerequisites.csv") == 3)
  }

  @Test func `names in its study file the tables it holds`() throws {
    let folder = try BenchmarkStudy(seed: 2, beneficiaries: 20).folder()
    let text = String(
      decoding: folder.files.first { $0.name == "study.yaml" }?.bytes ?? [], as: UTF8.self)
    for file in folder.files where file.name.hasSuffix(".csv") {
      #expect(text.contains(": \(file.name)\n"))
    }
  }

  @Test(arguments: [(1, 1, 1), (2, 3, 2), (16, 5, 10)])
  func `is read whole and without a remark`(measures: Int, years: Int, objectives: Int) throws {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "releve-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let study = BenchmarkStudy(
      seed: 3, beneficiaries: 40, measures: measures, years: years, objectives: objectives)
    try study.folder().write(to: path)
    let reading = try StudyReader().read(study: path + "/study.yaml")
    #expect(reading.warnings.all.isEmpty)
    #expect(reading.study.scenario.beneficiaries.count == 40)
    #expect(reading.study.scenario.measures.count == measures)
    #expect(reading.study.scenario.horizon.count == years)
    #expect(reading.study.scenario.objectives.count == objectives)
  }
}
