// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import FundingFormulation
import LinearProgramming
import Proof
import Report
import WholeColumns

/// The bounds of a plan's goals, computed anew from its written prices.
struct WrittenProof {
  let summary: SummaryDocument
  let proof: ProofDocument
  let formulation: Formulation

  /// Relative difference within which a bound counts as the one that was told.
  private static let tolerance = 1e-6
  /// The same for the last of several goals, which is solved no closer (`docs/engine.md`).
  private static let lastTolerance = 1e-5

  /// Proves each level that claims a proof, and holds it against the summary.
  func check(
    with solver: any Solver, threads: Int, _ control: WorkControl, _ result: inout Verification
  ) throws {
    guard areLevelsAsTold, proof.levels.count <= formulation.levels.count else {
      add("verify.otherLevels", [:], &result)
      return
    }
    let steps = summary.whole == nil ? nil : formulation.wholeSteps
    var program = formulation.program
    if let steps {
      try checkLinear(solver, threads, control, &result)
      program = program.tightened(forSteps: steps)
    }
    for (position, level) in proof.levels.enumerated() {
      var wanted = formulation.levels[position]
      if let steps { wanted.objective = wanted.objective.counted(inSteps: steps) }
      let bound = try proven(level, wanted.objective, program, solver, threads, control, &result)
      let isLast = position == formulation.levels.count - 1 && position > 0
      if let bound, summary.goals.indices.contains(position) {
        let tolerance = isLast ? Self.lastTolerance : Self.tolerance
        compare(summary.goals[position], level, bound, wanted, tolerance, &result)
      }
      guard !isLast, let held = level.held else { continue }
      program.hold(wanted, keeping: held, number: position + 1)
    }
  }

  /// Whether the levels of the proof are those of the summary.
  ///
  /// Steps are chosen before the goals are solved for them: a plan of whole steps that was stopped
  /// may have more bounds than goals, or none yet.
  private var areLevelsAsTold: Bool {
    let (proven, told) = (proof.levels.map(\.level), summary.goals.map(\.level))
    guard summary.whole == nil else {
      let isStopped = summary.status == .feasible
      return isStopped ? zip(proven, told).allSatisfy { $0 == $1 } : proven == told
    }
    return proven == told
      && proof.levels.map(\.termination) == summary.goals.map(\.termination)
  }

  /// Proves what no plan can beat in the first goal, steps in part allowed.
  private func checkLinear(
    _ solver: any Solver, _ threads: Int, _ control: WorkControl, _ result: inout Verification
  ) throws {
    guard let whole = summary.whole, let goal = summary.goals.first else { return }
    if let told = whole.linearBound {
      let objective = formulation.levels[0].objective
      let bound = try proof.linear.flatMap {
        try proven($0, objective, formulation.program, solver, threads, control, &result)
      }
      let scale = max(1, abs(told))
      if !(abs((bound ?? .infinity) - told) <= Self.tolerance * scale) {
        add(
          "verify.boundDiffers",
          [
            "goal": goal.level, "bound": bound.map { Verification.text($0) } ?? "–",
            "written": Verification.text(told),
          ], &result)
      }
    }
    for (bound, gap) in [(whole.linearBound, whole.linearGap), (whole.wholeBound, whole.wholeGap)] {
      let anew = bound.map { WholeStepsFigures.gap(goal.value, $0) }
      if !(anew.map { abs($0 - (gap ?? .infinity)) <= Self.tolerance } ?? (gap == nil)) {
        add(
          "verify.gapDiffers",
          [
            "goal": goal.level, "written": gap.map { Verification.text($0) } ?? "–",
            "value": anew.map { Verification.text($0) } ?? "–",
          ], &result)
      }
    }
  }

  /// The bound of a level; `nil`, with a finding, where nothing is proven, and without one where
  /// nothing was claimed.
  private func proven(
    _ level: ProofDocument.Level, _ objective: Objective, _ program: LinearProgram,
    _ solver: any Solver, _ threads: Int, _ control: WorkControl, _ result: inout Verification
  ) throws -> Double? {
    guard level.termination == .optimal else { return nil }
    var prices: [RowPrice] = []
    let wanted = Dictionary(
      level.prices.map { ($0.row, $0.price) }, uniquingKeysWith: { first, _ in first })
    for row in 0..<program.rowCount where program.rowRole[row] == .coupling {
      guard let price = wanted[program.rowNames[row]] else { continue }
      prices.append(RowPrice(Constraint(row), price))
    }
    if prices.count != level.prices.count {
      add("verify.unknownRow", ["goal": level.level], &result)
    }
    let bound: ProvenBound?
    do {
      bound = try LagrangianProof(program).bound(
        of: objective, value: level.value ?? 0, prices: prices, solver: solver, threads: threads,
        shouldStop: control.shouldStop)
    } catch {
      throw WorkFailure.solver(String(describing: error))
    }
    guard let bound else { throw WorkFailure.stopped(.interrupted, level: level.level) }
    result.blocks = bound.blocks
    result.proofSeconds += bound.seconds
    if bound.value == nil {
      add("verify.nothingProven", ["goal": level.level, "column": bound.obstacle ?? "–"], &result)
    }
    return bound.value
  }

