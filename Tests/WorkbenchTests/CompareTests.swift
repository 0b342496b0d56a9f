// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import LinearProgramming
import PlanComparison
import Report
import TestSupport
import Testing
import Wording

@testable import Workbench

extension TutorialStudy {
  /// Writes a layer beside the study; the argument that names study and layer.
  func layer(_ name: String, _ lines: String...) throws -> String {
    let text = (["layer: 1", "title: \(name)"] + lines).joined(separator: "\n") + "\n"
    try Data(text.utf8).write(to: folder.appending(path: "layers/\(name).yaml"))
    return path("study.yaml+\(name)")
  }

  /// Plans a scenario into a folder.
  func plan(_ specification: String, into name: String) throws -> String {
    var result = try Workbench().plan(PlanRequest(study: StudyRequest(specification)))
    _ = try Workbench().write(&result, to: path(name))
    return path(name)
  }

  /// Compares and writes into a folder.
  func compare(
    _ scenarios: String..., into name: String, baseline: String? = nil, pins: [String] = []
  ) throws -> String {
    var result = try Workbench().compare(
      CompareRequest(
        scenarios: scenarios, baseline: baseline, settings: ComparisonSettings(pins: pins)))
    try Workbench().write(&result, to: path(name))
    return path(name)
  }
}

/// An engine that nothing may ask.
private struct NoEngine: Engine {
  struct Asked: Error {}
  var identity: String { "none" }

  func optimise(
    _ program: LinearProgram, inOrder levels: [ObjectiveLevel], options: SolverOptions,
    onLevel: (@Sendable (Int, String) -> Void)?
  ) throws -> OrderedOutcome { throw Asked() }
}

@Suite struct `Comparing scenarios` {
  private func table(_ name: ComparisonTable, _ folder: String) throws -> WrittenTable {
    try WrittenTable("\(folder)/\(name.fileName)")
  }

  private func expectZeros(_ folder: String) throws {
    var told = 0
    for name in ComparisonTable.allCases {
      let table = try table(name, folder)
      for row in table.rows {
        for column in table.columns
        where column.hasPrefix("difference") || column == "change_share" {
          let text = row[column] ?? ""
          // A change of nothing has no share.
          #expect(text == "0" || text == "" && column == "change_share", "\(name) \(row)")
          told += 1
        }
      }
    }
    #expect(told > 100)
    #expect(try table(.inputs, folder).rows.isEmpty)
    #expect(try table(.movers, folder).rows.isEmpty)
    for row in try table(.bands, folder).rows where row["band"] != "unchanged" {
      #expect(row["beneficiaries"] == "0")
    }
  }

  @Test func `an empty layer gives exact zeros everywhere`() throws {
    let study = try TutorialStudy()
    let empty = try study.layer("empty")
    try expectZeros(study.compare(study.path("study"), empty, into: "solved"))
    let first = try study.plan(study.path("study.yaml"), into: "first")
    let second = try study.plan(empty, into: "second")
    try expectZeros(study.compare(first, second, into: "read"))
    try expectZeros(study.compare(first, empty, into: "mixed"))
  }

  @Test func `a layer that names another is that layer, and its plan can be verified`() throws {
    let study = try TutorialStudy()
    let combined = try study.layer("combined", "layers: [more-money]")
    let plan = try study.plan(combined, into: "plan")
    try expectZeros(study.compare(study.path("study.yaml+more-money"), plan, into: "c"))
    let verified = try Workbench().verify(VerifyRequest(plan: plan))
    #expect(verified.holds, "\(verified.findings)")
  }

