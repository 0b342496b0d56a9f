// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import FundingModel
import FundingFormulation
import LinearProgramming

/// Faults that only show when the program is built, told like those of the input files.
enum FormulationFinding {
  static func finding(for error: FormulationError) -> Finding {
    switch error {
    case .missingDriver(let beneficiary, let neededBy):
      Finding(
        "workbench.missingDriver", .error, at: nil,
        ["beneficiary": beneficiary.rawValue, "rule": neededBy])
    case .duplicate(let name):
      Finding("workbench.duplicate", .error, at: nil, ["name": name])
    case .unknown(let name):
      Finding("workbench.unknown", .error, at: nil, ["name": name])
    case .wrongLength(let name):
      Finding("workbench.wrongLength", .error, at: nil, ["name": name])
    case .stopped:
      Finding("cli.interrupted", .error, at: nil)
    }
  }

  static func finding(for error: InvalidProgram) -> Finding {
    Finding(
      "workbench.invalidProgram", .error, at: nil,
      ["name": error.name, "reason": error.reason.rawValue])
  }
}
