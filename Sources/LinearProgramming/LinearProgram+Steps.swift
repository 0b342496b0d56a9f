// SPDX-License-Identifier: GPL-3.0-or-later

extension LinearProgram {
  /// The same program with some columns counted in steps: 1 stands for one step, and no more than
  /// one is taken.
  ///
  /// - Parameters:
  ///   - steps: Size of a step of each column; 0 for columns that stay as they are. A column with
  ///     steps has 0 within its bounds, and a step too.
  ///   - domain: Whether steps may be taken in part.
  /// - Returns: The program; rows keep their meaning and their bounds.
  public func counted(inSteps steps: [Double], _ domain: Domain) -> LinearProgram {
    precondition(steps.count == columnCount, "one step per column")
    var result = self
    for column in 0..<columnCount where steps[column] > 0 {
      result.columnLower[column] = 0
      result.columnUpper[column] = 1
      result.columnDomain[column] = domain
    }
    for entry in 0..<nonzeroCount {
      let step = steps[Int(columnIndex[entry])]
      if step > 0 { result.coefficient[entry] *= step }
    }
    return result
  }
}

extension Objective {
  /// The same objective with some columns counted in steps
  /// (``LinearProgram/counted(inSteps:_:)``).
  public func counted(inSteps steps: [Double]) -> Objective {
    var result = self
    for (column, step) in steps.enumerated() where step > 0 { result.coefficients[column] *= step }
    return result
  }
}
