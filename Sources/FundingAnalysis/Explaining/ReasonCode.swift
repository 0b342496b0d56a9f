// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a beneficiary gets what it gets, and no more.
///
/// Every code is a statement about rows, activities and prices of the plan, defined here and nowhere
/// else (`docs/explain.md` says the same in tables). Throughout, e is the beneficiary, and:
///
/// - an **open target** is an objective and a year, not locked, whose target above 0 the plan misses
///   at e by more than a hundredth of a point;
/// - an **open measure** is a measure m meant for e and a year t that is not locked, at whose end m is
///   not fully in place, and that still serves: it contributes to a target that is open in t or later,
///   in a year in which m is not complete, or, at the goal of avoided loss, lowers a loss of e;
/// - the **goal at hand** is the first goal level that e still has something to give to:
///   `nis_shortfall` where one of its targets is open, `avoided_loss` where one of its measures is;
/// - a rule **holds** the plan where its price at a goal is not 0 and the plan stands at its bound, but
///   for what that goal may give up to later ones: |price × slack| is no more;
/// - a rule **counts** where it holds the plan at the goal at hand.
///
/// Raw values are stable: they stand in JSON and in scripts.
public enum ReasonCode: String, Sendable, Codable, CaseIterable {
  /// No vehicle that has money may pay e: each fails a condition (``VehicleRefusal``).
  case notEligible = "not_eligible"
  /// e has targets, and none is open.
  case targetMet = "target_met"
  /// Every measure meant for e is fully in place at the end of the horizon.
  case fullyDeployed = "fully_deployed"
  /// An open target lies above what all measures meant for e give together.
  case outOfReach = "out_of_reach"
  /// For an open target, every measure that serves it and is not complete was put in place as fast as
  /// its speed allows in every year so far.
  case speedLimit = "speed_limit"
  /// An open measure is kept for pilots and e is none, still in the year of an open target that it
  /// serves (at the goal of avoided loss: in the last year); or its row `pilot_share` counts.
  case pilotPhase = "pilot_phase"
  /// An open measure is as far as one that must run ahead of it, which is itself not complete.
  ///
  /// Told of a measure only (`--why-not`).
  case prerequisiteMissing = "prerequisite_missing"
  /// Every objective that a measure which is not complete contributes to has its targets met.
  ///
  /// Told of a measure only (`--why-not`).
  case coveredOtherwise = "covered_otherwise"
  /// A row `own_funds[e,·]` counts.
  case ownFundsLimit = "own_funds_limit"
  /// A row `ceiling[·,e]` counts.
  case ceilingReached = "ceiling_reached"
  /// A row `entitlement[·,e]` or `one_claim[·,e]` counts.
  case entitlementUsed = "entitlement_used"
  /// A row `rate[·,e]` counts: e must pay its part of each expense.
  case aidRate = "aid_rate"
  /// A row `band_rise[·,e]` or `band_drop[·,e]` counts.
  case yearOnYear = "year_on_year"
  /// A row `results[·,e]` counts: more is paid when more is in place.
  case paidOnResults = "paid_on_results"
  /// A row `staffing[region of e, y]` counts, and in y e has an open measure that takes staff.
  case waitsForStaff = "waits_for_staff"
  /// A row `envelope[v,y]` counts, and v could pay for an open measure of e that is needed in y less
  /// the lag of v.
  case envelopeExhausted = "envelope_exhausted"
  /// A shared service is at its largest capacity in y, its row `service_use` counts, and e has an open
  /// measure in y that uses it.
  case serviceFull = "service_full"
  /// The row `sustainability` counts, and e has an open measure with a running cost.
  case lastingMeans = "lasting_means"
  /// A row `territory_ceiling` of the group of e counts.
  case regionalCeiling = "regional_ceiling"
  /// The row `ratio_cap[e]` counts.
  case ratioCap = "ratio_cap"
  /// e has open measures, and for each of them the plan's prices say that it costs more than it
  /// brings: money and staff buy more elsewhere (``MeasureAccount``).
  case nothingGained = "nothing_gained"
  /// e gets money, and at some goal every plan as good pays it some (``WithoutMoney``).
  case alwaysFunded = "always_funded"
  /// e gets money, and at the plan's prices it is worth no more there than elsewhere: no goal is proven
  /// to lose where e gets none (``WithoutMoney``).
  case fundedAtMargin = "funded_at_margin"
  /// A plan as good on every goal, found before the tie-break, pays e something else or in another
  /// year (``TieBreakFigures``).
  case tieBroken = "tie_broken"
  /// e gets money, and a row `territory_floor` of its group holds the plan at some goal.
  case regionalFloor = "regional_floor"
  /// A row `floor[·,e]` holds the plan at some goal.
  case vehicleFloor = "vehicle_floor"
  /// The row `no_worse[e]` holds the plan at some goal.
  case noWorse = "no_worse"
  /// A row `massive` that asks for a measure put in place at e, or for an objective of e, holds the plan
  /// at some goal.
  case deploymentAsked = "deployment_asked"
}
