// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

@testable import StudyFiles

/// Holds a YAML tree against a JSON Schema: the part of the standard that the schemas use.
///
/// Written from the standard and not from the writer of the schemas, so that the two check each
/// other. Keywords it does not know are faults.
struct SchemaChecker {
  let root: [String: Any]

  init(_ text: String) throws {
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
    root = object as? [String: Any] ?? [:]
  }

  /// Faults of a tree, each with the place and the keyword that it breaks.
  func faults(of node: RawNode) -> [String] { faults(node, root, "") }

  private static let silent: Set<String> = ["$schema", "$defs", "title", "description"]

  private func faults(_ node: RawNode, _ schema: [String: Any], _ path: String) -> [String] {
    var result: [String] = []
    for (keyword, value) in schema.sorted(by: { $0.key < $1.key })
    where !Self.silent.contains(keyword) {
      result += faults(node, keyword, value, schema, path)
    }
    return result
  }

  private func faults(
    _ node: RawNode, _ keyword: String, _ value: Any, _ schema: [String: Any], _ path: String
  ) -> [String] {
    let instance = Instance(node)
    func fault(_ isFault: Bool) -> [String] { isFault ? ["\(path): \(keyword)"] : [] }
    switch keyword {
    case "$ref": return faults(node, definition(value), path)
    case "type":
      let types = value as? [String] ?? [value as? String ?? ""]
      return fault(!types.contains { instance.has(type: $0) })
    case "enum":
      return fault(!(value as? [String] ?? []).contains { instance == .string($0) })
    case "const": return fault(instance.number != (value as? NSNumber)?.doubleValue)
    case "minimum":
      return fault(instance.number.map { $0 < (value as? Double ?? 0) } ?? false)
    case "maximum":
      return fault(instance.number.map { $0 > (value as? Double ?? 0) } ?? false)
    case "pattern":
      guard case .string(let text) = instance else { return [] }
      return fault(!matches(text, value))
    case "anyOf":
      let choices = value as? [[String: Any]] ?? []
      return fault(!choices.contains { faults(node, $0, path).isEmpty })
    case "items":
      guard case .list(let items) = node.content else { return [] }
      return items.enumerated().flatMap {
        faults($0.element, value as? [String: Any] ?? [:], "\(path)[\($0.offset)]")
      }
    case "required":
      guard case .mapping = node.content else { return [] }
      return fault(!(value as? [String] ?? []).allSatisfy { node.pair($0) != nil })
    case "properties", "patternProperties": return members(node, keyword, value, path)
    case "additionalProperties": return additional(node, schema, path)
    default: return ["\(path): unknown keyword \(keyword)"]
    }
  }

  private func members(
    _ node: RawNode, _ keyword: String, _ value: Any, _ path: String
  ) -> [String] {
    guard case .mapping(let pairs) = node.content else { return [] }
    let schemas = value as? [String: [String: Any]] ?? [:]
    return pairs.flatMap { pair in
      schemas.filter {
        keyword == "properties" ? $0.key == pair.key : matches(pair.key, $0.key)
      }.flatMap { faults(pair.value, $0.value, "\(path).\(pair.key)") }
    }
  }

  private func additional(_ node: RawNode, _ schema: [String: Any], _ path: String) -> [String] {
    guard case .mapping(let pairs) = node.content else { return [] }
    let declared = schema["properties"] as? [String: Any] ?? [:]
    let patterns = (schema["patternProperties"] as? [String: Any] ?? [:]).keys
    return pairs.filter { pair in
      declared[pair.key] == nil && !patterns.contains { matches(pair.key, $0) }
    }.map { "\(path).\($0.key): additionalProperties" }
  }

  private func definition(_ reference: Any) -> [String: Any] {
    let name = (reference as? String ?? "").split(separator: "/").last.map(String.init) ?? ""
    return (root["$defs"] as? [String: [String: Any]])?[name] ?? ["missing definition": name]
  }

  private func matches(_ text: String, _ pattern: Any) -> Bool {
    text.range(of: pattern as? String ?? "", options: .regularExpression) != nil
  }

  /// A value as editors see it: plain scalars have the types of YAML's core schema.
  private enum Instance: Equatable {
    case null, list, mapping
    case flag(Bool)
    case number(Double)
    case string(String)

    init(_ node: RawNode) {
      switch node.content {
      case .null: self = .null
      case .list: self = .list
      case .mapping: self = .mapping
      case .scalar("true"): self = .flag(true)
      case .scalar("false"): self = .flag(false)
      case .scalar(let text): self = Double(text).map { .number($0) } ?? .string(text)
      }
    }

    var number: Double? { if case .number(let value) = self { value } else { nil } }

    func has(type: String) -> Bool {
      switch (self, type) {
      case (.null, "null"), (.list, "array"), (.mapping, "object"), (.flag, "boolean"),
        (.number, "number"), (.string, "string"):
        true
      case (.number(let value), "integer"): value == value.rounded()
      default: false
      }
    }
  }
}
