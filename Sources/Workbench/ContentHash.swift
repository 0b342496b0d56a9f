// SPDX-License-Identifier: GPL-3.0-or-later

import CLibCrypto

/// SHA-256 of contents, for the manifest.
public enum ContentHash {
  /// Hash of bytes, in hexadecimal.
  public static func sha256(_ bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    _ = SHA256(bytes, bytes.count, &digest)
    return digest.map { byte in
      let text = String(byte, radix: 16)
      return byte < 16 ? "0" + text : text
    }.joined()
  }
}
