// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// The levels solved on samples of the blocks, for the prices to start from.
struct Rehearsal {
  private let structure: Blocks
  private let levels: [ObjectiveLevel]
  private let search: DantzigWolfe
  private let settings: DecompositionOptions

  /// Prepares a rehearsal that shares the problems of a search.
  init(
    _ structure: Blocks, _ levels: [ObjectiveLevel], _ search: DantzigWolfe,
    _ settings: DecompositionOptions
  ) {
    self.structure = structure
    self.levels = levels
    self.search = search
    self.settings = settings
  }

  /// Prices that served, level by level, the best last.
  ///
  /// - Returns: As many levels as the samples could solve.
  /// - Throws: As the solver does.
  func trails() throws -> [[[Double]]] {
    var result: [[[Double]]] = []
    var last = 0
    for share in settings.samples {
      let wanted = min(
        settings.largestSample,
        max(settings.smallestSample, Int(share * Double(structure.blocks.count))))
      guard wanted > last else { continue }
      last = wanted
      guard 2 * wanted < structure.blocks.count, let sample = Sample(structure, wanted: wanted)
      else { break }
      let found = try trails(of: sample, after: result)
      guard !found.isEmpty else { break }
      result = found
      search.pricing.startBlocks(like: sample.representative)
    }
    return result
  }

  private func trails(of sample: Sample, after known: [[[Double]]]) throws -> [[[Double]]] {
    let rehearsal = DantzigWolfe(
      pricing: search.pricing, desk: search.desk, slots: BlockSlots(sample), options: settings,
      clock: search.clock)
    rehearsal.isRehearsal = true
    var result: [[[Double]]] = []
    for (position, level) in levels.enumerated() {
      let isLast = position == levels.count - 1
      rehearsal.decisionValue = settings.decisionValue(of: level, isLast: isLast)
      let end = try rehearsal.solve(
        level, gap: settings.sampleGap, after: position < known.count ? known[position] : [])
      if case .decided = end { result.append(rehearsal.trailInUse(most: settings.replays)) }
      guard case .solved = end, let found = rehearsal.incumbent else { break }
      result.append(rehearsal.trailInUse(most: settings.replays))
      let room = settings.sampleGap * max(1, abs(found.cost)) * rehearsal.sign
      let value = rehearsal.sign * found.cost
      let isMinimum = level.objective.sense == .minimize
      rehearsal.hold(
        level.objective.coefficients, lower: isMinimum ? -.infinity : value + room,
        upper: isMinimum ? value + room : .infinity)
    }
    return result
  }
}

extension DantzigWolfe {
  /// What the level that was just solved leaves behind.
  func memory(replays: Int) -> LevelMemory {
    LevelMemory(
      master: master, costs: costs, bases: pricing.bases(), prices: centre ?? masterPrices,
      blockDuals: blockDuals, blockValues: blockValues, isExact: isExact,
      trail: trailInUse(most: replays))
  }

  /// The prices whose points make up most of the best mixture, in the order in which they were
  /// tried, and the prices of the best bound.
  ///
  /// - Parameter most: How many at the most.
  /// - Returns: Price vectors of this level.
  func trailInUse(most: Int) -> [[Double]] {
    var uses = [Double](repeating: 0, count: trail.count + 1)
    for part in (incumbent?.parts ?? []).joined() { uses[part.point.round] += part.weight }
    let rounds = (1..<uses.count).filter { uses[$0] > 0 }
      .sorted { (uses[$0], $0) > (uses[$1], $1) }.prefix(most - 1).sorted()
    let best = [centre].compactMap { $0 }
    return rounds.map { trail[$0 - 1] }.filter { $0 != centre } + best
  }
}
