// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

@testable import Workbench

/// A study small enough to be worked out by hand, in a folder of its own.
///
/// Two hospitals, 20 k€ in one year, one full-time equivalent in the region. M1 at A costs 10 k€,
/// takes 1 FTE and gives 0.6; M2 at B costs 20 k€, takes 0.5 FTE and gives 1. Targets 0.6 and 1.
final class TwoHospitals: Sendable {
  private let folder: URL

  init(goals: String = "nis_shortfall") throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "releve-\(UUID().uuidString.lowercased())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in Self.files(goals) {
      try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  /// A request for the study, with parameters set.
  func request(_ overrides: String...) -> PlanRequest {
    PlanRequest(study: StudyRequest(path("study.yaml"), overrides: overrides))
  }

  private static func files(_ goals: String) -> [String: String] {
    [
      "study.yaml": """
      study: 1
      title: Deux
      horizon: { first: 2026, years: 1 }
      tables:
        beneficiaries: beneficiaries.csv
        measures: measures.csv
        objectives: objectives.csv
        contributions: contributions.csv
        staffing: staffing.csv
      vehicles:
        call: { title: Appel, pays: [one_off], amounts: { 2026: 20 k€ } }
      targets:
        EE: { O1: { 2026: 60 % } }
        EI: { O2: { 2026: 100 % } }
      rules:
        own_funds: { fixed: 0 €, share: 100 % }
      goals: [\(goals)]
      """,
      "beneficiaries.csv": """
      id,name,kind,region,status,nis_class,agents
      A,A,ght,53,public,EE,100
      B,B,legal_entity,53,public,EI,100
      """,
      "measures.csv": """
      id,title,domain,lead,one_off_fixed,install_fte,speed,eligible_kinds
      M1,M1,continuity,ght,10000,1,1,ght
      M2,M2,continuity,ght,20000,0.5,1,legal_entity
      """,
      "objectives.csv": "id,title,classes\nO1,O1,EE\nO2,O2,EI\n",
      "contributions.csv": "objective,measure,weight\nO1,M1,0.6\nO2,M2,1\n",
      "staffing.csv": "region,year,fte\n53,2026,1\n",
    ]
  }
}
