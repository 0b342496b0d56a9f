// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// Bounds within blocks that are tighter in one program than in another of the same matrix.
///
/// Points that a solve found stay points of a similar program as long as they keep these.
struct TighterBounds: Sendable {
  private let program: LinearProgram
  /// Columns with a tighter bound, block by block.
  private let columns: [[Int32]]
  /// Local rows with a tighter bound, block by block.
  private let rows: [[Int32]]

  /// Compares two programs; `nil` where more than bounds differs.
  ///
  /// - Parameters:
  ///   - structure: The blocks of the program with the new bounds.
  ///   - old: The program before.
  init?(_ structure: Blocks, from old: LinearProgram) {
    let program = structure.program
    guard program.hasMatrix(of: old) else { return nil }
    self.program = program
    columns = structure.blocks.map { block in
      block.columns.filter {
        program.columnLower[Int($0)] > old.columnLower[Int($0)]
          || program.columnUpper[Int($0)] < old.columnUpper[Int($0)]
      }
    }
    rows = structure.blocks.map { block in
      block.rows.filter {
        program.rowLower[Int($0)] > old.rowLower[Int($0)]
          || program.rowUpper[Int($0)] < old.rowUpper[Int($0)]
      }
    }
  }

  /// Those of a slot's points that keep the bounds of all its blocks.
  ///
  /// - Parameters:
  ///   - slot: The slot.
  ///   - blocks: Its blocks.
  ///   - values: As many zeros as the program has columns; zeros again afterwards.
  /// - Returns: Their positions, rising.
  func kept(of slot: Master.Slot, _ blocks: [Int], _ values: inout [Double]) -> [Int] {
    let places = Array(slot.points.indices)
    guard blocks.contains(where: { !columns[$0].isEmpty || !rows[$0].isEmpty }) else {
      return places
    }
    return places.filter { position in
      let point = slot.points[position]
      // A bound where there was none can be in the way of a direction.
      guard !point.isRay else { return false }
      point.scatter(into: &values)
      defer { point.clear(&values) }
      return blocks.allSatisfy { isKept(by: values, in: $0) }
    }
  }

  private func isKept(by values: [Double], in block: Int) -> Bool {
    columns[block].allSatisfy { column in
      let column = Int(column)
      return Self.isWithin(
        values[column], program.columnLower[column], program.columnUpper[column],
        size: abs(values[column]))
    }
      && rows[block].allSatisfy { row in
        let row = Int(row)
        var (activity, size) = (0.0, 0.0)
        for entry in program.entries(of: row) {
          let term = program.coefficient[entry] * values[Int(program.columnIndex[entry])]
          activity += term
          size = max(size, abs(term))
        }
        return Self.isWithin(
          activity, program.rowLower[row], program.rowUpper[row], size: size)
      }
  }

  /// Part of what is compared that counts as rounding.
  private static let rounding = 1e-9

  private static func isWithin(
    _ value: Double, _ lower: Double, _ upper: Double, size: Double
  ) -> Bool {
    let room = rounding * max(1, size)
    return value >= lower - room && value <= upper + room
  }
}

extension LevelMemory {
  /// Part of the slots that must keep a point for the others to be worth keeping.
  private static let fewestKept = 0.5

  /// What is left of it for a program whose blocks have other bounds: points that keep them.
  ///
  /// - Parameters:
  ///   - bounds: Bounds that are tighter.
  ///   - slots: How the blocks stand in the master.
  ///   - columnCount: Columns of the whole program.
  /// - Returns: `nil` where little is left.
  func kept(by bounds: TighterBounds, _ slots: BlockSlots, columnCount: Int) -> LevelMemory? {
    var values = [Double](repeating: 0, count: columnCount)
    var master = master
    var (withPoint, isBasisLost) = (0, false)
    for (index, places) in slots.members.enumerated() {
      let slot = master.slots[index]
      let kept = bounds.kept(of: slot, places.map { slots.solved[$0] }, &values)
      if kept.count < slot.points.count {
        isBasisLost = isBasisLost || slot.isInUse(without: Set(kept))
        master.slots[index].keep(kept)
      }
      if master.slots[index].hasPoint { withPoint += 1 }
    }
    guard Double(withPoint) >= Self.fewestKept * Double(slots.count) else { return nil }
    if isBasisLost {
      master.breaking = .forbidden
      master.start(at: prices)
    }
    return LevelMemory(
      master: master, costs: costs, bases: bases, prices: prices, blockDuals: [],
      blockValues: [], isExact: [], trail: trail, hasOtherBlocks: true, isBasisLost: isBasisLost)
  }
}

extension Master.Slot {
  /// Whether the mixture or the basis needs a point that is not among those kept.
  fileprivate func isInUse(without kept: Set<Int>) -> Bool {
    points.indices.contains {
      !kept.contains($0) && ($0 == key || places[$0] != .atLower || weights[$0] != 0)
    }
  }
}

extension Point {
  /// Writes its values at their columns.
  fileprivate func scatter(into values: inout [Double]) {
    for place in places {
      for (column, value) in zip(place.columns, place.values) { values[Int(column)] = value }
    }
  }

  /// Writes zeros at its columns.
  fileprivate func clear(_ values: inout [Double]) {
    for place in places { for column in place.columns { values[Int(column)] = 0 } }
  }
}
