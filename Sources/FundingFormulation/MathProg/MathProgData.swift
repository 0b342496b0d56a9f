// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel

/// A scenario as data for `models/allocation.mod`, the hand-written statement of the model.
///
/// The data are the scenario's own values (euros, shares, sizes); the only thing resolved here is
/// who is meant by each rule, so that the model needs no logic on words. Nothing comes from the
/// linear program of ``Formulation``: that is what makes a comparison of the two worth something.
/// Equal scenarios give equal texts.
public struct MathProgData: Sendable {
  private let scenario: Scenario

  /// Creates the data of a scenario.
  public init(_ scenario: Scenario) { self.scenario = scenario }

  /// The whole data section.
  public var text: String {
    var text = ""
    write(to: &text)
    return text
  }

  /// Writes the data section, one part after the other.
  public func write(to target: inout some TextOutputStream) {
    target.write(heading)
    for part in [
      economics, population, objectives, measures, vehicles, means, lockedYears, rules, goals,
    ] {
      target.write(part(scenario))
    }
    target.write("\nend;\n")
  }

  /// Data that ask for a later goal level, with earlier ones held.
  ///
  /// - Parameters:
  ///   - level: Level to optimise, from 1.
  ///   - values: Values reached at levels 1 to `level` − 1, in their own units and directions.
  /// - Returns: A data section to read after the one of the scenario.
  public static func held(level: Int, values: [Double]) -> String {
    var text = "data;\nparam level := \(level);\n"
    if !values.isEmpty {
      text += "param held :="
      for (position, value) in values.enumerated() { text += " \(position + 1) \(value)" }
      text += ";\n"
    }
    return text + "end;\n"
  }

  private var heading: String {
    let title = String(
      scenario.title.unicodeScalars.map { $0.value < 32 || $0.value == 127 ? " " : Character($0) })
    return """
      # \(title)
      # Data for allocation.mod:  glpsol -m allocation.mod -d THIS-FILE
      # Money in euros, staff in full-time equivalents, shares from 0 to 1.

      data;

      """
  }

  private func economics(_ scenario: Scenario) -> String {
    let economics = scenario.economics
    var part = MathProgText()
    part.heading("Horizon and prices")
    part.parameter("first_year", String(scenario.horizon.first.number))
    part.parameter("last_year", String(scenario.horizon.last.number))
    part.parameter("price_year", String(economics.priceYear.number))
    part.parameter("inflation", MathProgText.number(economics.inflation))
    part.parameter("discount", MathProgText.number(economics.discount))
    part.parameter("pieces", String(economics.lossPieces))
    part.parameter(
      "existing_costs_in_plan", MathProgText.flag(!economics.existingCostsOutsidePlan))
    part.parameter("shortfall_driver", word: economics.shortfallWeight.rawValue)
    return part.text
  }

  private func goals(_ scenario: Scenario) -> String {
    var part = MathProgText()
    part.heading("Goals in order")
    part.parameter("levels", String(scenario.goals.count))
    var weights: [MathProgText.Line] = []
    var tolerances: [MathProgText.Line] = []
    for (position, level) in scenario.goals.enumerated() {
      let number = String(position + 1)
      let goals = level.terms.map(\.goal).eachOnce
      part.set("LEVEL_GOALS", ofNumber: position + 1, goals.map(\.rawValue))
      for goal in goals {
        let weight = level.terms.filter { $0.goal == goal }.reduce(0) { $0 + $1.weight }
        weights.append(
          .init([], number, MathProgText.symbol(goal.rawValue), MathProgText.number(weight)))
      }
      tolerances.append(.init([], number, MathProgText.number(level.tolerance)))
    }
    part.table("goal_weight", weights)
    part.table("tolerance", tolerances)
    return part.text
  }
}
