// SPDX-License-Identifier: GPL-3.0-or-later

internal import FundingModel
internal import Tables

/// The single values and lists of a study, each of which is put into one cell.
struct LeafBook {
  /// Where values come from, as a row says it of all of them.
  struct Annotation: Hashable {
    var source: String?
    var isAssumption = false
  }

  fileprivate struct Leaf {
    var keys: [String]
    var entry: Entry
    var shape: Shape?
  }

  private let root: Entry
  private var leaves: [Leaf] = []
  private var places: [[String]: Int] = [:]
  private var notes: [(keys: [String], note: String)] = []
  private var placed: Set<Int> = []
  /// Values whose cell says nothing of where they come from, or something else.
  private var unsaid: Set<Int> = []
  private var saidNotes: Set<[String]> = []

  /// Keys that stand on sheets of their own, or that every workbook has.
  private static let unlisted = [StudyKeys.study.declaration.name, StudyKeys.tables.name]

  init(_ root: Entry) {
    self.root = root
    for pair in root.pairs where !Self.unlisted.contains(pair.key) {
      collect(pair.entry, [pair.key])
    }
    for (place, leaf) in leaves.enumerated() { places[leaf.keys] = place }
  }

  private mutating func collect(_ entry: Entry, _ keys: [String]) {
    if case .mapping(let pairs) = entry.content, !pairs.isEmpty {
      if let note = entry.note { notes.append((keys, note)) }
      for pair in pairs { collect(pair.entry, keys + [pair.key]) }
    } else {
      leaves.append(Leaf(keys: keys, entry: entry, shape: Shape.ofStudy(keys)))
    }
  }

  /// Keys below a key.
  func keys(below key: String) -> [String] { keys(below: [key]) }

  /// Keys below keys.
  func keys(below keys: [String]) -> [String] {
    var entry: Entry? = root
    for key in keys { entry = entry?.child(key) }
    return (entry?.pairs ?? []).map(\.key)
  }

  // MARK: - Where values come from

  /// Says in a row where the values below its keys come from, as far as they have that in common.
  mutating func annotate(_ row: inout RecordRow, _ keys: [String]) -> Annotation {
    let below = leaves.filter { $0.keys.starts(with: keys) && !$0.entry.origins.isEmpty }
    var counts: [Annotation: Int] = [:]
    var annotation = Annotation()
    for leaf in below {
      let own = Self.annotation(of: leaf)
      counts[own, default: 0] += 1
      if counts[own, default: 0] > counts[annotation, default: 0] { annotation = own }
    }
    // What a row says holds for all below it, whatever has no source of its own included.
    let allHaveSource = below.allSatisfy { $0.entry.origins.first?.source != nil }
    let allAreAssumptions = below.allSatisfy { $0.entry.origins.first?.isAssumption == true }
    if annotation.source != nil, !allHaveSource { annotation = Annotation() }
    if annotation.isAssumption, !allAreAssumptions { annotation = Annotation() }
    if let source = annotation.source { row.values["source"] = .text(source) }
    if annotation.isAssumption { row.values["assumption"] = .flag(true) }
    if let note = notes.first(where: { $0.keys == keys })?.note
      ?? places[keys].flatMap({ leaves[$0].entry.note })
    {
      row.values["note"] = .text(note)
      saidNotes.insert(keys)
    }
    return annotation
  }

  /// Whether a value comes from where a row says; also where there is no such value.
  func isAnnotated(_ keys: [String], as annotation: Annotation) -> Bool {
    guard let place = places[keys] else { return true }
    return Self.holds(annotation, for: leaves[place])
  }

  private static func annotation(of leaf: Leaf) -> Annotation {
    let origin = leaf.entry.origins.first
    let isFigure = leaf.shape?.isFigure ?? false
    let isPlain = isFigure && origin?.source == nil
    return Annotation(
      source: origin?.source, isAssumption: origin?.isAssumption == true && !isPlain)
  }

  private static func holds(_ annotation: Annotation, for leaf: Leaf) -> Bool {
    guard let origin = leaf.entry.origins.first else { return true }
    let isFigure = leaf.shape?.isFigure ?? false
    let isAssumption = annotation.isAssumption || (isFigure && annotation.source == nil)
    return origin.source == annotation.source && origin.isAssumption == isAssumption
  }

  // MARK: - Cells

  /// Takes a value for a cell; nothing where there is none, or it has no cell of its own.
  mutating func take(_ keys: [String], below annotation: Annotation) -> StudySheet.Value? {
    guard let place = places[keys], !placed.contains(place) else { return nil }
    let leaf = leaves[place]
    let value: StudySheet.Value
    switch (leaf.entry.content, leaf.shape) {
    case (.text(let text), .scalar(let type)?): value = type.value(text)
    case (.list(let items), .list(.scalar)?) where !items.isEmpty:
      let isPlain = items.allSatisfy { $0.origins.first.map(Origin.init) == leaf.origin }
      let texts = items.compactMap(\.text)
      let isSimple = texts.allSatisfy { !$0.contains { ",;[]\"".contains($0) } }
      guard isPlain, isSimple else { return nil }
      value = .text(texts.joined(separator: ", "))
    default: return nil
    }
    placed.insert(place)
    let hasOwnNote = leaf.entry.note != nil && !saidNotes.contains(keys)
    if !Self.holds(annotation, for: leaf) || hasOwnNote { unsaid.insert(place) }
    return value
  }

