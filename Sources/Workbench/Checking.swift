// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import FundingAnalysis
import FundingFormulation
import FundingModel
import Report
public import Wording

/// What `check` found.
public struct CheckOutcome: Sendable {
  /// Everything wrong or worth saying about the files, then about the scenario.
  public let findings: Findings
  /// Whether the files cannot be used as they are.
  public let hasInvalidInput: Bool
  /// Whether arithmetic alone shows that no plan can obey every rule.
  public let isImpossible: Bool

  /// The findings as lines of text.
  public func lines(in language: Language) -> [String] {
    FindingsText.lines(findings, language: language)
  }

  /// The findings as JSON.
  ///
  /// - Throws: `Findings` where a number is not finite.
  public func json(in language: Language) throws(Findings) -> String {
    let document = FindingsDocument(findings, language: language)
    return try ReportJSON.text(of: document)
  }
}

extension Workbench {
  /// Checks a study without solving it; faults are results here, not errors.
  ///
  /// First every fault of the files at once; where there is none, the arithmetic that shows trouble
  /// before solving.
  public func check(_ request: StudyRequest) -> CheckOutcome {
    var findings = Findings()
    var advice: [Advice] = []
    do {
      let (study, warnings) = try load(request)
      findings = warnings
      let formulation = try compile(study)
      advice = PreSolveChecks.check(study.scenario)
      if let spread = SpreadFinding.finding(for: formulation.program) {
        // It says more than the same remark about costs and losses.
        advice.removeAll { $0.kind == .coefficientSpread }
        findings.add(spread)
      }
    } catch {
      findings.add(contentsOf: error)
    }
    let hasInvalidInput = findings.hasErrors
    for piece in advice { findings.add(finding(for: piece)) }
    return CheckOutcome(
      findings: findings, hasInvalidInput: hasInvalidInput,
      isImpossible: advice.contains { $0.gravity == .impossible })
  }

  private func finding(for advice: Advice) -> Finding {
    Finding(
      Finding.Code(rawValue: advice.code),
      advice.gravity == .impossible ? .error : .warning, at: nil, advice.arguments)
  }
}
