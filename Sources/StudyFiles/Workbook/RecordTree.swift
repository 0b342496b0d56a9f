// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics
internal import Tables
internal import Workbook

/// Puts the rows of record sheets together to what a study file would say.
struct RecordTree {
  let file: String
  let limits: StudyLimits
  private let tree: NodeTree
  private(set) var findings = Findings()

  init(file: String, limits: StudyLimits) {
    self.file = file
    self.limits = limits
    tree = NodeTree(at: SourcePosition(file: file))
  }

  /// The whole, with the version of the format.
  var root: RawNode {
    let place = SourcePosition(file: file)
    let version = StudyKeys.study.declaration.name
    if tree.existing(version) == nil {
      _ = tree.child(version, at: place).give(RawNode(content: .scalar("1"), position: place))
    }
    return tree.node ?? RawNode(content: .mapping([]), position: place)
  }

  /// Names a table that is a sheet of the workbook.
  mutating func addTable(_ role: TableRole, sheet: String?) {
    let place = SourcePosition(file: file, sheet: sheet)
    give(
      RawNode(content: .scalar(StudyWorkbook.mark(of: role)), position: place),
      to: [StudyKeys.tables.name, role.rawValue])
  }

  /// Adds the rows of a sheet.
  mutating func add(_ read: ReadSheet, as sheet: RecordSheet) {
    guard SheetRows.hasRows(read, sheet.schema) else { return }
    let rows = SheetRows(read, of: file, sheet.schema, findings: &findings)
    let table = sheet.schema.read(header: rows.header, rows.records, findings: &findings)
    for row in table.rows {
      switch sheet {
      case .vehicles: addThing(row, sheet, below: StudyKeys.vehicles)
      case .services: addThing(row, sheet, below: StudyKeys.services)
      case .amounts: addAmount(row)
      case .targets: addTarget(row)
      case .parameters: addParameter(row)
      }
    }
  }

  // MARK: - Rows

  private mutating func addThing(
    _ row: Table.Row, _ sheet: RecordSheet, below key: KeyDeclaration
  ) {
    guard let id = row.text("id") else { return }
    let keys = [key.name, id]
    tree.descendant(keys, at: row.position(of: "id")).open()
    annotate(keys, row)
    for column in sheet.valueColumns {
      guard let text = row.text(column.name) else { continue }
      let place = row.position(of: column.name)
      give(node(text, column.shape, at: place, inEuros: true), to: keys + column.keys)
    }
  }

  private mutating func addAmount(_ row: Table.Row) {
    guard let vehicle = row.text("vehicle"), let year = row.integer("year") else { return }
    let known = tree.existing(StudyKeys.vehicles.name)?.keys ?? []
    guard known.contains(vehicle) else {
      var arguments = ["name": vehicle]
      arguments["nearest"] = NearestSpelling.of(vehicle, among: known)
      findings.add(
        Finding(.unknown(.vehicle), .error, at: row.position(of: "vehicle"), arguments))
      return
    }
    let keys = [StudyKeys.vehicles.name, vehicle, VehicleKeys.amounts.name, "\(year)"]
    for column in RecordSheet.amounts.valueColumns {
      guard let text = row.text(column.name) else { continue }
      let place = row.position(of: column.name)
      give(node(text, column.shape, at: place, inEuros: true), to: keys + column.keys)
    }
    annotate(keys, row)
  }

  private mutating func addTarget(_ row: Table.Row) {
    guard let nisClass = row.text("class"), let objective = row.text("objective") else { return }
    let keys = [StudyKeys.targets.name, nisClass, objective]
    if let year = row.integer("year"), let share = row.text("share") {
      let place = row.position(of: "share")
      give(node(share, .scalar(.share), at: place), to: keys + ["\(year)"], from: row)
    }
    if let hard = row.text("hard") {
      let name = TargetKeys.hard.declaration.name
      let node = node(hard, TargetKeys.hard.declaration.shape, at: row.position(of: "hard"))
      give(node, to: keys + [name], from: row)
    }
  }

  private mutating func addParameter(_ row: Table.Row) {
    guard let path = row.text("path") else { return }
    guard let keys = ParameterPath.keys(path), keys.count < limits.nesting else {
      findings.add(
        Finding(.notPath, .error, at: row.position(of: "path"), ["text": path]))
      return
    }
    let place = row.position(of: "value")
    guard let text = row.text("value"), text != "~" else {
      // Without a value it says where a value comes from that is given elsewhere.
      annotate(keys, row)
      return
    }
    give(node(text, Shape.ofStudy(keys), at: place), to: keys, from: row)
  }

