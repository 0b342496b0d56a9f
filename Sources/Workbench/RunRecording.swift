// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import Foundation
import FundingModel
import LinearProgramming
import Report
import RunStore
import StudyFiles
import Tables

/// Where a run is recorded, and what the user says about it.
public struct RecordRequest: Sendable, Hashable {
  /// The store; `nil`: beside the study, in `.releve/runs.sqlite`.
  public var store: String?
  /// What the user says about the run.
  public var comment: String?

  /// Creates a request.
  public init(store: String? = nil, comment: String? = nil) {
    self.store = store
    self.comment = comment
  }

  /// Place of a store in the folder of a study.
  static let place = ".releve/runs.sqlite"

  /// The store of a study, where none is named.
  ///
  /// - Throws: a finding where the study cannot be named so.
  static func store(of study: String) throws(Findings) -> String {
    let file = try StudySpecification(study).study
    let folder = URL(filePath: file).deletingLastPathComponent().relativePath
    return folder == "." ? place : "\(folder)/\(place)"
  }

  func path(of study: String) throws(Findings) -> String {
    if let store { return store }
    return try Self.store(of: study)
  }
}

extension Workbench {
  /// Finds out before long work whether a store that was asked for can be used.
  ///
  /// A store beside the study is not looked at: where it cannot be used, the run goes on without it.
  ///
  /// - Throws: `Findings` where it is somebody else's, of a newer tool, damaged, or cannot be written.
  public func checkStore(_ request: RecordRequest) throws(Findings) {
    guard let store = request.store else { return }
    if FileManager.default.fileExists(atPath: store) {
      try Runs(store, makes: false).close()
    } else {
      try AtomicFile.checkPlace(store)
    }
  }

  /// Records a plan that was written.
  ///
  /// - Parameters:
  ///   - result: The plan.
  ///   - folder: Its folder.
  ///   - summary: Its summary, as JSON.
  ///   - request: Where to.
  /// - Returns: The number of the run.
  /// - Throws: `Findings` where it cannot be recorded; the plan stands all the same.
  public func record(
    _ result: PlanResult, folder: String, summary: String, _ request: RecordRequest
  ) throws(Findings) -> Int {
    let outcome = result.outcome
    let manifest = "\(folder)/\(ManifestDocument.fileName)"
    return try add(
      RunRecord(
        command: "plan", title: outcome.study.scenario.title, outcome.study.parameters,
        outcome.identity, result.inputs,
        seconds: outcome.timings.total, status: outcome.status.rawValue,
        output: (folder, manifest), result: summary, comment: request.comment), request)
  }

  /// Records a sweep that was written.
  ///
  /// - Parameters:
  ///   - result: The sweep.
  ///   - plan: What was asked for.
  ///   - request: Where to.
  /// - Returns: The number of the run; `nil` where nothing was solved.
  /// - Throws: `Findings` where it cannot be recorded; the results stand all the same.
  public func record(
    _ result: SweepResult, of plan: PlanRequest, _ request: RecordRequest
  ) throws(Findings) -> Int? {
    guard let origin = result.origin else { return nil }
    let brief = SweepBrief(result.outcome, file: result.file, store: result.store)
    let solved = result.outcome.tally.solved
    guard solved.count > 0 else { return nil }
    return try add(
      RunRecord(
        command: "sweep", title: origin.study.scenario.title, origin.study.parameters,
        identity(of: plan), origin.inputs,
        seconds: result.outcome.seconds ?? solved.total, status: brief.status,
        output: (result.store, result.file),
        result: try ReportJSON.text(of: brief),
        comment: request.comment), request)
  }

  /// Adds a run to the store that was asked for, or to the one beside its study.
  func add(
    _ record: RunRecord, _ request: RecordRequest
  ) throws(Findings) -> Int {
    let runs = try Runs(try request.path(of: record.study), makes: true)
    defer { runs.close() }
    return try runs.add(record)
  }
}

extension RunRecord {
  /// What is kept of a run.
  ///
  /// - Parameters:
  ///   - command: `plan`, `compare`, `sweep`, `tournament` or `frontier`.
  ///   - title: Title of the study.
  ///   - parameters: The resolved scenario.
  ///   - identity: Tool, solver, command.
  ///   - inputs: Files read, with their hashes.
  ///   - seconds: How long it took.
  ///   - status: How it ended.
  ///   - output: Where the result stands, and the file whose hash seals it.
  ///   - result: The result, as JSON.
  ///   - comment: What the user says.
  init(
    command: String, title: String, _ parameters: [ResolvedStudy.Parameter],
    _ identity: RunIdentity, _ inputs: [FileRecord], seconds: Double, status: String,
    output: (place: String, seal: String), result: String,
    comment: String?
  ) {
    let sealed = FileManager.default.contents(atPath: output.seal).map { [UInt8]($0) }
    self.init(
      command: command, endedAt: Date().formatted(.iso8601), seconds: seconds,
      user: NSUserName(), host: Self.hostName, comment: comment, arguments: identity.command,
      tool: identity.tool, solver: identity.solver, study: identity.study,
      title: title, region: identity.region, status: status,
      output: URL(filePath: output.place).standardizedFileURL.path,
      outputHash: sealed.map { ContentHash.sha256($0) } ?? "", result: result,
      inputs: inputs.map { Input(path: $0.path, role: $0.role, sha256: $0.sha256) },
      parameters: parameters.map {
        Parameter(path: $0.path, value: $0.value, layer: $0.origins.first?.layer ?? "")
      })
  }

  /// Name of the machine, without asking the network.
  private static var hostName: String {
    var name = utsname()
    guard uname(&name) == 0 else { return "" }
    return withUnsafeBytes(of: &name.nodename) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}

/// What a sweep came to, without its cases: those stand in its results.
struct SweepBrief: Encodable {
  let schema = 1
  let title: String
  let status: String
  let file: String
  let store: String
  let shard: String?
  let axes: [String]
  let wanted: Int
  let done: Int
  /// Cases by how they ended.
  let statuses: [String: Int]

  init(_ outcome: SweepOutcome, file: String, store: String) {
    title = outcome.title
    status = outcome.isComplete ? "complete" : "stopped"
    self.file = file
    self.store = store
    shard = outcome.shard
    axes = outcome.axes.map(\.path)
    wanted = outcome.wanted
    done = outcome.tally.done
    statuses = [String: Int](
      uniqueKeysWithValues: outcome.tally.statuses.map { ($0.key.rawValue, $0.value) })
  }
}
