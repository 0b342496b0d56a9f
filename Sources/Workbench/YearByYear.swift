// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import FundingModel
import LinearProgramming
import Report

/// Planning from one year to the next, without foresight.
///
/// The first year is planned as if there were no other; then it is done, and the first two years are
/// planned with it as it is, and so on. Each year sees its own money and the targets up to it, and
/// nothing of what comes (``FundingModel/Scenario/seen(years:)``).
enum YearByYear {
  /// Plans year after year.
  ///
  /// - Parameters:
  ///   - study: The whole study, from its first year that is not locked.
  ///   - solve: Plans one scenario, given with the year that is decided.
  ///   - plan: The plan of an answer.
  /// - Returns: What was made of the last scenario: the whole study with every year before the last
  ///   one locked.
  /// - Throws: What `solve` throws.
  static func plan<Answer>(
    _ study: Scenario, solve: (Scenario, Year) throws -> Answer, plan: (Answer) -> Plan
  ) throws -> Answer? {
    let years = study.horizon.years
    // What is locked already was not chosen by whoever plans from year to year.
    let first = min(study.lockedCount, years.count - 1)
    var answer: Answer?
    for t in first..<years.count {
      var step = study.seen(years: t + 1)
      if let answer { step = step.locking(plan(answer), years: t) }
      answer = try solve(step, years[t])
    }
    return answer
  }
}

extension Workbench {
  /// Plans a study that was read year by year, without foresight.
  ///
  /// - Parameters:
  ///   - loaded: The study.
  ///   - request: Limits, which hold for each year.
  ///   - name: Name of the scenario, told with the year that has no plan.
  ///   - control: Progress and cancellation.
  /// - Returns: The plan of the last year, with those before it as they were decided.
  /// - Throws: As ``plan(_:control:)``; the failure of one year names it.
  func planYearByYear(
    _ loaded: LoadedStudy, _ request: PlanRequest, name: String, control: WorkControl
  ) throws -> PlanResult {
    let result = try YearByYear.plan(
      loaded.study.scenario,
      solve: { scenario, year in
        var study = loaded.study
        study.scenario = scenario
        let step = LoadedStudy(
          study: study, warnings: Findings(), inputs: loaded.inputs, seconds: 0)
        do {
          let result = try self.plan(step, request, control: control)
          try control.checkpoint()
          return result
        } catch let failure as WorkFailure {
          try control.checkpoint()
          throw WorkFailure.inScenario("\(name), \(year)", failure)
        }
      }, plan: \.outcome.plan)
    guard let result else { throw WorkFailure.stopped(.interrupted, level: "") }
    return result
  }

  /// Holds planning year by year against the plan with foresight, which is the baseline.
  func compareYearByYear(
    _ request: CompareRequest, control: WorkControl
  ) throws -> CompareResult {
    guard request.scenarios.count == 1, !ComparedSource.isPlanFolder(request.scenarios[0]) else {
      throw Findings(Finding("compare.myopicOne", .error, at: nil))
    }
    control.onProgress(.reading)
    var single = request.plan
    single.study.specification = request.scenarios[0]
    let loaded = try loaded(single.study)
    let name = ScenarioNames.names(of: request.scenarios)[0]
    let names = [name, "\(name) (myopic)"]
    let count = loaded.study.scenario.horizon.count + 1
    let outline = ComparedSource.study(loaded).outline(name: name)
    try Comparison.check(outline, [], request.settings)

    let foresight: PlanResult
    do {
      foresight = try plan(
        loaded, single, control: control.forCase(1, of: count, tellsOtherSteps: true))
      try control.checkpoint()
    } catch let failure as WorkFailure {
      try control.checkpoint()
      throw WorkFailure.inScenario(name, failure)
    }
    var inner = control.forCase(2, of: count, tellsOtherSteps: true)
    inner.onWarnings = { _ in }
    let myopic = try planYearByYear(loaded, single, name: names[1], control: inner)
    var timings = foresight.outcome.timings
    timings.solving += myopic.outcome.timings.solving
    let compared = zip([foresight, myopic], names).map { result, name in
      ComparedScenario(
        result.outcome, name: name, argument: request.scenarios[0], files: result.inputs)
    }
    var comparison = try Comparison(
      baseline: compared[0], others: [compared[1]], settings: request.settings)
    comparison.isYearByYear = true
    return CompareResult(
      comparison: comparison, run: identity(request, name), timings: timings)
  }
}
