// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import FundingModel
import LinearProgramming
import PlanComparison
import Tables

/// Fills the tables of a comparison's folder.
struct ComparisonTableWriting {
  /// How many of those that move the most stand in the table, each way.
  static let movers = 50

  let comparison: Comparison
  let style: CSVStyle

  /// The bytes of a table.
  ///
  /// - Throws: a finding where a figure is not finite.
  func bytes(of table: ComparisonTable) throws(Findings) -> [UInt8] {
    var writer = CSVWriter(columns: table.columns, style: style)
    for pair in comparison.pairs {
      for cells in rows(of: table, pair) {
        try writer.append([.text(pair.other.name)] + cells)
      }
    }
    return writer.bytes
  }

  private func rows(of table: ComparisonTable, _ pair: ComparedPair) -> [[Cell]] {
    switch table {
    case .inputs: inputs(pair)
    case .goals: goals(pair)
    case .money: money(pair)
    case .coverage: coverage(pair)
    case .increments: increments(pair)
    case .risk: risk(pair)
    case .afterHorizon: afterHorizon(pair)
    case .bands: bands(pair)
    case .beneficiaries: beneficiaries(pair)
    case .movers: movers(pair)
    case .pinned: pinned(pair)
    }
  }

  // MARK: Cells

  private func text(_ text: String?) -> Cell { text.map { .text($0) } ?? .missing }

  private func decimal(_ value: Double?) -> Cell { value.map { .decimal($0) } ?? .missing }

  private func share(_ value: Double?) -> Cell { value.map { .share($0) } ?? .missing }

  private func year(_ year: Int) -> Cell { .integer(Int64(year)) }

  private func cents(_ euros: Double?) -> Int64? {
    euros.flatMap { Int64(exactly: ($0 * 100).rounded()) }
  }

  /// Both amounts in cents, and the difference of what is written.
  private func euros(_ pair: Pair) -> [Cell] {
    let (before, after) = (cents(pair.baseline), cents(pair.other))
    var cells: [Cell] = [before, after].map { $0.map { .money($0) } ?? .missing }
    if let before, let after {
      cells.append(.money(after - before))
    } else {
      cells.append(.missing)
    }
    return cells
  }

  private func shares(_ pair: Pair) -> [Cell] {
    [pair.baseline, pair.other, pair.difference].map(share)
  }

  private func euros(_ before: Int, _ after: Int) -> [Cell] {
    [before, after, after - before].map { .integer(Int64($0)) }
  }

  private func who(_ beneficiary: Beneficiary) -> [Cell] {
    [
      .text(beneficiary.id.rawValue), .text(beneficiary.name),
      .text(beneficiary.region.rawValue), .text(beneficiary.status.rawValue),
      text(beneficiary.nisClass?.rawValue), text(comparison.sizes.name(of: beneficiary)),
      decimal(beneficiary.size[.agents]),
    ]
  }

  // MARK: Tables

  private func inputs(_ pair: ComparedPair) -> [[Cell]] {
    pair.inputs.map { difference in
      let origin = difference.origin
      return [
        .text(difference.kind.rawValue), .text(difference.path), text(difference.before),
        text(difference.after), text(origin?.layer), text(origin?.file),
        origin.map { .integer(Int64($0.line)) } ?? .missing, text(origin?.source),
        origin.map { .boolean($0.isAssumption) } ?? .missing,
      ]
    }
  }

  private func goals(_ pair: ComparedPair) -> [[Cell]] {
    pair.figures.goals.map { goal in
      [
        .text(goal.level), .text(goal.unit), .text(goal.sense.rawValue),
        decimal(goal.value.baseline), decimal(goal.value.other), decimal(goal.value.difference),
        decimal(goal.bound.baseline), decimal(goal.bound.other),
      ]
    }
  }

  private func money(_ pair: ComparedPair) -> [[Cell]] {
    let figures = pair.figures
    let totals: [(String, PairedFigures.Account)] = [
      ("counted", figures.counted), ("secured", figures.secured), ("paid", figures.paid),
      ("lapsed", figures.lapsed), ("own", figures.own),
    ]
    let accounts = totals + figures.vehicles.map { ("paid", $0) }
    return accounts.flatMap { name, account in
      zip(figures.years, account.years).map { number, amounts in
        [.text(name), text(account.vehicle), year(number)] + euros(amounts)
      }
    }
  }