  private func compare(
    _ goal: SummaryDocument.GoalEntry, _ level: ProofDocument.Level, _ bound: Double,
    _ wanted: ObjectiveLevel, _ tolerance: Double, _ result: inout Verification
  ) {
    let scale = max(1, abs(bound), abs(goal.value))
    let room = wanted.relativeTolerance * scale + wanted.absoluteTolerance
    if let position = result.goals.firstIndex(where: { $0.name == goal.level }) {
      result.goals[position].claimedBound = goal.bound
      result.goals[position].bound = bound
      result.goals[position].gap = abs(goal.value - bound) / scale
    }
    func differs(_ left: Double?, by allowed: Double) -> Bool {
      left.map { !(abs($0 - bound) <= allowed) } ?? true
    }
    let arguments = ["goal": goal.level, "bound": Verification.text(bound)]
    func told(_ value: Double?) -> [String: String] {
      arguments.merging(["written": value.map { Verification.text($0) } ?? "–"]) { $1 }
    }
    if differs(goal.bound, by: tolerance * scale) {
      add("verify.boundDiffers", told(goal.bound), &result)
    }
    guard summary.whole == nil else {
      compareWhole(goal, level, bound, wanted, 2 * tolerance * scale + room, &result)
      return
    }
    // Value and bound may each be off by the tolerance, and a value by what its goal may give up.
    if differs(goal.value, by: 2 * tolerance * scale + room) {
      add("verify.gapTooWide", told(goal.value), &result)
    }
    if let held = level.held, differs(held, by: 2 * tolerance * scale + room) {
      add("verify.heldDiffers", told(held), &result)
    }
  }

  /// Holds a plan of whole steps to its bound.
  ///
  /// It stays behind its bound, must not be better, and the gap must be as told; what later bounds
  /// took for granted, it must keep.
  private func compareWhole(
    _ goal: SummaryDocument.GoalEntry, _ level: ProofDocument.Level, _ bound: Double,
    _ wanted: ObjectiveLevel, _ room: Double, _ result: inout Verification
  ) {
    let sign = wanted.objective.sense == .minimize ? 1.0 : -1.0
    let arguments = ["goal": goal.level, "written": Verification.text(goal.value)]
    if sign * (goal.value - bound) < -room {
      add(
        "verify.betterThanBound",
        arguments.merging(["bound": Verification.text(bound)]) { $1 }, &result)
    }
    if let held = level.held, sign * (goal.value - held) > room {
      add(
        "verify.heldDiffers",
        [
          "goal": goal.level, "bound": Verification.text(goal.value),
          "written": Verification.text(held),
        ], &result)
    }
    let gap = WholeStepsFigures.gap(goal.value, bound)
    if abs(gap - (goal.gap ?? .infinity)) > 1e-5 {
      add(
        "verify.gapDiffers",
        [
          "goal": goal.level, "value": Verification.text(gap),
          "written": goal.gap.map { Verification.text($0) } ?? "–",
        ], &result)
    }
  }

  private func add(
    _ code: Finding.Code, _ arguments: [String: String], _ result: inout Verification
  ) {
    result.findings.add(
      Finding(
        code, .error, at: SourcePosition(file: "\(result.plan)/\(ProofDocument.fileName)"),
        arguments))
  }
}

extension LinearProgram {
  /// Adds the goal row of a level whose held value is known.
  fileprivate mutating func hold(_ level: ObjectiveLevel, keeping held: Double, number: Int) {
    _ = hold(level, at: held, number: number)
    let bound = held - level.objective.constant
    let isMinimum = level.objective.sense == .minimize
    setBounds(
      Constraint(rowCount - 1), lower: isMinimum ? -.infinity : bound,
      upper: isMinimum ? bound : .infinity)
  }
}
