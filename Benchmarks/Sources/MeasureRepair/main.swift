// SPDX-License-Identifier: GPL-3.0-or-later

// Measures how long it takes to say which rules of an impossible study conflict, and what to amend.
// Usage: swift run -c release MeasureRepair STUDY.yaml[+LAYER…] [PROPOSALS [ROUNDS]]
// With anything as ROUNDS, every round of the engine is printed.

import Decomposition
import Foundation
import FundingAnalysis
import FundingFormulation
import GLPKSolver
import LinearProgramming
import StudyFiles

let arguments = CommandLine.arguments
guard (2...4).contains(arguments.count),
  let count = Int(arguments.count > 2 ? arguments[2] : "3")
else {
  print("usage: MeasureRepair STUDY.yaml[+LAYER…] [PROPOSALS [ROUNDS]]")
  exit(2)
}
let specification = try StudySpecification(arguments[1])
let reading = try StudyReader().read(study: specification.study, layers: specification.layers)
let formulation = try Formulation.compile(reading.study.scenario)

/// Prints at once, even into a file.
@Sendable func emit(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

var settings = DecompositionOptions()
if arguments.count > 3 {
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
let clock = ContinuousClock()
var start = clock.now
let outcome = try engine.optimise(
  formulation.program, inOrder: formulation.levels, options: SolverOptions(), onLevel: nil)
emit(
  String(
    format: "the study as it stands: \(outcome.last.termination), %.1f s",
    clock.now.seconds(since: start)))
start = clock.now
let repair = try StudyRepair.find(
  for: formulation, wishes: StudyRepair.Wishes(count: count), engine: engine,
  options: SolverOptions())
let seconds = clock.now.seconds(since: start)
for rule in repair?.conflict ?? [] { emit("conflict: \(rule.name)") }
for proposal in repair?.proposals ?? [] {
  emit("proposal: " + proposal.amendments.map(\.rule.name).joined(separator: ", "))
}
emit(String(format: "%d programs in %.1f s", repair?.questions ?? 0, seconds))

extension ContinuousClock.Instant {
  func seconds(since start: Self) -> Double { (self - start) / .seconds(1) }
}
