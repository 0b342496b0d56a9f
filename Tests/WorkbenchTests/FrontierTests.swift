// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import FundingAnalysis
import FundingFormulation
import FundingModel
import GLPKSolver
import LinearProgramming
import Report
import TestSupport
import Testing
import Wording

@testable import Workbench

@Suite struct `The curve between two goals` {
  /// Pairs of goals of either sense.
  private static let pairs: [(Goal, Goal)] = [
    (.nisShortfall, .avoidedLoss), (.nisShortfall, .publicMoney), (.avoidedLoss, .publicMoney),
    (.ownMoney, .avoidedLoss),
  ]

  private static let wholeBench = Workbench(engine: WholeSolve(GLPKSolver()))

  private static func scenario(_ seed: UInt64) -> (Scenario, Goal, Goal) {
    let (first, second) = pairs[Int(seed % UInt64(pairs.count))]
    return (RandomScenario(seed: seed, beneficiaries: 5).make(), first, second)
  }

  private static func curve(
    _ bench: Workbench, _ scenario: Scenario, _ first: Goal, _ second: Goal
  ) throws -> FrontierOutcome {
    let request = FrontierRequest(plan: PlanRequest(study: StudyRequest("")), goals: [])
    let limits = WorkLimits(request.plan, WorkControl())
    let formulation = try bench.build(scenario.seeking(first, then: second), limits)
    var walk = FrontierWalk(
      bench, request, WorkControl(), TradeOffFormulation(formulation), study: scenario)
    return try walk.outcome()
  }

  /// Values of a point as something of which less is wanted.
  private static func losses(_ point: FrontierPoint, _ curve: FrontierOutcome) -> [Double] {
    zip(curve.axes, point.values).map { $0.sign * $1 }
  }

  /// Weights a point's goals as its tangent does.
  private static func weighted(
    _ losses: [Double], _ tangent: TradeOffCurve.Tangent
  ) -> (sum: Double, size: Double) {
    let terms = [tangent.first * losses[0], tangent.second * losses[1]]
    return (terms[0] + terms[1], max(1, abs(terms[0]), abs(terms[1])))
  }

  /// A plan that is best for a weighted sum of both goals is on the curve, and no other is.
  @Test(arguments: UInt64(501)...516, [true, false])
  func `runs through plans that are best for a weighted sum`(
    seed: UInt64, isWhole: Bool
  ) throws {
    let (scenario, first, second) = Self.scenario(seed)
    let bench = isWhole ? Self.wholeBench : TutorialStudy.decomposing()
    let curve = try Self.curve(bench, scenario, first, second)
    let plain = try Formulation.compile(scenario.seeking(first, then: second))
    for (place, point) in curve.points.enumerated() {
      let tangent = point.tangent
      let objectives = zip(curve.axes, plain.levels)
      let weights = [tangent.first, tangent.second]
      var costs = [Double](repeating: 0, count: plain.program.columnCount)
      for (weight, (axis, level)) in zip(weights, objectives) {
        for column in costs.indices {
          costs[column] += weight * axis.sign * level.objective.coefficients[column]
        }
      }
      let best = try GLPKSolver().solve(
        plain.program, for: Objective(name: "sum", sense: .minimize, coefficients: costs),
        options: SolverOptions())
      let least = try #require(best.objectiveValue)
      let (sum, size) = Self.weighted(Self.losses(point, curve), tangent)
      #expect(abs(sum - least) <= 2e-6 * size, "point \(place + 1) of \(seed)")
      // What is claimed of every plan holds for the best.
      #expect(tangent.least <= least + 1e-6 * size, "tangent \(place + 1) of \(seed)")
    }
  }

