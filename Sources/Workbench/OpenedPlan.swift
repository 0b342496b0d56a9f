// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import FundingAnalysis
import FundingModel
import Report

/// A plan folder read again with its study; neither may have changed since.
struct OpenedPlan {
  let manifest: ManifestDocument
  let study: ResolvedStudy
  let summary: SummaryDocument
  let proof: ProofDocument
  let written: WrittenPlan
  let prices: [RulePrice]

  /// Opens a plan folder.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - base: Folder from which the paths of the manifest are read; `nil`: the current one, or the
  ///     one that holds the plan folder.
  ///   - bench: The workbench that reads.
  ///   - control: Cancellation.
  /// - Throws: Findings where the folder is no plan folder, or it or its study was changed.
  init(
    _ path: String, from base: String?, _ bench: Workbench, _ control: WorkControl
  ) throws {
    let folder = WrittenFolder(path: path)
    let place = SourcePosition(file: path)
    guard folder.content(PlanFolder.summaryName) != nil,
      let manifest = folder.manifest(as: ManifestDocument.self)
    else { throw Findings(Finding("explain.notAPlan", .error, at: place)) }
    var checked = Verification(plan: path)
    folder.checkManifest(manifest, tool: manifest.run.tool, &checked)
    folder.check(manifest.outputs, expected: [], &checked)
    guard !checked.findings.hasErrors else {
      checked.findings.add(Finding("explain.planChanged", .error, at: place))
      throw checked.findings.withoutRemarks
    }
    let inputs = WrittenInputs(manifest: manifest, plan: path, folder: base)
    guard inputs.check(&checked) else {
      checked.findings.add(Finding("explain.inputsChanged", .error, at: place))
      throw checked.findings.withoutRemarks
    }
    try control.checkpoint()
    guard let study = inputs.study(bench, &checked), !checked.findings.hasErrors else {
      checked.findings.add(Finding("explain.inputsChanged", .error, at: place))
      throw checked.findings.withoutRemarks
    }
    let summary: SummaryDocument? = folder.document(PlanFolder.summaryName, &checked.findings)
    let proof: ProofDocument? = folder.document(ProofDocument.fileName, &checked.findings)
    try checked.findings.throwIfErrors()
    guard let summary else { throw Findings(Finding("explain.notAPlan", .error, at: place)) }
    self.manifest = manifest
    self.study = study
    self.summary = summary
    self.proof = proof ?? ProofDocument()
    (written, prices) = try WrittenPlan.readWithPrices(path, of: study.scenario)
  }

  /// Everything that was told of the plan when it was written, with figures summed up anew.
  var outcome: PlanOutcome {
    PlanOutcome(
      study: study, written: written, prices: prices, summary: summary, proof: proof,
      manifest: manifest)
  }
}

extension Findings {
  /// Without warnings and notes.
  fileprivate var withoutRemarks: Findings {
    var errors = Findings()
    for finding in all where finding.severity == .error { errors.add(finding) }
    return errors
  }
}
