// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import Foundation
public import Report
import RunStore
public import Wording

/// Results of shares of a sweep, to be put together.
public struct MergeRequest: Sendable {
  /// The results of the shares; of each, the table or the file of SQLite.
  public var parts: [String]
  /// The results together: a name that ends in `.csv` or `.sqlite`; both files are written.
  public var out: String
  /// Whether earlier results at the place are replaced.
  public var replaces: Bool
  /// Language of the messages in the table.
  public var language: Language

  /// Creates a request.
  public init(
    parts: [String], out: String, replaces: Bool = false, language: Language = .french
  ) {
    self.parts = parts
    self.out = out
    self.replaces = replaces
    self.language = language
  }
}

extension Workbench {
  /// Puts the results of shares of one sweep together.
  ///
  /// Cases may be missing: the result can be gone on with by the sweep as a whole.
  ///
  /// - Parameters:
  ///   - request: Which results, and where they go.
  ///   - width: Columns of the screen.
  /// - Returns: Everything about the cases.
  /// - Throws: `Findings` where a part is missing, damaged or of another sweep, where two hold the
  ///   same case, or where the results cannot be written; nothing is written then.
  public func mergeSweeps(
    _ request: MergeRequest, width: Int = Screen.standardWidth
  ) throws(Findings) -> SweepResult {
    let place = SweepPlace(request.out)
    let parts = request.parts.map { SweepPlace($0).store }
    if parts.contains(place.store) {
      throw Findings(
        Finding("sweep.mergeOntoPart", .error, at: SourcePosition(file: place.store)))
    }
    let standing = try place.check(replacing: request.replaces)
    if standing != .free, !request.replaces {
      throw Findings(Finding("tables.outputExists", .error, at: SourcePosition(file: place.store)))
    }
    let (description, records) = try read(parts)
    if standing != .free { try SweepFile.remove(place.store) }
    let file = try SweepFile.create(place.store, description, cases: records)
    defer { file.close() }
    let cases = try file.swept()
    let axes = description.axes.enumerated().map { column, path in
      var known: Set<String> = [""]
      let values = cases.map { $0.values[column] }.filter { known.insert($0).inserted }
      return SweepAxis(path: path, values: values)
    }
    let outcome = SweepOutcome(
      title: description.title, axes: axes, wanted: description.wanted, cases: cases,
      firstSolved: nil)
    try writeTable(outcome, place, file, request.language)
    return SweepResult(
      outcome: outcome, file: place.table, store: place.store, parts: parts.count, screen: nil,
      language: request.language, width: width, origin: nil)
  }

  /// Reads the parts; every fault is told at once.
  ///
  /// - Returns: What the sweep is as a whole, and its cases in the order of their numbers.
  private func read(
    _ parts: [String]
  ) throws(Findings) -> (SweepDescription, [CaseRecord]) {
    var findings = Findings()
    var whole: SweepDescription?
    var records: [Int: CaseRecord] = [:]
    var origins: [Int: String] = [:]
    for path in parts {
      do throws(Findings) {
        let file = try SweepFile.open(path)
        defer { file.close() }
        if let whole {
          try SweepDifferences.refuse(file.sweep, where: whole, at: path, ignoresShards: true)
        }
        whole = whole ?? file.sweep
        for record in try file.cases() {
          if let other = origins[record.number] {
            throw Findings(
              Finding(
                "sweep.caseTwice", .error, at: SourcePosition(file: path),
                ["number": "\(record.number)", "other": other]))
          }
          records[record.number] = record
          origins[record.number] = path
        }
      } catch {
        findings.add(contentsOf: error)
      }
    }
    try findings.throwIfErrors()
    guard var whole else { throw Findings(Finding("sweep.noParts", .error, at: nil)) }
    whole.shard = nil
    whole.traits.removeAll { $0.kind == .shard }
    return (whole, records.values.sorted { $0.number < $1.number })
  }
}
