// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation

/// One thread that owns GLPK problems for as long as it lives.
///
/// GLPK's objects must never cross threads, and a Swift task may go on on another thread after
/// every `await`; neither actors nor dispatch queues keep to one thread. So problems are only
/// reachable inside the body of ``run(_:)-(_)``, which executes on the thread that owns them:
///
/// ```swift
/// let thread = GLPKThread(name: "block 1")
/// let id = try thread.run { try $0.add(program, for: objective) }
/// let result = try await thread.run { try $0.problem(id).solve(.dualSimplex, options: options) }
/// ```
///
/// Problems stay in the workspace between runs, under their ``GLPKProblemID``. The workspace and
/// its problems are not `Sendable`, and what a body returns must be, so that the compiler keeps
/// them inside; a problem that is smuggled out all the same stops the program at its next use,
/// in every build, instead of corrupting memory.
///
/// Bodies run one after another. The thread ends, with all its problems, when the last reference
/// to it is gone and the bodies already given to it are done.
public final class GLPKThread: Sendable {
  private let mailbox = Mailbox()

  /// Starts a thread.
  ///
  /// - Parameter name: Name of the thread in debuggers.
  public init(name: String = "glpk") {
    let mailbox = mailbox
    let thread = Thread {
      let workspace = GLPKWorkspace()
      while let job = mailbox.next() { job(workspace) }
      workspace.close()
      // The thread holds the mailbox, and the mailbox the thread: nobody asks any more.
      mailbox.owner = nil
    }
    thread.name = name
    thread.stackSize = OwnThread.stackSize
    mailbox.owner = thread
    thread.start()
  }

  deinit { mailbox.close() }

  /// Runs `body` on the thread and waits for it.
  ///
  /// - Parameter body: Work on the problems of the thread.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws.
  public func run<T: Sendable>(
    _ body: @escaping @Sendable (GLPKWorkspace) throws -> T
  ) throws -> T {
    if mailbox.owner === Thread.current {
      fatalError("A body of a GLPKThread waited for its own thread.")
    }
    let answer = Answer<T>()
    mailbox.post { workspace in answer.fill(Result { try body(workspace) }) }
    return try answer.wait().get()
  }

  /// Runs `body` on the thread, after the bodies given before, without waiting for it.
  func post(_ body: @escaping @Sendable (GLPKWorkspace) -> Void) { mailbox.post(body) }

  /// Runs `body` on the thread without holding up the caller's thread.
  ///
  /// Cancelling the task does not stop a body that has started: a body that should stop asks
  /// through ``LinearProgramming/SolverOptions/shouldStop``.
  ///
  /// - Parameter body: Work on the problems of the thread.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws.
  public func run<T: Sendable>(
    _ body: @escaping @Sendable (GLPKWorkspace) throws -> T
  ) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      mailbox.post { workspace in
        continuation.resume(with: Result { try body(workspace) })
      }
    }
  }
}

/// The work given to a thread, in order.
private final class Mailbox: @unchecked Sendable {
  // Every field but `owner` is only touched under the lock; `owner` is set before the thread
  // starts and before anyone else sees the mailbox.
  private let condition = NSCondition()
  private var jobs: [@Sendable (GLPKWorkspace) -> Void] = []
  private var isClosed = false
  var owner: Thread?

  func post(_ job: @escaping @Sendable (GLPKWorkspace) -> Void) {
    condition.lock()
    jobs.append(job)
    condition.signal()
    condition.unlock()
  }

  func close() {
    condition.lock()
    isClosed = true
    condition.signal()
    condition.unlock()
  }

  /// The next job; `nil` when there will be none.
  func next() -> (@Sendable (GLPKWorkspace) -> Void)? {
    condition.lock()
    defer { condition.unlock() }
    while jobs.isEmpty, !isClosed { condition.wait() }
    return jobs.isEmpty ? nil : jobs.removeFirst()
  }
}
