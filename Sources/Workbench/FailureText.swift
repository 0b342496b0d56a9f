// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import FundingAnalysis
import LinearProgramming
import Report
public import Wording

extension WorkFailure {
  /// Most rules or violations that are told one by one.
  private static let told = 20

  /// What kind of failure it is, for the exit status.
  public enum Kind: Sendable {
    case invalidInput
    case infeasible
    case stoppedAtLimit
    case internalError
  }

  /// What kind of failure it is, for the exit status.
  public var kind: Kind {
    switch self {
    case .infeasible: .infeasible
    case .noWholeSteps(let isProven): isProven ? .infeasible : .stoppedAtLimit
    case .unbounded: .invalidInput
    case .stopped, .memoryLimit: .stoppedAtLimit
    case .numericalTrouble, .failedCheck, .solver, .unsolvedBlock: .internalError
    case .explained(let failure, _), .inScenario(_, let failure): failure.kind
    }
  }

  /// The failure in words: what happened first, then details.
  public func lines(in language: Language) -> [String] {
    func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
      Catalogue.text(key, in: language, arguments)
    }
    func goal(_ name: String) -> String { GoalWords.name(name, in: language) }
    switch self {
    case .infeasible(let scenario, let contradiction):
      let detail =
        contradiction.map {
          Screen.linesWithoutPlan(
            scenario, status: .infeasible, contradiction: $0, language: language)
        } ?? [text("cli.infeasible.unknown")]
      return [text("cli.infeasible")] + detail
    case .noWholeSteps(let isProven):
      return [text(isProven ? "cli.wholeImpossible" : "cli.wholeNotFound")]
    case .unbounded(let level):
      return [text("cli.unbounded", ["goal": goal(level)])]
    case .stopped(.interrupted, _):
      return [text("cli.interrupted")]
    case .stopped(let reason, let level):
      let words = text("cli.reason.\(reason.rawValue)")
      return [text("cli.stopped", ["reason": words, "goal": goal(level)])]
    case .memoryLimit(let limit, let needed):
      let style = NumberStyle(language)
      return [
        text(
          "cli.memory",
          ["limit": style.memory(bytes: limit), "needed": style.memory(bytes: needed)]),
        text("cli.memory.hint"),
      ]
    case .numericalTrouble(let level, let detail):
      return [text("cli.numerical", ["goal": goal(level), "detail": detail])]
    case .failedCheck(let violations):
      return [text("cli.failedCheck", ["count": String(violations.count)])]
        + violations.prefix(Self.told).map { "  " + text($0.code, $0.arguments) }
    case .solver(let message):
      return [text("cli.solver", ["message": message])]
    case .unsolvedBlock(let block):
      let told = text(
        "cli.block",
        ["number": String(block.number), "column": block.column, "reason": block.reason])
      return [
        told, block.file.map { text("cli.block.file", ["file": $0]) } ?? text("cli.block.noFile"),
      ]
    case .inScenario(let name, let failure):
      return [text("compare.inScenario", ["name": name])] + failure.lines(in: language)
    case .explained(let failure, let finding):
      let cause = text(finding.code.rawValue, finding.arguments)
      return failure.lines(in: language) + [text("cli.cause", ["cause": cause])]
    }
  }
}
