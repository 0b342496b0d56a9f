// SPDX-License-Identifier: GPL-3.0-or-later

/// A source of pseudo-random numbers that gives the same sequence on every machine.
///
/// SplitMix64 (Steele, Lea and Flood 2014). The draws below use exact arithmetic only, and none of
/// the standard library's own shuffling, whose algorithm may change between compilers.
public struct SeededGenerator: Sendable {
  private var state: UInt64

  /// Starts the sequence of a seed; `stream` keeps independent draws of one seed apart.
  public init(seed: UInt64, stream: UInt64) {
    state = seed &* 0x2545_F491_4F6C_DD1D &+ stream &* 0x9E37_79B9_7F4A_7C15
    _ = next()
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number in 0..<1, a multiple of 2⁻⁵³.
  public mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

  /// A whole number in 0..<bound; `bound` is at least 1.
  public mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// One of several values, each as likely.
  public mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

  /// The numbers 0..<count in a random order (Fisher and Yates).
  public mutating func order(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    guard count > 1 else { return order }
    for last in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(last, below(last + 1))
    }
    return order
  }
}
