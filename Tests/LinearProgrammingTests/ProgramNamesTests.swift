// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Testing

@Suite struct `Names in program files` {
  static let names = [
    "envelope[CARE-D1,2027]", "coverage[O13,EE,2028]", "goal[1:nis_shortfall]", "x", "e", "e9[1]",
    "E2", "ee", "end", "Free", "ST", "1st", ".5", "-a", "a b", "é[Île-de-France]", "a~b", "a;b",
    "a#5B", "(a)", "@constant", "a@lower", "$x", "*x", "'q'", "a<b", "tab\tname", "~", "#", "eau",
  ]

  @Test(arguments: names)
  func `come back as they were`(name: String) {
    #expect(ProgramNames.decodedFromLP(ProgramNames.encodedForLP(name)) == name)
    #expect(ProgramNames.decodedFromMPS(ProgramNames.encodedForMPS(name)) == name)
  }

  @Test func `never meet another name`() {
    #expect(Set(Self.names.map(ProgramNames.encodedForLP)).count == Self.names.count)
    #expect(Set(Self.names.map(ProgramNames.encodedForMPS)).count == Self.names.count)
  }

  @Test func `stay readable`() {
    #expect(ProgramNames.encodedForLP("envelope[CARE-D1,2027]") == "envelope(CARE~D1,2027)")
    #expect(ProgramNames.encodedForLP("goal[1:nis_shortfall]") == "goal(1;nis_shortfall)")
    #expect(ProgramNames.encodedForMPS("goal[1:nis-x]") == "goal[1:nis-x]")
  }

  @Test func `a name too long for the readers is refused by name`() throws {
    var builder = LinearProgramBuilder(name: "long")
    let long = String(repeating: "a", count: 250)
    _ = builder.addColumn(named: long)
    let program = builder.build()
    let objective = Objective(name: "cost", sense: .minimize, coefficients: [1])
    #expect(throws: UnwritableProgram(name: long)) { try LPFormat.text(program, objective) }
    #expect(throws: UnwritableProgram(name: long)) { try MPSFormat.text(program, objective) }
  }

  @Test func `a small program reads like the formula`() throws {
    let (program, objective) = `Judging an answer`.wyndor()
    let text = try LPFormat.text(program, objective)
    let expected = """
      \\ wyndor
      Maximize
       profit: + 3 x + 5 y + 100 @constant
      Subject To
       plant(1): + x <= 4
       plant(2): + 2 y <= 12
       plant(3): + 3 x + 2 y <= 18
      Bounds
       x >= 0
       y >= 0
       @constant = 1
      End

      """
    #expect(text == expected)
  }
}
