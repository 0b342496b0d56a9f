// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics

/// A study and its layers, as a command names them: `STUDY+LAYER+LAYER`.
public struct StudySpecification: Sendable, Hashable {
  /// Path of the study file.
  public var study: String
  /// Paths of the layer files, in the order applied.
  public var layers: [String]

  /// Creates a specification of paths.
  public init(study: String, layers: [String] = []) {
    self.study = study
    self.layers = layers
  }

  /// Takes `STUDY+LAYER+LAYER` apart and finds the files.
  ///
  /// `.yaml` may be left out. A folder stands for the `study.yaml` in it. A layer that is not found
  /// as a path is looked for beside the study, then in `layers/` and `scenarios/` beside it. A name
  /// that holds `+` itself is understood where such a study file exists.
  ///
  /// - Throws: a finding for each name that is not found, with the nearest one that is.
  public init(_ text: String, in folder: StudyFolder = .disk) throws(Findings) {
    var findings = Findings()
    if folder.exists(text) {
      self.init(study: text)
      return
    }
    let parts = text.split(separator: "+", omittingEmptySubsequences: false).map(String.init)
    guard let first = parts.first, !parts.contains("") else {
      throw Findings(Finding(.emptyName, .error, at: nil, ["text": text]))
    }
    let study = Self.studyPath(first, folder)
    if study == nil { findings.add(Self.studyMissing(first, folder)) }
    let beside = StudyPath.folder(of: study ?? first)
    var layers: [String] = []
    for name in parts.dropFirst() {
      if let path = Self.layerPath(name, beside: beside, folder) {
        layers.append(path)
      } else {
        findings.add(Self.layerMissing(name, beside: beside, folder))
      }
    }
    try findings.throwIfErrors()
    self.init(study: study ?? first, layers: layers)
  }

  static let endings = ["", ".yaml", ".yml"]
  private static let layerFolders = ["layers", "scenarios"]

  private static func studyPath(_ name: String, _ folder: StudyFolder) -> String? {
    let candidates = endings.map { name + $0 } + [StudyPath.joined(name, "study.yaml")]
    return candidates.first { folder.exists($0) }
  }

  static func layerPath(
    _ name: String, beside study: String, _ folder: StudyFolder
  ) -> String? {
    let places =
      [StudyPath.joined(study, name)]
      + layerFolders.map {
        StudyPath.joined(StudyPath.joined(study, $0), name)
      }
    for place in [name] + places {
      for ending in endings where folder.exists(place + ending) { return place + ending }
    }
    return nil
  }

  private static func studyMissing(_ name: String, _ folder: StudyFolder) -> Finding {
    let names = yamlNames(StudyPath.folder(of: name), folder)
    var arguments = ["path": name]
    arguments["nearest"] = NearestSpelling.of(StudyPath.stem(of: name), among: names)
    return Finding(.studyNotFound, .error, at: nil, arguments)
  }

  static func layerMissing(
    _ name: String, beside study: String, alsoIn other: String? = nil, _ folder: StudyFolder
  ) -> Finding {
    let folders =
      [study] + layerFolders.map { StudyPath.joined(study, $0) } + (other.map { [$0] } ?? [])
    let names = folders.flatMap { yamlNames($0, folder) }
    var arguments = ["path": name, "folder": study]
    arguments["nearest"] = NearestSpelling.of(StudyPath.stem(of: name), among: names)
    return Finding(.layerNotFound, .error, at: nil, arguments)
  }

  private static func yamlNames(_ path: String, _ folder: StudyFolder) -> [String] {
    folder.names(path).filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
      .map { StudyPath.stem(of: $0) }
  }
}

extension StudyReader {
  /// Reads what `STUDY+LAYER+LAYER` names.
  ///
  /// - Throws: findings about names that are not found; otherwise as
  ///   ``read(study:layers:overrides:)``.
  public func read(
    _ specification: StudySpecification, overrides: [StudyOverride] = []
  ) throws(Findings) -> StudyReading {
    try read(study: specification.study, layers: specification.layers, overrides: overrides)
  }
}
