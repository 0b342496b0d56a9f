// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

/// Sizes of memory as a user writes them.
public enum MemorySize {
  /// Bytes of a text such as `4 Go` or `512 MB`; `nil` where it is no size.
  public static func bytes(_ text: String) -> Int? { try? SizeText.bytes(text) }
}
