// SPDX-License-Identifier: GPL-3.0-or-later

internal import CZlib
public import Diagnostics
internal import Glibc

/// Reads a file piece by piece, unpacking it where it is a gzip archive.
///
/// Archives are told by their first bytes, not by their name. The limit counts unpacked bytes, so
/// that a small archive that unpacks to a huge file stops early.
public final class ByteStream {
  /// Unpacked bytes that are read unless told otherwise: 512 MB.
  public static let defaultLimit = 512 << 20

  /// File, as the user named it.
  public let path: String
  /// Most unpacked bytes that are read.
  public let limit: Int
  private let archive: gzFile
  private var total = 0
  private var isAtEnd = false

  /// Opens a file.
  ///
  /// - Throws: findings where it is missing, a folder, or may not be read.
  public init(path: String, limit: Int = ByteStream.defaultLimit) throws(Findings) {
    self.path = path
    self.limit = limit
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure(path, errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let reason = errno
      close(descriptor)
      throw Self.failure(path, reason)
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      close(descriptor)
      throw .about(path, .fileIsFolder)
    }
    guard let archive = gzdopen(descriptor, "rb") else {
      close(descriptor)
      throw .about(path, .fileUnreadable, ["reason": "zlib"])
    }
    gzbuffer(archive, 1 << 18)
    self.archive = archive
  }

  deinit { gzclose_r(archive) }

  /// The next piece, or `nil` at the end.
  ///
  /// - Throws: findings where the archive is damaged or cut short, the file cannot be read, or the
  ///   limit is passed.
  public func next() throws(Findings) -> [UInt8]? {
    guard !isAtEnd else { return nil }
    let capacity = 1 << 20
    var count = 0
    let piece = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
      count = Int(gzread(archive, buffer.baseAddress, UInt32(capacity)))
      filled = max(0, count)
    }
    if count < capacity {
      isAtEnd = true
      var code: Int32 = 0
      _ = gzerror(archive, &code)
      if code == Z_ERRNO { throw .about(path, .fileUnreadable, ["reason": "\(errno)"]) }
      guard count >= 0, code == Z_OK || code == Z_STREAM_END else {
        throw .about(path, .archiveDamaged)
      }
    }
    total += count
    guard total <= limit else {
      throw .about(path, .fileTooLarge, ["limit": "\(limit >> 20)"])
    }
    return count > 0 ? piece : nil
  }

  private static func failure(_ path: String, _ reason: Int32) -> Findings {
    switch reason {
    case ENOENT, ENOTDIR: .about(path, .fileMissing)
    case EISDIR: .about(path, .fileIsFolder)
    default: .about(path, .fileUnreadable, ["reason": "\(reason)"])
    }
  }
}
