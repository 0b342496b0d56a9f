// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics
internal import Yams

/// Reads one YAML file into a tree whose every node knows its place.
///
/// What studies have no use for is refused, so that a small file cannot grow in memory and no value
/// can come from elsewhere than its line: anchors and aliases, several documents, keys that are not
/// texts, deep nesting, tags.
struct YamlDocument {
  let file: String
  let limits: StudyLimits

  /// The tree, or `nil` where the file is not one; every fault goes to `findings`.
  func read(_ bytes: [UInt8], findings: inout Findings) -> RawNode? {
    var content = bytes[...]
    if content.starts(with: [0xEF, 0xBB, 0xBF]) { content = content.dropFirst(3) }
    if content.starts(with: [0xFF, 0xFE]) || content.starts(with: [0xFE, 0xFF]) {
      findings.add(Finding(.notUTF8, .error, at: SourcePosition(file: file, line: 1)))
      return nil
    }
    guard let text = String(validating: content, as: UTF8.self) else {
      findings.add(Finding(.notUTF8, .error, at: firstInvalidPlace(in: content)))
      return nil
    }
    if let position = aliasedAnchor(in: text) {
      findings.add(Finding(.anchor, .error, at: position))
      return nil
    }
    var source = SourceText(text)
    guard let (root, parser) = compose(&source, findings: &findings) else { return nil }
    var walk = NodeWalk(file: file, limits: limits, source: source)
    // Nodes know their anchors only as long as their parser lives.
    let node = withExtendedLifetime(parser) { walk.node(root, depth: 0) }
    findings.add(contentsOf: walk.findings)
    return node
  }

  /// Composes the text.
  ///
  /// Yams stops at the first repeated key, so that key is disguised and the text composed again: the
  /// walk over the nodes undoes the disguise and tells every repeated key.
  private func compose(
    _ source: inout SourceText, findings: inout Findings
  ) -> (Node, Parser)? {
    for _ in 0..<200 {
      do {
        let parser = try Parser(yaml: source.text, encoding: .utf8)
        return (try parser.singleRoot() ?? Node("", .implicit, .plain), parser)
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        if source.disguise(line: context.mark.line, column: context.mark.column) { continue }
        findings.add(
          Finding(
            .duplicateKey, .error, at: position(context.mark),
            ["key": keys.sorted().first ?? "", "first": "?"]))
        return nil
      } catch {
        findings.add(finding(for: error))
        return nil
      }
    }
    findings.add(Finding(.notYaml, .error, at: SourcePosition(file: file), ["problem": "?"]))
    return nil
  }

  private func finding(for error: any Error) -> Finding {
    switch error {
    case YamlError.scanner(_, let problem, let mark, _),
      YamlError.parser(_, let problem, let mark, _):
      return Finding(.notYaml, .error, at: position(mark), ["problem": problem])
    case YamlError.composer(_, let problem, let mark, _):
      let isDocument = problem.contains("another document")
      return isDocument
        ? Finding(.severalDocuments, .error, at: position(mark))
        : Finding(.anchor, .error, at: position(mark))
    case YamlError.reader(let problem, _, _, _):
      return Finding(.notYaml, .error, at: SourcePosition(file: file), ["problem": problem])
    case YamlError.memory:
      return Finding(
        .nestedTooDeep, .error, at: SourcePosition(file: file), ["limit": "\(limits.nesting)"])
    default:
      return Finding(.notYaml, .error, at: SourcePosition(file: file), ["problem": "\(error)"])
    }
  }

  private func position(_ mark: Mark) -> SourcePosition {
    SourcePosition(file: file, line: mark.line, column: mark.column)
  }

  private func firstInvalidPlace(in bytes: ArraySlice<UInt8>) -> SourcePosition {
    var line = 1
    for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if String(validating: part, as: UTF8.self) == nil { break }
      line += 1
    }
    return SourcePosition(file: file, line: line)
  }

  /// Where an alias stands whose anchor stands in the text too.
  ///
  /// Looked for before parsing, since aliases of aliases make a short text very long to compare.
  /// Without an anchor of its name an alias is an error of its own, so nothing dangerous is missed.
  private func aliasedAnchor(in text: String) -> SourcePosition? {
    guard text.utf8.contains(UInt8(ascii: "&")), text.utf8.contains(UInt8(ascii: "*")) else {
      return nil
    }
    var anchors: Set<String> = []
    var aliases: [(name: String, position: SourcePosition)] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let scalars = Array(line.unicodeScalars)
      for (place, scalar) in scalars.enumerated() where scalar == "&" || scalar == "*" {
        let name = String(
          String.UnicodeScalarView(scalars[(place + 1)...].prefix { Self.isNameLetter($0) }))
        guard !name.isEmpty else { continue }
        if scalar == "&" {
          anchors.insert(name)
        } else if !isLeadBySomethingElse(scalars, place) {
          aliases.append((name, SourcePosition(file: file, line: number + 1, column: place + 1)))
        }
      }
    }
    return aliases.first { anchors.contains($0.name) }?.position
  }

  private static func isNameLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == "_" || scalar.properties.isAlphabetic || "0"..."9" ~= scalar
  }

  /// Whether a letter stands right before, so that no alias can begin here.
  private func isLeadBySomethingElse(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    place > 0 && Self.isNameLetter(scalars[place - 1])
  }
}

/// The lines of a text, some of whose letters may be exchanged for private ones.
struct SourceText {
  private var lines: [[Unicode.Scalar]]
  private var disguises: [Unicode.Scalar: Unicode.Scalar] = [:]
  private(set) var text: String

  init(_ text: String) {
    self.text = text
    lines = []
  }

  /// Exchanges the first letter or digit of the key at a place; `false` where there is none.
  mutating func disguise(line: Int, column: Int) -> Bool {
    if lines.isEmpty {
      lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        .map { Array($0) }
    }
    guard lines.indices.contains(line - 1) else { return false }
    var place = column - 1
    guard lines[line - 1].indices.contains(place) else { return false }
    if lines[line - 1][place] == "\"" || lines[line - 1][place] == "'" { place += 1 }
    guard lines[line - 1].indices.contains(place),
      let disguise = Unicode.Scalar(0xE000 + UInt32(disguises.count))
    else { return false }
    let letter = lines[line - 1][place]
    guard letter.properties.isAlphabetic || "0"..."9" ~= letter else { return false }
    disguises[disguise] = letter
    lines[line - 1][place] = disguise
    var view = String.UnicodeScalarView()
    for (number, line) in lines.enumerated() {
      if number > 0 { view.append("\n") }
      view.append(contentsOf: line)
    }
    text = String(view)
    return true
  }

  /// A key as it was written.
  func undisguised(_ key: String) -> String {
    guard !disguises.isEmpty, let first = key.unicodeScalars.first, let letter = disguises[first]
    else { return key }
    var view = String.UnicodeScalarView([letter])
    view.append(contentsOf: key.unicodeScalars.dropFirst())
    return String(view)
  }
}
