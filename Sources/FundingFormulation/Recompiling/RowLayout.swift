// SPDX-License-Identifier: GPL-3.0-or-later

/// Where the rows of each family stand in a program.
///
/// Local families come beneficiary by beneficiary, then the coupling families one after the other.
struct RowLayout: Sendable {
  /// First row of each run of rows of one family, then the number of rows.
  private var starts: [Int32] = []

  /// Ends the run before, and begins the next.
  mutating func begin(at row: Int) { starts.append(Int32(row)) }

  /// Rows of a local family at a beneficiary.
  func rows(ofLocal family: Int, at e: Int) -> Range<Int> {
    rows(e * RowFamilies.local.count + family)
  }

  /// Rows of a coupling family.
  func rows(ofCoupling family: Int) -> Range<Int> {
    rows(starts.count - 1 - RowFamilies.coupling.count + family)
  }

  private func rows(_ run: Int) -> Range<Int> { Int(starts[run])..<Int(starts[run + 1]) }
}
