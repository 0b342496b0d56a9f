// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
public import Tables
public import Wording

/// The results file of a sweep: one row per case, in the order of their numbers.
///
/// It is made in two goes, so that the cases need not be held: each case is shown once for its
/// columns, then once more for its row.
public struct SweepTable: Sendable {
  /// Name of the first column, by which a results file is known.
  public static let mark = "case"

  private let axes: [String]
  private var layout = Layout()

  /// Begins a table without columns of its cases.
  ///
  /// - Parameter axes: paths of what is varied.
  public init(axes: [String]) { self.axes = axes }

  /// Takes the columns that a case needs: goals, vehicles, years and classes in the order in which
  /// the cases, by number, have them.
  public mutating func makeRoom(for one: SweptCase) { layout.add(one) }

  /// The table with its head, for the cases there is room for.
  public func writer(style: CSVStyle = .machine) -> CSVWriter {
    CSVWriter(
      columns: [Self.mark] + axes + ["status", "reason", "message"] + layout.columns
        + Self.timeColumns, style: style)
  }

  /// Adds the row of a case.
  ///
  /// - Parameters:
  ///   - one: the case.
  ///   - writer: the table.
  ///   - language: language of the messages, the one column that depends on it.
  /// - Throws: a finding where a number is not finite.
  public func append(
    _ one: SweptCase, to writer: inout CSVWriter, language: Language
  ) throws(Findings) {
    let reason = one.outcome.reasons.first
    let message = reason.map { CaseWords.sentence($0, in: language) }
    var cells: [Cell] = [.integer(Int64(one.number))] + one.values.map { .text($0) }
    cells += [
      .text(one.outcome.status.rawValue), reason.map { .text($0.code.rawValue) } ?? .missing,
      message.map { .text($0) } ?? .missing,
    ]
    try writer.append(cells + layout.cells(of: one.outcome) + Self.times(of: one.outcome))
  }

  private static let timeColumns = [
    "reading_seconds", "building_seconds", "solving_seconds", "checking_seconds",
  ]

  private static func times(of outcome: CaseOutcome) -> [Cell] {
    let timings = outcome.timings
    return [timings.reading, timings.building, timings.solving, timings.checking].map {
      .decimal(($0 * 1e6).rounded() / 1e6)
    }
  }

  /// Which columns the cases need, together.
  private struct Layout {
    private(set) var goals: [String] = []
    private(set) var years: [Int] = []
    private(set) var vehicles: [String] = []
    private(set) var classes: [String] = []

    mutating func add(_ one: SweptCase) {
      func add<Name: Equatable>(_ name: Name, to names: inout [Name]) {
        if !names.contains(name) { names.append(name) }
      }
      for goal in one.outcome.goals { add(goal.name, to: &goals) }
      guard let totals = one.outcome.totals else { return }
      for year in totals.years { add(year, to: &years) }
      for vehicle in totals.vehicles { add(vehicle.id, to: &vehicles) }
      for entry in totals.coverage { add(entry.nisClass, to: &classes) }
      years.sort()
    }

    var columns: [String] {
      var result = goals.flatMap { goal in
        ["value", "bound", "gap"].map { "\(goal).\($0)" }
      }
      result += ["public_euros", "own_euros", "avoided_loss_euros"]
      result += vehicles.flatMap { id in
        ["paid_euros.\(id)"] + years.map { "paid_euros.\(id).\($0)" }
      }
      result += classes.flatMap { name in years.map { "coverage_share.\(name).\($0)" } }
      return result + [
        "need_after_euros_per_year", "means_after_euros_per_year", "gap_after_euros_per_year",
      ]
    }

    func cells(of outcome: CaseOutcome) -> [Cell] {
      var cells: [Cell] = []
      for name in goals {
        let goal = outcome.goals.first { $0.name == name }
        cells += [goal?.value, goal?.bestBound, goal?.relativeGap].map(Self.cell)
      }
      let totals = outcome.totals
      cells += [
        totals?.publicMoney, totals?.own.reduce(0, +), totals?.avoidedLoss.reduce(0, +),
      ].map(Self.cell)
      for id in vehicles {
        let vehicle = totals?.vehicles.first { $0.id == id }
        cells.append(Self.cell(vehicle?.paid.reduce(0, +)))
        cells += years.map { Self.cell(Self.value(vehicle?.paid, $0, totals)) }
      }
      for name in classes {
        let entry = totals?.coverage.first { $0.nisClass == name }
        cells += years.map { Self.cell(Self.value(entry?.shares, $0, totals)) }
      }
      return cells
        + [totals?.needAfter, totals?.meansAfter, totals?.gapAfter].map(Self.cell)
    }

    private static func value(
      _ values: [Double]?, _ year: Int, _ totals: CaseTotals?
    ) -> Double? {
      guard let place = totals?.years.firstIndex(of: year) else { return nil }
      return values?[place]
    }

    private static func cell(_ value: Double?) -> Cell { value.map { .decimal($0) } ?? .missing }
  }
}

extension CaseTotals {
  /// What is missing each year after the horizon, euros, at least 0.
  public var gapAfter: Double { max(0, needAfter - meansAfter) }
}

/// What is said of a case in words.
enum CaseWords {
  /// A reason as a sentence, with its place where it has one.
  static func sentence(_ finding: Finding, in language: Language) -> String {
    var sentence = Catalogue.text(finding.code.rawValue, in: language, finding.arguments)
    if finding.arguments["nearest"] != nil {
      sentence += " " + Catalogue.text("finding.nearest", in: language, finding.arguments)
    }
    return sentence
  }
}
