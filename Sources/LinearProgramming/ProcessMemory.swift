// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc
internal import Synchronization

/// What this process holds of the machine's memory, in bytes; 0 where the system does not say.
public enum ProcessMemory {
  /// Resident memory now.
  public static var resident: Int {
    // The second number of the file counts pages.
    let words = text(of: "/proc/self/statm").split(separator: " ")
    guard words.count > 1, let pages = Int(words[1]) else { return 0 }
    return pages * max(1, sysconf(Int32(_SC_PAGESIZE)))
  }

  /// The most resident memory since the process began.
  ///
  /// `getrusage` knows it too, but counts what stood in this process before it became this program:
  /// a large parent would be taken for us.
  public static var peak: Int {
    for line in text(of: "/proc/self/status").split(separator: "\n")
    where line.hasPrefix("VmHWM:") {
      let words = line.split { $0 == " " || $0 == "\t" }
      guard words.count > 1, let kilobytes = Int(words[1]) else { return 0 }
      return kilobytes * 1024
    }
    return 0
  }

  /// The first page of a small file; empty where it cannot be read.
  private static func text(of path: String) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(descriptor, &bytes, bytes.count)
    return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : ""
  }
}

/// Says whether this process has grown beyond a limit; may be asked often, from any thread.
///
/// Once it has, the answer stays: work that stops for it gives memory back, and must not take heart
/// from that.
public final class MemoryWatch: Sendable {
  private struct State {
    var lastLook: ContinuousClock.Instant?
    var isOver = false
  }

  /// The limit in bytes; `nil`: none.
  public let limit: Int?
  private let pause: Duration
  private let state = Mutex(State())

  /// Creates a watch.
  ///
  /// - Parameters:
  ///   - limit: Bytes of resident memory; `nil`: none.
  ///   - pause: Time between two looks at the system.
  public init(limit: Int?, pause: Duration = .milliseconds(100)) {
    self.limit = limit
    self.pause = pause
  }

  /// Whether the process holds, or held, more than the limit.
  public var isOver: Bool {
    guard let limit else { return false }
    return state.withLock { state in
      guard !state.isOver else { return true }
      let now = ContinuousClock.now
      if let last = state.lastLook, now - last < pause { return false }
      state.lastLook = now
      state.isOver = ProcessMemory.resident > limit
      return state.isOver
    }
  }
}
