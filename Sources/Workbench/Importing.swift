// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Registers
import Tables

/// Which registers to import, and where to.
public struct ImportRequest: Sendable {
  /// Tables ID and SYGEN of the SAE, any years.
  public var sae: [String] = []
  /// Etalab extracts of FINESS.
  public var finess: [String] = []
  /// Files of structures of FINESS+.
  public var structures: [String] = []
  /// Table of memberships `ght;ej`.
  public var memberships: String?
  /// Table of NIS class thresholds; `nil`: the rule built in.
  public var classes: String?
  /// Folder that is written.
  public var output: String

  /// Creates a request.
  public init(output: String) { self.output = output }
}

extension Workbench {
  /// Imports registers and writes `beneficiaries.csv`, `import-log.csv` and `import-files.csv`.
  ///
  /// - Parameters:
  ///   - request: The registers, and where the tables go.
  ///   - control: Cancellation, between the steps of the work.
  /// - Returns: The account of every line.
  /// - Throws: `Findings`, all of them, or ``WorkFailure`` where stopped; nothing is written then.
  public func importRegisters(
    _ request: ImportRequest, control: WorkControl = WorkControl()
  ) throws -> ImportReport {
    try checkOutput(request.output)
    var sources = RegisterSources()
    sources.sae = request.sae
    sources.finess = request.finess
    sources.structures = request.structures
    sources.memberships = request.memberships
    if let path = request.classes { sources.classes = try NISClassRules(path: path) }
    let population = try PopulationImport.population(from: sources)
    try control.checkpoint()
    try AtomicFolder.write(to: request.output) { folder in
      try folder.write(try population.beneficiariesTable().bytes, as: "beneficiaries.csv")
      try folder.write(try population.logTable().bytes, as: "import-log.csv")
      try folder.write(try population.accountsTable().bytes, as: "import-files.csv")
    }
    return ImportReport(population, folder: request.output)
  }
}
