// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// w[o,m,c], sparse: for each objective and class, the measures that contribute and how much.
struct ContributionTable: Sendable {
  /// One term of an objective's coverage.
  struct Term: Sendable {
    let measure: Int
    let weight: Double
  }

  private let classCount: Int
  private let terms: [[Term]]
  /// Positions of the objectives that apply to each class.
  let objectives: [[Int]]

  init(_ scenario: Scenario, _ index: ScenarioIndex) throws(FormulationError) {
    classCount = index.classes.count
    var table = [[Term]](repeating: [], count: scenario.objectives.count * classCount)
    for (m, measure) in scenario.measures.enumerated() {
      for contribution in measure.contributions {
        guard let o = index.objective[contribution.objective] else {
          throw .unknown(contribution.objective.rawValue)
        }
        for (c, nisClass) in index.classes.enumerated()
        where contribution.nisClass.map({ $0 == nisClass }) ?? true {
          table[o * classCount + c].append(Term(measure: m, weight: contribution.weight))
        }
      }
    }
    terms = table
    objectives = index.classes.map { nisClass in
      scenario.objectives.indices.filter { scenario.objectives[$0].classes.contains(nisClass) }
    }
  }

  /// Terms of an objective for a class.
  func terms(_ objective: Int, _ nisClass: Int) -> [Term] {
    terms[objective * classCount + nisClass]
  }
}
