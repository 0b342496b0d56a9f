// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import FundingAnalysis
import FundingFormulation
import FundingModel
import GLPKSolver
public import LinearProgramming
import Report

/// Which plan to verify.
public struct VerifyRequest: Sendable {
  /// The plan folder.
  public var plan: String
  /// Folder from which the paths of the manifest are read; `nil`: the current one, or the one that
  /// holds the plan folder.
  public var folder: String?

  /// Creates a request.
  public init(plan: String, folder: String? = nil) {
    self.plan = plan
    self.folder = folder
  }
}

extension Workbench {
  /// Does a plan over, from its files alone: hashes, study, rules, figures, values and bounds; or a
  /// comparison, planned again where it was planned for it; or a tournament or a ladder, solved again;
  /// or the results of a sweep, of which some cases are solved again.
  ///
  /// What does not hold is a result here, not an error; all of it is told at once.
  ///
  /// - Parameters:
  ///   - request: The plan.
  ///   - blockSolver: Minimises blocks for the bounds; its answers are not trusted. GLPK by default.
  ///   - control: Progress and cancellation.
  /// - Returns: What holds and what does not.
  /// - Throws: `Findings` where the folder is no plan folder, ``WorkFailure`` where the work was
  ///   stopped or a solver failed in itself.
  public func verify(
    _ request: VerifyRequest, blockSolver: (any Solver)? = nil,
    control: WorkControl = WorkControl()
  ) throws -> Verification {
    control.onProgress(.reading)
    let folder = WrittenFolder(path: request.plan)
    if Self.isComparison(request.plan) || folder.isOfComparison {
      return try verifyComparison(folder, request, control)
    }
    if let kind = Self.studyFolderKind(folder) {
      return try verifyStudyFolder(kind, folder, request, control)
    }
    if Self.isSweep(request.plan) { return try verifySweep(request, control) }
    let manifest = try folder.manifest()
    var result = Verification(plan: request.plan)
    folder.checkFiles(of: manifest, &result)
    let summary: SummaryDocument? = folder.document(PlanFolder.summaryName, &result.findings)
    let proof: ProofDocument? = folder.document(ProofDocument.fileName, &result.findings)
    result.status = summary?.status

    let inputs = WrittenInputs(manifest: manifest, plan: request.plan, folder: request.folder)
    guard inputs.check(&result) else {
      // With other inputs everything else would differ too, and say nothing.
      result.findings.add(Finding("verify.notRecomputed", .note))
      return result
    }
    try control.checkpoint()
    guard let study = inputs.study(self, &result), let summary else { return result }
    control.onProgress(.building)
    let formulation = try compile(study)
    try control.checkpoint()

    control.onProgress(.checking)
    let written: WrittenPlan
    do {
      written = try WrittenPlan.read(request.plan, of: study.scenario)
    } catch {
      result.findings.add(contentsOf: error)
      return result
    }
    let audit = WrittenFigures(
      folder: folder, study: study, written: written, summary: summary, manifest: manifest)
    audit.check(formulation, &result)
    try control.checkpoint()
    guard let proof else { return result }
    try WrittenProof(summary: summary, proof: proof, formulation: formulation).check(
      with: blockSolver ?? GLPKSolver(), threads: ProcessInfo.processInfo.activeProcessorCount,
      control, &result)
    return result
  }
}
