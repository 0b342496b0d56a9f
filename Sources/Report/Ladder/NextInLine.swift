// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import FundingAnalysis
public import FundingModel
import Tables

/// Who gets more where there is more money, and for what: read from a ladder whose first step is the
/// study's own money.
public struct NextInLine: Sendable, Hashable {
  /// A measure of which more, or less, is in place at the end.
  public struct Change: Sendable, Hashable {
    /// The measure.
    public let measure: MeasureID
    /// Share in place one step below.
    public let below: Double
    /// Share in place on the step.
    public let share: Double
  }

  /// A beneficiary that gets more than one step below.
  public struct Entry: Sendable, Hashable {
    /// The beneficiary.
    public let beneficiary: BeneficiaryID
    /// Public money that it gets besides, over the horizon.
    public let more: Money
    /// What changes of what it puts in place, in the order of the table.
    public let changes: [Change]
  }

  /// A step above the study's own money.
  public struct Step: Sendable, Hashable {
    /// Share of the study's money.
    public let budgetShare: Double
    /// Public money that the step counts on beyond the one below, euros.
    public let moreEuros: Double
    /// Who gets at least one euro more, the most first.
    public let entries: [Entry]
  }

  /// The one vehicle whose money rises; `nil`: all.
  public let vehicle: VehicleID?
  /// The steps above the first.
  public let steps: [Step]
}

extension NextInLine {
  /// Reads who is next from the folder of a ladder.
  ///
  /// - Parameters:
  ///   - path: the folder.
  ///   - document: its summary.
  /// - Throws: every fault of its tables; a finding where the first step is not the study's own
  ///   money, or a plan of it is not proven.
  public init(_ path: String, _ document: LadderDocument) throws(Findings) {
    let place = SourcePosition(file: "\(path)/\(LadderFolder.summaryName)")
    guard let first = document.steps.first, first.budgetShare == 1, document.steps.count > 1 else {
      throw Findings(Finding("page.ladderElsewhere", .error, at: place))
    }
    guard document.steps.allSatisfy({ $0.freeStatus == .optimal && $0.keptStatus == .optimal })
    else { throw Findings(Finding("page.ladderUnproven", .error, at: place)) }
    let tables = try LadderTables(path, steps: document.steps.count)
    vehicle = document.vehicle.map { VehicleID($0) }
    steps = document.steps.indices.dropFirst().map { number in
      Step(
        budgetShare: document.steps[number].budgetShare,
        moreEuros: document.steps[number].countedEuros - document.steps[number - 1].countedEuros,
        entries: tables.entries(number))
    }
  }
}

/// Tables of a ladder, step by step.
private struct LadderTables {
  /// Public money of each beneficiary on each step, cents.
  private var received: [[BeneficiaryID: Int64]]
  private var order: [BeneficiaryID] = []
  private var changed: [[BeneficiaryID: [NextInLine.Change]]]

  init(_ path: String, steps: Int) throws(Findings) {
    received = Array(repeating: [:], count: steps)
    changed = Array(repeating: [:], count: steps)
    var findings = Findings()
    let money = "kept_received_euros"
    for row in Self.rows(
      path, LadderFolder.beneficiaries, [ColumnDeclaration(money, .money(bare: .euro))],
      key: ["step", "beneficiary"], &findings)
    {
      guard let step = Self.step(row, of: steps, &findings), let id = row.text("beneficiary"),
        let cents = row.money(money)
      else { continue }
      let beneficiary = BeneficiaryID(id)
      if step == 0 { order.append(beneficiary) }
      received[step][beneficiary] = cents
    }
    for row in Self.rows(
      path, LadderFolder.deployment,
      [
        ColumnDeclaration("measure", .identifier), ColumnDeclaration("share_below", .share),
        ColumnDeclaration("share", .share),
      ], key: ["step", "beneficiary", "measure"], &findings)
    {
      guard let step = Self.step(row, of: steps, &findings), let id = row.text("beneficiary"),
        let measure = row.text("measure"), let below = row.share("share_below"),
        let share = row.share("share")
      else { continue }
      changed[step][BeneficiaryID(id), default: []].append(
        .init(measure: MeasureID(measure), below: below, share: share))
    }
    try findings.throwIfErrors()
  }

  /// Who gets at least one euro more on a step than one below, the most first.
  func entries(_ step: Int) -> [NextInLine.Entry] {
    order.compactMap { id -> NextInLine.Entry? in
      let more = (received[step][id] ?? 0) - (received[step - 1][id] ?? 0)
      guard more >= 100 else { return nil }
      return NextInLine.Entry(
        beneficiary: id, more: Money(cents: more), changes: changed[step][id] ?? [])
    }.sorted { ($1.more, $0.beneficiary) < ($0.more, $1.beneficiary) }
  }

  private static func rows(
    _ path: String, _ name: String, _ columns: [ColumnDeclaration], key: [String],
    _ findings: inout Findings
  ) -> [Table.Row] {
    let common = [
      ColumnDeclaration("step", .integer), ColumnDeclaration("beneficiary", .identifier),
    ]
    do {
      let text = try TextFile(path: "\(path)/\(name)")
      return TableSchema(columns: common + columns, key: key, undeclaredColumns: .ignored)
        .read(text, findings: &findings).rows
    } catch {
      findings.add(contentsOf: error)
      return []
    }
  }

  /// Position of the step that a row is about; `nil`, with a finding, where the ladder has none such.
  private static func step(
    _ row: Table.Row, of count: Int, _ findings: inout Findings
  ) -> Int? {
    guard let number = row.integer("step") else { return nil }  // Told when the table was read.
    guard (1...Int64(count)).contains(number) else {
      findings.add(
        Finding(
          "report.unknownIdentifier", .error, at: row.position(of: "step"),
          ["text": String(number), "column": "step"]))
      return nil
    }
    return Int(number) - 1
  }
}
