// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGLPK
internal import LinearProgramming

extension LinearProgram {
  /// Most nonzeros that GLPK counts.
  static var mostNonzeros: Int { 500_000_000 }

  /// Calls `body` with the program in the form the membrane takes, without copying the matrix.
  ///
  /// - Parameters:
  ///   - objective: The objective.
  ///   - integers: Whether integer columns are declared; their fractional bounds, which GLPK
  ///     refuses, are tightened to whole numbers.
  ///   - body: What is done with it.
  /// - Returns: What `body` returns.
  func withArrays<T>(
    _ objective: Objective, integers: Bool, _ body: (UnsafePointer<cglpk_program>) -> T
  ) -> T {
    let columns = BoundedColumns(self, integers: integers)
    var view = cglpk_program()
    view.rows = Int32(rowCount)
    view.columns = Int32(columnCount)
    view.constant = objective.constant
    view.maximize = objective.sense == .maximize ? 1 : 0
    return rowLower.withUnsafeBufferPointer { rowLower in
      rowUpper.withUnsafeBufferPointer { rowUpper in
        columns.lower.withUnsafeBufferPointer { lower in
          columns.upper.withUnsafeBufferPointer { upper in
            columns.isInteger.withUnsafeBufferPointer { isInteger in
              view.row_lower = rowLower.baseAddress
              view.row_upper = rowUpper.baseAddress
              view.column_lower = lower.baseAddress
              view.column_upper = upper.baseAddress
              view.column_integer = isInteger.isEmpty ? nil : isInteger.baseAddress
              return withMatrix(objective, &view, body)
            }
          }
        }
      }
    }
  }

  private func withMatrix<T>(
    _ objective: Objective, _ view: inout cglpk_program,
    _ body: (UnsafePointer<cglpk_program>) -> T
  ) -> T {
    rowStart.withUnsafeBytes { starts in
      columnIndex.withUnsafeBufferPointer { columnIndex in
        coefficient.withUnsafeBufferPointer { coefficient in
          objective.coefficients.withUnsafeBufferPointer { cost in
            view.row_start = starts.assumingMemoryBound(to: Int64.self).baseAddress
            view.column_index = columnIndex.baseAddress
            view.coefficient = coefficient.baseAddress
            view.cost = cost.baseAddress
            return withUnsafePointer(to: &view, body)
          }
        }
      }
    }
  }
}

/// Column bounds and domains as they are given to GLPK.
private struct BoundedColumns {
  var lower: [Double]
  var upper: [Double]
  /// 1 for integer columns; empty where there is none.
  var isInteger: [UInt8] = []

  init(_ program: LinearProgram, integers: Bool) {
    lower = program.columnLower
    upper = program.columnUpper
    guard integers else { return }
    isInteger = program.columnDomain.map { $0 == .integer ? 1 : 0 }
    for column in isInteger.indices where isInteger[column] == 1 {
      lower[column] = (lower[column] - Tolerance.integrality).rounded(.up)
      upper[column] = (upper[column] + Tolerance.integrality).rounded(.down)
    }
  }
}
