// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import GLPKSolver
import LinearProgramming
import Report
import RunStore
import Synchronization
import Testing

@testable import Workbench

@Suite struct `Cases solved at a time` {
  /// Values that are used, values that cannot be, and cases without a plan.
  private static let vary = [
    "vehicles.grant.amounts.2027.secured=80 k€..160 k€#4", "vehicles.call.rate=60 %;80 %;150 %",
    "targets.EE.all.hard=false;true",
  ]

  private func records(_ study: TutorialStudy, jobs: Int) throws -> [CaseRecord] {
    var plan = study.request()
    plan.jobs = jobs
    let request = SweepRequest(plan: plan, vary: Self.vary, out: study.path("jobs-\(jobs).csv"))
    let lines = Mutex<[String]>([])
    let result = try TutorialStudy.decomposing().sweep(request) { line in
      lines.withLock { $0.append(line) }
    }
    #expect(result.isComplete && result.outcome.workers == jobs)
    let numbers = lines.withLock { $0 }.compactMap { line in
      Int(line.split(separator: " ").first ?? "")
    }
    #expect(numbers == Array(1...24), "lines come in the order of the cases")
    let file = try SweepFile.open(result.store)
    defer { file.close() }
    return try file.cases()
  }

  @Test func `come to the same however many there are`() throws {
    let study = try TutorialStudy()
    let alone = try records(study, jobs: 1)
    #expect(Set(alone.map(\.status)).isSuperset(of: ["optimal", "error"]))
    for jobs in [2, 5] {
      let together = try records(study, jobs: jobs)
      #expect(together.map(\.number) == alone.map(\.number))
      for (left, right) in zip(alone, together) {
        #expect(left.values == right.values && left.status == right.status)
        #expect(left.reasons == right.reasons)
        #expect(left.goals.map(\.level) == right.goals.map(\.level))
        // The first goal has no other before it that may be held a little differently.
        for (one, other) in zip(left.goals, right.goals).prefix(1) {
          #expect(abs(one.value - other.value) <= 2e-6 * max(1, abs(one.value)))
        }
      }
    }
  }

  /// Solves the first program of each session, and fails at whatever comes next.
  private final class Limping: Engine {
    let identity = "limping"
    let failures = Atomic<Int>(0)
    private let real = WholeSolve(GLPKSolver())

    struct Fault: Error {}

    private final class Session: EngineSession {
      let real: any EngineSession
      let engine: Limping
      private let solves = Atomic<Int>(0)

      init(_ engine: Limping) {
        self.engine = engine
        real = engine.real.makeSession()
      }

      func optimise(
        _ program: LinearProgram, inOrder levels: [ObjectiveLevel], options: SolverOptions,
        onLevel: (@Sendable (Int, String) -> Void)?
      ) throws -> OrderedOutcome {
        guard solves.add(1, ordering: .relaxed).newValue == 1 else {
          engine.failures.add(1, ordering: .relaxed)
          throw Fault()
        }
        return try real.optimise(program, inOrder: levels, options: options, onLevel: onLevel)
      }
    }

    func optimise(
      _ program: LinearProgram, inOrder levels: [ObjectiveLevel], options: SolverOptions,
      onLevel: (@Sendable (Int, String) -> Void)?
    ) throws -> OrderedOutcome {
      try real.optimise(program, inOrder: levels, options: options, onLevel: onLevel)
    }

    func makeSession() -> any EngineSession { Session(self) }
  }

