// SPDX-License-Identifier: GPL-3.0-or-later

/// Builds a ``LinearProgram`` row by row in contiguous storage.
///
/// Terms of the row under construction are added with ``add(_:_:)``; terms on the same column are
/// summed when the row is closed, and those that cancel out are dropped.
public struct LinearProgramBuilder: Sendable {
  private var program: LinearProgram
  private var openStart = 0
  /// Position + 1 in the open row of each column, or 0: finds repeated columns without hashing.
  private var slot: [Int32] = []

  /// Creates a builder of an empty program.
  public init(name: String) { program = LinearProgram(name: name) }

  /// Creates a builder of rows aside: over the columns of a program, without its rows.
  ///
  /// What it builds is held against rows of that program (``LinearProgram/takeRows(_:of:at:)``).
  public init(rowsAsideOf other: LinearProgram) {
    program = LinearProgram(name: other.name)
    program.columnNames = other.columnNames
    program.columnLower = other.columnLower
    program.columnUpper = other.columnUpper
    program.columnDomain = other.columnDomain
    slot = Array(repeating: 0, count: other.columnCount)
  }

  /// Reserves storage.
  public mutating func reserve(columns: Int, rows: Int, nonzeros: Int) {
    program.columnNames.reserve(names: columns)
    program.columnLower.reserveCapacity(columns)
    program.columnUpper.reserveCapacity(columns)
    program.columnDomain.reserveCapacity(columns)
    slot.reserveCapacity(columns)
    program.rowNames.reserve(names: rows)
    program.rowLower.reserveCapacity(rows)
    program.rowUpper.reserveCapacity(rows)
    program.rowRole.reserveCapacity(rows)
    program.rowStart.reserveCapacity(rows + 1)
    program.columnIndex.reserveCapacity(nonzeros)
    program.coefficient.reserveCapacity(nonzeros)
  }

  /// Number of columns so far.
  public var columnCount: Int { program.columnCount }
  /// Number of rows so far.
  public var rowCount: Int { program.rowCount }
  /// Number of terms of the row under construction.
  public var openTermCount: Int { program.columnIndex.count - openStart }

  /// Adds a column named `family[parts…]`.
  public mutating func addColumn(
    _ family: StaticString, _ parts: [[UInt8]], lower: Double = 0, upper: Double = .infinity,
    domain: Domain = .continuous
  ) -> Variable {
    program.columnNames.append(family, parts)
    return finishColumn(lower, upper, domain)
  }

  /// Adds a column with a given name.
  public mutating func addColumn(
    named name: String, lower: Double = 0, upper: Double = .infinity,
    domain: Domain = .continuous
  ) -> Variable {
    program.columnNames.append(name)
    return finishColumn(lower, upper, domain)
  }

  private mutating func finishColumn(
    _ lower: Double, _ upper: Double, _ domain: Domain
  ) -> Variable {
    program.columnLower.append(lower)
    program.columnUpper.append(upper)
    program.columnDomain.append(domain)
    slot.append(0)
    return Variable(program.columnCount - 1)
  }

  /// Narrows the bounds of a column.
  public mutating func setBounds(_ variable: Variable, lower: Double, upper: Double) {
    program.columnLower[variable.position] = lower
    program.columnUpper[variable.position] = upper
  }

  /// Upper bound of a column.
  public func upperBound(of variable: Variable) -> Double {
    program.columnUpper[variable.position]
  }

  /// Adds `value · variable` to the row under construction.
  public mutating func add(_ value: Double, _ variable: Variable) {
    guard value != 0 else { return }
    let column = variable.position
    let position = Int(slot[column])
    if position > 0 {
      program.coefficient[openStart + position - 1] += value
      return
    }
    program.columnIndex.append(variable.index)
    program.coefficient.append(value)
    slot[column] = Int32(program.columnIndex.count - openStart)
  }

  /// Closes the row under construction as `family[parts…]`.
  @discardableResult
  public mutating func closeRow(
    _ family: StaticString, _ parts: [[UInt8]], lower: Double = -.infinity,
    upper: Double = .infinity, role: RowRole = .local
  ) -> Constraint {
    program.rowNames.append(family, parts)
    return finishRow(lower, upper, role)
  }

  /// Closes the row under construction under a given name.
  @discardableResult
  public mutating func closeRow(
    named name: String, lower: Double = -.infinity, upper: Double = .infinity,
    role: RowRole = .local
  ) -> Constraint {
    program.rowNames.append(name)
    return finishRow(lower, upper, role)
  }

  /// Forgets the row under construction.
  public mutating func discardRow() {
    for entry in openStart..<program.columnIndex.count {
      slot[Int(program.columnIndex[entry])] = 0
    }
    program.columnIndex.removeLast(openTermCount)
    program.coefficient.removeLast(program.coefficient.count - openStart)
  }

  private mutating func finishRow(
    _ lower: Double, _ upper: Double, _ role: RowRole
  ) -> Constraint {
    var kept = openStart
    for entry in openStart..<program.columnIndex.count {
      slot[Int(program.columnIndex[entry])] = 0
      guard program.coefficient[entry] != 0 else { continue }
      program.columnIndex[kept] = program.columnIndex[entry]
      program.coefficient[kept] = program.coefficient[entry]
      kept += 1
    }
    program.columnIndex.removeLast(program.columnIndex.count - kept)
    program.coefficient.removeLast(program.coefficient.count - kept)
    openStart = kept
    program.rowStart.append(kept)
    program.rowLower.append(lower)
    program.rowUpper.append(upper)
    program.rowRole.append(role)
    return Constraint(program.rowCount - 1)
  }

  /// The program built so far; a row under construction is left out.
  public consuming func build() -> LinearProgram {
    discardRow()
    return program
  }
}
