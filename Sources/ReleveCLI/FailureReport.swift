// SPDX-License-Identifier: GPL-3.0-or-later

import Workbench

/// Tells a failure of the work in words and gives its exit status.
enum FailureReport {
  static func report(_ failure: WorkFailure, to console: Console) -> ExitStatus {
    let lines = failure.lines(in: console.language)
    for (position, line) in lines.enumerated() {
      console.line(position == 0 ? "releve: \(line)" : line)
    }
    switch failure.kind {
    case .invalidInput: return .invalidInput
    case .infeasible: return .infeasible
    case .stoppedAtLimit: return .stoppedAtLimit
    case .internalError: return .internalError
    }
  }
}
