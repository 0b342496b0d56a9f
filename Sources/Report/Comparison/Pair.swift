// SPDX-License-Identifier: GPL-3.0-or-later

/// One figure in the baseline and in the other scenario; `nil` where a scenario has no such figure.
struct Pair: Sendable, Hashable, Encodable {
  let baseline: Double?
  let other: Double?

  init(_ baseline: Double?, _ other: Double?) {
    self.baseline = baseline
    self.other = other
  }

  /// Other less baseline, without the digits that subtracting leaves behind; `nil` where one lacks.
  var difference: Double? {
    guard let baseline, let other else { return nil }
    let plain = other - baseline
    // A trillionth of the larger one is below everything that is told.
    let unit = max(abs(baseline), abs(other)) * 1e-13
    return abs(plain) <= unit ? 0 : Self.cut(plain)
  }

  private static func cut(_ value: Double) -> Double {
    let cut = (value * 1e12).rounded() / 1e12
    return cut.isFinite ? cut : value
  }

  /// The difference as a share of the baseline; `nil` where that is nothing.
  var change: Double? {
    guard let difference, let baseline, baseline != 0 else { return nil }
    return difference / abs(baseline)
  }

  private enum CodingKeys: String, CodingKey { case baseline, other, difference }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(baseline, forKey: .baseline)
    try container.encodeIfPresent(other, forKey: .other)
    try container.encodeIfPresent(difference, forKey: .difference)
  }
}

extension Sequence<Pair> {
  /// Both sums; what is missing counts as nothing.
  var sum: Pair {
    reduce(Pair(0, 0)) {
      Pair(($0.baseline ?? 0) + ($1.baseline ?? 0), ($0.other ?? 0) + ($1.other ?? 0))
    }
  }
}
