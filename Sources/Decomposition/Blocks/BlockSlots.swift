// SPDX-License-Identifier: GPL-3.0-or-later

/// How the blocks stand in the master: each slot has one block for all that are identical to it, or
/// several blocks that are alike and move together.
///
/// A point of a slot with several blocks is one point of each of them, all at the same prices. The
/// master of a large program keeps the size of one with as many blocks as it has slots; what it
/// loses is that the blocks of a slot share their points in the same proportions.
struct BlockSlots: Sendable, Equatable {
  /// Blocks that are solved, slot by slot.
  private(set) var solved: [Int] = []
  /// Positions in ``solved`` of each slot's blocks.
  private(set) var members: [Range<Int>] = []
  /// How many identical blocks each slot stands for.
  private(set) var multiplicities: [Double] = []
  /// For every block of the program, the position in ``solved`` of the one that answers for it;
  /// empty for a sample.
  private(set) var places: [Int] = []

  /// Number of slots.
  var count: Int { members.count }

  /// All blocks of a program.
  ///
  /// - Parameters:
  ///   - structure: The blocks.
  ///   - identical: Which of them are identical.
  ///   - most: Slots beyond which blocks that are alike share one.
  init(_ structure: Blocks, _ identical: IdenticalBlocks, most: Int) {
    let representatives = identical.representatives
    let counts = identical.multiplicities
    // What stands for several identical blocks keeps a slot of its own.
    let alone = representatives.indices.filter { counts[$0] > 1 }
    let rest = representatives.indices.filter { counts[$0] == 1 }.map { representatives[$0] }
    var slots = alone.map { ([representatives[$0]], counts[$0]) }
    if representatives.count > most {
      let groups = LikeBlocks(structure).groups(of: rest, about: max(1, most - alone.count))
      slots += groups.map { ($0, 1) }
    } else {
      slots += rest.map { ([$0], 1) }
    }
    slots.sort { $0.0[0] < $1.0[0] }
    for (blocks, times) in slots { append(blocks, times) }
    var position = [Int](repeating: 0, count: structure.blocks.count)
    for (place, block) in solved.enumerated() { position[block] = place }
    places = identical.first.map { position[$0] }
  }

  /// The blocks of a sample.
  init(_ sample: Sample) {
    for (block, times) in zip(sample.blocks, sample.multiplicities) { append([block], times) }
  }

  private mutating func append(_ blocks: [Int], _ times: Double) {
    members.append(solved.count..<(solved.count + blocks.count))
    solved += blocks
    multiplicities.append(times)
  }
}

extension PricingPass {
  /// The answers of a slot's blocks as one: their points together, where each has one.
  ///
  /// - Parameter places: Positions of the answers.
  /// - Returns: The point; a direction where one of them is, made of the directions alone.
  func point(of places: Range<Int>) -> Point? {
    guard places.count > 1 else { return answers[places.lowerBound].point }
    let points = places.compactMap { answers[$0].point }
    let rays = points.filter(\.isRay)
    if !rays.isEmpty { return Point(together: rays) }
    return points.count == places.count ? Point(together: points) : nil
  }
}
