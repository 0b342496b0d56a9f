// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Testing

@Suite struct `The nearest spelling` {
  @Test(arguments: [
    ("envelop", "envelope"), ("beneficaries", "beneficiaries"), ("Measures", "measures"),
    ("taregts", "targets"),
  ])
  func `a near miss is offered`(word: String, meant: String) {
    let known = ["envelope", "beneficiaries", "measures", "targets"]
    #expect(NearestSpelling.of(word, among: known) == meant)
  }

  @Test func `nothing is offered for a word that is far from all`() {
    #expect(NearestSpelling.of("xyz", among: ["envelope", "targets"]) == nil)
  }

  @Test func `the first of two equally near words is offered`() {
    #expect(NearestSpelling.of("fit", among: ["fir", "fis"]) == "fir")
  }
}

@Suite struct `Collected findings` {
  @Test func `only errors are thrown`() throws {
    var findings = Findings()
    findings.add(Finding("test.note", .note))
    findings.add(Finding("test.warning", .warning))
    try findings.throwIfErrors()
    findings.add(Finding("test.error", .error))
    #expect(throws: Findings.self) { try findings.throwIfErrors() }
    #expect(findings.all.count == 3)
  }
}
