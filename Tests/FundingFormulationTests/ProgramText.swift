// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import LinearProgramming

/// The rows of one family as text, with the bounds of the columns that only bounds restrict.
func programText(_ program: LinearProgram, family: Family) -> String {
  var lines: [String] = []
  for row in 0..<program.rowCount {
    let name = program.rowNames[row]
    guard Family(rowName: name) == family else { continue }
    let terms = program.entries(of: row).map { entry in
      let column = program.columnNames[Int(program.columnIndex[entry])]
      return "\(number(program.coefficient[entry])) \(column)"
    }
    let role = program.rowRole[row] == .coupling ? "coupling" : "local"
    lines.append("\(name) (\(role))")
    lines += terms.sorted { $0.split(separator: " ")[1] < $1.split(separator: " ")[1] }
      .map { "    \($0)" }
    lines.append("  \(bounds(program.rowLower[row], program.rowUpper[row]))")
  }
  return lines.joined(separator: "\n") + "\n"
}

private func bounds(_ lower: Double, _ upper: Double) -> String {
  if lower == upper { return "= \(number(lower))" }
  var parts: [String] = []
  if lower.isFinite { parts.append(">= \(number(lower))") }
  if upper.isFinite { parts.append("<= \(number(upper))") }
  return parts.joined(separator: ", ")
}

/// Twelve significant digits: what the formulas decide, not the last bits of the arithmetic.
private func number(_ value: Double) -> String {
  guard value != 0 else { return "0" }
  var scale = 1.0
  while abs(value) * scale < 1e11 { scale *= 10 }
  while abs(value) * scale >= 1e12 { scale /= 10 }
  return "\((value * scale).rounded() / scale)"
}
