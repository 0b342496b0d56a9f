// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
internal import Tables

/// Which NIS class a unit belongs to by its size.
///
/// The thresholds are data.
public struct NISClassRules: Sendable, Hashable {
  /// One class: units whose driver is above one bound and up to another.
  public struct Band: Sendable, Hashable {
    /// Class, as the study names it (`EE`, `EI`).
    public var nisClass: String
    /// Strictly more than this, in agents.
    public var above: Double
    /// At most this, in agents; `nil` for no limit.
    public var upto: Double?
    /// Where the threshold comes from.
    public var source: String

    /// Creates a band.
    public init(nisClass: String, above: Double, upto: Double?, source: String) {
      self.nisClass = nisClass
      self.above = above
      self.upto = upto
      self.source = source
    }
  }

  /// Bands; they do not overlap.
  public let bands: [Band]

  /// Creates rules from bands that do not overlap.
  public init(bands: [Band]) { self.bands = bands }

  /// The rules that `data/nis-classes.csv` holds: EE above 250 agents, EI from 50 to 250.
  ///
  /// Source: ANSSI's coordinator for health (2023).
  public static let standard = NISClassRules(bands: [
    Band(
      nisClass: "EE", above: 250, upto: nil,
      source: "ANSSI, coordinateur sectoriel santé (2023) : plus de 250 agents, entité essentielle"),
    Band(
      nisClass: "EI", above: 49, upto: 250,
      source: "ANSSI, coordinateur sectoriel santé (2023) : de 50 à 250 agents, entité importante"),
  ])

  /// Columns of the file that holds the rules.
  static let schema = TableSchema(columns: [
    ColumnDeclaration("class", .identifier), ColumnDeclaration("driver", .choice(["agents"])),
    ColumnDeclaration("above", .decimal, minimum: 0),
    ColumnDeclaration("upto", .decimal, allowsEmpty: true, minimum: 0),
    ColumnDeclaration("source", .text, allowsEmpty: true),
  ])

  /// Reads the rules from a table `class;driver;above;upto;source`.
  ///
  /// - Throws: findings where the table is faulty or two classes claim the same size.
  public init(path: String) throws(Findings) {
    var findings = Findings()
    let table = Self.schema.read(try TextFile(path: path), findings: &findings)
    var bands: [Band] = []
    for row in table.rows {
      guard let name = row.text("class"), let above = row.decimal("above") else { continue }
      let band = Band(
        nisClass: name, above: above, upto: row.decimal("upto"), source: row.text("source") ?? "")
      let other = bands.first {
        $0.above < band.upto ?? .infinity && band.above < $0.upto ?? .infinity
      }
      if let other {
        findings.add(
          Finding(
            .overlappingClasses, .error, at: row.position(of: "above"),
            ["class": name, "other": other.nisClass]))
      }
      bands.append(band)
    }
    try findings.throwIfErrors()
    self.bands = bands
  }

  /// The class of a unit of this size; `nil` where NIS does not apply.
  public func nisClass(agents: Int64) -> String? {
    bands.first { Double(agents) > $0.above && Double(agents) <= $0.upto ?? .infinity }?.nisClass
  }
}
