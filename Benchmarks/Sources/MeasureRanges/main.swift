// SPDX-License-Identifier: GPL-3.0-or-later

// Measures ranges over all plans within a share of the optimum, against the cold solve of the
// optimum in the same run.
// Usage: swift run -c release MeasureRanges STUDY.yaml [WITHIN [REGION [ROUNDS]]]
// Without a region: what each region gets; with one: what each of its beneficiaries gets.

import Decomposition
import Foundation
import FundingAnalysis
import FundingFormulation
import FundingModel
import GLPKSolver
import LinearProgramming
import StudyFiles

let arguments = CommandLine.arguments
guard (2...5).contains(arguments.count),
  let within = Double(arguments.count > 2 ? arguments[2] : "0.01")
else {
  print("usage: MeasureRanges STUDY.yaml [WITHIN [REGION [ROUNDS]]]")
  exit(2)
}
let specification = try StudySpecification(arguments[1])
let reading = try StudyReader().read(study: specification.study, layers: specification.layers)
let scenario = reading.study.scenario
let formulation = try Formulation.compile(scenario)

/// Prints at once, even into a file.
@Sendable func emit(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

var settings = DecompositionOptions()
if arguments.count > 4 {
  settings.onRound = { round in
    emit(
      String(
        format:
          "  %d %@ value %.7g bound %.7g breach %.1e priced %d added %d points %d in %.2f s, master %d in %.2f s",
        round.number, round.isFirstPhase ? "first" : "", round.value, round.bound, round.breach,
        round.blocks, round.added, round.points, round.pricingSeconds, round.masterIterations,
        round.masterSeconds))
  }
}
let engine = DecompositionEngine(warm: GLPKWarmSolver(), whole: GLPKSolver(), settings: settings)
let clock = ContinuousClock()
var start = clock.now
let optimum = try engine.optimise(
  formulation.program, inOrder: formulation.levels, options: SolverOptions(), onLevel: nil)
let cold = (clock.now - start) / .seconds(1)
emit(String(format: "the optimum, cold: %.1f s", cold))
guard optimum.isComplete else {
  emit(optimum.last.detail)
  exit(1)
}

let search = RangeSearch(
  formulation, optimum: optimum, within: within, engine: engine, options: SolverOptions())
var subjects: [(name: String, quantity: PlanQuantity)] = []
if arguments.count > 3, arguments[3] != "-" {
  for (place, beneficiary) in scenario.beneficiaries.enumerated()
  where beneficiary.region.rawValue == arguments[3] {
    subjects.append((beneficiary.id.rawValue, .grants(to: [place])))
  }
} else {
  let regions = Dictionary(grouping: scenario.beneficiaries.indices) {
    scenario.beneficiaries[$0].region.rawValue
  }
  subjects = regions.keys.sorted().map { ($0, .grants(to: regions[$0] ?? [])) }
}
start = clock.now
for subject in subjects {
  let before = clock.now
  let range = try search.range(of: subject.quantity)
  emit(
    String(
      format: "%@ %.3f: %.3f (%.3f) to %.3f (%.3f) %@ %.2f s", subject.name, range.inPlan,
      range.least.value, range.least.bound, range.most.value, range.most.bound,
      range.verdict.rawValue, (clock.now - before) / .seconds(1)))
}
let seconds = (clock.now - start) / .seconds(1)
emit(
  String(
    format: "%d ranges, %d solves: %.1f s, %.2f cold solves", subjects.count, search.solves,
    seconds, seconds / cold))
