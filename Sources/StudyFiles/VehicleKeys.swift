// SPDX-License-Identifier: GPL-3.0-or-later

internal import FundingModel

/// Keys of who is meant.
enum EligibleKeys {
  static let regions = KeyDeclaration(
    "regions", .list(.scalar(.identifier)), "Regions included; all where absent.")
  static let classes = KeyDeclaration(
    "classes", .list(.scalar(.identifier)), "NIS classes included; all where absent.")
  static let statuses = KeyDeclaration(
    "statuses", .list(.scalar(.choice(Beneficiary.Status.allCases.map(\.rawValue)))),
    "Legal statuses included; all where absent.")
  static let kinds = KeyDeclaration(
    "kinds", .list(.scalar(.choice(Beneficiary.Kind.allCases.map(\.rawValue)))),
    "Kinds of unit included; all where absent.")
  static let shape = MappingShape("eligible", [regions, classes, statuses, kinds])

  static func key(_ summary: String) -> KeyDeclaration {
    KeyDeclaration("eligible", .mapping(shape), summary)
  }
}

/// Keys of amounts that grow with size.
enum SizedKeys {
  static let fixed = Key.money("fixed", "Part that does not depend on size.")
  static let terms = Driver.declarable.map {
    Key.money($0.rawValue, "Part per unit of \($0.rawValue).")
  }
}

/// Keys of one vehicle.
enum VehicleKeys {
  static let title = Key.text("title", "Short title; the identifier where absent.")
  static let pays = KeyDeclaration(
    "pays", .list(.scalar(.choice(CostNature.allCases.map(\.rawValue)))), required: true,
    "Natures of cost it may pay.")
  static let domains = KeyDeclaration(
    "domains", .list(.scalar(.identifier)), "Programme domains it may pay for; all where absent.")
  static let eligible = EligibleKeys.key("Beneficiaries it may pay.")
  static let paysBeneficiaries = Key.flag(
    "pays_beneficiaries",
    "Whether money goes to beneficiaries, or to shared services only; true where absent.")
  static let secured = Key.money("secured", "Part that is voted or contracted.")
  static let announced = Key.money("announced", "Part that was announced only.")
  static let amountShape = MappingShape("amount", [secured, announced], shorthand: "secured")
  static let amounts = KeyDeclaration(
    "amounts",
    .mapping(
      MappingShape("amounts", [], others: .init(kind: .years, shape: .mapping(amountShape)))),
    required: true, "Money by payment year; a plain amount is secured.")
  static let announcedCounted = Key.share(
    "announced_counted", "Share of the announced money that is counted on; 0 where absent.")
  static let carryOver = Key.share(
    "carry_over", "Share of a year's money that may be carried over; 0 where absent.")
  static let lag = Key.whole("lag", 0...30, "Years between the need and the payment.")
  static let ceiling = KeyDeclaration(
    "ceiling", .mapping(LimitKeys.shape), "Most one beneficiary may receive.")
  static let floor = KeyDeclaration(
    "floor", .mapping(LimitKeys.shape), "Least every eligible beneficiary must receive.")
  static let rate = Key.share("rate", "Largest share of a need it may pay; all where absent.")
  static let band = KeyDeclaration(
    "band", .mapping(BandKeys.shape), "How much the money of one beneficiary may change per year.")
  static let mechanism = Key<Mechanism>.choice(
    "mechanism", "How the money reaches beneficiaries; optimised where absent.")
  static let results = KeyDeclaration(
    "results", .list(.scalar(.identifier)),
    "Objectives whose progress is paid for (mechanism `results`).")
  static let afterHorizon = Key.money("after_horizon", "Money it holds each year afterwards.")

  static let shape = MappingShape(
    "vehicle",
    [
      title, pays, domains, eligible, paysBeneficiaries, amounts, announcedCounted, carryOver, lag,
      ceiling, floor, rate, band, mechanism, results, afterHorizon,
    ])

  enum LimitKeys {
    static let by = Key<Driver>.choice("by", "Size that decides the band.")
    static let upTo = Key.number("up_to", "Largest size of the band; absent on the last.")
    static let amount = Key.money("amount", "Amount of the band.")
    static let bands = KeyDeclaration(
      "bands", .list(.mapping(MappingShape("limit_band", [upTo, amount]))),
      "Amounts by band of size, in place of `fixed` and amounts per unit.")
    static let per = Key<BeneficiaryLimit.Period>.choice(
      "per", "Period the amount covers; horizon where absent.")
    static let shape = MappingShape(
      "limit", [SizedKeys.fixed] + SizedKeys.terms + [by, bands, per] as [any DeclaredKey])
  }

  enum BandKeys {
    static let drop = Key.share("drop", "Largest fall, as a share of the year before.")
    static let dropAmount = Key.money("drop_amount", "Further fall allowed.")
    static let rise = Key.fraction("rise", 0...100, "Largest rise, as a share of the year before.")
    static let riseAmount = Key.money("rise_amount", "Further rise allowed.")
    static let shape = MappingShape("band", [drop, dropAmount, rise, riseAmount])
  }
}

/// Keys of one shared service.
enum ServiceKeys {
  static let title = Key.text("title", "Short title; the identifier where absent.")
  static let measures = KeyDeclaration(
    "measures", .list(.scalar(.identifier)), required: true, "Measures that use the service.")
  static let eligible = EligibleKeys.key("Beneficiaries it serves.")
  static let unit = Key<Driver>.choice(
    "unit", "Size in which use and capacity are counted.", required: true)
  static let initialCapacity = Key.number(
    "initial_capacity", "Capacity in place before the plan; 0 where absent.")
  static let largestCapacity = Key.number(
    "largest_capacity", "Largest capacity; none where absent.")
  static let build = Key.money("build", "Cost of one more unit of capacity.")
  static let run = Key.money("run", "Cost of one unit of capacity per year.")
  static let vehicles = KeyDeclaration(
    "vehicles", .list(.scalar(.identifier)), required: true, "Vehicles that may pay for it.")
  static let shape = MappingShape(
    "service",
    [title, measures, eligible, unit, initialCapacity, largestCapacity, build, run, vehicles])
}
