// SPDX-License-Identifier: GPL-3.0-or-later

internal import Dispatch
internal import Synchronization

/// Work that is done on several threads and answered in order.
enum Concurrent {
  /// Maps elements on several threads.
  ///
  /// - Returns: As many answers as elements, in their order.
  /// - Throws: The error of the first element that has one.
  static func map<Element: Sendable, Answer: Sendable>(
    _ elements: [Element], threads: Int, _ body: @Sendable (Element) throws -> Answer
  ) throws -> [Answer] {
    let next = Atomic<Int>(0)
    let found = Mutex([Result<Answer, any Error>?](repeating: nil, count: elements.count))
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, elements.count))) { _ in
      while true {
        let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard place < elements.count else { return }
        let answer = Result { try body(elements[place]) }
        found.withLock { $0[place] = answer }
      }
    }
    return try found.withLock { try $0.compactMap { try $0?.get() } }
  }
}
