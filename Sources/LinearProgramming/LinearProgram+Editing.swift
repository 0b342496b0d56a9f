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

  /// Replaces the bounds of a column.
  public mutating func setBounds(_ column: Variable, lower: Double, upper: Double) {
    columnLower[column.position] = lower
    columnUpper[column.position] = upper
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
