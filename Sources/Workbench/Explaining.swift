// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import FundingAnalysis
import FundingFormulation
import FundingModel
import GLPKSolver
public import LinearProgramming
import Report
import Tables
public import Wording

/// What to explain of a written plan.
public struct ExplainRequest: Sendable {
  /// What is asked about; each is named by identifier, name, or part of the name.
  public enum Question: Sendable, Hashable {
    /// A beneficiary, or all members of a group such as a GHT.
    case beneficiary(String)
    /// A region.
    case region(String)
    /// A NIS objective.
    case objective(String)
    /// A measure: where it is not put in place, and why.
    case measure(String)
  }

  /// The plan folder.
  public var plan: String
  /// What is asked about; `nil`: only letters, to everybody.
  public var question: Question?
  /// Folder from which the paths of the manifest are read; `nil`: the current one, or the one that
  /// holds the plan folder.
  public var folder: String?
  /// Whether to look, by planning again, for the nearest changes that alter what the one beneficiary
  /// asked about gets.
  public var wantsNearest = false
  /// Folder for letters; `nil`: none are written.
  public var letters: String?
  /// File with the text of the letters; `nil`: the built-in one.
  public var template: String?
  /// Language of the letters.
  public var language = Language.french

  /// Creates a request.
  public init(
    plan: String, question: Question? = nil, folder: String? = nil, letters: String? = nil,
    template: String? = nil
  ) {
    self.plan = plan
    self.question = question
    self.folder = folder
    self.letters = letters
    self.template = template
  }
}

/// What was explained.
public struct ExplainResult: Sendable {
  let outcome: ExplainOutcome?
  /// Names of the letters that were written, in the order of the beneficiaries.
  public internal(set) var letters: [String] = []
  /// Folder of the letters; `nil` where none were asked for.
  public internal(set) var folder: String?

  /// The screen, as lines of text.
  public func screen(language: Language, width: Int) -> [String] {
    var lines =
      outcome.map { ExplainScreen.lines($0, language: language, width: width) } ?? []
    guard let folder else { return lines }
    if !lines.isEmpty { lines.append("") }
    let style = NumberStyle(language)
    let count = style.counted(
      Double(letters.count), one: Catalogue.text("explain.noun.letter", in: language),
      many: Catalogue.text("explain.noun.letters", in: language))
    lines.append(
      Catalogue.text("explain.lettersWritten", in: language, ["count": count, "folder": folder]))
    return lines
  }

  /// The explanation as JSON; where letters were written, their names.
  ///
  /// - Parameter language: Language of the words in it.
  /// - Returns: JSON text.
  /// - Throws: `Findings` where a number is not finite.
  public func json(language: Language) throws(Findings) -> String {
    guard let outcome, folder == nil else {
      return try ReportJSON.text(of: WrittenLetters(folder: folder ?? "", letters: letters))
    }
    return try ReportJSON.text(of: ExplainDocument(outcome, language: language))
  }

  private struct WrittenLetters: Encodable {
    let schema = 1
    let folder: String
    let letters: [String]
  }
}

extension Workbench {
  /// Explains a written plan: nothing is planned again, but for the nearest changes.
  ///
  /// - Parameters:
  ///   - request: The plan and what is asked about.
  ///   - blockSolver: Prices the program of single beneficiaries. GLPK by default.
  ///   - control: Progress and cancellation.
  /// - Returns: Facts and reasons.
  /// - Throws: `Findings` where the folder is no plan folder, it or its study was changed since, what is
  ///   asked about is not in it, or letters cannot be written; ``WorkFailure`` where the work was
  ///   stopped or a solver failed. Nothing is left behind then.
  public func explain(
    _ request: ExplainRequest, blockSolver: (any Solver)? = nil,
    control: WorkControl = WorkControl()
  ) throws -> ExplainResult {
    control.onProgress(.reading)
    let template = try letterTemplate(request)
    if let letters = request.letters { try checkOutput(letters) }
    let source = try ExplainSource(request, self, control)
    let subject = try request.question.map { try source.subject($0) }
    if request.wantsNearest, subject?.single == nil {
      throw Findings(Finding("explain.nearestOfOne", .error))
    }
    control.onProgress(.building)
    let told = try source.told(
      subject, wantsLetters: request.letters != nil, self, blockSolver ?? GLPKSolver(), control)
    var outcome = told.outcome
    if request.wantsNearest, let one = subject?.single {
      outcome?.nearest = try nearest(to: one, in: source.plan, control)
    }
    var result = ExplainResult(outcome: outcome)
    if let letters = request.letters {
      let letter = Letter(source.plan, template: template, in: request.language)
      result.folder = letters
      result.letters = try write(told.beneficiaries, letter, to: letters)
    }
    return result
  }

  private func nearest(
    to beneficiary: Int, in plan: ExplainedPlan, _ control: WorkControl
  ) throws -> [NearestChange] {
    var options = SolverOptions()
    options.shouldStop = control.shouldStop
    do {
      return try NearestChangeSearch(
        plan.scenario, beneficiary: beneficiary, engine: engine, options: options
      ).changes(plan.levers(of: beneficiary))
    } catch let unproven as UnprovenSolve {
      throw unproven.termination == .interrupted
        ? WorkFailure.stopped(.interrupted, level: "") : WorkFailure.solver(unproven.detail)
    }
  }

  private func letterTemplate(_ request: ExplainRequest) throws -> LetterTemplate {
    guard let file = request.template else { return .builtIn(in: request.language) }
    return try LetterTemplate(TextFile(path: file).text, file: file)
  }

  private func write(
    _ told: [BeneficiaryExplanation], _ letter: Letter, to path: String
  ) throws -> [String] {
    var names: [String] = []
    var seen: Set<String> = []
    try AtomicFolder.write(to: path) { folder in
      for entry in told {
        var name = letter.fileName(of: entry.beneficiary)
        // Identifiers may differ in letters that a file name cannot have.
        while !seen.insert(name.lowercased()).inserted { name = "_" + name }
        try folder.write(Array(letter.text(entry).utf8), as: name)
        names.append(name)
      }
    }
    return names
  }
}
