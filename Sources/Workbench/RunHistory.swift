// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import Foundation
import Report
import RunStore
public import Wording

/// Which store of runs to look into.
public struct HistoryRequest: Sendable, Hashable {
  /// The store; `nil`: the one beside the study.
  public var store: String?
  /// The study; `nil`: the current folder.
  public var study: String?

  /// Creates a request.
  public init(store: String? = nil, study: String? = nil) {
    self.store = store
    self.study = study
  }

  func path() throws(Findings) -> String {
    if let store { return store }
    guard let study else { return RecordRequest.place }
    return try RecordRequest.store(of: study)
  }
}

/// Runs of a store, to be told.
public struct RunList: Sendable {
  let runs: [StoredRun]
  let store: String

  /// One line per run, the last one last.
  public func lines(in language: Language, width: Int) -> [String] {
    func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
      Catalogue.text("runs.\(key)", in: language, arguments)
    }
    guard !runs.isEmpty else { return [text("none", ["store": store])] }
    let heads = ["number", "when", "command", "status", "user", "study", "comment"].map { text($0) }
    let rows =
      [heads]
      + runs.map { run in
        let record = run.record
        return [
          "\(run.number)", RunWords.time(record.endedAt), record.command,
          RunWords.status(record.status, language), record.user,
          record.study + (record.region.map { " (\($0))" } ?? ""), record.comment ?? "",
        ]
      }
    let widths = heads.indices.map { column in
      min(column == 5 ? 30 : 19, rows.map { TextLayout.columns($0[column]) }.max() ?? 0)
    }
    return rows.map { row in
      var cells = row.enumerated().map { column, cell in
        let cut = TextLayout.cut(cell, to: widths[column])
        return column == 0
          ? TextLayout.right(cut, widths[0]) : TextLayout.left(cut, widths[column])
      }
      // A comment has the rest of the line.
      cells[6] = row[6]
      let line = TextLayout.cut(cells.joined(separator: "  "), to: width)
      return TextLayout.withoutTrailingSpaces(line)
    }
  }

  /// The runs as JSON.
  ///
  /// - Throws: `Findings` where a number is not finite.
  public func json() throws(Findings) -> String {
    struct Document: Encodable {
      let schema = 1
      let store: String
      let runs: [RunDocument]
    }
    let document = Document(store: store, runs: runs.map { RunDocument($0, isWhole: false) })
    return try ReportJSON.text(of: document)
  }
}

/// One run, to be told.
public struct RunDetail: Sendable {
  let run: StoredRun

  /// Everything but what is long: parameters and the result are told by ``json()``.
  public func lines(in language: Language, width: Int) -> [String] {
    func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
      Catalogue.text("runs.\(key)", in: language, arguments)
    }
    let record = run.record
    let style = NumberStyle(language)
    let place = URL(filePath: record.output)
    let isThere = FileManager.default.fileExists(atPath: place.path)
    var entries: [(String, String)] = [
      (text("run"), "\(run.number), \(record.command)"),
      (
        text("when"),
        "\(RunWords.time(record.endedAt)) UTC, \(style.duration(seconds: record.seconds))"
      ),
      (text("who"), "\(record.user) @ \(record.host)"),
    ]
    if let comment = record.comment { entries.append((text("comment"), comment)) }
    entries += [
      (text("study"), "\(record.title) (\(record.study))"),
      (text("typed"), record.arguments.joined(separator: " ")),
      (text("status"), RunWords.status(record.status, language)),
      (text("output"), record.output + (isThere ? "" : " " + text("gone"))),
      (text("hash"), record.outputHash),
      (text("tool"), "\(record.tool), \(record.solver)"),
      (text("parameters"), style.integer(record.parameters.count)),
    ]
    if let region = record.region { entries.insert((text("region"), region), at: 4) }
    entries += record.inputs.enumerated().map { place, input in
      (place == 0 ? text("inputs") : "", "\(input.sha256.prefix(12))  \(input.path)")
    }
    let column = (entries.map { TextLayout.columns($0.0) }.max() ?? 0) + 2
    return entries.flatMap { name, value in
      TextLayout.wrapped(value, to: max(20, width - column)).enumerated().map { line, part in
        TextLayout.left(line == 0 ? name : "", column) + part
      }
    }
  }

  /// The run as JSON, whole.
  ///
  /// - Throws: `Findings` where a number is not finite.
  public func json() throws(Findings) -> String {
    try ReportJSON.text(of: RunDocument(run, isWhole: true))
  }
}

extension Workbench {
  /// The runs of a store.
  ///
  /// - Throws: `Findings` where there is no store, or it cannot be read.
  public func runs(_ request: HistoryRequest) throws(Findings) -> RunList {
    let path = try request.path()
    let runs = try Runs(path, makes: false)
    defer { runs.close() }
    return RunList(runs: try runs.list(), store: path)
  }

  /// One run of a store.
  ///
  /// - Throws: `Findings` where there is no such run or store, or it cannot be read.
  public func run(_ number: Int, _ request: HistoryRequest) throws(Findings) -> RunDetail {
    let path = try request.path()
    let runs = try Runs(path, makes: false)
    defer { runs.close() }
    guard let run = try runs.run(number) else { throw Self.unknown([number], path) }
    return RunDetail(run: run)
  }

  /// Removes runs from a store, all of those named or none; what they wrote stays.
  ///
  /// - Returns: The store.
  /// - Throws: `Findings` where there is no such run or store, or it cannot be written.
  public func removeRuns(
    _ numbers: [Int], _ request: HistoryRequest
  ) throws(Findings) -> String {
    let path = try request.path()
    let runs = try Runs(path, makes: false)
    defer { runs.close() }
    let missing = try runs.remove(numbers)
    guard missing.isEmpty else { throw Self.unknown(missing, path) }
    return path
  }

  private static func unknown(_ numbers: [Int], _ path: String) -> Findings {
    var findings = Findings()
    for number in numbers {
      findings.add(
        Finding(
          "runs.unknown", .error, at: SourcePosition(file: path), ["number": "\(number)"]))
    }
    return findings
  }
}
