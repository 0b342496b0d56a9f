// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics
internal import FundingModel
internal import Tables

/// The names that exist in a study, by what they name.
struct StudyNames {
  enum Kind: String, Sendable, CaseIterable {
    case beneficiary, measure, objective, threat, vehicle, service, domain, region, nisClass,
      grouping
  }

  private var known: [Kind: Set<String>] = [:]
  /// Kinds whose table could not be read whole: every name passes.
  private var open: Set<Kind> = []

  init() {}

  init(root: Entry, tables: [TableRole: LoadedTable]) {
    take(.beneficiary, from: tables[.beneficiaries], column: "id")
    take(.region, from: tables[.beneficiaries], column: "region")
    take(.measure, from: tables[.measures], column: "id")
    take(.domain, from: tables[.measures], column: "domain")
    take(.objective, from: tables[.objectives], column: "id")
    take(.threat, from: tables[.threats], column: "id")
    known[.vehicle] = Set((root.child(StudyKeys.vehicles)?.pairs ?? []).map(\.key))
    known[.service] = Set((root.child(StudyKeys.services)?.pairs ?? []).map(\.key))
    takeClasses(from: tables)
    let columns = (root.child(StudyKeys.groupings)?.items ?? []).compactMap(\.text)
    known[.grouping] = Set(
      ["region", "department", "nis_class", "status", "kind", "group"] + columns)
  }

  private mutating func take(_ kind: Kind, from loaded: LoadedTable?, column: String) {
    known[kind] = Set((loaded?.table.rows ?? []).compactMap { $0.text(column) })
    // A table that was refused, or has no row, was told about itself.
    if let loaded, !loaded.isWhole || loaded.table.rows.isEmpty { open.insert(kind) }
  }

  /// Classes are those that objectives apply to; without objectives those of the beneficiaries.
  private mutating func takeClasses(from tables: [TableRole: LoadedTable]) {
    guard let objectives = tables[.objectives] else {
      take(.nisClass, from: tables[.beneficiaries], column: "nis_class")
      return
    }
    if !objectives.isWhole { open.insert(.nisClass) }
    known[.nisClass] = Set(
      objectives.table.rows.flatMap { ($0.text("classes") ?? "").split(separator: " ") }
        .map(String.init))
  }

  func has(_ name: String, _ kind: Kind) -> Bool {
    open.contains(kind) || known[kind]?.contains(name) ?? false
  }

  func sorted(_ kind: Kind) -> [String] { (known[kind] ?? []).sorted() }
}

extension Finding.Code {
  /// A name that names nothing, by what it should name.
  static func unknown(_ kind: StudyNames.Kind) -> Self {
    Self(rawValue: "study.unknown.\(kind.rawValue)")
  }
}