  /// All that has no cell, and where values in other cells come from.
  func parameters() -> [RecordRow] {
    var rows: [RecordRow] = []
    for (place, leaf) in leaves.enumerated() {
      let isPlaced = placed.contains(place)
      guard !isPlaced || unsaid.contains(place) else { continue }
      var row = RecordRow(["path": .text(ParameterPath.text(leaf.keys))])
      if !isPlaced { row.values["value"] = Self.written(leaf) }
      if leaf.entry.origins.first != nil {
        let own = Self.annotation(of: leaf)
        if let source = own.source { row.values["source"] = .text(source) }
        if own.isAssumption { row.values["assumption"] = .flag(true) }
      }
      if let note = leaf.entry.note, !saidNotes.contains(leaf.keys) {
        row.values["note"] = .text(note)
      }
      rows.append(row)
    }
    for (keys, note) in notes where !saidNotes.contains(keys) {
      rows.append(
        RecordRow(["path": .text(ParameterPath.text(keys)), "note": .text(note)]))
    }
    return rows
  }

  private static func written(_ leaf: Leaf) -> StudySheet.Value {
    switch leaf.entry.content {
    case .text(let text):
      switch leaf.shape {
      case .scalar(.number)?, .scalar(.whole)?, .scalar(.year)?:
        guard let number = Double(text), NumberText.shortest(number) == text else { break }
        return .number(number)
      case .scalar(.flag)?: return .flag(text == "true")
      default: break
      }
      return .text(text)
    default: return .text(FlowText.text(leaf.entry, leaf.shape, leaf.origin))
    }
  }

  /// Source and mark of a value.
  struct Origin: Equatable {
    let source: String?
    let isAssumption: Bool

    init(_ origin: Provenance) {
      source = origin.source
      isAssumption = origin.isAssumption
    }
  }
}

extension LeafBook.Leaf {
  fileprivate var origin: LeafBook.Origin? { entry.origins.first.map(LeafBook.Origin.init) }
}

extension Shape {
  /// Whether a value of it is a figure, which without a source is an assumption.
  fileprivate var isFigure: Bool {
    switch self {
    case .scalar(let type): type.isFigure
    case .list(let shape): shape.holdsMoney
    case .mapping: false
    }
  }
}

/// Writes lists and mappings on one line, as study files take them.
enum FlowText {
  /// The text of a value.
  ///
  /// - Parameters:
  ///   - entry: the value.
  ///   - shape: what may stand there.
  ///   - origin: where the whole comes from; what comes from elsewhere says so.
  /// - Returns: the text.
  static func text(_ entry: Entry, _ shape: Shape?, _ origin: LeafBook.Origin?) -> String {
    switch entry.content {
    case .text(let text): return annotated(entry, shape, origin) { scalar(text) }
    case .list(let items):
      var below: Shape?
      if case .list(let shape)? = shape { below = shape }
      let own = entry.origins.first.map(LeafBook.Origin.init)
      return annotated(entry, shape, origin) {
        "[\(items.map { text($0, below, own) }.joined(separator: ", "))]"
      }
    case .mapping(let pairs) where entry.isShorthand && pairs.count == 1:
      return text(pairs[0].entry, below(shape, pairs[0].key), origin)
    case .mapping(let pairs):
      guard !pairs.isEmpty else { return "{}" }
      let texts = pairs.map {
        "\(scalar($0.key)): \(text($0.entry, below(shape, $0.key), origin))"
      }
      return "{ \(texts.joined(separator: ", ")) }"
    case .removed, .refused: return "~"
    }
  }

  private static func below(_ shape: Shape?, _ key: String) -> Shape? {
    guard case .mapping(let mapping)? = shape else { return nil }
    return mapping.key(key)?.shape ?? mapping.others?.shape
  }

  /// A value with its source where that is not the one of the whole.
  private static func annotated(
    _ entry: Entry, _ shape: Shape?, _ origin: LeafBook.Origin?, _ text: () -> String
  ) -> String {
    guard let own = entry.origins.first, let origin else { return text() }
    let isFigure = shape?.isFigure ?? false
    let expected = isFigure && origin.source == nil
    let isSame =
      own.source == origin.source
      && (own.isAssumption == origin.isAssumption || own.isAssumption == expected)
    if isSame { return text() }
    var parts = ["value: \(text())"]
    if let source = own.source { parts.append("source: \(scalar(source))") }
    if own.isAssumption, !(isFigure && own.source == nil) { parts.append("assumption: true") }
    return "{ \(parts.joined(separator: ", ")) }"
  }

  private static func scalar(_ text: String) -> String {
    let isPlain =
      !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || "_.- €".contains($0) }
      && text.first?.isWhitespace == false && text.last?.isWhitespace == false
      && text.first != "-" && !["null", "Null", "NULL"].contains(text)
    if isPlain { return text }
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n")
    return "\"\(escaped)\""
  }
}
