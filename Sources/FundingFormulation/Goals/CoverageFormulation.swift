// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel
import LinearProgramming

/// A program of public money with the mean coverage of each NIS class in each year as something that
/// can be asked for.
///
/// A row `class_coverage[c,y]` for each class and year is there from the start and asks for nothing
/// at first, so that programs that ask for different coverage differ in bounds only.
public struct CoverageFormulation: Sendable {
  /// A class in a year.
  public struct Subject: Sendable, Hashable {
    /// The class.
    public let nisClass: NISClassID
    /// Position of the year in the horizon.
    public let year: Int
  }

  /// Classes that have members and objectives, each in every year of the horizon.
  public let subjects: [Subject]
  /// The program that seeks the least public money, with the rows of coverage.
  public let money: Formulation
  private let rows: [Constraint]

  /// Adds the rows to a program.
  ///
  /// - Parameter formulation: A formulation whose only goal is public money.
  /// - Throws: ``FormulationError`` where a size that coverage is weighted by is not declared.
  public init(_ formulation: Formulation) throws(FormulationError) {
    precondition(formulation.levels.count == 1, "coverage is held against one goal")
    let c = formulation.compilation
    var subjects: [Subject] = []
    var rows: [Constraint] = []
    var program = formulation.program
    for (place, name) in c.names.classes.enumerated() {
      guard !c.data.contributions.objectives[place].isEmpty,
        c.data.classOf.contains(place)
      else { continue }
      for year in 0..<c.data.yearCount {
        let subject = Subject(nisClass: name, year: year)
        subjects.append(subject)
        rows.append(
          program.appendRow(
            of: try Self.objective(of: subject, c, columns: formulation.program.columnCount),
            named: "class_coverage[\(name.rawValue),\(c.scenario.horizon.years[year].description)]",
            noWorseThan: nil))
      }
    }
    self.subjects = subjects
    self.rows = rows
    money = Formulation(
      program: program, levels: formulation.levels, worstLossError: formulation.worstLossError,
      compilation: c)
  }

  /// Coverage of one subject against public money.
  ///
  /// - Parameter place: Position of the subject.
  /// - Returns: The trade-off, coverage first; all of them share rows and columns.
  /// - Throws: ``FormulationError`` as the initializer does.
  public func tradeOff(_ place: Int) throws(FormulationError) -> TradeOffFormulation {
    let c = money.compilation
    let objective = try Self.objective(
      of: subjects[place], c, columns: money.program.columnCount)
    return TradeOffFormulation(
      Formulation(
        program: money.program, levels: [ObjectiveLevel(objective: objective)] + money.levels,
        worstLossError: money.worstLossError, compilation: c), limitRow: rows[place])
  }

  /// Mean coverage of a class at the end of a year.
  ///
  /// Σ_e (W_e/W)·(1/|O(c)|)·Σ_{o∈O(c)} Σ_m w[o,m,c]·x[e,m,t] over the members of the class.
  private static func objective(
    of subject: Subject, _ c: Compilation, columns: Int
  ) throws(FormulationError) -> Objective {
    let place = c.names.classes.firstIndex(of: subject.nisClass) ?? 0
    let members = (0..<c.data.beneficiaryCount).filter { c.data.classOf[$0] == place }
    let weights = try MeanWeights(
      members, c.scenario.economics.shortfallWeight, "class_coverage", c)
    // Where all weigh nothing, each counts once.
    let total = weights.total > 0 ? weights.total : Double(members.count)
    let objectives = c.data.contributions.objectives[place]
    var coefficients = [Double](repeating: 0, count: columns)
    var initial = 0.0
    for (e, relative) in zip(members, weights.relative) {
      let weight = weights.total > 0 ? relative : 1
      for o in objectives {
        for term in c.data.contributions.terms(o, place)
        where c.data.isEligible[e * c.data.measureCount + term.measure] {
          let factor = weight / total / Double(objectives.count) * term.weight
          initial += factor * c.data.initialShare(e, term.measure)
          for t in 0...subject.year {
            guard let column = c.increment(e, term.measure, t) else { continue }
            coefficients[column.position] += factor
          }
        }
      }
    }
    return Objective(
      name: "class_coverage", sense: .maximize, coefficients: coefficients, constant: initial)
  }
}
