// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Synchronization
import Workbench

/// Turns Ctrl-C into a question that long work asks now and then.
///
/// The first signal asks the work to stop, so that nothing half-written is left; a second one ends
/// the process at once, after it has removed what was being written.
enum Interruption {
  private static let wasAsked = Atomic<Bool>(false)

  /// Whether the user asked to stop.
  static var isAsked: Bool { wasAsked.load(ordering: .relaxed) }

  /// Whether the work has ended, and only its end is still told.
  private static let isOver = Atomic<Bool>(false)

  /// Says that the work has ended: from now on nobody needs to end it.
  static func workIsOver() { isOver.store(true, ordering: .relaxed) }

  /// The control of work that shows no progress.
  static var control: WorkControl { WorkControl(shouldStop: { Interruption.isAsked }) }

  /// Starts to listen for interruption and termination; to be called before any thread is made.
  ///
  /// The signals are blocked, here and in every thread made later, and one thread waits for them: it
  /// may do what a signal handler may not.
  static func listen() {
    var ours = sigset_t()
    sigemptyset(&ours)
    for number in [SIGINT, SIGTERM] {
      // A parent may have handed down that they be ignored.
      signal(number, SIG_DFL)
      sigaddset(&ours, number)
    }
    pthread_sigmask(SIG_BLOCK, &ours, nil)
    let thread = Thread { [ours] in
      while true { wait(for: ours) }
    }
    thread.name = "signals"
    thread.start()
    // Writing to a closed pipe must not kill the process before it has cleaned up.
    signal(SIGPIPE, SIG_IGN)
  }

  private static func wait(for signals: sigset_t) {
    var signals = signals
    var received: Int32 = 0
    guard sigwait(&signals, &received) == 0 else { return }
    guard wasAsked.exchange(true, ordering: .relaxed), !isOver.load(ordering: .relaxed) else {
      return
    }
    // What the shell says next begins on a line of its own.
    if isatty(STDERR_FILENO) == 1 {
      try? FileHandle.standardError.write(contentsOf: Data("\n".utf8))
    }
    Workbench.abandon(status: 128 + received)
  }
}