  @Test(arguments: UInt64(501)...516)
  func `falls and is convex, whole or taken apart`(seed: UInt64) throws {
    let (scenario, first, second) = Self.scenario(seed)
    let curves = try [Self.wholeBench, TutorialStudy.decomposing()].map {
      try Self.curve($0, scenario, first, second)
    }
    for curve in curves {
      let places = curve.points.map { Self.losses($0, curve) }
      for (left, right) in zip(places, places.dropFirst()) {
        #expect(left[0] < right[0] && left[1] > right[1], "\(seed)")
      }
      // No point is above the chord of its neighbours.
      let room = places.first.map { 1e-5 * max(1, abs($0[1]), abs(places.last?[1] ?? 0)) } ?? 0
      for place in places.indices.dropFirst().dropLast() {
        let (left, here, right) = (places[place - 1], places[place], places[place + 1])
        let share = (here[0] - left[0]) / (right[0] - left[0])
        #expect(here[1] <= left[1] + share * (right[1] - left[1]) + room, "\(seed)")
      }
    }
    // Neither has a plan that the other proves impossible: they are one curve.
    for (one, other) in [(curves[0], curves[1]), (curves[1], curves[0])] {
      for point in one.points {
        for proof in other.points {
          let (sum, size) = Self.weighted(Self.losses(point, one), proof.tangent)
          #expect(sum >= proof.tangent.least - 1e-5 * size, "\(seed)")
        }
      }
    }
  }

  @Test(arguments: UInt64(501)...508)
  func `ends where plans with these goals in either order are`(seed: UInt64) throws {
    let (scenario, first, second) = Self.scenario(seed)
    let curve = try Self.curve(TutorialStudy.decomposing(), scenario, first, second)
    let there = try PlannedScenario(scenario.seeking(first, then: second)).values
    let back = try PlannedScenario(scenario.seeking(second, then: first)).values
    let ends = [(curve.points.first, there), (curve.points.last, [back[1], back[0]])]
    for (point, values) in ends {
      for (loss, value) in zip(Self.losses(try #require(point), curve), values) {
        #expect(abs(loss - value) <= 2 * PlannedScenario.room(value), "\(seed)")
      }
    }
  }

  /// By the euro A is best: 10 k€ take the shortfall from 1.6 to 1, and all of the staff.
  ///
  /// From there on B takes A's place: half of A gone for each whole of B, 20 − 5 = 15 k€ for 1 − 0.3 = 0.7 less
  /// shortfall, until B has all, at 25 k€ and 0.3.
  ///
  /// The knee is (1, 10 k€): in shares of the ranges 1.3 and 25 k€ it is at (7/13, 2/5). Prices: 15 k€
  /// for 0.7 before it, 10 k€ for 0.6 after it.
  @Test(arguments: [true, false])
  func `has the knee that was worked out by hand`(isWhole: Bool) throws {
    let study = try TwoHospitals(goals: "nis_shortfall, public_money")
    let request = FrontierRequest(
      plan: study.request("vehicles.call.amounts.2026.secured=50 k€"),
      goals: ["nis_shortfall", "public_money"])
    let bench = isWhole ? Self.wholeBench : TutorialStudy.decomposing()
    let curve = try bench.frontier(request).outcome
    let first = try #require(curve.points.first)
    let last = try #require(curve.points.last)
    let knee = try #require(curve.knee)
    let expected = [(first, 0.3, 25.0), (curve.points[knee], 1, 10), (last, 1.6, 0)]
    for (point, shortfall, money) in expected {
      #expect(abs(point.values[0] - shortfall) < 1e-5)
      #expect(abs(point.values[1] - money) < 1e-3)
    }
    #expect(curve.error < 1e-4)
    for place in curve.points.indices.dropLast() {
      let rate = try #require(curve.rate(after: place))
      #expect(abs(rate - (place < knee ? 15 / 0.7 : 10 / 0.6)) < 0.01)
    }
    #expect(curve.leftOut == [])
  }

  @Test func `is one point where a plan is best for both`() throws {
    let study = try TwoHospitals(goals: "nis_shortfall, avoided_loss")
    // Without threats there is no loss to avoid.
    let curve = try Self.wholeBench.frontier(
      FrontierRequest(plan: study.request(), goals: ["nis_shortfall", "avoided_loss"])
    ).outcome
    #expect(curve.shape == .point)
    #expect(curve.points.count == 1)
    #expect(curve.knee == nil)
  }
}

@Suite struct `A curve that is written` {
  private func request(_ study: TutorialStudy) -> FrontierRequest {
    FrontierRequest(
      plan: study.request(), goals: ["nis_shortfall", "avoided_loss"], out: study.path("curve"))
  }

