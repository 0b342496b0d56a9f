// SPDX-License-Identifier: GPL-3.0-or-later

import Decomposition
import Measuring
import Synchronization

/// Collects the engine's reports of its rounds.
final class RoundLog: Sendable {
  private let rounds = Mutex<[DecompositionRound]>([])

  /// Takes a report.
  func add(_ round: DecompositionRound) { rounds.withLock { $0.append(round) } }

  /// Rounds since the last call that belong to the whole program: samples are solved before it, and
  /// each solve counts its rounds from 1.
  func takeLastSolve() -> [DecompositionRound] {
    let all = rounds.withLock { rounds in
      defer { rounds = [] }
      return rounds
    }
    return Array(all[(all.lastIndex { $0.number == 1 } ?? 0)...])
  }
}

/// What the masters of a solve took.
///
/// The master is not public; a round tells how long the one before it took. The first, and those
/// before the first round with a mixture, are told by no round.
struct MasterTimes {
  private let solved: [DecompositionRound]

  init(_ rounds: [DecompositionRound]) { solved = rounds.filter { $0.masterSeconds > 0 } }

  /// Prints the times, and how large the last master was.
  func report() {
    guard let last = solved.last else {
      emit("masters: none that a round tells of")
      return
    }
    let times = solved.map(\.masterSeconds)
    let total = times.reduce(0, +)
    let iterations = solved.reduce(0) { $0 + $1.masterIterations }
    emit(
      "masters: \(solved.count), one \(short(median(times), "s")) (median),",
      "longest \(short(times.max() ?? 0, "s")), together \(short(total, "s"))")
    emit(
      "masters: \(iterations) iterations, \(short(Double(iterations) / total, "a second")),",
      "at last \(last.points) points and \(last.convexity) convexity rows")
  }
}
