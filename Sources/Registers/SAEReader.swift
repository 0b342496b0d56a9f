// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics
internal import FundingModel
internal import Tables

/// One site in the identity table (ID) of the SAE.
struct SAESite {
  let number: SiteNumber
  let entity: LegalEntityNumber
  let name: String
  let status: Beneficiary.Status?
  let region: String?
  let department: String?
  let category: String
  let line: Int
}

/// What one site declares in the table SYGEN of the SAE.
struct SAEActivity {
  let number: SiteNumber
  let entity: LegalEntityNumber
  let agents: Int64?
  let beds: Int64?
  let stays: Int64?
  let line: Int
}

/// One table of the SAE, of one year.
struct SAETable {
  enum Rows {
    case identity([SAESite])
    case activity([SAEActivity])
  }

  let path: String
  let year: Int
  let rows: Rows
  var account: FileAccount
}

/// Reads the tables ID and SYGEN of the SAE (DREES), statistical base.
///
/// Which table a file is, is told by its columns; which year, by its column AN. Names of columns are
/// compared without case, since ID is partly in lower case. An empty cell is "not declared".
struct SAEReader {
  /// Full-time beds and places: medicine, surgery, obstetrics; psychiatry; rehabilitation; long stay.
  static let bedColumns = ["LIT_MCO", "CAP_COMPLET_TOT", "LIT_SSR", "LIT_USLD"]
  /// Stays in medicine, surgery and obstetrics: complete and partial hospitalisation.
  static let stayColumns = ["SEJHC_MCO", "SEJHP_MCO"]

  let agents: AgentsDefinition
  private var signs = SpreadsheetSigns()

  init(agents: AgentsDefinition) { self.agents = agents }

  /// Reads one file; `nil`, with findings, where it is not a table of the SAE that is used.
  mutating func read(
    path: String, limit: Int, log: inout ImportLog, findings: inout Findings
  ) throws(Findings) -> SAETable? {
    let text = try TextFile(path: path, limit: limit)
    findings.add(contentsOf: text.findings)
    signs = SpreadsheetSigns()
    var reader = CSVReader(text, quoting: .withinLine)
    guard let first = reader.next() else {
      findings.add(path, .saeUnknownTable)
      return nil
    }
    var own = Findings()
    let header = CSVHeader(first, matching: .folded, findings: &own)
    let isIdentity = header.place(of: "STJR") != nil
    let isActivity = header.place(of: agents.columns[0]) != nil
    guard isIdentity != isActivity else {
      findings.add(path, .saeUnknownTable, line: first.line)
      return nil
    }
    let account = FileAccount(
      file: path, kind: isIdentity ? "sae_identity" : "sae_activity",
      encoding: text.report.encoding.rawValue)
    let table =
      isIdentity
      ? identity(&reader, header, account, log: &log, findings: &own)
      : activity(&reader, header, account, log: &log, findings: &own)
    findings.add(contentsOf: signs.isEmpty ? own : signs.findings())
    return own.hasErrors || !signs.isEmpty ? nil : table
  }

  // MARK: - Identity

  private mutating func identity(
    _ reader: inout CSVReader, _ header: CSVHeader, _ account: FileAccount,
    log: inout ImportLog, findings: inout Findings
  ) -> SAETable? {
    var account = account
    guard let keys = Keys(header, findings: &findings),
      let name = header.require("RS", findings: &findings),
      let status = header.require("STJR", findings: &findings),
      let region = header.require("REG", findings: &findings),
      let department = header.require("DEP", findings: &findings)
    else { return nil }
    let category = header.place(of: "CATR") ?? header.place(of: "CAT")
    var sites: [SAESite] = []
    var known: Set<FinessNumber> = []
    while let record = reader.next() {
      guard
        let row = begin(
          record, header, keys, known: &known, account: &account, log: &log, findings: &findings)
      else { continue }
      signs.checkDepartment(record, department)
      let regionCode = record.text(at: region)
      let departmentCode = Territory.department(record.text(at: department))
      sites.append(
        SAESite(
          number: row.site, entity: row.entity, name: RegisterName.clean(record.text(at: name)),
          status: LegalStatus.status(ofSAE: record.text(at: status)),
          region: Territory.isRegion(regionCode)
            ? regionCode : departmentCode.flatMap { Territory.region(ofDepartment: $0) },
          department: departmentCode, category: category.map { record.text(at: $0) } ?? "",
          line: record.line))
    }
    return close(.identity(sites), account, log, findings: &findings)
  }

  // MARK: - Activity

