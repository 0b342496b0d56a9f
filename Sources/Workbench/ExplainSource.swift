// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import FundingAnalysis
import FundingFormulation
import FundingModel
import LinearProgramming
import Report
import Wording

/// A plan folder read again with its study, ready to be explained.
struct ExplainSource {
  let plan: ExplainedPlan
  let study: ResolvedStudy
  let proof: ProofDocument
  /// Whether steps are whole: the prices are those of another program then.
  let isWhole: Bool

  /// What is asked about, found in the plan.
  enum Subject {
    case beneficiary(Int)
    case members(String, [Int])
    case region(RegionID)
    case objective(Int)
    case measure(Int)

    /// The one beneficiary that is asked about; `nil` where it is something else.
    var single: Int? {
      if case .beneficiary(let e) = self { e } else { nil }
    }
  }

  init(_ request: ExplainRequest, _ bench: Workbench, _ control: WorkControl) throws {
    let opened = try OpenedPlan(request.plan, from: request.folder, bench, control)
    plan = ExplainedPlan(
      scenario: opened.study.scenario, plan: opened.written.plan,
      allocation: opened.written.allocation, prices: opened.prices,
      tieBroken: Set(opened.summary.tieBreak?.dependent ?? []))
    study = opened.study
    proof = opened.proof
    isWhole = opened.summary.whole != nil
  }

  private var scenario: Scenario { plan.scenario }

  // MARK: What is asked about

  func subject(_ question: ExplainRequest.Question) throws(Findings) -> Subject {
    switch question {
    case .beneficiary(let text): return try beneficiary(text)
    case .region(let text):
      let codes = Set(scenario.beneficiaries.map(\.region)).sorted()
      let lookup = NameLookup(
        kind: "region",
        entries: codes.map {
          .init(id: $0.rawValue, name: RegionNames.name(of: $0.rawValue, in: .french))
        })
      return .region(codes[try lookup.position(of: text)])
    case .objective(let text):
      let lookup = NameLookup(
        kind: "objective",
        entries: scenario.objectives.map { .init(id: $0.id.rawValue, name: $0.title) })
      return .objective(try lookup.position(of: text))
    case .measure(let text):
      let lookup = NameLookup(
        kind: "measure",
        entries: scenario.measures.map { .init(id: $0.id.rawValue, name: $0.title) })
      return .measure(try lookup.position(of: text))
    }
  }

  private func beneficiary(_ text: String) throws(Findings) -> Subject {
    let all = scenario.beneficiaries
    let isOne = all.contains { $0.id.rawValue == text }
    let wanted = NameLookup.folded(text)
    let members = all.indices.filter { e in
      all[e].groups.values.contains { NameLookup.folded($0) == wanted }
    }
    if !isOne, !members.isEmpty { return .members(text, members) }
    // FINESS numbers are often typed in groups of digits.
    let digits = text.filter { !$0.isWhitespace }
    if let e = all.firstIndex(where: { $0.id.rawValue == digits }) { return .beneficiary(e) }
    let lookup = NameLookup(
      kind: "beneficiary", entries: all.map { .init(id: $0.id.rawValue, name: $0.name) })
    return .beneficiary(try lookup.position(of: text))
  }

  // MARK: What is told

  /// Explains a subject, and each beneficiary that a letter is to be written to.
  func told(
    _ subject: Subject?, wantsLetters: Bool, _ bench: Workbench, _ solver: any Solver,
    _ control: WorkControl
  ) throws -> (outcome: ExplainOutcome?, beneficiaries: [BeneficiaryExplanation]) {
    let book = try accountBook(bench, control)
    var pages: [Int: AccountBook.Page] = [:]
    func page(_ level: Int) -> AccountBook.Page? {
      if pages[level] == nil { pages[level] = book?.page(of: level) }
      return pages[level]
    }
    func without(_ e: Int) throws -> WithoutMoney? {
      try control.checkpoint()
      do {
        return try book?.withoutMoney(for: e, plan: plan, pages: page, solver: solver)
      } catch {
        throw WorkFailure.solver(String(describing: error))
      }
    }
    let accounts: AccountSource = { e, level in
      try control.checkpoint()
      guard let book, let page = page(level) else { return nil }
      do {
        return try book.accounts(of: e, page: page, plan: plan, solver: solver)
      } catch {
        throw WorkFailure.solver(String(describing: error))
      }
    }
    let yields = GoalYields(plan)
    func explained(_ e: Int) throws -> BeneficiaryExplanation {
      let worth = try plan.levelAtHand(of: e).flatMap { try accounts(e, $0) }
      return plan.explanation(
        of: e, yields: yields, accounts: worth, without: try without(e))
    }
    var told: [BeneficiaryExplanation] = []
    var answer: ExplainOutcome.Subject?
    switch subject {
    case nil: told = try scenario.beneficiaries.indices.map(explained)
    case .beneficiary(let e):
      let one = try explained(e)
      told = [one]
      answer = .beneficiary(one)
    case .members(let group, let members):
      told = try members.map(explained)
      answer = .members(group, told)
    case .region(let region):
      let regional = try plan.explanation(
        of: region, accounts: accounts, without: without)
      if wantsLetters { told = try regional.members.map(explained) }
      answer = .region(regional)
    case .objective(let o):
      answer = .objective(try plan.explanation(ofObjective: o, accounts: accounts))
    case .measure(let m):
      answer = .measure(try plan.explanation(ofMeasure: m, accounts: accounts))
    }
    let outcome = answer.map {
      ExplainOutcome(
        plan: plan, subject: $0, isProven: !plan.prices.isEmpty, hasAccounts: book != nil)
    }
    return (outcome, told)
  }

  /// What open measures are worth; `nil` where the proof has no prices for it.
  private func accountBook(_ bench: Workbench, _ control: WorkControl) throws -> AccountBook? {
    let isPriced = proof.levels.contains { $0.termination == .optimal }
    guard !isWhole, isPriced else { return nil }
    let formulation = try bench.compile(study)
    try control.checkpoint()
    return AccountBook(
      formulation,
      levels: proof.levels.map { level in
        CouplingLevel(
          // A level that was stopped proves nothing: no name, no page.
          name: level.termination == .optimal ? level.level : "", sense: level.sense,
          prices: level.prices.map { .init(row: $0.row, price: $0.price) })
      })
  }
}
