// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import LinearProgramming
import Report
import RunStore

/// A reason as it is kept: without words, so that a table can be made in either language.
private struct ReasonDocument: Codable {
  let code: String
  let severity: Finding.Severity
  let position: SourcePosition?
  let arguments: [String: String]

  init(_ finding: Finding) {
    code = finding.code.rawValue
    severity = finding.severity
    position = finding.position
    arguments = finding.arguments
  }

  var finding: Finding {
    Finding(Finding.Code(rawValue: code), severity, at: position, arguments)
  }
}

extension CaseRecord {
  /// A case as it is kept.
  ///
  /// - Throws: a finding where a reason cannot be written.
  init(_ one: SweptCase) throws(Findings) {
    let outcome = one.outcome
    let reasons = outcome.reasons.map(ReasonDocument.init)
    var told = ""
    if !reasons.isEmpty { told = try ReportJSON.text(of: reasons) }
    let timings = outcome.timings
    self.init(
      number: one.number, values: one.values.map { $0.isEmpty ? nil : $0 },
      status: outcome.status.rawValue,
      reasons: told,
      goals: outcome.goals.map {
        Goal(
          level: $0.name, sense: $0.sense.rawValue, value: $0.value, bound: $0.bestBound,
          gap: $0.relativeGap, tolerance: $0.tolerance, termination: $0.termination.rawValue)
      }, totals: outcome.totals.map(Totals.init),
      seconds: Seconds(
        reading: timings.reading, building: timings.building, solving: timings.solving,
        checking: timings.checking))
  }

  /// The case that was kept.
  ///
  /// - Parameter file: The file it stands in.
  /// - Returns: The case.
  /// - Throws: a finding where the file holds what no version of the tool writes.
  func swept(from file: String) throws(Findings) -> SweptCase {
    func damaged(_ what: String) -> Findings {
      Findings(
        Finding(
          "store.damaged", .error, at: SourcePosition(file: file),
          ["message": "\(what) (\(number))"]))
    }
    guard let status = CaseStatus(rawValue: status) else { throw damaged("status") }
    var goals: [GoalOutcome] = []
    for goal in self.goals {
      guard let sense = Sense(rawValue: goal.sense),
        let termination = TerminationStatus(rawValue: goal.termination)
      else { throw damaged("goals") }
      goals.append(
        GoalOutcome(
          name: goal.level, sense: sense, value: goal.value, bestBound: goal.bound,
          relativeGap: goal.gap, tolerance: goal.tolerance, termination: termination))
    }
    var reasons: [Finding] = []
    if !self.reasons.isEmpty {
      guard
        let documents = try? ReportJSON.document(
          [ReasonDocument].self, from: Array(self.reasons.utf8), path: file)
      else { throw damaged("reasons") }
      reasons = documents.map(\.finding)
    }
    let timings = RunTimings(
      reading: seconds.reading, building: seconds.building, solving: seconds.solving,
      checking: seconds.checking)
    return SweptCase(
      number: number, values: values.map { $0 ?? "" },
      outcome: CaseOutcome(
        status: status, reasons: reasons, goals: goals, totals: totals.map(CaseTotals.init),
        timings: timings))
  }
}

extension CaseRecord.Totals {
  init(_ totals: CaseTotals) {
    self.init(
      years: totals.years,
      paid: totals.vehicles.map { CaseRecord.Series(name: $0.id, values: $0.paid) },
      coverage: totals.coverage.map { CaseRecord.Series(name: $0.nisClass, values: $0.shares) },
      own: totals.own, avoidedLoss: totals.avoidedLoss, needAfter: totals.needAfter,
      meansAfter: totals.meansAfter)
  }
}

extension CaseTotals {
  init(_ totals: CaseRecord.Totals) {
    self.init(
      years: totals.years, vehicles: totals.paid.map { Vehicle(id: $0.name, paid: $0.values) },
      own: totals.own,
      coverage: totals.coverage.map { Coverage(nisClass: $0.name, shares: $0.values) },
      avoidedLoss: totals.avoidedLoss, needAfter: totals.needAfter, meansAfter: totals.meansAfter)
  }
}
