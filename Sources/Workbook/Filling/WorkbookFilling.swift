// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
internal import Foundation

extension WorkbookPackage {
  /// The workbook with sheets added at its end, or renewed where they stand there already.
  ///
  /// Every other part stays byte for byte: sheets, looks, remarks, charts. Looks are added at the end
  /// of those that stand there. Formulas are computed anew when the workbook is opened.
  ///
  /// - Parameter sheets: the sheets; values of their formulas are written, not the formulas.
  /// - Returns: the workbook.
  /// - Throws: a finding where its list of sheets or looks is not written as spreadsheets do.
  public func filled(with sheets: [Sheet]) throws(Findings) -> [UInt8] {
    let reading = PartReading(archive: archive, file: file)
    guard
      let main = try reading.relations(of: "").values.first(where: { $0.kind == "officeDocument" }),
      let styles = try reading.relations(of: main.target).values.first(where: {
        $0.kind == "styles"
      })
    else { throw .about(file, .cannotFill, ["part": "styles"]) }
    var looks = try AppendedStyles(
      part(styles.target), part: styles.target, file: file)
    var changed: [String: [UInt8]] = [:]
    var added: [(name: String, part: String)] = []
    for sheet in sheets {
      let text = Array(SheetXML(sheet: sheet).text(&looks).utf8)
      if let place = sheetNames.firstIndex(of: sheet.name), let part = parts[place] {
        changed[part] = text
      } else {
        let part = freePart(besides: added.map(\.part), near: main.target)
        added.append((sheet.name, part))
        changed[part] = text
      }
    }
    changed[styles.target] = try looks.bytes()
    try list(added, of: main.target, in: &changed)
    var packed = PackedArchive()
    let taken = Set(archive.names)
    for name in archive.names {
      if let content = changed[name] {
        packed.add(content, as: name)
      } else {
        archive.copy(name, to: &packed)
      }
    }
    for (name, content) in changed.sorted(by: { $0.key < $1.key }) where !taken.contains(name) {
      packed.add(content, as: name)
    }
    guard let bytes = packed.archive else { throw .about(file, .cannotFill, ["part": "zip"]) }
    // What cannot be read back is not written.
    let again = try WorkbookPackage(bytes, file: file)
    for sheet in sheets where try again.sheet(sheet.name) == nil {
      throw .about(file, .cannotFill, ["part": sheet.name])
    }
    return bytes
  }

  private func part(_ name: String) throws(Findings) -> [UInt8] {
    guard let bytes = try? archive.part(name) else {
      throw .about(file, .partMissing, ["part": name])
    }
    return bytes
  }

  private func freePart(besides others: [String], near main: String) -> String {
    let folder = main.lastIndex(of: "/").map { String(main[...$0]) } ?? ""
    let taken = Set(archive.names + others)
    var number = 1
    while taken.contains("\(folder)worksheets/releve\(number).xml") { number += 1 }
    return "\(folder)worksheets/releve\(number).xml"
  }

  /// Names new sheets where a workbook lists its parts.
  private func list(
    _ added: [(name: String, part: String)], of main: String,
    in changed: inout [String: [UInt8]]
  ) throws(Findings) {
    func text(_ name: String) throws(Findings) -> String {
      if let bytes = changed[name] { return String(decoding: bytes, as: UTF8.self) }
      return String(decoding: try part(name), as: UTF8.self)
    }
    func append(_ addition: String, before end: String, in name: String) throws(Findings) {
      let before = try text(name)
      guard let after = XMLPatch.appended(before, addition, before: end) else {
        throw .about(file, .cannotFill, ["part": name])
      }
      changed[name] = Array(after.utf8)
    }
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let rels = Self.relations(of: main)
    let known = try text(rels)
    var number = 1
    var id: Int = 1
    let ids = try sheetNumbers(main)
    for sheet in added {
      while known.contains("\"releve\(number)\"") { number += 1 }
      while ids.contains(id) { id += 1 }
      try append(
        "<sheet xmlns:r=\"\(office)\" name=\"\(SheetXML.escaped(sheet.name))\" sheetId=\"\(id)\" "
          + "r:id=\"releve\(number)\"/>",
        before: "</sheets>", in: main)
      try append(
        "<Relationship Id=\"releve\(number)\" Type=\"\(office)/worksheet\" "
          + "Target=\"/\(sheet.part)\"/>", before: "</Relationships>", in: rels)
      try append(
        "<Override PartName=\"/\(sheet.part)\" ContentType=\"application/"
          + "vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>",
        before: "</Types>", in: "[Content_Types].xml")
      number += 1
      id += 1
    }
    changed[main] = Array(Self.computedAnew(try text(main)).utf8)
  }

  private func sheetNumbers(_ main: String) throws(Findings) -> Set<Int> {
    final class Found { var numbers: Set<Int> = [] }
    let found = Found()
    try PartReading(archive: archive, file: file).walk(main) { name, attributes in
      if name == "sheet", let id = attributes["sheetId"].flatMap(Int.init) {
        found.numbers.insert(id)
      }
    }
    return found.numbers
  }

  private static func relations(of part: String) -> String {
    let slash = part.lastIndex(of: "/")
    let folder = slash.map { String(part[...$0]) } ?? ""
    let name = slash.map { String(part[part.index(after: $0)...]) } ?? part
    return "\(folder)_rels/\(name).rels"
  }

  /// A list of sheets that asks for every formula to be computed when the workbook is opened: those
  /// that look at renewed sheets would show what was before.
  static func computedAnew(_ text: String) -> String {
    let wish = " fullCalcOnLoad=\"1\""
    if let start = text.range(of: "<calcPr") {
      guard let end = text[start.upperBound...].firstIndex(of: ">"),
        !text[start.upperBound..<end].contains("fullCalcOnLoad=")
      else { return text }
      var text = text
      text.insert(contentsOf: wish, at: start.upperBound)
      return text
    }
    let before = ["</definedNames>", "</externalReferences>", "</functionGroups>", "</sheets>"]
    for end in before {
      guard let place = text.range(of: end) else { continue }
      var text = text
      text.insert(contentsOf: "<calcPr\(wish)/>", at: place.upperBound)
      return text
    }
    return text
  }
}
