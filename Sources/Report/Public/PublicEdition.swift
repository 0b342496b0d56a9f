// SPDX-License-Identifier: GPL-3.0-or-later

public import DisclosureControl
import FundingAnalysis
import FundingModel
public import LinearProgramming
import PlanComparison

/// A plan as it may be published: sums that tell of no single beneficiary.
public struct PublicEdition: Sendable {
  /// What a cell of a table counts.
  enum Count: Sendable { case euros, beneficiaries }

  /// A table with its names.
  struct NamedTable: Sendable {
    /// Name of its file and its place on the page.
    let name: String
    let count: Count
    let table: LinkedTables.Table
    /// Titles of the rows, without the last, which has the totals.
    let rows: [Title]
    let columns: [Title]
  }

  /// What a row or a column is of.
  enum Title: Sendable, Hashable {
    case region(String)
    case year(String)
    case vehicle(String)
    case nisClass(String?)
    /// Band of agents; `nil` where they are not declared.
    case size(String?)
  }

  /// Public money paid to beneficiaries, in euros.
  public let money: Publication
  /// Number of beneficiaries that are paid something.
  public let receivers: Publication
  let outcome: PlanOutcome
  let tables: [NamedTable]

  /// Prepares what may be published.
  ///
  /// - Parameters:
  ///   - outcome: the plan.
  ///   - rule: what must not be told.
  ///   - solver: solves the programs of rounding, withholding and attack.
  ///   - checkpoint: called between programs; may throw to stop.
  /// - Throws: as ``DisclosureControl/Publication``.
  public init(
    _ outcome: PlanOutcome, rule: DisclosureRule, solver: any Solver,
    checkpoint: () throws -> Void = {}
  ) throws {
    self.outcome = outcome
    let codes = Codes(outcome.scenario)
    let paid = Annex(scenario: outcome.scenario, allocation: outcome.allocation)
    money = try Publication(
      codes.money(paid), rule: rule, solver: solver, checkpoint: checkpoint)
    var counting = rule
    counting.base = 1
    counting.dominance = 1
    receivers = try Publication(
      codes.receivers(paid), rule: counting, solver: solver, checkpoint: checkpoint)
    let years = outcome.scenario.horizon.years.map { Title.year($0.description) }
    let regions = codes.regions.map { Title.region($0) }
    let classes = codes.classes.map { Title.nisClass($0) }
    let titles: [(String, [Title], [Title])] = [
      ("money-by-vehicle-and-year", outcome.scenario.vehicles.map { .vehicle($0.title) }, years),
      ("money-by-region-and-year", regions, years),
      ("money-by-region-and-class", regions, classes),
      ("money-by-size-and-year", codes.sizes.map { .size($0) }, years),
    ]
    tables =
      zip(titles, money.tables.tables).map { titles, table in
        NamedTable(
          name: titles.0, count: .euros, table: table, rows: titles.1, columns: titles.2)
      } + [
        NamedTable(
          name: "receivers-by-region-and-class", count: .beneficiaries,
          table: receivers.tables.tables[0], rows: regions, columns: classes)
      ]
  }

  func publication(of table: NamedTable) -> Publication {
    table.count == .euros ? money : receivers
  }

  /// Number of beneficiaries of a class below which nothing is told of it.
  func mayTell(of beneficiaries: Int) -> Bool { beneficiaries >= money.rule.threshold }
}

/// Codes of the dimensions by which tables are made.
private struct Codes {
  let scenario: Scenario
  let regions: [String]
  let classes: [String?]
  let sizes: [String?]
  /// Region, class and size of each beneficiary.
  private let ofBeneficiary: [[Int]]

  init(_ scenario: Scenario) {
    let bands = SizeBands.standard
    self.scenario = scenario
    let everyone = scenario.beneficiaries
    regions = Set(everyone.map(\.region.rawValue)).sorted()
    let named = Set(everyone.compactMap(\.nisClass?.rawValue)).sorted()
    classes = named + (everyone.contains { $0.nisClass == nil } ? [nil] : [])
    let known = Set(everyone.map { bands.position(of: $0) })
    sizes =
      bands.names.indices.filter(known.contains).map { bands.names[$0] }
      + (known.contains(nil) ? [nil] : [])
    func places<Code: Hashable>(_ codes: [Code]) -> [Code: Int] {
      Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
    }
    let (region, group, size) = (places(regions), places(classes), places(sizes))
    ofBeneficiary = everyone.map {
      [
        region[$0.region.rawValue] ?? 0, group[$0.nisClass?.rawValue] ?? 0,
        size[bands.name(of: $0)] ?? 0,
      ]
    }
  }

  /// Dimensions: region, class, size, vehicle, year.
  func money(_ paid: Annex) -> LinkedTables {
    let (vehicles, years) = (scenario.vehicles.count, scenario.horizon.count)
    var euros = [Int](repeating: 0, count: ofBeneficiary.count * vehicles * years)
    func slot(_ e: Int, _ v: Int, _ t: Int) -> Int { (e * vehicles + v) * years + t }
    for line in paid.lines { euros[slot(line.beneficiary, line.vehicle, line.year)] += line.euros }
    var contributions: [LinkedTables.Contribution] = []
    contributions.reserveCapacity(euros.count)
    for (e, codes) in ofBeneficiary.enumerated() {
      for v in 0..<vehicles {
        for t in 0..<years {
          contributions.append(.init(unit: e, codes: codes + [v, t], amount: euros[slot(e, v, t)]))
        }
      }
    }
    return LinkedTables(
      sizes: [regions.count, classes.count, sizes.count, vehicles, years],
      crossings: [(3, 4), (0, 4), (0, 1), (2, 4)], contributions: contributions)
  }

  func receivers(_ paid: Annex) -> LinkedTables {
    let some = Set(paid.lines.map(\.beneficiary))
    return LinkedTables(
      sizes: [regions.count, classes.count, sizes.count], crossings: [(0, 1)],
      contributions: ofBeneficiary.enumerated().map {
        .init(unit: $0, codes: $1, amount: some.contains($0) ? 1 : 0)
      })
  }
}
