// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// What a level leaves behind for a similar program.
struct LevelMemory: Sendable {
  /// The master with its points and its last basis.
  let master: Master
  /// The goals it held, and how they were written.
  let costs: Costs
  /// The basis of every block that was solved.
  let bases: [Basis?]
  /// Its best prices.
  let prices: [Double]
  /// Duals of each block's rows at these prices, their values, and whether they are exact; empty
  /// where no bound was found.
  let blockDuals: [[Double]]
  let blockValues: [Double]
  let isExact: [Bool]
  /// Prices whose points served, the best last.
  let trail: [[Double]]
  /// Whether blocks had other bounds: what they come to at ``prices`` has to be asked anew.
  var hasOtherBlocks = false
  /// Whether its basis had points that are no longer there.
  var isBasisLost = false
}
