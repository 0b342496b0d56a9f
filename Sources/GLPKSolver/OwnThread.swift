// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation
internal import Synchronization

/// Runs blocking work on a thread made for it.
///
/// GLPK keeps its environment per thread, and a task of Swift's pool may resume on any thread, so
/// GLPK only ever runs on threads of our own. Its recursive parts want more stack than a default
/// secondary thread has.
enum OwnThread {
  /// Bytes of stack of every thread that runs GLPK.
  static let stackSize = 16 << 20

  /// Runs `body` on a new thread and waits for it.
  static func run<T: Sendable>(_ body: @escaping @Sendable () throws -> T) throws -> T {
    let answer = Answer<T>()
    let thread = Thread { answer.fill(Result { try body() }) }
    thread.stackSize = stackSize
    thread.name = "glpk"
    thread.start()
    return try answer.wait().get()
  }
}

/// A result that one thread leaves for another.
final class Answer<T: Sendable>: Sendable {
  private let value = Mutex<Result<T, any Error>?>(nil)
  private let filled = DispatchSemaphore(value: 0)

  /// Leaves the result.
  func fill(_ result: Result<T, any Error>) {
    value.withLock { $0 = result }
    filled.signal()
  }

  /// Waits for the result.
  func wait() -> Result<T, any Error> {
    filled.wait()
    guard let result = value.withLock({ $0 }) else {
      preconditionFailure("an answer is signalled after it is left")
    }
    return result
  }
}
