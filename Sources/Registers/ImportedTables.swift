// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
internal import FundingModel
public import Tables

extension ImportedPopulation {
  /// Columns of the beneficiaries table, in order.
  public static let columns = [
    "id", "name", "kind", "region", "department", "status", "nis_class", "agents", "agents_source",
    "beds", "workstations", "sites", "activity", "risk", "care_weight", "pilot", "group",
  ]

  /// The beneficiaries table as studies read it; columns that no register knows are left empty.
  ///
  /// - Throws: never in practice: no cell holds a number that is not finite.
  public func beneficiariesTable(style: CSVStyle = .study) throws(Findings) -> CSVWriter {
    var writer = CSVWriter(columns: Self.columns, style: style)
    for row in beneficiaries {
      try writer.append([
        .text(row.id.rawValue), .text(row.name), .text(row.kind.rawValue),
        .text(row.region.rawValue), .text(row.department ?? ""), .text(row.status?.rawValue ?? ""),
        .text(row.nisClass?.rawValue ?? ""), Self.cell(row.agents), .text(row.agentsSource.text),
        Self.cell(row.beds), .missing, Self.cell(row.sites), Self.cell(row.activity), .missing,
        .missing, .missing, .text(row.group ?? ""),
      ])
    }
    return writer
  }

  /// The log as a table: `action;reason;file;line;subject;detail;count`.
  ///
  /// - Throws: never in practice.
  public func logTable(style: CSVStyle = .study) throws(Findings) -> CSVWriter {
    var writer = CSVWriter(
      columns: ["action", "reason", "file", "line", "subject", "detail", "count"], style: style)
    for entry in log.entries {
      try writer.append([
        .text(entry.reason.leavesOut ? "left_out" : "imputed"), .text(entry.reason.rawValue),
        .text(entry.file), entry.line.map { .integer(Int64($0)) } ?? .missing,
        .text(entry.subject), .text(entry.detail), .integer(Int64(entry.count)),
      ])
    }
    return writer
  }

  /// What became of the lines of each file: `file;kind;year;encoding;read;kept;` then one column per
  /// reason, then agents read and kept.
  ///
  /// - Throws: never in practice.
  public func accountsTable(style: CSVStyle = .study) throws(Findings) -> CSVWriter {
    let reasons = ImportReason.allCases.filter(\.leavesOut).map(\.rawValue)
      .filter { reason in log.accounts.contains { $0.leftOut[reason] != nil } }
    var writer = CSVWriter(
      columns: ["file", "kind", "year", "encoding", "read", "kept"] + reasons
        + ["agents_read", "agents_kept"], style: style)
    for account in log.accounts {
      var cells: [Cell] = [
        .text(account.file), .text(account.kind),
        account.year.map { .integer(Int64($0)) } ?? .missing, .text(account.encoding),
        .integer(Int64(account.read)), .integer(Int64(account.kept)),
      ]
      cells += reasons.map { .integer(Int64(account.leftOut[$0] ?? 0)) }
      cells += [.integer(account.agentsRead), .integer(account.agentsKept)]
      try writer.append(cells)
    }
    return writer
  }

  private static func cell(_ value: Int64?) -> Cell { value.map { .integer($0) } ?? .missing }
}
