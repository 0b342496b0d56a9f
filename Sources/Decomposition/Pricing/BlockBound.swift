// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

extension BlockProgram {
  /// What row prices prove about the least cost of the block, by weak duality.
  ///
  /// `Σ_rows μ·bound + Σ_columns (c − μ·A)·bound`, each row and column at the bound that its price
  /// pays for. Any prices prove something, those of another cost vector as well; those of an
  /// optimal basis prove its value.
  ///
  /// - Parameters:
  ///   - costs: One per column of the block.
  ///   - rowPrices: One per row of the block; a price that pays for an absent bound is not used.
  /// - Returns: The bound; -∞ where a column without a bound would pay.
  func provenCost(_ costs: [Double], rowPrices: [Double]) -> Double {
    var usable = rowPrices
    var sum = 0.0
    for row in usable.indices where usable[row] != 0 {
      let bound = usable[row] > 0 ? program.rowLower[row] : program.rowUpper[row]
      if bound.isFinite { sum += usable[row] * bound } else { usable[row] = 0 }
    }
    let reduced = reducedCosts(costs, rowPrices: usable)
    sum += block.reach.least(of: reduced, program)
    return sum.isNaN ? -.infinity : sum
  }

  /// Costs less what the rows are paid: `c − μ·A`.
  func reducedCosts(_ costs: [Double], rowPrices: [Double]) -> [Double] {
    var reduced = costs
    program.columnIndex.withUnsafeBufferPointer { columnIndex in
      program.coefficient.withUnsafeBufferPointer { coefficient in
        reduced.withUnsafeMutableBufferPointer { reduced in
          for row in rowPrices.indices where rowPrices[row] != 0 {
            let price = rowPrices[row]
            for entry in program.rowStart[row]..<program.rowStart[row + 1] {
              reduced[Int(columnIndex[entry])] -= price * coefficient[entry]
            }
          }
        }
      }
    }
    return reduced
  }
}
