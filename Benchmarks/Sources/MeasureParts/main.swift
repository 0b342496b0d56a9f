// SPDX-License-Identifier: GPL-3.0-or-later

// Measures the parts of a solve on one study, so that they can be compared: GLPK on one block
// (loading, solving cold, solving again at other costs), pricing (a cold pass over all blocks and a
// warm one at slightly other prices) and the restricted masters.
// Usage: swift run -c release MeasureParts STUDY.yaml [THREADS]

import Decomposition
import Foundation
import FundingFormulation
import GLPKSolver
import LinearProgramming
import Measuring
import StudyFiles

let arguments = CommandLine.arguments
guard (2...3).contains(arguments.count), let threads = Int(arguments.count > 2 ? arguments[2] : "2")
else {
  print("usage: MeasureParts STUDY.yaml [THREADS]")
  exit(2)
}
let specification = try StudySpecification(arguments[1])
let reading = try StudyReader().read(study: specification.study, layers: specification.layers)
let formulation = try Formulation.compile(reading.study.scenario)
let program = formulation.program
let level = formulation.levels[0]
let objective = level.objective

// The first goal, for prices at which blocks have something to do, and for its masters.
let log = RoundLog()
var settings = DecompositionOptions()
settings.threads = threads
settings.onRound = { log.add($0) }
let engine = DecompositionEngine(warm: GLPKWarmSolver(), whole: GLPKSolver(), settings: settings)
let session = engine.makeSession()
let outcome = try measured("first goal") {
  try session.optimise(program, inOrder: [level], options: SolverOptions(), onLevel: nil)
}
let prices = outcome.levels.first?.rowDuals ?? []
let rounds = log.takeLastSolve()
guard outcome.isComplete, !rounds.isEmpty else {
  print("not taken apart, or not solved: \(outcome.last.detail)")
  exit(1)
}
MasterTimes(rounds).report()

// GLPK and pricing, by a solver of ours that leaves no block out.
let blocks = ProgramBlocks(program)
let sign = objective.sense == .minimize ? 1.0 : -1.0
let costs = objective.coefficients.map { sign * $0 }
/// Prices of the coupling rows, each a little more or less, by up to a share of it.
func moved(_ share: Double) -> [Double] {
  prices.indices.map { row in
    let part = Double((UInt64(row) &* 0x9E37_79B9_7F4A_7C15) >> 40) / Double(1 << 24)
    return sign * prices[row] * (1 + share * (2 * part - 1))
  }
}
let count = Double(blocks.programs.count)
let rowsOfBlock = median(blocks.programs.map { Double($0.rowCount) })
let columnsOfBlock = median(blocks.programs.map { Double($0.columnCount) })
emit(
  "blocks: \(Int(count)), one \(Int(rowsOfBlock)) rows ×",
  "\(Int(columnsOfBlock)) columns (median)")

/// Prints what a pass took: all blocks by the clock, and one of them by processor time.
func report(_ name: String, _ pass: BlockProblems.Pass) {
  emit(
    "\(name): \(short(pass.seconds, "s")), a block \(short(1000 * pass.processor / count, "ms")),",
    "\(short(Double(pass.iterations) / count)) iterations",
    pass.failures > 0 ? "(\(pass.failures) BLOCKS WITHOUT OPTIMUM)" : "")
}

/// Loads and solves all blocks with some threads.
func measureBlocks(_ threads: Int, _ title: String) throws -> Double {
  let problems = BlockProblems(blocks, solver: GLPKWarmSolver(), threads: threads)
  let first = blocks.costs(costs, moved(0))
  report("\(title), loading", try problems.load(first))
  let cold = try problems.solveCold()
  report("\(title), cold", cold)
  for share in [0.001, 0.01, 0.1] {
    let pass = try problems.solveWarm(blocks.costs(costs, moved(share)))
    report("\(title), warm, prices ± \(100 * share) %", pass)
    // Back, so that each pass starts from the same optimum.
    _ = try problems.solveWarm(first)
  }
  return cold.seconds
}
_ = try measureBlocks(1, "GLPK, 1 thread")
let pass = try measureBlocks(threads, "pricing, \(threads) threads")

// The engine's own: a cold pass, and the first round of a what-if.
if let own = try engine.coldPricingSeconds(of: program, for: objective, at: prices) {
  emit("engine's cold pass: \(short(own, "s")), problems made in it; ÷ ours \(short(own / pass))")
}
if let row = (0..<program.rowCount).first(where: {
  program.rowNames[$0].hasPrefix("envelope[") && program.rowUpper[$0] > 0 && prices[$0] != 0
}) {
  var changed = program
  changed.setBounds(
    Constraint(row), lower: program.rowLower[row], upper: 1.01 * program.rowUpper[row])
  _ = try measured("what-if \(program.rowNames[row]) + 1 %") {
    try session.optimise(changed, inOrder: [level], options: SolverOptions(), onLevel: nil)
  }
  if let first = log.takeLastSolve().first {
    emit(
      "engine's warm pass: \(short(first.pricingSeconds, "s")), \(first.blocks) blocks had a point,",
      "\(first.blockIterations) iterations; ÷ ours cold \(short(first.pricingSeconds / pass))")
  }
}