  // MARK: - Values

  private mutating func give(
    _ node: RawNode, to keys: [String], from row: Table.Row? = nil
  ) {
    // An unknown key is told at its path.
    let place = row?.sheet == RecordSheet.parameters.rawValue ? row?.position(of: "path") : nil
    let branch = tree.descendant(keys, at: place ?? node.position)
    if let taken = branch.give(node) {
      tellTwice(keys, at: node.position, taken)
    } else if let row {
      annotate(keys, row)
    }
  }

  /// Says where what stands at keys comes from, as a row has it.
  private mutating func annotate(_ keys: [String], _ row: Table.Row) {
    let annotations = annotations(of: row)
    guard let first = annotations.first else { return }
    let branch = tree.descendant(keys, at: first.keyPosition)
    if let taken = branch.annotate(annotations) {
      tellTwice(keys + [first.key], at: first.keyPosition, taken)
    }
  }

  private mutating func tellTwice(
    _ keys: [String], at position: SourcePosition, _ taken: SourcePosition
  ) {
    let first = [taken.sheet, taken.cell ?? taken.line.map { "\($0)" }].compactMap { $0 }
    findings.add(
      Finding(
        .givenTwice, .error, at: position,
        ["key": ParameterPath.text(keys), "first": first.joined(separator: " ")]))
  }

  /// The node of a text, by what may stand there.
  private mutating func node(
    _ text: String, _ shape: Shape?, at place: SourcePosition, inEuros: Bool = false
  ) -> RawNode {
    switch shape {
    case .scalar(.flag)?:
      let word = Self.flags[text.lowercased()] ?? text
      return RawNode(content: .scalar(word), position: place)
    case .scalar(.money)? where inEuros:
      // The column counts in euros where no unit is written.
      let isBare = (try? QuantityText.decimal(text, mark: .comma)) != nil
      return RawNode(content: .scalar(isBare ? "\(text) €" : text), position: place)
    case .list?:
      if text.hasPrefix("[") { return yaml(text, at: place) }
      let items = text.split { $0 == "," || $0 == ";" || $0.isNewline }
        .flatMap { part -> [Substring] in
          guard case .list(.scalar(.text))? = shape else {
            return part.split(whereSeparator: \.isWhitespace)
          }
          return [part.trimmingSpaces].filter { !$0.isEmpty }
        }
      return RawNode(
        content: .list(items.map { RawNode(content: .scalar(String($0)), position: place) }),
        position: place)
    case .mapping? where text.hasPrefix("{"): return yaml(text, at: place)
    default: return RawNode(content: .scalar(text), position: place)
    }
  }

  /// A list or mapping written as in a study file.
  private mutating func yaml(_ text: String, at place: SourcePosition) -> RawNode {
    var own = Findings()
    let document = YamlDocument(file: file, limits: limits)
    let node = document.read(Array(text.utf8), findings: &own)
    for var finding in own.all {
      finding.position = place
      findings.add(finding)
    }
    return (node ?? RawNode(content: .null, position: place)).moved(to: place)
  }

  /// Words for yes and no.
  private static let flags = [
    "oui": "true", "yes": "true", "vrai": "true", "1": "true",
    "non": "false", "no": "false", "faux": "false", "0": "false",
  ]

  private func annotations(of row: Table.Row) -> [RawNode.Pair] {
    var pairs: [RawNode.Pair] = []
    func add(_ key: KeyDeclaration, _ text: String?) {
      guard let text else { return }
      let place = row.position(of: key.name)
      pairs.append(
        RawNode.Pair(
          key: key.name, keyPosition: place,
          value: RawNode(content: .scalar(text), position: place)))
    }
    add(Key<String>.source.declaration, row.text("source"))
    add(Key<Bool>.assumption.declaration, row.boolean("assumption").map { "\($0)" })
    add(Key<String>.note.declaration, row.text("note"))
    return pairs
  }
}

extension Substring {
  /// The text without spaces around it.
  fileprivate var trimmingSpaces: Substring {
    var rest = drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest
  }
}
