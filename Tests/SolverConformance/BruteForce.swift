// SPDX-License-Identifier: GPL-3.0-or-later

public import LinearProgramming

/// Optima of tiny programs by looking at every vertex.
public enum BruteForce {
  /// The optimum of a program whose columns are all bounded; `nil` where nothing is feasible.
  ///
  /// Every vertex lies on as many active bounds as there are columns; all choices are tried.
  public static func optimum(_ program: LinearProgram, _ objective: Objective) -> Double? {
    let planes = planes(of: program)
    let size = program.columnCount
    var best: Double?
    var chosen: [Int] = []
    func choose(from first: Int) {
      if chosen.count == size {
        guard let point = intersection(chosen.map { planes[$0] }), isFeasible(point, program)
        else { return }
        let value = objective.value(at: point)
        best = best.map { objective.sense == .minimize ? min($0, value) : max($0, value) } ?? value
        return
      }
      for plane in first..<planes.count {
        chosen.append(plane)
        choose(from: plane + 1)
        chosen.removeLast()
      }
    }
    if size == 0 { return isFeasible([], program) ? objective.constant : nil }
    choose(from: 0)
    return best
  }

  /// The best whole-number point of a program whose columns are all bounded.
  public static func integerOptimum(_ program: LinearProgram, _ objective: Objective) -> Double? {
    var best: Double?
    var point = [Double](repeating: 0, count: program.columnCount)
    func choose(_ column: Int) {
      if column == point.count {
        guard isFeasible(point, program) else { return }
        let value = objective.value(at: point)
        best = best.map { objective.sense == .minimize ? min($0, value) : max($0, value) } ?? value
        return
      }
      var value = program.columnLower[column].rounded(.up)
      while value <= program.columnUpper[column] {
        point[column] = value
        choose(column + 1)
        value += 1
      }
    }
    choose(0)
    return best
  }

  private static func planes(of program: LinearProgram) -> [[Double]] {
    let size = program.columnCount
    var planes: [[Double]] = []
    for column in 0..<size {
      for bound in Set([program.columnLower[column], program.columnUpper[column]]).sorted() {
        var plane = [Double](repeating: 0, count: size + 1)
        plane[column] = 1
        plane[size] = bound
        planes.append(plane)
      }
    }
    for row in 0..<program.rowCount {
      for bound in Set([program.rowLower[row], program.rowUpper[row]]).sorted()
      where bound.isFinite {
        var plane = [Double](repeating: 0, count: size + 1)
        for entry in program.entries(of: row) {
          plane[Int(program.columnIndex[entry])] = program.coefficient[entry]
        }
        plane[size] = bound
        planes.append(plane)
      }
    }
    return planes
  }

  /// Gauss with full row pivoting; `nil` for parallel planes.
  private static func intersection(_ planes: [[Double]]) -> [Double]? {
    var table = planes
    let size = table.count
    for step in 0..<size {
      let pivot = (step..<size).max { abs(table[$0][step]) < abs(table[$1][step]) } ?? step
      guard abs(table[pivot][step]) > 1e-9 else { return nil }
      table.swapAt(step, pivot)
      for row in 0..<size where row != step {
        let factor = table[row][step] / table[step][step]
        if factor == 0 { continue }
        for column in step...size { table[row][column] -= factor * table[step][column] }
      }
    }
    return (0..<size).map { table[$0][size] / table[$0][$0] }
  }

  private static func isFeasible(_ point: [Double], _ program: LinearProgram) -> Bool {
    let slack = 1e-7
    let fits = { (value: Double, lower: Double, upper: Double) in
      value >= lower - slack && value <= upper + slack
    }
    let rows = program.activities(at: point)
    return point.indices.allSatisfy {
      fits(point[$0], program.columnLower[$0], program.columnUpper[$0])
    }
      && rows.indices.allSatisfy { fits(rows[$0], program.rowLower[$0], program.rowUpper[$0]) }
  }
}
