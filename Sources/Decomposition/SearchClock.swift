// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming
internal import Synchronization

/// Limits and progress of a whole ordered solve.
final class SearchClock: Sendable {
  private struct Rounds {
    var count = 0
    var lastReport: Double?
  }

  private let options: SolverOptions
  private let start = ContinuousClock.now
  private let rounds = Mutex(Rounds())
  private let memory: MemoryWatch

  init(_ options: SolverOptions) {
    self.options = options
    memory = MemoryWatch(limit: options.memoryLimit)
  }

  /// Seconds since the start.
  var elapsed: Double { (ContinuousClock.now - start).inSeconds }

  /// Seconds left of the time limit.
  var remaining: Double? { options.timeLimit.map { max(0, $0 - elapsed) } }

  /// Why to stop now; `nil` to go on.
  ///
  /// Whoever asked to stop hears so even where a limit was reached meanwhile. Memory comes before
  /// time: a plan found in time may be shown, but not where memory ran out.
  var wantsStop: TerminationStatus? {
    if options.shouldStop?() ?? false { return .interrupted }
    if memory.isOver { return .memoryLimit }
    if let remaining, remaining <= 0 { return .timeLimit }
    return nil
  }

  /// Tells the caller about a round.
  ///
  /// - Parameters:
  ///   - value: Value of the mixture, in the sense of the goal.
  ///   - bound: Best bound, in the same sense.
  ///   - blocks: Blocks that were solved in the round.
  ///   - isFirstPhase: Whether the value is a breach that is to become nothing, and no goal.
  func report(value: Double, bound: Double, blocks: Int = 0, isFirstPhase: Bool = false) {
    let now = elapsed
    let (count, lap) = rounds.withLock { rounds in
      rounds.count += 1
      defer { rounds.lastReport = now }
      return (rounds.count, now - (rounds.lastReport ?? 0))
    }
    var progress = SolverProgress(iterations: count, elapsed: now, rounds: count)
    if isFirstPhase {
      progress.infeasibility = value
    } else {
      progress.objectiveValue = value
      progress.bound = bound.isFinite ? bound : nil
    }
    if blocks > 0, lap > 0 { progress.blocksPerSecond = Double(blocks) / lap }
    options.onProgress?(progress)
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
