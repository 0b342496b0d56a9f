// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics

/// A whole text file, as UTF-8 bytes, with the encodings it was found to hold.
///
/// Read once and kept contiguous: a 35 MB register takes about its own size in memory.
public struct TextFile: Sendable {
  /// File, as the user named it.
  public let path: String
  /// Valid UTF-8, without byte order mark.
  public let bytes: [UInt8]
  /// Which encodings were found.
  public let report: EncodingReport
  /// What is worth saying about the text without refusing it.
  public let findings: Findings

  /// Reads a file, plain or gzip.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - limit: most unpacked bytes that are read.
  /// - Throws: findings where the file is missing, a folder, unreadable, too large, a damaged
  ///   archive, UTF-16, a workbook or not a text at all.
  public init(path: String, limit: Int = ByteStream.defaultLimit) throws(Findings) {
    let stream = try ByteStream(path: path, limit: limit)
    var bytes: [UInt8] = []
    while let piece = try stream.next() {
      if bytes.isEmpty { bytes = piece } else { bytes.append(contentsOf: piece) }
    }
    try self.init(path: path, undecoded: bytes)
  }

  /// Takes bytes that are already in memory for the content of a file.
  ///
  /// - Throws: findings where the bytes are UTF-16, a workbook or not a text at all.
  public init(path: String, undecoded: [UInt8]) throws(Findings) {
    switch TextDecoding.refusal(of: undecoded) {
    case .utf16: throw .about(path, .utf16)
    case .workbook: throw .about(path, .workbook)
    case .binary: throw .about(path, .notText)
    case nil: break
    }
    var bytes = undecoded
    self.path = path
    report = TextDecoding.decode(&bytes)
    self.bytes = bytes
    var findings = Findings()
    if report.undefinedBytes > 0 {
      findings.add(
        Finding(
          .undefinedBytes, .warning,
          at: SourcePosition(file: path, line: report.firstWindows1252Line),
          ["count": "\(report.undefinedBytes)"]))
    }
    self.findings = findings
  }

  /// Takes a text that is already decoded for the content of a file.
  public init(path: String, text: String) {
    var bytes = Array(text.utf8)
    self.path = path
    report = TextDecoding.decode(&bytes)
    self.bytes = bytes
    findings = Findings()
  }

  /// The whole text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}
