// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming

/// What long work tells while it goes on.
public enum WorkProgress: Sendable {
  case reading
  /// Rows, columns and nonzeros of the program are known once it is built.
  case building
  /// A goal level is being solved.
  case solving(level: Int, levels: Int, name: String, iterations: Int, seconds: Double)
  case checking
  case writing
}

/// How a caller follows long work and stops it.
public struct WorkControl: Sendable {
  /// Told what goes on, from any thread.
  public var onProgress: @Sendable (WorkProgress) -> Void
  /// Asked now and then, from any thread: `true` stops the work.
  public var shouldStop: @Sendable () -> Bool

  /// Creates a control; by default nobody listens and nobody stops the work.
  public init(
    onProgress: @escaping @Sendable (WorkProgress) -> Void = { _ in },
    shouldStop: @escaping @Sendable () -> Bool = { false }
  ) {
    self.onProgress = onProgress
    self.shouldStop = shouldStop
  }

  /// Ends the work between two of its steps where the user asked to stop.
  ///
  /// - Throws: ``WorkFailure/stopped(_:level:)``.
  func checkpoint() throws(WorkFailure) {
    if shouldStop() { throw .stopped(.interrupted, level: "") }
  }
}
