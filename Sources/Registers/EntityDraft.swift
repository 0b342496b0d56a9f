// SPDX-License-Identifier: GPL-3.0-or-later

internal import FundingModel

/// What is known of a legal entity before it becomes a row.
struct EntityDraft {
  /// One of its sites, of whichever register.
  struct Site {
    let number: SiteNumber
    let name: String
    let region: String?
    let department: String?
    let status: Beneficiary.Status?
    let category: String
    /// Agents declared by the site in the newest year, which tell its main site.
    var agents: Int64?
    /// Lines of the identity table, for the log.
    let line: Int
  }

  let number: LegalEntityNumber
  /// File that names its sites.
  let file: String
  var sites: [Site] = []
  var agents: Int64?
  var agentsSource = AgentsSource.notGiven
  var beds: Int64?
  var activity: Int64?

  /// The site with most agents; among equals, and where none declares any, the lowest number.
  var mainSite: Site? {
    sites.min { left, right in
      let (leftAgents, rightAgents) = (left.agents ?? -1, right.agents ?? -1)
      return leftAgents == rightAgents ? left.number < right.number : leftAgents > rightAgents
    }
  }

  /// The status of most sites that have one, and whether all of those agree.
  ///
  /// Among equals the main site's counts.
  var siteStatus: (status: Beneficiary.Status, isUnanimous: Bool)? {
    let declared = sites.compactMap(\.status)
    guard !declared.isEmpty else { return nil }
    let counts = Beneficiary.Status.allCases.map { status in
      (status: status, count: declared.count { $0 == status })
    }
    let most = counts.map(\.count).max() ?? 0
    let leaders = counts.filter { $0.count == most }.map(\.status)
    let chosen = mainSite?.status.flatMap { leaders.contains($0) ? $0 : nil } ?? leaders[0]
    return (chosen, most == declared.count)
  }
}
