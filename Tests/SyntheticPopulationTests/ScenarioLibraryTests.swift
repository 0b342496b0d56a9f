// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import FundingModel
import Testing

/// The layers of `models/scenarios`: what-ifs that people ask for by name.
@Suite struct `The library of scenarios` {
  private static let folder = `The embedded national study`.models.appending(path: "scenarios")
  static let names =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()

  /// What follows `# ` on the first lines of a layer.
  private static func remarks(_ name: String) throws -> [String] {
    try String(contentsOf: folder.appending(path: "\(name).yaml"), encoding: .utf8)
      .split(separator: "\n").prefix { $0.hasPrefix("# ") }.map { String($0.dropFirst(2)) }
  }

  @Test func `has the layers that were asked for`() {
    let wanted: Set = [
      "announced-money", "dotation-stops-2028", "minus-10-percent", "no-regional-floor",
      "plus-10-percent", "regional-floor-raised", "second-tranche-never", "wages-plus-2-points",
    ]
    #expect(wanted.isSubset(of: Self.names))
  }

  @Test(arguments: names)
  func `applies to the national study and changes something`(name: String) throws {
    let base = try `The embedded national study`.scenario()
    let layered = try `The embedded national study`.scenario(name)
    #expect(layered != base)
    #expect(layered.beneficiaries == base.beneficiaries)
    #expect(layered.title == base.title)
  }

  @Test(arguments: names)
  func `says its question, and what it rests on`(name: String) throws {
    let remarks = try Self.remarks(name)
    #expect(remarks.count >= 3, "licence, question, ground")
    #expect(remarks.dropFirst().first?.hasPrefix("« Et si ") == true || name == "no-regional-floor")
    #expect(remarks.dropFirst().first?.hasSuffix("? »") == true)
    let ground = remarks.dropFirst(2).joined(separator: " ")
    #expect(ground.contains("ypothèse"), "\(ground)")
  }

  @Test func `is indexed, name by name and no other`() throws {
    let index = try String(
      contentsOf: Self.folder.appending(path: "README.md"), encoding: .utf8)
    let listed = index.split(separator: "\n").compactMap { line -> String? in
      guard line.hasPrefix("| `") else { return nil }
      return line.dropFirst(3).split(separator: "`").first.map(String.init)
    }
    #expect(listed.sorted() == Self.names)
  }
}
