// SPDX-License-Identifier: GPL-3.0-or-later

// Solves a study with the decomposition and prints every round, then one cold pricing pass and,
// where asked, what-ifs that change one envelope each.
// Usage: swift run -c release MeasureEngine STUDY.yaml [LEVELS [THREADS [WHATIFS [ROWS]]]]
// ROWS is the beginning of the names of the rows that change, envelope[ by default.

import Decomposition
import Foundation
import FundingFormulation
import GLPKSolver
import LinearProgramming
import StudyFiles

let arguments = CommandLine.arguments
guard arguments.count >= 2 else {
  print("usage: MeasureEngine STUDY.yaml [LEVELS [THREADS [WHATIFS [ROWS]]]]")
  exit(2)
}
let specification = try StudySpecification(arguments[1])
let reading = try StudyReader().read(study: specification.study, layers: specification.layers)
@Sendable func megabytes(_ bytes: Int) -> String { String(format: "%.0f MB", Double(bytes) / 1e6) }
let afterReading = megabytes(ProcessMemory.resident)
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
let engine = DecompositionEngine(warm: GLPKWarmSolver(), whole: GLPKSolver(), settings: settings)
let session = engine.makeSession()

/// Solves a program in the session and prints what came of it.
@MainActor @discardableResult
func solved(_ name: String, _ program: LinearProgram) throws -> (OrderedOutcome, Double) {
  let start = clock.now
  let processor = processorSeconds()
  emit("start", processor)
  let outcome = try session.optimise(
    program, inOrder: levels, options: SolverOptions(), onLevel: nil)
  let seconds = (clock.now - start) / .seconds(1)
  emit(
    processorSeconds(), name, String(format: "%.2f s", seconds),
    String(format: "processor %.2f s", processorSeconds() - processor))
  for level in outcome.levels {
    emit(
      level.name, level.termination, level.value ?? .nan, "gap", level.gap ?? .nan,
      String(format: "%.2f s", level.seconds), level.detail)
  }
  return (outcome, seconds)
}

emit(
  "resident after reading", afterReading, "after building", megabytes(ProcessMemory.resident))
let (first, cold) = try solved("total", formulation.program)
emit(
  "resident after solving", megabytes(ProcessMemory.resident), "peak",
  megabytes(ProcessMemory.peak))
if let prices = first.levels.first?.rowDuals, !prices.isEmpty,
  let pass = try engine.coldPricingSeconds(
    of: formulation.program, for: levels[0].objective, at: prices)
{
  emit(
    "cold pass", String(format: "%.2f s", pass), "first level ÷ cold pass",
    String(format: "%.2f", (first.levels.first?.seconds ?? 0) / pass))
}
if arguments.count > 4, let count = Int(arguments[4]) {
  let program = formulation.program
  let beginning = arguments.count > 5 ? arguments[5] : "envelope["
  let envelopes = (0..<program.rowCount).filter { program.rowNames[$0].hasPrefix(beginning) }
  for number in 0..<min(count, envelopes.count) {
    // One after the other, a little less or more of it.
    let row = envelopes[number]
    var changed = program
    changed.setBounds(
      Constraint(row), lower: program.rowLower[row],
      upper: program.rowUpper[row] * (number % 2 == 0 ? 0.97 : 1.03))
    let (_, seconds) = try solved("what-if \(program.rowNames[row])", changed)
    emit("what-if ÷ cold", String(format: "%.3f", seconds / cold))
  }
}
