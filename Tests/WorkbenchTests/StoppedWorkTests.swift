// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import GLPKSolver
import LinearProgramming
import Report
import Synchronization
import Testing
import Wording

@testable import Workbench

@Suite struct `Work that the user stops` {
  /// Asks to stop once a goal level has begun.
  private func stopping(atLevel level: Int) -> WorkControl {
    let isAsked = Flag()
    return WorkControl(
      onProgress: { progress in
        if case .solving(let solving) = progress, solving.level >= level { isAsked.set() }
      },
      shouldStop: { isAsked.isSet })
  }

  @Test func `a plan found before is kept, checked, and marked as unproven`() throws {
    let study = try TutorialStudy()
    let benches = [Workbench(engine: WholeSolve(GLPKSolver())), TutorialStudy.decomposing()]
    for (number, bench) in benches.enumerated() {
      var result = try bench.plan(study.request(), control: stopping(atLevel: 2))
      #expect(!result.isProven)
      #expect(result.outcome.status == .feasible)
      #expect(result.outcome.stopReason == .interrupted)
      #expect(result.outcome.goals.first?.termination == .optimal)
      let summary = try bench.write(&result, to: study.path("plan-\(number)"))
      #expect(summary.contains("\"status\" : \"feasible\""))
      let screen = result.screen(folder: "plan", language: .english, width: 200)
        .joined(separator: "\n")
      #expect(screen.contains("feasible, optimum NOT proven"))
      #expect(screen.contains("interrupted as you asked, at goal 2 of 4"))
    }
  }

  @Test(arguments: [true, false])
  func `without any plan yet nothing is left`(isWhole: Bool) throws {
    let study = try TutorialStudy()
    let bench = isWhole ? Workbench(engine: WholeSolve(GLPKSolver())) : TutorialStudy.decomposing()
    let failure = #expect(throws: WorkFailure.self) {
      try bench.plan(study.request(), control: stopping(atLevel: 1))
    }
    guard case .stopped(.interrupted, _) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(failure?.kind == .stoppedAtLimit)
    #expect(failure?.lines(in: .french) == ["interrompu à votre demande ; rien n'a été écrit."])
  }

  @Test func `building stops as well`() throws {
    let study = try TutorialStudy()
    let isBuilding = Flag()
    let control = WorkControl(
      onProgress: { if case .building = $0 { isBuilding.set() } },
      onWarnings: { _ in Issue.record("the program was built") },
      shouldStop: { isBuilding.isSet })
    let failure = #expect(throws: WorkFailure.self) {
      try Workbench().plan(study.request(), control: control)
    }
    guard case .stopped(.interrupted, _) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
  }
}

@Suite struct `Work that runs out of memory` {
  @Test(arguments: [1, 1 << 20])
  func `ends with what was allowed, and without a plan`(limit: Int) throws {
    let study = try TutorialStudy()
    var request = study.request()
    request.memoryLimit = limit
    let failure = #expect(throws: WorkFailure.self) { try Workbench().plan(request) }
    guard case .memoryLimit(limit, let needed) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(needed > limit)
    #expect(failure?.kind == .stoppedAtLimit)
    let text = failure?.lines(in: .english).joined() ?? ""
    #expect(text.contains("memory limit reached") && text.contains("nothing was written"))
    #expect(try failure?.json(in: .french).contains("\"status\" : \"stopped\"") == true)
  }

