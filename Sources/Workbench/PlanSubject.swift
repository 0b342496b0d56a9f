// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import FundingFormulation
import FundingModel
import Report

/// Something that plans have more or less of: a region, a measure, a vehicle, a beneficiary.
struct PlanSubject {
  /// Identifier.
  let id: String
  /// Name; empty for regions, whose names are words.
  let name: String
  /// What plans have of it.
  let quantity: PlanQuantity

  /// All subjects of a kind, in the order of the study; regions by their codes.
  ///
  /// - Parameters:
  ///   - kind: Of what.
  ///   - scenario: The study.
  ///   - region: The region whose beneficiaries are looked at; `nil`: all.
  /// - Returns: The subjects.
  /// - Throws: A finding where the study has no such region.
  static func all(
    _ kind: RangeSubject, of scenario: Scenario, in region: String? = nil
  ) throws(Findings) -> [PlanSubject] {
    switch kind {
    case .region:
      let regions = Dictionary(grouping: scenario.beneficiaries.indices) {
        scenario.beneficiaries[$0].region.rawValue
      }
      return regions.sorted { $0.key < $1.key }.map {
        PlanSubject(id: $0.key, name: "", quantity: .grants(to: $0.value))
      }
    case .measure:
      return scenario.measures.enumerated().map {
        PlanSubject(
          id: $0.element.id.rawValue, name: $0.element.title,
          quantity: .deployment(measure: $0.offset))
      }
    case .vehicle:
      return scenario.vehicles.enumerated().map {
        PlanSubject(
          id: $0.element.id.rawValue, name: $0.element.title,
          quantity: .grantsOf(vehicle: $0.offset))
      }
    case .beneficiary:
      if let region { try Workbench.checkRegion(region, of: scenario) }
      return scenario.beneficiaries.enumerated().filter {
        region == nil || $0.element.region.rawValue == region
      }.map {
        PlanSubject(
          id: $0.element.id.rawValue, name: $0.element.name, quantity: .grants(to: [$0.offset]))
      }
    }
  }
}
