// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import FundingAnalysis
import Report
public import Wording

/// What a command that failed writes for machines, in place of its result.
private struct FailureDocument: Encodable {
  /// A rule that would have to give way.
  struct Rule: Encodable {
    /// Name of the row, as in exported programs.
    let row: String
    /// How far it is broken, in the unit of its family.
    let amount: Double
    /// Whether it is missed from below; otherwise it is exceeded.
    let isShortfall: Bool
  }

  /// Version of this format.
  let schema = 1
  /// What happened; never a status that a plan can have.
  let status: String
  /// The failure in words, line by line.
  let message: [String]
  /// What the plan that breaks rules least breaks, where no plan obeys all.
  let rules: [Rule]?
  /// Rules that cannot hold together, and of which none can be left out; empty where they were not
  /// found in time.
  let conflict: [String]?
}

extension WorkFailure {
  /// The failure as JSON: `status` (`infeasible`, `unbounded`, `stopped`, `internal_error`), the
  /// message, what is broken least, and the rules in conflict.
  ///
  /// - Parameter language: Language of the message.
  /// - Returns: JSON text.
  /// - Throws: `Findings` where a number is not finite.
  public func json(in language: Language) throws(Findings) -> String {
    var rules: [FailureDocument.Rule]?
    var conflict: [String]?
    if case .infeasible(_, let contradiction) = innermost {
      rules = contradiction?.broken.map {
        FailureDocument.Rule(row: $0.rowName, amount: $0.amount, isShortfall: $0.isShortfall)
      }
      conflict = contradiction?.conflict.map(\.name)
    }
    let document = FailureDocument(
      status: statusWord, message: lines(in: language), rules: rules, conflict: conflict)
    return try ReportJSON.text(of: document)
  }

  /// The failure without the scenario it is of.
  private var innermost: WorkFailure {
    if case .inScenario(_, let failure) = self { failure.innermost } else { self }
  }

  private var statusWord: String {
    switch self {
    case .infeasible: "infeasible"
    case .noWholeSteps(let isProven): isProven ? "infeasible" : "stopped"
    case .unbounded: "unbounded"
    case .stopped, .memoryLimit: "stopped"
    case .numericalTrouble, .failedCheck, .solver, .unsolvedBlock: "internal_error"
    case .explained(let failure, _), .inScenario(_, let failure): failure.statusWord
    }
  }
}

extension Workbench {
  /// Findings as JSON, as `check --json` writes them.
  ///
  /// - Throws: `Findings` where a number is not finite.
  public static func json(of findings: Findings, in language: Language) throws(Findings) -> String {
    let document = FindingsDocument(findings, language: language)
    return try ReportJSON.text(of: document)
  }
}
