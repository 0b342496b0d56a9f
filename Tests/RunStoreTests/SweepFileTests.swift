// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import RunStore
import Testing

/// Sweeps and cases made up for these tests.
enum Made {
  static func sweep(_ change: (inout SweepDescription) -> Void = { _ in }) -> SweepDescription {
    var sweep = SweepDescription(
      title: "Essai", study: "essai+plus", axes: ["a.b", "c"], wanted: 3,
      traits: [
        SweepTrait(.tool, "releve 1"), SweepTrait(.solver, "GLPK 5.0"),
        SweepTrait(.input, name: "1 study", "aa", told: "essai.yaml"),
        SweepTrait(.input, name: "2 layer", "bb", told: "plus.yaml"),
        SweepTrait(.setting, name: "1", "x=1"), SweepTrait(.cases, "hash", told: "3: a.b, c"),
      ])
    change(&sweep)
    return sweep
  }

  static func record(_ number: Int, failed: Bool = false) -> CaseRecord {
    let scale = Double(number) / 3
    let totals = CaseRecord.Totals(
      years: [2026, 2027],
      paid: [
        CaseRecord.Series(name: "z", values: [scale, 2]),
        CaseRecord.Series(name: "a", values: [0.1 + 0.2, 4]),
      ], coverage: [CaseRecord.Series(name: "EE", values: [0.25, 1 / 3])], own: [1, 2.5],
      avoidedLoss: [3e9, 1e-7], needAfter: 7, meansAfter: 0)
    return CaseRecord(
      number: number, values: ["60 %", failed ? nil : "« é » ; \"x\""],
      status: failed ? "error" : "optimal", reasons: failed ? "[{\"code\":\"x\"}]" : "",
      goals: failed
        ? []
        : [
          CaseRecord.Goal(
            level: "nis_shortfall", sense: "minimize", value: scale, bound: scale - 1e-9,
            gap: 1e-9, tolerance: 0.01, termination: "optimal"),
          CaseRecord.Goal(
            level: "avoided_loss", sense: "maximize", value: 2, bound: nil, gap: nil,
            tolerance: 0, termination: "timeLimit"),
        ], totals: failed ? nil : totals,
      seconds: CaseRecord.Seconds(reading: 0.1, building: 0.2, solving: 0.3, checking: 0.4))
  }
}

@Suite struct `A results file` {
  @Test func `gives back what it was given, to the last bit`() throws {
    let scratch = try Scratch()
    let path = scratch.path("r.sqlite")
    let records = [Made.record(3), Made.record(1), Made.record(2, failed: true)]
    let file = try SweepFile.create(path, Made.sweep())
    for record in records { try file.append(record) }
    file.close()
    let again = try SweepFile.open(path, of: Made.sweep())
    #expect(again.sweep == Made.sweep())
    #expect(try again.cases() == [records[1], records[2], records[0]])
    #expect(try again.cases().map(\.number) == [1, 2, 3])
    again.close()
    #expect(try SweepFile.place(path) == .results(Made.sweep(), cases: 3))
    #expect(try scratch.names() == ["r.sqlite"])
  }

