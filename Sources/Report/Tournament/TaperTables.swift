// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import FundingMechanisms
import FundingModel
import Tables

/// Tables of what it would take to have no cliffs.
extension TournamentTable {
  /// One row per edge of a band.
  static func tapers(
    _ outcome: TournamentOutcome, _ style: CSVStyle
  ) throws(Findings) -> [UInt8] {
    var writer = CSVWriter(
      columns: [
        "mechanism", "clause", "driver", "edge", "window_from", "window_to", "below_euros",
        "above_euros", "near", "at_stake_euros", "tapered_at_stake_euros",
      ], style: style)
    for one in outcome.ranked {
      guard let rule = one.rule else { continue }
      for taper in rule.tapers {
        for edge in taper.edges {
          try writer.append([
            .text(one.id), .text(rule.mechanism.clauses[taper.clause].id.rawValue),
            .text(taper.driver.rawValue), .decimal(edge.edge.size),
            .decimal(edge.edge.window.lowerBound), .decimal(edge.edge.window.upperBound),
            euros(edge.edge.below), euros(edge.edge.above), .integer(Int64(edge.near)),
            euros(edge.before), euros(edge.after),
          ])
        }
      }
    }
    return writer.bytes
  }

  /// One row per beneficiary of a clause with bands.
  static func tapered(
    _ outcome: TournamentOutcome, _ style: CSVStyle
  ) throws(Findings) -> [UInt8] {
    var writer = CSVWriter(
      columns: [
        "mechanism", "clause", "beneficiary", "name", "driver", "size", "entitled_euros",
        "tapered_euros",
      ], style: style)
    for one in outcome.ranked {
      guard let rule = one.rule else { continue }
      for taper in rule.tapers {
        for line in taper.lines {
          let beneficiary = outcome.study.beneficiaries[line.beneficiary]
          try writer.append([
            .text(one.id), .text(rule.mechanism.clauses[taper.clause].id.rawValue),
            .text(beneficiary.id.rawValue), .text(beneficiary.name), .text(taper.driver.rawValue),
            .decimal(line.size), .integer(line.before), .integer(line.after),
          ])
        }
      }
    }
    return writer.bytes
  }
}
