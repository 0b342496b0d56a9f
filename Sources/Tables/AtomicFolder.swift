// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
internal import Glibc
internal import Synchronization

/// A folder that appears only when all its files are written.
///
/// Files go to a hidden sibling; ``commit()`` gives it its name. Until then the name does not exist,
/// or still stands for the folder of before. A folder that is let go without being committed is
/// removed. May be used from several threads, so that whoever hears of an interruption can call
/// ``remove()`` (not inside the signal handler itself: it takes a lock).
public final class AtomicFolder: Sendable {
  /// What may stand at the place already.
  public enum Replacing: Sendable, Hashable {
    /// Nothing but an empty folder.
    case nothing
    /// A folder that holds a file of this name, which tells that it is one of ours.
    case folderHolding(String)
  }

  /// Where the folder will appear.
  public let path: String
  /// Where files are written until then.
  public let temporaryPath: String
  private let replacing: Replacing
  private let isOpen = Mutex(true)

  /// Prepares a folder.
  ///
  /// - Throws: a finding where something stands at the place that may not be replaced, the folder
  ///   above is missing, or permission lacks.
  public init(path: String, replacing: Replacing = .nothing) throws(Findings) {
    self.path = Paths.withoutTrailingSlashes(path)
    self.replacing = replacing
    temporaryPath = Paths.temporarySibling(of: path)
    try Self.check(self.path, replacing)
    UnfinishedOutputs.begin(temporaryPath)
    guard mkdir(temporaryPath, 0o777) == 0 else {
      let reason = errno
      UnfinishedOutputs.end(temporaryPath) {}
      throw WriteFault.findings(path, reason)
    }
  }

  /// Writes a folder whole or not at all.
  ///
  /// - Parameters:
  ///   - path: Where it is to appear.
  ///   - replacing: What may stand there already.
  ///   - write: Writes the files; where it throws, nothing is left behind.
  /// - Throws: As ``init(path:replacing:)`` and ``commit()``, and what `write` throws.
  public static func write(
    to path: String, replacing: Replacing = .nothing, _ write: (AtomicFolder) throws -> Void
  ) throws {
    let folder = try AtomicFolder(path: path, replacing: replacing)
    do {
      try write(folder)
      try folder.commit()
    } catch {
      folder.remove()
      throw error
    }
  }

  deinit { remove() }

  /// Writes one file; the name may hold folders (`charts/a.svg`), never `..`.
  ///
  /// - Throws: a finding where it cannot be written.
  public func write(_ bytes: [UInt8], as name: String) throws(Findings) {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    precondition(
      parts.allSatisfy { !$0.isEmpty && $0 != ".." && $0 != "." }, "a name inside the folder")
    var folder = temporaryPath
    for part in parts.dropLast() {
      folder += "/\(part)"
      guard mkdir(folder, 0o777) == 0 || errno == EEXIST else {
        throw WriteFault.findings("\(path)/\(name)", errno)
      }
    }
    let target = "\(temporaryPath)/\(name)"
    try AtomicFile.writePlainly(bytes, to: target, named: "\(path)/\(name)")
  }

  /// Makes the folder appear.
  ///
  /// An earlier folder that may be replaced is put aside first and removed last, so that one of the
  /// two is always whole on disk.
  ///
  /// - Throws: a finding where it cannot; the folder of before is back at its place then.
  public func commit() throws(Findings) {
    try Self.check(path, replacing)
    guard close() else { return }
    Paths.synchronise(folder: temporaryPath)
    let aside = Paths.temporarySibling(of: path)
    let (hadEarlier, reason) = UnfinishedOutputs.end(temporaryPath) { () -> (Bool, Int32) in
      let hadEarlier = rename(path, aside) == 0
      guard rename(temporaryPath, path) != 0 else { return (hadEarlier, 0) }
      let reason = errno
      if hadEarlier { rename(aside, path) }
      Paths.removeTree(temporaryPath)
      return (false, reason)
    }
    Paths.synchronise(folder: Paths.parent(of: path))
    guard reason == 0 else { throw WriteFault.findings(path, reason) }
    guard hadEarlier else { return }
    UnfinishedOutputs.begin(aside)
    Paths.removeTree(aside)
    UnfinishedOutputs.end(aside) {}
  }

  /// Removes what was written, unless the folder was committed.
  ///
  /// Does nothing a second time.
  public func remove() {
    guard close() else { return }
    UnfinishedOutputs.end(temporaryPath) { Paths.removeTree(temporaryPath) }
  }

  /// Ends the writing; whether it had not ended before.
  private func close() -> Bool {
    isOpen.withLock { open in
      defer { open = false }
      return open
    }
  }

  private static func check(_ path: String, _ replacing: Replacing) throws(Findings) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .about(path, .outputExists) }
    if isEmpty(path) { return }
    guard case .folderHolding(let mark) = replacing else { throw .about(path, .outputExists) }
    guard stat("\(path)/\(mark)", &status) == 0 else {
      throw .about(path, .outputNotReplaceable, ["mark": mark])
    }
  }

  private static func isEmpty(_ path: String) -> Bool {
    guard let folder = opendir(path) else { return false }
    defer { closedir(folder) }
    var entries = 0
    while readdir(folder) != nil { entries += 1 }
    return entries <= 2
  }
}
