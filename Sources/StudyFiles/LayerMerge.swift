// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics

/// Lays one file's values over those of the files before it.
///
/// Mappings merge key by key; a single value, a list, or a plain value that stands for a mapping
/// replaces; `~` removes. Origins of replaced values are kept.
struct LayerMerge {
  var findings = Findings()

  /// `base` with `layer` laid over it, both of one shape.
  mutating func merged(
    _ base: Entry, with layer: Entry, _ shape: MappingShape, path: String = ""
  ) -> Entry {
    var pairs = base.pairs
    for pair in layer.pairs {
      let place = pairs.firstIndex { $0.key == pair.key }
      let below = self.shape(of: pair.key, in: shape)
      if case .removed = pair.entry.content {
        guard let place else {
          nothingToRemove(pair, among: pairs.map(\.key) + shape.keys.map(\.name), path)
          continue
        }
        if shape.key(pair.key)?.isRequired == true {
          findings.add(
            Finding(
              .requiredRemoved, .error, at: pair.keyPosition, ["key": joined(path, pair.key)]))
        } else {
          pairs.remove(at: place)
        }
      } else if let place {
        pairs[place].entry = laid(
          pair.entry, over: pairs[place].entry, below, path: joined(path, pair.key))
      } else if isKnown(pair, below, in: shape, among: pairs, path) {
        var added = pair
        added.entry = cleaned(pair.entry, below, path: joined(path, pair.key))
        pairs.append(added)
      }
    }
    var result = base
    result.content = .mapping(pairs)
    result.note = layer.note ?? base.note
    return result
  }

  private mutating func laid(
    _ layer: Entry, over base: Entry, _ shape: Shape?, path: String
  ) -> Entry {
    if case .mapping(let shape)? = shape, !layer.isShorthand {
      return merged(base, with: layer, shape, path: path)
    }
    var result = layer
    if layer.isShorthand {
      // The plain value takes the place of the whole mapping, and the history of its key.
      result.content = .mapping(
        layer.pairs.map { pair in
          var pair = pair
          pair.entry.origins += base.child(pair.key)?.origins ?? []
          return pair
        })
    } else {
      result.origins += base.origins
    }
    return result
  }

  /// What a layer adds, without the removals in it, which find nothing to remove.
  private mutating func cleaned(_ entry: Entry, _ shape: Shape?, path: String) -> Entry {
    guard case .mapping(let shape)? = shape, !entry.isShorthand else { return entry }
    return merged(.emptyMapping(at: entry.position), with: entry, shape, path: path)
  }

  private func shape(of key: String, in shape: MappingShape) -> Shape? {
    shape.key(key)?.shape ?? shape.others?.shape
  }

  /// Whether what a layer adds under a name of its own is whole; otherwise the name is a mistake.
  private mutating func isKnown(
    _ pair: Entry.Pair, _ below: Shape?, in shape: MappingShape, among pairs: [Entry.Pair],
    _ path: String
  ) -> Bool {
    guard shape.key(pair.key) == nil, case .names(let what)? = shape.others?.kind,
      case .mapping(let mapping)? = below
    else { return true }
    let missing = mapping.keys.filter { $0.isRequired && pair.entry.child($0.name) == nil }
    guard let first = missing.first else { return true }
    var arguments = [
      "name": pair.key, "what": what, "in": path, "missing": first.name,
      "known": pairs.map(\.key).joined(separator: ", "),
    ]
    arguments["nearest"] = NearestSpelling.of(pair.key, among: pairs.map(\.key))
    findings.add(Finding(.layerNamesUnknown, .error, at: pair.keyPosition, arguments))
    return false
  }

  private mutating func nothingToRemove(_ pair: Entry.Pair, among keys: [String], _ path: String) {
    var arguments = ["key": joined(path, pair.key)]
    arguments["nearest"] = NearestSpelling.of(pair.key, among: keys.filter { $0 != pair.key })
    findings.add(Finding(.nothingToRemove, .error, at: pair.keyPosition, arguments))
  }

  private func joined(_ path: String, _ key: String) -> String {
    path.isEmpty ? key : "\(path).\(key)"
  }
}

/// Keys that a merged study must have.
struct RequiredKeys {
  /// Adds a finding for each required key that is absent.
  static func check(
    _ entry: Entry, _ shape: MappingShape, path: String = "", findings: inout Findings
  ) {
    for key in shape.keys where key.isRequired && entry.child(key.name) == nil {
      findings.add(
        Finding(
          .missingKey, .error, at: entry.position,
          ["key": key.name, "in": path.isEmpty ? shape.name : path]))
    }
    for pair in entry.pairs {
      guard let below = shape.key(pair.key)?.shape ?? shape.others?.shape else { continue }
      let path = path.isEmpty ? pair.key : "\(path).\(pair.key)"
      check(pair.entry, below, path: path, findings: &findings)
    }
  }

  private static func check(
    _ entry: Entry, _ shape: Shape, path: String, findings: inout Findings
  ) {
    switch shape {
    case .scalar: break
    case .list(let item):
      for entry in entry.items { check(entry, item, path: path, findings: &findings) }
    case .mapping(let shape): check(entry, shape, path: path, findings: &findings)
    }
  }
}
