// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics
internal import FundingModel
internal import Tables

/// Reads a user's table of groups: `ght;ej`, and where known `name` and `role` (`S` or `M`).
enum MembershipTable {
  static let schema = TableSchema(
    columns: [
      ColumnDeclaration("ght", .identifier), ColumnDeclaration("ej", .identifier),
      .optional("name", .text), .optional("role", .choice(["S", "M"])),
    ], key: ["ej"], undeclaredColumns: .ignored)

  /// The groups, in the order in which they are first named.
  static func read(
    path: String, log: inout ImportLog, findings: inout Findings
  ) throws(Findings) -> [HospitalGroup] {
    let text = try TextFile(path: path)
    var account = FileAccount(
      file: path, kind: "memberships", encoding: text.report.encoding.rawValue)
    let table = schema.read(text, findings: &findings)
    var groups: [HospitalGroup] = []
    var places: [String: Int] = [:]
    for row in table.rows {
      account.read += 1
      guard let code = row.text("ght"), let entity = row.text("ej") else {
        log.leaveOut(.malformed, "", line: row.line, account: &account)
        continue
      }
      guard let number = FinessNumber(entity) else {
        findings.add(
          Finding(.invalidNumber, .error, at: row.position(of: "ej"), ["text": entity]))
        log.leaveOut(.malformed, entity, line: row.line, account: &account)
        continue
      }
      account.kept += 1
      let place = places[code] ?? groups.count
      if place == groups.count {
        places[code] = place
        groups.append(
          HospitalGroup(code: code, name: row.text("name") ?? code, members: [], file: path))
      }
      let role: HospitalGroup.Role = row.text("role") == "S" ? .support : .member
      groups[place].members.append((LegalEntityNumber(number), role))
    }
    log.accounts.append(account)
    return groups
  }
}
