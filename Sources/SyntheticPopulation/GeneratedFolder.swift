// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
internal import Tables

/// Files that were generated, not yet written.
public struct GeneratedFolder: Sendable {
  /// One file.
  public struct File: Sendable, Hashable {
    /// Name in the folder.
    public let name: String
    /// Content in UTF-8.
    public let bytes: [UInt8]
  }

  /// The files, in the order written.
  public let files: [File]

  /// The tables of a population: `beneficiaries.csv` and `deployment.csv`.
  ///
  /// - Throws: what the tables' writer finds.
  public static func tables(of population: Population) throws(Findings) -> GeneratedFolder {
    GeneratedFolder(files: [
      File(name: "beneficiaries.csv", bytes: try PopulationTables.beneficiaries(population)),
      File(
        name: "deployment.csv",
        bytes: try PopulationTables.deployment(InitialState.draw(for: population))),
    ])
  }

  /// Writes the files into a new folder that appears only when it is whole.
  ///
  /// - Parameter path: A name that does not exist yet, or an empty folder.
  /// - Throws: a finding where the place is taken, permission lacks or the disk is full; nothing is
  ///   left behind then.
  public func write(to path: String) throws(Findings) {
    let folder = try AtomicFolder(path: path)
    for file in files { try folder.write(file.bytes, as: file.name) }
    try folder.commit()
  }
}
