// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import FundingModel
public import PlanComparison

/// One scenario of a comparison: its plan, and everything its summary tells.
public struct ComparedScenario: Sendable {
  /// Where the plan comes from.
  public enum Source: String, Sendable, Codable {
    /// Solved for this comparison.
    case solved
    /// Read from a plan folder.
    case folder
  }

  /// Who gets what, and from which inputs.
  public var plan: ComparedPlan
  /// Its figures.
  public var summary: SummaryDocument
  /// As it was named: `STUDY+LAYER`, or a plan folder.
  public var argument: String
  /// Where the plan comes from.
  public var source: Source
  /// Files it was made from; of a plan folder, the manifest.
  public var files: [FileRecord]
  /// What the plan was made with.
  public var identity: RunIdentity

  /// Name by which it is told from the others.
  public var name: String { plan.name }

  /// Takes what is compared from a plan that was just solved.
  ///
  /// - Parameters:
  ///   - outcome: the plan.
  ///   - name: name by which it is told from the others.
  ///   - argument: as it was named.
  ///   - files: files it was made from, with their hashes.
  public init(_ outcome: PlanOutcome, name: String, argument: String, files: [FileRecord]) {
    let scenario = outcome.scenario
    let receipts = outcome.allocation.lines.map { line in
      let vehicle = scenario.vehicles[line.vehicle]
      return Receipt(
        beneficiary: scenario.beneficiaries[line.beneficiary].id, vehicle: vehicle.id,
        year: scenario.horizon.first.number + line.year + vehicle.lag, euros: line.euros)
    }
    plan = ComparedPlan(
      name: name, years: scenario.horizon.years.map(\.number),
      population: scenario.beneficiaries, receipts: receipts,
      inputs: Self.inputs(outcome.study.parameters, files))
    summary = SummaryDocument(outcome)
    self.argument = argument
    source = .solved
    self.files = files
    identity = outcome.identity
  }

  /// Reads what is compared from a plan folder.
  ///
  /// - Parameters:
  ///   - folder: the folder.
  ///   - name: name by which it is told from the others.
  ///   - summary: its summary.
  ///   - manifest: its manifest.
  ///   - record: the manifest's own hash.
  /// - Throws: every fault of the tables that are read.
  public init(
    folder: String, name: String, summary: SummaryDocument, manifest: ManifestDocument,
    record: FileRecord
  ) throws(Findings) {
    let tables = try WrittenTables.read(folder)
    plan = ComparedPlan(
      name: name, years: Array(summary.firstYear...max(summary.firstYear, summary.lastYear)),
      population: tables.population, receipts: tables.receipts,
      inputs: Self.inputs(manifest.parameters, manifest.inputs))
    self.summary = summary
    argument = folder
    source = .folder
    files = [record]
    identity = manifest.run
  }

  private static func inputs(
    _ parameters: [ResolvedStudy.Parameter], _ files: [FileRecord]
  ) -> PlanInputs {
    // What study and layers hold is the parameters.
    let tables = files.filter { !["study", "layer", "included_layer"].contains($0.role) }
    return PlanInputs(
      parameters: parameters,
      tables: tables.map {
        PlanInputs.Table(role: $0.role, path: $0.path, sha256: $0.sha256)
      })
  }
}
