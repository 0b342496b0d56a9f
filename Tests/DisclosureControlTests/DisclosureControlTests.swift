// SPDX-License-Identifier: GPL-3.0-or-later

import DisclosureControl
import GLPKSolver
import LinearProgramming
import SeededDraws
import Testing

/// Three regions, two classes, three years, three vehicles; the second region has a single unit.
private func tables(seed: UInt64, units: Int = 40) -> LinkedTables {
  var draws = SeededGenerator(seed: seed, stream: 1)
  var contributions: [LinkedTables.Contribution] = []
  for unit in 0..<units {
    let region = unit == 0 ? 1 : draws.pick([0, 2, 3])
    let group = draws.below(2)
    let size = 1 + 59 * draws.unit()
    for vehicle in 0..<3 {
      for year in 0..<3 {
        let paid = draws.below(3) > 0
        contributions.append(
          LinkedTables.Contribution(
            unit: unit, codes: [region, group, vehicle, year],
            amount: paid ? Int(size * (100 + 4_900 * draws.unit())) : 0))
      }
    }
  }
  return LinkedTables(
    sizes: [4, 2, 3, 3], crossings: [(0, 3), (2, 3), (0, 1)], contributions: contributions)
}

private let solver = GLPKSolver()

@Suite struct `Tables for publication` {
  @Test func `cells of a small table, by hand`() throws {
    let tables = LinkedTables(
      sizes: [2, 2], crossings: [(0, 1)],
      contributions: [
        .init(unit: 1, codes: [0, 0], amount: 10), .init(unit: 2, codes: [0, 0], amount: 30),
        .init(unit: 3, codes: [0, 1], amount: 5), .init(unit: 3, codes: [1, 1], amount: 0),
      ])
    let table = tables.tables[0]
    let amounts = table.cells.map { $0.map { $0.map { tables.cells[$0].amount } } }
    #expect(amounts == [[40, 5, 45], [nil, 0, 0], [40, 5, 45]])
    let first = try #require(table.cells[0][0])
    #expect(tables.cells[first].units == 2)
    #expect(tables.cells[first].largest == 30)
    let empty = try #require(table.cells[1][1])
    #expect(tables.cells[empty].units == 1)
    #expect(tables.cells[empty].receivers == 0)
    // The row has one cell, which is another cell than its total.
    #expect(table.cells[2][2] != table.cells[0][2])
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `rounded amounts are multiples, near, and add up in every table`(seed: UInt64) throws {
    let tables = tables(seed: seed)
    // Nothing is withheld: every amount can be looked at.
    let open = DisclosureRule(threshold: 0, dominance: 1, base: 10_000, protection: 0)
    let publication = try Publication(tables, rule: open, solver: solver)
    #expect(publication.withheld.isEmpty)
    let amounts = try publication.amounts.map { try #require($0) }
    for (amount, cell) in zip(amounts, tables.cells) {
      #expect(amount % 10_000 == 0)
      #expect(abs(amount - cell.amount) <= publication.rounding)
    }
    #expect(publication.rounding <= 20_000)
    for table in tables.tables {
      let values = table.cells.map { $0.map { $0.map { amounts[$0] } ?? 0 } }
      for row in values { #expect(row.dropLast().reduce(0, +) == row[row.count - 1]) }
      for column in values[0].indices {
        let all = values.map { $0[column] }
        #expect(all.dropLast().reduce(0, +) == all[all.count - 1])
      }
    }
  }

  /// Least and most of a cell from what is published, written anew: rows of the tables' own sums, and
  /// one column for each cell, as a reader has them who knows nothing of base cells.
  private func narrowed(_ publication: Publication, _ cell: Int) throws -> ClosedRange<Double> {
    var builder = LinearProgramBuilder(name: "reader")
    let columns = publication.amounts.enumerated().map { position, amount in
      builder.addColumn(
        named: "cell\(position)",
        lower: amount.map { max(0, Double($0 - publication.rounding)) } ?? 0,
        upper: amount.map { Double($0 + publication.rounding) } ?? .infinity)
    }
    var rows = 0
    func sum(_ parts: [Int?], to total: Int?) {
      guard let total else { return }
      for case let part? in parts { builder.add(1, columns[part]) }
      builder.add(-1, columns[total])
      builder.closeRow(named: "sum\(rows)", lower: 0, upper: 0)
      rows += 1
    }
    for table in publication.tables.tables {
      for row in table.cells { sum(row.dropLast(), to: row[row.count - 1]) }
      for column in table.cells[0].indices {
        sum(
          table.cells.dropLast().map { $0[column] },
          to: table.cells[table.cells.count - 1][column])
      }
    }
    let program = builder.build()
    var costs = [Double](repeating: 0, count: program.columnCount)
    costs[columns[cell].position] = 1
    let ends = try [Sense.minimize, .maximize].map { sense -> Double in
      let result = try solver.solve(
        program, for: Objective(name: "cell", sense: sense, coefficients: costs), options: .init())
      if result.termination == .optimal { return result.objectiveValue ?? .nan }
      #expect(sense == .maximize)
      return .infinity
    }
    return ends[0]...ends[1]
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `nobody can narrow a withheld amount beyond the bound`(seed: UInt64) throws {
    let tables = tables(seed: seed, units: seed.isMultiple(of: 2) ? 12 : 40)
    let rule = DisclosureRule(threshold: 3, dominance: 0.85, base: 5_000, protection: 0.2)
    let publication = try Publication(tables, rule: rule, solver: solver)
    // The region of a single unit is withheld, and so is something beside it.
    #expect(publication.withheld.contains { $0.reason == .few })
    #expect(publication.withheld.contains { $0.reason == .complementary })
    for withholding in publication.withheld {
      let amount = Double(tables.cells[withholding.cell].amount)
      let reader = try narrowed(publication, withholding.cell)
      let distance =
        withholding.reason == .complementary ? 5_000 : max(5_000, 0.2 * amount)
      #expect(reader.upperBound >= amount + distance - 1e-3)
      #expect(reader.lowerBound <= max(0, amount - distance) + 1e-3)
      // Who knows the base cells knows no less than who does not.
      #expect(withholding.deducible.lowerBound >= reader.lowerBound - 1)
      #expect(withholding.deducible.upperBound <= reader.upperBound + 1)
      #expect(withholding.deducible.contains(amount))
    }
  }

  @Test
  func `without further cells, totals give a withheld amount back: the attack finds something`()
    throws
  {
    let tables = LinkedTables(
      sizes: [2, 2], crossings: [(0, 1)],
      contributions: (0..<12).map {
        .init(
          unit: $0, codes: $0 < 11 ? [$0 % 2, $0 / 2 % 2] : [1, 1],
          amount: 10_000 * (1 + $0))
      })
    let single = try #require(tables.tables[0].cells[0][0])
    let published = tables.cells.indices.map { $0 == single ? nil : tables.cells[$0].amount }
    let range = try TableAttack(tables, published: published, rounding: 0)
      .range(of: single, solver: solver)
    #expect(abs(range.lowerBound - Double(tables.cells[single].amount)) < 1)
    #expect(abs(range.upperBound - Double(tables.cells[single].amount)) < 1)
  }

  @Test func `numbers that are not rounded are protected too`() throws {
    // Counts: three units in one cell of a row, one in the other.
    let tables = LinkedTables(
      sizes: [3, 2], crossings: [(0, 1)],
      contributions: (0..<30).map {
        .init(unit: $0, codes: $0 == 0 ? [0, 0] : [$0 % 3, 1 - $0 / 3 % 2], amount: 1)
      } + (0..<9).map { .init(unit: 100 + $0, codes: [$0 % 3, 0], amount: $0 % 3 == 0 ? 0 : 1) })
    let rule = DisclosureRule(threshold: 3, dominance: 1, base: 1, protection: 0.2)
    let publication = try Publication(tables, rule: rule, solver: solver)
    #expect(publication.rounding == 0)
    for (amount, cell) in zip(publication.amounts, tables.cells) {
      #expect(amount == nil || amount == cell.amount)
    }
    for withholding in publication.withheld {
      let range = withholding.deducible
      #expect(range.upperBound - range.lowerBound >= 1 - 1e-6)
    }
  }

  @Test func `one unit for all: nothing is told`() throws {
    let tables = LinkedTables(
      sizes: [1, 2], crossings: [(0, 1)],
      contributions: [
        .init(unit: 0, codes: [0, 0], amount: 70_000), .init(unit: 0, codes: [0, 1], amount: 0),
      ])
    let publication = try Publication(tables, rule: .standard, solver: solver)
    #expect(publication.amounts.allSatisfy { $0 == nil })
    #expect(publication.withheld.allSatisfy { $0.reason == .few })
  }
}
