// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics
internal import FundingModel

/// A group (GHT) and its members.
struct HospitalGroup {
  /// What a member is to its group.
  enum Role { case support, member }

  /// Code of the group, as its source gives it.
  let code: String
  /// Name.
  let name: String
  /// Members, in the order of the source.
  var members: [(entity: LegalEntityNumber, role: Role)]
  /// File it was read from.
  let file: String
}

/// What FINESS+ says: legal entities, their sites, and groups with their members.
struct Structures {
  var entities: [FinessEntity] = []
  var sites: [FinessSite] = []
  var groups: [HospitalGroup] = []
}

/// Reads the structures feed of FINESS+ (`finess-structures-journalier-AAAAMMJJ.json`, .gz or not).
///
/// Source: schemas and notes of the ANS. Groups (`gcc`) name their members by internal number
/// (`pmSmsseId`), role `S` for the support establishment and `M` for the others. The feed includes
/// closed objects (`etatObjet` I), which are left out and counted. Names are padded with spaces.
struct StructuresReader {
  private struct DraftGroup {
    let code: String
    let name: String
    let line: Int
    var members: [(internalNumber: String, role: HospitalGroup.Role)]
  }

  private let path: String
  private let scope: FinessScope
  private var account: FileAccount
  private var structures = Structures()
  private var drafts: [DraftGroup] = []
  private var numbers: [String: FinessNumber] = [:]
  private var known: Set<FinessNumber> = []

  private init(path: String, scope: FinessScope) {
    self.path = path
    self.scope = scope
    account = FileAccount(file: path, kind: "structures", encoding: "utf8")
  }

  /// Reads one file.
  static func read(
    path: String, scope: FinessScope, limit: Int, log: inout ImportLog
  ) throws(Findings) -> Structures {
    var reader = StructuresReader(path: path, scope: scope)
    var recognised = false
    var partial = log
    try JSONElementStream.read(path: path, limit: limit) { element throws(Findings) in
      if ["gcc", "gco", "pmej"].contains(element.array) { recognised = true }
      try reader.take(element, log: &partial)
    }
    log = partial
    guard recognised else {
      var findings = Findings()
      findings.add(path, .notStructures)
      throw findings
    }
    reader.resolveGroups(log: &log)
    log.accounts.append(reader.account)
    return reader.structures
  }

  private mutating func take(
    _ element: JSONElementStream.Element, log: inout ImportLog
  ) throws(Findings) {
    guard ["gcc", "pmej"].contains(element.array) else {
      account.read += 1
      log.leaveOutAlike(
        .unknownSection, element.array, line: element.line, account: &account)
      return
    }
    let value: JSONValue
    do {
      value = try JSONParser.value(of: element.bytes)
    } catch {
      let lines = element.bytes.prefix(error.offset).count { $0 == 0x0A }
      var findings = Findings()
      findings.add(path, .jsonMalformed, line: element.line + lines)
      throw findings
    }
    account.read += 1
    if element.array == "gcc" {
      takeGroup(value, line: element.line, log: &log)
    } else {
      takeEntity(value, line: element.line, log: &log)
    }
  }

  private static func isInactive(_ value: JSONValue) -> Bool { value["etatObjet"]?.text == "I" }

  private mutating func takeGroup(_ value: JSONValue, line: Int, log: inout ImportLog) {
    let code = value["gccIdentifiantExterne"]?.text ?? value["gccId"]?.text ?? ""
    guard !code.isEmpty else {
      log.leaveOut(.malformed, "gcc", line: line, account: &account)
      return
    }
    guard !Self.isInactive(value) else {
      log.leaveOut(.inactive, code, line: line, account: &account)
      return
    }
    account.kept += 1
    let members = (value["pmejDuGcc"]?.elements ?? []).compactMap { member in
      member["pmSmsseId"]?.text.map { number in
        let isSupport = member["typeRoleEntiteGroupe"]?.text == "S"
        return (internalNumber: number, role: isSupport ? HospitalGroup.Role.support : .member)
      }
    }
    drafts.append(
      DraftGroup(code: code, name: value["nomGcc"]?.text ?? code, line: line, members: members))
  }