  @Test func `has a table, a summary and a sealed manifest`() throws {
    let study = try TutorialStudy()
    let result = try TutorialStudy.decomposing().frontier(request(study))
    let names = try FileManager.default.contentsOfDirectory(atPath: study.path("curve")).sorted()
    #expect(names == FrontierFolder.fileNames.sorted())
    let table = try String(contentsOfFile: study.path("curve/frontier.csv"), encoding: .utf8)
      .split(separator: "\n")
    #expect(table.count == result.outcome.points.count + 1)
    #expect(table[0].hasPrefix("point,is_knee,nis_shortfall,avoided_loss,rate,rate_to_next,"))
    let summary = try String(contentsOfFile: study.path("curve/summary.json"), encoding: .utf8)
    #expect(try summary == result.json())
    let bytes = try #require(
      FileManager.default.contents(atPath: study.path("curve/manifest.json")))
    let manifest = try ReportJSON.document(
      StudyManifest.self, from: [UInt8](bytes), path: "manifest.json")
    var unsealed = manifest
    unsealed.seal = ""
    #expect(try manifest.seal == ContentHash.sha256(ReportJSON.bytes(of: unsealed)))
    for file in manifest.outputs {
      let content = try #require(
        FileManager.default.contents(atPath: study.path("curve/\(file.path)")))
      #expect(ContentHash.sha256([UInt8](content)) == file.sha256)
    }
    #expect(result.outcome.leftOut == [.publicMoney, .ownMoney, .tieBreak])
  }

  @Test(arguments: [2, 3])
  func `has no more points than were asked for`(points: Int) throws {
    let study = try TutorialStudy()
    var request = request(study)
    request.points = points
    #expect(try TutorialStudy.decomposing().frontier(request).outcome.points.count == points)
  }

  @Test(arguments: [1, 3])
  func `is left out whole where the user stops at a point`(point: Int) throws {
    let study = try TutorialStudy()
    let isAsked = Flag()
    let control = WorkControl(
      onProgress: { progress in
        if case .solving(let solving) = progress, solving.cases?.number == point { isAsked.set() }
      }, shouldStop: { isAsked.isSet })
    let before = try study.names()
    let failure = #expect(throws: WorkFailure.self) {
      try TutorialStudy.decomposing().frontier(request(study), control: control)
    }
    #expect(failure?.kind == .stoppedAtLimit)
    #expect(try study.names() == before)
  }

  @Test(arguments: [
    (["nis_shortfal", "avoided_loss"], "frontier.unknownGoal"),
    (["minimum_coverage", "avoided_loss"], "frontier.unknownGoal"),
    (["avoided_loss", "avoided_loss"], "frontier.sameGoal"),
    (["avoided_loss"], "frontier.badGoals"),
  ])
  func `names goals of the study, and two of them`(goals: [String], code: String) throws {
    let study = try TutorialStudy()
    var request = request(study)
    request.goals = goals
    let findings = #expect(throws: Findings.self) {
      try TutorialStudy.decomposing().frontier(request)
    }
    #expect(findings?.all.map(\.code.rawValue) == [code])
    let nearest = findings?.all.first?.arguments["nearest"]
    #expect(nearest == (goals[0] == "nis_shortfal" ? "nis_shortfall" : nil))
    #expect(!FileManager.default.fileExists(atPath: study.path("curve")))
  }
}
