// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import FundingModel
import Report
import TestSupport
import Testing
import Wording

@testable import Workbench

@Suite struct `Years that are locked` {
  @Test(arguments: UInt64(1)...20)
  func `to the optimum's own values give the same optimum`(seed: UInt64) throws {
    var scenario = RandomScenario(seed: seed).make()
    // A level that may give some of its value up gives up another part of it when it starts from a
    // plan, so that levels after it are not the same; the same holds of the numerical room of held
    // goals from the third level on.
    for place in scenario.goals.indices { scenario.goals[place].tolerance = 0 }
    let free = try PlannedScenario(scenario)
    for count in 1...scenario.horizon.count {
      let locked = try PlannedScenario(scenario.locking(free.plan, years: count))
      // Never better than the optimum, and at no level worse than the plan that is still there.
      #expect(locked.best >= free.best - PlannedScenario.room(free.best))
      for (value, wanted) in zip(locked.solved, free.values).prefix(2) {
        #expect(value <= wanted + PlannedScenario.room(wanted), "\(count) years")
      }
    }
  }

  @Test(arguments: UInt64(1)...20)
  func `all of them give the plan itself`(seed: UInt64) throws {
    let scenario = RandomScenario(seed: seed).make()
    let free = try PlannedScenario(scenario).plan
    let locked = try PlannedScenario(
      scenario.locking(free, years: scenario.horizon.count)
    ).plan
    #expect(locked.increments == free.increments)
    #expect(locked.grants == free.grants)
    #expect(locked.servicePayments == free.servicePayments)
    #expect(locked.own.count { $0.thousands > 1e-6 } == free.own.count { $0.thousands > 1e-6 })
  }

  @Test func `keep what was done even where it was not best`() throws {
    let study = try TutorialStudy()
    var scenario = try Workbench().load(study.request().study).study.scenario
    let free = try PlannedScenario(scenario)
    // Nothing was done and nothing paid in the first year.
    scenario.lockedYears = LockedYears(through: scenario.horizon.first)
    scenario.locked = []
    let locked = try PlannedScenario(scenario)
    #expect(locked.plan.grants.allSatisfy { $0.year > 0 })
    #expect(locked.values[0] > free.values[0] + 1e-3)
  }

  // MARK: Tables of a study

  /// A plan of the tutorial's study, as what was done.
  private func done(_ study: TutorialStudy) throws -> String {
    let folder = study.path("done")
    var result = try Workbench().plan(study.request())
    _ = try Workbench().write(&result, to: folder)
    return folder
  }

  private func edit(_ file: String, _ change: ([String]) -> [String]) throws {
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let lines = change(text.split(separator: "\n").map(String.init))
    try (lines.joined(separator: "\n") + "\n").write(
      toFile: file, atomically: true, encoding: .utf8)
  }

  @Test func `are read from a plan folder, and planned again to the euro`() throws {
    let study = try TutorialStudy()
    let folder = try done(study)
    var request = study.request()
    let first = try Workbench().plan(request).outcome
    request.study = request.study.locked(through: 2029, done: folder)
    let again = try Workbench().plan(request).outcome
    #expect(again.scenario.lockedCount == 4)
    #expect(again.allocation.lines == first.allocation.lines)
    #expect(again.allocation.services == first.allocation.services)
  }

  // The nation's plan gives one of the two regions more than its share of agents. Each of them, planned
  // alone from 2029 on, keeps what it was paid, and both together have the money of the nation.
  @Test func `keep what a region was paid where it is planned alone`() throws {
    let study = try TutorialStudy()
    let folder = try done(study)
    let nation = try Workbench().plan(study.request()).outcome
    let locked = study.request().study.locked(through: 2028, done: folder)
    var money = Money.zero
    var isAboveShare = false
    for region in ["53", "94"] {
      var request = PlanRequest(study: locked)
      request.study.region = region
      let result = try Workbench().plan(request)
      let part = result.outcome
      #expect(part.status == .optimal)
      for (language, words) in [
        (Language.french, "ce qui lui a été payé"), (.english, "it was paid"),
      ] {
        let page = result.screen(folder: "out", language: language, width: 110)
        #expect(
          page.joined(separator: " ").split(separator: " ").joined(separator: " ").contains(words))
      }
      let position = Dictionary(
        uniqueKeysWithValues: nation.scenario.beneficiaries.enumerated().map { ($1.id, $0) })
      for (e, beneficiary) in part.scenario.beneficiaries.enumerated() {
        for t in 0..<3 {
          func paid(_ plan: Plan, _ who: Int) -> Double {
            plan.grants.filter { $0.beneficiary == who && $0.year == t }
              .reduce(0) { $0 + $1.thousands }
          }
          let before = paid(nation.plan, try #require(position[beneficiary.id]))
          #expect(abs(paid(part.plan, e) - before) < 1e-3)
        }
      }
      let scope = try #require(part.scenario.scope)
      for (v, vehicle) in part.scenario.vehicles.enumerated() {
        for t in vehicle.amounts.indices {
          let whole = nation.scenario.vehicles[v].counted(in: t)
          money = money + vehicle.counted(in: t)
          if vehicle.counted(in: t) > whole.scaled(by: scope.share * 1.05) { isAboveShare = true }
        }
      }
    }
    let whole = nation.scenario.vehicles.reduce(Money.zero) { sum, vehicle in
      vehicle.amounts.indices.reduce(sum) { $0 + vehicle.counted(in: $1) }
    }
    // A cent is lost or won where amounts are rounded.
    #expect(abs((money - whole).cents) <= 16)
    #expect(isAboveShare)
  }

