// SPDX-License-Identifier: GPL-3.0-or-later

/// The published JSON Schema of study and layer files, written from the declared keys.
///
/// Editors use it to complete keys and to mark mistakes while typing. It says less than
/// ``StudyReader`` checks: links between places, and units within a text, are beyond it.
public enum StudySchema {
  /// What a schema describes.
  public enum Kind: String, Sendable, CaseIterable {
    /// A study file.
    case study
    /// A layer file.
    case layer
    /// A file of a funding mechanism.
    case mechanism
  }

  /// The schema (JSON Schema draft 2020-12), always the same text for the same version.
  public static func json(kind: Kind) -> String {
    let isLayer = kind == .layer
    var writer = SchemaWriter(isLayer: isLayer)
    let (shape, title, page) =
      switch kind {
      case .study: (StudyKeys.studyShape, "Relève study", "docs/study.md")
      case .layer: (StudyKeys.layerShape, "Relève layer", "docs/study.md")
      case .mechanism: (MechanismKeys.shape, "Relève mechanism", "docs/mechanisms.md")
      }
    var root: [(key: String, value: JSONText)] = [
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("title", .string(title)),
      (
        "description",
        .string(
          "Written from the declared keys of the format; see \(page). Amounts of money are "
            + "texts with their unit, such as 65 M€; shares are 0.8 or 80 %.")
      ),
    ]
    root += writer.object(shape, isRoot: true)
    root.append(("$defs", .object(writer.definitions())))
    return JSONText.object(root).text
  }
}

/// Writes shapes as schemas, each named mapping and each type of value as one definition.
private struct SchemaWriter {
  let isLayer: Bool
  private var mappings: [(name: String, schema: JSONText)] = []
  private var values: [(name: String, type: ScalarType)] = []

  init(isLayer: Bool) { self.isLayer = isLayer }

  func definitions() -> [(key: String, value: JSONText)] {
    var result: [(key: String, value: JSONText)] = mappings.map { ($0.name, $0.schema) }
    for (name, type) in values {
      let plain = JSONText.object(Self.plain(type))
      result.append((name + "_plain", plain))
      result.append((name, annotated(.object([("$ref", .string("#/$defs/\(name)_plain"))]))))
    }
    for key in MappingShape.annotations {
      result.append(("annotation_\(key.name)", .object(Self.annotation(key))))
    }
    return result
  }

  // MARK: - Mappings

  /// The members of the schema of a mapping.
  mutating func object(
    _ shape: MappingShape, isRoot: Bool = false
  ) -> [(key: String, value: JSONText)] {
    var properties: [(key: String, value: JSONText)] = []
    for key in shape.keys {
      var members: [(key: String, value: JSONText)] = [("description", .string(key.summary))]
      if isRoot, let version = Self.version(key) {
        members.append(("const", .number(version)))
      } else {
        members += reference(key.shape)
      }
      properties.append((key.name, .object(members)))
    }
    properties += Self.annotationReferences
    var result: [(key: String, value: JSONText)] = [("type", .string("object"))]
    if let others = shape.others {
      let schema = JSONText.object(reference(others.shape))
      switch others.kind {
      case .names: result.append(("patternProperties", .object([(Self.namePattern, schema)])))
      case .years: result.append(("patternProperties", .object([(Self.yearPattern, schema)])))
      case .words(let words): properties += words.map { ($0, schema) }
      }
    }
    result.append(("properties", .object(properties)))
    result.append(("additionalProperties", .flag(false)))
    let required = shape.keys.filter(\.isRequired).filter { !isLayer || $0.name == "layer" }
    if !required.isEmpty {
      result.append(("required", .array(required.map { .string($0.name) })))
    }
    return result
  }

  private static let namePattern = "^(?!(source|assumption|note)$)[^\\s\"]+$"
  private static let yearPattern = "^(19|20|21)[0-9]{2}$"

  private static func version(_ key: KeyDeclaration) -> Double? {
    ["study", "layer", "mechanism"].contains(key.name) ? 1 : nil
  }

  /// Keys that say where values come from, as every mapping may have them.
  private static var annotationReferences: [(key: String, value: JSONText)] {
    MappingShape.annotations.map { key in
      (key.name, .object([("$ref", .string("#/$defs/annotation_\(key.name)"))]))
    }
  }

