// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import LinearProgramming

/// The program of a study without a part of it. Only bounds change, so that an engine can go on from
/// what it found.
extension Formulation {
  /// The program in which a measure goes no further than it stands, but for what is locked.
  ///
  /// - Parameter measure: Its position in the scenario.
  /// - Returns: A formulation with the same rows and columns.
  public func without(measure: Int) -> Formulation {
    changed { program in
      for e in 0..<compilation.data.beneficiaryCount {
        for t in compilation.openYears {
          guard let column = compilation.increment(e, measure, t) else { continue }
          // What a study locks stays.
          let least = program.columnLower[column.position]
          program.setBounds(column, lower: least, upper: least)
        }
      }
    }
  }

  /// The program in which a vehicle pays nothing, but for locked years.
  ///
  /// - Parameter vehicle: Its position in the scenario.
  /// - Returns: A formulation with the same rows and columns.
  public func without(vehicle: Int) -> Formulation {
    changed { program in
      for t in compilation.openYears {
        if let column = compilation.spent(vehicle, t) {
          program.setBounds(column, lower: 0, upper: 0)
        }
        for s in scenario.services.indices {
          for nature in CostNature.allCases {
            guard let column = compilation.pay(s, vehicle, nature, t) else { continue }
            program.setBounds(column, lower: 0, upper: 0)
          }
        }
      }
    }
  }

  /// The program in which some rows limit nothing.
  ///
  /// - Parameter rows: Their positions.
  /// - Returns: A formulation with the same rows and columns.
  public func without(rows: [Int]) -> Formulation {
    changed { program in
      for row in rows {
        program.setBounds(Constraint(row), lower: -.infinity, upper: .infinity)
      }
    }
  }

  private func changed(_ change: (inout LinearProgram) -> Void) -> Formulation {
    var program = program
    change(&program)
    return Formulation(
      program: program, levels: levels, worstLossError: worstLossError, compilation: compilation)
  }
}
