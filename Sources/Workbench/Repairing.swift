// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import Foundation
import FundingAnalysis
import FundingFormulation
import FundingModel
import LinearProgramming
import Report
import StudyFiles
import Tables
public import Wording

/// A study to make possible.
public struct RepairRequest: Sendable {
  /// The study, and limits that hold for each program solved.
  public var plan: PlanRequest
  /// Rules that may not be amended, `family` or `family[part,…]`.
  public var kept: [String]
  /// Most proposals.
  public var count: Int
  /// File for the first proposal, as a layer; `nil`: none.
  public var layer: String?
  /// Language of the words in the layer.
  public var language = Language.french

  /// Numbers of proposals that may be asked for.
  public static let possibleCounts = 1...9

  /// Creates a request.
  public init(plan: PlanRequest, kept: [String] = [], count: Int = 3, layer: String? = nil) {
    self.plan = plan
    self.kept = kept
    self.count = count
    self.layer = layer
  }
}

/// What was found out about a study that may be impossible.
public struct RepairResult: Sendable {
  let outcome: RepairOutcome
  /// What is worth saying about the inputs.
  public let warnings: Findings
  /// The layer that was written.
  public let layer: String?
  private let study: String

  init(_ outcome: RepairOutcome, _ warnings: Findings, layer: String?, study: String) {
    self.outcome = outcome
    self.warnings = warnings
    self.layer = layer
    self.study = study
  }

  /// Whether a plan obeys every rule as the study stands.
  public var isPossible: Bool { outcome.isPossible }

  /// Whether nothing was found that would make the study possible.
  public var isHopeless: Bool { !isPossible && outcome.repair?.proposals.isEmpty != false }

  /// The screen, as lines of text.
  public func screen(language: Language, width: Int) -> [String] {
    var lines = RepairScreen.lines(outcome, language: language, width: width)
    if let layer {
      let arguments = ["file": layer, "study": study]
      lines.append(Catalogue.text("repair.written", in: language, arguments))
    }
    return lines
  }

  /// What was found out as JSON.
  ///
  /// - Parameter language: Language of the words in it.
  /// - Returns: JSON text.
  /// - Throws: `Findings` where a number is not finite.
  public func json(language: Language) throws(Findings) -> String {
    try ReportJSON.text(of: RepairDocument(outcome, layer: layer, language: language))
  }
}

extension Workbench {
  /// Says which rules of a study cannot hold together, and what to amend.
  ///
  /// - Parameters:
  ///   - request: Study and wishes.
  ///   - control: Progress and cancellation.
  /// - Returns: What was found out; also where the study is possible as it stands.
  /// - Throws: `Findings` for faults of the inputs and of the layer's place; ``WorkFailure`` where a limit
  ///   was reached or the solver failed. Nothing is written then.
  public func repair(
    _ request: RepairRequest, control: WorkControl = WorkControl()
  ) throws -> RepairResult {
    if let layer = request.layer {
      // Amounts of a region are its part of the national ones: written down they would replace those.
      guard request.plan.study.region == nil else {
        throw Findings(Finding("repair.writeOfRegion", .error))
      }
      try AtomicFile.checkPlace(layer)
    }
    let limits = WorkLimits(request.plan, control)
    let clock = Stopwatch()
    control.onProgress(.reading)
    let loaded = try loaded(request.plan.study)
    let scenario = loaded.study.scenario
    control.onProgress(.building)
    let formulation = try build(scenario, limits)
    let rules = request.kept.isEmpty ? [] : Self.rules(of: formulation)
    let kept = try request.kept.map { text throws(Findings) in
      try RulePattern(
        text, among: rules.map(\.name), empty: "repair.emptyKeep", unknown: "repair.badKeep")
    }
    try limits.refuseHopeless(formulation.program)
    let wishes = StudyRepair.Wishes(
      keeps: { rule in kept.contains { $0.matches(rule.name) } }, count: request.count)
    let repair = try repair(formulation, wishes, limits)
    let brittle = try repair?.conflict.isEmpty == true ? brittle(formulation, limits) : nil
    let outcome = RepairOutcome(
      study: scenario, repair: repair, brittle: brittle, seconds: clock.lap())
    if let layer = request.layer, let first = repair?.proposals.first {
      try write(first, of: loaded.study, to: layer, in: request.language)
    }
    let isWritten = repair?.proposals.isEmpty == false
    return RepairResult(
      outcome, loaded.warnings, layer: isWritten ? request.layer : nil,
      study: request.plan.study.specification)
  }

  /// Name of the goal of loosened programs.
  static let brokenRules = "broken_rules"

  private func brittle(
    _ formulation: Formulation, _ limits: WorkLimits
  ) throws -> BrittleRules {
    do {
      return try BrittleRules.find(
        for: formulation, engine: engine, options: limits.options(seeking: Self.brokenRules))
    } catch let unproven as UnprovenSolve {
      throw try limits.failure(unproven, at: Self.brokenRules)
    }
  }

  private func repair(
    _ formulation: Formulation, _ wishes: StudyRepair.Wishes, _ limits: WorkLimits
  ) throws -> StudyRepair? {
    do {
      return try StudyRepair.find(
        for: formulation, wishes: wishes, engine: engine,
        options: limits.options(seeking: Self.brokenRules))
    } catch let unproven as UnprovenSolve {
      throw try limits.failure(unproven, at: Self.brokenRules)
    } catch ConflictFailure.keptInConflict {
      throw Findings(Finding("repair.keptInConflict", .error))
    } catch let invalid as InvalidProgram {
      throw Findings(FormulationFinding.finding(for: invalid))
    }
  }

  /// Every rule that a person wrote and that makes rows.
  private static func rules(of formulation: Formulation) -> [WrittenRule] {
    var seen: Set<WrittenRule> = []
    let program = formulation.program
    return (0..<program.rowCount).compactMap { row in
      guard let name = RuleName(program.rowNames[row], of: formulation.scenario),
        let rule = WrittenRule(name), seen.insert(rule).inserted
      else { return nil }
      return rule
    }
  }

  /// Writes a proposal as a layer, after the tables that it names.
  private func write(
    _ proposal: RepairProposal, of study: ResolvedStudy, to path: String, in language: Language
  ) throws(Findings) {
    let file = URL(fileURLWithPath: path)
    let words = AmendmentWords(study.scenario, in: language)
    let files = try AmendmentLayer.files(
      of: proposal.amendments, on: study.scenario,
      title: Catalogue.text("repair.layer", in: language, ["title": study.scenario.title]),
      description: proposal.amendments.map { words.amendment($0, of: proposal.amendments) }.joined(
        separator: " ; "),
      named: file.deletingPathExtension().lastPathComponent)
    let folder = file.deletingLastPathComponent()
    for table in files.tables {
      let place = folder.appendingPathComponent(table.name).path
      try AtomicFile.checkPlace(place)
      try AtomicFile.write(table.bytes, to: place)
    }
    try AtomicFile.write(Array(files.layer.utf8), to: path)
  }
}
