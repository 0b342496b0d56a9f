// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel

/// Why a scenario was not turned into a program.
public enum FormulationError: Error, Sendable, Equatable {
  /// A size is needed by a cost, limit or weight and was not declared.
  case missingDriver(beneficiary: BeneficiaryID, neededBy: String)
  /// Two entries have the same identifier.
  case duplicate(String)
  /// Something refers to an identifier that does not exist.
  case unknown(String)
  /// A list by year does not have one entry per year of the horizon.
  case wrongLength(String)
  /// The caller asked to stop before the program was built.
  case stopped
}
