// SPDX-License-Identifier: GPL-3.0-or-later

import FundingMechanisms
import FundingModel
import LinearProgramming
import Testing

/// Each kind of mechanism, worked out by hand on ``SmallStudy``: 60 k€ a year for A, B and C.
@Suite struct `Each kind of mechanism` {
  private func near(_ values: [Double], _ wanted: [Double]) -> Bool {
    values.count == wanted.count && zip(values, wanted).allSatisfy { abs($0 - $1) < 1e-5 }
  }

  // 10, 15 and 20 k€ a year are 45 of 60: two years give 20, 30 and 40 k€, that is 0.2, 0.3 and 0.4
  // of the measure. Shortfall 0.8 + 0.7 + 0.6.
  @Test func `flat: a lump sum by band of size`() throws {
    let rule = SmallStudy.mechanism(
      .flat, SmallStudy.clause(SmallStudy.bands(10_000, 15_000, 20_000)))
    #expect(try SmallStudy.euros(rule) == [20_000, 30_000, 40_000])
    let solved = try SmallStudy.response(rule)
    #expect(near(solved.deployed, [0.2, 0.3, 0.4]))
    #expect(abs(solved.values[0] - 2.1) < 1e-5)
  }

  // The same amounts raised until they use up 60 k€: times 60/45, that is 13 333.33, 20 000 and
  // 26 666.67 a year; the odd euro goes to the largest remainder, C's.
  @Test func `flat: amounts that fill the envelope add up to it`() throws {
    let rule = SmallStudy.mechanism(
      .flat,
      SmallStudy.clause(SmallStudy.bands(10_000, 15_000, 20_000)) { $0.fillsEnvelope = true })
    #expect(try SmallStudy.euros(rule) == [26_666, 40_000, 53_334])
  }

  // 60 k€ a year by agents: a tenth, three tenths and six tenths of 120 k€.
  @Test func `prorata: in proportion to agents`() throws {
    let rule = SmallStudy.mechanism(.prorata, SmallStudy.clause(SmallStudy.weight(.agents)))
    #expect(try SmallStudy.euros(rule) == [12_000, 36_000, 72_000])
    #expect(near(try SmallStudy.response(rule).deployed, [0.12, 0.36, 0.72]))
  }

  // Expected loss 0.1 · 1 k€ per agent: with half a weight per k€ and 5 per beneficiary, A weighs
  // 5 + 5, B 5 + 15, C 5 + 30 of 65 in all: of 65 k€ a year 10, 20 and 35.
  @Test func `prorata: a formula of units and risk`() throws {
    let rule = SmallStudy.mechanism(
      .prorata,
      SmallStudy.clause(.weight(MechanismWeight([.init(.units, 5)], risk: 0.5))))
    let euros = try SmallStudy.euros(rule, SmallStudy.study([65_000, 65_000]))
    #expect(euros == [20_000, 40_000, 70_000])
  }

  // Half of what is spent, at most 20 k€ a year: everybody has 15 k€ a year of its own, so it spends
  // 30 a year, of which 15 are paid. Two years: 0.6 of the measure.
  @Test func `matched: the vehicle pays a share of what is spent`() throws {
    var study = SmallStudy.study()
    study.ownFunds = OwnFundsRule(
      affordable: SizedAmount(fixed: .euros(15_000)), share: .whole)
    let rule = SmallStudy.mechanism(
      .matched,
      SmallStudy.clause(SmallStudy.fixed(20_000)) { $0.rate = Share(clamping: 0.5) })
    let solved = try SmallStudy.response(rule, study)
    #expect(near(solved.deployed, [0.6, 0.6, 0.6]))
    let paid = solved.plan.grants.reduce(0) { $0 + $1.thousands }
    #expect(abs(paid - 90) < 1e-4)
  }

  // A quarter of 60 k€ in 2026, then all of it: 15 and 60 k€ in three equal parts.
  @Test func `an envelope of its own grows by year`() throws {
    let rule = SmallStudy.mechanism(
      .flat,
      SmallStudy.clause(SmallStudy.fixed(1_000)) {
        $0.fillsEnvelope = true
        $0.shareByYear = [Year(2026): Share(clamping: 0.25)]
      })
    let shared = try OwnInterest(
      rule, of: SmallStudy.study(), held: SmallStudy.nothingHeld(SmallStudy.study())
    ).shared
    #expect(shared.years.map(\.available) == [15_000, 60_000])
    #expect(shared.euros(count: 3) == [25_000, 25_000, 25_000])
  }

