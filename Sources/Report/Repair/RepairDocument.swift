// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingModel
public import Wording

/// What was found out about an impossible study, for machines.
public struct RepairDocument: Encodable, Sendable {
  struct Rule: Encodable, Sendable {
    let name: String
    let words: String
  }

  struct Change: Encodable, Sendable {
    let rule: String
    let words: String
    /// Beneficiaries that the rule stops; 0 for rules across beneficiaries.
    let beneficiaries: Int
  }

  struct Proposal: Encodable, Sendable {
    let cost: Double
    let amendments: [Change]
  }

  /// Version of this format.
  let schema = 1
  let title: String
  /// `possible`, `repairable` or `impossible`.
  let status: String
  let conflict: [Rule]
  let proposals: [Proposal]
  /// Rules of a possible study that a little more strictness makes impossible; absent otherwise.
  let brittle: [Rule]?
  let programsSolved: Int
  let seconds: Double
  let layer: String?

  /// Takes what was found out.
  public init(_ outcome: RepairOutcome, layer: String?, language: Language) {
    let words = AmendmentWords(outcome.study, in: language)
    title = outcome.study.title
    conflict = (outcome.repair?.conflict ?? []).map {
      Rule(name: $0.name, words: words.rule($0))
    }
    proposals = (outcome.repair?.proposals ?? []).map { proposal in
      Proposal(
        cost: proposal.cost,
        amendments: proposal.amendments.map {
          Change(
            rule: $0.rule.name, words: words.amendment($0, of: proposal.amendments),
            beneficiaries: $0.beneficiaries)
        })
    }
    brittle = outcome.brittle?.rules.map { Rule(name: $0.name, words: words.rule($0)) }
    status = outcome.isPossible ? "possible" : proposals.isEmpty ? "impossible" : "repairable"
    programsSolved = outcome.repair?.questions ?? 0
    seconds = outcome.seconds
    self.layer = layer
  }
}
