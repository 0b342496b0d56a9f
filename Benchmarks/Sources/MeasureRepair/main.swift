// SPDX-License-Identifier: GPL-3.0-or-later

// Measures how long it takes to say which rules of an impossible study conflict, and what to amend.
// Usage: swift run -c release MeasureRepair STUDY.yaml[+LAYER…] [PROPOSALS [KEPT [ROUNDS]]]
// KEPT is a family of rules that may not be amended, as of `releve repair --keep`, or "-".
// With anything as ROUNDS, every round of the engine is printed.

import Decomposition
import Foundation
import FundingAnalysis
import FundingFormulation
import GLPKSolver
import LinearProgramming
import Measuring
import StudyFiles

let arguments = CommandLine.arguments
guard (2...5).contains(arguments.count),
  let count = Int(arguments.count > 2 ? arguments[2] : "3")
else {
  print("usage: MeasureRepair STUDY.yaml[+LAYER…] [PROPOSALS [KEPT [ROUNDS]]]")
  exit(2)
}
let specification = try StudySpecification(arguments[1])
let reading = try StudyReader().read(study: specification.study, layers: specification.layers)
let formulation = try Formulation.compile(reading.study.scenario)

let kept = arguments.count > 3 ? arguments[3] : "-"
var settings = DecompositionOptions()
if arguments.count > 4 {
  settings.onRound = { round in
    emit(
      String(
        format:
          "  %d %@ value %.7g bound %.7g breach %.1e priced %d added %d in %.2f s, master %d in %.2f s",
        round.number, round.isFirstPhase ? "first" : "", round.value, round.bound, round.breach,
        round.blocks, round.added, round.pricingSeconds, round.masterIterations,
        round.masterSeconds))
  }
}
let engine = DecompositionEngine(warm: GLPKWarmSolver(), whole: GLPKSolver(), settings: settings)
let (outcome, before) = try seconds {
  try engine.optimise(
    formulation.program, inOrder: formulation.levels, options: SolverOptions(), onLevel: nil)
}
emit("the study as it stands: \(outcome.last.termination), \(short(before, "s"))")
let (repair, taken) = try seconds {
  try StudyRepair.find(
    for: formulation,
    wishes: StudyRepair.Wishes(keeps: { $0.family.rawValue == kept }, count: count),
    engine: TimedQuestions(engine: engine), options: SolverOptions())
}
for rule in repair?.conflict ?? [] { emit("conflict: \(rule.name)") }
for proposal in repair?.proposals ?? [] {
  emit("proposal: " + proposal.amendments.map(\.rule.name).joined(separator: ", "))
}
emit("\(repair?.questions ?? 0) programs in \(short(taken, "s"))")
