// SPDX-License-Identifier: GPL-3.0-or-later

/// One sheet of a workbook.
///
/// It prints on A4 across, as wide as the paper.
public struct Sheet: Sendable, Hashable {
  /// A remark on a cell.
  public struct Remark: Sendable, Hashable {
    /// The cell.
    public var place: CellPlace
    /// The remark.
    public var text: String

    /// Creates a remark.
    public init(_ text: String, at place: CellPlace) {
      self.text = text
      self.place = place
    }
  }

  /// Content and look of one cell.
  struct Cell: Sendable, Hashable {
    let place: CellPlace
    let content: CellContent
    let style: CellStyle
  }

  /// Cells that stand as one.
  struct Merge: Sendable, Hashable {
    let range: CellRange
    let text: String
    let style: CellStyle
  }

  /// Height of a row where it is not that of the file.
  struct RowHeight: Sendable, Hashable {
    let row: Int
    let points: Double
  }

  /// Its name, at most 31 characters.
  public var name: String
  /// Widths of columns in characters, from the first.
  public var widths: [Double] = []
  /// Rows above and columns before this place stay in sight.
  public var frozen: CellPlace?
  /// The row that stands on top of each page.
  public var repeatedRow: Int?
  /// Whether it is printed as wide as the paper; where not, on as many pages as it is wide.
  public var fitsPaper = true
  /// Rows that begin a page.
  public var pageBreaks: [Int] = []
  /// Named ranges with filters.
  public var tables: [SheetTable] = []
  /// Charts.
  public var charts: [SheetChart] = []
  /// Looks that depend on values.
  public var highlights: [Highlight] = []
  /// What may be typed.
  public var validations: [Validation] = []
  /// Remarks that show when a cell is pointed at.
  public var remarks: [Remark] = []
  /// Looks of whole columns, for cells that hold nothing yet.
  public var columnStyles: [Int: CellStyle] = [:]
  /// Titles with rows below them that can be filtered, where they are no table.
  public var filter: CellRange?
  private(set) var heights: [RowHeight] = []
  private(set) var cells: [Cell] = []
  private(set) var merges: [Merge] = []

  /// Creates an empty sheet.
  public init(name: String) { self.name = name }

  /// Puts something into a cell; each cell is filled once.
  public mutating func put(
    _ content: CellContent, at place: CellPlace, style: CellStyle = .plain
  ) {
    cells.append(Cell(place: place, content: content, style: style))
  }

  /// Puts a text over several cells of a row, in a row of a given height.
  public mutating func putAcross(
    _ text: String, _ range: CellRange, style: CellStyle = .plain, height points: Double? = nil
  ) {
    merges.append(Merge(range: range, text: text, style: style))
    if let points { setHeight(points, of: range.first.row) }
  }

  /// Makes a row higher than those of the file.
  public mutating func setHeight(_ points: Double, of row: Int) {
    // No row may be higher.
    heights.append(RowHeight(row: row, points: min(points, 409)))
  }

  /// How many cells the file must have of it.
  var cellCount: Int {
    // Cells come nearly in order, so that sorting them is quicker than a set.
    var places: [Int] = []
    places.reserveCapacity(cells.count)
    for cell in cells where !cell.isNothing { places.append(cell.place.order) }
    for merge in merges { places.append(contentsOf: merge.range.places.map(\.order)) }
    for table in tables {
      let row = table.range.first.row
      for column in table.range.first.column...table.range.last.column {
        places.append(CellPlace(row, column).order)
      }
    }
    places.sort()
    return zip(places, places.dropFirst()).count { $0 != $1 } + (places.isEmpty ? 0 : 1)
  }
}

extension Sheet.Cell {
  /// Nothing without a look: the file has no such cell.
  fileprivate var isNothing: Bool {
    switch content {
    case .blank: style == .plain
    case .text(let text): text.isEmpty && style == .plain
    case .number, .formula: false
    }
  }
}
