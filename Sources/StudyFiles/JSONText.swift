// SPDX-License-Identifier: GPL-3.0-or-later

internal import Tables

/// A JSON value whose keys keep their order, written with two spaces of indentation.
indirect enum JSONText {
  case string(String)
  case number(Double)
  case flag(Bool)
  case array([JSONText])
  case members([Member])

  /// One member of an object.
  struct Member {
    var key: String
    var value: JSONText
  }

  /// An object of members in order.
  static func object(_ pairs: [(key: String, value: JSONText)]) -> JSONText {
    .members(pairs.map { Member(key: $0.key, value: $0.value) })
  }

  /// Members of an object; none of anything else.
  var pairs: [(key: String, value: JSONText)] {
    if case .members(let members) = self { members.map { ($0.key, $0.value) } } else { [] }
  }

  /// The value as text, with a line end after it.
  var text: String {
    var output = ""
    write(to: &output, indentation: "")
    return output + "\n"
  }

  private func write(to output: inout String, indentation: String) {
    let inner = indentation + "  "
    switch self {
    case .string(let text): output += Self.quoted(text)
    case .number(let value): output += NumberText.shortest(value)
    case .flag(let value): output += value ? "true" : "false"
    case .array(let items):
      let isPlain = items.allSatisfy { if case .string = $0 { true } else { false } }
      if isPlain {
        output += "["
        for (place, item) in items.enumerated() {
          if place > 0 { output += ", " }
          item.write(to: &output, indentation: inner)
        }
        output += "]"
        return
      }
      output += "[\n"
      for (place, item) in items.enumerated() {
        output += inner
        item.write(to: &output, indentation: inner)
        output += place + 1 < items.count ? ",\n" : "\n"
      }
      output += indentation + "]"
    case .members(let pairs):
      if pairs.isEmpty {
        output += "{}"
        return
      }
      output += "{\n"
      for (place, pair) in pairs.enumerated() {
        output += inner + Self.quoted(pair.key) + ": "
        pair.value.write(to: &output, indentation: inner)
        output += place + 1 < pairs.count ? ",\n" : "\n"
      }
      output += indentation + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var output = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output + "\""
  }
}