  private mutating func takeEntity(_ value: JSONValue, line: Int, log: inout ImportLog) {
    let about = value["informationsGeneralesPMEJ"] ?? .null
    let text = about["numFinessPm"]?.text ?? ""
    guard let number = FinessNumber(text) else {
      log.leaveOut(.malformed, text, line: line, account: &account)
      return
    }
    // The internal number is kept for closed entities too, so that a group naming one is understood.
    if let internalNumber = about["pmSmsseId"]?.text { numbers[internalNumber] = number }
    guard !Self.isInactive(value), about["etatObjet"]?.text != "I" else {
      log.leaveOut(.inactive, number.text, line: line, account: &account)
      return
    }
    guard known.insert(number).inserted else {
      log.leaveOut(.duplicate, number.text, line: line, account: &account)
      return
    }
    account.kept += 1
    let entity = LegalEntityNumber(number)
    structures.entities.append(
      FinessEntity(
        number: entity,
        name: about["denominationLonguePmSmsse"]?.text ?? about["denominationPm"]?.text ?? "",
        status: LegalStatus.status(ofCode: about["statutJuridique"]?.text ?? ""),
        department: Self.department(value)))
    for site in value["ege"]?.elements ?? [] { takeSite(site, of: entity, line: line, log: &log) }
  }

  private mutating func takeSite(
    _ value: JSONValue, of entity: LegalEntityNumber, line: Int, log: inout ImportLog
  ) {
    account.read += 1
    let about = value["informationsGeneralesEGE"] ?? .null
    let text = about["numFinessEge"]?.text ?? ""
    guard let number = FinessNumber(text) else {
      log.leaveOut(.malformed, text, line: line, account: &account)
      return
    }
    guard !Self.isInactive(value), about["etatObjet"]?.text != "I" else {
      log.leaveOut(.inactive, number.text, line: line, account: &account)
      return
    }
    let category = value["categorieEntiteGeographiqueExercice"]?.text ?? ""
    let aggregate = HospitalCategories.aggregate(of: category) ?? ""
    guard known.insert(number).inserted else {
      log.leaveOut(.duplicate, number.text, line: line, account: &account)
      return
    }
    guard scope.includes(category: category, aggregate: aggregate) else {
      log.leaveOutAlike(.outsideScope, category, line: line, account: &account)
      return
    }
    let department = Self.department(value)
    guard let department, Territory.region(ofDepartment: department) != nil else {
      log.leaveOut(
        .unknownTerritory, number.text, line: line, detail: category, account: &account)
      return
    }
    account.kept += 1
    structures.sites.append(
      FinessSite(
        number: SiteNumber(number), entity: entity,
        name: about["nomEgeLong"]?.text ?? about["nomEgeCourt"]?.text ?? "",
        department: department, category: category, aggregate: aggregate, sector: "",
        line: line))
  }

  /// Department of the address of use 03 (of a site), else of the first one, by its commune.
  private static func department(_ value: JSONValue) -> String? {
    let addresses = value["adresse"]?.elements ?? []
    let address = addresses.first { $0["usageAdresse"]?.text == "03" } ?? addresses.first
    guard let commune = address?["cogCommune"]?.text, commune.utf8.count == 5 else { return nil }
    return Territory.department(String(commune.prefix(commune.hasPrefix("97") ? 3 : 2)))
  }

  private mutating func resolveGroups(log: inout ImportLog) {
    for draft in drafts {
      var group = HospitalGroup(code: draft.code, name: draft.name, members: [], file: path)
      for member in draft.members {
        guard let number = numbers[member.internalNumber] else {
          log.note(
            .unknownMember, draft.code, detail: member.internalNumber, file: path, line: draft.line)
          continue
        }
        group.members.append((LegalEntityNumber(number), member.role))
      }
      structures.groups.append(group)
    }
  }
}

/// Aggregates of the hospital categories, which FINESS+ does not repeat.
///
/// Source: FINESS nomenclature of categories of 26 May 2025, aggregates 11xx, categories in use.
enum HospitalCategories {
  private static let aggregates: [String: String] = [
    "101": "1101", "355": "1102", "292": "1103", "131": "1104", "106": "1106", "109": "1107",
    "362": "1109", "122": "1110", "128": "1110", "129": "1110", "365": "1110", "156": "1111",
    "161": "1111", "366": "1111", "412": "1111", "415": "1111", "425": "1111", "430": "1111",
    "444": "1111",
  ]

  /// Aggregate of a category; `nil` where it is not a hospital's.
  static func aggregate(of category: String) -> String? { aggregates[category] }
}
