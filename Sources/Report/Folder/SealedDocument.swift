// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics

/// A manifest that holds the hashes of the files of its folder, and one of itself: no other file does.
public protocol SealedDocument: Encodable, Sendable {
  /// Files of the folder, with their hashes; all but this one.
  var outputs: [FileRecord] { get set }
  /// Hash of this document with an empty seal.
  var seal: String { get set }
}

extension SealedDocument {
  /// The same document with its seal.
  ///
  /// The seal shows an edit that was not meant to deceive; against one that was, everything that
  /// matters is computed anew (`releve verify`).
  ///
  /// - Parameter hash: SHA-256 of bytes, lower-case hexadecimal.
  /// - Returns: the document.
  /// - Throws: a finding where a number is not finite.
  public func sealed(_ hash: ([UInt8]) -> String) throws(Findings) -> Self {
    var document = self
    document.seal = ""
    document.seal = hash(try ReportJSON.bytes(of: document))
    return document
  }
}
