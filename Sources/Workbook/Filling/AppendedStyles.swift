// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics
internal import Foundation

/// Adds looks at the end of the styles of a workbook; those that stand there stay as they are.
struct AppendedStyles {
  private let file: String
  private let part: String
  private var text: String
  private var counts: [String: Int] = [:]
  private var formats: [String: Int] = [:]
  private var nextFormat = 164
  private var numbers: [CellStyle: Int] = [:]
  private var added: [String: [String]] = [:]

  /// Takes the styles of a workbook.
  ///
  /// - Throws: a finding where they are not written as spreadsheets do.
  init(_ bytes: [UInt8], part: String, file: String) throws(Findings) {
    self.file = file
    self.part = part
    text = String(decoding: bytes, as: UTF8.self)
    final class Counts {
      var counts: [String: Int] = [:]
      var path: [String] = []
      var largest = 163
    }
    let found = Counts()
    try XMLPart.walk(
      bytes, part, of: file,
      onStart: { name, attributes in
        if let parent = found.path.last, found.path.count == 2 {
          found.counts[parent, default: 0] += 1
        }
        if name == "numFmt", let id = attributes["numFmtId"].flatMap(Int.init) {
          found.largest = max(found.largest, id)
        }
        found.path.append(name)
      }, onEnd: { _, _ in found.path.removeLast() })
    counts = found.counts
    nextFormat = found.largest + 1
    for list in ["fonts", "fills", "borders", "cellXfs"] where !text.contains("</\(list)>") {
      throw .about(file, .cannotFill, ["part": part])
    }
  }

  /// Number of a look, for the cells that have it.
  mutating func number(of style: CellStyle) -> Int {
    if style == .plain { return 0 }
    if let known = numbers[style] { return known }
    var format = 0
    if let code = style.numberFormat {
      format = formats[code] ?? nextFormat
      if formats[code] == nil {
        formats[code] = format
        nextFormat += 1
        added["numFmts", default: []].append(
          "<numFmt numFmtId=\"\(format)\" formatCode=\"\(SheetXML.escaped(code))\"/>")
      }
    }
    let font = add(
      "fonts",
      "<font>\(style.isBold ? "<b/>" : "")\(style.isItalic ? "<i/>" : "")"
        + "<sz val=\"\(style.size ?? 11)\"/>"
        + (style.colour.map { "<color rgb=\"\(Self.colour($0))\"/>" } ?? "")
        + "<name val=\"Calibri\"/><family val=\"2\"/></font>")
    var fill = 0
    if let background = style.background {
      fill = add(
        "fills",
        "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"\(Self.colour(background))\"/>"
          + "<bgColor indexed=\"64\"/></patternFill></fill>")
    }
    var border = 0
    if style.hasLineAbove || style.hasLineBelow {
      let top = style.hasLineAbove ? "<top style=\"thin\"/>" : "<top/>"
      let bottom = style.hasLineBelow ? "<bottom style=\"thin\"/>" : "<bottom/>"
      border = add(
        "borders", "<border><left/><right/>\(top)\(bottom)<diagonal/></border>")
    }
    let side =
      switch style.alignment {
      case .left: " horizontal=\"left\""
      case .centre: " horizontal=\"center\""
      case .right: " horizontal=\"right\""
      case nil: ""
      }
    let number = add(
      "cellXfs",
      "<xf numFmtId=\"\(format)\" fontId=\"\(font)\" fillId=\"\(fill)\" borderId=\"\(border)\" "
        + "xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" "
        + "applyAlignment=\"1\"><alignment vertical=\"top\"\(side)"
        + "\(style.wraps ? " wrapText=\"1\"" : "")/></xf>")
    numbers[style] = number
    return number
  }

  /// Adds an element to a list, unless it was added before; gives its number.
  private mutating func add(_ list: String, _ element: String) -> Int {
    let before = counts[list, default: 0]
    if let place = added[list]?.firstIndex(of: element) { return before + place }
    added[list, default: []].append(element)
    return before + (added[list]?.count ?? 1) - 1
  }

  private static func colour(_ colour: UInt32) -> String {
    let digits = String(colour, radix: 16, uppercase: true)
    return "FF" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  /// The styles with what was added.
  func bytes() throws(Findings) -> [UInt8] {
    var text = text
    for (list, elements) in added.sorted(by: { $0.key < $1.key }) {
      let count = counts[list, default: 0] + elements.count
      if let end = text.range(of: "</\(list)>") {
        text.insert(contentsOf: elements.joined(), at: end.lowerBound)
        text = XMLPatch.counted(text, list, count)
      } else if list == "numFmts", !text.contains("<numFmts"), let fonts = text.range(of: "<fonts")
      {
        text.insert(
          contentsOf: "<numFmts count=\"\(count)\">\(elements.joined())</numFmts>",
          at: fonts.lowerBound)
      } else {
        throw .about(file, .cannotFill, ["part": part])
      }
    }
    return Array(text.utf8)
  }
}

/// Small changes to the text of a part, of which all else stays letter for letter.
enum XMLPatch {
  /// The text with another count in the opening tag of a list.
  static func counted(_ text: String, _ list: String, _ count: Int) -> String {
    guard let start = text.range(of: "<\(list)"),
      let end = text[start.upperBound...].firstIndex(of: ">"),
      let mark = text[start.upperBound..<end].range(of: " count=\""),
      let close = text[mark.upperBound..<end].firstIndex(of: "\"")
    else { return text }
    return text.replacingCharacters(in: mark.upperBound..<close, with: "\(count)")
  }

  /// The text with something before the end of an element; `nil` where there is no such end.
  static func appended(_ text: String, _ addition: String, before end: String) -> String? {
    guard let place = text.range(of: end, options: .backwards) else { return nil }
    var text = text
    text.insert(contentsOf: addition, at: place.lowerBound)
    return text
  }
}
