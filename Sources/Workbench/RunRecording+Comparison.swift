// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import Foundation
import FundingModel
import LinearProgramming
import PlanComparison
import Report
import RunStore

extension Workbench {
  /// Records a comparison that was written.
  ///
  /// Parameters are those of the baseline, inputs those of every scenario; of a plan folder, its
  /// manifest.
  ///
  /// - Parameters:
  ///   - result: The comparison.
  ///   - folder: Its folder.
  ///   - request: Where to; where no store is named, beside the first scenario that is a study, or in
  ///     the current folder where all are plan folders.
  /// - Returns: The number of the run.
  /// - Throws: `Findings` where it cannot be recorded; the comparison stands all the same.
  public func record(
    _ result: CompareResult, folder: String, _ request: RecordRequest
  ) throws(Findings) -> Int {
    let comparison = result.comparison
    let all = [comparison.baseline] + comparison.pairs.map(\.other)
    var request = request
    if request.store == nil {
      let study = all.first { $0.source == .solved }
      request.store =
        try study.map { one throws(Findings) in
          try RecordRequest.store(of: one.argument)
        } ?? RecordRequest.place
    }
    var inputs: [FileRecord] = []
    for file in all.flatMap(\.files) where !inputs.contains(file) { inputs.append(file) }
    let record = RunRecord(
      command: "compare", title: comparison.baseline.summary.title,
      comparison.baseline.plan.inputs.parameters, result.run, inputs,
      seconds: result.timings.total, status: comparison.isProven ? "optimal" : "feasible",
      output: (folder, "\(folder)/\(ManifestDocument.fileName)"), result: try result.json(),
      comment: request.comment)
    return try add(record, request)
  }

  /// Records a tournament that was written.
  ///
  /// - Parameters:
  ///   - result: The tournament.
  ///   - plan: What was asked for.
  ///   - request: Where to.
  /// - Returns: The number of the run.
  /// - Throws: `Findings` where it cannot be recorded; the tournament stands all the same.
  public func record(
    _ result: TournamentResult, of plan: PlanRequest, _ request: RecordRequest
  ) throws(Findings) -> Int {
    let proven = result.outcome.all.allSatisfy { $0.status == .optimal }
    let record = RunRecord(
      command: "tournament", title: result.outcome.study.title, result.parameters,
      identity(of: plan), result.inputs,
      seconds: result.outcome.all.reduce(0) { $0 + $1.seconds },
      status: proven ? "complete" : "stopped",
      output: (result.folder, "\(result.folder)/\(ManifestDocument.fileName)"),
      result: try result.json(), comment: request.comment)
    return try add(record, request)
  }

  /// Records a curve between two goals that was written.
  ///
  /// - Parameters:
  ///   - result: The curve.
  ///   - request: Where to.
  /// - Returns: The number of the run; `nil` where no folder was written.
  /// - Throws: `Findings` where it cannot be recorded; the curve stands all the same.
  public func record(
    _ result: FrontierResult, _ request: RecordRequest
  ) throws(Findings) -> Int? {
    guard let folder = result.folder else { return nil }
    let record = RunRecord(
      command: "frontier", title: result.outcome.study.title, result.parameters, result.run,
      result.inputs, seconds: result.seconds, status: "optimal",
      output: (folder, "\(folder)/\(ManifestDocument.fileName)"), result: try result.json(),
      comment: request.comment)
    return try add(record, request)
  }
}
