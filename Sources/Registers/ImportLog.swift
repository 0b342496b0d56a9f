// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics

/// Why a line was left out, or where a value comes from that its register does not declare.
public enum ImportReason: String, Sendable, Hashable, Codable, CaseIterable {
  // Left out.
  /// The site's category is not one of those asked for.
  case outsideScope = "outside_scope"
  /// A line of coordinates: not used.
  case coordinates
  /// A line of a kind that is not used.
  case unknownSection = "unknown_section"
  /// Too many or too few fields, or identifiers that are not FINESS numbers.
  case malformed
  /// The number was met before in the same file.
  case duplicate
  /// Closed, according to the register.
  case inactive
  /// The department is unknown, or belongs to no region.
  case unknownTerritory = "unknown_territory"
  /// Activity of a site that the identity table of the year does not have.
  case siteNotInIdentity = "site_not_in_identity"
  /// An earlier year, of a legal entity that declares the newest.
  case newerYearDeclared = "newer_year_declared"
  /// A legal entity that is not in the population.
  case entityNotInPopulation = "entity_not_in_population"
  /// An earlier year, of a legal entity that declares nothing in it either.
  case nothingDeclared = "nothing_declared"
  /// Identity of an earlier year: only the newest makes the population.
  case olderIdentity = "older_identity"
  /// An earlier year than the rule looks at.
  case yearBeyondFallback = "year_beyond_fallback"
  /// A member of a group that the structures file does not describe.
  case unknownMember = "unknown_member"
  /// A member of a second group: the first one counts.
  case alreadyMember = "already_member"
  /// A group none of whose members is in the population.
  case emptyGroup = "empty_group"

  // Imputed.
  /// Agents declared one year before the newest.
  case agentsOneYearBack = "agents_one_year_back"
  /// Agents declared two years before the newest.
  case agentsTwoYearsBack = "agents_two_years_back"
  /// Agents declared in none of the three years: 0, as the rule says.
  case agentsZero = "agents_zero"
  /// Name of the main site, since no register given names the legal entity.
  case nameFromSite = "name_from_site"
  /// Region and department of the main site, the sites being in several.
  case mainSiteTerritory = "main_site_territory"
  /// Status of most sites, which do not agree.
  case statusOfMostSites = "status_of_most_sites"

  /// Whether a line is left out; otherwise a value is imputed.
  public var leavesOut: Bool {
    switch self {
    case .agentsOneYearBack, .agentsTwoYearsBack, .agentsZero, .nameFromSite, .mainSiteTerritory,
      .statusOfMostSites:
      false
    default: true
    }
  }
}

/// One entry of the log: a line left out, a value imputed, or many lines left out for one reason.
public struct ImportLogEntry: Sendable, Hashable, Codable {
  /// File, as the user named it.
  public var file: String
  /// Line, the first of them where there are several; `nil` for a value imputed from several.
  public var line: Int?
  /// FINESS number or code concerned, or what the lines have in common.
  public var subject: String
  /// Why.
  public var reason: ImportReason
  /// Value imputed, or what was met.
  public var detail: String
  /// Lines left out, or values imputed.
  public var count: Int
}

/// What became of the lines of one file.
public struct FileAccount: Sendable, Hashable, Codable {
  /// File, as the user named it.
  public let file: String
  /// What it was read as: `finess`, `structures`, `sae_identity`, `sae_activity`, `memberships`.
  public let kind: String
  /// Year of the data, where the file says it.
  public internal(set) var year: Int?
  /// Encoding found.
  public let encoding: String
  /// Records read, headers and blank lines apart.
  public internal(set) var read = 0
  /// Records that count in the result.
  public internal(set) var kept = 0
  /// Records left out, by reason.
  public internal(set) var leftOut: [String: Int] = [:]
  /// Agents declared by the records read; 0 for files that declare none.
  public internal(set) var agentsRead: Int64 = 0
  /// Agents declared by the records kept.
  public internal(set) var agentsKept: Int64 = 0

  init(file: String, kind: String, year: Int? = nil, encoding: String) {
    self.file = file
    self.kind = kind
    self.year = year
    self.encoding = encoding
  }

  /// Whether records read are those kept and those left out, no more and no less.
  public var addsUp: Bool { read == kept + leftOut.values.reduce(0, +) }
}

/// The log of an import: what was left out, what was imputed, and the account of each file.
public struct ImportLog: Sendable, Hashable {
  /// Entries, in the order in which they arose.
  public private(set) var entries: [ImportLogEntry] = []
  /// One account per file read, in the order read.
  public internal(set) var accounts: [FileAccount] = []
  private var bulk: [BulkKey: Int] = [:]

  private struct BulkKey: Hashable {
    let file: String
    let reason: ImportReason
    let subject: String
  }

  /// Leaves out a line.
  mutating func leaveOut(
    _ reason: ImportReason, _ subject: String, line: Int?, detail: String = "",
    account: inout FileAccount
  ) {
    account.leftOut[reason.rawValue, default: 0] += 1
    entries.append(
      ImportLogEntry(
        file: account.file, line: line, subject: subject, reason: reason, detail: detail, count: 1))
  }

  /// Leaves out a line that has many like it: they share one entry.
  mutating func leaveOutAlike(
    _ reason: ImportReason, _ subject: String, line: Int?, account: inout FileAccount
  ) {
    account.leftOut[reason.rawValue, default: 0] += 1
    let key = BulkKey(file: account.file, reason: reason, subject: subject)
    if let place = bulk[key] {
      entries[place].count += 1
      return
    }
    bulk[key] = entries.count
    entries.append(
      ImportLogEntry(
        file: account.file, line: line, subject: subject, reason: reason, detail: "", count: 1))
  }

  /// Notes something that is not a line of its own, such as a member of a group.
  mutating func note(
    _ reason: ImportReason, _ subject: String, detail: String, file: String, line: Int? = nil
  ) {
    entries.append(
      ImportLogEntry(
        file: file, line: line, subject: subject, reason: reason, detail: detail, count: 1))
  }

  /// Says how many lines of a file were left out for being malformed, if any.
  func warnOfMalformed(_ account: FileAccount, findings: inout Findings) {
    guard let count = account.leftOut[ImportReason.malformed.rawValue] else { return }
    let first = entries.first { $0.file == account.file && $0.reason == .malformed }
    findings.add(
      account.file, .linesMalformed, line: first?.line, severity: .warning,
      ["count": "\(count)", "read": "\(account.read)"])
  }

  /// Imputes a value.
  mutating func impute(_ reason: ImportReason, _ subject: String, _ detail: String, file: String) {
    entries.append(
      ImportLogEntry(
        file: file, line: nil, subject: subject, reason: reason, detail: detail, count: 1))
  }

  /// Number of lines left out, or values imputed, for one reason.
  public func count(of reason: ImportReason) -> Int {
    entries.reduce(0) { $0 + ($1.reason == reason ? $1.count : 0) }
  }
}
