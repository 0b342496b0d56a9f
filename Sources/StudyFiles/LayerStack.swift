// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics

/// Layers in the order in which they are applied, those that a layer names before itself.
struct LayerStack {
  /// One layer, with its values.
  struct Layer {
    let path: String
    /// What the file is used as: `layer`, or `included_layer` where another one names it.
    let role: String
    /// What it sets; `nil` where it cannot be read, which was told.
    let entry: Entry?
  }

  /// Role of a layer that another one names.
  static let included = "included_layer"
  /// Layers in all, at most: layers that name layers can grow without measure.
  private static let most = 500

  let reader: StudyReader
  /// Path of the study, beside which names are looked for too.
  let study: String
  private(set) var layers: [Layer] = []
  private var isFull = false

  init(reader: StudyReader, study: String) {
    self.reader = reader
    self.study = study
  }

  /// Adds a layer after those it stands on.
  ///
  /// - Parameters:
  ///   - path: path of the layer.
  ///   - chain: the layers that name it, the outermost first.
  ///   - findings: takes faults: a layer that is not found, or that holds itself, with the way there.
  mutating func add(_ path: String, within chain: [String] = [], findings: inout Findings) {
    guard layers.count < Self.most, !isFull else {
      if !isFull {
        isFull = true
        findings.add(
          Finding(
            .tooManyLayers, .error, at: SourcePosition(file: path), ["limit": "\(Self.most)"]))
      }
      return
    }
    let role = chain.isEmpty ? StudyFileKind.layer.rawValue : Self.included
    guard let entry = reader.file(path, .layer, &findings) else {
      if reader.folder.exists(path) { layers.append(Layer(path: path, role: role, entry: nil)) }
      return
    }
    let inner = chain + [path]
    for name in entry.child(StudyKeys.layers)?.items ?? [] {
      guard let text = name.text else { continue }
      guard let found = place(of: text, namedBy: path) else {
        findings.add(missing(text, namedBy: path, at: name.position))
        continue
      }
      if let start = inner.firstIndex(where: { StudyPath.normalised($0) == found }) {
        let cycle = (inner[start...] + [found]).map { StudyPath.stem(of: $0) }
        findings.add(
          Finding(
            .layerCycle, .error, at: name.position, ["cycle": cycle.joined(separator: " → ")]))
        continue
      }
      add(found, within: inner, findings: &findings)
    }
    var own = entry
    // What a layer says about itself is not part of the study.
    let aboutItself = ["layer", "title", "description", "layers"]
    own.content = .mapping(entry.pairs.filter { !aboutItself.contains($0.key) })
    layers.append(Layer(path: path, role: role, entry: own))
  }

  /// Where a name stands: beside the layer that names it, then where commands look for it.
  private func place(of name: String, namedBy path: String) -> String? {
    let beside = StudyPath.joined(StudyPath.folder(of: path), name)
    for ending in StudySpecification.endings where reader.folder.exists(beside + ending) {
      return StudyPath.normalised(beside + ending)
    }
    return StudySpecification.layerPath(
      name, beside: StudyPath.folder(of: study), reader.folder
    ).map(StudyPath.normalised)
  }

  private func missing(
    _ name: String, namedBy path: String, at position: SourcePosition
  ) -> Finding {
    var finding = StudySpecification.layerMissing(
      name, beside: StudyPath.folder(of: study),
      alsoIn: StudyPath.folder(of: path), reader.folder)
    finding.position = position
    return finding
  }
}