  @Test(arguments: [
    ("study.paidAboveEnvelope", "allocation.csv", "x10"),
    ("study.lockedYearUnpaid", "allocation.csv", "no 2027"),
    ("study.unknown.vehicle", "allocation.csv", "vehicle"),
    ("study.unknown.beneficiary", "allocation.csv", "beneficiary"),
    ("study.unknown.measure", "deployment.csv", "measure"),
    ("study.yearOutside", "allocation.csv", "year"),
    ("study.paidHalfPot", "allocation.csv", "half"),
    ("study.paidNotPayable", "allocation.csv", "nature"),
  ])
  func `that cannot be are told with place and remedy`(
    code: String, file: String, fault: String
  ) throws {
    let study = try TutorialStudy()
    let folder = try done(study)
    try edit("\(folder)/\(file)") { lines in
      var lines = lines
      var cells = lines[1].split(separator: ",", omittingEmptySubsequences: false)
        .map(String.init)
      switch fault {
      case "x10": (cells[8], cells[9]) = ("9000000", "9000000")
      case "no 2027": return lines.filter { !$0.contains(",2027,") }
      case "vehicle": cells[3] = "grnt"
      case "beneficiary": cells[0] = "nobody"
      case "measure": cells[1] = "M99"
      case "year": cells[6] = "2040"
      case "half": cells[4] = ""
      default: (cells[3], cells[5]) = ("call", "recurring")
      }
      lines[1] = cells.joined(separator: ",")
      return lines
    }
    var request = study.request().study
    request = request.locked(through: 2028, done: folder)
    let findings = try #require(throws: Findings.self) { _ = try Workbench().load(request) }
    let finding = try #require(findings.all.first { $0.code.rawValue == code })
    #expect(finding.position?.file.hasSuffix(file) == true)
  }

  // Told at the option that was typed, once, whatever it stands for; what-ifs say the same.
  @Test func `need a folder of what was done, with its tables`() throws {
    let study = try TutorialStudy()
    func told(_ folder: String) throws -> [String] {
      var request = study.request()
      request.study = request.study.locked(through: 2027, done: folder)
      let plan = try #require(throws: Findings.self) { _ = try Workbench().plan(request) }
      let whatIfs = try #require(throws: Findings.self) { _ = try Workbench().whatIfs(on: request) }
      #expect(plan.all == whatIfs.all)
      #expect(plan.all.allSatisfy { $0.position?.file == "--done" })
      return plan.all.map { "\($0.code.rawValue) \($0.arguments["name"] ?? "")" }
    }
    #expect(try told(study.path("nowhere")) == ["workbench.doneMissing "])
    let folder = try done(study)
    try FileManager.default.removeItem(atPath: "\(folder)/allocation.csv")
    #expect(try told(folder) == ["workbench.doneWithout allocation.csv"])
  }

  @Test func `need a year of the horizon and a table of amounts`() throws {
    let study = try TutorialStudy()
    let folder = try done(study)
    func codes(_ request: StudyRequest) throws -> [String] {
      let findings = try #require(throws: Findings.self) { _ = try Workbench().load(request) }
      return findings.all.map(\.code.rawValue)
    }
    let plain = study.request().study
    #expect(try codes(plain.locked(through: 2035, done: folder)) == ["study.yearOutside"])
    #expect(
      try codes(study.request("locked_through=2027").study) == ["study.lockedWithoutPaid"])
    let paid = "tables.paid='\(folder)/allocation.csv'"
    #expect(try codes(study.request(paid).study) == ["study.paidWithoutLocked"])
  }
}
