// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics

/// Reads the parts of a workbook that its sheets refer to.
struct PartReading {
  let archive: ZipArchive
  let file: String

  /// Another part that a part refers to.
  struct Relation {
    /// Last word of its kind: `worksheet`, `styles`.
    let kind: String
    /// Name of the part.
    let target: String
  }

  /// Walks through a part that must be there.
  func walk(
    _ name: String, onStart: @escaping (String, [String: String]) -> Void = { _, _ in },
    onEnd: @escaping (String, String) -> Void = { _, _ in }
  ) throws(Findings) {
    let bytes: [UInt8]?
    do {
      bytes = try archive.part(name)
    } catch {
      throw .about(file, .archiveDamaged)
    }
    guard let bytes else { throw .about(file, .partMissing, ["part": name]) }
    try XMLPart.walk(bytes, name, of: file, onStart: onStart, onEnd: onEnd)
  }

  /// What a part refers to, by identifier; `""` is the workbook as a whole.
  func relations(of part: String) throws(Findings) -> [String: Relation] {
    let slash = part.lastIndex(of: "/")
    let folder = slash.map { String(part[..<$0]) } ?? ""
    let name = slash.map { String(part[part.index(after: $0)...]) } ?? part
    let place = (folder.isEmpty ? "" : "\(folder)/") + "_rels/\(name).rels"
    var relations: [String: Relation] = [:]
    try walk(place) { element, attributes in
      guard element == "Relationship", attributes["TargetMode"] != "External",
        let id = attributes["Id"], let target = attributes["Target"]
      else { return }
      let kind = attributes["Type"]?.split(separator: "/").last.map(String.init) ?? ""
      relations[id] = Relation(kind: kind, target: Self.joined(folder, target))
    }
    return relations
  }

  /// A part named by another: from the root where it begins with `/`, from its folder otherwise.
  private static func joined(_ folder: String, _ target: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var parts = folder.split(separator: "/")
    for part in target.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }

  /// Texts that cells share, in order.
  func strings(_ part: String) throws(Findings) -> [String] {
    var strings: [String] = []
    var current = ""
    // How a text is to be spoken stands beside it.
    var isSpoken = false
    try walk(
      part,
      onStart: { name, _ in
        if name == "si" { current = "" }
        if name == "rPh" { isSpoken = true }
      },
      onEnd: { name, text in
        switch name {
        case "t" where !isSpoken: current += text
        case "rPh": isSpoken = false
        case "si": strings.append(Self.plain(current))
        default: break
        }
      })
    return strings
  }

  /// Looks of numbers by the style that cells name.
  func looks(_ part: String, from1904: Bool) throws(Findings) -> [NumberLook] {
    var codes: [Int: String] = [:]
    var numbers: [Int] = []
    var isInCells = false
    try walk(
      part,
      onStart: { name, attributes in
        switch name {
        case "numFmt":
          if let id = attributes["numFmtId"].flatMap(Int.init) {
            codes[id] = attributes["formatCode"]
          }
        case "cellXfs": isInCells = true
        case "xf" where isInCells: numbers.append(attributes["numFmtId"].flatMap(Int.init) ?? 0)
        default: break
        }
      },
      onEnd: { name, _ in if name == "cellXfs" { isInCells = false } })
    return numbers.map { number in
      codes[number].map { NumberLook(code: $0, from1904: from1904) }
        ?? NumberLook(builtIn: number, from1904: from1904)
    }
  }

  /// A text in which letters that XML cannot hold are written as they are: `_x000D_`.
  static func plain(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    return text.replacing(#/_x([0-9A-Fa-f]{4})_/#) { match in
      UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) }
        ?? String(match.0)
    }
  }
}
