// SPDX-License-Identifier: GPL-3.0-or-later

import Decomposition
import Foundation
import GLPKSolver
public import LinearProgramming
import WholeColumns

/// The use cases of the tool, for whoever asks: the command line, tests, other programs.
///
/// The engine is injected and named only here.
public struct Workbench: Sendable {
  let engine: any Engine
  /// Chooses whole steps.
  var wholeSteps: WholeStepsSolve {
    var settings = WholeSettings()
    settings.threads = ProcessInfo.processInfo.activeProcessorCount
    return WholeStepsSolve(engine: engine, solver: GLPKSolver(), settings: settings)
  }

  /// Creates a workbench that solves with GLPK.
  public init() {
    let solver = GLPKSolver()
    var settings = DecompositionOptions()
    settings.threads = ProcessInfo.processInfo.activeProcessorCount
    self.init(
      engine: DecompositionEngine(warm: GLPKWarmSolver(), whole: solver, settings: settings))
  }

  /// Creates a workbench.
  ///
  /// - Parameter engine: Solves plans, and side questions such as which rules conflict.
  public init(engine: any Engine) { self.engine = engine }
}
