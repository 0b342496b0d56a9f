// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingFormulation
import FundingModel
public import LinearProgramming

/// One way to make a study possible: a plan obeys every rule of the amended scenario, as the audit
/// found.
public struct RepairProposal: Sendable {
  /// What is amended: where one of them is left out, the others do not suffice.
  public var amendments: [Amendment]
  /// Sum over the rules of their political cost times the mean relative change of their rows.
  public var cost: Double
}

/// Why a study is impossible, and what would make it possible.
public struct StudyRepair: Sendable {
  /// Rules that cannot hold together, and of which none can be left out; empty where a plan exists.
  public var conflict: [WrittenRule]
  /// Ways to make a plan possible, the cheapest first.
  public var proposals: [RepairProposal]
  /// Ways that were found and whose plan the audit did not accept: they are not told.
  public var refused: Int
  /// Linear programs solved.
  public var questions: Int
}

extension StudyRepair {
  /// What is asked for.
  public struct Wishes: Sendable {
    /// Rules that may not be amended.
    public var keeps: @Sendable (WrittenRule) -> Bool
    /// Most proposals.
    public var count: Int
    /// Linear programs for each proposal that is wanted, after which two or more are enough; after twice
    /// as many one is.
    public var questionsPerProposal: Int

    /// Creates wishes.
    public init(
      keeps: @escaping @Sendable (WrittenRule) -> Bool = { _ in false }, count: Int = 3,
      questionsPerProposal: Int = 4
    ) {
      self.keeps = keeps
      self.count = count
      self.questionsPerProposal = questionsPerProposal
    }

    /// Whether no further proposal is looked for; without any the search goes on.
    func areMet(by found: Int, after questions: Int) -> Bool {
      if found >= count { return true }
      return found > 0 && questions >= (found == 1 ? 2 : 1) * questionsPerProposal * count
    }
  }

  /// Looks for rules in conflict and for amendments.
  ///
  /// - Parameters:
  ///   - formulation: The program of a study.
  ///   - wishes: What may be amended, and how many ways are wanted.
  ///   - engine: What solves the loosened programs.
  ///   - options: Limits of each solve.
  /// - Returns: `nil` where no plan exists even with every rule amended that may be.
  /// - Throws: What the engine throws, ``UnprovenSolve``, and ``ConflictFailure``.
  public static func find(
    for formulation: Formulation, wishes: Wishes, engine: any Engine, options: SolverOptions
  ) throws -> StudyRepair? {
    let all = RuleBreaking(
      ElasticRules(formulation) { _ in false }, engine: engine, options: options)
    guard let conflict = try ConflictSearch(breaking: all).irreducible() else { return nil }
    var result = StudyRepair(
      conflict: conflict.rules.map { all.elastic.rules[$0] }, proposals: [], refused: 0,
      questions: all.questions)
    guard !conflict.rules.isEmpty else { return result }
    let isKept = all.elastic.rules.map(wishes.keeps)
    let some =
      isKept.contains(true)
      ? RuleBreaking(
        ElasticRules(formulation, keeping: wishes.keeps), engine: engine, options: options) : all
    // Everything else may give way: where that does not help, what is kept is in conflict.
    if some !== all, try some.ask(.whether, { _ in 0 }) == nil {
      throw ConflictFailure.keptInConflict
    }
    let search = AmendmentSearch(
      breaking: some, worth: some.elastic.rules.map(formulation.scenario.costOfAmending),
      most: some.elastic.rules.map(formulation.scenario.mostAmended))
    let before = some === all ? all.questions : 0
    let single = conflict.rules.compactMap { rule in
      some.elastic.rules.firstIndex(of: all.elastic.rules[rule]).map {
        AmendmentSearch.Candidate(rule: $0, least: conflict.leastBreach(of: rule))
      }
    }
    for found in try search.sets(wishes, ofConflict: single) {
      if let proposal = proposal(found, formulation) {
        result.proposals.append(proposal)
      } else {
        result.refused += 1
      }
    }
    result.questions += some.questions - before
    return result
  }

  /// The amendments that a plan needs, if the audit accepts it under them.
  private static func proposal(
    _ found: AmendmentSearch.Found, _ formulation: Formulation
  ) -> RepairProposal? {
    let scenario = formulation.scenario
    let point = Array(found.point.prefix(formulation.program.columnCount))
    let plan = formulation.plan(at: point)
    let broken = PlanAudit.check(
      scenario: scenario, plan: plan, allocation: WholeEuros.round(plan, of: scenario))
    guard let amendments = AmendmentReading(scenario).amendments(for: broken),
      !amendments.isEmpty
    else { return nil }
    let amended = scenario.amended(by: amendments)
    let left = PlanAudit.check(
      scenario: amended, plan: plan, allocation: WholeEuros.round(plan, of: amended))
    guard left.isEmpty else { return nil }
    return RepairProposal(amendments: amendments, cost: found.cost)
  }
}
