// SPDX-License-Identifier: GPL-3.0-or-later

/// A place in an input file.
///
/// Lines and columns count from 1.
public struct SourcePosition: Sendable, Hashable, Codable {
  /// File, as the user named it.
  public var file: String
  /// Line, or `nil` where the whole file is meant.
  public var line: Int?
  /// Column (in characters, or the field's number in a table), or `nil`.
  public var column: Int?
  /// Sheet of a workbook, whose rows are the lines; `nil` in other files.
  public var sheet: String?

  /// Creates a position.
  public init(file: String, line: Int? = nil, column: Int? = nil, sheet: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.sheet = sheet
  }

  /// The cell of a workbook, as spreadsheets name it: `C12`; `nil` where no one cell is meant.
  public var cell: String? {
    guard sheet != nil, let line, let column else { return nil }
    var letters = ""
    var rest = column - 1
    while rest >= 0 {
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest = rest / 26 - 1
    }
    return "\(letters)\(line)"
  }
}

/// One thing that is wrong, or worth saying, about an input.
///
/// A finding holds no sentence: its code and arguments are put into words by the catalogue, in the
/// language of the user.
public struct Finding: Error, Sendable, Hashable {
  /// What kind of finding it is.
  ///
  /// Open: each room declares its own, as `"room.whatIsWrong"`.
  public struct Code: RawRepresentable, Sendable, Hashable, ExpressibleByStringLiteral {
    /// The text itself.
    public let rawValue: String
    /// Creates a value from its text.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// Creates a value from a literal.
    public init(stringLiteral value: String) { rawValue = value }
  }

  /// How grave it is.
  public enum Severity: String, Sendable, Codable {
    /// Nothing is planned.
    case error
    /// Planned all the same, and said.
    case warning
    /// Told for the record.
    case note
  }

  /// What kind of finding it is.
  public var code: Code
  /// How grave it is.
  public var severity: Severity
  /// Where it is.
  public var position: SourcePosition?
  /// Words and numbers that the sentence needs, by name.
  ///
  /// `nearest` holds a spelling to offer.
  public var arguments: [String: String]

  /// Creates a finding.
  public init(
    _ code: Code, _ severity: Severity = .error, at position: SourcePosition? = nil,
    _ arguments: [String: String] = [:]
  ) {
    self.code = code
    self.severity = severity
    self.position = position
    self.arguments = arguments
  }
}

/// Findings, collected so that all are told at once.
public struct Findings: Error, Sendable {
  /// In the order found.
  public private(set) var all: [Finding] = []

  /// Creates an empty collection.
  public init() {}

  /// Creates a collection of one.
  public init(_ finding: Finding) { all = [finding] }

  /// Adds one.
  public mutating func add(_ finding: Finding) { all.append(finding) }

  /// Adds several.
  public mutating func add(contentsOf others: Findings) { all.append(contentsOf: others.all) }

  /// Whether any of them is an error.
  public var hasErrors: Bool { all.contains { $0.severity == .error } }

  /// Throws itself where any finding is an error.
  public func throwIfErrors() throws(Findings) {
    if hasErrors { throw self }
  }
}
