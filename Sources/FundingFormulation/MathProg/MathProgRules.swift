// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// Rules between beneficiaries as MathProg data.
extension MathProgData {
  func rules(_ scenario: Scenario) -> String {
    var part = MathProgText()
    part.heading("Rules between beneficiaries")
    territory(scenario, &part)
    part.set("STAFFED_REGIONS", scenario.staffing.map(\.region.rawValue))
    for rule in scenario.staffing {
      part.set(
        "REGION_MEMBERS", of: [rule.region.rawValue],
        scenario.beneficiaries.filter { $0.region == rule.region }.map(\.id.rawValue))
    }
    part.table(
      "available_staff",
      scenario.staffing.flatMap { rule in
        zip(scenario.horizon.years, rule.available).map {
          .init([rule.region.rawValue], String($0.number), MathProgText.number($1.value))
        }
      })
    deployment(scenario, &part)
    services(scenario, &part)
    fairness(scenario, &part)
    return part.text
  }

  private func territory(_ scenario: Scenario, _ part: inout MathProgText) {
    let all = scenario.territory
    part.table(
      defining: "TERRITORY_RULES", "territory_driver territory_is_yearly",
      all.map {
        .init(
          [$0.id.rawValue], MathProgText.symbol($0.weight.rawValue),
          MathProgText.flag($0.period == .year))
      })
    for rule in all {
      let groups = Self.groups(of: scenario.beneficiaries, by: rule.grouping)
      part.set("GROUPS", of: [rule.id.rawValue], groups.map(\.name))
      let concerned = groups.map(\.name)
        .filter { rule.members.isEmpty || rule.members.contains($0) }
      part.set("CONCERNED", of: [rule.id.rawValue], concerned)
      for group in groups {
        part.set("GROUP_MEMBERS", of: [rule.id.rawValue, group.name], group.members)
      }
      let vehicles = rule.vehicles.isEmpty ? scenario.vehicles.map(\.id) : rule.vehicles.eachOnce
      part.set("RULE_VEHICLES", of: [rule.id.rawValue], vehicles.map(\.rawValue))
    }
    part.table(
      defining: "WITH_LEAST", "least_multiple",
      all.compactMap { rule in
        rule.floor.map { .init([rule.id.rawValue], MathProgText.number($0)) }
      })
    part.table(
      defining: "WITH_MOST", "most_multiple",
      all.compactMap { rule in
        rule.ceiling.map { .init([rule.id.rawValue], MathProgText.number($0)) }
      })
  }

  private func deployment(_ scenario: Scenario, _ part: inout MathProgText) {
    let all = scenario.deployment
    part.table(
      defining: "DEPLOYMENT_RULES", "rule_share rule_year rule_driver",
      all.map {
        .init(
          [$0.id.rawValue], MathProgText.number($0.share.value), String($0.by.number),
          MathProgText.symbol($0.weight.rawValue))
      })
    var measures: [MathProgText.Line] = []
    var objectives: [MathProgText.Line] = []
    for rule in all {
      switch rule.subject {
      case .measure(let id):
        measures.append(.init([rule.id.rawValue], MathProgText.symbol(id.rawValue)))
      case .objective(let id):
        objectives.append(.init([rule.id.rawValue], MathProgText.symbol(id.rawValue)))
      }
      let members = scenario.beneficiaries.filter { rule.eligibility.includes($0) }
      let groups =
        rule.within.map { Self.groups(of: members, by: $0) }
        ?? [Group(name: "all", members: members.map(\.id.rawValue))]
      part.set("RULE_GROUPS", of: [rule.id.rawValue], groups.map(\.name))
      for group in groups {
        part.set("RULE_MEMBERS", of: [rule.id.rawValue, group.name], group.members)
      }
    }
    part.table(defining: "MEASURE_RULES", "rule_measure", measures)
    part.table("rule_objective", objectives)
  }

  private func services(_ scenario: Scenario, _ part: inout MathProgText) {
    part.table(
      defining: "SERVICES", "service_driver initial_capacity build_cost run_cost",
      scenario.services.map {
        .init(
          [$0.id.rawValue], MathProgText.symbol($0.unit.rawValue),
          MathProgText.number($0.initialCapacity), MathProgText.euros($0.buildCost),
          MathProgText.euros($0.runCost))
      })
    for service in scenario.services {
      let key = [service.id.rawValue]
      part.set("SERVICE_MEASURES", of: key, service.measures.eachOnce.map(\.rawValue))
      part.set("SERVICE_VEHICLES", of: key, service.vehicles.eachOnce.map(\.rawValue))
      part.set(
        "SERVED", of: key,
        scenario.beneficiaries.filter { service.eligibility.includes($0) }.map(\.id.rawValue))
    }
    part.table(
      defining: "LIMITED_SERVICES", "largest_capacity",
      scenario.services.compactMap { service in
        service.largestCapacity.map { .init([service.id.rawValue], MathProgText.number($0)) }
      })
  }

  private func fairness(_ scenario: Scenario, _ part: inout MathProgText) {
    let rules = scenario.fairness
    part.parameter("minimum_coverage_on", MathProgText.flag(rules.minimumCoverage))
    part.table(
      defining: "WITH_REFERENCE", "reference_money",
      scenario.beneficiaries.compactMap { beneficiary in
        rules.noWorseThan[beneficiary.id].map {
          .init([beneficiary.id.rawValue], MathProgText.euros($0))
        }
      })
    guard let cap = rules.ratioCap else { return }
    part.parameter("ratio_cap_on", "1")
    part.parameter("ratio_cap_multiple", MathProgText.number(cap))
    part.parameter("ratio_driver", word: rules.ratioWeight.rawValue)
  }

  private struct Group {
    var name: String
    var members: [String]
  }

  /// Groups by name, each with its members in the order of the study.
  private static func groups(of beneficiaries: [Beneficiary], by grouping: Grouping) -> [Group] {
    let named = beneficiaries.compactMap { beneficiary in
      grouping.group(of: beneficiary).map { ($0, beneficiary.id.rawValue) }
    }
    let members = Dictionary(grouping: named) { $0.0 }
    return members.keys.sorted().map { name in
      Group(name: name, members: (members[name] ?? []).map(\.1))
    }
  }
}
