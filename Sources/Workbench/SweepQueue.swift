// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Report
import Synchronization

/// Hands the cases of a sweep out to workers: stretches of neighbours, so that each case is near
/// the one that the worker's engine solved before.
final class SweepQueue: Sendable {
  /// Longest stretch that is handed out at a time.
  static let longest = 8

  private let next: Mutex<Int>
  private let end: Int
  private let workers: Int

  /// - Parameters:
  ///   - share: Turns of the walk to be handed out.
  ///   - workers: How many take them.
  init(_ share: Range<Int>, workers: Int) {
    next = Mutex(share.lowerBound)
    end = share.upperBound
    self.workers = workers
  }

  /// The next stretch; `nil` where nothing is left.
  ///
  /// Towards the end stretches become short, so that no worker is left with many.
  func take() -> Range<Int>? {
    next.withLock { next in
      guard next < end else { return nil }
      let length = max(1, min(Self.longest, (end - next) / (2 * workers)))
      defer { next += length }
      return next..<next + length
    }
  }
}

/// The way of solved cases from the workers to the one thread that writes.
///
/// It holds few: a worker that is faster than the writer waits.
final class CaseChannel: Sendable {
  private let waiting = Mutex<[SweptCase?]>([])
  private let filled = DispatchSemaphore(value: 0)
  private let free = DispatchSemaphore(value: 0)

  /// - Parameter room: Cases that may wait.
  init(room: Int) {
    // Raised one by one: a semaphore may not be let go of below the value it was made with.
    for _ in 0..<room { free.signal() }
  }

  /// Leaves a case for the writer.
  func send(_ one: SweptCase) {
    free.wait()
    waiting.withLock { $0.append(one) }
    filled.signal()
  }

  /// Says that a worker has ended.
  func sendEnd() {
    waiting.withLock { $0.append(nil) }
    filled.signal()
  }

  /// What comes next.
  enum Message {
    case solved(SweptCase)
    case ended
    /// Nothing came in time.
    case nothing
  }

  /// Waits for what comes next, at most some seconds.
  func receive(within seconds: Double) -> Message {
    guard filled.wait(timeout: .now() + seconds) == .success else { return .nothing }
    guard let one = waiting.withLock({ $0.removeFirst() }) else { return .ended }
    free.signal()
    return .solved(one)
  }
}
