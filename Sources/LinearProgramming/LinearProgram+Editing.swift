// SPDX-License-Identifier: GPL-3.0-or-later

extension LinearProgram {
  /// Adds a row after the others.
  ///
  /// - Parameters:
  ///   - name: Name of the row.
  ///   - columns: Columns of its nonzeros, each once.
  ///   - coefficients: Their coefficients; as many as columns.
  ///   - lower: Lower bound, or -∞.
  ///   - upper: Upper bound, or ∞.
  ///   - role: Role in a decomposition.
  /// - Returns: Index of the row.
  @discardableResult
  public mutating func appendRow(
    named name: String, columns: [Variable], coefficients: [Double], lower: Double = -.infinity,
    upper: Double = .infinity, role: RowRole = .local
  ) -> Constraint {
    precondition(columns.count == coefficients.count, "one coefficient per column")
    rowNames.append(name)
    rowLower.append(lower)
    rowUpper.append(upper)
    rowRole.append(role)
    for (column, value) in zip(columns, coefficients) where value != 0 {
      columnIndex.append(column.index)
      coefficient.append(value)
    }
    rowStart.append(columnIndex.count)
    return Constraint(rowCount - 1)
  }

  /// Drops the demand that columns be whole numbers.
  public mutating func relax() {
    for column in columnDomain.indices { columnDomain[column] = .continuous }
  }

  /// Replaces the domain of a column.
  public mutating func setDomain(_ column: Variable, _ domain: Domain) {
    columnDomain[column.position] = domain
  }

  /// Replaces the bounds of a row.
  public mutating func setBounds(_ row: Constraint, lower: Double, upper: Double) {
    rowLower[row.position] = lower
    rowUpper[row.position] = upper
  }

  /// Replaces the upper bound of a column, if it is another.
  public mutating func setUpperBound(_ column: Variable, _ upper: Double) {
    guard columnUpper[column.position] != upper else { return }
    columnUpper[column.position] = upper
  }

  /// Replaces the bounds of a column.
  public mutating func setBounds(_ column: Variable, lower: Double, upper: Double) {
    columnLower[column.position] = lower
    columnUpper[column.position] = upper
  }

  /// Takes bounds and coefficients of rows built anew.
  ///
  /// Only what differs is written, so that a copy of the program goes on sharing the storage of
  /// whatever stayed the same: a national matrix takes 100 MB.
  ///
  /// - Parameters:
  ///   - rows: Rows of the other program.
  ///   - other: A program over the same columns.
  ///   - first: Position here of the first of them; the others follow it.
  /// - Returns: `false` where a row has another name, role or other columns; rows before it are
  ///   written then.
  public mutating func takeRows(
    _ rows: Range<Int>, of other: LinearProgram, at first: Int
  ) -> Bool {
    guard first + rows.count <= rowCount else { return false }
    for (row, place) in zip(rows, first...) {
      let (new, old) = (other.entries(of: row), entries(of: place))
      guard new.count == old.count, other.rowRole[row] == rowRole[place],
        other.rowNames.utf8(at: row) == rowNames.utf8(at: place)
      else { return false }
      for (left, right) in zip(new, old) where other.columnIndex[left] != columnIndex[right] {
        return false
      }
      if zip(new, old).contains(where: { other.coefficient[$0] != coefficient[$1] }) {
        takeCoefficients(of: other, new, at: old.lowerBound)
      }
      if other.rowLower[row] != rowLower[place] || other.rowUpper[row] != rowUpper[place] {
        takeBounds(of: other, row, at: place)
      }
    }
    return true
  }

  // Writing stands in functions that are not inlined: the compiler would make the arrays unique
  // before the loop, that is, copy the matrix even where nothing is written.

  @inline(never)
  private mutating func takeCoefficients(
    of other: LinearProgram, _ entries: Range<Int>, at first: Int
  ) {
    for (entry, place) in zip(entries, first...) { coefficient[place] = other.coefficient[entry] }
  }

  @inline(never)
  private mutating func takeBounds(of other: LinearProgram, _ row: Int, at place: Int) {
    rowLower[place] = other.rowLower[row]
    rowUpper[place] = other.rowUpper[row]
  }

  /// Some columns and rows as a program of their own, without names: for parts that are made often.
  ///
  /// - Parameters:
  ///   - columns: Positions of the columns, in the order they are to have.
  ///   - rows: Positions of the rows, in the order they are to have; they have no other columns.
  ///   - places: Position of each column among `columns`.
  /// - Returns: The part; all its rows are local.
  public func namelessPart(
    columns: [Int32], rows: [Int32], places: [Int32]
  ) -> LinearProgram {
    var part = LinearProgram(name: "")
    part.columnNames = NameTable(empty: columns.count)
    part.columnLower = columns.map { columnLower[Int($0)] }
    part.columnUpper = columns.map { columnUpper[Int($0)] }
    part.columnDomain = columns.map { columnDomain[Int($0)] }
    part.rowNames = NameTable(empty: rows.count)
    part.rowLower = rows.map { rowLower[Int($0)] }
    part.rowUpper = rows.map { rowUpper[Int($0)] }
    part.rowRole = [RowRole](repeating: .local, count: rows.count)
    part.rowStart.reserveCapacity(rows.count + 1)
    var total = 0
    for row in rows {
      total += entries(of: Int(row)).count
      part.rowStart.append(total)
    }
    part.coefficient.reserveCapacity(total)
    for row in rows { part.coefficient += coefficient[entries(of: Int(row))] }
    part.columnIndex = [Int32](unsafeUninitializedCapacity: total) { buffer, count in
      for row in rows {
        for entry in entries(of: Int(row)) {
          buffer.initializeElement(at: count, to: places[Int(columnIndex[entry])])
          count += 1
        }
      }
    }
    return part
  }

  /// Some columns and rows as a program of their own, with their names.
  ///
  /// Entries of the rows in other columns are left out.
  ///
  /// - Parameters:
  ///   - columns: Positions of the columns, in the order they are to have.
  ///   - rows: Positions of the rows, in the order they are to have.
  ///   - name: Name of the part.
  /// - Returns: The part; all its rows are local.
  public func part(columns: [Int], rows: [Int], named name: String) -> LinearProgram {
    var places = [Int32](repeating: -1, count: columnCount)
    var builder = LinearProgramBuilder(name: name)
    for (place, column) in columns.enumerated() {
      places[column] = Int32(place)
      _ = builder.addColumn(
        named: columnNames[column], lower: columnLower[column], upper: columnUpper[column],
        domain: columnDomain[column])
    }
    for row in rows {
      for entry in entries(of: row) where places[Int(columnIndex[entry])] >= 0 {
        builder.add(coefficient[entry], Variable(Int(places[Int(columnIndex[entry])])))
      }
      builder.closeRow(named: rowNames[row], lower: rowLower[row], upper: rowUpper[row])
    }
    return builder.build()
  }
}
