// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Synchronization
import Workbench

/// Turns Ctrl-C into a question that long work asks now and then.
///
/// The first signal asks the work to stop, so that nothing half-written is left; a second one ends
/// the process at once.
enum Interruption {
  private static let wasAsked = Atomic<Bool>(false)

  /// Whether the user asked to stop.
  static var isAsked: Bool { wasAsked.load(ordering: .relaxed) }

  /// The control of work that shows no progress.
  static var control: WorkControl { WorkControl(shouldStop: { Interruption.isAsked }) }

  /// Starts to listen for interruption and termination.
  static func listen() {
    for number in [SIGINT, SIGTERM] {
      signal(number) { received in
        if Interruption.wasAsked.exchange(true, ordering: .relaxed) { _exit(128 + received) }
      }
    }
    // A parent that starts us from a thread which blocks signals hands that down: without this,
    // Ctrl-C would be kept for ever.
    var ours = sigset_t()
    sigemptyset(&ours)
    sigaddset(&ours, SIGINT)
    sigaddset(&ours, SIGTERM)
    pthread_sigmask(SIG_UNBLOCK, &ours, nil)
    // Writing to a closed pipe must not kill the process before it has cleaned up.
    signal(SIGPIPE, SIG_IGN)
  }
}
