// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import LinearProgramming

/// Adds the rows of one family that concern one beneficiary.
protocol LocalFamily: SendableMetatype {
  static func addRows(of e: Int, to c: inout Compilation) throws(FormulationError)
}

/// Adds the rows of one family that tie beneficiaries together.
protocol CouplingFamily: SendableMetatype {
  static var family: Family { get }
  static func addRows(to c: inout Compilation) throws(FormulationError)
}

/// The families in the order in which their rows are built.
enum RowFamilies {
  static let local: [any LocalFamily.Type] = [
    Deployed.self, Prerequisite.self, Financing.self, Ceiling.self, Floor.self, Entitled.self,
    OneClaim.self, Rate.self, YearOnYear.self, OwnFunds.self, Results.self, Coverage.self,
    Avoided.self,
    NoWorse.self,
  ]
  static let coupling: [any CouplingFamily.Type] = [
    Spend.self, Envelope.self, Sustainability.self, Territory.self, Staffing.self, Massive.self,
    PilotShare.self, ServiceUse.self, ServiceCapacity.self, ServiceCost.self, Minimum.self,
    RatioCap.self,
  ]
}
