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
        appels:
          title: Appels à financement
          pays: [one_off]
          amounts: \(amounts(agents * 40))
          carry_over: 20 %
          ceiling: { fixed: 30 k€, agents: 80 €, per: horizon }
        regional:
          title: Fonds régional
          pays: [one_off, recurring]
          amounts: \(amounts(agents * 30))
        dotation:
          title: Dotation
          pays: [recurring]
          amounts: \(amounts(agents * 25))
          after_horizon: \(agents * 25) €
      targets:
        EE: { all: \(targets(last: 90)) }
        EI: { all: \(targets(last: 80)) }
      rules:
        territory:
          regional-floor: { by: region, floor: 0.8, weight: agents }
        sustainability: { hard: false, own_share: 50 % }
        own_funds: { agents: 40 €, share: 50 % }

      """
  }

  /// The same amount every year, in euros.
  private func amounts(_ euros: Int) -> String {
    let pairs = (0..<years).map { "\(2026 + $0): \(euros) €" }
    return "{ " + pairs.joined(separator: ", ") + " }"
  }

  /// Targets that rise evenly to the last one, in whole percent.
  private func targets(last: Int) -> String {
    let pairs = (1...years).map { "\(2025 + $0): \(last * $0 / years) %" }
    return "{ " + pairs.joined(separator: ", ") + " }"
  }
}
