// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import Report
import RunStore
import Synchronization

/// The cases of a sweep while they are solved.
///
/// Workers solve, each on a thread and with an engine session of its own; the thread that called
/// writes, so that the file has one writer.
struct SweepRun {
  /// The cases.
  let cases: SweepCases
  /// Turns of the walk that are to be done.
  let share: Range<Int>
  /// Where each case goes as soon as it is done.
  let file: SweepFile
  /// What the cases came to, those of before among them.
  private(set) var tally: SweepTally
  /// Cases solved at a time.
  private(set) var workers = 1
  /// Seconds by the clock; `nil` where nothing was left to solve.
  private(set) var seconds: Double?
  /// Cases that were done before.
  private let earlier: CaseSet

  /// - Throws: findings where the file cannot be read.
  init(cases: SweepCases, share: Range<Int>, file: SweepFile) throws(Findings) {
    self.cases = cases
    self.share = share
    self.file = file
    var earlier = CaseSet(room: cases.count)
    var tally = SweepTally()
    try file.eachCase { number, status in
      // Cases of another sweep are refused when the file is opened.
      guard (1...cases.count).contains(number) else { return }
      earlier.insert(number - 1)
      tally.addFromFile(status)
    }
    self.earlier = earlier
    self.tally = tally
  }

  /// Solves the cases until they are done or the user asks to stop.
  ///
  /// - Parameters:
  ///   - opened: The study.
  ///   - control: Progress and cancellation.
  ///   - tell: Told the cases that are solved now, in the order of their numbers.
  /// - Throws: `Findings` where a case cannot be written.
  mutating func solve(
    _ opened: OpenedWhatIfs, _ control: WorkControl, tell: (SweptCase) -> Void
  ) throws(Findings) {
    let left = share.count - tally.fromFile
    guard left > 0 else { return }
    let threads = opened.request.jobs ?? ProcessInfo.processInfo.activeProcessorCount
    workers = min(threads, left)
    let crew = SweepCrew(
      opened: opened, cases: cases, earlier: earlier, control: control, left: left,
      queue: SweepQueue(share, workers: workers), workers: workers,
      // Where there are fewer cases than threads, threads share the work of a case.
      threads: workers == 1 ? opened.request.jobs : max(1, threads / workers))
    let clock = Stopwatch()
    crew.start()
    defer { seconds = clock.lap() }
    var teller = CaseTeller(count: cases.count, without: unasked)
    var failure: Findings?
    var working = workers
    let start = ContinuousClock.now
    while working > 0 {
      switch crew.channel.receive(within: 1) {
      case .solved(let one):
        // After a failure the others are let go of: their workers are about to end.
        guard failure == nil else { continue }
        do throws(Findings) {
          try file.append(CaseRecord(one))
          tally.add(one)
          teller.take(one, tell)
        } catch {
          failure = error
          crew.stop()
        }
      case .ended: working -= 1
      case .nothing: break
      }
      guard workers > 1, working > 0 else { continue }
      control.onProgress(
        .cases(
          CasesProgress(
            done: tally.solved.count, count: left, jobs: workers,
            seconds: (ContinuousClock.now - start) / .seconds(1))))
    }
    // Where it was cut short, those beyond a gap have not been told.
    teller.tellRest(tell)
    if let failure { throw failure }
  }

  /// Cases that are not solved now.
  private var unasked: CaseSet {
    var asked = CaseSet(room: cases.count)
    for turn in share {
      let place = cases.walked(turn)
      if !earlier.contains(place) { asked.insert(place) }
    }
    var unasked = CaseSet(room: cases.count)
    for place in 0..<cases.count where !asked.contains(place) { unasked.insert(place) }
    return unasked
  }
}

/// Workers that solve the cases of a sweep, each on a thread of its own.
private final class SweepCrew: Sendable {
  let opened: OpenedWhatIfs
  let cases: SweepCases
  let earlier: CaseSet
  let control: WorkControl
  let left: Int
  let queue: SweepQueue
  let workers: Int
  let threads: Int?
  let channel: CaseChannel
  private let isStopped = Atomic<Bool>(false)
  private let begun = Atomic<Int>(0)

  /// Stack of a worker: reading a study and GLPK's recursive parts want more than is usual.
  private static let stackSize = 16 << 20

  init(
    opened: OpenedWhatIfs, cases: SweepCases, earlier: CaseSet, control: WorkControl, left: Int,
    queue: SweepQueue, workers: Int, threads: Int?
  ) {
    self.opened = opened
    self.cases = cases
    self.earlier = earlier
    self.control = control
    self.left = left
    self.queue = queue
    self.workers = workers
    self.threads = threads
    channel = CaseChannel(room: 2 * workers)
  }

  /// Starts the threads.
  func start() {
    for number in 0..<workers {
      let thread = Thread { [self] in
        work(opening: number == 0 ? opened.seconds : 0)
        channel.sendEnd()
      }
      thread.stackSize = Self.stackSize
      thread.name = "worker"
      thread.start()
    }
  }

  /// Asks the workers to end.
  func stop() { isStopped.store(true, ordering: .relaxed) }

  private func work(opening: Double) {
    // Made here, and let go of here: what it holds never leaves the thread.
    let whatIfs = WhatIfs(opened, threads: threads, opening: opening)
    var isFirst = true
    while let stretch = queue.take() {
      for turn in stretch {
        let place = cases.walked(turn)
        guard !earlier.contains(place) else { continue }
        guard
          let outcome = try? whatIfs.outcome(of: cases.settings(of: place), control: nextControl())
        else { return }
        let hasPlan = outcome.status.hasPlan
        channel.send(
          SweptCase(
            number: place + 1, values: cases.values(of: place), outcome: outcome,
            isFirst: isFirst && hasPlan))
        if hasPlan { isFirst = false }
      }
    }
  }

  /// The control of the next case: of several at a time, no single one is followed.
  private func nextControl() -> WorkControl {
    let number = begun.add(1, ordering: .relaxed).newValue
    var inner = control.forCase(number, of: left)
    if workers > 1 { inner.onProgress = { _ in } }
    inner.shouldStop = { [self] in
      isStopped.load(ordering: .relaxed) || control.shouldStop()
    }
    return inner
  }
}
