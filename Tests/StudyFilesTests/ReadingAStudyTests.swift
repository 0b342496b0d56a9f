// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import FundingModel
import StudyFiles
import Testing

@Suite struct `Reading a study` {
  @Test func `the study of the tutorial is read whole and without a remark`() throws {
    let path = TestPaths.root + "/Sources/Workbench/Tutorial/study.yaml"
    let reading = try StudyReader().read(StudySpecification(path + "+more-money"))
    #expect(reading.warnings.all.isEmpty)
    let scenario = reading.study.scenario
    #expect(scenario.beneficiaries.count == 12)
    #expect(scenario.measures.map(\.id) == ["M1", "M2", "M3", "M4", "M5"])
    #expect(scenario.vehicles.map(\.id) == ["call", "grant"])
    #expect(scenario.vehicles[0].announcedShare == .whole)
    #expect(scenario.vehicles[1].amounts[1].secured == .euros(220_000))
    #expect(reading.study.layers == ["study", "more-money"])
  }

  @Test func `the embedded national study is read whole and without a remark`() throws {
    let reading = try StudyReader().read(study: TestPaths.root + "/models/after-care.yaml")
    #expect(reading.warnings.all.isEmpty)
    #expect(reading.study.scenario.beneficiaries.count == 1433)
    #expect(reading.study.scenario.measures.count == 20)
  }
}
