// SPDX-License-Identifier: GPL-3.0-or-later

internal import Dispatch
internal import Foundation
internal import Synchronization

/// Work that is done on several threads and answered in order.
public enum Concurrent {
  /// As many threads as the machine has cores.
  public static var threads: Int { ProcessInfo.processInfo.activeProcessorCount }

  /// Maps elements on several threads; within such work, one after the other.
  ///
  /// - Parameters:
  ///   - elements: What is to be done; the first ones are begun first.
  ///   - threads: Most threads at a time.
  ///   - body: The work; it must not depend on that of other elements.
  /// - Returns: As many answers as elements, in their order.
  /// - Throws: The error of the first element that has one, whichever was met first.
  public static func map<Element: Sendable, Answer: Sendable, Failure: Error>(
    _ elements: [Element], threads: Int = Concurrent.threads,
    _ body: @Sendable (Element) throws(Failure) -> Answer
  ) throws(Failure) -> [Answer] {
    let next = Atomic<Int>(0)
    let found = Mutex([Result<Answer, Failure>?](repeating: nil, count: elements.count))
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, elements.count))) { _ in
      while true {
        let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard place < elements.count else { return }
        let answer = result { () throws(Failure) in try body(elements[place]) }
        found.withLock { $0[place] = answer }
      }
    }
    var answers: [Answer] = []
    for answer in found.withLock({ $0 }) {
      if let answer { answers.append(try answer.get()) }
    }
    return answers
  }

  private static func result<Answer, Failure: Error>(
    _ body: () throws(Failure) -> Answer
  ) -> Result<Answer, Failure> {
    do throws(Failure) { return .success(try body()) } catch { return .failure(error) }
  }
}
