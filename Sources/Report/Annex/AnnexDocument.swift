// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// The content of `annex.json`: what an annex is of, its totals and its checksum.
public struct AnnexDocument: Sendable, Hashable, Encodable {
  /// What an annex was made of.
  public struct Source: Sendable, Hashable, Encodable {
    /// How far the plan came.
    public var status: PlanStatus
    /// Study and layers, as `STUDY+LAYER`.
    public var study: String
    /// Region that was planned alone; `nil`: all.
    public var region: String?
    /// Seal of the plan's manifest.
    public var planSeal: String
    /// SHA-256 of the plan's `allocation.csv`.
    public var allocationSha256: String

    /// The source of an annex.
    ///
    /// - Parameters:
    ///   - manifest: manifest of the plan.
    ///   - status: how far the plan came.
    public init(_ manifest: ManifestDocument, status: PlanStatus) {
      self.status = status
      study = manifest.run.study
      region = manifest.run.region
      planSeal = manifest.seal
      allocationSha256 =
        manifest.outputs.first { $0.path == PlanTable.allocation.fileName }?.sha256 ?? ""
    }
  }

  /// Euros of one year.
  struct YearTotal: Sendable, Hashable, Encodable {
    let year: Int
    let euros: Int
  }

  let schema = 1
  let title: String
  let source: Source
  let lines: Int
  let beneficiaries: Int
  let years: [YearTotal]
  let euros: Int
  /// Paid for shared services, and so to no beneficiary: not in the annex.
  let servicePaymentsEuros: Int
  /// SHA-256 of `canonical.csv`.
  let checksum: String

  /// The document of an annex.
  public init(_ annex: Annex, checksum: String, source: Source) {
    let scenario = annex.scenario
    title = scenario.title
    self.source = source
    lines = annex.lines.count
    beneficiaries = annex.receivers.count
    years = annex.yearEuros.enumerated().map {
      YearTotal(year: scenario.horizon.first.number + $0.offset, euros: $0.element)
    }
    euros = annex.euros
    servicePaymentsEuros = annex.serviceEuros
    self.checksum = checksum
  }
}
