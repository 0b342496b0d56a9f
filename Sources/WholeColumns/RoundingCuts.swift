// SPDX-License-Identifier: GPL-3.0-or-later

public import LinearProgramming

/// Rows that every point with whole steps keeps, and that partial steps break.
///
/// A row `Σ a·b + z ≥ r` with whole b and z ≥ 0 says more than its linear relaxation: where `r` lies
/// between two multiples of a step, `z` must make up for the rest or the next step must be taken.
/// That is mixed-integer rounding, once for each step size of the row.
struct RoundingCuts {
  /// Most columns without steps in a row that is rounded; rows of money have more, and gain nothing.
  private static let mostOthers = 2
  /// Distance from a multiple of the divisor below which there is nothing to round.
  private static let least = 1e-4

  private let program: LinearProgram
  private let steps: [Double]

  /// - Parameters:
  ///   - program: A program whose columns are counted in steps.
  ///   - steps: Size of a step of each column; 0 for columns without steps.
  init(_ program: LinearProgram, _ steps: [Double]) {
    self.program = program
    self.steps = steps
  }

  /// Adds the rows that follow from local rows.
  func add(to target: inout LinearProgram) {
    for row in 0..<program.rowCount where program.rowRole[row] == .local {
      let (lower, upper) = (program.rowLower[row], program.rowUpper[row])
      // An equation with whole columns alone would leave nothing to choose.
      guard lower.isFinite != upper.isFinite, let terms = terms(of: row) else { continue }
      let sign = upper.isFinite ? 1.0 : -1.0
      let bound = upper.isFinite ? upper : -lower
      for (number, cut) in cuts(terms, sign, bound).enumerated() {
        target.appendRow(
          named: "whole[\(number + 1):\(program.rowNames[row])]", columns: cut.columns,
          coefficients: cut.coefficients, upper: cut.bound)
      }
    }
  }

  private struct Terms {
    var whole: [(column: Int, value: Double)] = []
    var others: [(column: Int, value: Double)] = []
  }

  /// A row `Σ coefficients·columns ≤ bound`.
  private struct Cut {
    var columns: [Variable]
    var coefficients: [Double]
    var bound: Double
  }

  private func terms(of row: Int) -> Terms? {
    var terms = Terms()
    for entry in program.entries(of: row) {
      let column = Int(program.columnIndex[entry])
      if steps[column] > 0 {
        terms.whole.append((column, program.coefficient[entry]))
      } else {
        guard program.columnLower[column].isFinite else { return nil }
        terms.others.append((column, program.coefficient[entry]))
      }
    }
    return terms.whole.isEmpty || terms.others.count > Self.mostOthers ? nil : terms
  }

  /// The row as `Σ a·b ≤ β + Σ |c|·z'` over the others that help, rounded by each step size.
  private func cuts(_ terms: Terms, _ sign: Double, _ bound: Double) -> [Cut] {
    // Others at their lower bounds; what they add above these only helps where it lowers the sum.
    let rest =
      bound - terms.others.reduce(0) { $0 + sign * $1.value * program.columnLower[$1.column] }
    let helpful = terms.others.filter { sign * $0.value < 0 }
    var divisors: [Double] = []
    for term in terms.whole
    where !divisors.contains(where: { abs($0 - abs(term.value)) <= 1e-9 * $0 }) {
      divisors.append(abs(term.value))
    }
    return divisors.compactMap { divisor in
      let whole = rest / divisor
      let fraction = whole - whole.rounded(.down)
      guard fraction > Self.least, fraction < 1 - Self.least else { return nil }
      var cut = Cut(columns: [], coefficients: [], bound: 0)
      var reachable = 0.0
      // Multiplied by divisor·(1 − fraction), so that the others keep their coefficients.
      let size = divisor * (1 - fraction)
      for term in terms.whole {
        let value = sign * term.value / divisor
        var floor = value.rounded(.down)
        var part = value - floor
        if part > 1 - 1e-9 { (floor, part) = (floor + 1, 0) }
        let rounded = floor + max(0, part - fraction) / (1 - fraction)
        guard rounded != 0 else { continue }
        reachable += max(0, rounded)
        cut.columns.append(Variable(term.column))
        cut.coefficients.append(rounded * size)
      }
      let roundedDown = whole.rounded(.down)
      // A row that the bounds of the columns keep anyway says nothing.
      guard reachable > roundedDown + 1e-9 else { return nil }
      cut.bound = roundedDown * size
      for term in helpful {
        cut.columns.append(Variable(term.column))
        cut.coefficients.append(sign * term.value)
        cut.bound += sign * term.value * program.columnLower[term.column]
      }
      return cut
    }
  }
}

extension LinearProgram {
  /// The program in counts of steps, with rows that whole steps keep and partial steps break.
  ///
  /// Every point with whole steps stays feasible, so that its bound holds for all of them.
  ///
  /// - Parameter steps: Size of a step of each column; 0 for columns that stay as they are.
  /// - Returns: A program with continuous columns and local rows after the others.
  public func tightened(forSteps steps: [Double]) -> LinearProgram {
    var result = counted(inSteps: steps, .continuous)
    RoundingCuts(result, steps).add(to: &result)
    return result
  }
}
