// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics
internal import FundingModel
internal import Tables

/// Reads the etalab extracts of FINESS: cs1100501 (EJ), cs1100502 and cs1100507 (ET).
///
/// These files have no header: line 1 is `finess;etalab;<n>;<date>`, rows are told apart by their
/// first field (`structureet` with 32 fields, `structureej` with 23, `geolocalisation`). Layout:
/// publisher's descriptions of the three files.
struct EtalabReader {
  let scope: FinessScope
  private(set) var extract = FinessExtract()
  private var signs = SpreadsheetSigns()
  private var known: Set<FinessNumber> = []

  init(scope: FinessScope) { self.scope = scope }

  /// Reads one file.
  mutating func read(
    path: String, limit: Int, log: inout ImportLog, findings: inout Findings
  ) throws(Findings) {
    let text = try TextFile(path: path, limit: limit)
    findings.add(contentsOf: text.findings)
    var account = FileAccount(
      file: path, kind: "finess", encoding: text.report.encoding.rawValue)
    var reader = CSVReader(text, separator: .semicolon, quoting: .withinLine)
    signs = SpreadsheetSigns()
    guard let first = reader.next() else {
      findings.add(path, .notFiness, ["text": ""])
      return
    }
    let isUndated = readFirst(first, path: path, log: &log, account: &account, &findings)
    if isUndated == nil { return }
    while let record = reader.next() { read(record, log: &log, account: &account) }
    log.accounts.append(account)
    guard signs.isEmpty else {
      findings.add(contentsOf: signs.findings())
      return
    }
    log.warnOfMalformed(account, findings: &findings)
    if isUndated == true { findings.add(path, .undatedExtract, line: 1, severity: .warning) }
    if account.kept == 0 { findings.add(path, .nothingKept) }
  }

  /// Reads the first line; whether the file lacks its date, or `nil` where it is not FINESS.
  private mutating func readFirst(
    _ record: CSVRecord, path: String, log: inout ImportLog, account: inout FileAccount,
    _ findings: inout Findings
  ) -> Bool? {
    let tag = record.text(at: 0)
    switch tag {
    case "finess":
      let date = record.text(at: 3)
      if record.text(at: 1) == "etalab" {
        extract.date = [extract.date, date].compactMap { $0 }.max()
        account.year = Int(date.prefix(4))
        signs.checkDate(record, 3)
      }
      // A row of names here was added by somebody; the rows below will tell what else was done.
      return record.text(at: 1) != "etalab"
    case "structureet", "structureej", "geolocalisation":
      read(record, log: &log, account: &account)
      return true
    default:
      findings.add(path, .notFiness, line: record.line, ["text": String(tag.prefix(40))])
      return nil
    }
  }

  private mutating func read(
    _ record: CSVRecord, log: inout ImportLog, account: inout FileAccount
  ) {
    account.read += 1
    let tag = record.rawBytes(at: 0)
    if tag.elementsEqual("structureet".utf8) {
      readSite(record, log: &log, account: &account)
    } else if tag.elementsEqual("geolocalisation".utf8) {
      log.leaveOutAlike(.coordinates, "geolocalisation", line: record.line, account: &account)
    } else if tag.elementsEqual("structureej".utf8) {
      readEntity(record, log: &log, account: &account)
    } else {
      let subject = String(record.text(at: 0).prefix(40))
      log.leaveOutAlike(.unknownSection, subject, line: record.line, account: &account)
    }
  }

  private mutating func readSite(
    _ record: CSVRecord, log: inout ImportLog, account: inout FileAccount
  ) {
    let numberText = record.text(at: 1)
    let isWhole = Self.hasWidth(record, 31...32)
    // A row cut short shows nothing: its last number may be cut too.
    if isWhole {
      signs.checkFiness(record, 1)
      signs.checkFiness(record, 2)
      signs.checkDepartment(record, 13)
      signs.checkLongNumber(record, 22)
      for field in 28...30 { signs.checkDate(record, field) }
    }
    guard isWhole, let number = FinessNumber(numberText),
      let entity = FinessNumber(record.text(at: 2))
    else {
      log.leaveOut(
        .malformed, numberText, line: record.line, detail: "\(record.count)", account: &account)
      return
    }
    let category = record.text(at: 18)
    let aggregate = record.text(at: 20)
    guard known.insert(number).inserted else {
      log.leaveOut(.duplicate, number.text, line: record.line, account: &account)
      return
    }
    guard scope.includes(category: category, aggregate: aggregate) else {
      log.leaveOutAlike(.outsideScope, category, line: record.line, account: &account)
      return
    }
    let department = Territory.department(record.text(at: 13))
    guard let department, Territory.region(ofDepartment: department) != nil else {
      log.leaveOut(
        .unknownTerritory, number.text, line: record.line, detail: record.text(at: 13),
        account: &account)
      return
    }
    account.kept += 1
    let longName = record.text(at: 4)
    extract.sites.append(
      FinessSite(
        number: SiteNumber(number), entity: LegalEntityNumber(entity),
        name: RegisterName.clean(longName.isEmpty ? record.text(at: 3) : longName),
        department: department, category: category, aggregate: aggregate,
        sector: record.text(at: 26), line: record.line))
  }

  private mutating func readEntity(
    _ record: CSVRecord, log: inout ImportLog, account: inout FileAccount
  ) {
    let numberText = record.text(at: 1)
    let isWhole = Self.hasWidth(record, 22...23)
    if isWhole {
      signs.checkFiness(record, 1)
      signs.checkDepartment(record, 13)
      signs.checkDate(record, 22)
    }
    guard isWhole, let number = FinessNumber(numberText) else {
      log.leaveOut(
        .malformed, numberText, line: record.line, detail: "\(record.count)", account: &account)
      return
    }
    guard known.insert(number).inserted else {
      log.leaveOut(.duplicate, number.text, line: record.line, account: &account)
      return
    }
    account.kept += 1
    let longName = record.text(at: 3)
    extract.entities.append(
      FinessEntity(
        number: LegalEntityNumber(number),
        name: RegisterName.clean(longName.isEmpty ? record.text(at: 2) : longName),
        status: LegalStatus.status(ofCode: record.text(at: 16)),
        department: Territory.department(record.text(at: 13))))
  }

  /// Whether the row has this many fields, empty ones left by a separator at the end apart.
  private static func hasWidth(_ record: CSVRecord, _ widths: ClosedRange<Int>) -> Bool {
    guard record.count >= widths.lowerBound else { return false }
    return (widths.upperBound..<max(widths.upperBound, record.count)).allSatisfy {
      record.isEmpty(at: $0)
    }
  }
}
