// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGLPK

/// What went wrong inside GLPK or between GLPK and us.
///
/// An infeasible or unbounded program is no fault: it is an answer.
public struct GLPKFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// Kind of fault.
  public struct Code: Sendable, Hashable {
    /// Stable spelling of the kind.
    public let name: String

    /// GLPK met an internal error or misuse; its environment on that thread is gone.
    public static let abortedInside = Code(name: "aborted_inside")
    /// A problem handle outlived the environment it was made in; it must be made again.
    public static let staleProblem = Code(name: "stale_problem")
    /// The workspace has no problem under this identifier.
    public static let unknownProblem = Code(name: "unknown_problem")
    /// No memory for our own buffers.
    public static let noMemory = Code(name: "no_memory")
    /// A file could not be read.
    public static let unreadableFile = Code(name: "unreadable_file")
    /// A call was stopped by its watch where no result can be given.
    public static let interrupted = Code(name: "interrupted")
    /// The call needs an optimal basic solution, and there is none.
    public static let noOptimalBasis = Code(name: "no_optimal_basis")
    /// The program has more entries than GLPK can count.
    public static let tooLarge = Code(name: "too_large")
  }

  /// Kind of fault.
  public var code: Code
  /// The words of GLPK, or the name of what is concerned.
  public var message: String

  /// Creates a fault.
  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// Code and message, for logs.
  public var description: String { "\(code.name): \(message)" }
}

extension GLPKFault {
  /// Text of a fault of the membrane, trimmed.
  static func words(_ fault: cglpk_fault) -> String {
    withUnsafeBytes(of: fault.message) { bytes in
      let text = String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      let end = text.lastIndex { !$0.isWhitespace }
      guard let end else { return "" }
      return String(text[...end].drop { $0.isWhitespace })
    }
  }

  /// Throws unless the outcome is success.
  ///
  /// A handle used on another thread is a defect of the program, not a condition: it traps, in
  /// every build, because going on would corrupt memory.
  static func check(_ outcome: cglpk_outcome, _ fault: cglpk_fault) throws(GLPKFault) {
    switch outcome {
    case CGLPK_OK: return
    case CGLPK_FAULT: throw GLPKFault(.abortedInside, words(fault))
    case CGLPK_STALE:
      throw GLPKFault(
        .staleProblem, "the problem was lost with GLPK's environment and must be made again")
    case CGLPK_WRONG_THREAD:
      fatalError("A GLPK problem was used outside the thread that owns it.")
    case CGLPK_INTERRUPTED, CGLPK_DEADLINE: throw GLPKFault(.interrupted, words(fault))
    case CGLPK_NO_MEMORY: throw GLPKFault(.noMemory, "")
    case CGLPK_UNREADABLE: throw GLPKFault(.unreadableFile, words(fault))
    default: throw GLPKFault(.abortedInside, "outcome \(outcome.rawValue)")
    }
  }
}
