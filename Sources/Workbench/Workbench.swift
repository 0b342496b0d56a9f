// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
public import LinearProgramming

/// The use cases of the tool, for whoever asks: the command line, tests, other programs.
///
/// The engine is injected and named only here.
public struct Workbench: Sendable {
  let engine: any Engine
  let solver: any Solver

  /// Creates a workbench that solves with GLPK.
  public init() {
    let solver = GLPKSolver()
    self.init(engine: WholeSolve(solver), solver: solver)
  }

  /// Creates a workbench.
  ///
  /// - Parameters:
  ///   - engine: Solves plans.
  ///   - solver: Solves side questions, such as which rules conflict.
  public init(engine: any Engine, solver: any Solver) {
    self.engine = engine
    self.solver = solver
  }
}
