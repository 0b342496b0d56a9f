// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Report
import Tables

/// A table of cases: one column per path, one row per case.
///
/// Values are written as `--set` takes them. An empty cell leaves the study's own value.
enum CasesFile {
  /// Reads the cases of a table.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - isConfirmed: Whether many cases are meant.
  /// - Returns: The cases.
  /// - Throws: every fault of the file.
  static func cases(_ path: String, isConfirmed: Bool) throws(Findings) -> SweepCases {
    let text = try TextFile(path: path)
    var findings = text.findings
    var reader = CSVReader(text)
    guard let first = reader.next() else {
      throw Findings(Finding("sweep.noCases", .error, at: SourcePosition(file: path)))
    }
    let header = CSVHeader(first, findings: &findings)
    var rows: [[String]] = []
    var lines: [Int] = []
    while let record = reader.next() {
      guard !record.isBlank else { continue }
      let isTooLong = (header.names.count..<max(header.names.count, record.count)).contains {
        !record.isEmpty(at: $0)
      }
      if isTooLong || record.count < header.names.count {
        findings.add(
          Finding(
            "sweep.caseWidth", .error, at: record.position(),
            ["expected": "\(header.names.count)", "found": "\(record.count)"]))
      }
      rows.append(header.names.indices.map { record.text(at: $0) })
      lines.append(record.line)
    }
    findings.add(contentsOf: reader.findings)
    if rows.isEmpty {
      findings.add(Finding("sweep.noCases", .error, at: SourcePosition(file: path)))
    }
    for (place, name) in header.names.enumerated() where rows.allSatisfy({ $0[place].isEmpty }) {
      guard !rows.isEmpty, !name.isEmpty else { continue }
      var position = header.position
      position.column = place + 1
      findings.add(Finding("sweep.emptyColumn", .error, at: position, ["path": name]))
    }
    try findings.throwIfErrors()
    return try SweepCases(
      listOf: header.names, rows: rows, file: path, lines: lines, isConfirmed: isConfirmed)
  }
}
