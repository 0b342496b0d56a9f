// SPDX-License-Identifier: GPL-3.0-or-later

import StudyFiles

/// Ways to spoil the small study: links, tables, layers, and the sense of the whole.
extension BadInput {
  static func linkCases(_ study: FixtureStudy) -> [BadInput] {
    [
      edit("amount outside the horizon", "2027: 80 k€", "2036: 80 k€", study),
      edit("target outside the horizon", "2028: 50 %", "2029: 50 %", study),
      edit("pilot outside the horizon", "until: 2026", "until: 2025", study),
      edit("rule outside the horizon", "by: 2028", "by: 2031", study),
      edit("target for an unknown class", "  EE: { all:", "  EEE: { all:", study),
      edit("target for an unknown objective", "O2: { 2027", "O3: { 2027", study),
      edit(
        "target that does not apply", "  EE: { all: { 2026: 10 %, 2028: 50 % }, O2:",
        "  EI: { O2:", study),
      edit("target that falls", "2028: 50 %", "2028: 5 %", study),
      edit("weight of an unknown class", "class_weights: { EE", "class_weights: { E", study),
      edit("title of an unknown domain", "domains: { directories", "domains: { directory", study),
      edit("unknown domain of a vehicle", "domains: [directories]", "domains: [identity]", study),
      edit("unknown region", "statuses: [public]", "regions: [\"85\"]", study),
      edit("unknown measure of a service", "measures: [M02]", "measures: [M2]", study),
      edit("unknown vehicle of a service", "vehicles: [fir]", "vehicles: [fri]", study),
      edit("unknown measure of a rule", "measure: M01, share", "measure: M91, share", study),
      edit(
        "measure and objective", "measure: M01, share", "measure: M01, objective: O1, share", study),
      edit("unknown measure of a pilot phase", "  M02: { until", "  M3: { until", study),
      edit("unknown grouping", "within: ght", "within: gth", study),
      edit("unknown group", "by: region, floor", "by: region, members: [\"99\"], floor", study),
      edit("floor above ceiling", "floor: 0,5", "floor: 3", study),
      edit("rule that says nothing", "floor: 0,5, ceiling: 2", "weight: agents", study),
      edit(
        "bands out of order", "{ amount: 90 k€ }",
        "{ up_to: 100, amount: 9 k€ }, { amount: 90 k€ }", study),
      edit("last band with an edge", "{ amount: 90 k€ }", "{ up_to: 900, amount: 90 k€ }", study),
      edit("band without an edge", "up_to: 250, ", "", study),
      edit("band without an amount", "up_to: 250, amount: 40 k€", "up_to: 250", study),
      edit("bands of nothing", "by: agents, bands", "bands", study),
      edit("bands and amounts", "by: agents, bands", "fixed: 1 k€, by: agents, bands", study),
      edit(
        "limit without an amount", "per: year }\n  fir",
        "per: year }\n    floor: { per: year }\n  fir", study),
      edit("payment on no results", "announced_counted: 50 %", "mechanism: results", study),
      edit("goal twice", "- tie_break", "- nis_shortfall", study),
      edit("goal and level", "{ level: {", "{ goal: tie_break, level: {", study),
      edit("goal without its rule", "- tie_break", "- minimum_coverage", study),
      edit(
        "capacity below the initial one", "build: 1 €", "initial_capacity: 9, largest_capacity: 5",
        study),
      edit("grouping of that name", "groupings: [ght]", "groupings: [ght, region]", study),
    ]
  }

  static func tableCases(_ study: FixtureStudy) -> [BadInput] {
    [
      edit("unknown column", "title;domain", "title;speeed;domain", study, in: "measures.csv"),
      edit("missing column", ";speed;", ";sped;", study, in: "measures.csv"),
      edit("duplicate row", "M02;Détection", "M01;Détection", study, in: "measures.csv"),
      edit("negative cost", "10 k€", "-10 k€", study, in: "measures.csv"),
      edit("percent for a cost", "10 k€", "10 %", study, in: "measures.csv"),
      edit("text in a number", ";1200;", ";mille;", study, in: "beneficiaries.csv"),
      edit("share above one", "20 %", "120 %", study, in: "deployment.csv"),
      edit("unknown beneficiary", "010000024", "010000042", study, in: "deployment.csv"),
      edit("unknown measure", "M02;M01", "M02;M10", study, in: "prerequisites.csv"),
      edit("unknown threat", "M02;T1", "M02;T2", study, in: "effects.csv"),
      edit("unknown objective and class", "O2;M02;EE", "O8;M02;EX", study, in: "contributions.csv"),
      edit("unknown class", "public;EI", "public;IE", study, in: "beneficiaries.csv"),
      edit("effect of one", "40 %", "100 %", study, in: "effects.csv"),
      BadInput(
        name: "prerequisite cycles",
        study: study.with(
          "measure;needs\nM02;M01\nM01;M02\nM01;M01\n", as: "prerequisites.csv")),
      BadInput(
        name: "bands of a threat out of order",
        study: study.with(
          """
          id;title;by;up_to;frequency;severity_fixed
          T1;Crise;agents;500;0,01;100 k€
          T1;Crise;beds;200;0,02;
          T1;Crise;agents;900;0,03;7 k€

          """, as: "threats.csv")),
      edit("staff without a year", "94;;1,5", "84;;1,5", study, in: "staffing.csv"),
      edit(
        "staff that starts late", "94;;1,5", "94;2027;1,5\n94;2028;2", study, in: "staffing.csv"),
      edit("done outside the horizon", ";2026;", ";2020;", study, in: "locked.csv"),
      edit("done beyond the whole", "10 %", "90 %", study, in: "locked.csv"),
      edit(
        "a word that is not allowed", "M02;Détection;directories;regional",
        "M02;Détection;directories;region", study, in: "measures.csv"),
      BadInput(
        name: "table in UTF-16", study: study.with([0xFF, 0xFE, 0x69, 0], as: "effects.csv")),
      BadInput(
        name: "no beneficiary",
        study: study.with(
          String(study.text("beneficiaries.csv").prefix { $0 != "\n" }) + "\n",
          as: "beneficiaries.csv")),
    ]
  }

