// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import FundingAnalysis
import FundingMechanisms
import FundingModel
import Tables

/// The tables of a tournament's folder; `docs/mechanisms.md` describes each column.
enum TournamentTable: String, CaseIterable {
  case tournament, clauses, entitlements, cliffs
  case tapers, tapered
  case leftOut = "left_out"
  case received

  /// Name of the file in the folder.
  var fileName: String { "\(rawValue).csv" }

  /// The bytes of the table.
  ///
  /// - Throws: a finding where a figure is not finite.
  func bytes(_ outcome: TournamentOutcome, style: CSVStyle) throws(Findings) -> [UInt8] {
    switch self {
    case .tournament: try Self.tournament(outcome, style)
    case .clauses: try Self.clauses(outcome, style)
    case .entitlements: try Self.entitlements(outcome, style)
    case .cliffs: try Self.cliffs(outcome, style)
    case .tapers: try Self.tapers(outcome, style)
    case .tapered: try Self.tapered(outcome, style)
    case .leftOut: try Self.leftOut(outcome, style)
    case .received: try Self.received(outcome, style)
    }
  }

  private static func tournament(
    _ outcome: TournamentOutcome, _ style: CSVStyle
  ) throws(Findings) -> [UInt8] {
    let classes = outcome.optimum.worth?.coverage.map(\.nisClass.rawValue) ?? []
    var writer = CSVWriter(
      columns: [
        "rank", "mechanism", "title", "kind", "status", "reason", "nis_shortfall",
        "price_nis_shortfall", "avoided_loss_euros", "price_avoided_loss_euros", "public_euros",
        "own_euros", "entitled_euros", "held_euros", "unshared_euros", "equivalent_euros",
        "equivalent_within_euros", "left_out", "near_an_edge", "at_stake_euros",
        "tapered_at_stake_euros", "seconds",
      ] + classes.flatMap { ["coverage_share.\($0)", "shortfall_share.\($0)"] }, style: style)
    for (rank, one) in outcome.all.enumerated() {
      let worth = one.worth
      let price = outcome.price(of: one)
      var cells: [Cell] = [
        .integer(Int64(rank)), .text(one.id), .text(one.title), .text(one.kind),
        .text(one.status.rawValue),
        one.reasons.first.map { .text($0.code.rawValue) } ?? .missing,
        number(worth?.shortfall), number(price?.shortfall), euros(worth?.avoidedLoss),
        euros(price?.avoidedLoss), euros(worth?.publicMoney), euros(worth?.ownMoney),
        one.rule.map { .integer($0.shared.total) } ?? .missing,
        one.rule.map { .integer($0.held) } ?? .missing,
        one.rule.map { .integer($0.unshared) } ?? .missing,
        euros(one.equivalent?.saved), euros(one.equivalent?.width),
        one.rule.map { .integer(Int64($0.leftOut.count)) } ?? .missing,
        one.rule.map { .integer(Int64($0.cliffs.count)) } ?? .missing,
        euros(one.rule?.eurosAtStake), euros(one.rule?.taperedAtStake),
        number(one.seconds),
      ]
      for name in classes {
        let last = worth?.coverage.first { $0.nisClass.rawValue == name }?.years.last
        cells += [
          last.map { .share($0.coverage) } ?? .missing,
          last.map { .share($0.shortfall) } ?? .missing,
        ]
      }
      try writer.append(cells)
    }
    return writer.bytes
  }

  private static func clauses(
    _ outcome: TournamentOutcome, _ style: CSVStyle
  ) throws(Findings) -> [UInt8] {
    var writer = CSVWriter(
      columns: [
        "mechanism", "clause", "title", "entitled_euros", "nis_shortfall_per_million",
      ], style: style)
    for one in outcome.ranked {
      for (place, clause) in (one.rule?.mechanism.clauses ?? []).enumerated() {
        let years = one.rule?.shared.years.filter { $0.clause == place } ?? []
        try writer.append([
          .text(one.id), .text(clause.id.rawValue), .text(clause.title),
          .integer(years.reduce(0) { $0 + $1.euros }), number(one.perMillion[place]),
        ])
      }
    }
    return writer.bytes
  }

