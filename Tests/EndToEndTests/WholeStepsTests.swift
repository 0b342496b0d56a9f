// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@Suite struct `Planning in whole steps` {
  @Test func `of the tutorial writes only whole steps, and is verified`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let plan = try await sandbox.run(
      "plan", "study", "--region", "53", "--whole", "--out", "plan")
    #expect(plan.status == 0)
    #expect(plan.output.contains("Mesures entières"))
    #expect(plan.output.contains("écart prouvé"))
    #expect(rawKeys(in: plan.output) == [])
    let rows = try String(
      contentsOf: sandbox.folder.appending(path: "plan/deployment.csv"), encoding: .utf8
    ).split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    #expect(!rows.isEmpty)
    // Every increment of a measure at a beneficiary is the same step.
    var steps: [Substring: Set<Substring>] = [:]
    for row in rows { steps["\(row[0]),\(row[1])"[...], default: []].insert(row[3]) }
    #expect(steps.values.allSatisfy { $0.count == 1 })
    let summary = try String(
      contentsOf: sandbox.folder.appending(path: "plan/summary.json"), encoding: .utf8)
    for key in ["\"whole\"", "\"linear_bound\"", "\"whole_gap\"", "\"taken\""] {
      #expect(summary.contains(key), "\(key)")
    }
    let verified = try await sandbox.run("verify", "plan", "--lang", "en")
    #expect(verified.status == 0)
    #expect(verified.output.contains("a plan of whole steps"))
  }

  @Test func `that runs out of time before there is a plan leaves nothing`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let plan = try await sandbox.run(
      "plan", "study", "--whole", "--out", "plan", "--time-limit", "0.001")
    #expect(plan.status == 5)
    #expect(!FileManager.default.fileExists(atPath: sandbox.folder.appending(path: "plan").path))
  }
}
