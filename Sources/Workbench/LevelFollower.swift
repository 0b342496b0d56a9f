// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Synchronization

/// Remembers which goal level is being solved, and passes progress on with its name.
final class LevelFollower: Sendable {
  private struct State {
    var progress: SolvingProgress
    var lastTold = ContinuousClock.now
  }

  private let current: Mutex<State>
  private let levels: Int
  private let control: WorkControl
  private let pause: Duration

  /// - Parameters:
  ///   - levels: Number of levels.
  ///   - control: Who is told.
  ///   - pause: Time without news after which the time alone is told.
  init(levels: Int, control: WorkControl, pause: Duration = .seconds(1)) {
    self.levels = levels
    self.control = control
    self.pause = pause
    current = Mutex(State(progress: SolvingProgress(level: 1, levels: levels, name: "")))
  }

  func begin(_ number: Int, _ name: String) {
    tell { progress in
      let seconds = progress.seconds
      progress = SolvingProgress(level: number, levels: levels, name: name)
      progress.seconds = seconds
    }
  }

  /// Shows that the work goes on where a round takes long; to be called often.
  func tick() {
    let now = ContinuousClock.now
    let news = current.withLock { state -> SolvingProgress? in
      guard now - state.lastTold >= pause else { return nil }
      state.progress.seconds += (now - state.lastTold) / .seconds(1)
      state.lastTold = now
      return state.progress
    }
    if let news { control.onProgress(.solving(news)) }
  }

  func report(_ progress: SolverProgress) {
    tell { current in
      current.iterations = progress.iterations
      current.rounds = progress.rounds
      current.seeksFirstPlan = progress.rounds != nil && progress.infeasibility != nil
      current.bound = progress.bound
      current.gap = progress.gap
      current.seconds = progress.elapsed
      current.blocksPerSecond = progress.blocksPerSecond
    }
  }

  private func tell(_ change: (inout SolvingProgress) -> Void) {
    let news = current.withLock { state in
      change(&state.progress)
      state.lastTold = ContinuousClock.now
      return state.progress
    }
    control.onProgress(.solving(news))
  }
}
