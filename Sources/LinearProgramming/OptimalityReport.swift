// SPDX-License-Identifier: GPL-3.0-or-later

/// A measure of how far an answer is from a condition, with the row or column that is farthest.
public struct Discrepancy: Sendable, Equatable {
  /// Relative size; 0 where the condition holds exactly.
  public var relative: Double
  /// Size in the unit of the row, column or price.
  public var absolute: Double
  /// Name of the row or column; `nil` where nothing is off.
  public var name: String?

  /// Creates a measure.
  public init(relative: Double = 0, absolute: Double = 0, name: String? = nil) {
    self.relative = relative
    self.absolute = absolute
    self.name = name
  }
}

/// What our own arithmetic says about an answer, from the program, the objective and the answer
/// alone.
///
/// The solver is never believed: activities, reduced costs and both objectives are computed anew
/// from the point and the row duals. Relative sizes divide by the greatest term that enters the
/// sum (at least 1), because no floating-point sum is better than its greatest term.
public struct OptimalityReport: Sendable, Equatable {
  /// Worst broken bound of a row or column.
  public var primalInfeasibility = Discrepancy()
  /// Worst price of a wrong sign: a reduced cost or row dual that pulls towards an absent bound.
  public var dualInfeasibility = Discrepancy()
  /// Worst product of a price and the distance to the bound it pays for.
  public var complementarity = Discrepancy()
  /// Worst distance of an integer column from a whole number.
  public var integrality = Discrepancy()
  /// Objective at the point, constant included.
  public var primalObjective = 0.0
  /// Objective that the prices prove, constant included; `nil` without prices.
  public var dualObjective: Double?
  /// Difference of the two objectives, relative to the greater of them.
  public var gap: Double?
  /// Whether the answer has as many values as it should, all of them numbers.
  public var isComplete = true

  /// Whether the point satisfies all rows, bounds and domains.
  public var isFeasible: Bool {
    isComplete && primalInfeasibility.relative <= Tolerance.feasibility
      && integrality.absolute <= Tolerance.integrality
  }

  /// Whether the prices prove that no point is better.
  public var isProvenOptimal: Bool {
    guard isFeasible, let gap else { return false }
    return gap <= Tolerance.gap && dualInfeasibility.relative <= Tolerance.dualFeasibility
  }

  /// What is farthest off, in a phrase for logs.
  public var complaint: String {
    let named = [
      ("primal infeasibility", primalInfeasibility), ("dual infeasibility", dualInfeasibility),
      ("integrality", integrality),
    ]
    let parts = named.filter { $0.1.relative > Tolerance.feasibility }.map {
      "\($0.0) \($0.1.relative) at \($0.1.name ?? "?")"
    }
    let gapPart = gap.map { $0 > Tolerance.gap ? ["gap \($0)"] : [] } ?? ["no prices"]
    return isComplete ? (parts + gapPart).joined(separator: ", ") : "values are missing or NaN"
  }

  /// Judges an answer.
  ///
  /// - Parameters:
  ///   - program: What was solved.
  ///   - objective: What it was solved for.
  ///   - result: The answer; its ``SolverResult/reducedCosts`` are not used.
  /// - Complexity: One pass over the matrix.
  public init(_ program: LinearProgram, _ objective: Objective, _ result: SolverResult) {
    guard result.primal.count == program.columnCount,
      result.primal.allSatisfy(\.isFinite), result.rowDuals.allSatisfy(\.isFinite)
    else {
      isComplete = false
      return
    }
    let rows = RowPass(program, point: result.primal)
    checkBounds(program, result.primal, rows)
    checkDomains(program, result.primal)
    primalObjective = objective.value(at: result.primal)
    guard result.rowDuals.count == program.rowCount else {
      isComplete = result.rowDuals.isEmpty
      return
    }
    checkPrices(program, objective, result, rows)
  }
}

/// Activities of the rows with the greatest term of each.
struct RowPass {
  var activity: [Double]
  var magnitude: [Double]

  init(_ program: LinearProgram, point: [Double]) {
    activity = [Double](repeating: 0, count: program.rowCount)
    magnitude = activity
    program.columnIndex.withUnsafeBufferPointer { column in
      program.coefficient.withUnsafeBufferPointer { coefficient in
        for row in 0..<program.rowCount {
          var sum = 0.0
          var greatest = 0.0
          for entry in program.rowStart[row]..<program.rowStart[row + 1] {
            let term = coefficient[entry] * point[Int(column[entry])]
            sum += term
            greatest = max(greatest, abs(term))
          }
          activity[row] = sum
          magnitude[row] = greatest
        }
      }
    }
  }
}

/// Reduced costs computed from row prices, with the greatest term of each.
struct ColumnPass {
  var reducedCost: [Double]
  var magnitude: [Double]

  init(_ program: LinearProgram, costs: [Double], prices: [Double]) {
    reducedCost = costs
    magnitude = costs.map(abs)
    program.columnIndex.withUnsafeBufferPointer { column in
      program.coefficient.withUnsafeBufferPointer { coefficient in
        for row in 0..<program.rowCount where prices[row] != 0 {
          let price = prices[row]
          for entry in program.rowStart[row]..<program.rowStart[row + 1] {
            let term = coefficient[entry] * price
            let position = Int(column[entry])
            reducedCost[position] -= term
            magnitude[position] = max(magnitude[position], abs(term))
          }
        }
      }
    }
  }
}

