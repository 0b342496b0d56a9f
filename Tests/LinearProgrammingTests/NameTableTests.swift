// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import TestSupport
import Testing

@Suite struct `A table of names` {
  @Test func `gives back every name, in any order`() {
    var generator = SplitMix64(seed: 1)
    // Names that begin alike, that are alike, without a letter, long and with accents.
    var names = (0..<100).map { "d[SYN-01-\($0 / 7),M\($0 % 7),2026]" }
    names += ["", "", "é", "été", String(repeating: "x", count: 1_000)]
    names += (0..<40).map { String(repeating: "x", count: 990) + "\($0)" }
    names.shuffle(using: &generator)
    var table = NameTable()
    for name in names { table.append(name) }
    #expect(table.count == names.count)
    for index in names.indices.shuffled(using: &generator) { #expect(table[index] == names[index]) }
  }

  @Test func `writes families and parts as one name`() {
    var table = NameTable()
    table.append("d", [Array("H1".utf8), Array("M2".utf8)])
    table.append("d", [])
    #expect(table[0] == "d[H1,M2]" && table[1] == "d[]")
  }

  @Test func `equals another with the same names only`() {
    let names = (0..<50).map { "row[\($0)]" }
    var (left, right) = (NameTable(), NameTable())
    for name in names {
      left.append(name)
      #expect(left != right)
      right.append(name)
      #expect(left == right)
    }
    right.append("")
    #expect(left != right)
  }
}