  // 20 k€ in 2026 or 10 k€ in 2027, one claim in all; at most 0.15 of the measure, 15 k€, can be done
  // in a year. A and B can use 15 k€ in 2026, three quarters of their claim; a quarter of the second
  // window is left, 2.5 k€: 0.175. C may claim in the second window only, and has all of it: 0.1.
  // Without the rule A and B have 15 + 10 k€: 0.25.
  @Test func `one claim only: the entitlement holds over both windows together`() throws {
    var study = SmallStudy.study()
    study.measures[0].speed = Share(clamping: 0.15)
    func rule(claim: RuleID?) -> FundingMechanism {
      SmallStudy.mechanism(
        .flat,
        SmallStudy.clause(SmallStudy.fixed(20_000)) {
          $0.to = Year(2026)
          $0.eligibility = Eligibility(statuses: [.publicSector])
          $0.claim = claim
        },
        SmallStudy.clause(SmallStudy.fixed(10_000)) {
          $0.id = "article-2"
          $0.from = Year(2027)
          $0.claim = claim
        })
    }
    let solved = try SmallStudy.response(rule(claim: "file"), study)
    #expect(near(solved.deployed, [0.175, 0.175, 0.1]))
    let rows = (0..<solved.program.rowCount).map { solved.program.rowNames[$0] }
      .filter { $0.hasPrefix("one_claim") }
    #expect(rows.sorted() == ["one_claim[file,A]", "one_claim[file,B]"])
    #expect(near(try SmallStudy.response(rule(claim: nil), study).deployed, [0.25, 0.25, 0.1]))
  }

  // The ceiling of 25 k€ over the horizon: of two clauses of 20 and 10 k€ the second is cut to 5; of
  // two windows of one claim none is, since each alone stays below it.
  @Test func `one claim only: a ceiling counts the larger window`() throws {
    var study = SmallStudy.study()
    study.vehicles[0].ceiling = .init(.sized(SizedAmount(fixed: .euros(25_000))), per: .horizon)
    func euros(claim: RuleID?) throws -> [Int64] {
      try SmallStudy.euros(
        SmallStudy.mechanism(
          .flat,
          SmallStudy.clause(SmallStudy.fixed(20_000)) {
            $0.to = Year(2026)
            $0.claim = claim
          },
          SmallStudy.clause(SmallStudy.fixed(10_000)) {
            $0.id = "article-2"
            $0.from = Year(2027)
            $0.claim = claim
          }), study)
    }
    #expect(try euros(claim: nil) == [25_000, 25_000, 25_000])
    #expect(try euros(claim: "file") == [30_000, 30_000, 30_000])
  }

  // Window 1 (2026) pays up to 20 k€ for half of the measure, window 2 (2027) up to 10 k€ for all of
  // it. With 20 k€ a year of its own a hospital spends 20 + g in 2026, and g ≤ 20·(d/0.5) = 40·d with
  // 100·d = 20 + g: g = 20·(20 + g)/50, g = 40/3, d = 1/3. In 2027 g ≤ 10·(1/3 + d') and
  // 100·d' = 20 + g: g = 10·(1/3 + 0.2 + g/100), 0.9·g = 16/3, g = 160/27, d' = 0.2 + 8/135.
  @Test func `degressive: amounts that fall and targets that rise`() throws {
    var study = SmallStudy.study()
    study.ownFunds = OwnFundsRule(
      affordable: SizedAmount(fixed: .euros(20_000)), share: .whole)
    let first = SmallStudy.clause(SmallStudy.fixed(20_000)) {
      $0.to = Year(2026)
      $0.results = ["O1"]
      $0.target = Share(clamping: 0.5)
    }
    let second = SmallStudy.clause(SmallStudy.fixed(10_000)) {
      $0.id = "article-2"
      $0.from = Year(2027)
      $0.results = ["O1"]
    }
    let rule = SmallStudy.mechanism(.degressive, first, second)
    let solved = try SmallStudy.response(rule, study)
    let deployed = 1.0 / 3 + 0.2 + 8.0 / 135
    #expect(near(solved.deployed, [deployed, deployed, deployed]))
  }

  // Up to 40 k€ over the two years as O1 is reached, with 30 k€ of its own in 2026 only by its
  // ceiling of 15 a year: g ≤ 40·d and 100·d = 30 + g give g = 20, d = 0.5.
  @Test func `results: the real cost up to a ceiling, as objectives are reached`() throws {
    var study = SmallStudy.study()
    study.ownFunds = OwnFundsRule(
      affordable: SizedAmount(fixed: .euros(15_000)), share: .whole)
    let rule = SmallStudy.mechanism(
      .results, SmallStudy.clause(SmallStudy.fixed(20_000)) { $0.results = ["O1"] })
    #expect(near(try SmallStudy.response(rule, study).deployed, [0.5, 0.5, 0.5]))
  }

