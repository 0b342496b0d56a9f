// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import FoundationXML
import Workbook

/// A workbook as it was written, by whatever program: its sheets with their cells.
public struct WrittenWorkbook {
  /// One cell.
  public struct Cell: Equatable {
    /// What stands in it: a text, or a number as the file has it.
    public var value: String
    /// Its formula, without `=`.
    public var formula: String?
    /// Whether it is a text, not a number.
    public var isText: Bool

    /// Creates a cell.
    public init(value: String, formula: String? = nil, isText: Bool) {
      self.value = value
      self.formula = formula
      self.isText = isText
    }

    /// The value as a number.
    public var number: Double? { isText ? nil : Double(value) }
  }

  /// Names of the sheets, in order.
  public let names: [String]
  private let sheets: [String: [String: Cell]]

  /// Why a file cannot be read.
  public struct Fault: Error {
    /// What is missing.
    public let what: String
  }

  /// Reads a workbook.
  public init(_ bytes: [UInt8]) throws {
    let archive = try ZipArchive(bytes)
    func elements(_ part: String) throws -> [Element] {
      guard let bytes = try archive.part(part) else { throw Fault(what: part) }
      return Element.all(in: bytes)
    }
    var texts: [String] = []
    if archive.names.contains("xl/sharedStrings.xml") {
      for element in try elements("xl/sharedStrings.xml") {
        switch element.name {
        case "si": texts.append("")
        case "t" where !texts.isEmpty: texts[texts.count - 1] += element.text
        default: break
        }
      }
    }
    var targets: [String: String] = [:]
    for element in try elements("xl/_rels/workbook.xml.rels") where element.name == "Relationship" {
      targets[element.attributes["Id"] ?? ""] = element.attributes["Target"]
    }
    var names: [String] = []
    var sheets: [String: [String: Cell]] = [:]
    for element in try elements("xl/workbook.xml") where element.name == "sheet" {
      let name = element.attributes["name"] ?? ""
      guard let target = targets[element.attributes["r:id"] ?? ""] else { throw Fault(what: name) }
      names.append(name)
      let part = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)"
      sheets[name] = Self.cells(try elements(part), texts)
    }
    (self.names, self.sheets) = (names, sheets)
  }

  /// Reads a workbook from its file.
  public init(_ path: String) throws {
    try self.init([UInt8](Data(contentsOf: URL(filePath: path))))
  }

  /// A cell of a sheet by its name, `B7`; `nil` where there is none.
  public subscript(sheet: String, cell: String) -> Cell? { sheets[sheet]?[cell] }

  /// Every cell of a sheet by its name.
  public func cells(of sheet: String) -> [String: Cell] { sheets[sheet] ?? [:] }

  /// Rows of a sheet below a row of titles, by title, as far as the first column is filled.
  ///
  /// - Parameters:
  ///   - sheet: the sheet.
  ///   - row: the row of titles, from 1.
  /// - Returns: cells of each row by title.
  public func rows(of sheet: String, below row: Int) -> [[String: Cell]] {
    let cells = sheets[sheet] ?? [:]
    var titles: [(column: String, title: String)] = []
    for column in Self.columns {
      guard let cell = cells["\(column)\(row)"] else { break }
      titles.append((column, cell.value))
    }
    var rows: [[String: Cell]] = []
    while let first = titles.first, cells["\(first.column)\(row + 1 + rows.count)"] != nil {
      let number = row + 1 + rows.count
      var cellsOfRow: [String: Cell] = [:]
      for (column, title) in titles { cellsOfRow[title] = cells["\(column)\(number)"] }
      rows.append(cellsOfRow)
    }
    return rows
  }

  private static let columns: [String] = {
    let letters = (UInt8(ascii: "A")...UInt8(ascii: "Z")).map { String(Unicode.Scalar($0)) }
    return letters + letters.map { "A\($0)" }
  }()

  private static func cells(_ elements: [Element], _ texts: [String]) -> [String: Cell] {
    var cells: [String: Cell] = [:]
    var name = ""
    var kind = ""
    for element in elements {
      switch element.name {
      case "c":
        name = element.attributes["r"] ?? ""
        kind = element.attributes["t"] ?? "n"
      case "f": cells[name, default: Cell(value: "", isText: false)].formula = element.text
      case "v", "t":
        var cell = cells[name] ?? Cell(value: "", isText: false)
        cell.isText = kind != "n"
        cell.value =
          kind == "s"
          ? Int(element.text).flatMap { texts.indices.contains($0) ? texts[$0] : nil } ?? "?"
          : element.text
        cells[name] = cell
      default: break
      }
    }
    return cells
  }
}

/// An element of XML with the text right inside it, in the order in which elements open.
private struct Element {
  var name: String
  var attributes: [String: String]
  var text = ""

  static func all(in bytes: [UInt8]) -> [Element] {
    let collector = Collector()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = collector
    _ = parser.parse()
    return collector.elements
  }

  private final class Collector: NSObject, XMLParserDelegate {
    var elements: [Element] = []
    private var open: [Int] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      open.append(elements.count)
      elements.append(Element(name: name, attributes: attributes))
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      if let last = open.last { elements[last].text += text }
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      open.removeLast()
    }
  }
}