  private static func layer(_ name: String, _ text: String, _ study: FixtureStudy) -> BadInput {
    BadInput(name: name, study: study.with(text, as: "other.yaml"), layers: ["other.yaml"])
  }

  static func layerCases(_ study: FixtureStudy) -> [BadInput] {
    [
      BadInput(name: "missing layer", study: study, layers: ["nothing.yaml"]),
      layer("a layer that does not say so", "title: A\n", study),
      layer("a study used as a layer", "study: 1\n", study),
      layer("an empty file as a layer", "", study),
      layer(
        "a vehicle that the study does not hold",
        "layer: 1\nvehicles:\n  care-d2: { amounts: { 2027: 1 M€ } }\n", study),
      layer(
        "nothing to remove",
        "layer: 1\nrules: { territory: { region: ~ } }\nservices: { fir: ~ }\n",
        study),
      layer("a required key removed", "layer: 1\nvehicles: { fir: { pays: ~ } }\n", study),
      layer("a layer that names one that is not there", "layer: 1\nlayers: [laye, none]\n", study),
      layer("a layer that holds itself", "layer: 1\nlayers: [other]\n", study),
      BadInput(
        name: "layers that hold each other",
        study: study.with("layer: 1\nlayers: [b]\n", as: "a.yaml")
          .with("layer: 1\nlayers: [c.yaml]\n", as: "b.yaml")
          .with("layer: 1\nlayers: [a]\n", as: "c.yaml"),
        layers: ["a.yaml"]),
      layer("several faults", "layer: 1\nhorizon: { first: x }\ngaols: []\n", study),
      BadInput(
        name: "overrides", study: study,
        overrides: [
          StudyOverride(path: "vehicles.care-d1.amonts.2027.secured", value: "1 M€"),
          StudyOverride(path: "vehicles.care-d1.carry_over", value: "1 M€"),
          StudyOverride(path: "vehicles..lag", value: "1"),
          StudyOverride(path: "vehicles.care-d3.carry_over", value: "0,5"),
        ]),
    ]
  }

  static func senseCases(_ study: FixtureStudy) -> [BadInput] {
    let many = (1...25).map { "X\($0);Site \($0);site;84;;public;EI;10;declared;;1;;;" }
    let withMany = study.text("beneficiaries.csv") + many.joined(separator: "\n") + "\n"
    return [
      edit(
        "a size that was not declared", "imputation:\n  workstations: { agents: 0,75, fixed: 2 }\n",
        "", study),
      BadInput(
        name: "a size that many did not declare",
        study: study.replacing(
          "imputation:\n  workstations: { agents: 0,75, fixed: 2 }\n", "", in: "study.yaml"
        ).with(withMany, as: "beneficiaries.csv")),
      edit("a vehicle that pays no nature", "pays: [one_off]\n", "pays: []\n", study),
      edit(
        "money that is only announced", "announced_counted: 50 %", "announced_counted: 0 %",
        study
          .replacing("secured: 60 k€, ", "", in: "study.yaml").replacing(
            "      2027: 80 k€\n", "", in: "study.yaml")),
      edit(
        "a vehicle without money", "amounts: { 2026: 10 k€, 2028: 30 k€ }",
        "amounts: { 2026: 0 € }", study),
      edit("a vehicle for nobody", "statuses: [public]", "kinds: [ght]", study),
      edit(
        "a vehicle for no service", "announced_counted: 50 %", "pays_beneficiaries: false", study),
      edit("a vehicle that pays too late", "announced_counted: 50 %", "lag: 3", study),
      edit("a service that nobody builds", "vehicles: [fir] }", "vehicles: [care-d1] }", study),
      edit(
        "pilots only, and no pilot", "until: 2026, share: 10 %", "until: 2026",
        study
          .replacing("1,2;yes", "1,2;no", in: "beneficiaries.csv")),
      edit(
        "contributions that do not add up", "O2;M02;EE;60 %", "O2;M02;EE;50 %", study,
        in: "contributions.csv"),
      edit(
        "a region that nobody is in", "class_weights",
        "population: { regions: [\"11\"] }\nclass_weights", study),
    ]
  }
}
