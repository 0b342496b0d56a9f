// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Report

extension StudyCurves {
  /// Reads curves and steps from their folders, each held against its hashes and against a plan's
  /// inputs.
  ///
  /// - Parameters:
  ///   - folders: folders of supply curves and of curves between goals.
  ///   - ladder: folder of a ladder that begins with the study's own money; `nil`: none.
  ///   - manifest: manifest of the plan.
  /// - Throws: every fault; what was made of other files than the plan's is refused.
  init(folders: [String], ladder: String?, of manifest: ManifestDocument) throws(Findings) {
    self.init()
    var findings = Findings()
    for path in folders {
      guard
        let (folder, kind) = Self.opened(
          path, [.supply, .frontier], otherwise: "page.noCurve", manifest, &findings)
      else { continue }
      if kind == .supply ? supply != nil : frontier != nil {
        findings.add(Finding("page.curveTwice", .error, at: SourcePosition(file: path)))
      }
      if kind == .supply {
        supply = folder.document(SupplyFolder.summaryName, &findings)
      } else {
        frontier = folder.document(FrontierFolder.summaryName, &findings)
      }
    }
    if let ladder,
      let (folder, _) = Self.opened(
        ladder, [.ladder], otherwise: "page.noLadder", manifest, &findings),
      let document: LadderDocument = folder.document(LadderFolder.summaryName, &findings)
    {
      do {
        next = try NextInLine(ladder, document)
      } catch {
        findings.add(contentsOf: error)
      }
    }
    try findings.throwIfErrors()
  }

  /// A folder that was made of the plan's files; `nil`, with a finding, where it is of another kind.
  private static func opened(
    _ path: String, _ kinds: [StudyManifest.Kind], otherwise code: Finding.Code,
    _ manifest: ManifestDocument, _ findings: inout Findings
  ) -> (WrittenFolder, StudyManifest.Kind)? {
    let folder = WrittenFolder(path: path)
    let place = SourcePosition(file: path)
    guard let written = folder.manifest(as: StudyManifest.self), kinds.contains(written.kind)
    else {
      findings.add(Finding(code, .error, at: place))
      return nil
    }
    var checked = Verification(plan: path)
    folder.checkManifest(written, tool: written.run.tool, &checked)
    folder.check(written.outputs, expected: [], &checked)
    for finding in checked.findings.all where finding.severity == .error { findings.add(finding) }
    if let other = difference(written, manifest) {
      findings.add(Finding("page.curveOfOther", .error, at: place, ["name": other]))
    }
    return (folder, written.kind)
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
