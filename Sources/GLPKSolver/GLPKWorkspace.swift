// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGLPK
public import LinearProgramming
internal import Synchronization

/// Name of a problem of a ``GLPKThread``; never given twice in a process.
public struct GLPKProblemID: Sendable, Hashable {
  private let number: UInt64
  private static let last = Atomic<UInt64>(0)

  init() { number = Self.last.wrappingAdd(1, ordering: .relaxed).newValue }
}

/// The problems of a thread.
///
/// Exists only inside the bodies that run on a ``GLPKThread``.
public final class GLPKWorkspace {
  private var problems: [GLPKProblemID: GLPKProblem] = [:]
  private var isClosed = false

  init() {}

  /// Number of problems held.
  public var count: Int { problems.count }

  /// Number that changes when a fault has cost this thread its GLPK environment, and with it all
  /// problems made before.
  public var generation: UInt64 { cglpk_generation() }

  /// Makes a problem of a program; integer columns are taken as continuous.
  ///
  /// - Parameters:
  ///   - program: The program.
  ///   - objective: Its first objective.
  /// - Returns: Name of the problem, for this and later runs.
  /// - Throws: ``LinearProgramming/InvalidProgram``, or ``GLPKFault``.
  public func add(
    _ program: LinearProgram, for objective: Objective
  ) throws -> GLPKProblemID {
    let problem = try GLPKProblem(program, objective)
    let id = GLPKProblemID()
    problems[id] = problem
    return id
  }

  /// The problem under a name.
  ///
  /// - Throws: ``GLPKFault`` with the code ``GLPKFault/Code/unknownProblem``.
  public func problem(_ id: GLPKProblemID) throws -> GLPKProblem {
    guard let problem = problems[id] else {
      throw GLPKFault(.unknownProblem, "no problem of this thread has this name")
    }
    return problem
  }

  /// Drops a problem and frees its memory; an unknown name is ignored.
  public func remove(_ id: GLPKProblemID) { problems[id] = nil }

  func close() {
    problems.removeAll()
    cglpk_leave_thread()
    isClosed = true
  }
}

@available(*, unavailable)
extension GLPKWorkspace: Sendable {}
