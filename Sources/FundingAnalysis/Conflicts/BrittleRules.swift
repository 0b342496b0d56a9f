// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingFormulation
import FundingModel
public import LinearProgramming

/// Rules of a possible study of which a little more strictness leaves no plan.
///
/// All are tightened together first: as long as a plan is left, none of them is brittle. Otherwise
/// each half is looked at alone (group testing by halving: Hwang, *Journal of the American Statistical
/// Association* 67, 1972), so that few brittle rules among many are found with few programs.
public struct BrittleRules: Sendable {
  /// Rules each of which leaves no plan where it alone is tightened.
  public private(set) var rules: [WrittenRule] = []
  /// Rules that were tightened.
  public private(set) var asked = 0
  /// Whether there were more halves to look at than programs to be solved.
  public private(set) var isCutShort = false
  /// Linear programs solved.
  public private(set) var questions = 0

  /// How much stricter a rule gets, relative to what it says.
  public static let share = 0.01

  /// Tightens the rules of a study that has a plan.
  ///
  /// - Parameters:
  ///   - formulation: Its program.
  ///   - engine: What solves the programs.
  ///   - options: Limits of each solve.
  ///   - mostQuestions: Programs after which no further half is looked at.
  /// - Returns: The brittle rules, in the order of the program.
  /// - Throws: What the engine and the compiling throw, and ``UnprovenSolve``.
  public static func find(
    for formulation: Formulation, engine: any Engine, options: SolverOptions,
    mostQuestions: Int = 60
  ) throws -> BrittleRules {
    let scenario = formulation.scenario
    var seen: Set<WrittenRule> = []
    let changes = (0..<formulation.program.rowCount).compactMap { row -> Amendment? in
      guard let name = RuleName(formulation.program.rowNames[row], of: scenario),
        let rule = WrittenRule(name), seen.insert(rule).inserted,
        let change = scenario.tightening(rule, by: share)
      else { return nil }
      return Amendment(change, of: rule, beneficiaries: 0)
    }
    var result = BrittleRules()
    result.asked = changes.count
    let session = engine.makeSession()
    var waiting = changes.isEmpty ? [] : [changes[...]]
    while let group = waiting.popLast() {
      guard result.questions < mostQuestions else {
        result.isCutShort = true
        break
      }
      result.questions += 1
      let tightened = try Formulation.compile(scenario.amended(by: Array(group)))
      let outcome = try session.optimise(
        tightened.program, inOrder: [], options: options, onLevel: nil)
      switch outcome.last.termination {
      case .optimal: continue
      case .infeasible, .infeasibleOrUnbounded: break
      default: throw UnprovenSolve(outcome)
      }
      if group.count == 1 {
        result.rules.append(group[group.startIndex].rule)
      } else {
        let middle = group.startIndex + group.count / 2
        // The first half comes next, so that rules keep their order.
        waiting += [group[middle...], group[..<middle]]
      }
    }
    return result
  }
}

extension Scenario {
  /// A rule that asks for a little more or allows a little less.
  ///
  /// - Returns: `nil` where it says no number, or one that cannot be stricter.
  func tightening(_ rule: WrittenRule, by share: Double) -> Amendment.Change? {
    let more = 1 + share
    let less = 1 - share
    switch rule.family {
    case .envelope:
      guard let vehicle = vehicles.first(where: { $0.id == rule.vehicle }), let year = rule.year,
        let t = horizon.index(of: year), vehicle.amounts[t].secured > .zero
      else { return nil }
      let secured = vehicle.amounts[t].secured
      return .envelope(vehicle.id, year, from: secured, to: secured.scaled(by: less))
    case .coverage: return raisedTargets(rule, more)
    case .territoryFloor:
      guard let asked = territory.first(where: { $0.id == rule.rule }), let group = rule.group,
        let floor = asked.floor, floor > 0
      else { return nil }
      return .territoryFloor(asked.id, group: group, from: floor, to: floor * more)
    case .territoryCeiling:
      guard let asked = territory.first(where: { $0.id == rule.rule }), let group = rule.group,
        let ceiling = asked.ceiling
      else { return nil }
      return .territoryCeiling(asked.id, group: group, from: ceiling, to: ceiling * less)
    case .staffing:
      guard let region = rule.region, let year = rule.year, let t = horizon.index(of: year),
        let available = staffing.first(where: { $0.region == region })?.available[t]
      else { return nil }
      return .staff(region, year, from: available, to: FTE(available.value * less))
    case .massive:
      guard let asked = deployment.first(where: { $0.id == rule.rule }), asked.share.value < 1
      else { return nil }
      return .deployment(
        asked.id, from: asked.share, to: Share(clamping: min(1, asked.share.value * more)))
    case .pilotShare:
      guard let measure = measures.first(where: { $0.id == rule.measure }),
        let pilots = measure.pilot?.share
      else { return nil }
      return .pilots(measure.id, from: pilots, to: Share(clamping: pilots.value * less))
    case .ceiling: return rule.vehicle.map { .ceiling($0, factor: less) }
    case .floor: return rule.vehicle.map { .floor($0, factor: more) }
    case .rate:
      guard let vehicle = vehicles.first(where: { $0.id == rule.vehicle }),
        let rate = vehicle.rate
      else { return nil }
      return .rate(vehicle.id, from: rate, to: Share(clamping: rate.value * less))
    case .ownFunds:
      guard let own = ownFunds?.share else { return nil }
      return .ownFunds(from: own, to: Share(clamping: own.value * less))
    case .noWorse: return .noWorse(factor: more)
    case .ratioCap:
      return fairness.ratioCap.map { .ratioCap(from: $0, to: $0 * less) }
    case .entitlement, .oneClaim, .bandDrop, .bandRise, .results, .sustainability, .deployed,
      .prerequisite, .financing, .avoided, .spend, .serviceUse, .serviceCapacity, .serviceBuild,
      .serviceRun, .minimum:
      return nil
    }
  }

  private func raisedTargets(_ rule: WrittenRule, _ more: Double) -> Amendment.Change? {
    guard let nisClass = rule.nisClass, let year = rule.year, let t = horizon.index(of: year)
    else { return nil }
    let raised = targets.compactMap { target -> Amendment.AmendedTarget? in
      let level = target.levels[t]
      guard target.nisClass == nisClass, target.isHard, level.value > 0, level.value < 1
      else { return nil }
      return Amendment.AmendedTarget(
        objective: target.objective, from: level,
        to: Share(clamping: min(1, level.value * more)))
    }
    return raised.isEmpty ? nil : .targets(nisClass, year, raised)
  }
}
