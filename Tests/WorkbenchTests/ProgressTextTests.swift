// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Synchronization
import Testing
import Wording

@testable import Workbench

@Suite struct `The line of progress` {
  private static func solving(
    name: String = "nis_shortfall", _ change: (inout SolvingProgress) -> Void
  ) -> WorkProgress {
    var progress = SolvingProgress(level: 1, levels: 4, name: name)
    change(&progress)
    return .solving(progress)
  }

  private static let rounds = solving {
    $0.rounds = 12
    $0.bound = 1759.23
    $0.gap = 0.004
    $0.seconds = 12.3
    $0.blocksPerSecond = 851.4
  }

  @Test func `tells round, bound, gap, time and blocks per second`() {
    #expect(
      Self.rounds.line(in: .french, width: 79)
        == """
        1/4 manque NIS · tour 12 · borne 1\u{202F}759 · écart 0,4\u{202F}% · \
        12\u{202F}s · 851 blocs/s
        """)
    #expect(
      Self.rounds.line(in: .english, width: 79)
        == """
        1/4 NIS shortfall · round 12 · bound 1,759 · gap 0.4% · 12\u{202F}s · \
        851 blocks/s
        """)
  }

  @Test func `says where there is no plan yet, and counts iterations of a whole program`() {
    let first = Self.solving {
      $0.rounds = 3
      $0.seeksFirstPlan = true
      $0.seconds = 3.04
    }
    #expect(
      first.line(in: .french, width: 79)
        == "1/4 manque NIS · tour 3 · cherche un premier plan · 3\u{202F}s")
    let whole = Self.solving {
      $0.iterations = 12_345
      $0.seconds = 75
    }
    #expect(
      whole.line(in: .english, width: 79)
        == "1/4 NIS shortfall · 12,345 iterations · 75\u{202F}s")
    #expect(Self.solving { _ in }.line(in: .french, width: 79) == "1/4 manque NIS")
  }

  @Test(arguments: Language.allCases, [20, 40, 60, 79])
  func `never takes more than the width`(language: Language, width: Int) {
    let long = Self.solving(name: "own_money+public_money+budget_cliff") {
      $0.rounds = 1234
      $0.bound = -123_456_789
      $0.gap = 4e-7
      $0.seconds = 7384
      $0.blocksPerSecond = 123_456
    }
    for progress in [long, Self.rounds, .reading, .building, .checking, .writing] {
      #expect(progress.line(in: language, width: width).count <= width)
    }
  }

  @Test func `the goal gives way before the figures`() {
    let long = Self.solving(name: "own_money+public_money+budget_cliff") {
      $0.rounds = 12
      $0.bound = 5
      $0.gap = 4e-7
      $0.seconds = 73
      $0.blocksPerSecond = 1234
    }
    let line = long.line(in: .french, width: 79)
    #expect(line.count == 79)
    #expect(line.hasPrefix("1/4 argent"))
    #expect(line.contains("… · tour 12 · borne 5,000 · écart 4·10⁻⁷ · 73\u{202F}s"))
    #expect(line.hasSuffix(" · 1\u{202F}234 blocs/s"))
  }

  @Test func `the time goes on where nothing else does`() {
    let seen = Mutex<[SolvingProgress]>([])
    let control = WorkControl(onProgress: { progress in
      if case .solving(let solving) = progress { seen.withLock { $0.append(solving) } }
    })
    let eager = LevelFollower(levels: 1, control: control, pause: .zero)
    eager.report(SolverProgress(iterations: 4, elapsed: 5, rounds: 4))
    eager.tick()
    let reports = seen.withLock { $0 }
    #expect(reports.map(\.rounds) == [4, 4])
    #expect(reports[1].seconds >= 5)
    let patient = LevelFollower(levels: 1, control: control, pause: .seconds(3600))
    patient.tick()
    #expect(seen.withLock { $0.count } == 2)
  }

  @Test func `what the engine tells reaches the line`() {
    let seen = Mutex<[SolvingProgress]>([])
    let control = WorkControl(onProgress: { progress in
      if case .solving(let solving) = progress { seen.withLock { $0.append(solving) } }
    })
    let follower = LevelFollower(levels: 3, control: control)
    follower.begin(2, "avoided_loss")
    follower.report(
      SolverProgress(
        iterations: 7, objectiveValue: 110, elapsed: 2, bound: 121, rounds: 7,
        blocksPerSecond: 900))
    follower.begin(3, "tie_break")
    let reports = seen.withLock { $0 }
    #expect(reports.map(\.level) == [2, 2, 3])
    #expect(reports[1].rounds == 7 && reports[1].bound == 121)
    #expect(abs((reports[1].gap ?? 0) - 1.0 / 11) < 1e-12)
    #expect(reports[1].blocksPerSecond == 900 && !reports[1].seeksFirstPlan)
    // A level that begins keeps the time of the whole, and nothing else.
    #expect(reports[2].seconds == 2 && reports[2].bound == nil && reports[2].rounds == nil)
  }
}
