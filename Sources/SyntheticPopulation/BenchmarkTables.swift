// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics
internal import SeededDraws
internal import FundingModel
internal import Tables

/// The drawn tables of a benchmark study.
extension BenchmarkStudy {
  func beneficiaryTable(_ population: Population) throws(Findings) -> [UInt8] {
    try PopulationTables.beneficiaries(population, groups: groups(of: population.units.count))
  }

  func measureTable(_ generator: inout SeededGenerator) throws(Findings) -> [UInt8] {
    var writer = CSVWriter(
      columns: [
        "id", "title", "domain", "lead", "one_off_fixed", "one_off_per_agent",
        "one_off_per_workstation", "recurring_fixed", "recurring_per_agent", "install_fte",
        "install_fte_per_1000_agents", "run_fte", "speed",
      ], style: .study)
    for (position, name) in measureNames.enumerated() {
      try writer.append([
        .text(name), .text("Mesure \(name)"), .text(Self.domains[position % Self.domains.count]),
        .text("establishment"), .integer(Int64(generator.below(40) + 1) * 1_000),
        .integer(Int64(generator.below(40) + 1)), .integer(Int64(generator.below(20))),
        .integer(Int64(generator.below(12) + 1) * 500), .integer(Int64(generator.below(15))),
        .decimal(Double(generator.below(10) + 2) / 100), .decimal(0.03), .decimal(0.03),
        .decimal(generator.pick([0.25, 0.35, 0.5])),
      ])
    }
    return writer.bytes
  }

  func prerequisiteTable(_ generator: inout SeededGenerator) throws(Findings) -> [UInt8] {
    var writer = CSVWriter(columns: ["measure", "needs"], style: .study)
    for position in stride(from: 2, to: measures, by: 2) {
      let needed = measureNames[generator.below(position)]
      try writer.append([.text(measureNames[position]), .text(needed)])
    }
    return writer.bytes
  }

  func effectTable(_ generator: inout SeededGenerator) throws(Findings) -> [UInt8] {
    var writer = CSVWriter(columns: ["measure", "threat", "effect"], style: .study)
    for name in measureNames {
      for threat in Self.threats {
        try writer.append([
          .text(name), .text(threat), .decimal(Double(generator.below(25) + 1) / 100),
        ])
      }
    }
    return writer.bytes
  }

  func objectiveTable() throws(Findings) -> [UInt8] {
    var writer = CSVWriter(columns: ["id", "title", "weight", "classes"], style: .study)
    for (position, name) in objectiveNames.enumerated() {
      let essentialOnly = position >= (objectives * 3 + 3) / 4
      try writer.append([
        .text(name), .text("Objectif \(name)"), .integer(1),
        .text(essentialOnly ? "EE" : "EE EI"),
      ])
    }
    return writer.bytes
  }

  /// Each objective is reached by up to three measures, with weights 0.5, 0.3 and 0.2.
  func contributionTable(_ generator: inout SeededGenerator) throws(Findings) -> [UInt8] {
    var writer = CSVWriter(columns: ["objective", "measure", "weight"], style: .study)
    let weights = measures >= 3 ? [0.5, 0.3, 0.2] : measures == 2 ? [0.6, 0.4] : [1.0]
    for name in objectiveNames {
      let order = generator.order(measures)
      for (position, weight) in weights.enumerated() {
        try writer.append([
          .text(name), .text(measureNames[order[position]]), .decimal(weight),
        ])
      }
    }
    return writer.bytes
  }

  func threatTable() throws(Findings) -> [UInt8] {
    var writer = CSVWriter(
      columns: [
        "id", "title", "by", "up_to", "frequency", "severity_fixed", "severity_per_agent",
      ], style: .study)
    for (position, threat) in Self.threats.enumerated() {
      let frequency = 0.004 * Double(position + 1)
      try writer.append([
        .text(threat), .text("Menace \(position + 1)"), .text("agents"), .integer(1_000),
        .decimal(frequency), .integer(Int64(400_000 / (position + 1))),
        .integer(Int64(1_600 / (position + 1))),
      ])
      try writer.append([
        .text(threat), .text("Menace \(position + 1)"), .text("agents"), .missing,
        .decimal(frequency * 3), .missing, .missing,
      ])
    }
    return writer.bytes
  }

  func staffingTable(_ population: Population) throws(Findings) -> [UInt8] {
    var base: [String: Double] = [:]
    for unit in population.beneficiaries {
      base[unit.region.rawValue, default: 0] += 0.4 + (unit.size[.agents] ?? 0) / 2_500
    }
    var writer = CSVWriter(columns: ["region", "year", "fte"], style: .study)
    for region in base.keys.sorted() {
      for year in 0..<years {
        let fte = (base[region] ?? 0) * (1 + 0.15 * Double(year)) * staffFactor
        try writer.append([
          .text(region), .integer(Int64(2026 + year)), .decimal((fte * 10).rounded() / 10),
        ])
      }
    }
    return writer.bytes
  }
}
