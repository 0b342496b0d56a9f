// SPDX-License-Identifier: GPL-3.0-or-later

/// How the characters of a file were found to be written.
public enum TextEncoding: String, Sendable, Hashable, Codable {
  /// Letters without accents only: every encoding below would read it alike.
  case ascii
  /// UTF-8, with or without a byte order mark.
  case utf8
  /// ISO-8859-1: accents on one byte, none of the marks that Windows adds.
  case iso8859p1
  /// Windows-1252: as ISO-8859-1, with Œ, €, typographic quotes and dashes.
  case windows1252
  /// Some lines in UTF-8 and some in Windows-1252.
  case mixed
}

/// Which encodings a file was found to hold, line by line.
public struct EncodingReport: Sendable, Hashable {
  /// Whether the file began with the UTF-8 byte order mark (dropped).
  public internal(set) var hasByteOrderMark = false
  /// Lines that hold no accent.
  public internal(set) var asciiLines = 0
  /// Lines with accents, valid as UTF-8.
  public internal(set) var utf8Lines = 0
  /// Lines that are not UTF-8 and were read as Windows-1252.
  public internal(set) var windows1252Lines = 0
  /// First line read as Windows-1252, counted from 1.
  public internal(set) var firstWindows1252Line: Int?
  /// Whether a character was met that Windows-1252 has and ISO-8859-1 has not.
  public internal(set) var holdsWindowsOnlyBytes = false
  /// Bytes that Windows-1252 gives no meaning to (0x81, 0x8D, 0x8F, 0x90, 0x9D).
  public internal(set) var undefinedBytes = 0

  /// The encoding of the whole file.
  public var encoding: TextEncoding {
    switch (utf8Lines > 0, windows1252Lines > 0) {
    case (false, false): hasByteOrderMark ? .utf8 : .ascii
    case (true, false): .utf8
    case (true, true): .mixed
    case (false, true): holdsWindowsOnlyBytes ? .windows1252 : .iso8859p1
    }
  }

  /// Number of lines.
  public var lines: Int { asciiLines + utf8Lines + windows1252Lines }
}
