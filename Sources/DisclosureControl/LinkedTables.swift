// SPDX-License-Identifier: GPL-3.0-or-later

/// Tables of the same amounts by different pairs of dimensions: their totals are partly the same cells.
///
/// A base cell is a combination of one code of each dimension. Every cell of a table is a sum of base
/// cells: those of one code of the row's dimension and one of the column's, of one of them alone (a
/// total of a row or of a column), or all.
public struct LinkedTables: Sendable {
  /// What one unit has in one base cell; 0 where it is only known to belong there.
  public struct Contribution: Sendable, Hashable {
    /// The unit, as its number.
    public var unit: Int
    /// Code of each dimension.
    public var codes: [Int]
    /// Amount, at least 0.
    public var amount: Int

    /// Creates a contribution.
    public init(unit: Int, codes: [Int], amount: Int) {
      self.unit = unit
      self.codes = codes
      self.amount = amount
    }
  }

  /// A cell of one or several tables.
  public struct Cell: Sendable, Hashable {
    /// Sum of its base cells.
    public let amount: Int
    /// Number of units that belong to it.
    public let units: Int
    /// Number of units that have more than 0 in it.
    public let receivers: Int
    /// Most that one unit has in it.
    public let largest: Int
    /// Positions of its base cells.
    let base: [Int32]
    /// How many dimensions are summed over whole of the two of its table: 0 inside, 1 a total, 2 all.
    let rank: Int
  }

  /// A table: positions of its cells, row by row; the last of a row is the row's total, the last row has
  /// those of the columns.
  public struct Table: Sendable, Hashable {
    /// Dimension of the rows.
    public let rows: Int
    /// Dimension of the columns.
    public let columns: Int
    /// Cells; `nil` where no unit belongs.
    public let cells: [[Int?]]
  }

  /// Which code of each dimension a cell has; `nil` is every code.
  private typealias Key = [Int?]

  /// Every cell once.
  public let cells: [Cell]
  /// The tables.
  public let tables: [Table]
  /// Number of base cells.
  let baseCount: Int

  /// Adds contributions up.
  ///
  /// - Parameters:
  ///   - sizes: number of codes of each dimension.
  ///   - crossings: dimensions of rows and of columns of each table.
  ///   - contributions: what units have; every base cell to which one belongs stands in one at least.
  public init(
    sizes: [Int], crossings: [(rows: Int, columns: Int)], contributions: [Contribution]
  ) {
    var base: [[Int]: Int] = [:]
    // Cells of each base cell, found once and not for every contribution.
    var collected: [Key: Int] = [:]
    var all: [Collected] = []
    var cellsOfBase: [[Int]] = []
    for contribution in contributions where base[contribution.codes] == nil {
      let position = base.count
      base[contribution.codes] = position
      cellsOfBase.append(
        Self.keys(of: contribution.codes, crossings).map { key in
          let place = collected[key] ?? all.count
          if place == all.count {
            collected[key] = place
            all.append(Collected())
          }
          all[place].base.append(Int32(position))
          return place
        })
    }
    baseCount = base.count
    for contribution in contributions {
      for place in cellsOfBase[base[contribution.codes] ?? 0] {
        all[place].amounts[contribution.unit, default: 0] += contribution.amount
      }
    }
    var cells: [Cell] = []
    var places: [Key: Int] = [:]
    func place(_ key: Key) -> Int? {
      if let known = places[key] { return known }
      guard let place = collected[key] else { return nil }
      cells.append(all[place].cell(rank: 2 - key.count { $0 != nil }))
      places[key] = cells.count - 1
      return cells.count - 1
    }
    tables = crossings.map { crossing in
      let rows = (0..<sizes[crossing.rows]).map(Optional.some) + [nil]
      let columns = (0..<sizes[crossing.columns]).map(Optional.some) + [nil]
      return Table(
        rows: crossing.rows, columns: crossing.columns,
        cells: rows.map { row in
          columns.map { column in
            var codes = [Int?](repeating: nil, count: sizes.count)
            codes[crossing.rows] = row
            codes[crossing.columns] = column
            return place(codes)
          }
        })
    }
    self.cells = cells
  }

  /// What becomes a cell.
  private struct Collected {
    var base: [Int32] = []
    var amounts: [Int: Int] = [:]

    func cell(rank: Int) -> Cell {
      Cell(
        amount: amounts.values.reduce(0, +), units: amounts.count,
        receivers: amounts.values.count { $0 > 0 }, largest: amounts.values.max() ?? 0,
        base: base.sorted(), rank: rank)
    }
  }

  /// The cells of all tables to which a base cell belongs, each once.
  private static func keys(
    of codes: [Int], _ crossings: [(rows: Int, columns: Int)]
  ) -> Set<Key> {
    let none = [Int?](repeating: nil, count: codes.count)
    var keys: Set<Key> = []
    for (row, column) in crossings {
      for (hasRow, hasColumn) in [(true, true), (true, false), (false, true), (false, false)] {
        var key = none
        if hasRow { key[row] = codes[row] }
        if hasColumn { key[column] = codes[column] }
        keys.insert(key)
      }
    }
    return keys
  }
}
