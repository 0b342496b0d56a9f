// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGLPK
public import LinearProgramming

/// A problem that stays with its basis on the thread of a ``GLPKWorkspace``.
///
/// Every member may throw ``GLPKFault``; after a fault with the code
/// ``GLPKFault/Code/abortedInside`` all problems of the thread answer
/// ``GLPKFault/Code/staleProblem`` and must be made again.
public final class GLPKProblem {
  private let handle: OpaquePointer
  /// Number of rows.
  public private(set) var rowCount: Int
  /// Number of columns.
  public private(set) var columnCount: Int

  init(_ program: LinearProgram, _ objective: Objective) throws {
    try program.validate(for: objective)
    guard program.nonzeroCount < LinearProgram.mostNonzeros else {
      throw GLPKFault(.tooLarge, program.name)
    }
    var made: OpaquePointer?
    var fault = cglpk_fault()
    let outcome = program.withArrays(objective, integers: false) {
      cglpk_create($0, &made, &fault)
    }
    try GLPKFault.check(outcome, fault)
    guard let made else { throw GLPKFault(.noMemory, program.name) }
    handle = made
    rowCount = program.rowCount
    columnCount = program.columnCount
  }

  deinit {
    var fault = cglpk_fault()
    if cglpk_delete(handle, &fault) == CGLPK_WRONG_THREAD {
      fatalError("A GLPK problem was released outside the thread that owns it.")
    }
  }

  func call(
    _ body: (OpaquePointer, UnsafeMutablePointer<cglpk_fault>) -> cglpk_outcome
  ) throws(GLPKFault) {
    var fault = cglpk_fault()
    let outcome = body(handle, &fault)
    try GLPKFault.check(outcome, fault)
  }

  /// Replaces the objective; the basis is kept.
  ///
  /// - Throws: ``LinearProgramming/InvalidProgram`` for a cost that is no finite number or a wrong
  ///   number of costs.
  public func setObjective(_ objective: Objective) throws {
    guard objective.coefficients.count == columnCount else {
      throw InvalidProgram(.wrongLength, objective.name)
    }
    guard objective.constant.isFinite, objective.coefficients.allSatisfy(\.isFinite) else {
      throw InvalidProgram(.nonFiniteCost, objective.name)
    }
    try call {
      cglpk_set_objective(
        $0, objective.coefficients, Int32(columnCount), objective.constant,
        objective.sense == .maximize ? 1 : 0, $1)
    }
  }

  /// Replaces the bounds of rows; the basis is kept.
  ///
  /// - Throws: ``LinearProgramming/InvalidProgram`` for bounds that are NaN or crossed, or a row
  ///   outside the problem.
  public func setBounds(_ bounds: [(row: Constraint, lower: Double, upper: Double)]) throws {
    for bound in bounds {
      try Self.check(bound.lower, bound.upper, "row \(bound.row.index)")
      try Self.check(bound.row.position, below: rowCount, "row \(bound.row.index)")
    }
    try call {
      cglpk_set_row_bounds(
        $0, Int32(bounds.count), bounds.map(\.row.index), bounds.map(\.lower),
        bounds.map(\.upper), $1)
    }
  }

  /// Replaces the bounds of columns; the basis is kept.
  ///
  /// - Throws: ``LinearProgramming/InvalidProgram`` for bounds that are NaN or crossed, or a
  ///   column outside the problem.
  public func setBounds(_ bounds: [(column: Variable, lower: Double, upper: Double)]) throws {
    for bound in bounds {
      try Self.check(bound.lower, bound.upper, "column \(bound.column.index)")
      try Self.check(bound.column.position, below: columnCount, "column \(bound.column.index)")
    }
    try call {
      cglpk_set_column_bounds(
        $0, Int32(bounds.count), bounds.map(\.column.index), bounds.map(\.lower),
        bounds.map(\.upper), $1)
    }
  }

  static func check(_ lower: Double, _ upper: Double, _ name: String) throws(InvalidProgram) {
    guard !lower.isNaN, !upper.isNaN, lower < .infinity, upper > -.infinity else {
      throw InvalidProgram(.notANumberBound, name)
    }
    guard lower <= upper else { throw InvalidProgram(.crossedBounds, name) }
  }

  static func check(_ position: Int, below count: Int, _ name: String) throws(InvalidProgram) {
    guard position >= 0, position < count else { throw InvalidProgram(.wrongLength, name) }
  }

  /// The current basis, to be restored later or elsewhere.
  public func basis() throws -> Basis {
    var rows = [UInt8](repeating: 0, count: rowCount)
    var columns = [UInt8](repeating: 0, count: columnCount)
    try call { cglpk_get_basis($0, &rows, &columns, $1) }
    return Basis(rows: rows, columns: columns) ?? Basis(rows: [], columns: [])
  }

