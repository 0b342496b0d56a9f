// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingFormulation
public import LinearProgramming

/// Why no plan obeys every rule of a study.
public struct Contradiction: Sendable {
  /// Rules that cannot hold together, and of which none can be left out; empty where they were not
  /// found in time.
  public var conflict: [WrittenRule]
  /// What the plan that breaks rules least breaks; empty where there is none or it was not found.
  public var broken: [BrokenRule]

  /// Creates a contradiction.
  public init(conflict: [WrittenRule] = [], broken: [BrokenRule]) {
    self.conflict = conflict
    self.broken = broken
  }

  /// Seconds for the rules in conflict, after which `releve repair` is the place to ask.
  public static let patience = 60.0

  /// Looks for both.
  ///
  /// - Parameters:
  ///   - formulation: An infeasible program.
  ///   - engine: What solves the loosened programs.
  ///   - options: Limits of each solve.
  ///   - patience: Seconds for the rules in conflict.
  /// - Returns: `nil` where neither was found: no rule that a person wrote is at fault, or a limit was
  ///   reached.
  public static func find(
    in formulation: Formulation, with engine: any Engine, options: SolverOptions,
    patience: Double = patience
  ) -> Contradiction? {
    let broken = try? ConflictingRules.find(in: formulation, with: engine, options: options)
    var hasty = options
    let end = ContinuousClock.now + .seconds(patience)
    hasty.shouldStop = { options.shouldStop?() == true || ContinuousClock.now > end }
    let breaking = RuleBreaking(
      ElasticRules(formulation) { _ in false }, engine: engine, options: hasty)
    // A limit that was reached leaves the rules untold; that the study is impossible is known.
    let conflict = (try? ConflictSearch(breaking: breaking).irreducible())?.rules ?? []
    guard !conflict.isEmpty || broken != nil else { return nil }
    return Contradiction(
      conflict: conflict.map { breaking.elastic.rules[$0] }, broken: broken ?? [])
  }
}
