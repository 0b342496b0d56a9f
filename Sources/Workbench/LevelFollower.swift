// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Synchronization

/// Remembers which goal level is being solved, and passes progress on with its name.
final class LevelFollower: Sendable {
  private struct Level {
    var number = 1
    var name = ""
  }

  private let current = Mutex(Level())
  private let levels: Int
  private let control: WorkControl

  init(levels: Int, control: WorkControl) {
    self.levels = levels
    self.control = control
  }

  func begin(_ number: Int, _ name: String) {
    current.withLock { $0 = Level(number: number, name: name) }
    control.onProgress(
      .solving(level: number, levels: levels, name: name, iterations: 0, seconds: 0))
  }

  func report(_ progress: SolverProgress) {
    let level = current.withLock { $0 }
    control.onProgress(
      .solving(
        level: level.number, levels: levels, name: level.name,
        iterations: progress.iterations, seconds: progress.elapsed))
  }
}
