// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics

/// Reads the cells of one sheet.
struct SheetReading {
  let name: String
  let strings: [String]
  let looks: [NumberLook]

  /// Most cells of a sheet that are read.
  static let mostCells = 6_000_000

  /// One cell while it is read.
  private struct Open {
    var column = 0
    var type = ""
    var style = 0
    var value: String?
    var text: String?
    var hasFormula = false
  }

  private final class State {
    var rows: [ReadRow] = []
    var merges: [CellRange] = []
    var open: Open?
    var isSpoken = false
    var row = 0
    var column = 0
    var count = 0
  }

  /// The sheet.
  ///
  /// - Throws: a finding where the part is missing or damaged, or holds too many cells.
  func read(_ reading: PartReading, _ part: String) throws(Findings) -> ReadSheet {
    let state = State()
    try reading.walk(
      part, onStart: { start($0, $1, state) }, onEnd: { end($0, $1, state) })
    guard state.count <= Self.mostCells else {
      throw .about(
        reading.file, .tooManyCells, ["sheet": name, "limit": "\(Self.mostCells)"])
    }
    return ReadSheet(name: name, rows: state.rows, merges: state.merges)
  }

  private func start(_ name: String, _ attributes: [String: String], _ state: State) {
    switch name {
    case "row":
      state.row = attributes["r"].flatMap(Int.init) ?? state.row + 1
      state.column = 0
      state.rows.append(ReadRow(number: state.row, cells: []))
    case "c":
      let place = attributes["r"].flatMap(Self.place)
      state.open = Open(
        column: place?.column ?? state.column, type: attributes["t"] ?? "n",
        style: attributes["s"].flatMap(Int.init) ?? 0)
    case "f": state.open?.hasFormula = true
    case "rPh": state.isSpoken = true
    case "mergeCell":
      let corners = (attributes["ref"] ?? "").split(separator: ":").compactMap {
        Self.place(String($0))
      }
      if corners.count == 2 { state.merges.append(CellRange(corners[0], corners[1])) }
    default: break
    }
  }

  private func end(_ name: String, _ text: String, _ state: State) {
    switch name {
    case "v": state.open?.value = text
    case "t" where state.open != nil && !state.isSpoken:
      let before = state.open?.text ?? ""
      state.open?.text = before + text
    case "rPh": state.isSpoken = false
    case "c":
      guard let open = state.open else { return }
      state.open = nil
      state.column = open.column + 1
      guard let content = content(of: open), !state.rows.isEmpty,
        state.count <= Self.mostCells
      else { return }
      state.count += 1
      state.rows[state.rows.count - 1].cells.append(
        ReadCell(column: open.column, content: content))
    default: break
    }
  }

  /// What a cell holds; `nil` where that is nothing.
  private func content(of cell: Open) -> ReadContent? {
    guard let value = cell.value ?? cell.text, !(value.isEmpty && cell.type == "n") else {
      return cell.hasFormula ? .formulaWithoutValue : nil
    }
    switch cell.type {
    case "s":
      guard let place = Int(value), strings.indices.contains(place) else { return .fault("#REF!") }
      return strings[place].isEmpty ? nil : .text(strings[place])
    case "inlineStr", "str":
      return value.isEmpty ? nil : .text(PartReading.plain(value))
    case "b": return .flag(value == "1" || value == "true")
    case "e": return .fault(value)
    case "d": return .text(String(value.prefix { $0 != "T" }))
    default:
      guard let number = Double(value), number.isFinite else { return .text(value) }
      let look = looks.indices.contains(cell.style) ? looks[cell.style] : .plain
      return .number(number, look)
    }
  }

  /// `AB12` as a place.
  private static func place(_ name: String) -> CellPlace? {
    var column = 0
    var row = 0
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0 && column < 20_000:
        column = column * 26 + Int(byte) - 64
      case UInt8(ascii: "0")...UInt8(ascii: "9") where row < 10_000_000:
        row = row * 10 + Int(byte) - 48
      case UInt8(ascii: "$"): break
      default: return nil
      }
    }
    guard 1...16_384 ~= column, row > 0 else { return nil }
    return CellPlace(row - 1, column - 1)
  }
}
