// SPDX-License-Identifier: GPL-3.0-or-later

internal import FundingModel
internal import Tables

/// What a place in a study file may hold.
///
/// The keys of the format are declared once, as shapes (see ``StudyKeys``): reading, checking,
/// merging and the published JSON Schema all follow from them.
indirect enum Shape: Sendable {
  case scalar(ScalarType)
  case list(Shape)
  case mapping(MappingShape)

  /// Whether amounts of money stand in it.
  var holdsMoney: Bool {
    switch self {
    case .scalar(let type): type == .money
    case .list(let shape): shape.holdsMoney
    case .mapping(let shape): shape.keys.contains { $0.shape.holdsMoney }
    }
  }
}

/// A mapping: the keys it may have.
struct MappingShape: Sendable {
  /// What stands behind keys that the user chooses.
  struct Others: Sendable {
    /// What the keys are.
    enum Kind: Sendable, Hashable {
      /// Names given by the user, for example of a vehicle; what is named in the finding.
      case names(String)
      case years
      case words([String])
    }
    var kind: Kind
    var shape: Shape
  }

  /// Name of the definition in the JSON Schema.
  var name: String
  /// Declared keys, in the order in which they are documented.
  var keys: [KeyDeclaration]
  /// What stands behind other keys; `nil`: there may be none.
  var others: Others?
  /// Key that a plain value stands for, where a plain value may stand in place of the mapping.
  var shorthand: String?

  init(
    _ name: String, _ keys: [any DeclaredKey], others: Others? = nil, shorthand: String? = nil
  ) {
    self.name = name
    self.keys = keys.map(\.declaration)
    self.others = others
    self.shorthand = shorthand
  }

  func key(_ name: String) -> KeyDeclaration? { keys.first { $0.name == name } }

  /// Keys that every mapping may have: where the values in it come from.
  static let annotations = [
    Key.source.declaration, Key.assumption.declaration, Key.note.declaration,
  ]
}

/// One declared key.
struct KeyDeclaration: Sendable, DeclaredKey {
  var name: String
  var shape: Shape
  var isRequired = false
  /// One sentence for editors and the format's page.
  var summary: String

  var declaration: KeyDeclaration { self }

  init(_ name: String, _ shape: Shape, required isRequired: Bool = false, _ summary: String) {
    self.name = name
    self.shape = shape
    self.isRequired = isRequired
    self.summary = summary
  }
}

/// A key that a mapping may declare.
protocol DeclaredKey: Sendable {
  var declaration: KeyDeclaration { get }
}

/// A key whose value is a single value of a known type.
struct Key<Value: Sendable>: DeclaredKey {
  let declaration: KeyDeclaration
  let type: ScalarType
  let convert: @Sendable (Cell) -> Value?

  init(
    _ name: String, _ type: ScalarType, _ summary: String, required: Bool,
    _ convert: @escaping @Sendable (Cell) -> Value?
  ) {
    declaration = KeyDeclaration(name, .scalar(type), required: required, summary)
    self.type = type
    self.convert = convert
  }
}

extension Key where Value == Money {
  static func money(_ name: String, _ summary: String) -> Key {
    Key(name, .money, summary, required: false) {
      if case .money(let cents) = $0 { Money(cents: cents) } else { nil }
    }
  }
}

extension Key where Value == Share {
  static func share(_ name: String, _ summary: String, required: Bool = false) -> Key {
    Key(name, .share, summary, required: required) {
      if case .share(let value) = $0 { Share(value) } else { nil }
    }
  }
}

extension Key where Value == Double {
  static func fraction(_ name: String, _ range: ClosedRange<Double>, _ summary: String) -> Key {
    Key(name, .fraction(range), summary, required: false) {
      if case .share(let value) = $0 { value } else { nil }
    }
  }

  static func number(
    _ name: String, _ summary: String
  ) -> Key {
    Key(name, .number(0...1e15), summary, required: false) {
      if case .decimal(let value) = $0 { value } else { nil }
    }
  }
}

extension Key where Value == Int {
  static func whole(
    _ name: String, _ range: ClosedRange<Int64>, _ summary: String, required: Bool = false
  ) -> Key {
    Key(name, .whole(range), summary, required: required) {
      if case .integer(let value) = $0 { Int(value) } else { nil }
    }
  }
}

extension Key where Value == Year {
  static func year(_ name: String, _ summary: String, required: Bool = false) -> Key {
    Key(name, .year, summary, required: required) {
      if case .integer(let value) = $0 { Year(Int(value)) } else { nil }
    }
  }
}

extension Key where Value == Bool {
  static let assumption = Key.flag(
    "assumption", "Whether the value is an assumption although it has a source.")

  static func flag(_ name: String, _ summary: String) -> Key {
    Key(name, .flag, summary, required: false) {
      if case .boolean(let value) = $0 { value } else { nil }
    }
  }
}

extension Key where Value == String {
  static let source = Key.text("source", "Law, address or date the value comes from.")
  static let note = Key.text("note", "Remark for readers; changes nothing.")

  static func text(_ name: String, _ summary: String, required: Bool = false) -> Key {
    Key(name, .text, summary, required: required) {
      if case .text(let value) = $0 { value } else { nil }
    }
  }

  static func identifier(_ name: String, _ summary: String, required: Bool = false) -> Key {
    Key(name, .identifier, summary, required: required) {
      if case .text(let value) = $0 { value } else { nil }
    }
  }
}

extension Key where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
  static func choice(_ name: String, _ summary: String, required: Bool = false) -> Key {
    Key(name, .choice(Value.allCases.map(\.rawValue)), summary, required: required) {
      if case .text(let word) = $0 { Value(rawValue: word) } else { nil }
    }
  }
}
