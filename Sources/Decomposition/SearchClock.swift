// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming
internal import Synchronization

/// Limits and progress of a whole ordered solve.
final class SearchClock: Sendable {
  private let options: SolverOptions
  private let start = ContinuousClock.now
  private let rounds = Mutex(0)

  init(_ options: SolverOptions) { self.options = options }

  /// Seconds since the start.
  var elapsed: Double { (ContinuousClock.now - start).inSeconds }

  /// Seconds left of the time limit.
  var remaining: Double? { options.timeLimit.map { max(0, $0 - elapsed) } }

  /// Why to stop now; `nil` to go on.
  var wantsStop: TerminationStatus? {
    if let remaining, remaining <= 0 { return .timeLimit }
    return options.shouldStop?() ?? false ? .interrupted : nil
  }

  /// Tells the caller about a round.
  func report(value: Double, bound: Double) {
    let count = rounds.withLock { rounds in
      rounds += 1
      return rounds
    }
    options.onProgress?(
      SolverProgress(
        iterations: count, objectiveValue: value, elapsed: elapsed,
        bound: bound.isFinite ? bound : nil))
  }
}

/// Seconds between laps.
struct Stopwatch {
  private var last = ContinuousClock.now

  mutating func lap() -> Double {
    let now = ContinuousClock.now
    defer { last = now }
    return (now - last).inSeconds
  }
}

extension Duration {
  /// The duration in seconds.
  var inSeconds: Double {
    Double(components.seconds) + 1e-18 * Double(components.attoseconds)
  }
}
