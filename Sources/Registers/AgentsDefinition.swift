// SPDX-License-Identifier: GPL-3.0-or-later

/// Which head-counts of the SAE make "agents".
///
/// The order of 27 January 2026 (JORF of 29 January, annex 2) counts, for each legal entity, the sum
/// over its sites of salaried and liberal head-count in the SAE of the year, else of the year
/// before, else of two years before, else 0. In the SAE, `EFFSAL_TOT` and `EFFLIB_TOT` are doctors
/// alone; staff other than doctors stands in `EFF_TOT_PNM`. Only with it does the sum reach the
/// 1.34 million agents that hospitals employ, hence the default.
public enum AgentsDefinition: String, Sendable, Hashable, Codable, CaseIterable {
  /// Salaried and liberal doctors, and all other staff; interns left out: the default.
  case staff
  /// As ``staff``, with interns (`EFF_INT`).
  case staffAndInterns = "staff_and_interns"
  /// Salaried and liberal doctors only: the columns that the words of the order name.
  case doctors

  /// Columns of the SAE's table SYGEN that are added.
  public var columns: [String] {
    switch self {
    case .staff: ["EFFSAL_TOT", "EFFLIB_TOT", "EFF_TOT_PNM"]
    case .staffAndInterns: ["EFFSAL_TOT", "EFFLIB_TOT", "EFF_TOT_PNM", "EFF_INT"]
    case .doctors: ["EFFSAL_TOT", "EFFLIB_TOT"]
    }
  }
}
