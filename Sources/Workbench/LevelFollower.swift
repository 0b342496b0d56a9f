// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Synchronization

/// Remembers which goal level is being solved, and passes progress on with its name.
final class LevelFollower: Sendable {
  private let current: Mutex<SolvingProgress>
  private let levels: Int
  private let control: WorkControl

  init(levels: Int, control: WorkControl) {
    self.levels = levels
    self.control = control
    current = Mutex(SolvingProgress(level: 1, levels: levels, name: ""))
  }

  func begin(_ number: Int, _ name: String) {
    let next = current.withLock { current in
      var next = SolvingProgress(level: number, levels: levels, name: name)
      next.seconds = current.seconds
      current = next
      return next
    }
    control.onProgress(.solving(next))
  }

  func report(_ progress: SolverProgress) {
    let now = current.withLock { current in
      current.iterations = progress.iterations
      current.rounds = progress.rounds
      current.seeksFirstPlan = progress.rounds != nil && progress.infeasibility != nil
      current.bound = progress.bound
      current.gap = progress.gap
      current.seconds = progress.elapsed
      current.blocksPerSecond = progress.blocksPerSecond
      return current
    }
    control.onProgress(.solving(now))
  }
}
