// SPDX-License-Identifier: GPL-3.0-or-later

/// A range with a name, titles, filters and bands; its titles are written with it.
public struct SheetTable: Sendable, Hashable {
  /// Name of the range, for formulas: letters, digits and `_`.
  public var name: String
  /// Titles and rows; at least one row besides the titles.
  public var range: CellRange
  /// Titles of the columns, each once.
  public var titles: [String]
  /// Look of the titles.
  public var titleStyle: CellStyle

  /// Creates a table.
  public init(name: String, range: CellRange, titles: [String], titleStyle: CellStyle) {
    self.name = name
    self.range = range
    self.titles = titles
    self.titleStyle = titleStyle
  }
}

/// A look that cells take on where a formula holds.
public struct Highlight: Sendable, Hashable {
  /// The cells.
  public var range: CellRange
  /// The formula, written for the first cell of the range: `=$J5<>0`.
  public var formula: String
  /// The look.
  public var style: CellStyle

  /// Creates a highlight.
  public init(_ range: CellRange, where formula: String, style: CellStyle) {
    self.range = range
    self.formula = formula
    self.style = style
  }
}

/// What may be typed into cells.
public struct Validation: Sendable, Hashable {
  /// Which values are let in.
  public enum Rule: Sendable, Hashable {
    /// Whole numbers from here on.
    case wholeNumber(atLeast: Int)
    /// One of these words, shown as a list; 255 characters in all. Others are refused where it is
    /// strict, and let in after a question where it is not.
    case word([String], isStrict: Bool)
    /// What stands in cells, as a formula names them, shown as a list; other values are let in after
    /// a question.
    case oneOf(String)
  }

  /// The cells.
  public var range: CellRange
  /// Which values are let in.
  public var rule: Rule
  /// Title of what is said when another is typed, at most 32 characters.
  public var title: String
  /// What is said then, at most 255 characters.
  public var message: String

  /// Creates a validation.
  public init(_ range: CellRange, _ rule: Rule, title: String, message: String) {
    self.range = range
    self.rule = rule
    self.title = title
    self.message = message
  }
}

/// A chart that is drawn from cells, and anew whenever they change.
public struct SheetChart: Sendable, Hashable {
  /// How it is drawn.
  public enum Kind: Sendable, Hashable {
    /// Bars, the series on top of one another.
    case stackedBars
    /// One line with points for each series.
    case lines
  }

  /// Cells of one sheet.
  public struct Source: Sendable, Hashable {
    /// Name of the sheet.
    public var sheet: String
    /// Its cells.
    public var range: CellRange

    /// Creates a source.
    public init(sheet: String, range: CellRange) {
      self.sheet = sheet
      self.range = range
    }
  }

  /// Width and height in pixels.
  public struct Size: Sendable, Hashable {
    /// From left to right.
    public var width: Int
    /// From top to bottom.
    public var height: Int

    /// Creates a size.
    public init(width: Int, height: Int) {
      self.width = width
      self.height = height
    }
  }

  /// One series.
  public struct Series: Sendable, Hashable {
    /// The cell that names it.
    public var name: Source
    /// What stands along the axis.
    public var categories: Source
    /// Its values.
    public var values: Source
    /// Its colour, as 0xRRGGBB.
    public var colour: UInt32
    /// Whether a line is dashed.
    public var isDashed = false

    /// Creates a series.
    public init(
      name: Source, categories: Source, values: Source, colour: UInt32, isDashed: Bool = false
    ) {
      self.name = name
      self.categories = categories
      self.values = values
      self.colour = colour
      self.isDashed = isDashed
    }
  }

  /// How it is drawn.
  public var kind: Kind
  /// Title above it, with the unit.
  public var title: String
  /// What it shows, in a sentence, for whoever does not see it.
  public var description: String
  /// Its upper left corner.
  public var place: CellPlace
  /// Its width and height.
  public var size: Size
  /// How numbers of the upright axis are written.
  public var numberFormat: String
  /// The series.
  public var series: [Series]

  /// Creates a chart.
  public init(
    _ kind: Kind, title: String, description: String, at place: CellPlace,
    size: Size, numberFormat: String, series: [Series]
  ) {
    self.kind = kind
    self.title = title
    self.description = description
    self.place = place
    self.size = size
    self.numberFormat = numberFormat
    self.series = series
  }
}
