// SPDX-License-Identifier: GPL-3.0-or-later

// Solves a study with the decomposition and prints every round.
// Usage: swift run -c release MeasureEngine STUDY.yaml [LEVELS [THREADS]]

import Decomposition
import Foundation
import FundingFormulation
import GLPKSolver
import LinearProgramming
import StudyFiles

let arguments = CommandLine.arguments
guard arguments.count >= 2 else {
  print("usage: MeasureEngine STUDY.yaml [LEVELS [THREADS]]")
  exit(2)
}
let specification = try StudySpecification(arguments[1])
let reading = try StudyReader().read(study: specification.study, layers: specification.layers)
let formulation = try Formulation.compile(reading.study.scenario)
let levels = Array(
  formulation.levels.prefix(arguments.count > 2 ? Int(arguments[2]) ?? 99 : 99))
var settings = DecompositionOptions()
settings.threads = arguments.count > 3 ? Int(arguments[3]) ?? 2 : 2
/// Prints at once, even into a file.
@Sendable func emit(_ items: Any...) {
  let line = items.map { "\($0)" }.joined(separator: " ") + "\n"
  FileHandle.standardOutput.write(Data(line.utf8))
}
@Sendable func short(_ value: Double) -> String { String(format: "%.7g", value) }
/// Seconds of processor time of the whole process so far.
@Sendable func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
}
settings.onRound = { round in
  let gap = abs(round.value - round.bound) / max(1, abs(round.value), abs(round.bound))
  emit(
    String(format: "%6.2f", processorSeconds()), round.level, round.number,
    round.isFirstPhase ? "first" : "", "value", short(round.value),
    "bound", short(round.bound), "gap", String(format: "%.1e", gap), "radius", short(round.radius),
    "latest", short(round.latest), "breach", short(round.breach), "priced", round.blocks, "added",
    round.added,
    "points", round.points, "convexity", round.convexity, "block iterations",
    round.blockIterations, "master iterations", round.masterIterations, "pricing",
    String(format: "%.2f", round.pricingSeconds), "master",
    String(format: "%.2f", round.masterSeconds))
}

let clock = ContinuousClock()
let start = clock.now
let engine = DecompositionEngine(warm: GLPKWarmSolver(), whole: GLPKSolver(), settings: settings)
let outcome = try engine.optimise(
  formulation.program, inOrder: levels, options: SolverOptions(), onLevel: nil)
emit("total", String(format: "%.2f s", (clock.now - start) / .seconds(1)))
for level in outcome.levels {
  emit(
    level.name, level.termination, level.value ?? .nan, "gap", level.gap ?? .nan,
    String(format: "%.2f s", level.seconds), level.detail)
}
