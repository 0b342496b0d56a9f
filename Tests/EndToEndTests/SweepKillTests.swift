// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import RunStore
import TestSupport
import Testing

@Suite struct `Sweeps that are killed` {
  private static let cases = 60
  private static let command = [
    "sweep", "study", "--vary", "vehicles.grant.amounts.2027.secured=80 k€..160 k€#30", "--vary",
    "vehicles.call.rate=60 %;150 %", "--out", "r.csv",
  ]

  /// The cases that stand in a results file, by number; a file that is not there holds none.
  private func kept(_ sandbox: Sandbox) throws -> [Int: CaseRecord] {
    let path = sandbox.url("r.sqlite").path
    guard case .results = try SweepFile.place(path) else { return [:] }
    let file = try SweepFile.open(path)
    defer { file.close() }
    return Dictionary(uniqueKeysWithValues: try file.cases().map { ($0.number, $0) })
  }

  /// Each seed gives the moments of 25 kills: 100 in all.
  @Test(arguments: [UInt64(1), 2, 3, 4])
  func `lose nothing and do nothing twice`(seed: UInt64) async throws {
    let sandbox = try await Sandbox.withTutorial()
    var random = SplitMix64(seed: seed)
    var before: [Int: CaseRecord] = [:]
    var strikes = 0
    for kill in 1...25 {
      // From before it has begun to write up to some cases further on.
      let moment = random.number(0...0.9, places: 4)
      let run = try await Releve.run(Self.command, in: sandbox.folder, killedAfter: moment)
      if run.status == 137 { strikes += 1 }
      #expect(run.status == 137 || run.status == 0, "seed \(seed), kill \(kill): \(run.errors)")
      let after = try kept(sandbox)
      for (number, record) in before {
        #expect(after[number] == record, "seed \(seed), kill \(kill), case \(number)")
      }
      before = after
      // A machine fast enough to come to the end: it begins anew.
      guard run.status == 0 else { continue }
      #expect(after.count == Self.cases)
      for name in ["r.csv", "r.sqlite"] {
        try FileManager.default.removeItem(at: sandbox.url(name))
      }
      before = [:]
    }
    #expect(strikes >= 10, "seed \(seed): too few kills came before the end")
    let last = try await Releve.run(Self.command, in: sandbox.folder)
    #expect(last.status == 0)
    let whole = try kept(sandbox)
    #expect(whole.keys.sorted() == Array(1...Self.cases))
    for (number, record) in before { #expect(whole[number] == record, "case \(number)") }
    let table = try sandbox.text("r.csv").split(separator: "\n").dropFirst()
    #expect(table.compactMap { Int($0.prefix { $0 != "," }) } == Array(1...Self.cases))
    try await compareWithOneGo(whole, sandbox, seed)
  }

  /// The cases must be those of a sweep that nobody killed, but for the time they took.
  private func compareWithOneGo(
    _ whole: [Int: CaseRecord], _ sandbox: Sandbox, _ seed: UInt64
  ) async throws {
    let other = try await Sandbox.withTutorial()
    let run = try await Releve.run(Self.command, in: other.folder)
    #expect(run.status == 0)
    for (number, record) in try kept(other) {
      let found = try #require(whole[number])
      #expect(found.values == record.values && found.status == record.status)
      #expect(found.reasons == record.reasons)
      #expect(found.goals.map(\.level) == record.goals.map(\.level))
      for (left, right) in zip(found.goals.dropLast(), record.goals.dropLast()) {
        #expect(
          abs(left.value - right.value) <= 2e-6 * max(1, abs(right.value)),
          "seed \(seed), case \(number), \(left.level)")
      }
    }
  }
}