extension OptimalityReport {
  private mutating func checkBounds(
    _ program: LinearProgram, _ point: [Double], _ rows: RowPass
  ) {
    var worst = Worst()
    for column in 0..<program.columnCount {
      let value = point[column]
      let excess = Self.excess(value, program.columnLower[column], program.columnUpper[column])
      worst.consider(excess, scale: max(1, abs(value)), .column(column))
    }
    for row in 0..<program.rowCount {
      let value = rows.activity[row]
      let excess = Self.excess(value, program.rowLower[row], program.rowUpper[row])
      worst.consider(excess, scale: max(1, abs(value), rows.magnitude[row]), .row(row))
    }
    primalInfeasibility = worst.discrepancy(program)
  }

  private mutating func checkDomains(_ program: LinearProgram, _ point: [Double]) {
    var worst = Worst()
    for column in 0..<program.columnCount where program.columnDomain[column] == .integer {
      let value = point[column]
      worst.consider(abs(value - value.rounded()), scale: max(1, abs(value)), .column(column))
    }
    integrality = worst.discrepancy(program)
  }

  /// All as for minimisation: costs and prices of a maximisation change sign.
  private mutating func checkPrices(
    _ program: LinearProgram, _ objective: Objective, _ result: SolverResult, _ rows: RowPass
  ) {
    let sign = objective.sense == .minimize ? 1.0 : -1.0
    // Without copies where there is nothing to turn: a program of 35,000 beneficiaries has 13
    // million columns.
    let isMinimum = objective.sense == .minimize
    let costs = isMinimum ? objective.coefficients : objective.coefficients.map { -$0 }
    let prices = isMinimum ? result.rowDuals : result.rowDuals.map { -$0 }
    let columns = ColumnPass(program, costs: costs, prices: prices)
    var wrongSign = Worst()
    var slackness = Worst()
    var bound = 0.0
    // Where all costs are small, so are the sums; where there are none, prices are noise of 1.
    let greatestCost = costs.reduce(0) { max($0, abs($1)) }
    let costScale = greatestCost > 0 ? min(1, greatestCost) : 1
    for row in 0..<program.rowCount {
      let side = PricedSide(
        price: prices[row], value: rows.activity[row], program.rowLower[row],
        program.rowUpper[row])
      bound += side.contribution
      wrongSign.consider(side.unpaid, scale: max(1, abs(prices[row])), .row(row))
      slackness.consider(side.slackness, scale: 1, .row(row))
    }
    for column in 0..<program.columnCount {
      let side = PricedSide(
        price: columns.reducedCost[column], value: result.primal[column],
        program.columnLower[column], program.columnUpper[column])
      bound += side.contribution
      let scale = max(1, columns.magnitude[column])
      wrongSign.consider(side.unpaid, scale: scale, .column(column))
      slackness.consider(side.slackness, scale: 1, .column(column))
    }
    dualInfeasibility = wrongSign.discrepancy(program)
    complementarity = slackness.discrepancy(program)
    let linear = sign * (primalObjective - objective.constant)
    let scale = max(abs(linear), abs(bound), costScale)
    complementarity.relative = complementarity.absolute / scale
    dualObjective = sign * bound + objective.constant
    gap = abs(linear - bound) / scale
  }

  private static func excess(_ value: Double, _ lower: Double, _ upper: Double) -> Double {
    max(lower - value, value - upper, 0)
  }
}

/// A price together with the bound it pays for.
private struct PricedSide {
  /// What the bound proves of the objective.
  var contribution: Double
  /// Size of a price that pays for an absent bound.
  var unpaid = 0.0
  /// Price times distance to the bound.
  var slackness = 0.0

  init(price: Double, value: Double, _ lower: Double, _ upper: Double) {
    let bound = price > 0 ? lower : upper
    guard price != 0 else {
      contribution = 0
      return
    }
    guard bound.isFinite else {
      // An absent bound proves nothing: counted at the point, and reported as a wrong sign.
      contribution = price * value
      unpaid = abs(price)
      return
    }
    contribution = price * bound
    slackness = abs(price * (value - bound))
  }
}

/// The greatest relative size seen, without its name until it is asked for.
private struct Worst {
  enum Place {
    case row(Int)
    case column(Int)
  }

  var relative = 0.0
  var absolute = 0.0
  var place: Place?

  mutating func consider(_ size: Double, scale: Double, _ at: Place) {
    let share = size / scale
    guard size > 0, share > relative || share == relative && size > absolute else { return }
    relative = share
    absolute = size
    place = at
  }

  func discrepancy(_ program: LinearProgram) -> Discrepancy {
    let name: String? =
      switch place {
      case .row(let row): program.rowNames[row]
      case .column(let column): program.columnNames[column]
      case nil: nil
      }
    return Discrepancy(relative: relative, absolute: absolute, name: name)
  }
}
