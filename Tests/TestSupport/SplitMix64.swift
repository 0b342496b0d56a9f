// SPDX-License-Identifier: GPL-3.0-or-later

/// A small generator of random numbers whose sequence is the same everywhere.
///
/// The mixing constants are those of Steele, Lea and Flood, "Fast splittable pseudorandom number
/// generators" (OOPSLA 2014).
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Creates a generator; the same seed gives the same sequence.
  public init(seed: UInt64) { state = seed }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// A number within `range`, rounded to `places` decimals so that it prints exactly.
  public mutating func number(_ range: ClosedRange<Double>, places: Int = 2) -> Double {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let unit = Double(next() >> 11) / 9_007_199_254_740_992
    let value = range.lowerBound + unit * (range.upperBound - range.lowerBound)
    return (value * scale).rounded() / scale
  }

  /// A whole number within `range`.
  public mutating func integer(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  /// `true` with the given probability.
  public mutating func chance(_ probability: Double) -> Bool {
    Double(next() >> 11) / 9_007_199_254_740_992 < probability
  }

  /// One element of a collection that is not empty.
  public mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[integer(0...(elements.count - 1))]
  }
}
