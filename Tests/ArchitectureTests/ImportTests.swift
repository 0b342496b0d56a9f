// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// What each room may import, besides Foundation and the standard library.
private let allowedImports: [String: Set<String>] = [
  "LinearProgramming": [],
  "GLPKSolver": ["CGLPK", "LinearProgramming"],
  "Decomposition": ["LinearProgramming"],
  "Proof": ["LinearProgramming"],
  "WholeColumns": ["LinearProgramming", "SideBySide"],
  "DisclosureControl": ["LinearProgramming"],
  "Diagnostics": [],
  "Tables": ["CZlib", "Diagnostics"],
  "Wording": ["Diagnostics"],
  "WebPage": [],
  "Workbook": ["CLibXLSXWriter", "CZlib", "Diagnostics", "SideBySide"],
  "FundingModel": [],
  "FundingMechanisms": ["FundingModel"],
  "FundingFormulation": ["FundingModel", "LinearProgramming"],
  "FundingAnalysis": ["FundingFormulation", "FundingModel", "LinearProgramming"],
  "PlanComparison": ["FundingModel"],
  "StudyFiles": ["Diagnostics", "FundingModel", "Tables", "Workbook", "Yams"],
  "Registers": ["Diagnostics", "FundingModel", "Tables"],
  "SeededDraws": [],
  "SideBySide": [],
  "SyntheticPopulation": ["Diagnostics", "FundingModel", "SeededDraws", "Tables"],
  "RunStore": ["Diagnostics", "GRDB"],
  "Report": [
    "Diagnostics", "DisclosureControl", "FundingAnalysis", "FundingFormulation",
    "FundingMechanisms", "FundingModel",
    "LinearProgramming", "PlanComparison", "SideBySide", "Tables", "WebPage", "Wording",
    "Workbook",
  ],
  "Workbench": [
    "CLibCrypto", "Decomposition", "Diagnostics", "DisclosureControl", "FundingAnalysis",
    "FundingFormulation",
    "FundingMechanisms", "FundingModel",
    "GLPKSolver", "LinearProgramming", "PlanComparison", "Proof", "Registers", "Report",
    "RunStore", "SeededDraws", "StudyFiles", "SyntheticPopulation", "Tables",
    "WebPage", "WholeColumns", "Wording", "Workbook",
  ],
  "ReleveCLI": ["ArgumentParser", "Diagnostics", "Wording", "Workbench"],
  "releve": ["ReleveCLI"],
]

/// Part of the standard toolchain; any room may use them.
private let toolchain: Set<String> = [
  "Foundation", "FoundationXML", "Dispatch", "Glibc", "Synchronization",
]

@Suite struct `The direction of imports` {
  @Test(arguments: allowedImports.keys.sorted())
  func `a room imports only what stands in the table`(room: String) throws {
    let allowed = try #require(allowedImports[room]).union(toolchain)
    for file in try SourceTree.swiftFiles(in: "Sources/\(room)") {
      for (line, module) in SourceTree.imports(in: try SourceTree.text(of: file)) {
        #expect(allowed.contains(module), "\(file):\(line) imports \(module)")
      }
    }
  }

  @Test func `every room of the tree stands in the table`() throws {
    let rooms = try SourceTree.folders(in: "Sources").filter {
      try !SourceTree.swiftFiles(in: "Sources/\($0)").isEmpty
    }
    #expect(Set(rooms) == Set(allowedImports.keys))
  }

  @Test func `a package of somebody else is imported by one room, and not made public`() throws {
    var importers: [String: Set<String>] = [:]
    for room in allowedImports.keys.sorted() {
      for file in try SourceTree.swiftFiles(in: "Sources/\(room)") {
        let text = try SourceTree.text(of: file)
        for (_, module) in SourceTree.imports(in: text) where ["GRDB", "Yams"].contains(module) {
          importers[module, default: []].insert(room)
          #expect(!text.contains("public import \(module)"), "\(file)")
        }
      }
    }
    #expect(importers == ["GRDB": ["RunStore"], "Yams": ["StudyFiles"]])
  }
}

@Suite struct `The size of files` {
  @Test func `no source file is longer than 400 lines`() throws {
    for file in try SourceTree.swiftFiles(in: "Sources") {
      let lines = try SourceTree.text(of: file).split(
        separator: "\n", omittingEmptySubsequences: false
      ).count
      #expect(lines <= 401, "\(file) has \(lines) lines")
    }
  }

  @Test func `every source file names its licence`() throws {
    for folder in ["Sources", "Tests"] {
      for file in try SourceTree.swiftFiles(in: folder) {
        let text = try SourceTree.text(of: file)
        #expect(text.hasPrefix("// SPDX-License-Identifier: GPL-3.0-or-later"), "\(file)")
      }
    }
  }

  @Test func `no source file leaves a placeholder`() throws {
    let placeholders = try SourceTree.swiftFiles(in: "Sources").filter {
      $0.hasSuffix("Placeholder.swift")
    }
    #expect(placeholders.isEmpty)
  }
}
