// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel

/// One input that is not the same in two plans.
public struct InputDifference: Sendable, Hashable {
  /// What became of it.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// A parameter has another value.
    case changed
    /// A parameter is new.
    case added
    /// A parameter is gone.
    case removed
    /// A table has other content.
    case table
  }

  /// What became of it.
  public var kind: Kind
  /// Path of the parameter, or role of the table.
  public var path: String
  /// Value in the first plan, as written, or the file of a table; `nil` where there is none.
  public var before: String?
  /// Value in the second plan, as written, or the file of a table; `nil` where there is none.
  public var after: String?
  /// What set the value of the second plan; `nil` for tables and for what is gone.
  public var origin: Provenance?

  /// Creates a difference.
  public init(
    kind: Kind, path: String, before: String? = nil, after: String? = nil,
    origin: Provenance? = nil
  ) {
    self.kind = kind
    self.path = path
    self.before = before
    self.after = after
    self.origin = origin
  }
}

extension PlanInputs {
  /// What is not the same in other inputs.
  ///
  /// Parameters in their own order, those that are new after them, then tables. The same value set
  /// by another layer is no difference.
  ///
  /// - Parameter other: the other inputs.
  /// - Returns: the differences; none where both are the same.
  public func differences(to other: PlanInputs) -> [InputDifference] {
    let after = Dictionary(
      other.parameters.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var known: Set<String> = []
    var differences: [InputDifference] = []
    for parameter in parameters where known.insert(parameter.path).inserted {
      guard let new = after[parameter.path] else {
        differences.append(
          InputDifference(kind: .removed, path: parameter.path, before: parameter.value))
        continue
      }
      guard new.value != parameter.value else { continue }
      differences.append(
        InputDifference(
          kind: .changed, path: parameter.path, before: parameter.value, after: new.value,
          origin: new.origins.first))
    }
    for parameter in other.parameters where known.insert(parameter.path).inserted {
      differences.append(
        InputDifference(
          kind: .added, path: parameter.path, after: parameter.value,
          origin: parameter.origins.first))
    }
    return differences + tableDifferences(to: other)
  }

  private func tableDifferences(to other: PlanInputs) -> [InputDifference] {
    var roles: [String] = []
    for table in tables + other.tables where !roles.contains(table.role) {
      roles.append(table.role)
    }
    return roles.compactMap { role in
      let before = tables.filter { $0.role == role }
      let after = other.tables.filter { $0.role == role }
      guard before.map(\.sha256) != after.map(\.sha256) else { return nil }
      return InputDifference(
        kind: .table, path: role, before: before.first?.path, after: after.first?.path)
    }
  }
}