  // Half of 60 k€ a year through each of two clauses: 10 k€ per hospital, clause and year, 40 in all,
  // under a ceiling of 25 k€ over the horizon: 2026 gives 20, the first clause of 2027 the last 5.
  @Test func `two clauses of one vehicle share its ceiling over the horizon`() throws {
    var study = SmallStudy.study()
    study.vehicles[0].ceiling = BeneficiaryLimit(
      .sized(SizedAmount(fixed: .euros(25_000))), per: .horizon)
    let half = Share(clamping: 0.5)
    let rule = SmallStudy.mechanism(
      .flat,
      SmallStudy.clause(SmallStudy.fixed(10_000)) { $0.share = half },
      SmallStudy.clause(SmallStudy.fixed(10_000)) {
        $0.id = "article-2"
        $0.share = half
      })
    let own = try OwnInterest(rule, of: study, held: SmallStudy.nothingHeld(study))
    #expect(own.shared.euros(count: 3) == [25_000, 25_000, 25_000])
    #expect(own.unshared == 120_000 - 75_000)
    let byYear = own.shared.years.map { [$0.clause, $0.year, Int($0.parts[0].euros)] }
    #expect(byYear == [[0, 0, 10_000], [0, 1, 5_000], [1, 0, 10_000], [1, 1, 0]])
    let rows = try SmallStudy.solve(own.scenario)
    let optimum = try SmallStudy.solve(OwnInterest.optimum(of: study))
    #expect(rows.values[0] >= optimum.values[0] - 1e-5)
    #expect(abs(rows.values[0] - 3 * 0.75) < 1e-5)
  }

  // Public hospitals apply at 80 % and succeed at 50 %, others at 100 % and 25 %; ceilings of 20 k€.
  // Reserved each year: 16 + 16 + 20 = 52 of 60; to be paid 8, 8 and 5.
  @Test func `call: in expectation`() throws {
    let rule = SmallStudy.mechanism(.call, call(seed: nil, amount: 20_000))
    let shared = try OwnInterest(
      rule, of: SmallStudy.study(), held: SmallStudy.nothingHeld(SmallStudy.study())
    ).shared
    #expect(shared.years.map(\.reserved) == [52_000, 52_000])
    #expect(shared.euros(count: 3) == [16_000, 16_000, 10_000])
  }

  // Drawn, each gets all or nothing, the same however often and in whatever order it is drawn; the
  // last that is served takes what is left of 60 k€.
  @Test func `call: drawn, first come first served`() throws {
    var clause = call(seed: 7, amount: 35_000)
    clause.excess = .firstCome
    clause.takers?.classes = [
      .init(name: "all", eligibility: .everybody, apply: .whole, succeed: .whole)
    ]
    let rule = SmallStudy.mechanism(.call, clause)
    let euros = try SmallStudy.euros(rule)
    #expect(euros.sorted() == [0, 50_000, 70_000])
    var turned = SmallStudy.study()
    turned.beneficiaries.reverse()
    #expect(try SmallStudy.euros(rule, turned) == euros.reversed())
    clause.takers?.seed = 8
    var differs = false
    for seed in 8...20 {
      clause.takers?.seed = seed
      if try SmallStudy.euros(SmallStudy.mechanism(.call, clause)) != euros { differs = true }
    }
    #expect(differs)
  }

  private func call(seed: Int?, amount: Int64) -> MechanismClause {
    SmallStudy.clause(SmallStudy.fixed(amount)) {
      $0.takers = Takers(
        [
          .init(
            name: "public", eligibility: Eligibility(statuses: [.publicSector]),
            apply: Share(clamping: 0.8), succeed: Share(clamping: 0.5)),
          .init(
            name: "others", eligibility: .everybody, apply: .whole,
            succeed: Share(clamping: 0.25)),
        ], seed: seed)
    }
  }

  // By agents region 53 holds 6 k€ a year and region 11 (B, C) 54. Each loses 0.1 k€ per agent and
  // year, so region 11 spends all on C, whose loss is twice B's: 1 of C by 100 k€ of its 108, and
  // the shortfall is the same whoever gets a euro: 8 k€ are left for B.
  @Test func `mutualised: a region spends where it does most for its members`() throws {
    let rule = SmallStudy.mechanism(
      .mutualised, SmallStudy.clause(SmallStudy.weight(.agents)) { $0.pool = .region })
    #expect(try SmallStudy.euros(rule) == [0, 0, 0])
    #expect(near(try SmallStudy.response(rule).deployed, [0.12, 0.08, 1]))
  }
}