  private static func annotation(_ key: KeyDeclaration) -> [(key: String, value: JSONText)] {
    guard case .scalar(let type) = key.shape else { return [] }
    return [("description", .string(key.summary))] + plain(type)
  }

  /// What stands behind a key: a reference to a definition, with `null` in layers.
  private mutating func reference(_ shape: Shape) -> [(key: String, value: JSONText)] {
    var choices = alternatives(shape)
    if isLayer { choices.append(.object([("type", .string("null"))])) }
    if choices.count == 1 { return choices[0].pairs }
    return [("anyOf", .array(choices))]
  }

  private mutating func alternatives(_ shape: Shape) -> [JSONText] {
    switch shape {
    case .scalar(let type): return [value(type)]
    case .list(let item):
      let items = JSONText.object([
        ("type", .string("array")), ("items", .object(withoutNull(item))),
      ])
      return [annotated(items)]
    case .mapping(let mapping):
      if !mappings.contains(where: { $0.name == mapping.name }) {
        // Its place is taken first, so that definitions come in the order of the format.
        let place = mappings.count
        mappings.append((mapping.name, .flag(true)))
        let members = object(mapping)
        mappings[place].schema = .object(members)
      }
      let reference = JSONText.object([("$ref", .string("#/$defs/\(mapping.name)"))])
      guard let shorthand = mapping.shorthand, let key = mapping.key(shorthand),
        case .scalar(let type) = key.shape
      else { return [reference] }
      return [value(type), reference]
    }
  }

  private mutating func withoutNull(_ shape: Shape) -> [(key: String, value: JSONText)] {
    let choices = alternatives(shape)
    if choices.count == 1 { return choices[0].pairs }
    return [("anyOf", .array(choices))]
  }

  // MARK: - Single values

  private mutating func value(_ type: ScalarType) -> JSONText {
    let name = Self.name(of: type)
    if !values.contains(where: { $0.name == name }) { values.append((name, type)) }
    return .object([("$ref", .string("#/$defs/\(name)"))])
  }

  /// A value, or `{ value: …, source: …, assumption: …, note: … }`.
  private func annotated(_ schema: JSONText) -> JSONText {
    var properties: [(key: String, value: JSONText)] = [("value", schema)]
    properties += Self.annotationReferences
    let mapping = JSONText.object([
      ("type", .string("object")), ("properties", .object(properties)),
      ("additionalProperties", .flag(false)), ("required", .array([.string("value")])),
    ])
    return .object([("anyOf", .array([schema, mapping]))])
  }

  private static func name(of type: ScalarType) -> String {
    func bound(_ value: Double) -> String {
      "\(value)".replacing("-", with: "minus_").replacing("+", with: "")
        .replacing(".", with: "_")
    }
    switch type {
    case .text: return "text"
    case .identifier: return "identifier"
    case .money: return "money"
    case .share: return "share"
    case .fraction(let range):
      return "fraction_\(bound(range.lowerBound))_to_\(bound(range.upperBound))"
    case .number(let range):
      return "number_\(bound(range.lowerBound))_to_\(bound(range.upperBound))"
    case .whole(let range): return "whole_\(range.lowerBound)_to_\(range.upperBound)"
    case .year: return "year"
    case .flag: return "flag"
    case .choice(let words): return "one_of_\(words.joined(separator: "_"))"
    }
  }

  private static func plain(_ type: ScalarType) -> [(key: String, value: JSONText)] {
    switch type {
    case .text:
      return [("type", .array(["string", "number", "boolean"].map { .string($0) }))]
    case .identifier:
      return [
        ("type", .array(["string", "number"].map { .string($0) })),
        ("pattern", .string("^\\S+$")),
      ]
    case .money: return [("type", .string("string")), ("pattern", .string("[0-9]"))]
    case .fraction(let range), .number(let range):
      return [
        ("type", .array(["number", "string"].map { .string($0) })),
        ("minimum", .number(range.lowerBound)), ("maximum", .number(range.upperBound)),
        ("pattern", .string("[0-9]")),
      ]
    case .whole(let range):
      return [
        ("type", .string("integer")), ("minimum", .number(Double(range.lowerBound))),
        ("maximum", .number(Double(range.upperBound))),
      ]
    case .year:
      return [
        ("type", .string("integer")), ("minimum", .number(1900)), ("maximum", .number(2200)),
      ]
    case .flag: return [("type", .string("boolean"))]
    case .choice(let words): return [("enum", .array(words.map { .string($0) }))]
    }
  }
}
