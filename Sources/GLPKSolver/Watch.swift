// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGLPK
internal import LinearProgramming

/// The caller's callbacks in the form the membrane takes.
///
/// The C side calls them from its own frames and jumps, if at all, after they returned: no jump
/// ever crosses a Swift frame.
final class Watch {
  private let options: SolverOptions
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private let memory: MemoryWatch
  /// Iterations of attempts before the running one.
  var iterationsBefore = 0

  init(_ options: SolverOptions) {
    self.options = options
    memory = MemoryWatch(limit: options.memoryLimit)
    start = clock.now
  }

  /// Seconds since the solve began, over all attempts.
  var elapsed: Double {
    let duration = clock.now - start
    return Double(duration.components.seconds) + 1e-18 * Double(duration.components.attoseconds)
  }

  /// Seconds left of the time limit.
  var remaining: Double? { options.timeLimit.map { max(0, $0 - elapsed) } }

  /// Why to stop now, apart from the time limit; `nil` to go on.
  var stopReason: TerminationStatus? {
    if memory.isOver { return .memoryLimit }
    return options.shouldStop?() ?? false ? .interrupted : nil
  }

  /// Calls an interrupted solve by the limit that interrupted it.
  func nameStop(in result: inout SolverResult) {
    guard result.termination == .interrupted, stopReason == .memoryLimit else { return }
    result.termination = .memoryLimit
    result.detail = "The memory limit was reached."
  }

  private func report(_ progress: cglpk_progress) -> Bool {
    options.onProgress?(
      SolverProgress(
        iterations: iterationsBefore + Int(progress.iterations),
        objectiveValue: progress.objective.isFinite ? progress.objective : nil,
        infeasibility: progress.infeasibility.isFinite ? progress.infeasibility : nil,
        elapsed: elapsed))
    return stopReason != nil
  }

  /// Calls `body` with the callbacks.
  ///
  /// - Parameters:
  ///   - deadline: Seconds after which the guard ends the call; 0 for never.
  ///   - body: The call.
  /// - Returns: What `body` returns.
  func withCallbacks<T>(deadline: Double = 0, _ body: (UnsafePointer<cglpk_watch>) -> T) -> T {
    var watch = cglpk_watch()
    watch.context = Unmanaged.passUnretained(self).toOpaque()
    watch.deadline = deadline
    watch.progress = { context, progress in
      guard let context, let progress else { return 0 }
      let watch = Unmanaged<Watch>.fromOpaque(context).takeUnretainedValue()
      return watch.report(progress.pointee) ? 1 : 0
    }
    if options.onLog != nil {
      watch.line = { context, text in
        guard let context, let text else { return }
        let watch = Unmanaged<Watch>.fromOpaque(context).takeUnretainedValue()
        watch.options.onLog?(String(cString: text))
      }
    }
    return withExtendedLifetime(self) { withUnsafePointer(to: &watch, body) }
  }
}
