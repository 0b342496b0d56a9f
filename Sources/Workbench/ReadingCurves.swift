// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Report

extension StudyCurves {
  /// Reads curves from their folders, each held against its hashes and against a plan's inputs.
  ///
  /// - Parameters:
  ///   - folders: folders of supply curves and of curves between goals.
  ///   - manifest: manifest of the plan.
  /// - Throws: every fault; curves of other files than the plan's are refused.
  init(folders: [String], of manifest: ManifestDocument) throws(Findings) {
    self.init()
    var findings = Findings()
    for path in folders {
      let folder = WrittenFolder(path: path)
      let place = SourcePosition(file: path)
      guard let written = folder.manifest(as: StudyManifest.self),
        written.kind == .supply || written.kind == .frontier
      else {
        findings.add(Finding("page.noCurve", .error, at: place))
        continue
      }
      var checked = Verification(plan: path)
      folder.checkManifest(written, tool: written.run.tool, &checked)
      folder.check(written.outputs, expected: [], &checked)
      for finding in checked.findings.all where finding.severity == .error {
        findings.add(finding)
      }
      if let other = Self.difference(written, manifest) {
        findings.add(Finding("page.curveOfOther", .error, at: place, ["name": other]))
      }
      if written.kind == .supply ? supply != nil : frontier != nil {
        findings.add(Finding("page.curveTwice", .error, at: place))
      }
      if written.kind == .supply {
        supply = folder.document(SupplyFolder.summaryName, &findings)
      } else {
        frontier = folder.document(FrontierFolder.summaryName, &findings)
      }
    }
    try findings.throwIfErrors()
  }

  /// What a curve was made of and a plan was not, or the other way round: a file, or an option; `nil`
  /// where both are of the same study.
  private static func difference(_ curve: StudyManifest, _ plan: ManifestDocument) -> String? {
    if curve.run.overrides != plan.run.overrides { return "--set" }
    if curve.run.region != plan.run.region { return "--region" }
    // Layers count in their order.
    for place in 0..<max(curve.inputs.count, plan.inputs.count) {
      guard curve.inputs.indices.contains(place) else { return plan.inputs[place].path }
      let made = curve.inputs[place]
      guard plan.inputs.indices.contains(place), plan.inputs[place].role == made.role,
        plan.inputs[place].sha256 == made.sha256
      else { return made.path }
    }
    return nil
  }
}
