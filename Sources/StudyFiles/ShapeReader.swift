// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics
internal import FundingModel

/// Holds the tree of one file against the declared shape, and gives each value its origin.
struct ShapeReader {
  /// Where the values around a place come from, unless they say otherwise.
  struct Setting {
    var source: String?
    var isAssumption: Bool?
  }

  /// Name of the study or layer.
  let layer: String
  /// Whether `~` removes what an earlier file set.
  let isLayer: Bool
  var findings = Findings()

  init(layer: String, isLayer: Bool) {
    self.layer = layer
    self.isLayer = isLayer
  }

  /// The checked value, or `nil` where nothing can be made of it; faults go to ``findings``.
  mutating func read(
    _ node: RawNode, as shape: Shape, key: String, _ setting: Setting = Setting()
  ) -> Entry? {
    if case .null = node.content {
      return isLayer ? Entry(content: .removed, position: node.position) : nil
    }
    switch shape {
    case .scalar(let type): return scalar(node, type, key, setting)
    case .list(let shape): return list(node, of: shape, key, setting)
    case .mapping(let shape): return mapping(node, shape, key, setting)
    }
  }

  // MARK: - Single values

  private mutating func scalar(
    _ node: RawNode, _ type: ScalarType, _ key: String, _ setting: Setting
  ) -> Entry? {
    switch node.content {
    case .scalar(let text):
      if case .failure(var finding) = type.read(text) {
        finding.position = node.position
        finding.arguments["key"] = key
        findings.add(finding)
        return nil
      }
      return Entry(
        content: .text(text), position: node.position,
        origins: [origin(node, setting, isFigure: type.isFigure)])
    case .mapping where node.pair("value") != nil:
      return annotated(node, .scalar(type), key, setting)
    default:
      findings.add(Finding(.valueWanted, .error, at: node.position, ["key": key]))
      return nil
    }
  }

  /// `{ value: …, source: …, assumption: …, note: … }`.
  private mutating func annotated(
    _ node: RawNode, _ shape: Shape, _ key: String, _ setting: Setting
  ) -> Entry? {
    guard case .mapping(let pairs) = node.content, let value = node.pair("value") else {
      return nil
    }
    let allowed = ["value"] + MappingShape.annotations.map(\.name)
    for pair in pairs where !allowed.contains(pair.key) {
      unknownKey(pair, in: key, among: allowed)
    }
    var entry = read(value.value, as: shape, key: key, self.setting(of: node, within: setting))
    if let note = note(of: node) { entry?.note = note }
    return entry
  }

  private func origin(_ node: RawNode, _ setting: Setting, isFigure: Bool) -> Provenance {
    let isAssumption = setting.isAssumption ?? false || (isFigure && setting.source == nil)
    return Provenance(
      layer: layer, file: node.position.file, line: node.position.line ?? 1,
      sheet: node.position.sheet, source: setting.source, isAssumption: isAssumption)
  }

  /// What a mapping says about the values in it.
  private mutating func setting(of node: RawNode, within outer: Setting) -> Setting {
    var setting = outer
    if let pair = node.pair("source"), let source = annotation(pair, Key.source) {
      // A source given here is not in doubt because of what stands further out.
      setting = Setting(source: source, isAssumption: nil)
    }
    if let pair = node.pair("assumption"), let flag = annotation(pair, Key.assumption) {
      setting.isAssumption = flag
    }
    if let pair = node.pair("note") { _ = annotation(pair, Key.note) }
    return setting
  }

  private mutating func annotation<Value>(_ pair: RawNode.Pair, _ key: Key<Value>) -> Value? {
    guard case .scalar(let text) = pair.value.content else {
      if case .null = pair.value.content { return nil }
      findings.add(Finding(.valueWanted, .error, at: pair.value.position, ["key": pair.key]))
      return nil
    }
    switch key.type.read(text) {
    case .success(let cell): return key.convert(cell)
    case .failure(var finding):
      finding.position = pair.value.position
      finding.arguments["key"] = pair.key
      findings.add(finding)
      return nil
    }
  }

  // MARK: - Lists and mappings