  private static func entitlements(
    _ outcome: TournamentOutcome, _ style: CSVStyle
  ) throws(Findings) -> [UInt8] {
    var writer = CSVWriter(
      columns: [
        "mechanism", "clause", "vehicle", "payment_year", "group", "beneficiary", "reserved_euros",
        "entitled_euros",
      ], style: style)
    let study = outcome.study
    for one in outcome.ranked {
      guard let rule = one.rule else { continue }
      for year in rule.shared.years {
        for part in year.parts where part.reserved > 0 || part.euros > 0 {
          let beneficiary = part.group == nil ? part.beneficiaries.first : nil
          try writer.append([
            .text(one.id), .text(rule.mechanism.clauses[year.clause].id.rawValue),
            .text(study.vehicles[year.vehicle].id.rawValue),
            .integer(Int64(study.horizon.years[year.year].number)),
            part.group.map { .text($0) } ?? .missing,
            beneficiary.map { .text(study.beneficiaries[$0].id.rawValue) } ?? .missing,
            .integer(part.reserved), .integer(part.euros),
          ])
        }
      }
    }
    return writer.bytes
  }

  private static func cliffs(
    _ outcome: TournamentOutcome, _ style: CSVStyle
  ) throws(Findings) -> [UInt8] {
    var writer = CSVWriter(
      columns: [
        "mechanism", "clause", "beneficiary", "name", "driver", "size", "edge",
        "other_side_euros",
      ], style: style)
    for one in outcome.ranked {
      guard let rule = one.rule else { continue }
      for cliff in rule.cliffs {
        let beneficiary = outcome.study.beneficiaries[cliff.beneficiary]
        try writer.append([
          .text(one.id), .text(rule.mechanism.clauses[cliff.clause].id.rawValue),
          .text(beneficiary.id.rawValue), .text(beneficiary.name), .text(cliff.driver.rawValue),
          .decimal(cliff.size), .decimal(cliff.edge), euros(cliff.euros),
        ])
      }
    }
    return writer.bytes
  }

  private static func leftOut(
    _ outcome: TournamentOutcome, _ style: CSVStyle
  ) throws(Findings) -> [UInt8] {
    var writer = CSVWriter(columns: ["mechanism", "beneficiary", "name", "region"], style: style)
    for one in outcome.ranked {
      for e in one.rule?.leftOut ?? [] {
        let beneficiary = outcome.study.beneficiaries[e]
        try writer.append([
          .text(one.id), .text(beneficiary.id.rawValue), .text(beneficiary.name),
          .text(beneficiary.region.rawValue),
        ])
      }
    }
    return writer.bytes
  }

  /// One row per beneficiary, one column per contestant that has a plan.
  private static func received(
    _ outcome: TournamentOutcome, _ style: CSVStyle
  ) throws(Findings) -> [UInt8] {
    let contestants = outcome.all.filter { $0.worth != nil }
    var writer = CSVWriter(
      columns: ["beneficiary", "name", "region", "status", "nis_class"]
        + contestants.map { "received_euros.\($0.id)" }, style: style)
    for (e, beneficiary) in outcome.study.beneficiaries.enumerated() {
      try writer.append(
        [
          .text(beneficiary.id.rawValue), .text(beneficiary.name),
          .text(beneficiary.region.rawValue), .text(beneficiary.status.rawValue),
          beneficiary.nisClass.map { .text($0.rawValue) } ?? .missing,
        ] + contestants.map { .integer($0.worth?.received[e] ?? 0) })
    }
    return writer.bytes
  }

  static func euros(_ value: Double?) -> Cell {
    value.map { .money(Int64(($0 * 100).rounded())) } ?? .missing
  }

  /// Six decimals say more than is proven.
  private static func number(_ value: Double?) -> Cell {
    value.map { .decimal(($0 * 1e6).rounded() / 1e6) } ?? .missing
  }
}
