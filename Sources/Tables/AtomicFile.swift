// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
internal import Glibc

/// Writes a file that appears only when it is whole.
public enum AtomicFile {
  /// Writes next to the file, forces the bytes to disk, then takes the file's place.
  ///
  /// - Throws: a finding where the folder is missing, permission lacks, the disk is full or the path
  ///   is a folder; the file of before is untouched then and nothing is left behind.
  public static func write(_ bytes: [UInt8], to path: String) throws(Findings) {
    var isLeft = true
    try write(to: path) { () throws(Findings) -> [UInt8]? in
      defer { isLeft = false }
      return isLeft ? bytes : nil
    }
  }

  /// Writes a file part by part, so that it need not be held in memory.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - next: Asked for one part after the other; `nil` ends the file.
  /// - Throws: As ``write(_:to:)``, or what `next` throws; the file of before is untouched then.
  public static func write(
    to path: String, _ next: () throws(Findings) -> [UInt8]?
  ) throws(Findings) {
    let temporary = Paths.temporarySibling(of: path)
    UnfinishedOutputs.begin(temporary)
    do {
      try writePlainly(to: temporary, named: path, next)
    } catch {
      UnfinishedOutputs.end(temporary) { _ = unlink(temporary) }
      throw error
    }
    let reason = UnfinishedOutputs.end(temporary) { () -> Int32 in
      guard rename(temporary, path) != 0 else { return 0 }
      defer { unlink(temporary) }
      return errno
    }
    guard reason == 0 else { throw WriteFault.findings(path, reason) }
    Paths.synchronise(folder: Paths.parent(of: path))
  }

  /// Finds out before long work whether a file will be writable.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - mayReplace: Asked about the beginning of a file that stands at the place: whether it may be
  ///     replaced.
  /// - Throws: a finding where something stands at the place that may not be replaced, the folder is
  ///   missing, or permission lacks; nothing is left behind.
  public static func checkPlace(
    _ path: String, mayReplace: ([UInt8]) -> Bool = { _ in false }
  ) throws(Findings) {
    var status = stat()
    if lstat(path, &status) == 0 {
      let isFile = status.st_mode & S_IFMT == S_IFREG
      guard isFile, mayReplace(beginning(of: path)) else {
        throw WriteFault.findings(path, EEXIST)
      }
    }
    let temporary = Paths.temporarySibling(of: path)
    UnfinishedOutputs.begin(temporary)
    defer { UnfinishedOutputs.end(temporary) { _ = unlink(temporary) } }
    try writePlainly([], to: temporary, named: path)
  }

  private static func beginning(of path: String) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = read(descriptor, &bytes, bytes.count)
    return count > 0 ? Array(bytes[..<count]) : []
  }

  /// Writes and forces to disk a file that must not exist yet.
  static func writePlainly(
    _ bytes: [UInt8], to path: String, named name: String
  ) throws(Findings) {
    var isLeft = true
    try writePlainly(to: path, named: name) { () throws(Findings) -> [UInt8]? in
      defer { isLeft = false }
      return isLeft ? bytes : nil
    }
  }

  private static func writePlainly(
    to path: String, named name: String, _ next: () throws(Findings) -> [UInt8]?
  ) throws(Findings) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw WriteFault.findings(name, errno) }
    var reason: Int32 = 0
    do {
      while reason == 0, let bytes = try next() { reason = write(bytes, to: descriptor) }
    } catch {
      close(descriptor)
      throw error
    }
    if reason == 0, fsync(descriptor) != 0, errno != EINVAL { reason = errno }
    if close(descriptor) != 0, reason == 0 { reason = errno }
    if reason != 0 { throw WriteFault.findings(name, reason) }
  }

  /// Writes all of some bytes; gives the reason where that fails, or 0.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count >= 0 { written += count } else if errno != EINTR { return errno }
    }
    return 0
  }
}

/// Which finding a failure to write gives.
enum WriteFault {
  static func findings(_ path: String, _ reason: Int32) -> Findings {
    switch reason {
    case ENOENT, ENOTDIR: .about(path, .outputFolderMissing)
    case EACCES, EPERM, EROFS: .about(path, .outputNotPermitted)
    case ENOSPC, EDQUOT, EFBIG: .about(path, .diskFull)
    case EEXIST, ENOTEMPTY, EISDIR: .about(path, .outputExists)
    default: .about(path, .cannotWrite, ["reason": "\(reason)"])
    }
  }
}

/// Small matters of paths.
enum Paths {
  /// The folder that holds a path.
  static func parent(of path: String) -> String {
    let plain = withoutTrailingSlashes(path)
    guard let slash = plain.lastIndex(of: "/") else { return "." }
    return slash == plain.startIndex ? "/" : String(plain[..<slash])
  }

  /// The last part of a path.
  static func name(of path: String) -> String {
    let plain = withoutTrailingSlashes(path)
    guard let slash = plain.lastIndex(of: "/") else { return plain }
    return String(plain[plain.index(after: slash)...])
  }

  static func withoutTrailingSlashes(_ path: String) -> String {
    var plain = path
    while plain.count > 1, plain.hasSuffix("/") { plain.removeLast() }
    return plain
  }

  /// A hidden path in the same folder that nothing else uses.
  static func temporarySibling(of path: String) -> String {
    let mark = String(UInt64.random(in: .min ... .max), radix: 36)
    return "\(parent(of: path))/.\(name(of: path)).\(getpid())-\(mark).partial"
  }

  /// Forces a folder's list of names to disk; a filesystem that cannot is left alone.
  static func synchronise(folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// Removes a folder with all it holds, following no link.
  static func removeTree(_ path: String) {
    guard let folder = opendir(path) else {
      unlink(path)
      return
    }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      let child = "\(path)/\(name)"
      if entry.pointee.d_type == DT_DIR { removeTree(child) } else { unlink(child) }
    }
    closedir(folder)
    rmdir(path)
  }
}
