// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import FundingFormulation
import FundingModel
import Foundation
import LinearProgramming
import Tables

/// A form in which a program can be written out.
public enum ExportForm: String, Sendable, CaseIterable {
  /// CPLEX LP text.
  case lp
  /// Free MPS.
  case mps
  /// Data for `models/allocation.mod`.
  case mathprog
}

extension Workbench {
  /// Writes the program of a study to a file.
  ///
  /// - Parameters:
  ///   - request: The study.
  ///   - form: The form.
  ///   - level: Number of the goal level whose objective is written, from 1.
  ///   - path: The file, which appears only when it is whole.
  ///   - control: Cancellation, between the steps of the work.
  /// - Throws: `Findings` for faults of the inputs or of the file, ``WorkFailure`` where stopped.
  public func export(
    _ request: StudyRequest, as form: ExportForm, level: Int = 1, to path: String,
    control: WorkControl = WorkControl()
  ) throws {
    let (study, _) = try load(request)
    try control.checkpoint()
    guard (1...study.scenario.goals.count).contains(level) else {
      throw Findings(
        Finding(
          "workbench.outOfRange", .error, at: nil,
          [
            "name": "--level", "value": String(level), "least": "1",
            "most": String(study.scenario.goals.count),
          ]))
    }
    switch form {
    case .mathprog:
      let text = MathProgData(study.scenario).text
      try control.checkpoint()
      try AtomicFile.write(Array(text.utf8), to: path)
    case .lp, .mps:
      let formulation = try compile(study)
      try control.checkpoint()
      let objective = formulation.levels[level - 1].objective
      let text =
        form == .lp
        ? try LPFormat.text(formulation.program, objective)
        : try MPSFormat.text(formulation.program, objective)
      try control.checkpoint()
      try AtomicFile.write(Array(text.utf8), to: path)
    }
  }
}