  @Test func `every table is what the plan files give`() throws {
    let study = try TutorialStudy()
    let first = try study.plan(study.path("study.yaml"), into: "first")
    let second = try study.plan(study.path("study.yaml+more-money"), into: "second")
    let folder = try study.compare(first, second, into: "comparison")
    let plans = try [first, second].map { try WrittenTable("\($0)/allocation.csv") }
    let sides = ["baseline_euros", "other_euros"]

    let received = plans.map { $0.sums(of: "euros", by: "beneficiary") }
    let rows = try table(.beneficiaries, folder).rows
    #expect(rows.count == 12 && Set(received.flatMap(\.keys)).count <= 12)
    for row in rows {
      let amounts = received.map { $0[[row["beneficiary"] ?? ""]] ?? 0 }
      #expect(sides.map { row[$0] } == amounts.map { "\($0)" })
      #expect(row["difference_euros"] == "\(amounts[1] - amounts[0])")
      #expect(row["band"] == MovementBand(before: amounts[0], after: amounts[1]).rawValue)
    }

    // Money by vehicle and year is that of beneficiaries and of shared services.
    let services = try [first, second].map { try WrittenTable("\($0)/service_payments.csv") }
    let paid = zip(plans, services).map { plan, services in
      plan.sums(of: "euros", by: "vehicle", "payment_year").merging(
        services.sums(of: "euros", by: "vehicle", "year"), uniquingKeysWith: +)
    }
    let money = try table(.money, folder).rows.filter { $0["account"] == "paid" }
    for row in money where row["vehicle"] != "" {
      let key = [row["vehicle"] ?? "", row["year"] ?? ""]
      #expect(sides.map { row[$0] } == paid.map { "\($0[key] ?? 0)" }, "\(key)")
    }
    for row in money where row["vehicle"] == "" {
      let year = row["year"] ?? ""
      let totals = paid.map { sums in
        sums.filter { $0.key[1] == year }.reduce(0) { $0 + $1.value }
      }
      #expect(sides.map { row[$0] } == totals.map { "\($0)" }, "\(year)")
    }
    #expect(
      money.count == 4 + 4 * Set(money.compactMap { $0["vehicle"] }.filter { $0 != "" }).count)

    // Residual losses are those of the risk tables, to the cent of each row.
    let residual = try [first, second].map { plan in
      try WrittenTable("\(plan)/risk.csv").rows.reduce(into: [String: Double]()) {
        $0[$1["year"] ?? "", default: 0] += Double($1["residual_euros"] ?? "") ?? 0
      }
    }
    for row in try table(.risk, folder).rows {
      for (place, side) in ["baseline", "other"].enumerated() {
        let told = try #require(Double(row["\(side)_residual_euros"] ?? ""))
        #expect(abs(told - (residual[place][row["year"] ?? ""] ?? 0)) < 1)
      }
    }

    // Bands are the beneficiaries of that band.
    for band in try table(.bands, folder).rows where band["dimension"] == "nis_class" {
      let members = rows.filter {
        $0["nis_class"] == band["group"] && $0["band"] == band["band"]
      }
      #expect(band["beneficiaries"] == "\(members.count)")
      let euros = members.reduce(0) { $0 + (Int($1["difference_euros"] ?? "") ?? 0) }
      #expect(band["difference_euros"] == "\(euros)")
    }
    let pinned = try table(.pinned, folder).sums(of: "other_euros", by: "beneficiary")
    #expect(pinned.count == 4)
    for (key, euros) in pinned { #expect(received[1][key] == euros) }
    let goals = try table(.goals, folder).rows
    #expect(goals.first?["level"] == "nis_shortfall")
    #expect((Double(goals.first?["difference"] ?? "") ?? 0) < 0)
  }

  @Test func `a plan read from its folder and one that is solved are told alike`() throws {
    let study = try TutorialStudy()
    let more = study.path("study.yaml+more-money")
    try FileManager.default.createDirectory(
      at: study.folder.appending(path: "plans"), withIntermediateDirectories: false)
    let first = try study.plan(study.path("study.yaml"), into: "plans/study")
    let second = try study.plan(more, into: "plans/study+more-money")
    let read = try study.compare(first, second, into: "read")
    // Plans keep their figures when the study changes.
    let solved = try study.compare(study.path("study.yaml"), more, into: "solved")
    for table in ComparisonTable.allCases {
      let files = try [read, solved].map {
        try Data(contentsOf: URL(filePath: "\($0)/\(table.fileName)"))
      }
      #expect(files[0] == files[1], "\(table)")
    }
    try Data("study: 1\n".utf8).write(to: study.folder.appending(path: "study.yaml"))
    let later = try study.compare(first, second, into: "later")
    for name in ComparisonFolder.fileNames where name != ManifestDocument.fileName {
      let files = try [read, later].map { try Data(contentsOf: URL(filePath: "\($0)/\(name)")) }
      #expect(files[0] == files[1], "\(name)")
    }
  }

  @Test func `any scenario may be the baseline`() throws {
    let study = try TutorialStudy()
    let first = try study.plan(study.path("study.yaml"), into: "first")
    let second = try study.plan(study.path("study.yaml+more-money"), into: "second")
    let there = try table(.money, study.compare(first, second, into: "there"))
    let back = try table(.money, study.compare(first, second, into: "back", baseline: "second"))
    #expect(there.rows.count == back.rows.count)
    for (one, other) in zip(there.rows, back.rows) {
      #expect(one["scenario"] == "second" && other["scenario"] == "first")
      #expect(one["baseline_euros"] == other["other_euros"])
      let differences = [one, other].map { Double($0["difference_euros"] ?? "") }
      #expect(differences[0] == differences[1].map { 0 - $0 })
    }
  }

