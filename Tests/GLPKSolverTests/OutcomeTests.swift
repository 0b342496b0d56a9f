// SPDX-License-Identifier: GPL-3.0-or-later

import CLibGLPK
import LinearProgramming
import Testing

@testable import GLPKSolver

@Suite struct `Every way GLPK can end` {
  @Test func `the codes are those of the library`() {
    let library = [
      0, GLP_EBADB, GLP_ESING, GLP_ECOND, GLP_EBOUND, GLP_EFAIL, GLP_EOBJLL, GLP_EOBJUL,
      GLP_EITLIM, GLP_ETMLIM, GLP_ENOPFS, GLP_ENODFS, GLP_EROOT, GLP_ESTOP, GLP_EMIPGAP,
      GLP_ENOFEAS, GLP_ENOCVG, GLP_EINSTAB, GLP_EDATA, GLP_ERANGE,
    ]
    #expect(GLPKCode.allCases.map(\.rawValue) == library.map { Int32($0) })
    #expect(
      GLPKStatus.allCases.map(\.rawValue) == [
        GLP_UNDEF, GLP_FEAS, GLP_INFEAS, GLP_NOFEAS, GLP_OPT, GLP_UNBND,
      ])
  }

  @Test func `each has a sentence of its own`() {
    let sentences = GLPKCode.allCases.map(\.sentence) + GLPKStatus.allCases.map(\.sentence)
    #expect(sentences.allSatisfy { $0.hasSuffix(".") && $0.count > 15 })
    #expect(Set(GLPKCode.allCases.map(\.sentence)).count == GLPKCode.allCases.count)
    #expect(Set(GLPKStatus.allCases.map(\.sentence)).count == GLPKStatus.allCases.count)
  }

  static let ofCodes: [(GLPKCode, TerminationStatus)] = [
    (.badBasis, .numericalError), (.singular, .numericalError),
    (.illConditioned, .numericalError), (.badBounds, .numericalError),
    (.failed, .numericalError), (.objectiveLowerLimit, .objectiveLimit),
    (.objectiveUpperLimit, .objectiveLimit), (.iterationLimit, .iterationLimit),
    (.timeLimit, .timeLimit), (.noPrimalFeasible, .infeasible),
    (.noDualFeasible, .infeasibleOrUnbounded), (.noRoot, .numericalError),
    (.stopped, .interrupted), (.gapReached, .optimal), (.noFeasible, .infeasibleOrUnbounded),
    (.noConvergence, .numericalError), (.unstable, .numericalError),
    (.badData, .numericalError), (.outOfRange, .numericalError),
  ]

  @Test(arguments: ofCodes)
  func `a code other than done decides alone`(code: GLPKCode, wanted: TerminationStatus) {
    for status in GLPKStatus.allCases {
      #expect(
        GLPKMeaning.termination(
          code: code, status: status, primal: status, dual: status, method: .primalSimplex)
          == wanted)
    }
    #expect(Self.ofCodes.count == GLPKCode.allCases.count - 1)
  }

  static let ofStatuses: [(GLPKStatus, GLPKStatus, TerminationStatus)] = [
    (.optimal, .feasible, .optimal), (.unbounded, .noneFeasible, .unbounded),
    (.noneFeasible, .undefined, .infeasible), (.undefined, .undefined, .numericalError),
    (.feasible, .infeasible, .numericalError), (.infeasible, .infeasible, .numericalError),
    (.infeasible, .noneFeasible, .infeasibleOrUnbounded),
    (.undefined, .noneFeasible, .infeasibleOrUnbounded),
  ]

  @Test(arguments: ofStatuses)
  func `after done the statuses decide`(
    status: GLPKStatus, dual: GLPKStatus, wanted: TerminationStatus
  ) {
    #expect(
      GLPKMeaning.termination(
        code: .done, status: status, primal: status, dual: dual, method: .dualSimplex) == wanted)
  }

  @Test func `interior point does not tell which side has no feasible point`() {
    #expect(
      GLPKMeaning.termination(
        code: .done, status: .noneFeasible, primal: .noneFeasible, dual: .undefined,
        method: .interiorPoint) == .infeasibleOrUnbounded)
  }
}
