// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import FundingModel
import StudyFiles
import TestSupport
import Testing

@Suite struct `Reading spoiled studies` {
  /// Bytes that mean something to YAML or CSV, tried more often than others.
  private static let telling = Array("[]{}:,&*!|>'\"%#?-~@` \n\t;€é0189.e\u{0}\u{FEFF}".utf8)

  /// A copy with a few bytes changed, removed, doubled or cut off.
  private func spoiled(_ bytes: [UInt8], _ draw: inout SplitMix64) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<draw.integer(1...6) where !bytes.isEmpty {
      let place = draw.integer(0...bytes.count - 1)
      let byte =
        draw.chance(0.7) ? draw.pick(Self.telling) : UInt8(truncatingIfNeeded: draw.next())
      switch draw.integer(0...5) {
      case 0: bytes[place] = byte
      case 1: bytes.insert(byte, at: place)
      case 2: bytes.remove(at: place)
      case 3:
        let end = min(bytes.count, place + draw.integer(1...40))
        bytes.insert(contentsOf: bytes[place..<end], at: draw.integer(0...bytes.count - 1))
      case 4: bytes.insert(contentsOf: [UInt8](repeating: byte, count: 60), at: place)
      default: if draw.chance(0.2) { bytes.removeSubrange(place...) }
      }
    }
    return bytes
  }

  @Test(arguments: UInt64(1)...600)
  func `a spoiled study file gives a study or errors, never a crash`(seed: UInt64) throws {
    var draw = SplitMix64(seed: seed)
    let study = try FixtureStudy()
    let bytes = spoiled(study.files["study.yaml"] ?? [], &draw)
    check(study.with(bytes, as: "study.yaml"))
  }

  @Test(arguments: UInt64(1)...200)
  func `a spoiled layer gives a study or errors, never a crash`(seed: UInt64) throws {
    var draw = SplitMix64(seed: seed)
    let study = try FixtureStudy()
    let bytes = spoiled(study.files["layer.yaml"] ?? [], &draw)
    check(study.with(bytes, as: "layer.yaml"), "layer.yaml")
  }

  @Test(arguments: UInt64(1)...200)
  func `spoiled tables give a study or errors, never a crash`(seed: UInt64) throws {
    var draw = SplitMix64(seed: seed)
    var study = try FixtureStudy()
    for name in study.files.keys.sorted() where name.hasSuffix(".csv") && draw.chance(0.3) {
      study = study.with(spoiled(study.files[name] ?? [], &draw), as: name)
    }
    check(study)
  }

  /// What is read is sound, and what is refused is refused with at least one error.
  private func check(_ study: FixtureStudy, _ layers: String...) {
    let reader = StudyReader(folder: .memory(study.files))
    do {
      let reading = try reader.read(study: "study.yaml", layers: layers)
      #expect(!reading.warnings.hasErrors)
      #expect(reading.study.scenario.horizon.count >= 1)
      #expect(!reading.study.scenario.beneficiaries.isEmpty)
    } catch {
      #expect(error.hasErrors)
    }
  }

  @Test(arguments: ["[", "{", "- ", "? ", "{a: ", "[[", "\"", "'", "&a ", "!x ", "a:\n "])
  func `any amount of one token ends soon`(token: String) throws {
    let text = "study: 1\ntitle: " + String(repeating: token, count: 100_000 / token.utf8.count)
    let study = try FixtureStudy().with(text, as: "study.yaml")
    #expect(study.findings().hasErrors)
  }

  @Test func `a short text that means a very long one is refused before it grows`() throws {
    var text = "study: 1\na0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...40 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    text += "? *a40\n: 1\n? *a40\n: 2\n"
    let study = try FixtureStudy().with(text, as: "study.yaml")
    #expect(study.findings().all.map(\.code.rawValue) == ["study.anchor"])
  }

  @Test func `a key repeated very often is told, up to a limit`() throws {
    let text = "study: 1\n" + String(repeating: "title: a\n", count: 150)
    let told = try FixtureStudy().with(text, as: "study.yaml").findings()
    #expect(told.all.filter { $0.code.rawValue == "study.duplicateKey" }.count == 20)
    #expect(told.all.contains { $0.code.rawValue == "study.moreOfTheSame" })
  }
}