  private func codes(_ work: () throws -> Void) -> [String] {
    do {
      try work()
      return []
    } catch let findings as Findings {
      return findings.all.map(\.code.rawValue)
    } catch { return ["\(error)"] }
  }

  @Test func `other beneficiaries and other years are refused before anything is solved`() throws {
    let study = try TutorialStudy()
    let brittany = try study.layer("brittany", "population: { regions: [ \"53\" ] }")
    let findings = try #require(throws: Findings.self) {
      try Workbench(engine: NoEngine()).compare(
        CompareRequest(scenarios: [study.path("study"), brittany]))
    }
    let finding = try #require(findings.all.first { $0.code == "compare.otherBeneficiaries" })
    #expect(finding.arguments["other"] == "study+brittany")
    #expect(finding.arguments["onlyOther"] == "–" && finding.arguments["countOther"] == "0")
    let missing = finding.arguments["onlyBaseline"] ?? ""
    #expect(missing.contains("INV-09") && !missing.contains("INV-01"))
    let longer = try study.layer("longer", "horizon: { years: 5 }")
    #expect(
      codes {
        _ = try Workbench(engine: NoEngine()).compare(
          CompareRequest(scenarios: [study.path("study"), longer]))
      } == ["compare.otherYears"])
  }

  @Test func `unknown names are refused with the nearest`() throws {
    let study = try TutorialStudy()
    let more = study.path("study.yaml+more-money")
    let bench = Workbench(engine: NoEngine())
    func findings(_ request: CompareRequest) throws -> [Finding] {
      try #require(throws: Findings.self) { try bench.compare(request) }.all
    }
    var request = CompareRequest(
      scenarios: [study.path("study"), more], baseline: "study+more-mony")
    let baseline = try findings(request)
    #expect(baseline.map(\.code) == ["compare.unknownBaseline"])
    #expect(baseline[0].arguments["nearest"] == "study+more-money")
    request.baseline = nil
    request.settings.pins = ["INV-1", "INV-02", "nobody"]
    let pins = try findings(request)
    #expect(pins.map(\.code) == ["compare.unknownPin", "compare.unknownPin"])
    #expect(pins.map { $0.arguments["id"] } == ["INV-1", "nobody"])
  }

  @Test func `a plan that was altered is not compared`() throws {
    let study = try TutorialStudy()
    let first = try study.plan(study.path("study.yaml"), into: "first")
    let second = try study.plan(study.path("study.yaml"), into: "second")
    for name in ["allocation.csv", "beneficiaries.csv", "summary.json", "manifest.json"] {
      let file = URL(filePath: "\(second)/\(name)")
      let before = try Data(contentsOf: file)
      try (before + Data(" ".utf8)).write(to: file)
      let found = codes {
        _ = try Workbench().compare(CompareRequest(scenarios: [first, second]))
      }
      let expected = name == "manifest.json" ? "verify.manifestAltered" : "verify.outputAltered"
      #expect(found.contains(expected), "\(name)")
      try before.write(to: file)
    }
  }

  @Test func `work that is stopped leaves no comparison, whatever was planned already`() throws {
    let study = try TutorialStudy()
    let asked = Flag()
    let control = WorkControl(
      onProgress: { if case .checking = $0 { asked.set() } }, shouldStop: { asked.isSet })
    let failure = try #require(throws: WorkFailure.self) {
      try Workbench().compare(
        CompareRequest(scenarios: [study.path("study"), study.path("study.yaml+more-money")]),
        control: control)
    }
    #expect(failure.kind == .stoppedAtLimit)
    #expect(failure.lines(in: .english) == ["interrupted as you asked; nothing was written."])
  }

  @Test func `names tell scenarios apart`() {
    func names(_ arguments: String...) -> [String] { ScenarioNames.names(of: arguments) }
    #expect(
      names("models/after-care.yaml", "models/after-care.yaml+layers/no-floor.yaml")
        == ["after-care", "after-care+no-floor"])
    #expect(names("a/plan", "b/plan/") == ["a/plan", "b/plan/"])
    #expect(names("a", "a", "a") == ["a", "a (2)", "a (3)"])
  }
}
