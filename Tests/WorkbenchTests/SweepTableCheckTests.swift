// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import Report
import Tables
import Testing
import Wording

@testable import Workbench

/// Tables of more cases than are held at a time, in either language.
@Suite struct `The table of a sweep held against its cases` {
  private static let axes = ["a"]
  private static let pages: [[SweptCase]] = (0..<3).map { page in
    (1...200).map { number in
      SweptCase(
        number: 200 * page + number, values: ["\(number) %"],
        outcome: CaseOutcome(
          status: .infeasible, reasons: [Finding("sweep.reason.infeasible", .error)],
          timings: RunTimings(reading: Double(number) / 8)))
    }
  }

  private static func table() -> SweepTable {
    var table = SweepTable(axes: axes)
    for one in pages.joined() { table.makeRoom(for: one) }
    return table
  }

  /// Lines that differ, of the table as it is written in a language and then changed.
  private func told(
    _ language: Language, _ change: (inout [String]) -> Void
  ) throws -> (isSame: Bool, lines: [Int?]) {
    let table = Self.table()
    var writer = table.writer()
    for one in Self.pages.joined() { try table.append(one, to: &writer, language: language) }
    var lines = String(decoding: writer.bytes, as: UTF8.self).components(separatedBy: "\n")
    change(&lines)
    let path = FileManager.default.temporaryDirectory
      .appending(path: "releve-\(UUID().uuidString.lowercased()).csv").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    var check = try SweepTableCheck(path, table)
    for page in Self.pages { try check.take(page) }
    let (isSame, findings) = try check.end()
    #expect(findings.allSatisfy { $0.code == "verify.lineDiffers" && $0.position?.file == path })
    return (isSame, findings.map { $0.position?.line })
  }

  @Test(arguments: Language.allCases)
  func `is found to be the same, or names the lines that are not`(language: Language) throws {
    let whole = try told(language) { _ in }
    #expect(whole.isSame && whole.lines == [])
    // Lines of the first page, of a later one, and the last one; the head is line 1.
    let altered = try told(language) { lines in
      for line in [2, 350, 601] {
        lines[line - 1] = lines[line - 1].replacing("infeasible,", with: "optimal,")
      }
    }
    #expect(!altered.isSame && altered.lines == [2, 350, 601])
    let head = try told(language) { $0[0] = $0[0].replacing("status", with: "state") }
    #expect(head.lines == [1])
    let missing = try told(language) { $0.remove(at: 600) }
    #expect(missing.lines == [601])
    let more = try told(language) { $0.insert("x", at: 601) }
    #expect(more.lines == [602])
    // A number written otherwise is the same number, in a file that is not the same.
    let rounded = try told(language) { $0[1] = $0[1].replacing(",0.125,", with: ",0.1250,") }
    #expect(!rounded.isSame && rounded.lines == [])
  }
}
