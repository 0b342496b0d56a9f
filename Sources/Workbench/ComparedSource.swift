// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import FundingModel
import PlanComparison
import Report

/// What one argument of a comparison stands for.
enum ComparedSource {
  /// A study, read and not yet planned.
  case study(LoadedStudy)
  /// A plan read from its folder.
  case folder(ComparedScenario)

  /// Whether an argument is a plan folder rather than a study.
  static func isPlanFolder(_ argument: String) -> Bool {
    func exists(_ name: String) -> Bool {
      FileManager.default.fileExists(atPath: "\(argument)/\(name)")
    }
    return exists(ManifestDocument.fileName) && !exists("study.yaml")
  }

  /// Population and years, to find out before any solve whether plans can be compared.
  func outline(name: String) -> ComparedPlan {
    switch self {
    case .folder(let scenario): scenario.plan
    case .study(let loaded):
      ComparedPlan(
        name: name, years: loaded.study.scenario.horizon.years.map(\.number),
        population: loaded.study.scenario.beneficiaries, receipts: [],
        inputs: PlanInputs(parameters: []))
    }
  }

  /// Reads a plan from its folder, after holding every file against the manifest.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - name: Name by which it is told from the others.
  ///   - warnings: Takes what is worth saying.
  /// - Returns: The plan.
  /// - Throws: every fault of the folder; a plan that was altered is not compared.
  static func folder(
    _ path: String, name: String, warnings: inout Findings
  ) throws(Findings) -> ComparedSource {
    let folder = WrittenFolder(path: path)
    let manifest = try folder.manifest()
    var check = Verification(plan: path)
    folder.checkFiles(of: manifest, &check)
    let summary: SummaryDocument? = folder.document(PlanFolder.summaryName, &check.findings)
    try check.findings.throwIfErrors()
    warnings.add(contentsOf: check.findings)
    let place = folder.place(ManifestDocument.fileName)
    guard let summary, let bytes = folder.content(ManifestDocument.fileName) else {
      throw Findings(Finding("verify.notAPlan", .error, at: SourcePosition(file: path)))
    }
    let record = FileRecord(
      path: place, role: "plan", bytes: bytes.count, sha256: ContentHash.sha256(bytes))
    return .folder(
      try ComparedScenario(
        folder: path, name: name, summary: summary, manifest: manifest, record: record))
  }
}

/// Names by which scenarios of a comparison are told apart.
enum ScenarioNames {
  /// One name for each argument.
  ///
  /// `after-care+no-regional-floor` for a study and its layers, the folder's name for a plan. Where
  /// two would be the same, the arguments as typed; where even those are, a number behind the second.
  static func names(of arguments: [String]) -> [String] {
    let short = arguments.map(name)
    var names: [String] = []
    for (place, argument) in arguments.enumerated() {
      let isAlone = short.count { $0 == short[place] } == 1
      let base = isAlone ? short[place] : argument
      var name = base
      var number = 1
      while names.contains(name) {
        number += 1
        name = "\(base) (\(number))"
      }
      names.append(name)
    }
    return names
  }

  private static func name(of argument: String) -> String {
    argument.split(separator: "+").map { part in
      let last = part.split(separator: "/").last ?? part
      for ending in [".yaml", ".yml"] where last.hasSuffix(ending) {
        return String(last.dropLast(ending.count))
      }
      return String(last)
    }.joined(separator: "+")
  }
}