  /// Row prices that the current basis has at other costs, without a solve.
  ///
  /// - Parameter costs: One per column; to be minimised.
  /// - Returns: One price per row; `nil` where the basis cannot be factorised.
  /// - Throws: ``LinearProgramming/InvalidProgram`` for a wrong number of costs.
  public func pricesOfBasis(at costs: [Double]) throws -> [Double]? {
    guard costs.count == columnCount else { throw InvalidProgram(.wrongLength, "costs") }
    var known: Int32 = 0
    var fault = cglpk_fault()
    var outcome = CGLPK_OK
    let prices = [Double](unsafeUninitializedCapacity: rowCount) { buffer, count in
      outcome = cglpk_prices_of_basis(handle, costs, buffer.baseAddress, &known, &fault)
      count = outcome == CGLPK_OK && known != 0 ? rowCount : 0
    }
    try GLPKFault.check(outcome, fault)
    return known != 0 ? prices : nil
  }

  /// Makes `basis` the current one.
  ///
  /// - Throws: ``LinearProgramming/InvalidProgram`` if it is for another number of rows or columns.
  public func restore(_ basis: Basis) throws {
    guard basis.rows.count == rowCount, basis.columns.count == columnCount else {
      throw InvalidProgram(.wrongLength, "basis")
    }
    try call {
      cglpk_set_basis($0, basis.rows.map(\.rawValue), basis.columns.map(\.rawValue), $1)
    }
  }

  /// The scale factors in use, as the nearest powers of two.
  public func scales() throws -> Scales {
    var scales = Scales(rows: rowCount, columns: columnCount)
    try call { cglpk_get_scales($0, &scales.rows, &scales.columns, $1) }
    return scales
  }

  /// Scales rows and columns; the basis is kept, and factorised when it is needed.
  ///
  /// - Throws: ``LinearProgramming/InvalidProgram`` for another number of rows or columns.
  public func scale(by scales: Scales) throws {
    guard scales.rows.count == rowCount, scales.columns.count == columnCount else {
      throw InvalidProgram(.wrongLength, "scales")
    }
    try call { cglpk_set_scales($0, scales.rows, scales.columns, $1) }
  }

  /// Makes GLPK's advanced initial basis the current one.
  public func resetBasis() throws { try call { cglpk_set_cold_basis($0, $1) } }

  /// Drops rows; later rows move up.
  ///
  /// Rows at a bound in the basis leave it singular, and the next
  /// solve starts cold.
  public func deleteRows(_ rows: [Constraint]) throws {
    let places = Set(rows.map(\.index)).sorted()
    for place in places { try Self.check(Int(place), below: rowCount, "row \(place)") }
    try call { cglpk_delete_rows($0, Int32(places.count), places, $1) }
    rowCount -= places.count
  }

  /// Drops columns; later columns move up.
  ///
  /// Dropping a basic column makes the next solve start
  /// cold.
  public func deleteColumns(_ columns: [Variable]) throws {
    let places = Set(columns.map(\.index)).sorted()
    for place in places { try Self.check(Int(place), below: columnCount, "column \(place)") }
    try call { cglpk_delete_columns($0, Int32(places.count), places, $1) }
    columnCount -= places.count
  }

  /// Adds rows after the others; each is basic, so that the basis stays usable.
  ///
  /// - Throws: ``LinearProgramming/InvalidProgram`` for numbers that are not finite, crossed
  ///   bounds or columns outside the problem.
  public func add(_ rows: [SparseLine]) throws {
    let lines = try SparseLines(rows, limit: columnCount)
    try call {
      cglpk_add_rows(
        $0, Int32(rows.count), lines.lower, lines.upper, lines.start, lines.index, lines.value,
        $1)
    }
    rowCount += rows.count
  }

  /// Adds columns after the others; each is at a bound, so that the basis stays usable.
  ///
  /// - Throws: ``LinearProgramming/InvalidProgram`` for numbers that are not finite, crossed
  ///   bounds or rows outside the problem.
  public func add(columns: [SparseLine]) throws {
    let lines = try SparseLines(columns, limit: rowCount)
    try call {
      cglpk_add_columns(
        $0, Int32(columns.count), lines.lower, lines.upper, lines.cost, lines.start,
        lines.index, lines.value, $1)
    }
    columnCount += columns.count
  }

  /// Calls a routine on the handle with room for an answer.
  func solved(
    _ method: SolverMethod, certificates: Bool,
    _ body: (OpaquePointer, inout cglpk_answer, inout cglpk_fault) -> cglpk_outcome
  ) throws(GLPKFault) -> Attempt {
    var buffers = Attempt.Buffers(
      rows: rowCount, columns: columnCount, basis: true, certificates: certificates)
    var fault = cglpk_fault()
    let (outcome, answer) = buffers.withAnswer { body(handle, &$0, &fault) }
    switch outcome {
    case CGLPK_INTERRUPTED:
      return Attempt(stopped: .interrupted, "The solve was stopped on request.")
    case CGLPK_DEADLINE: return Attempt(stopped: .timeLimit, "The time limit was reached.")
    default: try GLPKFault.check(outcome, fault)
    }
    return Attempt(answer, buffers, method, nil, nil)
  }

  /// Ranges of places counted rows first.
  func rawRanges(_ places: [Int32]) throws(GLPKFault) -> [cglpk_range] {
    var ranges = [cglpk_range](repeating: cglpk_range(), count: places.count)
    try call { cglpk_ranges($0, Int32(places.count), places, &ranges, $1) }
    return ranges
  }
}

@available(*, unavailable)
extension GLPKProblem: Sendable {}
