// SPDX-License-Identifier: GPL-3.0-or-later

internal import FundingModel

/// The keys of mechanism files.
enum MechanismKeys {
  static let mechanism = Key.whole("mechanism", 1...1, "Version of this format; 1.", required: true)
  static let title = Key.text("title", "Title shown on every output.", required: true)
  static let description = Key.text("description", "What the rule is; changes nothing.")
  static let kind = Key<FundingMechanism.Kind>.choice(
    "kind", "What kind of rule it is.", required: true)
  static let clauses = KeyDeclaration(
    "clauses",
    .mapping(
      MappingShape(
        "clauses", [], others: .init(kind: .names("clause"), shape: .mapping(Clause.shape)))),
    required: true, "Dated clauses, by identifier; prices and rows carry it.")
  static let shape = MappingShape("mechanism", [mechanism, title, description, kind, clauses])

  enum Clause {
    static let title = Key.text("title", "Short title; the identifier where absent.")
    static let vehicles = KeyDeclaration(
      "vehicles", .list(.scalar(.identifier)),
      "Vehicles whose money it shares out; all that pay beneficiaries where absent.")
    static let eligible = EligibleKeys.key("Beneficiaries it is meant for.")
    static let from = Key.year("from", "First payment year; the first of the plan where absent.")
    static let to = Key.year("to", "Last payment year; the last of the plan where absent.")
    static let taper = KeyDeclaration(
      "taper", .list(.scalar(.share)), "Shares of the amounts in the years after the last.")
    static let shareValue = Key.share(
      "value",
      "Share in the years that are not named; nothing where years are named and it is absent.")
    static let share = KeyDeclaration(
      "share",
      .mapping(
        MappingShape(
          "clause_share", [shareValue], others: .init(kind: .years, shape: .scalar(.share)),
          shorthand: "value")),
      "Share of the vehicles' money of a year that it shares out, the same for all years or by payment year; all where absent."
    )
    static let amount = KeyDeclaration(
      "amount", .mapping(Amount.shape), "Amount per beneficiary and year.")
    static let weight = KeyDeclaration(
      "weight", .mapping(Weight.shape), "Weight in proportion to which all of the money is shared.")
    static let fills = Key.flag(
      "fills_envelope",
      "Whether amounts are raised or cut in proportion until they use up the money; no where absent."
    )
    static let excess = Key<MechanismClause.Excess>.choice(
      "excess", "What happens where amounts exceed the money; cut where absent.")
    static let rate = Key.share("rate", "Largest share of a need that is paid.")
    static let results = KeyDeclaration(
      "results", .list(.scalar(.identifier)), "Objectives whose progress is paid for.")
    static let target = Key.share(
      "target", "Share of full deployment for these objectives that earns all; all where absent.")
    static let takers = KeyDeclaration(
      "takers", .mapping(TakerKeys.shape), "Who applies and who succeeds, by class.")
    static let pool = Key.identifier(
      "pool", "Grouping whose groups hold the money for their members, for example region.")
    static let claim = Key.identifier(
      "claim",
      "Name of the claim that a beneficiary makes once among the clauses that name it; none where absent."
    )
    static let shape = MappingShape(
      "clause",
      [
        title, vehicles, eligible, from, to, taper, share, amount, weight, fills, excess, rate,
        results, target, takers, pool, claim,
      ])
  }

  enum Amount {
    static let by = Key<Driver>.choice("by", "Size that decides the band.")
    static let from = Key.number(
      "from", "Size above which the band begins, said for readers; the edge before where absent.")
    static let upTo = Key.number("up_to", "Largest size of the band; absent on the last.")
    static let amount = Key.money("amount", "Amount of the band.")
    static let bands = KeyDeclaration(
      "bands", .list(.mapping(MappingShape("amount_band", [from, upTo, amount]))),
      "Amounts by band of size, in place of `fixed` and amounts per unit.")
    static let shape = MappingShape(
      "mechanism_amount", [SizedKeys.fixed] + SizedKeys.terms + [by, bands] as [any DeclaredKey])
  }

  enum Weight {
    static let terms = Driver.allCases.map {
      Key.number($0.rawValue, "Weight of one unit of \($0.rawValue).")
    }
    static let risk = Key.number(
      "risk", "Weight of a thousand euros of loss expected per year with no measure.")
    static let shape = MappingShape("mechanism_weight", terms + [risk] as [any DeclaredKey])
  }

  enum TakerKeys {
    static let seed = Key.whole(
      "seed", 0...2_147_483_647, "Seed of the draw; everybody in expectation where absent.")
    static let eligible = EligibleKeys.key("Who belongs to the class.")
    static let apply = Key.share("apply", "Share of the class that applies.", required: true)
    static let succeed = Key.share(
      "succeed", "Share of those who apply that are paid.", required: true)
    static let classes = KeyDeclaration(
      "classes",
      .mapping(
        MappingShape(
          "taker_classes", [],
          others: .init(
            kind: .names("class"),
            shape: .mapping(MappingShape("taker_class", [eligible, apply, succeed]))))),
      required: true, "Classes; a beneficiary belongs to the first it is eligible to.")
    static let shape = MappingShape("takers", [seed, classes])
  }
}
