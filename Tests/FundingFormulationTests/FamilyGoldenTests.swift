// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import FundingFormulation
import FundingModel
import LinearProgramming
import TestSupport
import Testing

@Suite struct `Constraint families` {
  @Test(arguments: Family.allCases)
  func `each family writes the rows of its golden program`(family: Family) throws {
    let formulation = try Formulation.compile(FamilyStudies.scenario(for: family))
    let text = programText(formulation.program, family: family)
    #expect(text != "\n", "no row of \(family.rawValue)")
    try expectGolden(text, "\(family.rawValue).txt")
  }

  @Test func `no golden is left without its family`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names == Family.allCases.map { "\($0.rawValue).txt" }.sorted())
  }

  @Test(arguments: Family.allCases)
  func `rows have the role of their family`(family: Family) throws {
    let program = try Formulation.compile(FamilyStudies.scenario(for: family)).program
    for row in 0..<program.rowCount where Family(rowName: program.rowNames[row]) == family {
      #expect(program.rowRole[row] == family.role)
    }
  }

  @Test func `local rows never touch two beneficiaries`() throws {
    for family in Family.allCases {
      let program = try Formulation.compile(FamilyStudies.scenario(for: family)).program
      for row in 0..<program.rowCount where program.rowRole[row] == .local {
        let owners = Set(
          program.entries(of: row).compactMap { entry in
            owner(of: program.columnNames[Int(program.columnIndex[entry])])
          })
        #expect(owners.count <= 1, "\(program.rowNames[row])")
      }
    }
  }

  @Test func `every row belongs to a family`() throws {
    for family in Family.allCases {
      let program = try Formulation.compile(FamilyStudies.scenario(for: family)).program
      for row in 0..<program.rowCount {
        #expect(Family(rowName: program.rowNames[row]) != nil, "\(program.rowNames[row])")
      }
    }
  }

  /// Beneficiary named in a column of the base study.
  private func owner(of column: String) -> String? {
    let parts = column.split(whereSeparator: { "[],".contains($0) })
    return parts.dropFirst().first { $0 == "A" || $0 == "B" }.map(String.init)
  }
}

@Suite struct `Columns` {
  @Test func `a one-off vehicle has no column for a recurring pot`() throws {
    let program = try Formulation.compile(FamilyStudies.base).program
    let names = (0..<program.columnCount).map { program.columnNames[$0] }
    #expect(names.contains("g[call,A,continuity:one_off,2026]"))
    #expect(names.contains("g[fir,A,continuity:recurring,2026]"))
    #expect(!names.contains { $0.hasPrefix("g[call,") && $0.contains("recurring") })
  }

  @Test func `outside a pilots-only phase nobody but pilots deploys`() throws {
    var scenario = FamilyStudies.base
    scenario.measures[0].pilot = Measure.Pilot(until: Year(2026))
    scenario.beneficiaries[1].isPilot = true
    let program = try Formulation.compile(scenario).program
    #expect(try upper("d[A,M1,2026]", program) == 0)
    #expect(try upper("d[A,M1,2027]", program) == 0.75)
    #expect(try upper("d[B,M1,2026]", program) == 0.75)
  }

  @Test func `a locked increment is fixed`() throws {
    var scenario = FamilyStudies.base
    scenario.locked = [LockedIncrement("A", "M2", Year(2026), Share(clamping: 0.3))]
    let program = try Formulation.compile(scenario).program
    let column = try index("d[A,M2,2026]", program)
    #expect(program.columnLower[column] == 0.3)
    #expect(program.columnUpper[column] == 0.3)
  }

  @Test func `a vehicle that pays later leaves the last needs to others`() throws {
    var scenario = FamilyStudies.base
    scenario.vehicles[0].lag = 1
    let program = try Formulation.compile(scenario).program
    let names = (0..<program.columnCount).map { program.columnNames[$0] }
    #expect(names.contains("g[call,A,continuity:one_off,2026]"))
    #expect(!names.contains("g[call,A,continuity:one_off,2027]"))
  }

  private func index(_ name: String, _ program: LinearProgram) throws -> Int {
    try #require((0..<program.columnCount).first { program.columnNames[$0] == name })
  }

  private func upper(_ name: String, _ program: LinearProgram) throws -> Double {
    program.columnUpper[try index(name, program)]
  }
}

@Suite struct `Compiling` {
  @Test func `equal scenarios give identical programs`() throws {
    for seed in UInt64(1)...20 {
      let scenario = RandomScenario(seed: seed).make()
      let first = try Formulation.compile(scenario)
      let second = try Formulation.compile(scenario)
      #expect(first.program == second.program, "seed \(seed)")
      #expect(first.levels == second.levels, "seed \(seed)")
    }
  }

  @Test func `a size that is needed and not declared is an error that names both`() throws {
    var scenario = FamilyStudies.base
    scenario.beneficiaries[0].size = DriverValues()
    #expect(throws: FormulationError.missingDriver(beneficiary: "A", neededBy: "M1")) {
      try Formulation.compile(scenario)
    }
  }

  @Test func `a repeated identifier is an error`() throws {
    var scenario = FamilyStudies.base
    scenario.beneficiaries[1].id = "A"
    #expect(throws: FormulationError.duplicate("A")) { try Formulation.compile(scenario) }
  }
}

@Suite struct `The curve of avoided loss` {
  @Test func `secants stand below the curve, and the stated error is the widest gap`() {
    for pieces in [1, 2, 6, 20] {
      let curve = LossCurve(loss: 100, from: 0.1, to: 2.3, pieces: pieces)
      var position = 0.1
      var avoided = 100 * (1 - exp(-0.1))
      var widest = 0.0
      for (length, gain) in zip(curve.lengths, curve.gains) {
        for step in 1...500 {
          let along = length * Double(step) / 500
          let gap = 100 * (1 - exp(-(position + along))) - (avoided + gain * along)
          #expect(gap > -1e-9)
          widest = max(widest, gap)
        }
        position += length
        avoided += gain * length
      }
      #expect(abs(position - 2.3) < 1e-9)
      #expect(widest <= curve.worstError + 1e-9)
      #expect(widest > 0.999 * curve.worstError)
    }
  }

  @Test func `gains fall from piece to piece`() {
    let gains = LossCurve(loss: 50, from: 0, to: 3, pieces: 8).gains
    for (earlier, later) in zip(gains, gains.dropFirst()) { #expect(earlier > later) }
  }
}
