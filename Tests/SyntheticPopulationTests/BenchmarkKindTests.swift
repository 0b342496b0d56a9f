// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import FundingFormulation
import FundingModel
import GLPKSolver
import LinearProgramming
import StudyFiles
import SyntheticPopulation
import Testing

/// A small study of a kind, read from its files.
private func scenario(_ study: BenchmarkStudy) throws -> Scenario {
  let path = FileManager.default.temporaryDirectory
    .appending(path: "releve-\(UUID().uuidString)").path
  defer { try? FileManager.default.removeItem(atPath: path) }
  try study.folder().write(to: path)
  let reading = try StudyReader().read(study: path + "/study.yaml")
  #expect(reading.warnings.all.isEmpty)
  return reading.study.scenario
}

private func smallStudy(_ kind: BenchmarkStudy.Kind) -> BenchmarkStudy {
  BenchmarkStudy(
    seed: 11, beneficiaries: 60, measures: 8, years: 3, objectives: 4, kind: kind)
}

/// The optimum of a study's first goal, with the rules that have a price there.
private struct FirstGoal {
  let program: LinearProgram
  let result: SolverResult

  init(_ scenario: Scenario) throws {
    let formulation = try Formulation.compile(scenario)
    program = formulation.program
    result = try GLPKSolver().solve(
      program, for: formulation.levels[0].objective, options: SolverOptions())
  }

  /// What stands in brackets in the names of the rows of some families, cut at commas.
  func rules(_ families: [Family], pricedOnly: Bool) -> [[String]] {
    (0..<program.rowCount).compactMap { row in
      let name = program.rowNames[row]
      guard let family = Family(rowName: name), families.contains(family) else { return nil }
      if pricedOnly, abs(result.rowDuals[row]) < 1e-9 { return nil }
      let inside = name.drop { $0 != "[" }.dropFirst().dropLast()
      return inside.split(separator: ",").map(String.init)
    }
  }
}

@Suite struct `Kinds of studies made for measuring` {
  @Test(arguments: BenchmarkStudy.Kind.allCases)
  func `each differs from the plain one only where it says`(kind: BenchmarkStudy.Kind) throws {
    let plain = try smallStudy(.plain).folder().files
    let folder = try smallStudy(kind).folder().files
    let differing = zip(plain, folder).filter { $0 != $1 }.map(\.0.name)
    let expected: [String] =
      switch kind {
      case .plain: []
      case .tightRegions, .manyVehicles: ["study.yaml"]
      case .tightStaff: ["staffing.csv"]
      case .groupBlocks: ["study.yaml", "beneficiaries.csv"]
      }
    #expect(plain.map(\.name) == folder.map(\.name))
    #expect(differing == expected)
  }

  @Test(arguments: BenchmarkStudy.Kind.allCases, [(1, 1, 1), (2, 3, 2), (5, 2, 3)])
  func `each is read without a remark and has a plan`(
    kind: BenchmarkStudy.Kind, size: (measures: Int, years: Int, objectives: Int)
  ) throws {
    let study = BenchmarkStudy(
      seed: 5, beneficiaries: 12, measures: size.measures, years: size.years,
      objectives: size.objectives, kind: kind)
    #expect(try FirstGoal(scenario(study)).result.termination == .optimal)
  }

  @Test func `tight regions: most floors or ceilings of a region and year have a price`() throws {
    let goal = try FirstGoal(scenario(smallStudy(.tightRegions)))
    let families = [Family.territoryFloor, .territoryCeiling]
    let all = Set(goal.rules(families, pricedOnly: false))
    let priced = Set(goal.rules(families, pricedOnly: true))
    #expect(priced.count * 4 >= all.count * 3, "\(priced.count) of \(all.count)")
    let plain = try FirstGoal(scenario(smallStudy(.plain)))
    #expect((goal.result.objectiveValue ?? 0) > (plain.result.objectiveValue ?? 0) + 0.01)
  }

  @Test func `tight staff: staff has a price in almost every region, in the plain study in none`()
    throws
  {
    func regions(_ goal: FirstGoal, pricedOnly: Bool) -> Set<String> {
      Set(goal.rules([.staffing], pricedOnly: pricedOnly).map { $0[0] })
    }
    let goal = try FirstGoal(scenario(smallStudy(.tightStaff)))
    let all = regions(goal, pricedOnly: false)
    let priced = regions(goal, pricedOnly: true)
    #expect(priced.count + 1 >= all.count, "\(priced.sorted()) of \(all.sorted())")
    let plain = try FirstGoal(scenario(smallStudy(.plain)))
    #expect(regions(plain, pricedOnly: true).isEmpty)
  }

  @Test func `many vehicles: 40, with the money of three, and most of them pay`() throws {
    let many = try scenario(smallStudy(.manyVehicles))
    let three = try scenario(smallStudy(.plain))
    #expect(many.vehicles.count == 40)
    for t in 0..<3 {
      func money(_ scenario: Scenario) -> Double {
        scenario.vehicles.reduce(0) { $0 + $1.counted(in: t).thousandsOfEuros }
      }
      #expect(abs(money(many) - money(three)) < 1e-6)
    }
    let goal = try FirstGoal(many)
    let paying = Set(
      (0..<goal.program.columnCount).compactMap { column -> Substring? in
        let name = goal.program.columnNames[column]
        guard name.hasPrefix("spent["), goal.result.primal[column] > 1e-6 else { return nil }
        return name.split(separator: ",")[0]
      })
    #expect(paying.count >= 20, "\(paying.count)")
  }

  @Test func `groups: the rules within them tie beneficiaries into blocks of about 30`() throws {
    let study = BenchmarkStudy(
      seed: 4, beneficiaries: 100, measures: 3, years: 1, objectives: 2, kind: .groupBlocks)
    let scenario = try scenario(study)
    let program = try Formulation.compile(scenario).program
    var blocks = scenario.beneficiaries.map { [$0.id.rawValue] }
    for row in 0..<program.rowCount where Family(rowName: program.rowNames[row]) == .massive {
      let members = Set(
        program.entries(of: row).map { entry in
          let name = program.columnNames[Int(program.columnIndex[entry])]
          return String(name.drop { $0 != "[" }.dropFirst().prefix { $0 != "," })
        })
      let tied = blocks.filter { !members.isDisjoint(with: $0) }
      blocks.removeAll { !members.isDisjoint(with: $0) }
      blocks.append(tied.flatMap(\.self))
    }
    #expect(blocks.map(\.count).sorted() == [33, 33, 34])
  }
}
