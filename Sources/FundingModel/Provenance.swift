// SPDX-License-Identifier: GPL-3.0-or-later

/// Where a value comes from: the file and line that set it, and the source it names.
public struct Provenance: Sendable, Hashable, Codable {
  /// Name of the study or layer that set the value.
  public var layer: String
  /// File.
  public var file: String
  /// Line, from 1.
  public var line: Int
  /// Sheet of a workbook, whose rows are the lines; `nil` in other files.
  public var sheet: String?
  /// Source the file names for it (law, URL, date), or `nil`.
  public var source: String?
  /// Whether the value is marked as an assumption, or has no source at all.
  public var isAssumption: Bool

  /// File, sheet and line as one text: `study.yaml:12`, `budget.xlsx:vehicles:12`.
  public var place: String {
    ([file] + (sheet.map { [$0] } ?? []) + ["\(line)"]).joined(separator: ":")
  }

  /// Creates a provenance.
  public init(
    layer: String, file: String, line: Int, sheet: String? = nil, source: String? = nil,
    isAssumption: Bool = true
  ) {
    self.layer = layer
    self.file = file
    self.line = line
    self.sheet = sheet
    self.source = source
    self.isAssumption = isAssumption
  }
}

/// A scenario together with the origin of each of its parameters.
public struct ResolvedStudy: Sendable {
  /// One parameter as a person reads it.
  public struct Parameter: Sendable, Hashable, Codable {
    /// Path, for example `vehicles.care-d1.amounts.2026.secured`.
    public var path: String
    /// Value as written.
    public var value: String
    /// Origin, the last layer that set it first; then those it replaced.
    public var origins: [Provenance]

    /// Whether it has no published source.
    public var isAssumption: Bool { origins.first?.isAssumption ?? true }

    /// Creates a parameter.
    public init(path: String, value: String, origins: [Provenance]) {
      self.path = path
      self.value = value
      self.origins = origins
    }
  }

  /// A file that was read, for the manifest.
  public struct InputFile: Sendable, Hashable, Codable {
    /// Path as resolved.
    public var path: String
    /// What it is used as, for example `study`, `layer`, `beneficiaries`.
    public var role: String

    /// Creates an entry.
    public init(path: String, role: String) {
      self.path = path
      self.role = role
    }
  }

  /// The scenario.
  public var scenario: Scenario
  /// Its parameters in the order of the study, each with its origin.
  public var parameters: [Parameter]
  /// Files read, in order.
  public var files: [InputFile]
  /// Names of the study and layers, in the order applied.
  public var layers: [String]

  /// Creates a resolved study.
  public init(
    scenario: Scenario, parameters: [Parameter], files: [InputFile], layers: [String]
  ) {
    self.scenario = scenario
    self.parameters = parameters
    self.files = files
    self.layers = layers
  }

  /// Parameters that have no published source.
  public var assumptions: [Parameter] {
    parameters.filter(\.isAssumption)
  }
}