  // Every case but the first of each worker begins warm, fails, and is begun anew: none may end as an
  // error, and each must come to what it comes to alone.
  @Test(arguments: [1, 3])
  func `whose warm solve fails are solved again from nothing`(jobs: Int) throws {
    let study = try TutorialStudy()
    func goals(_ bench: Workbench, _ name: String) throws -> [Double] {
      var plan = study.request()
      plan.jobs = jobs
      let result = try bench.sweep(
        SweepRequest(
          plan: plan, vary: [Self.vary[0], "vehicles.call.rate=60 %;80 %"], out: study.path(name)))
      #expect(result.isComplete && result.outcome.workers == jobs)
      let file = try SweepFile.open(result.store)
      defer { file.close() }
      let records = try file.cases()
      #expect(records.map(\.status) == Array(repeating: "optimal", count: 8))
      return records.compactMap { $0.goals.first?.value }
    }
    let engine = Limping()
    let limping = try goals(Workbench(engine: engine), "limping.csv")
    let sound = try goals(Workbench(engine: WholeSolve(GLPKSolver())), "sound.csv")
    // Every solve after a session's first one failed once: with each retry a session begins.
    #expect((8 - jobs...7).contains(engine.failures.load(ordering: .relaxed)))
    #expect(limping.count == 8 && sound.count == 8)
    for (one, other) in zip(limping, sound) {
      #expect(abs(one - other) <= 2e-6 * max(1, abs(other)))
    }
  }

  @Test func `end together where the user stops them, and what is done is kept`() throws {
    let study = try TutorialStudy()
    var plan = study.request()
    plan.jobs = 3
    let request = SweepRequest(plan: plan, vary: Self.vary, out: study.path("r.csv"))
    let isAsked = Flag()
    let done = Atomic<Int>(0)
    let result = try Workbench().sweep(
      request, control: WorkControl(shouldStop: { isAsked.isSet })
    ) { line in
      // The first lines are the heading.
      if line.contains("optimal"), done.add(1, ordering: .relaxed).newValue == 2 { isAsked.set() }
    }
    #expect(!result.isComplete)
    #expect((2..<24).contains(result.outcome.tally.done))
    let again = try Workbench().sweep(request)
    #expect(again.isComplete && again.outcome.tally.fromFile == result.outcome.tally.done)
  }

  @Test func `that cannot be written end the work with the reason`() throws {
    let study = try TutorialStudy()
    let cases = try SweepDesign.cases(
      SweepRequest(plan: study.request(), vary: Self.vary, out: "x"))
    let opened = try OpenedWhatIfs(Workbench(), study.request())
    let file = try SweepFile.create(
      study.path("r.sqlite"),
      SweepDescription(title: "t", study: "s", axes: cases.axes.map(\.path), wanted: 24, traits: [])
    )
    var run = try SweepRun(cases: cases, share: 0..<24, file: file)
    file.close()
    #expect(throws: (any Error).self) { try run.solve(opened, WorkControl()) { _ in } }
    #expect(run.tally.done == 0)
  }
}

@Suite struct `Turns of a sweep` {
  @Test(arguments: [(0..<1, 1), (0..<100, 3), (17..<23, 4), (5..<1000, 64)])
  func `are handed out once, in order, in short stretches`(share: Range<Int>, workers: Int) {
    let queue = SweepQueue(share, workers: workers)
    var turns: [Int] = []
    while let stretch = queue.take() {
      #expect((1...SweepQueue.longest).contains(stretch.count))
      turns += stretch
    }
    #expect(turns == Array(share))
  }

  private func swept(_ number: Int) -> SweptCase {
    SweptCase(
      number: number, values: [],
      outcome: CaseOutcome(status: .infeasible, timings: RunTimings(reading: 0)))
  }

  @Test func `are told in the order of the numbers, without those that nobody waits for`() {
    var others = CaseSet(room: 8)
    others.insert(1)
    var teller = CaseTeller(count: 8, without: others)
    var told: [[Int]] = []
    for number in [4, 3, 1, 8, 5] {
      var now: [Int] = []
      teller.take(swept(number)) { now.append($0.number) }
      told.append(now)
    }
    #expect(told == [[], [], [1, 3, 4], [], [5]])
    var rest: [Int] = []
    teller.tellRest { rest.append($0.number) }
    #expect(rest == [8])
  }

  @Test func `do not pile up behind one that comes late`() {
    let count = 3 * CaseTeller.most
    var teller = CaseTeller(count: count, without: CaseSet(room: count))
    var told: [Int] = []
    for number in 2...count { teller.take(swept(number)) { told.append($0.number) } }
    #expect(told.count >= count - CaseTeller.most)
    teller.take(swept(1)) { told.append($0.number) }
    teller.tellRest { told.append($0.number) }
    #expect(told.sorted() == Array(1...count))
  }
}
