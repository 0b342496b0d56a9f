// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// Costs and efforts of every measure at every beneficiary, by e·M + m.
struct SizedTable: Sendable {
  private(set) var isEligible: [Bool]
  private(set) var oneOff: [Double]
  private(set) var recurring: [Double]
  private(set) var installation: [Double]
  private(set) var running: [Double]

  init(_ scenario: Scenario) throws(FormulationError) {
    let count = scenario.beneficiaries.count * scenario.measures.count
    isEligible = Array(repeating: false, count: count)
    oneOff = Array(repeating: 0, count: count)
    recurring = Array(repeating: 0, count: count)
    installation = Array(repeating: 0, count: count)
    running = Array(repeating: 0, count: count)
    var position = 0
    for beneficiary in scenario.beneficiaries {
      for measure in scenario.measures {
        if measure.eligibility.includes(beneficiary) {
          let size = beneficiary.size
          guard let oneOffCost = beneficiary.cost(measure.oneOff),
            let recurringCost = beneficiary.cost(measure.recurring),
            let installationEffort = measure.installationEffort.value(for: size),
            let runningEffort = measure.runningEffort.value(for: size)
          else {
            throw .missingDriver(beneficiary: beneficiary.id, neededBy: measure.id.rawValue)
          }
          isEligible[position] = true
          oneOff[position] = oneOffCost
          recurring[position] = recurringCost
          installation[position] = installationEffort
          running[position] = runningEffort
        }
        position += 1
      }
    }
  }
}
