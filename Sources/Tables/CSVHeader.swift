// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics

/// The names of the columns of a table, found by name and never by place.
public struct CSVHeader: Sendable {
  /// How names are compared.
  public enum Matching: Sendable, Hashable {
    /// Letter for letter.
    case exact
    /// As ``FoldedName`` says: case, accents, spaces and dashes make no difference.
    case folded
  }

  /// Names, as written in the file.
  public let names: [String]
  /// Where the row of names is.
  public let position: SourcePosition
  /// How names are compared.
  public let matching: Matching
  private let places: [String: Int]

  /// Takes the first row of a table as its header.
  ///
  /// Adds a finding for each name that is there twice, and for each field without a name other than
  /// those at the end, which spreadsheets leave behind.
  public init(_ record: CSVRecord, matching: Matching = .exact, findings: inout Findings) {
    var names = (0..<record.count).map { record.text(at: $0) }
    while names.last == "" { names.removeLast() }
    self.names = names
    self.matching = matching
    position = record.position()
    var places: [String: Int] = [:]
    for (place, name) in names.enumerated() {
      if name.isEmpty {
        findings.add(Finding(.unnamedColumn, .error, at: record.position(of: place)))
        continue
      }
      let key = matching == .exact ? name : FoldedName.of(name)
      if let first = places[key] {
        findings.add(
          Finding(
            .duplicateColumn, .error, at: record.position(of: place),
            ["column": name, "first": "\(first + 1)"]))
      } else {
        places[key] = place
      }
    }
    self.places = places
  }

  /// Place of a column, counted from 0, or `nil` where the table has none of this name.
  public func place(of name: String) -> Int? {
    places[matching == .exact ? name : FoldedName.of(name)]
  }

  /// Place of a column that must be there; adds a finding with the nearest name where it is not.
  public func require(_ name: String, findings: inout Findings) -> Int? {
    if let place = place(of: name) { return place }
    var arguments = ["column": name]
    arguments["nearest"] = NearestSpelling.of(name, among: names)
    findings.add(Finding(.missingColumn, .error, at: position, arguments))
    return nil
  }
}
