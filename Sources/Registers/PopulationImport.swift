// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
internal import FundingModel

/// Makes a population of beneficiaries from the public registers.
public enum PopulationImport {
  /// The population that the sources give.
  ///
  /// The SAE makes the population where it is given, else the etalab extract of FINESS, else
  /// FINESS+. The others name legal entities, tell their status where the first does not, and say
  /// which are members of which group.
  ///
  /// - Throws: every fault of the files at once, where any of them is an error.
  public static func population(from sources: RegisterSources) throws(Findings)
    -> ImportedPopulation
  {
    var reading = RegisterReading(sources)
    reading.readAll()
    try reading.findings.throwIfErrors()
    var log = reading.log
    var findings = reading.findings
    let drafts: [EntityDraft]
    var year: Int?
    if !sources.sae.isEmpty {
      let population = SAEPopulation(reading.tables, log: &log, findings: &findings)
      try findings.throwIfErrors()
      drafts = population?.drafts ?? []
      year = population?.year
    } else {
      drafts = FinessPopulation.drafts(
        sites: reading.extract.sites + reading.structures.sites,
        file: sources.finess.first ?? sources.structures.first ?? "")
    }
    var builder = PopulationBuilder(
      sources: sources, entities: reading.extract.entities + reading.structures.entities,
      groups: reading.groups, log: log)
    let rows = builder.rows(drafts)
    if rows.isEmpty {
      findings.add((sources.sae + sources.finess + sources.structures).first ?? "", .nothingKept)
      throw findings
    }
    let unknown = rows.count { $0.status == nil }
    if unknown > 0 {
      findings.add(Finding(.statusUnknown, .warning, ["count": "\(unknown)"]))
    }
    return ImportedPopulation(
      beneficiaries: rows, log: builder.log, findings: findings, year: year,
      agentsDefinition: sources.agents)
  }

  /// The population that the tables ID and SYGEN of the SAE give, with the older years for the
  /// fallback among them.
  ///
  /// - Throws: every fault of the files at once.
  public static func sae(
    _ paths: [String], agents: AgentsDefinition = .staff, classes: NISClassRules = .standard
  ) throws(Findings) -> ImportedPopulation {
    var sources = RegisterSources()
    sources.sae = paths
    sources.agents = agents
    sources.classes = classes
    return try population(from: sources)
  }

  /// The population that etalab extracts of FINESS give: no agents and no beds, which they lack.
  ///
  /// - Throws: every fault of the files at once.
  public static func finess(
    _ paths: [String], scope: FinessScope = .hospitals
  ) throws(Findings) -> ImportedPopulation {
    var sources = RegisterSources()
    sources.finess = paths
    sources.scope = scope
    return try population(from: sources)
  }

  /// The population that files of structures of FINESS+ give, groups included.
  ///
  /// - Throws: every fault of the files at once.
  public static func structures(
    _ paths: [String], scope: FinessScope = .hospitals
  ) throws(Findings) -> ImportedPopulation {
    var sources = RegisterSources()
    sources.structures = paths
    sources.scope = scope
    return try population(from: sources)
  }
}

/// Reads every file of the sources, so that all faults are told at once.
private struct RegisterReading {
  let sources: RegisterSources
  var log = ImportLog()
  var findings = Findings()
  var tables: [SAETable] = []
  var extract = FinessExtract()
  var structures = Structures()
  var groups: [HospitalGroup] = []

  init(_ sources: RegisterSources) { self.sources = sources }

  mutating func readAll() {
    if sources.sae.isEmpty, sources.finess.isEmpty, sources.structures.isEmpty {
      findings.add(Finding(.noSource))
    }
    for path in sources.sae {
      do {
        var reader = SAEReader(agents: sources.agents)
        let table = try reader.read(
          path: path, limit: sources.limit, log: &log, findings: &findings)
        if let table { tables.append(table) }
      } catch { findings.add(contentsOf: error) }
    }
    var etalab = EtalabReader(scope: sources.scope)
    for path in sources.finess {
      do {
        try etalab.read(path: path, limit: sources.limit, log: &log, findings: &findings)
      } catch { findings.add(contentsOf: error) }
    }
    extract = etalab.extract
    for path in sources.structures { readStructures(path) }
    if let path = sources.memberships {
      do {
        groups += try MembershipTable.read(path: path, log: &log, findings: &findings)
      } catch { findings.add(contentsOf: error) }
    }
  }

  private mutating func readStructures(_ path: String) {
    do {
      let read = try StructuresReader.read(
        path: path, scope: sources.scope, limit: sources.structuresLimit, log: &log)
      if let account = log.accounts.last { log.warnOfMalformed(account, findings: &findings) }
      structures.entities += read.entities
      structures.sites += read.sites
      // A user's own table, read after, is not mixed with the register's groups.
      if sources.memberships == nil { groups += read.groups }
    } catch { findings.add(contentsOf: error) }
  }
}

/// Makes legal entities from the sites of FINESS.
enum FinessPopulation {
  /// One draft per legal entity that owns a site, by number.
  static func drafts(sites: [FinessSite], file: String) -> [EntityDraft] {
    var drafts: [LegalEntityNumber: EntityDraft] = [:]
    for site in sites {
      drafts[site.entity, default: EntityDraft(number: site.entity, file: file)].sites.append(
        EntityDraft.Site(
          number: site.number, name: site.name,
          region: site.department.flatMap { Territory.region(ofDepartment: $0) },
          department: site.department, status: LegalStatus.status(ofSector: site.sector),
          category: site.category, agents: nil, line: site.line))
    }
    return drafts.keys.sorted().compactMap { drafts[$0] }
  }
}
