// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import RunStore
import Testing

extension Made {
  static func run(_ mark: String = "a", comment: String? = nil) -> RunRecord {
    RunRecord(
      command: "plan", endedAt: "2026-11-27T07:10:00Z", seconds: 1.5, user: "x", host: "h",
      comment: comment, arguments: ["releve", "plan", mark], tool: "releve 1", solver: "GLPK 5.0",
      study: mark, title: "Été \(mark)", region: mark == "b" ? "53" : nil, status: "optimal",
      output: "/p/\(mark)", outputHash: "00", result: "{\"x\": 1}",
      inputs: [RunRecord.Input(path: "study.yaml", role: "study", sha256: "aa")],
      parameters: [
        RunRecord.Parameter(path: "z", value: "60 %", layer: "study"),
        RunRecord.Parameter(path: "a", value: "'; --", layer: "plus"),
      ])
  }
}

@Suite struct `A store of runs` {
  @Test func `gives back what it was given, and never the number of a run that was removed`() throws
  {
    let scratch = try Scratch()
    let path = scratch.path(".releve/runs.sqlite")
    let runs = try Runs(path, makes: true)
    #expect(try runs.add(Made.run("a", comment: "first")) == 1)
    #expect(try runs.add(Made.run("b")) == 2)
    #expect(try runs.run(1)?.record == Made.run("a", comment: "first"))
    #expect(try runs.run(2)?.record == Made.run("b"))
    #expect(try runs.run(3) == nil)
    #expect(try runs.list().map(\.number) == [1, 2])
    #expect(try runs.list().map(\.record.comment) == ["first", nil])
    #expect(try runs.remove([2, 7]) == [7])
    #expect(try runs.list().count == 2)
    #expect(try runs.remove([2]) == [])
    #expect(try runs.add(Made.run("c")) == 3)
    runs.close()
    let again = try Runs(path, makes: false)
    #expect(try again.list().map(\.number) == [1, 3])
    #expect(try again.run(3)?.record == Made.run("c"))
  }

  @Test func `takes runs of many writers at once, with a reader beside them`() async throws {
    let scratch = try Scratch()
    let path = scratch.path("runs.sqlite")
    // Each opens the store itself, as a process of its own does; the first makes it.
    try await withThrowingTaskGroup(of: [Int].self) { group in
      for writer in 0..<6 {
        group.addTask {
          let runs = try Runs(path, makes: true)
          defer { runs.close() }
          return try (0..<20).map { _ in try runs.add(Made.run("\(writer)")) }
        }
      }
      group.addTask {
        let runs = try Runs(path, makes: true)
        defer { runs.close() }
        var last = 0
        for _ in 0..<50 {
          let count = try runs.list().count
          #expect(count >= last)
          last = count
        }
        return []
      }
      var numbers: [Int] = []
      for try await some in group { numbers += some }
      #expect(numbers.sorted() == Array(1...120))
    }
    let runs = try Runs(path, makes: false)
    let all = try runs.list()
    #expect(all.count == 120)
    for writer in 0..<6 { #expect(all.count { $0.record.study == "\(writer)" } == 20) }
    #expect(try runs.run(120)?.record.parameters.count == 2)
  }

  @Test func `of a newer tool, of somebody else or damaged is reported and left as it is`() throws {
    let scratch = try Scratch()
    let made = try Runs(scratch.path("good"), makes: true)
    for number in 1...300 { _ = try made.add(Made.run("\(number)")) }
    made.close()
    let good = try scratch.bytes("good")
    // Bytes 60 to 63 hold `user_version`, 68 to 71 `application_id`.
    var newer = good
    newer[63] = 2
    try scratch.write(newer, as: "newer")
    var other = good
    other[71] = 1
    try scratch.write(other, as: "other")
    try scratch.write(Array(good[..<(good.count / 2)]), as: "short")
    var hurt = good
    for place in 5000..<12_000 { hurt[place] = 0xA5 }
    try scratch.write(hurt, as: "hurt")
    try scratch.write(Array("not a store".utf8), as: "text")
    try SweepFile.create(scratch.path("sweep"), Made.sweep()).close()
    let expected = [
      "newer": "store.newer", "other": "store.foreign", "short": "store.damaged",
      "hurt": "store.damaged", "text": "store.foreign", "sweep": "store.foreign",
    ]
    for (name, code) in expected.sorted(by: { $0.key < $1.key }) {
      let before = try scratch.bytes(name)
      for makes in [true, false] {
        let found = codes { () throws(Findings) in _ = try Runs(scratch.path(name), makes: makes) }
        #expect(found == [code], "\(name)")
      }
      #expect(try scratch.bytes(name) == before, "\(name)")
    }
    #expect(
      codes { () throws(Findings) in _ = try Runs(scratch.path("none"), makes: false) }
        == ["store.missing"])
    #expect(
      codes { () throws(Findings) in _ = try Runs(scratch.path("a/b/runs"), makes: true) }
        == ["store.folderMissing"])
    #expect(
      codes { () throws(Findings) in _ = try Runs(scratch.path("text/runs"), makes: true) }
        == ["store.folderMissing"])
  }
}
