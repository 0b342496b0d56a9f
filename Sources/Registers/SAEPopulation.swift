// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics
internal import FundingModel

/// Makes legal entities from tables of the SAE of one or several years.
///
/// The identity table of the newest year makes the population. Agents follow the order of
/// 27 January 2026, annex 2: the sum over the sites in the SAE of the year, else of the year before,
/// else of two years before, else 0. A year counts for a legal entity where any of its sites
/// declares a head-count in it.
struct SAEPopulation {
  let drafts: [EntityDraft]
  let year: Int

  /// Makes the population; `nil`, with findings, where tables are missing or given twice.
  init?(_ tables: [SAETable], log: inout ImportLog, findings: inout Findings) {
    var identities: [Int: (table: SAETable, sites: [SAESite])] = [:]
    var activities: [Int: (table: SAETable, rows: [SAEActivity])] = [:]
    for table in tables {
      let isTwice: Bool
      switch table.rows {
      case .identity(let sites):
        isTwice = identities.updateValue((table, sites), forKey: table.year) != nil
      case .activity(let rows):
        isTwice = activities.updateValue((table, rows), forKey: table.year) != nil
      }
      if isTwice { findings.add(table.path, .saeTableTwice, ["year": "\(table.year)"]) }
    }
    guard let year = identities.keys.max(), let newest = identities[year] else {
      findings.add(tables.first?.path ?? "", .saeTableMissing, ["table": "ID"])
      return nil
    }
    guard activities[year] != nil else {
      findings.add(newest.table.path, .saeTableMissing, ["table": "SYGEN", "year": "\(year)"])
      return nil
    }
    self.year = year
    var builder = Builder(year: year, newest: newest, log: &log)
    for older in identities.keys.sorted(by: >) where older != year {
      guard let table = identities[older]?.table else { continue }
      builder.leaveOutWhole(table, identities[older]?.sites ?? [], log: &log)
    }
    for activityYear in activities.keys.sorted(by: >) {
      guard let (table, rows) = activities[activityYear] else { continue }
      if !(year - 2...year).contains(activityYear) {
        findings.add(
          table.path, .saeYearUnused, severity: .warning,
          ["year": "\(activityYear)", "newest": "\(year)"])
      }
      builder.take(table, rows, log: &log)
    }
    drafts = builder.finish(log: &log)
  }

  private struct Builder {
    let year: Int
    let file: String
    var drafts: [LegalEntityNumber: EntityDraft] = [:]
    var entityOfSite: [SiteNumber: LegalEntityNumber] = [:]
    var newestAccount: FileAccount

    init(year: Int, newest: (table: SAETable, sites: [SAESite]), log: inout ImportLog) {
      self.year = year
      file = newest.table.path
      newestAccount = newest.table.account
      let placed = Set(newest.sites.filter { $0.region != nil }.map(\.entity))
      for site in newest.sites {
        guard placed.contains(site.entity) else {
          log.leaveOut(
            .unknownTerritory, site.number.description, line: site.line,
            detail: site.entity.description, account: &newestAccount)
          continue
        }
        entityOfSite[site.number] = site.entity
        newestAccount.kept += 1
        drafts[site.entity, default: EntityDraft(number: site.entity, file: file)].sites.append(
          EntityDraft.Site(
            number: site.number, name: site.name, region: site.region, department: site.department,
            status: site.status, category: site.category, agents: nil, line: site.line))
      }
    }

    /// Leaves out an identity table that is not the newest.
    mutating func leaveOutWhole(_ table: SAETable, _ sites: [SAESite], log: inout ImportLog) {
      var account = table.account
      for site in sites {
        log.leaveOutAlike(.olderIdentity, "\(table.year)", line: site.line, account: &account)
      }
      log.accounts.append(account)
    }

    /// Takes what sites declare in one year, newest years first.
    mutating func take(_ table: SAETable, _ rows: [SAEActivity], log: inout ImportLog) {
      var account = table.account
      let declaring = Set(rows.filter { $0.agents != nil }.map(\.entity))
      for row in rows {
        guard year - 2...year ~= table.year else {
          log.leaveOutAlike(
            .yearBeyondFallback, "\(table.year)", line: row.line, account: &account)
          continue
        }
        if table.year == year {
          takeNewest(row, account: &account, log: &log)
        } else {
          takeOlder(row, table.year, declaring: declaring, account: &account, log: &log)
        }
      }
      settle(table.year, declaring)
      log.accounts.append(account)
    }

    private mutating func takeNewest(
      _ row: SAEActivity, account: inout FileAccount, log: inout ImportLog
    ) {
      guard entityOfSite[row.number] == row.entity, var draft = drafts[row.entity] else {
        log.leaveOut(
          .siteNotInIdentity, row.number.description, line: row.line,
          detail: row.agents.map { "\($0)" } ?? "", account: &account)
        return
      }
      account.kept += 1
      account.agentsKept += row.agents ?? 0
      if let place = draft.sites.firstIndex(where: { $0.number == row.number }) {
        draft.sites[place].agents = row.agents
      }
      draft.beds = Self.add(draft.beds, row.beds)
      draft.activity = Self.add(draft.activity, row.stays)
      draft.agents = Self.add(draft.agents, row.agents)
      drafts[row.entity] = draft
    }

    private mutating func takeOlder(
      _ row: SAEActivity, _ rowYear: Int, declaring: Set<LegalEntityNumber>,
      account: inout FileAccount, log: inout ImportLog
    ) {
      guard let draft = drafts[row.entity] else {
        log.leaveOutAlike(
          .entityNotInPopulation, row.entity.description, line: row.line, account: &account)
        return
      }
      guard case .notGiven = draft.agentsSource else {
        log.leaveOutAlike(.newerYearDeclared, "\(rowYear)", line: row.line, account: &account)
        return
      }
      guard declaring.contains(row.entity) else {
        log.leaveOut(
          .nothingDeclared, row.entity.description, line: row.line, account: &account)
        return
      }
      account.kept += 1
      account.agentsKept += row.agents ?? 0
      drafts[row.entity]?.agents = Self.add(draft.agents, row.agents)
    }

    /// Marks the legal entities whose agents come from this year.
    private mutating func settle(_ settled: Int, _ declaring: Set<LegalEntityNumber>) {
      guard year - 2...year ~= settled else { return }
      for entity in declaring {
        guard let draft = drafts[entity], case .notGiven = draft.agentsSource, draft.agents != nil
        else { continue }
        drafts[entity]?.agentsSource = .years([settled])
      }
    }

    /// The drafts by number, each imputation logged.
    mutating func finish(log: inout ImportLog) -> [EntityDraft] {
      log.accounts.append(newestAccount)
      return drafts.keys.sorted().compactMap { number in
        guard var draft = drafts[number] else { return nil }
        switch draft.agentsSource {
        case .years(let years) where years.first != year:
          let reason: ImportReason =
            years.first == year - 1 ? .agentsOneYearBack : .agentsTwoYearsBack
          log.impute(reason, number.description, "\(draft.agents ?? 0)", file: file)
        case .years: break
        case .notGiven, .none:
          draft.agents = 0
          draft.agentsSource = .none
          log.impute(.agentsZero, number.description, "0", file: file)
        }
        return draft
      }
    }

    private static func add(_ left: Int64?, _ right: Int64?) -> Int64? {
      guard let right else { return left }
      return (left ?? 0) + right
    }
  }
}