  @Test func `refuses a case that it has, and stays as it was`() throws {
    let scratch = try Scratch()
    let file = try SweepFile.create(scratch.path("r"), Made.sweep(), cases: [Made.record(1)])
    #expect(
      codes { () throws(Findings) in try file.append(Made.record(1, failed: true)) } == [
        "store.failed"
      ])
    #expect(try file.cases() == [Made.record(1)])
  }

  @Test func `is not made where something stands`() throws {
    let scratch = try Scratch()
    try SweepFile.create(scratch.path("r"), Made.sweep(), cases: [Made.record(1)]).close()
    let found = codes { () throws(Findings) in
      _ = try SweepFile.create(scratch.path("r"), Made.sweep())
    }
    #expect(found == ["store.exists"])
    #expect(try SweepFile.place(scratch.path("r")) == .results(Made.sweep(), cases: 1))
    #expect(try SweepFile.place(scratch.path("nothing")) == .free)
    #expect(try scratch.names() == ["r"])
  }

  @Test func `of another sweep is refused with every difference`() throws {
    let scratch = try Scratch()
    try SweepFile.create(scratch.path("r"), Made.sweep()).close()
    func differences(_ change: (inout SweepDescription) -> Void) -> [String] {
      codes { () throws(Findings) in
        _ = try SweepFile.open(scratch.path("r"), of: Made.sweep(change))
      }
    }
    #expect(differences { _ in } == [])
    #expect(differences { $0.traits[0].value = "releve 2" } == ["store.otherTool"])
    #expect(differences { $0.traits[2].value = "ab" } == ["store.otherInput"])
    #expect(differences { $0.traits.remove(at: 3) } == ["store.otherInput"])
    #expect(
      differences { $0.traits += [SweepTrait(.region, "53"), SweepTrait(.timeLimit, "3")] }
        == ["store.otherRegion", "store.otherTimeLimit"])
    #expect(
      differences {
        $0.traits[4].value = "x=2"
        $0.traits[5].value = "other"
      } == ["store.otherSetting", "store.otherCases"])
    #expect(differences { $0.traits.append(SweepTrait(.shard, "1/2")) } == ["store.otherShard"])
    // What is only told, such as the place of a file, may differ.
    #expect(differences { $0.traits[2].told = "elsewhere/essai.yaml" } == [])
  }

  @Test func `of somebody else, of a newer tool or damaged is reported and left as it is`() throws {
    let scratch = try Scratch()
    try scratch.write(Array("mine".utf8), as: "text")
    try scratch.write([UInt8](repeating: 7, count: 9000), as: "noise")
    let file = try SweepFile.create(
      scratch.path("good"), Made.sweep(), cases: (1...200).map { Made.record($0) })
    file.close()
    let good = try scratch.bytes("good")
    try scratch.write(Array(good[..<(good.count / 2)]), as: "short")
    var hurt = good
    for place in 5000..<9000 { hurt[place] = 0xA5 }
    try scratch.write(hurt, as: "hurt")
    // Bytes 60 to 63 hold `user_version`, 68 to 71 `application_id`.
    var newer = good
    newer[63] = 99
    try scratch.write(newer, as: "newer")
    var other = good
    other[71] = 1
    try scratch.write(other, as: "other")
    let expected = [
      "text": "store.foreign", "noise": "store.foreign", "short": "store.damaged",
      "hurt": "store.damaged", "newer": "store.newer", "other": "store.foreign",
    ]
    for (name, code) in expected.sorted(by: { $0.key < $1.key }) {
      let before = try scratch.bytes(name)
      let path = scratch.path(name)
      #expect(codes { () throws(Findings) in _ = try SweepFile.place(path) } == [code], "\(name)")
      #expect(codes { () throws(Findings) in _ = try SweepFile.open(path) } == [code], "\(name)")
      #expect(codes { () throws(Findings) in try SweepFile.remove(path) } == [code], "\(name)")
      #expect(
        codes { () throws(Findings) in _ = try SweepFile.create(path, Made.sweep()) } == [code],
        "\(name)")
      #expect(try scratch.bytes(name) == before, "\(name)")
    }
    #expect(
      codes { () throws(Findings) in _ = try SweepFile.open(scratch.path("nothing")) }
        == ["store.missing"])
    #expect(
      codes { () throws(Findings) in
        _ = try SweepFile.create(scratch.path("no/where"), Made.sweep())
      } == ["store.folderMissing"])
  }

  @Test func `is held by one sweep at a time`() throws {
    let scratch = try Scratch()
    let path = scratch.path("r")
    try SweepFile.create(path, Made.sweep()).close()
    let holder = try SweepFile.open(path, of: Made.sweep())
    #expect(codes { () throws(Findings) in _ = try SweepFile.place(path) } == ["store.busy"])
    #expect(codes { () throws(Findings) in _ = try SweepFile.open(path) } == ["store.busy"])
    try holder.append(Made.record(1))
    holder.close()
    #expect(try SweepFile.place(path) == .results(Made.sweep(), cases: 1))
  }
}
