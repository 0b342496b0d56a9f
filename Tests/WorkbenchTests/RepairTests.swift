// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
@testable import FundingAnalysis
import FundingFormulation
import FundingModel
import GLPKSolver
import LinearProgramming
import Report
import Testing
import Wording

@testable import Workbench

@Suite struct `Repairing an impossible study` {
  /// Targets that must be met, and hardly any own money.
  private static let impossible = """
    layer: 1
    title: Cibles impératives et peu d'argent
    targets:
      EE: { all: { 2027: 10 %, 2028: 70 %, 2029: 85 %, hard: true }, O2: { 2026: 0 %, 2028: 80 %, hard: true } }
    rules:
      own_funds: { agents: 2 €, share: 20 % }
    """

  private func study(_ layer: String = Self.impossible) throws -> TutorialStudy {
    let study = try TutorialStudy()
    try layer.write(toFile: study.path("hard.yaml"), atomically: true, encoding: .utf8)
    return study
  }

  private func request(
    _ study: TutorialStudy, keeping kept: [String] = [], layer: String? = nil
  ) -> RepairRequest {
    let plan = PlanRequest(
      study: StudyRequest("\(study.path("study.yaml"))+\(study.path("hard.yaml"))"))
    return RepairRequest(plan: plan, kept: kept, layer: layer.map(study.path))
  }

  private func codes(_ work: () throws -> Void) -> [String] {
    do {
      try work()
      return []
    } catch let findings as Findings {
      return findings.all.map(\.code.rawValue)
    } catch {
      return ["\(error)"]
    }
  }

  /// Which rules give way is not unique; that they suffice is for GLPK alone to say.
  @Test func `taken apart, finds what the whole program needs`() throws {
    let study = try study()
    let outcome = try TutorialStudy.decomposing().repair(request(study)).outcome
    let repair = try #require(outcome.repair)
    #expect(!repair.conflict.isEmpty)
    #expect(!repair.proposals.isEmpty)
    for proposal in repair.proposals {
      let formulation = try Formulation.compile(outcome.study.amended(by: proposal.amendments))
      let goal = try #require(formulation.levels.first)
      let result = try GLPKSolver().solve(
        formulation.program, for: goal.objective, options: SolverOptions())
      #expect(result.termination == .optimal)
    }
  }

  @Test(arguments: [[], ["coverage"], ["coverage", "envelope[grant]"], ["own_funds", "rate"]])
  func `writes a layer that can be planned`(kept: [String]) throws {
    let study = try study()
    let result = try Workbench().repair(request(study, keeping: kept, layer: "fix.yaml"))
    let proposal = try #require(result.outcome.repair?.proposals.first)
    let families = kept.compactMap { $0.split(separator: "[").first.map(String.init) }
    #expect(proposal.amendments.allSatisfy { !families.contains($0.rule.family.rawValue) })
    let layer = try #require(result.layer)
    let specification = "\(study.path("study.yaml"))+\(study.path("hard.yaml"))"
    let amended = result.outcome.study.amended(by: proposal.amendments)
    let read = try Workbench().load(StudyRequest("\(specification)+\(layer)")).study.scenario
    #expect(read == amended)
    let plan = PlanRequest(study: StudyRequest("\(specification)+\(layer)"))
    #expect(try Workbench().plan(plan).outcome.status == .optimal)
  }

  /// One amendment of each kind that a layer can hold, on a study with every rule it needs.
  private static let changes: [Amendment.Change] = [
    .envelope("grant", Year(2027), from: .euros(120_000), to: .euros(121_000)),
    .targets(
      "EE", Year(2028),
      [.init(objective: "O2", from: Share(clamping: 0.8), to: Share(clamping: 0.384))]),
    .territoryFloor("island-floor", group: "94", from: 1.4, to: 1.05),
    .staff("94", Year(2027), from: FTE(0), to: FTE(7.5)),
    .deployment("exercises", from: Share(clamping: 0.5), to: Share(clamping: 0.471)),
    .ceiling("call", factor: 1.234), .ceiling("grant", factor: 1.5),
    .rate("call", from: Share(clamping: 0.8), to: Share(clamping: 0.912)),
    .noLimitOfRises("grant"), .ownFunds(from: Share(clamping: 0.2), to: Share(clamping: 0.333)),
    .ownFunds(from: Share(clamping: 0.2), to: nil), .ratioCap(from: 6, to: 6.25),
  ]

  @Test(arguments: changes.indices) func `is written as it was meant`(place: Int) throws {
    let study = try study()
    let base = "\(study.path("study.yaml"))+\(study.path("hard.yaml"))"
    let scenario = try Workbench().load(StudyRequest(base)).study.scenario
    let change = Self.changes[place]
    let family: FundingFormulation.Family = if case .staff = change { .staffing } else { .envelope }
    let rule = try #require(WrittenRule(RuleName(family: family)))
    let amendment = Amendment(change, of: rule, beneficiaries: 0)
    let files = try AmendmentLayer.files(
      of: [amendment], on: scenario, title: "t", description: "d", named: "one")
    for table in files.tables {
      try Data(table.bytes).write(to: URL(fileURLWithPath: study.path(table.name)))
    }
    try files.layer.write(toFile: study.path("one.yaml"), atomically: true, encoding: .utf8)
    let read = try Workbench().load(StudyRequest("\(base)+\(study.path("one.yaml"))"))
    let amended = scenario.amended(by: [amendment])
    #expect(read.study.scenario == amended, "\(files.layer)")
    #expect(amended != scenario)
  }

  @Test func `says what is wrong with a rule to keep`() throws {
    let study = try study()
    #expect(
      codes { _ = try Workbench().repair(request(study, keeping: ["envlope"])) } == [
        "repair.badKeep"
      ])
    #expect(
      codes { _ = try Workbench().repair(request(study, keeping: [" "])) } == ["repair.emptyKeep"])
    let all = ["coverage", "envelope", "own_funds", "ceiling", "rate", "band_rise"]
    #expect(
      codes { _ = try Workbench().repair(request(study, keeping: all)) } == [
        "repair.keptInConflict"
      ])
  }

  @Test func `replaces no file and writes no layer of a region`() throws {
    let study = try study()
    let before = try study.names()
    #expect(codes { _ = try Workbench().repair(request(study, layer: "study.yaml")) }.count == 1)
    var region = request(study, layer: "fix.yaml")
    region.plan.study.region = "94"
    #expect(codes { _ = try Workbench().repair(region) } == ["repair.writeOfRegion"])
    #expect(try study.names() == before)
  }

  @Test func `leaves a study alone that has a plan`() throws {
    let study = try study("layer: 1\n")
    let result = try Workbench().repair(request(study, layer: "fix.yaml"))
    #expect(result.isPossible)
    #expect(result.layer == nil)
    #expect(!FileManager.default.fileExists(atPath: study.path("fix.yaml")))
  }
}