  private mutating func list(
    _ node: RawNode, of shape: Shape, _ key: String, _ setting: Setting
  ) -> Entry? {
    switch node.content {
    case .list(let nodes):
      var items: [Entry] = []
      for item in nodes {
        if case .null = item.content {
          findings.add(Finding(.emptyItem, .error, at: item.position, ["key": key]))
        } else if let entry = read(item, as: shape, key: key, setting) {
          items.append(entry)
        }
      }
      return Entry(
        content: .list(items), position: node.position,
        origins: [origin(node, setting, isFigure: shape.holdsMoney)])
    case .mapping where node.pair("value") != nil:
      return annotated(node, .list(shape), key, setting)
    default:
      findings.add(Finding(.listWanted, .error, at: node.position, ["key": key]))
      return nil
    }
  }

  private mutating func mapping(
    _ node: RawNode, _ shape: MappingShape, _ key: String, _ setting: Setting
  ) -> Entry? {
    if let shorthand = shape.shorthand, let declaration = shape.key(shorthand),
      isShorthand(node, shape)
    {
      guard let entry = read(node, as: declaration.shape, key: key, setting) else { return nil }
      let pair = Entry.Pair(key: shorthand, keyPosition: node.position, entry: entry)
      return Entry(content: .mapping([pair]), position: node.position, isShorthand: true)
    }
    guard case .mapping(let nodes) = node.content else {
      findings.add(Finding(.mappingWanted, .error, at: node.position, ["key": key]))
      return nil
    }
    let inner = self.setting(of: node, within: setting)
    var pairs: [Entry.Pair] = []
    for pair in nodes where !MappingShape.annotations.contains(where: { $0.name == pair.key }) {
      guard let valueShape = self.shape(of: pair, in: shape, key) else { continue }
      var entry = read(pair.value, as: valueShape, key: pair.key, inner)
      if entry == nil {
        if case .null = pair.value.content { continue }
        entry = Entry(content: .refused, position: pair.value.position)
      }
      guard let entry else { continue }
      pairs.append(Entry.Pair(key: pair.key, keyPosition: pair.keyPosition, entry: entry))
    }
    return Entry(content: .mapping(pairs), position: node.position, note: note(of: node))
  }

  private func note(of node: RawNode) -> String? {
    guard case .scalar(let text)? = node.pair(Key.note.declaration.name)?.value.content else {
      return nil
    }
    return text
  }

  private func isShorthand(_ node: RawNode, _ shape: MappingShape) -> Bool {
    if case .scalar = node.content { return true }
    return node.pair("value") != nil && shape.key("value") == nil
  }

  /// The shape behind a key, or `nil` with a finding where there may be no such key.
  private mutating func shape(
    of pair: RawNode.Pair, in shape: MappingShape, _ key: String
  ) -> Shape? {
    if let declaration = shape.key(pair.key) { return declaration.shape }
    let declared = shape.keys.map(\.name)
    guard let others = shape.others else {
      unknownKey(pair, in: key, among: declared)
      return nil
    }
    switch others.kind {
    case .words(let words):
      if words.contains(pair.key) { return others.shape }
      unknownKey(pair, in: key, among: words)
      return nil
    case .years:
      if case .success = ScalarType.year.read(pair.key) { return others.shape }
      var arguments = ["text": pair.key, "key": key]
      arguments["nearest"] = NearestSpelling.of(pair.key, among: declared)
      findings.add(Finding(.notYear, .error, at: pair.keyPosition, arguments))
      return nil
    case .names:
      if case .success = ScalarType.identifier.read(pair.key), !pair.key.contains("\"") {
        return others.shape
      }
      findings.add(
        Finding(.notIdentifier, .error, at: pair.keyPosition, ["text": pair.key, "key": key]))
      return nil
    }
  }

  private mutating func unknownKey(_ pair: RawNode.Pair, in key: String, among: [String]) {
    var arguments = ["key": pair.key, "in": key, "allowed": among.joined(separator: ", ")]
    arguments["nearest"] = NearestSpelling.of(pair.key, among: among)
    findings.add(Finding(.unknownKey, .error, at: pair.keyPosition, arguments))
  }
}
