// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import LinearProgramming

/// Where each column of the program stands.
///
/// −1 means that the column does not exist.
struct Columns: Sendable {
  /// First year of d[e,m,·], by e·M + m.
  var increment: [Int32]
  /// First year of g[v,e,p,·], by (e·V + v)·P + p.
  var grant: [Int32]
  /// First year of own[e,p,·], by e·P + p.
  var own: [Int32]
  /// short[e,o,t], by (e·O + o)·T + t.
  var shortfall: [Int32]
  /// y[e,k,0,0], by e·K + k; then t·I + i.
  var avoided: [Int32]

  /// By v·T + t.
  var spent: [Int32]
  var carry: [Int32]
  /// By s·T + t.
  var build: [Int32]
  var capacity: [Int32]
  /// By ((s·V + v)·2 + nature)·T + t; nature 0 one-off, 1 recurring.
  var pay: [Int32]
  var cliff: Int32 = -1
  var minimum: Int32 = -1

  init(_ data: ScenarioData) {
    let scenario = data.scenario
    let beneficiaries = data.beneficiaryCount
    let vehicles = scenario.vehicles.count
    let years = data.yearCount
    func absent(_ count: Int) -> [Int32] { Array(repeating: -1, count: count) }
    increment = absent(beneficiaries * data.measureCount)
    grant = absent(beneficiaries * vehicles * data.potCount)
    own = absent(beneficiaries * data.potCount)
    shortfall = absent(beneficiaries * scenario.objectives.count * years)
    avoided = absent(beneficiaries * scenario.threats.count)
    spent = absent(vehicles * years)
    carry = absent(vehicles * years)
    build = absent(scenario.services.count * years)
    capacity = absent(scenario.services.count * years)
    pay = absent(scenario.services.count * vehicles * 2 * years)
  }
}
