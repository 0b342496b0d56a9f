// SPDX-License-Identifier: GPL-3.0-or-later

internal import FundingModel

/// Turns legal entities into rows, alone or gathered in groups.
struct PopulationBuilder {
  let sources: RegisterSources
  let groups: [HospitalGroup]
  private let described: [LegalEntityNumber: FinessEntity]
  private(set) var log: ImportLog

  init(
    sources: RegisterSources, entities: [FinessEntity], groups: [HospitalGroup], log: ImportLog
  ) {
    self.sources = sources
    self.groups = groups
    self.log = log
    var described: [LegalEntityNumber: FinessEntity] = [:]
    for entity in entities where described[entity.number] == nil {
      described[entity.number] = entity
    }
    self.described = described
  }

  /// The rows, by identifier.
  mutating func rows(_ drafts: [EntityDraft]) -> [ImportedBeneficiary] {
    var alone: [LegalEntityNumber: ImportedBeneficiary] = [:]
    for draft in drafts { alone[draft.number] = row(draft) }
    var rows: [ImportedBeneficiary] = []
    for group in groups {
      let members = settledMembers(of: group, among: alone)
      guard !members.isEmpty else {
        log.note(.emptyGroup, group.code, detail: group.name, file: group.file)
        continue
      }
      if sources.grain == .legalEntity {
        for member in members { alone[member.entity]?.group = group.code }
      } else {
        let gathered = members.compactMap { alone.removeValue(forKey: $0.entity) }
        rows.append(gather(gathered, group, support: members.first { $0.role == .support }?.entity))
      }
    }
    rows += alone.values
    return rows.sorted { $0.id < $1.id }
  }

  /// Members of a group that are in the population and in no group before.
  private mutating func settledMembers(
    of group: HospitalGroup, among alone: [LegalEntityNumber: ImportedBeneficiary]
  ) -> [(entity: LegalEntityNumber, role: HospitalGroup.Role)] {
    var members: [(entity: LegalEntityNumber, role: HospitalGroup.Role)] = []
    for member in group.members {
      let isSecond =
        earlierMembers.contains(member.entity) || members.contains { $0.entity == member.entity }
      if isSecond {
        log.note(.alreadyMember, member.entity.description, detail: group.code, file: group.file)
      } else if alone[member.entity] == nil {
        log.note(
          .entityNotInPopulation, member.entity.description, detail: group.code, file: group.file)
      } else {
        members.append(member)
      }
    }
    for member in members { earlierMembers.insert(member.entity) }
    return members
  }

  private var earlierMembers: Set<LegalEntityNumber> = []

  // MARK: - A legal entity

  private mutating func row(_ draft: EntityDraft) -> ImportedBeneficiary? {
    let number = draft.number.description
    let known = described[draft.number]
    let main = draft.mainSite
    // Readers leave out what belongs to no region, so one of the sites has one.
    let placed = main?.region == nil ? draft.sites.first { $0.region != nil } : main
    guard let placed, let region = placed.region else { return nil }
    if Set(draft.sites.compactMap(\.region)).count > 1 {
      log.impute(.mainSiteTerritory, number, region, file: draft.file)
    }
    let name = known.map(\.name).flatMap { $0.isEmpty ? nil : $0 }
    if name == nil { log.impute(.nameFromSite, number, main?.name ?? "", file: draft.file) }
    let siteStatus = draft.siteStatus
    if let siteStatus, !siteStatus.isUnanimous {
      log.impute(.statusOfMostSites, number, siteStatus.status.rawValue, file: draft.file)
    }
    return ImportedBeneficiary(
      id: BeneficiaryID(number), name: name ?? main?.name ?? number, kind: .legalEntity,
      region: RegionID(region), department: placed.department,
      status: siteStatus?.status ?? known?.status,
      nisClass: nisClass(draft.agents), agents: draft.agents, agentsSource: draft.agentsSource,
      beds: draft.beds, sites: Int64(draft.sites.count), activity: draft.activity,
      category: main?.category ?? "", group: nil, legalEntities: [draft.number])
  }

  private func nisClass(_ agents: Int64?) -> NISClassID? {
    agents.flatMap { sources.classes.nisClass(agents: $0) }.map { NISClassID($0) }
  }

  // MARK: - A group

  /// One row for a group: sizes add up; territory, status and category are the support's, or the
  /// largest member's where no support is known.
  private func gather(
    _ members: [ImportedBeneficiary], _ group: HospitalGroup, support: LegalEntityNumber?
  ) -> ImportedBeneficiary {
    let largest = members.max {
      ($0.agents ?? 0, $1.id) < ($1.agents ?? 0, $0.id)
    }
    let head = members.first { $0.legalEntities.first == support } ?? largest ?? members[0]
    var row = head
    row.id = BeneficiaryID(group.code)
    row.name = group.name
    row.kind = .ght
    row.group = nil
    row.agents = Self.sum(members.map(\.agents))
    row.beds = Self.sum(members.map(\.beds))
    row.sites = Self.sum(members.map(\.sites))
    row.activity = Self.sum(members.map(\.activity))
    row.agentsSource = Self.source(members.map(\.agentsSource))
    row.nisClass = nisClass(row.agents)
    row.legalEntities = members.flatMap(\.legalEntities).sorted()
    return row
  }

  private static func sum(_ values: [Int64?]) -> Int64? {
    values.reduce(nil) { total, value in
      guard let value else { return total }
      return (total ?? 0) + value
    }
  }

  /// The years of the members that declare; `none` only where no member declares.
  private static func source(_ sources: [AgentsSource]) -> AgentsSource {
    var years: Set<Int> = []
    var isAsked = false
    for source in sources {
      switch source {
      case .notGiven: break
      case .none: isAsked = true
      case .years(let some): years.formUnion(some)
      }
    }
    if years.isEmpty { return isAsked ? .none : .notGiven }
    return .years(years.sorted(by: >))
  }
}
