// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import FundingAnalysis
import FundingModel
import Foundation
import LinearProgramming
import Report
import Tables

/// Dialect of the tables that are written.
public enum OutputStyle: Sendable {
  /// Comma, decimal point, UTF-8.
  case machine
  /// Semicolon, decimal comma, byte order mark.
  case frenchExcel

  var csvStyle: CSVStyle { self == .frenchExcel ? .frenchExcel : .machine }
}

extension Workbench {
  /// Finds out before long work whether its folder will be writable.
  ///
  /// - Throws: `Findings` where something stands at the place that may not be replaced, the folder
  ///   above is missing, or permission lacks.
  func checkOutput(_ path: String, replacing: Bool = false) throws(Findings) {
    try AtomicFolder(path: path, replacing: Self.replaced(replacing)).remove()
  }

  /// Finds out before a solve whether the plan folder can be written.
  ///
  /// - Throws: `Findings` as ``write(_:to:replacing:style:)`` would.
  public func checkPlanFolder(_ path: String, replacing: Bool = false) throws(Findings) {
    try checkOutput(path, replacing: replacing)
  }

  /// Ends the process at once; nothing half-written is left.
  public static func abandon(status: Int32) -> Never {
    UnfinishedOutputs.removeAll(andExit: status)
  }

  private static func replaced(_ replacing: Bool) -> AtomicFolder.Replacing {
    replacing ? .folderHolding(ManifestDocument.fileName) : .nothing
  }

  /// Writes the plan folder, whole or not at all, after checking what was written.
  ///
  /// The files are read back before the folder appears; every rule, and the value of every goal, is
  /// recomputed from them.
  ///
  /// - Parameters:
  ///   - result: The plan; its writing time and peak of memory are filled in.
  ///   - path: The folder.
  ///   - replacing: Whether an earlier plan folder at the place is replaced.
  ///   - style: Dialect of the tables.
  /// - Returns: The summary, as JSON text.
  /// - Throws: `Findings` where the folder cannot be written, ``WorkFailure/failedCheck(_:)`` where
  ///   the written files break a rule; nothing is left behind then.
  public func write(
    _ result: inout PlanResult, to path: String, replacing: Bool = false,
    style: OutputStyle = .machine
  ) throws -> String {
    let outcome = result.outcome
    let clock = ContinuousClock()
    let start = clock.now
    try AtomicFolder.write(to: path, replacing: Self.replaced(replacing)) { folder in
      try PlanFolder.write(
        outcome, into: folder, inputs: result.inputs, style: style.csvStyle,
        hash: { ContentHash.sha256($0) })
      let written = try WrittenPlan.read(folder.temporaryPath, of: outcome.scenario)
      let violations = PlanAudit.check(
        scenario: outcome.scenario, plan: written.plan, allocation: written.allocation,
        levelValues: outcome.goals.map(\.value), wholeSteps: outcome.whole != nil)
      guard violations.isEmpty else { throw WorkFailure.failedCheck(violations) }
    }
    result.outcome.timings.writing = (clock.now - start) / .seconds(1)
    result.outcome.timings.peakMemoryBytes = ProcessMemory.peak
    return try ReportJSON.text(of: SummaryDocument(result.outcome))
  }
}
