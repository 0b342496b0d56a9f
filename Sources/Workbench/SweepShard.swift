// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics

/// One of several shares of the cases of a sweep.
struct SweepShard: Sendable, Hashable {
  /// Number of the share, from 1.
  let number: Int
  /// Number of shares.
  let count: Int

  /// Most shares.
  static let most = 100_000

  /// Reads `i/n`.
  ///
  /// - Throws: a finding where the text has another form, or the number is not one of 1 to n.
  init(_ text: String) throws(Findings) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]) else {
      throw Findings(Finding("sweep.shardForm", .error, at: nil, ["text": text]))
    }
    guard (1...Self.most).contains(count), (1...count).contains(number) else {
      throw Findings(
        Finding(
          "sweep.shardRange", .error, at: nil,
          ["text": text, "number": "\(number)", "most": "\(Self.most)"]))
    }
    self.number = number
    self.count = count
  }

  /// The share as it is written.
  var text: String { "\(number)/\(count)" }

  /// The places of a list that belong to the share: a stretch, so that neighbours stay together.
  func range(of all: Int) -> Range<Int> {
    (number - 1) * all / count..<number * all / count
  }
}
