// swift-tools-version: 6.2
// SPDX-License-Identifier: GPL-3.0-or-later

import PackageDescription

/// One strictness for every Swift target: warnings are errors, imports are explicit.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func room(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [],
  resources: [Resource]? = nil
) -> Target {
  .target(
    name: name, dependencies: dependencies, exclude: exclude, resources: resources,
    swiftSettings: strict)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude,
    swiftSettings: strict)
}

/// The tutorial's files, which the binary carries.
let tutorialFiles = [
  "study.yaml", "layers/more-money.yaml", "mechanisms/by-agents.yaml",
  "mechanisms/flat-by-size.yaml", "tables/beneficiaries.csv", "tables/contributions.csv",
  "tables/deployment.csv", "tables/effects.csv", "tables/measures.csv", "tables/objectives.csv",
  "tables/prerequisites.csv", "tables/staffing.csv", "tables/threats.csv",
]

let package = Package(
  name: "releve",
  products: [
    .executable(name: "releve", targets: ["releve"]),
    .library(name: "LinearProgramming", targets: ["LinearProgramming"]),
    .library(name: "GLPKSolver", targets: ["GLPKSolver"]),
    .library(name: "ReleveWorkbench", targets: ["Workbench"]),
    // The rooms that `Benchmarks` measures one by one.
    .library(
      name: "ReleveRooms",
      targets: [
        "Decomposition", "FundingFormulation", "GLPKSolver", "LinearProgramming", "Report",
        "StudyFiles", "Tables", "WholeColumns", "Workbench",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // System libraries.
    .systemLibrary(name: "CLibGLPK"),
    .systemLibrary(name: "CZlib"),
    .systemLibrary(name: "CLibXLSXWriter"),
    .systemLibrary(name: "CLibCrypto"),

    // Layer 0: the membrane around GLPK.
    .target(name: "CGLPK", dependencies: ["CLibGLPK"], linkerSettings: [.linkedLibrary("glpk")]),

    // Layer 1: concepts without hospitals.
    room("LinearProgramming"),
    room("GLPKSolver", ["CGLPK", "LinearProgramming"]),
    room("Decomposition", ["LinearProgramming"]),
    room("Proof", ["LinearProgramming"]),
    room("WholeColumns", ["LinearProgramming", "SideBySide"]),
    room("DisclosureControl", ["LinearProgramming"]),
    room("Diagnostics"),
    room("SeededDraws"),
    room("SideBySide"),
    room("Tables", ["CZlib", "Diagnostics"]),
    room("Wording", ["Diagnostics"]),
    room("WebPage"),
    room("Workbook", ["CLibXLSXWriter", "CZlib", "Diagnostics", "SideBySide"]),

    // Layer 2: hospitals, measures and money.
    room("FundingModel"),
    room("FundingMechanisms", ["FundingModel"]),
    room("FundingFormulation", ["FundingModel", "LinearProgramming"]),
    room("FundingAnalysis", ["FundingFormulation", "FundingModel", "LinearProgramming"]),
    room("PlanComparison", ["FundingModel"]),

    // Layer 3: adapters.
    room(
      "StudyFiles",
      [
        "Diagnostics", "FundingModel", "Tables", "Workbook",
        .product(name: "Yams", package: "Yams"),
      ]),
    room("Registers", ["Diagnostics", "FundingModel", "Tables"]),
    room("SyntheticPopulation", ["Diagnostics", "FundingModel", "SeededDraws", "Tables"]),
    room("RunStore", ["Diagnostics", .product(name: "GRDB", package: "GRDB.swift")]),
    room(
      "Report",
      [
        "Diagnostics", "DisclosureControl", "FundingAnalysis", "FundingFormulation",
        "FundingMechanisms", "FundingModel",
        "LinearProgramming", "PlanComparison", "SideBySide", "Tables", "WebPage", "Wording",
        "Workbook",
      ]),

    // Layer 4 and 5: use cases, command line.
    room(
      "Workbench",
      [
        "CLibCrypto", "Decomposition", "Diagnostics", "DisclosureControl", "FundingAnalysis",
        "FundingFormulation", "FundingMechanisms", "FundingModel",
        "GLPKSolver", "LinearProgramming", "PlanComparison", "Proof", "Registers", "Report",
        "RunStore", "SeededDraws", "StudyFiles", "SyntheticPopulation", "Tables",
        "WebPage", "WholeColumns", "Wording", "Workbook",
      ],
      resources: tutorialFiles.map { .embedInCode("Tutorial/" + $0) }),
    room(
      "ReleveCLI",
      [
        "Diagnostics", "Wording", "Workbench",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "releve", dependencies: ["ReleveCLI"], swiftSettings: strict),

    // Tests.
    .target(
      name: "TestSupport", dependencies: ["FundingModel", "Workbook"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .target(
      name: "SolverConformance", dependencies: ["LinearProgramming"],
      path: "Tests/SolverConformance", swiftSettings: strict),
    tests("LinearProgrammingTests", ["LinearProgramming"]),
    tests(
      "GLPKSolverTests",
      ["CGLPK", "CLibGLPK", "GLPKSolver", "LinearProgramming", "SolverConformance"]),
    tests(
      "DecompositionTests",
      [
        "Decomposition", "FundingFormulation", "FundingModel", "GLPKSolver", "LinearProgramming",
      ]),
    tests(
      "ProofTests",
      [
        "Decomposition", "FundingFormulation", "FundingModel", "GLPKSolver", "LinearProgramming",
        "Proof",
      ]),
    tests(
      "WholeColumnsTests",
      [
        "Decomposition", "FundingFormulation", "FundingModel", "GLPKSolver", "LinearProgramming",
        "WholeColumns",
      ]),
    tests(
      "DisclosureControlTests",
      ["DisclosureControl", "GLPKSolver", "LinearProgramming", "SeededDraws"]),
    tests("DiagnosticsTests", ["Diagnostics"]),
    tests("SideBySideTests", ["SideBySide"]),
    tests("TablesTests", ["Diagnostics", "Tables"]),
    tests("WordingTests", ["Diagnostics", "Wording"]),
    tests("WebPageTests", ["WebPage"]),
    tests("WorkbookTests", ["Diagnostics", "Workbook"]),
    tests("FundingModelTests", ["FundingModel"]),
    tests(
      "FundingMechanismsTests",
      [
        "FundingAnalysis", "FundingFormulation", "FundingMechanisms", "FundingModel", "GLPKSolver",
        "LinearProgramming",
      ]),
    tests(
      "FundingFormulationTests",
      ["FundingFormulation", "FundingModel", "GLPKSolver", "LinearProgramming"],
      exclude: ["Golden"]),
    tests(
      "FundingAnalysisTests",
      [
        "FundingAnalysis", "FundingFormulation", "FundingModel", "GLPKSolver",
        "LinearProgramming", "Wording",
      ]),
    tests(
      "StudyFilesTests", ["Diagnostics", "FundingModel", "StudyFiles", "Tables", "Wording"],
      exclude: ["Fixtures"]),
    tests("RegistersTests", ["Diagnostics", "FundingModel", "Registers", "Tables"]),
    tests(
      "SyntheticPopulationTests",
      [
        "Diagnostics", "FundingFormulation", "FundingModel", "GLPKSolver", "LinearProgramming",
        "StudyFiles", "SyntheticPopulation", "Tables",
      ]),
    tests("PlanComparisonTests", ["FundingModel", "PlanComparison"]),
    tests(
      "ReportTests",
      [
        "Diagnostics", "DisclosureControl", "FundingAnalysis", "FundingFormulation",
        "FundingModel", "GLPKSolver",
        "LinearProgramming", "PlanComparison", "Report", "Tables", "WebPage", "Wording",
        "Workbook",
      ], exclude: ["Golden"]),
    tests(
      "WorkbenchTests",
      [
        "Decomposition", "Diagnostics", "FundingAnalysis", "FundingFormulation",
        "FundingMechanisms", "FundingModel", "GLPKSolver", "LinearProgramming", "PlanComparison",
        "Report", "StudyFiles", "Wording", "Workbench",
      ]),
    tests("RunStoreTests", ["Diagnostics", "RunStore", "Wording"]),
    tests(
      "EndToEndTests", ["GLPKSolver", "LinearProgramming", "RunStore", "Workbook", "releve"],
      exclude: ["Golden"]),
    tests(
      "OracleTests",
      [
        "Decomposition", "FundingFormulation", "FundingModel", "GLPKSolver",
        "LinearProgramming", "Workbench",
      ]),
    tests("ArchitectureTests", ["Wording"]),
  ],
  swiftLanguageModes: [.v6]
)
