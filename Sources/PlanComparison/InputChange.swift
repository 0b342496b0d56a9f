// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// Differences that are told together: one parameter over several years, or a whole rule that went.
public struct InputChange: Sendable, Hashable {
  /// What stands in a path in the place of the year.
  public static let anyYear = "*"

  /// Path with the year, where there is one, as `*`; for what went or came whole, the path of the
  /// whole.
  public let path: String
  /// The differences, in their order.
  public let differences: [InputDifference]
  /// Year of each difference; `nil` where the path has none.
  public let years: [Int?]

  /// What became of it.
  public var kind: InputDifference.Kind { differences[0].kind }

  /// Puts differences together for a reader.
  ///
  /// - Parameters:
  ///   - differences: as PlanInputs/differences(to:) lists them.
  ///   - before: the inputs of the first plan.
  ///   - after: the inputs of the second plan.
  /// - Returns: changes in the order of their first difference.
  public static func grouped(
    _ differences: [InputDifference], from before: PlanInputs, to after: PlanInputs
  ) -> [InputChange] {
    let stems = [
      InputDifference.Kind.removed: stems(of: after), .added: Self.stems(of: before),
    ]
    var order: [Key] = []
    var groups: [Key: [(InputDifference, Int?)]] = [:]
    for difference in differences {
      var (path, year) = yearApart(difference.path)
      if let kept = stems[difference.kind] {
        (path, year) = (whole(difference.path, keptStems: kept), nil)
      }
      let key = Key(kind: difference.kind, path: path)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append((difference, year))
    }
    return order.map { key in
      let members = groups[key] ?? []
      return InputChange(
        path: key.path, differences: members.map(\.0), years: members.map(\.1))
    }
  }

  private struct Key: Hashable {
    let kind: InputDifference.Kind
    let path: String
  }

  /// Every beginning of a path, up to a point.
  private static func stems(of inputs: PlanInputs) -> Set<String> {
    var stems: Set<String> = []
    for parameter in inputs.parameters {
      var stem = ""
      for part in parameter.path.split(separator: ".", omittingEmptySubsequences: false) {
        stem += stem.isEmpty ? String(part) : ".\(part)"
        stems.insert(stem)
      }
    }
    return stems
  }

  /// The shortest beginning of a path under which the other plan has nothing, of at least two parts.
  private static func whole(_ path: String, keptStems: Set<String>) -> String {
    var stem = ""
    for (place, part) in path.split(separator: ".", omittingEmptySubsequences: false).enumerated() {
      stem += stem.isEmpty ? String(part) : ".\(part)"
      if place >= leastParts(of: path) - 1, !keptStems.contains(stem) { return stem }
    }
    return path
  }

  /// Rules are named below the kind of rule.
  private static func leastParts(of path: String) -> Int {
    ["rules.territory.", "rules.deployment."].contains { path.hasPrefix($0) } ? 3 : 2
  }

  private static func yearApart(_ path: String) -> (String, Int?) {
    var parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard
      let place = parts.firstIndex(where: { $0.count == 4 && $0.allSatisfy(\.isNumber) }),
      let year = Int(parts[place])
    else { return (path, nil) }
    parts[place] = anyYear
    return (parts.joined(separator: "."), year)
  }
}