  @Test func `an engine out of memory gives no plan, even where it has one`() throws {
    struct Exhausted: Engine {
      let identity = "exhausted"
      func optimise(
        _ program: LinearProgram, inOrder levels: [ObjectiveLevel], options: SolverOptions,
        onLevel: (@Sendable (Int, String) -> Void)?
      ) throws -> OrderedOutcome {
        var outcome = try GLPKSolver().solve(
          program, inOrder: Array(levels.prefix(1)), options: SolverOptions())
        outcome.last.termination = .memoryLimit
        outcome.isComplete = false
        return outcome
      }
    }
    let study = try TutorialStudy()
    var request = study.request()
    request.memoryLimit = 1 << 40
    let failure = #expect(throws: WorkFailure.self) {
      try Workbench(engine: Exhausted()).plan(request)
    }
    guard case .memoryLimit = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
  }

  @Test func `enough memory changes nothing, and the peak is told`() throws {
    let study = try TutorialStudy()
    var request = study.request()
    let free = try Workbench().plan(request)
    request.memoryLimit = 1 << 40
    request.jobs = 3
    let limited = try Workbench().plan(request)
    #expect(limited.isProven)
    #expect(limited.outcome.plan == free.outcome.plan)
    #expect(limited.outcome.timings.peakMemoryBytes ?? 0 > 1 << 20)
  }
}

@Suite struct `Coefficients too far apart` {
  /// One cost of a thousand million million euros, beside others of some euros.
  private static let absurd = "services.soc.build=1 000 000 000 000 €"

  @Test func `are told before the solve, with their places and what to do`() throws {
    let study = try TutorialStudy()
    let told = Mutex(Findings())
    let control = WorkControl(
      onProgress: { progress in
        guard case .solving = progress else { return }
        #expect(told.withLock { !$0.all.isEmpty }, "before the solve")
      },
      onWarnings: { warnings in told.withLock { $0 = warnings } })
    let result = try Workbench().plan(study.request(Self.absurd), control: control)
    let finding = try #require(
      told.withLock { $0.all.first { $0.code == "workbench.coefficientSpread" } })
    #expect(result.warnings.all.contains(finding))
    let text = Catalogue.text(of: finding, in: .french)
    #expect(finding.arguments["greatestRow"]?.hasPrefix("service_build[soc") == true, "\(text)")
    #expect(finding.arguments["greatest"] == "1055000000")
    #expect(finding.arguments["least"] == "0.004")
    #expect(text.contains("neuf ordres de grandeur") && text.contains("Vérifiez l’unité"))
  }

  @Test func `are what a solve that fails is put down to`() throws {
    struct Failing: Engine {
      let identity = "failing"
      func optimise(
        _ program: LinearProgram, inOrder levels: [ObjectiveLevel], options: SolverOptions,
        onLevel: (@Sendable (Int, String) -> Void)?
      ) throws -> OrderedOutcome {
        let result = SolverResult(termination: .numericalError, detail: "no digits left")
        let level = LevelOutcome(program, levels[0].objective, result, seconds: 0)
        return OrderedOutcome(
          levels: [level], of: levels, last: result, best: nil, program: program,
          rowCount: program.rowCount)
      }
    }
    let study = try TutorialStudy()
    let bench = Workbench(engine: Failing())
    let failure = #expect(throws: WorkFailure.self) { try bench.plan(study.request(Self.absurd)) }
    #expect(failure?.kind == .internalError)
    let lines = failure?.lines(in: .french) ?? []
    #expect(lines.first?.contains("difficulté numérique") == true)
    #expect(lines.last?.hasPrefix("Cause probable : Les coefficients") == true)
    let plain = #expect(throws: WorkFailure.self) { try bench.plan(study.request()) }
    #expect(plain?.lines(in: .french).count == 1)
  }

  @Test func `are told by check, with the places in place of a mere remark`() throws {
    let study = try TutorialStudy()
    let outcome = Workbench().check(study.request(Self.absurd).study)
    let codes = outcome.findings.all.map(\.code.rawValue)
    #expect(codes.contains("workbench.coefficientSpread"))
    #expect(!codes.contains("check.coefficient_spread"))
    #expect(!outcome.hasInvalidInput && !outcome.isImpossible)
  }

  @Test func `a study of usual amounts has none`() throws {
    let study = try TutorialStudy()
    let result = try Workbench().plan(study.request())
    #expect(!result.warnings.all.contains { $0.code == "workbench.coefficientSpread" })
  }
}
