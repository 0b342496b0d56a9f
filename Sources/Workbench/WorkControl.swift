// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import LinearProgramming

/// What long work tells while it goes on.
public enum WorkProgress: Sendable {
  case reading
  /// Rows, columns and nonzeros of the program are known once it is built.
  case building
  /// A goal level is being solved.
  case solving(SolvingProgress)
  /// Several cases are solved at a time.
  case cases(CasesProgress)
  case checking
  case writing
}

/// How far a goal level has come.
public struct SolvingProgress: Sendable, Hashable {
  /// Number of the level, from 1.
  public var level: Int
  /// Number of levels.
  public var levels: Int
  /// Name of the level.
  public var name: String
  /// Iterations so far.
  public var iterations = 0
  /// Rounds so far, where the program is taken apart.
  public var rounds: Int?
  /// Whether no plan is known yet, and one is looked for.
  public var seeksFirstPlan = false
  /// Best value that any plan can have, as far as proven.
  public var bound: Double?
  /// Distance of value and bound, relative.
  public var gap: Double?
  /// Seconds since the solve began.
  public var seconds = 0.0
  /// Blocks solved per second.
  public var blocksPerSecond: Double?
  /// Which of several cases is solved, where there are several.
  public var cases: Cases?

  /// Place among several cases.
  public struct Cases: Sendable, Hashable {
    /// Number of the case in the order of solving, from 1.
    public var number: Int
    /// Number of cases.
    public var count: Int
  }

  /// Creates the state of a level that begins.
  public init(level: Int, levels: Int, name: String) {
    self.level = level
    self.levels = levels
    self.name = name
  }
}

/// How far several cases have come that are solved at a time.
public struct CasesProgress: Sendable, Hashable {
  /// Cases that are done.
  public var done: Int
  /// Number of cases.
  public var count: Int
  /// Cases that are solved at a time.
  public var jobs: Int
  /// Seconds since the first one began.
  public var seconds: Double

  /// Creates the state of cases.
  public init(done: Int, count: Int, jobs: Int, seconds: Double) {
    self.done = done
    self.count = count
    self.jobs = jobs
    self.seconds = seconds
  }
}

/// How a caller follows long work and stops it.
public struct WorkControl: Sendable {
  /// Told what goes on, from any thread.
  public var onProgress: @Sendable (WorkProgress) -> Void
  /// Told what is worth saying about the inputs, once, before the long part of the work.
  public var onWarnings: @Sendable (Findings) -> Void
  /// Asked now and then, from any thread: `true` stops the work.
  public var shouldStop: @Sendable () -> Bool

  /// Creates a control; by default nobody listens and nobody stops the work.
  public init(
    onProgress: @escaping @Sendable (WorkProgress) -> Void = { _ in },
    onWarnings: @escaping @Sendable (Findings) -> Void = { _ in },
    shouldStop: @escaping @Sendable () -> Bool = { false }
  ) {
    self.onProgress = onProgress
    self.onWarnings = onWarnings
    self.shouldStop = shouldStop
  }

  /// The same control for one of several cases: what is told of its solve says which it is.
  ///
  /// - Parameters:
  ///   - number: Number of the case in the order of solving, from 1.
  ///   - count: Number of cases.
  ///   - tellsOtherSteps: Whether reading, building, checking and writing are told too.
  /// - Returns: The control of the case.
  func forCase(_ number: Int, of count: Int, tellsOtherSteps: Bool = false) -> WorkControl {
    var inner = self
    inner.onProgress = { [onProgress] progress in
      guard case .solving(var solving) = progress else {
        if tellsOtherSteps { onProgress(progress) }
        return
      }
      solving.cases = SolvingProgress.Cases(number: number, count: count)
      onProgress(.solving(solving))
    }
    return inner
  }

  /// Ends the work between two of its steps where the user asked to stop.
  ///
  /// - Throws: ``WorkFailure/stopped(_:level:)``.
  func checkpoint() throws(WorkFailure) {
    if shouldStop() { throw .stopped(.interrupted, level: "") }
  }
}
