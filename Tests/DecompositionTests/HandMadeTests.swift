// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import LinearProgramming
import Testing

@Suite struct `Programs in blocks made by hand` {
  @Test(arguments: HandMade.all.indices, [false, true])
  func `end as worked out`(position: Int, rehearses: Bool) throws {
    let made = HandMade.all[position]
    let outcome = try Support.solve(made.program, [made.level], rehearses: rehearses)
    #expect(outcome.last.termination == made.ending, "\(made.name): \(outcome.last.detail)")
    if let optimum = made.optimum {
      let value = try #require(outcome.levels[0].value, "\(made.name)")
      #expect(abs(value - optimum) <= 1e-6 * max(1, abs(optimum)), "\(made.name): \(value)")
      let bound = try #require(outcome.levels[0].bestBound, "\(made.name)")
      #expect(abs(bound - optimum) <= 1e-5 * max(1, abs(optimum)), "\(made.name): \(bound)")
    }
    let complaints = try Agreement.complaints(about: outcome, made.program, [made.level])
    #expect(complaints.isEmpty, "\(made.name): \(complaints)")
  }

  @Test func `are solved whole where there is no block, and say so`() throws {
    for name in ["coupling rows without blocks", "a program without rows"] {
      let made = try #require(HandMade.all.first { $0.name == name })
      let outcome = try Support.solve(made.program, [made.level])
      #expect(outcome.last.detail.contains("solved whole"), "\(name)")
    }
  }

  @Test func `without any goal give a feasible point`() throws {
    for made in HandMade.all where made.ending != .infeasible {
      let outcome = try Support.solve(made.program, [])
      #expect(outcome.isComplete, "\(made.name): \(outcome.last.detail)")
      #expect(outcome.levels.first?.optimality?.isFeasible == true, "\(made.name)")
    }
  }
}
