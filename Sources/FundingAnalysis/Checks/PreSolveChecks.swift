// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel

/// Arithmetic that shows trouble before anything is solved.
///
/// Every finding is certain: bounds are those of the rules taken one at a time, so what is called
/// impossible is impossible. What is not found may still be impossible, because rules combine.
public enum PreSolveChecks {
  /// Amounts and shares must pass a limit by more than this, relative to 1.
  static let tolerance = 1e-9
  /// Largest over smallest coefficient above which digits are lost.
  static let greatestSpread = 1e9

  /// Checks a scenario.
  ///
  /// - Parameter scenario: A resolved scenario.
  /// - Returns: What is wrong or doubtful; the impossible first, then in the order of the scenario.
  public static func check(_ scenario: Scenario) -> [Advice] {
    let context = CheckContext(ScenarioReading(scenario))
    let found =
      MoneyChecks.check(context) + ReachChecks.check(context) + MeansChecks.check(context)
      + GroupChecks.check(context)
    return found.filter { $0.gravity == .impossible } + found.filter { $0.gravity == .doubtful }
  }
}

/// What all checks need.
struct CheckContext {
  let reading: ScenarioReading
  /// Σ_{u≤t} of the largest d[e,m,u] that speed, pilots and increments already done allow, by
  /// (e·M + m)·T + t.
  private let largest: [Double]

  var scenario: Scenario { reading.scenario }

  init(_ reading: ScenarioReading) {
    self.reading = reading
    let years = reading.yearCount
    var largest: [Double] = []
    largest.reserveCapacity(reading.beneficiaryCount * reading.measureCount * years)
    for (e, beneficiary) in reading.scenario.beneficiaries.enumerated() {
      for (m, measure) in reading.scenario.measures.enumerated() {
        for year in reading.scenario.horizon.years {
          let isClosed =
            measure.pilot.map { $0.share == nil && year <= $0.until && !beneficiary.isPilot }
            ?? false
          let isEligible = reading.isEligible[e * reading.measureCount + m]
          largest.append(isEligible && !isClosed ? measure.speed.value : 0)
        }
      }
    }
    for entry in reading.scenario.locked {
      guard let e = reading.beneficiaryPosition[entry.beneficiary],
        let m = reading.measurePosition[entry.measure],
        let t = reading.scenario.horizon.index(of: entry.year),
        reading.isEligible[e * reading.measureCount + m]
      else { continue }
      largest[(e * reading.measureCount + m) * years + t] = entry.share.value
    }
    for position in largest.indices where position % years > 0 {
      largest[position] += largest[position - 1]
    }
    self.largest = largest
  }

  /// Largest share that can be in place at the end of a year.
  func reachable(_ e: Int, _ m: Int, _ t: Int) -> Double {
    let cell = e * reading.measureCount + m
    return min(1, reading.initial[cell] + largest[cell * reading.yearCount + t])
  }

  /// Whether a value passes a limit by more than rounding.
  func exceeds(_ value: Double, _ limit: Double) -> Bool {
    value - limit > PreSolveChecks.tolerance * max(1, abs(limit))
  }

  func year(_ t: Int) -> Year { Year(scenario.horizon.first.number + t) }
}
