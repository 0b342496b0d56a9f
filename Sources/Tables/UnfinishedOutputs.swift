// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc
internal import Synchronization

/// The hidden files and folders that outputs are written to until they get their names.
///
/// A process that ends in its middle, at a second Ctrl-C, removes them first.
public enum UnfinishedOutputs {
  private static let paths = Mutex<Set<String>>([])

  /// Remembers a path before anything is written there.
  static func begin(_ path: String) { paths.withLock { _ = $0.insert(path) } }

  /// Gives an output its name, or removes it; `body` does so.
  ///
  /// Nothing is removed meanwhile, so that what appears is whole.
  static func end<Result>(_ path: String, _ body: () -> Result) -> Result {
    paths.withLock { paths in
      paths.remove(path)
      return body()
    }
  }

  /// Removes all of them and ends the process.
  ///
  /// The lock is never given back: whoever is about to finish an output waits for the end.
  public static func removeAll(andExit status: Int32) -> Never {
    paths.withLock { paths in
      for path in paths { remove(path) }
      _exit(status)
    }
  }

  /// Another thread may still be writing there: it can add one file at a time, and none once the
  /// folder is gone.
  private static func remove(_ path: String) {
    var status = stat()
    for _ in 0..<100 where lstat(path, &status) == 0 { Paths.removeTree(path) }
  }
}