  private func coverage(_ pair: ComparedPair) -> [[Cell]] {
    pair.figures.coverage.flatMap { entry in
      pair.figures.years.indices.map { t -> [Cell] in
        [.text(entry.nisClass), year(pair.figures.years[t])] + shares(entry.shares[t])
          + shares(entry.increments[t])
          + [
            share(entry.targets[t].baseline), share(entry.targets[t].other),
            decimal(entry.belowTarget[t].baseline), decimal(entry.belowTarget[t].other),
          ]
      }
    }
  }

  private func increments(_ pair: ComparedPair) -> [[Cell]] {
    pair.figures.measures.flatMap { entry in
      zip(pair.figures.years, entry.increments).map { number, increment in
        [.text(entry.measure), .text(entry.title), year(number)] + shares(increment)
      }
    }
  }

  private func risk(_ pair: ComparedPair) -> [[Cell]] {
    pair.figures.years.indices.map { t in
      [year(pair.figures.years[t])] + euros(pair.figures.avoided[t])
        + euros(pair.figures.residual[t])
    }
  }

  private func afterHorizon(_ pair: ComparedPair) -> [[Cell]] {
    let figures = pair.figures
    let items = [
      ("need", figures.need), ("vehicle_means", figures.vehicleMeans),
      ("own_means", figures.ownMeans), ("gap", figures.gap),
    ]
    return items.map { [.text($0.0)] + euros($0.1) }
  }

  private func bands(_ pair: ComparedPair) -> [[Cell]] {
    pair.groups.flatMap { group in
      MovementBand.allCases.map { band -> [Cell] in
        let tally = group[band]
        let share = Double(tally.beneficiaries) / Double(max(1, group.total.beneficiaries))
        return [
          .text(group.dimension.rawValue), text(group.name), .text(band.rawValue),
          .integer(Int64(tally.beneficiaries)), .share(share),
        ] + euros(tally.before, tally.after) + [self.share(tally.change)]
      }
    }
  }

  private func beneficiaries(_ pair: ComparedPair) -> [[Cell]] {
    pair.movements.all.map { movement in
      who(movement.beneficiary) + euros(movement.before, movement.after)
        + [share(movement.change), .text(movement.band.rawValue)]
    }
  }

  private func movers(_ pair: ComparedPair) -> [[Cell]] {
    [("rise", true), ("fall", false)].flatMap { direction, rising in
      pair.movements.largest(rising: rising, count: Self.movers).enumerated().map {
        place, movement in
        [.text(direction), .integer(Int64(place + 1))] + who(movement.beneficiary)
          + euros(movement.before, movement.after) + [share(movement.change)]
      }
    }
  }

  private func pinned(_ pair: ComparedPair) -> [[Cell]] {
    pair.pinned.flatMap { movement in
      PinnedReceipts(movement.beneficiary.id, comparison.baseline.plan, pair.other.plan)
        .lines.map { line in
          [
            .text(movement.beneficiary.id.rawValue), .text(movement.beneficiary.name),
            .text(line.vehicle), year(line.year),
          ] + euros(line.before, line.after)
        }
    }
  }
}

/// What one beneficiary gets by vehicle and year in two plans.
struct PinnedReceipts {
  struct Line {
    let vehicle: String
    let year: Int
    var before = 0
    var after = 0
  }

  /// Lines with money in either plan, by vehicle and year.
  let lines: [Line]

  init(_ id: BeneficiaryID, _ first: ComparedPlan, _ second: ComparedPlan) {
    struct Key: Hashable {
      let vehicle: VehicleID
      let year: Int
    }
    var found: [Key: Line] = [:]
    func add(_ plan: ComparedPlan, _ slot: WritableKeyPath<Line, Int>) {
      for receipt in plan.receipts where receipt.beneficiary == id {
        let key = Key(vehicle: receipt.vehicle, year: receipt.year)
        var line = found[key] ?? Line(vehicle: receipt.vehicle.rawValue, year: receipt.year)
        line[keyPath: slot] += receipt.euros
        found[key] = line
      }
    }
    add(first, \.before)
    add(second, \.after)
    lines = found.values.sorted { ($0.vehicle, $0.year) < ($1.vehicle, $1.year) }
  }
}
