// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// Positions of identifiers, and their names as bytes for rows and columns.
struct ScenarioIndex: Sendable {
  let beneficiary: [BeneficiaryID: Int]
  let measure: [MeasureID: Int]
  let objective: [ObjectiveID: Int]
  let threat: [ThreatID: Int]
  let vehicle: [VehicleID: Int]
  let classes: [NISClassID]
  let classPosition: [NISClassID: Int]
  let pots: [Pot]
  let potPosition: [Pot: Int]

  let beneficiaryName: [[UInt8]]
  let measureName: [[UInt8]]
  let objectiveName: [[UInt8]]
  let threatName: [[UInt8]]
  let vehicleName: [[UInt8]]
  let serviceName: [[UInt8]]
  let className: [[UInt8]]
  let potName: [[UInt8]]
  let yearName: [[UInt8]]

  init(_ scenario: Scenario) throws(FormulationError) {
    beneficiary = try Self.positions(scenario.beneficiaries.map(\.id))
    measure = try Self.positions(scenario.measures.map(\.id))
    objective = try Self.positions(scenario.objectives.map(\.id))
    threat = try Self.positions(scenario.threats.map(\.id))
    vehicle = try Self.positions(scenario.vehicles.map(\.id))
    classes = Set(scenario.beneficiaries.compactMap(\.nisClass)).sorted()
    classPosition = try Self.positions(classes)
    pots = scenario.pots
    potPosition = Dictionary(uniqueKeysWithValues: pots.enumerated().map { ($1, $0) })
    beneficiaryName = scenario.beneficiaries.map { Array($0.id.rawValue.utf8) }
    measureName = scenario.measures.map { Array($0.id.rawValue.utf8) }
    objectiveName = scenario.objectives.map { Array($0.id.rawValue.utf8) }
    threatName = scenario.threats.map { Array($0.id.rawValue.utf8) }
    vehicleName = scenario.vehicles.map { Array($0.id.rawValue.utf8) }
    serviceName = scenario.services.map { Array($0.id.rawValue.utf8) }
    className = classes.map { Array($0.rawValue.utf8) }
    potName = pots.map { Array($0.name.utf8) }
    yearName = scenario.horizon.years.map { Array($0.description.utf8) }
  }

  private static func positions<Entity>(
    _ identifiers: [Identifier<Entity>]
  ) throws(FormulationError) -> [Identifier<Entity>: Int] {
    var result: [Identifier<Entity>: Int] = [:]
    result.reserveCapacity(identifiers.count)
    for (position, identifier) in identifiers.enumerated() {
      guard result.updateValue(position, forKey: identifier) == nil else {
        throw .duplicate(identifier.rawValue)
      }
    }
    return result
  }
}
