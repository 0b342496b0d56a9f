// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import Foundation
public import Report
public import Wording

/// What `verify` found of a plan.
public struct Verification: Sendable {
  /// One goal level, as told and as computed anew.
  public struct Goal: Sendable, Hashable {
    /// Name of the level.
    public let name: String
    /// Value that the summary tells.
    public let claimed: Double
    /// Value computed from the written files.
    public let value: Double
    /// Bound that the summary tells.
    public var claimedBound: Double?
    /// Bound computed from the written prices; `nil` where none was claimed or nothing is proven.
    public var bound: Double?
    /// Distance of value and bound, relative.
    public var gap: Double?
    /// Share of the value that later levels may give up.
    public var tolerance = 0.0
  }

  /// Most findings of a kind that are told.
  static let told = 20

  /// What is verified.
  public enum Subject: String, Sendable, Codable {
    /// A plan folder.
    case plan
    /// The folder of a comparison.
    case comparison
    /// The folder of a tournament.
    case tournament
    /// The folder of a ladder.
    case ladder
    /// The folder of a curve between two goals.
    case frontier
    /// The folder of ranges.
    case range
    /// The folder of alternatives.
    case alternatives
    /// The folder of margins.
    case price
    /// The folder of importances.
    case importance
    /// The folder of supply curves.
    case supply
    /// The results of a sweep.
    case sweep
  }

  /// The folder.
  public let plan: String
  /// What it holds.
  public var subject = Subject.plan
  /// Status that the summary tells; `nil` where it cannot be read.
  public var status: PlanStatus?
  /// Everything that does not hold, and what is worth saying besides.
  public var findings = Findings()
  /// Inputs that are what they were.
  public var inputs = 0
  /// Files of the plan that are what they were.
  public var outputs = 0
  /// Scenarios of a comparison, contestants of a tournament, steps of a ladder, or cases of a sweep
  /// that were made again; `nil` where none was.
  public var scenarios: Int?
  /// Parameters of the study that was read again; `nil` where it was not.
  public var parameters: Int?
  /// Rules that the written plan breaks; `nil` where it was not checked.
  public var brokenRules: Int?
  /// Goals, as told and as computed anew.
  public var goals: [Goal] = []
  /// Blocks that were minimised for each bound.
  public var blocks = 0
  /// Seconds that the bounds took.
  public var proofSeconds = 0.0

  init(plan: String) { self.plan = plan }

  /// Whether everything holds.
  public var holds: Bool { !findings.hasErrors }

  /// A number as an argument of a phrase.
  static func text(_ value: Double) -> String {
    let scale = value == 0 ? 1 : pow(10, 8 - (log10(abs(value))).rounded(.down))
    return "\((value * scale).rounded() / scale)"
  }

  /// What holds and what does not, in words.
  public func lines(in language: Language) -> [String] {
    let style = NumberStyle(language)
    func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
      Catalogue.text(key, in: language, arguments)
    }
    func goalName(_ name: String) -> String {
      name.split(separator: "+").map { text("goal.\($0)") }.joined(separator: " + ")
    }
    var lines: [String] = []
    let files = ["inputs": style.integer(inputs), "outputs": style.integer(outputs)]
    let key = subject == .plan ? "verify" : "verify.\(subject.rawValue)"
    lines.append(text("\(key).files", files))
    if let scenarios {
      lines.append(text("\(key).again", ["count": style.integer(scenarios)]))
    }
    if let parameters {
      lines.append(text("verify.study", ["count": style.integer(parameters)]))
    }
    if let brokenRules {
      let key = brokenRules == 0 ? "verify.rules" : "verify.rules.broken"
      lines.append(text(key, ["count": style.integer(brokenRules)]))
    }
    for goal in goals {
      let told = ["goal": goalName(goal.name), "value": Self.shown(goal.value, style)]
      guard let bound = goal.bound, let gap = goal.gap else {
        lines.append(text("verify.goal.unproven", told))
        continue
      }
      let proof = [
        "bound": Self.shown(bound, style), "gap": style.scientific(gap),
        "tolerance": style.percent(goal.tolerance, places: 1),
      ]
      let key = goal.tolerance > 0 ? "verify.goal.tolerant" : "verify.goal"
      lines.append(text(key, told.merging(proof) { $1 }))
    }
    if blocks > 0 {
      lines.append(
        text(
          "verify.proof",
          [
            "blocks": style.integer(blocks), "seconds": style.duration(seconds: proofSeconds),
          ]))
    }
    // The last line counts what is to be corrected before planning; here it is the verdict.
    lines += FindingsText.lines(findings, language: language).dropLast()
    lines.append(text(verdict, ["plan": plan]))
    return lines
  }

  private var verdict: String {
    if subject != .plan {
      let key = "verify.\(subject.rawValue)"
      guard holds else { return "\(key).fails" }
      return (scenarios ?? 0) == 0 ? "\(key).files.hold" : "\(key).holds"
    }
    guard holds else { return "verify.fails" }
    switch status {
    case .optimal: return "verify.holds"
    case .whole: return "verify.holds.whole"
    default: return "verify.holds.unproven"
    }
  }

  private static func shown(_ value: Double, _ style: NumberStyle) -> String {
    style.decimal(value, places: abs(value) < 1000 ? 4 : 1)
  }

  /// The same as JSON.
  ///
  /// - Throws: `Findings` where a number is not finite.
  public func json(in language: Language) throws(Findings) -> String {
    let document = VerificationDocument(self, language)
    return try ReportJSON.text(of: document)
  }
}

/// What `releve verify --json` writes.
private struct VerificationDocument: Encodable {
  struct Goal: Encodable {
    let level: String
    let written: Double
    let value: Double
    let writtenBound: Double?
    let bound: Double?
    let gap: Double?
  }

  /// Version of this format.
  let schema = 1
  let subject: Verification.Subject
  let plan: String
  /// Whether everything holds.
  let holds: Bool
  /// Status that the summary tells.
  let status: PlanStatus?
  let inputs: Int
  let outputs: Int
  let scenarios: Int?
  let parameters: Int?
  let brokenRules: Int?
  let goals: [Goal]
  let blocks: Int
  let errors: Int
  let findings: [FindingsDocument.Entry]

  init(_ result: Verification, _ language: Language) {
    subject = result.subject
    scenarios = result.scenarios
    plan = result.plan
    holds = result.holds
    status = result.status
    inputs = result.inputs
    outputs = result.outputs
    parameters = result.parameters
    brokenRules = result.brokenRules
    goals = result.goals.map {
      Goal(
        level: $0.name, written: $0.claimed, value: $0.value, writtenBound: $0.claimedBound,
        bound: $0.bound, gap: $0.gap)
    }
    blocks = result.blocks
    let told = FindingsDocument(result.findings, language: language)
    errors = told.errors
    findings = told.findings
  }
}
