// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization
import Wording
import Workbench

/// Shows the progress of work in one line of the terminal.
final class ProgressLine: Sendable {
  private let console: Console
  private let hasEnded = Mutex(false)

  init(_ console: Console) { self.console = console }

  var control: WorkControl {
    WorkControl(
      onProgress: { [self] in show($0) }, shouldStop: { Interruption.isAsked })
  }

  func end() {
    hasEnded.withLock { $0 = true }
    console.endProgress()
  }

  private func show(_ progress: WorkProgress) {
    guard console.showsProgress, !hasEnded.withLock({ $0 }) else { return }
    console.progress(text(of: progress))
  }

  private func text(of progress: WorkProgress) -> String {
    let language = console.language
    switch progress {
    case .reading: return Catalogue.text("progress.reading", in: language)
    case .building: return Catalogue.text("progress.building", in: language)
    case .checking: return Catalogue.text("progress.checking", in: language)
    case .writing: return Catalogue.text("progress.writing", in: language)
    case .solving(let level, let levels, let name, let iterations, let seconds):
      let goal = name.split(separator: "+")
        .map { Catalogue.text("goal.\($0)", in: language) }.joined(separator: " + ")
      return Catalogue.text(
        "progress.solving", in: language,
        [
          "level": String(level), "levels": String(levels), "goal": goal,
          "iterations": String(iterations), "seconds": String(Int(seconds)),
        ])
    }
  }
}
