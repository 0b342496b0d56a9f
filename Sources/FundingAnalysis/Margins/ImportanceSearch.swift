// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingFormulation
import FundingModel
public import LinearProgramming

/// A part of a study that may be left out.
public enum StudyPart: Sendable, Hashable {
  /// A measure, by its position in the scenario: it goes no further than it stands.
  case measure(Int)
  /// A vehicle, by its position in the scenario: it pays nothing.
  case vehicle(Int)
  /// A rule that a person wrote: it limits nothing.
  case rule(WrittenRule)
}

/// What a goal comes to without a part of the study.
public struct Importance: Sendable, Hashable {
  /// The part.
  public var part: StudyPart
  /// Optimum of the goal without it; `nil` where no plan is left.
  public var value: Double?

  /// Creates a value.
  public init(part: StudyPart, value: Double?) {
    self.part = part
    self.value = value
  }
}

/// Solves a study again and again, each time without one of its parts.
public final class ImportanceSearch {
  private let formulation: Formulation
  private let base: LevelOutcome
  private let session: any EngineSession
  /// Limits and progress of each solve.
  public var options: SolverOptions

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - formulation: A program with one goal.
  ///   - optimum: Its proven optimum.
  ///   - session: The session that solved it.
  ///   - options: Limits of each solve.
  public init(
    _ formulation: Formulation, optimum: LevelOutcome, session: any EngineSession,
    options: SolverOptions
  ) {
    precondition(formulation.levels.count == 1, "importance is for one goal")
    self.formulation = formulation
    base = optimum
    self.session = session
    self.options = options
  }

  /// Rows of each written rule, in the order in which the program names them first.
  ///
  /// Targets that may be missed at a price are goals, not rules: only those that must be met count.
  private lazy var rowsOfRules: [(rule: WrittenRule, rows: [Int])] = {
    var result: [(rule: WrittenRule, rows: [Int])] = []
    var places: [WrittenRule: Int] = [:]
    let program = formulation.program
    for row in 0..<program.rowCount {
      guard let name = RuleName(program.rowNames[row], of: formulation.scenario),
        let rule = WrittenRule(name), rule.family != .coverage || isHardTarget(name)
      else { continue }
      if let place = places[rule] {
        result[place].rows.append(row)
      } else {
        places[rule] = result.count
        result.append((rule, [row]))
      }
    }
    return result
  }()

  private func isHardTarget(_ row: RuleName) -> Bool {
    formulation.scenario.targets.contains {
      $0.isHard && $0.objective == row.objective && $0.nisClass == row.nisClass
    }
  }

  /// Rules without which the optimum may be another: those with a price on some row.
  ///
  /// Where all prices of a rule are 0, the same prices prove the same optimum without it.
  public func rulesWithAPrice() -> [WrittenRule] {
    let largest = base.rowDuals.reduce(0) { max($0, abs($1)) }
    return rowsOfRules.filter { entry in
      entry.rows.contains { abs(base.rowDuals[$0]) > 1e-9 * largest }
    }.map(\.rule)
  }

  /// What the goal comes to without a part.
  ///
  /// - Parameter part: The part.
  /// - Returns: The optimum without it.
  /// - Throws: ``UnprovenSolve``, and what the engine throws.
  public func importance(of part: StudyPart) throws -> Importance {
    let program: Formulation =
      switch part {
      case .measure(let measure): formulation.without(measure: measure)
      case .vehicle(let vehicle): formulation.without(vehicle: vehicle)
      case .rule(let rule):
        formulation.without(rows: rowsOfRules.first { $0.rule == rule }?.rows ?? [])
      }
    let outcome = try session.optimise(
      program.program, inOrder: program.levels, options: options, onLevel: nil)
    switch outcome.last.termination {
    case .infeasible, .infeasibleOrUnbounded: return Importance(part: part, value: nil)
    default: break
    }
    guard outcome.isComplete, let value = outcome.levels.first?.value else {
      throw UnprovenSolve(outcome)
    }
    return Importance(part: part, value: value)
  }
}
