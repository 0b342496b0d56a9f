// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import FundingAnalysis
import FundingFormulation
import FundingModel
import LinearProgramming
import Report
import Tables

/// The rules and figures of a plan, computed anew from its written files.
struct WrittenFigures {
  let folder: WrittenFolder
  let study: ResolvedStudy
  let written: WrittenPlan
  let summary: SummaryDocument
  let manifest: ManifestDocument

  /// Checks every rule, the value of every goal, every figure of the summary, every table.
  func check(_ formulation: Formulation, _ result: inout Verification) {
    let scenario = study.scenario
    checkGoalNames(formulation, &result)
    let violations = PlanAudit.check(
      scenario: scenario, plan: written.plan, allocation: written.allocation,
      levelValues: summary.goals.map(\.value), wholeSteps: summary.whole != nil)
    result.brokenRules = violations.count
    for violation in violations.prefix(Verification.told) {
      result.findings.add(
        Finding(
          Finding.Code(rawValue: violation.code), .error, at: SourcePosition(file: folder.path),
          violation.arguments))
    }
    // A plan that does not fit the scenario has no figures.
    guard !violations.contains(where: { $0.rule == .shape || $0.rule == .input }) else { return }
    let values = PlanAudit.levelValues(
      scenario: scenario, plan: written.plan, allocation: written.allocation)
    result.goals = zip(summary.goals, values).map {
      Verification.Goal(
        name: $0.level, claimed: $0.value, value: $1, tolerance: $0.tolerance)
    }
    checkOutcome(formulation, &result)
  }

  private func checkGoalNames(_ formulation: Formulation, _ result: inout Verification) {
    let wanted = formulation.levels.map(\.objective.name)
    let told = summary.goals.map(\.level)
    let complete: PlanStatus = summary.whole == nil ? .optimal : .whole
    let isComplete = summary.goals.allSatisfy { $0.termination == .optimal } && told == wanted
    if told != Array(wanted.prefix(told.count))
      || summary.status != (isComplete ? complete : .feasible)
    {
      result.findings.add(
        Finding(
          "verify.otherGoals", .error,
          at: SourcePosition(file: folder.place(PlanFolder.summaryName)),
          ["written": told.joined(separator: ", "), "wanted": wanted.joined(separator: ", ")]))
    }
  }

  /// Writes summary and tables again from the plan that was read, and compares.
  private func checkOutcome(_ formulation: Formulation, _ result: inout Verification) {
    let program = formulation.program
    let outcome = PlanOutcome(
      study: study, status: summary.status, plan: written.plan, allocation: written.allocation,
      figures: PlanFigures(
        scenario: study.scenario, plan: written.plan, allocation: written.allocation),
      goals: zip(summary.goals, formulation.levels).map { goal, level in
        GoalOutcome(
          name: goal.level, sense: level.objective.sense, value: goal.value,
          bestBound: goal.bound, relativeGap: goal.gap, tolerance: level.relativeTolerance,
          termination: goal.termination)
      },
      prices: [], whole: wholeFigures(formulation), tieBreak: summary.tieBreak,
      size: ProgramSize(
        rows: program.rowCount, columns: program.columnCount, nonzeros: program.nonzeroCount),
      timings: manifest.timings, identity: manifest.run)
    compareSummary(outcome, &result)
    // Prices are told by the solver; the proof holds those that matter to account.
    for table in PlanTable.allCases where table != .prices {
      guard let bytes = folder.content(table.fileName) else { continue }
      let style = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? CSVStyle.frenchExcel : .machine
      guard let anew = try? PlanFolder.bytes(of: table, outcome, style: style) else { continue }
      folder.compare(bytes, anew, style, table.fileName, &result)
    }
  }

  /// What the summary tells of whole steps, with its counts made anew; the proof holds the bounds
  /// to account.
  private func wholeFigures(_ formulation: Formulation) -> WholeStepsFigures? {
    guard var whole = summary.whole else { return nil }
    let scenario = study.scenario
    whole.steps = formulation.wholeSteps.count { $0 > 0 }
    whole.taken = -scenario.locked.count { $0.share.value > 0 }
    for e in scenario.beneficiaries.indices {
      for m in scenario.measures.indices {
        whole.taken += scenario.horizon.years.indices.count {
          written.plan.increment(e, m, $0) > 1e-9
        }
      }
    }
    return whole
  }

  private func compareSummary(_ outcome: PlanOutcome, _ result: inout Verification) {
    let place = SourcePosition(file: folder.place(PlanFolder.summaryName))
    // Which rules bind is told by the solver's prices.
    let leftOut: Set<String> = ["binding"]
    guard let bytes = folder.content(PlanFolder.summaryName),
      let anew = try? ReportJSON.bytes(of: SummaryDocument(outcome)),
      let old = try? JSONSerialization.jsonObject(with: Data(bytes)),
      let new = try? JSONSerialization.jsonObject(with: Data(anew))
    else { return }
    for difference in FigureComparison.differences(old, new, leavingOut: leftOut)
      .prefix(Verification.told)
    {
      result.findings.add(
        Finding(
          "verify.figureDiffers", .error, at: place,
          ["name": difference.path, "written": difference.left, "value": difference.right]))
    }
  }
}
