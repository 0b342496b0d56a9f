// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics

extension Findings {
  /// The same findings, with those of one kind in one file told one by one up to a limit only.
  ///
  /// The rest is counted at the place of the first that is left out.
  func digest(most limit: Int) -> Findings {
    struct Group: Hashable {
      var code: String
      var file: String?
    }
    func group(_ finding: Finding) -> Group {
      Group(code: finding.code.rawValue, file: finding.position?.file)
    }
    var counts: [Group: Int] = [:]
    for finding in all { counts[group(finding), default: 0] += 1 }
    var seen: [Group: Int] = [:]
    var digest = Findings()
    for finding in all {
      let key = group(finding)
      seen[key, default: 0] += 1
      let place = seen[key] ?? 0
      if place <= limit {
        digest.add(finding)
      } else if place == limit + 1 {
        let rest = (counts[key] ?? 0) - limit
        digest.add(
          Finding(.moreOfTheSame, finding.severity, at: finding.position, ["count": "\(rest)"]))
      }
    }
    return digest
  }
}
