// SPDX-License-Identifier: GPL-3.0-or-later

internal import FundingModel

/// The study file of a benchmark study.
extension BenchmarkStudy {
  func yaml(for population: Population) -> String {
    let agents = population.beneficiaries.reduce(0) { $0 + Int($1.size[.agents] ?? 0) }
    return """
      study: 1
      title: Étude d'essai à \(population.units.count) bénéficiaires
      description: Tirée de la graine \(seed) pour mesurer l'outil ; ses chiffres ne disent rien.
      horizon: { first: 2026, years: \(years) }
      economics:
        price_year: 2026
        inflation: 2 %
        discount: 3 %
        loss_pieces: 6
        shortfall_weight: sites
      tables:
        beneficiaries: beneficiaries.csv
        measures: measures.csv
        prerequisites: prerequisites.csv
        effects: effects.csv
        objectives: objectives.csv
        contributions: contributions.csv
        threats: threats.csv
        staffing: staffing.csv
        deployment: deployment.csv
      vehicles:
      \(vehicles(for: population, agents: agents))
      targets:
        EE: { all: \(targets(last: 90)) }
        EI: { all: \(targets(last: 80)) }
      rules:
      \(crossRules)
        sustainability: { hard: false, own_share: 50 % }
        own_funds: { agents: 40 €, share: 50 % }

      """
  }

  /// The rules across beneficiaries in which the kinds differ.
  private var crossRules: String {
    let floor = "    regional-floor: { by: region, floor: 0.8, weight: agents }"
    switch kind {
    case .plain, .tightStaff, .manyVehicles:
      return "  territory:\n" + floor
    case .tightRegions:
      return """
          territory:
            regional-share: { by: region, floor: 0.98, ceiling: 1.02, weight: agents, per: year }
        """
    case .groupBlocks:
      return "  territory:\n\(floor)\n  deployment:\n" + groupRules.joined(separator: "\n")
    }
  }

  /// Members with most of a group's agents have the first measures in the last year, and those with
  /// part of its activity reach the first objective.
  ///
  /// By agents, since a third of the units have no stays and would stand in no group by activity.
  /// No measure gets further than a quarter a year, so short plans ask for less.
  private var groupRules: [String] {
    let year = 2025 + years
    let most = min(66, 20 * years)
    let some = min(40, 10 * years)
    return measureNames.prefix(3).map { name in
      "    group-\(name): { measure: \(name), share: \(most) %, by: \(year), weight: agents, "
        + "within: group }"
    } + [
      "    group-\(objectiveNames[0]): { objective: \(objectiveNames[0]), share: \(some) %, "
        + "by: \(year), weight: activity, within: group }"
    ]
  }

  /// Targets that rise evenly to the last one, in whole percent.
  private func targets(last: Int) -> String {
    let pairs = (1...years).map { "\(2025 + $0): \(last * $0 / years) %" }
    return "{ " + pairs.joined(separator: ", ") + " }"
  }
}
