// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization
import Wording
import Workbench

/// Shows the progress of work in one line of the terminal.
final class ProgressLine: Sendable {
  private let console: Console
  private let hasEnded = Mutex(false)
  private let hasHeard = Mutex(false)

  init(_ console: Console) { self.console = console }

  var control: WorkControl {
    WorkControl(
      onProgress: { [self] in show($0) },
      onWarnings: { [self] in
        console.endProgress()
        console.findings($0)
      },
      shouldStop: { [self] in isStopping() })
  }

  /// Does work that is told of here; the line is gone when it ends, whichever way.
  func during<Result>(_ work: (WorkControl) throws -> Result) rethrows -> Result {
    defer { end() }
    return try work(control)
  }

  func end() {
    hasEnded.withLock { $0 = true }
    console.endProgress()
  }

  private func show(_ progress: WorkProgress) {
    guard console.showsProgress, !hasEnded.withLock({ $0 }), !Interruption.isAsked else { return }
    console.progress(progress.line(in: console.language, width: console.progressWidth))
  }

  /// Whether the user asked to stop; says once that it was heard, for it may take seconds.
  private func isStopping() -> Bool {
    guard Interruption.isAsked else { return false }
    let isFirst = hasHeard.withLock { heard in
      defer { heard = true }
      return !heard
    }
    if isFirst, !hasEnded.withLock({ $0 }) {
      let text = Catalogue.text("progress.stopping", in: console.language)
      console.progress(String(text.prefix(console.progressWidth)))
    }
    return true
  }
}
