// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics

/// Turns the text of a cell into what its column declares.
struct CellReading {
  let declaration: ColumnDeclaration
  let mark: DecimalMark

  /// The value of a text that is not empty; `nil`, with a finding, where it is not one.
  func value(
    of text: String, at position: SourcePosition, findings: inout Findings
  ) -> Cell? {
    if text.first == "#", Self.spreadsheetErrors.contains(text.uppercased()) {
      add(.spreadsheetError, text, position, &findings)
      return nil
    }
    do {
      let cell = try read(text)
      guard let cell else {
        refuse(text, position, &findings)
        return nil
      }
      return isInRange(cell, text, position, &findings) ? cell : nil
    } catch {
      findings.add(error.finding(at: position, ["column": declaration.name]))
      return nil
    }
  }

  private static let spreadsheetErrors: Set<String> = [
    "#N/A", "#REF!", "#VALUE!", "#VALEUR!", "#DIV/0!", "#NAME?", "#NOM?", "#NUM!", "#NOMBRE!",
    "#NULL!", "#NUL!",
  ]

  private static let booleans: [String: Bool] = [
    "true": true, "yes": true, "oui": true, "vrai": true, "1": true,
    "false": false, "no": false, "non": false, "faux": false, "0": false,
  ]

  private func read(_ text: String) throws(QuantityProblem) -> Cell? {
    switch declaration.type {
    case .text: .text(text)
    case .identifier: .text(try identifier(text))
    case .choice(let words): words.contains(text) ? .text(text) : nil
    case .integer:
      .integer(try QuantityText.integer(text, unit: declaration.unit, mark: mark))
    case .decimal: .decimal(try QuantityText.decimal(text, unit: declaration.unit, mark: mark))
    case .share: .share(try QuantityText.share(text))
    case .money(let bare): .money(try QuantityText.money(text, bare: bare))
    case .boolean: Self.booleans[text.lowercased()].map { .boolean($0) }
    case .year: year(text)
    }
  }

  private func identifier(_ text: String) throws(QuantityProblem) -> String {
    let isMangled =
      text.contains(where: { $0 == "E" || $0 == "e" }) && text.contains("+")
      && text.allSatisfy { $0.isASCII && ($0.isNumber || "eE+.,".contains($0)) }
    if isMangled { throw QuantityProblem(.spreadsheetExponent, text) }
    return text
  }

  private func year(_ text: String) -> Cell? {
    guard text.utf8.count == 4, let year = Int64(text), 1900...2200 ~= year else { return nil }
    return .integer(year)
  }

  private func refuse(
    _ text: String, _ position: SourcePosition, _ findings: inout Findings
  ) {
    switch declaration.type {
    case .boolean: add(.notBoolean, text, position, &findings)
    case .year: add(.notYear, text, position, &findings)
    case .choice(let words):
      var arguments = ["allowed": words.joined(separator: ", ")]
      arguments["nearest"] = NearestSpelling.of(text, among: words)
      add(.valueNotAllowed, text, position, &findings, arguments)
    default: break
    }
  }

  private func isInRange(
    _ cell: Cell, _ text: String, _ position: SourcePosition, _ findings: inout Findings
  ) -> Bool {
    let value: Double
    switch cell {
    case .integer(let whole): value = Double(whole)
    case .decimal(let number), .share(let number): value = number
    case .money(let cents): value = Double(cents) / 100
    case .missing, .text, .boolean: return true
    }
    if let minimum = declaration.minimum, value < minimum {
      let limit = NumberText.shortest(minimum)
      add(.belowMinimum, text, position, &findings, ["limit": limit])
      return false
    }
    if let maximum = declaration.maximum, value > maximum {
      let limit = NumberText.shortest(maximum)
      add(.aboveMaximum, text, position, &findings, ["limit": limit])
      return false
    }
    return true
  }

  private func add(
    _ code: Finding.Code, _ text: String, _ position: SourcePosition,
    _ findings: inout Findings, _ more: [String: String] = [:]
  ) {
    var arguments = more
    arguments["column"] = declaration.name
    arguments["text"] = text
    findings.add(Finding(code, .error, at: position, arguments))
  }
}