  private mutating func activity(
    _ reader: inout CSVReader, _ header: CSVHeader, _ account: FileAccount,
    log: inout ImportLog, findings: inout Findings
  ) -> SAETable? {
    var account = account
    guard let keys = Keys(header, findings: &findings) else { return nil }
    let agentPlaces = agents.columns.compactMap { header.require($0, findings: &findings) }
    guard agentPlaces.count == agents.columns.count else { return nil }
    let bedPlaces = Self.bedColumns.compactMap { header.place(of: $0) }
    let stayPlaces = Self.stayColumns.compactMap { header.place(of: $0) }
    var rows: [SAEActivity] = []
    var known: Set<FinessNumber> = []
    while let record = reader.next() {
      guard
        let row = begin(
          record, header, keys, known: &known, account: &account, log: &log, findings: &findings)
      else { continue }
      let agents = sum(record, agentPlaces, header, &findings)
      account.agentsRead += agents ?? 0
      rows.append(
        SAEActivity(
          number: row.site, entity: row.entity, agents: agents,
          beds: sum(record, bedPlaces, header, &findings),
          stays: sum(record, stayPlaces, header, &findings), line: record.line))
    }
    return close(.activity(rows), account, log, findings: &findings)
  }

  /// The sum of the cells that declare a count; `nil` where none does.
  private func sum(
    _ record: CSVRecord, _ places: [Int], _ header: CSVHeader, _ findings: inout Findings
  ) -> Int64? {
    var total: Int64?
    for place in places where !record.isEmpty(at: place) {
      let text = record.text(at: place)
      do {
        let value = try Int64(text) ?? QuantityText.integer(text, mark: .comma)
        guard 0...1_000_000_000 ~= value else {
          findings.add(
            Finding(
              .negativeCount, .error, at: record.position(of: place),
              ["column": header.names[place], "text": text]))
          continue
        }
        total = (total ?? 0) + value
      } catch let problem as QuantityProblem {
        findings.add(
          problem.finding(at: record.position(of: place), ["column": header.names[place]]))
      } catch {}
    }
    return total
  }

  // MARK: - Common to both

  /// Places of the columns that every table has.
  private struct Keys {
    let site: Int
    let entity: Int
    let year: Int

    init?(_ header: CSVHeader, findings: inout Findings) {
      let site = header.require("FI", findings: &findings)
      let entity = header.require("FI_EJ", findings: &findings)
      let year = header.require("AN", findings: &findings)
      guard let site, let entity, let year else { return nil }
      self.site = site
      self.entity = entity
      self.year = year
    }
  }

  /// Reads what every row begins with; `nil` where the row is left out.
  private mutating func begin(
    _ record: CSVRecord, _ header: CSVHeader, _ keys: Keys, known: inout Set<FinessNumber>,
    account: inout FileAccount, log: inout ImportLog, findings: inout Findings
  ) -> (site: SiteNumber, entity: LegalEntityNumber)? {
    if record.isBlank { return nil }
    account.read += 1
    let siteText = record.text(at: keys.site)
    let isWhole = record.count == header.names.count || Self.isPadded(record, header)
    if isWhole {
      signs.checkFiness(record, keys.site)
      signs.checkFiness(record, keys.entity)
    }
    guard isWhole, let site = FinessNumber(siteText),
      let entity = FinessNumber(record.text(at: keys.entity)),
      let year = Int(record.text(at: keys.year))
    else {
      log.leaveOut(
        .malformed, siteText, line: record.line, detail: "\(record.count)", account: &account)
      return nil
    }
    if account.year == nil { account.year = year }
    if account.year != year {
      findings.add(
        Finding(
          .saeMixedYears, .error, at: record.position(of: keys.year),
          ["first": "\(account.year ?? year)", "text": "\(year)"]))
    }
    guard known.insert(site).inserted else {
      log.leaveOut(.duplicate, siteText, line: record.line, account: &account)
      return nil
    }
    return (SiteNumber(site), LegalEntityNumber(entity))
  }

  /// Whether the fields beyond the last name are empty.
  private static func isPadded(_ record: CSVRecord, _ header: CSVHeader) -> Bool {
    record.count > header.names.count
      && (header.names.count..<record.count).allSatisfy { record.isEmpty(at: $0) }
  }

  private func close(
    _ rows: SAETable.Rows, _ account: FileAccount, _ log: ImportLog, findings: inout Findings
  ) -> SAETable? {
    if signs.isEmpty { log.warnOfMalformed(account, findings: &findings) }
    guard let year = account.year else {
      if signs.isEmpty { findings.add(account.file, .nothingKept) }
      return nil
    }
    return SAETable(path: account.file, year: year, rows: rows, account: account)
  }
}