@Suite struct `Entitlements` {
  @Test(arguments: [1, 2, 3, 59_999, 100_003] as [Int64])
  func `add up to the envelope to the euro`(amount: Int64) throws {
    let study = SmallStudy.study([amount, amount + 1])
    for basis in [SmallStudy.weight(.agents), SmallStudy.bands(70_000, 80_000, 90_000)] {
      let clause = SmallStudy.clause(basis) { $0.fillsEnvelope = true }
      let shared = try OwnInterest(
        SmallStudy.mechanism(.flat, clause), of: study, held: SmallStudy.nothingHeld(study)
      ).shared
      #expect(shared.years.map(\.euros) == [amount, amount + 1])
    }
  }

  // 50 k€ each are 150 of 60: a third of 60 each.
  @Test func `are cut in proportion where they exceed the envelope`() throws {
    let rule = SmallStudy.mechanism(.flat, SmallStudy.clause(SmallStudy.fixed(50_000)))
    #expect(try SmallStudy.euros(rule) == [40_000, 40_000, 40_000])
  }

  // In force in 2026 only, then half of it: 10 and 5 k€.
  @Test func `taper off after the last year`() throws {
    let rule = SmallStudy.mechanism(
      .flat,
      SmallStudy.clause(SmallStudy.fixed(10_000)) {
        $0.to = Year(2026)
        $0.taper = [Share(clamping: 0.5)]
      })
    #expect(try SmallStudy.euros(rule) == [15_000, 15_000, 15_000])
  }

  // A clause may use a quarter of the money: 15 k€ a year among three.
  @Test func `stay within the share of the money that the clause may use`() throws {
    let rule = SmallStudy.mechanism(
      .flat,
      SmallStudy.clause(SmallStudy.fixed(50_000)) { $0.share = Share(clamping: 0.25) })
    #expect(try SmallStudy.euros(rule) == [10_000, 10_000, 10_000])
  }

  @Test func `of a vehicle that pays late fall in the years of its payments`() throws {
    var study = SmallStudy.study()
    study.vehicles[0].lag = 1
    let rule = SmallStudy.mechanism(.prorata, SmallStudy.clause(SmallStudy.weight(.units)))
    // The money of 2026 would pay for needs before the plan; that of 2027 pays for those of 2026.
    let own = try OwnInterest(rule, of: study, held: SmallStudy.nothingHeld(study))
    #expect(own.shared.total == 60_000 && own.unshared == 60_000)
    #expect(own.scenario.vehicles[1].entitlements?["A"] == [.euros(20_000), .zero])
    #expect(abs(try SmallStudy.solve(own.scenario).deployed[0] - 0.2) < 1e-6)
  }

  @Test func `carry the name of their clause into the program`() throws {
    let rule = SmallStudy.mechanism(.flat, SmallStudy.clause(SmallStudy.fixed(10_000)))
    let program = try SmallStudy.response(rule).program
    let names = (0..<program.rowCount).map { program.rowNames[$0] }
    #expect(names.contains("entitlement[article-1.call,A,2026]"))
    #expect(names.contains("envelope[article-1.call,2027]"))
  }

  @Test func `a size that is missing is told`() throws {
    var study = SmallStudy.study()
    study.beneficiaries[1].size = DriverValues()
    let rule = SmallStudy.mechanism(.prorata, SmallStudy.clause(SmallStudy.weight(.agents)))
    #expect(
      throws: MechanismFault.missingSize(
        beneficiary: "B", clause: "article-1", driver: .agents)
    ) { try SmallStudy.euros(rule, study) }
  }

  // A of 190 agents is 5 % below the edge of 200, C of 505 is 1 % above 500. Over two years crossing
  // would bring A 2 · 5 k€ more, and C 2 · 5 k€ less; B of 300 is near nothing.
  @Test func `have cliffs at the edges of bands`() throws {
    var study = SmallStudy.study()
    study.beneficiaries[0].size[.agents] = 190
    study.beneficiaries[2].size[.agents] = 505
    let rule = SmallStudy.mechanism(
      .flat, SmallStudy.clause(SmallStudy.bands(10_000, 15_000, 20_000)))
    let shared = try OwnInterest(rule, of: study, held: SmallStudy.nothingHeld(study)).shared
    let cliffs = Cliff.list(rule, study, shared, within: 0.05)
    #expect(cliffs.map(\.beneficiary) == [0, 2])
    #expect(cliffs.map(\.edge) == [200, 500])
    #expect(zip(cliffs.map(\.euros), [10_000, -10_000]).allSatisfy { abs($0 - $1) < 1 })
    #expect(Cliff.list(rule, study, shared, within: 0.02).map(\.beneficiary) == [2])
  }
}
