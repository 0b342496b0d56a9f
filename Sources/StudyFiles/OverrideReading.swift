// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics

/// Reads a parameter set from outside the files as a layer of one value.
struct OverrideReading {
  /// Number of the override, from 1; stands for the line in its origin.
  let number: Int
  let limits: StudyLimits

  /// Name of the layer that overrides make.
  static let layer = "override"

  /// The layer, or `nil` with findings.
  func read(_ override: StudyOverride, findings: inout Findings) -> Entry? {
    let place = SourcePosition(file: override.option, line: number)
    guard let parts = ParameterPath.keys(override.path) else {
      findings.add(Finding(.notPath, .error, at: place, ["text": override.path]))
      return nil
    }
    let document = YamlDocument(file: override.option, limits: limits)
    guard var node = document.read(Array(override.value.utf8), findings: &findings) else {
      return nil
    }
    node = node.moved(to: place)
    for part in parts.reversed() {
      let pair = RawNode.Pair(key: part, keyPosition: place, value: node)
      node = RawNode(content: .mapping([pair]), position: place)
    }
    var reader = ShapeReader(layer: Self.layer, isLayer: true)
    let entry = reader.read(node, as: .mapping(StudyKeys.overrideShape), key: override.path)
    findings.add(contentsOf: reader.findings)
    return reader.findings.hasErrors ? nil : entry
  }
}
