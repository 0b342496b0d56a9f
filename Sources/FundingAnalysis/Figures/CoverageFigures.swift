// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel

/// NIS coverage of one class.
///
/// A beneficiary's coverage is the plain mean over the objectives that apply to it, each counted at
/// most as whole. The class's coverage is the mean over its beneficiaries weighted by
/// `economics.shortfallWeight`; where all weigh nothing, every beneficiary counts once.
public struct ClassCoverage: Sendable, Hashable {
  /// One moment.
  public struct Level: Sendable, Hashable {
    /// Mean coverage, 0…1.
    public let coverage: Double
    /// Mean target over the objectives of the class, 0…1; objectives without a target count as 0.
    public let target: Double
    /// Weighted mean over beneficiaries of what each objective lacks of its target, 0…1.
    public let shortfall: Double
    /// Number of beneficiaries that miss a target by more than a millionth.
    public let belowTarget: Int
    /// What the mean coverage lacks of the mean target, in points (hundredths), at least 0.
    public var gapInPoints: Double { max(0, target - coverage) * 100 }
  }

  /// The class.
  public let nisClass: NISClassID
  /// Number of its beneficiaries.
  public let beneficiaries: Int
  /// Mean coverage before the horizon, 0…1.
  public let before: Double
  /// By year.
  public let years: [Level]
}

/// Coverage of one objective in one class.
public struct ObjectiveCoverage: Sendable, Hashable {
  /// The class.
  public let nisClass: NISClassID
  /// Position of the objective.
  public let objective: Int
  /// Weighted mean before the horizon (weight as in ``ClassCoverage``), each at most whole.
  public let before: Double
  /// Weighted mean by year.
  public let coverage: [Double]
  /// Target by year; 0 where none.
  public let target: [Double]
  /// Whether the target must be met.
  public let isHard: Bool
  /// Number of beneficiaries below the target, by year.
  public let belowTarget: [Int]
}

/// Coverage of classes and objectives.
struct CoverageFigures {
  /// Targets missed by less than this are met.
  static let tolerance = 1e-6
  private(set) var classes: [ClassCoverage] = []
  private(set) var objectives: [ObjectiveCoverage] = []

  init(_ reading: ScenarioReading, _ shares: DeployedShares) {
    for (c, name) in reading.classes.enumerated() where !reading.objectivesOfClass[c].isEmpty {
      let members = (0..<reading.beneficiaryCount).filter { reading.classOf[$0] == c }
      guard !members.isEmpty else { continue }
      var weights = members.map {
        reading.size($0, reading.scenario.economics.shortfallWeight)
      }
      if weights.allSatisfy({ $0 == 0 }) { weights = members.map { _ in 1 } }
      let tally = Tally(reading, shares, nisClass: c, members: members, weights: weights)
      classes.append(tally.figures(name: name))
      objectives += reading.objectivesOfClass[c].enumerated().map { position, o in
        tally.figures(of: o, at: position, name: name, reading)
      }
    }
  }

  /// Weighted sums of one class; moment 0 is before the horizon, moment t + 1 year t.
  private struct Tally {
    let memberCount: Int
    let objectiveCount: Int
    let total: Double
    var coverage: [[Double]]
    var shortfall: [Double]
    var below: [Int]
    var belowObjective: [[Int]]
    let meanTarget: [Double]

    init(
      _ reading: ScenarioReading, _ shares: DeployedShares, nisClass c: Int, members: [Int],
      weights: [Double]
    ) {
      let applied = reading.objectivesOfClass[c]
      let moments = reading.yearCount + 1
      memberCount = members.count
      objectiveCount = applied.count
      total = weights.reduce(0, +)
      coverage = applied.map { _ in Array(repeating: 0, count: moments) }
      belowObjective = applied.map { _ in Array(repeating: 0, count: moments) }
      shortfall = Array(repeating: 0, count: moments)
      below = Array(repeating: 0, count: moments)
      meanTarget = (0..<moments).map { moment in
        guard moment > 0 else { return 0 }
        return applied.reduce(0) {
          $0 + reading.targets[c * reading.objectiveCount + $1][moment - 1]
        } / Double(applied.count)
      }
      for (e, weight) in zip(members, weights) {
        for moment in 0..<moments {
          var isBelow = false
          for (position, o) in applied.enumerated() {
            let value = reading.coverage(e, o) { shares.share(e, $0, moment - 1) }
            coverage[position][moment] += weight * min(1, value)
            guard moment > 0 else { continue }
            let missing = reading.target(e, o, moment - 1) - value
            shortfall[moment] += weight * max(0, missing) / Double(applied.count)
            if missing > CoverageFigures.tolerance {
              isBelow = true
              belowObjective[position][moment] += 1
            }
          }
          if isBelow { below[moment] += 1 }
        }
      }
    }

    func figures(name: NISClassID) -> ClassCoverage {
      func mean(_ moment: Int) -> Double {
        coverage.reduce(0) { $0 + $1[moment] } / total / Double(objectiveCount)
      }
      return ClassCoverage(
        nisClass: name, beneficiaries: memberCount, before: mean(0),
        years: (1..<meanTarget.count).map {
          ClassCoverage.Level(
            coverage: mean($0), target: meanTarget[$0], shortfall: shortfall[$0] / total,
            belowTarget: below[$0])
        })
    }

    func figures(
      of o: Int, at position: Int, name: NISClassID, _ reading: ScenarioReading
    ) -> ObjectiveCoverage {
      let c = reading.classes.firstIndex(of: name) ?? 0
      let slot = c * reading.objectiveCount + o
      return ObjectiveCoverage(
        nisClass: name, objective: o, before: coverage[position][0] / total,
        coverage: coverage[position].dropFirst().map { $0 / total },
        target: reading.targets[slot], isHard: reading.isHardTarget[slot],
        belowTarget: Array(belowObjective[position].dropFirst()))
    }
  }
}
