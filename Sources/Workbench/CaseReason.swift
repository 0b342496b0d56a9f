// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import LinearProgramming
import Report

/// Why a what-if has no plan, or no proof, as findings.
enum CaseReason {
  /// Why the plan of an incomplete solve is not proven.
  static func finding(for ordered: OrderedOutcome) -> Finding {
    finding(for: ordered.last.termination, level: ordered.levels.last?.name ?? "")
  }

  static func finding(for status: TerminationStatus, level: String) -> Finding {
    let code: Finding.Code =
      switch status {
      case .timeLimit: "sweep.reason.timeLimit"
      case .memoryLimit: "sweep.reason.memoryLimit"
      case .numericalError: "sweep.reason.numericalError"
      default: "sweep.reason.limit"
      }
    return Finding(code, .error, at: nil, ["goal": level])
  }

  /// The reason and status of a failure.
  static func reason(for failure: WorkFailure) -> (CaseStatus, Finding) {
    func finding(_ code: Finding.Code, _ arguments: [String: String] = [:]) -> Finding {
      Finding(code, .error, at: nil, arguments)
    }
    switch failure {
    case .infeasible: return (.infeasible, finding("sweep.reason.infeasible"))
    // Of plans of whole steps, which no what-if asks for.
    case .noWholeSteps(let isProven):
      return isProven
        ? (.infeasible, finding("cli.wholeImpossible"))
        : (.stopped, finding("cli.wholeNotFound"))
    case .unbounded(let level): return (.error, finding("sweep.reason.unbounded", ["goal": level]))
    case .stopped(let status, let level): return (.stopped, self.finding(for: status, level: level))
    case .memoryLimit: return (.stopped, finding("sweep.reason.memoryLimit"))
    case .numericalTrouble(let level, _):
      return (.error, self.finding(for: .numericalError, level: level))
    case .failedCheck(let violations):
      return (.error, finding("sweep.reason.failedCheck", ["count": "\(violations.count)"]))
    case .solver(let message): return (.error, finding("sweep.reason.solver", ["message": message]))
    case .unsolvedBlock(let block):
      return (
        .error,
        finding(
          "sweep.reason.solver", ["message": "\(block.number), \(block.column): \(block.reason)"])
      )
    case .explained(let failure, _), .inScenario(_, let failure): return reason(for: failure)
    }
  }
}

extension CaseOutcome {
  /// The outcome of a what-if that failed.
  init(failure: any Error, timings: RunTimings) {
    switch failure {
    case let findings as Findings:
      let errors = findings.all.filter { $0.severity == .error }
      self.init(
        status: .error, reasons: errors.isEmpty ? findings.all : errors, timings: timings)
    case let failure as WorkFailure:
      let (status, finding) = CaseReason.reason(for: failure)
      self.init(status: status, reasons: [finding], timings: timings)
    default:
      let finding = Finding(
        "sweep.reason.solver", .error, at: nil, ["message": String(describing: failure)])
      self.init(status: .error, reasons: [finding], timings: timings)
    }
  }
}
