# SPDX-License-Identifier: GPL-3.0-or-later
#
# allocation.mod - how public money for the cybersecurity of hospitals is planned.
#
# One linear program, written by hand in GNU MathProg from docs/model.md; each family of rows bears
# the name it has there. The tool states the same program a second time in Swift. Neither statement
# is made from the other, and tests hold their optima together.
#
#   glpsol -m allocation.mod -d CASE.dat              optimises the first goal
#   glpsol -m allocation.mod -d CASE.dat -d HELD.dat  optimises a later goal, earlier ones held
#
# CASE.dat holds the values of a study as its author wrote them (euros, shares, sizes); everything
# derived from them is worked out here. README.md in this folder says how to go from goal to goal.
#
# Money is in euros in the data and in thousands of euros (kEUR) in the program. Years are calendar
# years. Deployment and coverage are shares from 0 to 1.


#################################################################################### 1. The data

# --- Horizon and prices ---------------------------------------------------------------------------

param first_year, integer;                  # first year of the plan
param last_year, integer, >= first_year;    # last year of the plan
set YEARS := first_year .. last_year;
param T := last_year - first_year + 1;      # number of years

param price_year, integer;                  # costs are given at the prices of this year
param inflation, > -1;                      # rise of costs, per year
param discount, > -1;                       # discount rate of avoided losses, per year
param pieces, integer, >= 1;                # pieces of each curve of avoided loss
param existing_costs_in_plan, binary;       # 1: the plan also pays to run what stood before it

# --- Who, what, against what, with whose money ----------------------------------------------------

set DRIVERS := {'agents', 'beds', 'workstations', 'sites', 'activity', 'units'};
set NATURES := {'one_off', 'recurring'};

set BENEFICIARIES;
param risk {BENEFICIARIES}, >= 0;           # multiplier of the expected loss
param care_weight {BENEFICIARIES}, >= 0;    # weight of its continuity of care
param cost_factor {BENEFICIARIES}, >= 0;    # multiplier of what measures cost there
param is_pilot {BENEFICIARIES}, binary;     # 1: takes part in pilot phases
set DECLARED within BENEFICIARIES cross DRIVERS;
param declared_size {DECLARED}, >= 0;       # what the study declares; the rest is unknown, not 0

set CLASSES;                                # NIS classes
set CLASS_MEMBERS {CLASSES} within BENEFICIARIES, default {};
param class_weight {CLASSES}, default 1;    # weight in the goal of NIS shortfall
param shortfall_driver, symbolic, in DRIVERS;

set OBJECTIVES;                             # NIS objectives
param objective_weight {OBJECTIVES};        # weight in the goal of NIS shortfall
set OBJECTIVES_OF_CLASS {CLASSES} within OBJECTIVES, default {};
param target {CLASSES, OBJECTIVES, YEARS}, >= 0, <= 1, default 0;
param is_hard {CLASSES, OBJECTIVES}, binary, default 0;

set THREATS;
param frequency_driver {THREATS}, symbolic, in DRIVERS;
param frequency_bands {THREATS}, integer, >= 1;
param frequency_up_to {k in THREATS, 1 .. frequency_bands[k]}, default 1e300;
param frequency {k in THREATS, 1 .. frequency_bands[k]}, >= 0;  # events per year, no measure
param severity_fixed {THREATS}, default 0;               # EUR per event
param severity_unit {THREATS, DRIVERS}, default 0;       # EUR per event and unit of size

set MEASURES;
param measure_position {MEASURES}, integer, >= 0;        # 0, 1, 2... in the order of the study
param domain {MEASURES}, symbolic;                       # programme domain
param speed {MEASURES}, >= 0, <= 1;                      # largest share put in place in a year
param one_off_fixed {MEASURES}, default 0;               # EUR for full deployment
param one_off_unit {MEASURES, DRIVERS}, default 0;       # EUR per unit of size
param recurring_fixed {MEASURES}, default 0;             # EUR per year once fully in place
param recurring_unit {MEASURES, DRIVERS}, default 0;     # EUR per year and unit of size
param install_fixed {MEASURES}, default 0;               # FTE in the year it is put in place
param install_unit {MEASURES, DRIVERS}, default 0;       # FTE per unit of size
param running_fixed {MEASURES}, default 0;               # FTE every year once fully in place
param running_unit {MEASURES, DRIVERS}, default 0;       # FTE per unit of size
set PREREQUISITES {MEASURES} within MEASURES, default {};
param effect {MEASURES, THREATS}, >= 0, < 1, default 0;  # share of the remaining loss removed
param serves_all {OBJECTIVES, MEASURES}, default 0;      # contribution, counted for every class
param serves_class {OBJECTIVES, MEASURES, CLASSES}, default 0;  # further one, for one class
set PILOTED within MEASURES, default {};                 # measures with a pilot phase
param pilot_until {PILOTED}, integer;                    # last year of the phase
param learning_factor {PILOTED}, default 1;              # multiplier of costs after it
set SHARED_PILOT within PILOTED, default {};             # everybody may, up to a share ...
param pilot_largest_share {SHARED_PILOT};                # ... of a weight; else pilots only
param pilot_driver {SHARED_PILOT}, symbolic, in DRIVERS;
set MEASURES_OF {BENEFICIARIES} within MEASURES, default {};      # measures meant for it
param initial {BENEFICIARIES, MEASURES}, >= 0, <= 1, default 0;   # in place before the plan
set LOCKED within BENEFICIARIES cross MEASURES cross YEARS;
param locked_share {LOCKED}, >= 0, <= 1;                 # increments that were already done
param locked_through, integer, default first_year - 1;   # years up to it are as they really were
set LOCKED_PAYMENTS, dimen 5;                            # vehicle, beneficiary, domain, nature, year
param locked_payment {LOCKED_PAYMENTS}, >= 0;            # EUR really paid for the needs of the year
set LOCKED_SERVICES, dimen 4;                            # vehicle, service, nature, year
param locked_service {LOCKED_SERVICES}, >= 0;            # EUR really paid for a shared service

set VEHICLES;
param vehicle_position {VEHICLES}, integer, >= 0;        # 0, 1, 2... in the order of the study
param pays_beneficiaries {VEHICLES}, binary;             # 0: pays shared services only
set NATURES_PAID {VEHICLES} within NATURES, default {};
set DOMAINS_PAID {VEHICLES}, default {};
set ELIGIBLE {VEHICLES} within BENEFICIARIES, default {};
param secured {VEHICLES, YEARS}, default 0;              # EUR voted or contracted
param announced {VEHICLES, YEARS}, default 0;            # EUR announced only
param announced_share {VEHICLES}, >= 0, <= 1;            # share of it that is counted on
param carry_over {VEHICLES}, >= 0, <= 1;                 # share of a year's money that may wait
param lag {VEHICLES}, integer, >= 0;                     # years from the need to the payment
param after_horizon {VEHICLES}, default 0;               # EUR per year after the horizon
# Ceilings and floors per beneficiary: by size, or by band of one driver.
set WITH_CEILING within VEHICLES, default {};
set WITH_FLOOR within VEHICLES, default {};
param ceiling_is_yearly {WITH_CEILING}, binary;
param floor_is_yearly {WITH_FLOOR}, binary;
param ceiling_fixed {WITH_CEILING}, default 0;           # EUR
param ceiling_unit {WITH_CEILING, DRIVERS}, default 0;   # EUR per unit of size
param floor_fixed {WITH_FLOOR}, default 0;
param floor_unit {WITH_FLOOR, DRIVERS}, default 0;
param ceiling_bands {WITH_CEILING}, integer, default 0;  # 0: by size
param ceiling_driver {WITH_CEILING}, symbolic, in DRIVERS, default 'units';
param ceiling_up_to {v in WITH_CEILING, 1 .. ceiling_bands[v]}, default 1e300;
param ceiling_amount {v in WITH_CEILING, 1 .. ceiling_bands[v]};  # EUR
param floor_bands {WITH_FLOOR}, integer, default 0;
param floor_driver {WITH_FLOOR}, symbolic, in DRIVERS, default 'units';
param floor_up_to {v in WITH_FLOOR, 1 .. floor_bands[v]}, default 1e300;
param floor_amount {v in WITH_FLOOR, 1 .. floor_bands[v]};        # EUR
# What a beneficiary is entitled to, by year of the need.
set WITH_ENTITLEMENT within VEHICLES, default {};
param entitled {WITH_ENTITLEMENT, BENEFICIARIES, YEARS}, default 0;  # EUR
# Claims that a beneficiary makes once, in one of several windows.
set CLAIMED within WITH_ENTITLEMENT, default {};
param claim {CLAIMED}, symbolic;
param claim_window {CLAIMED}, symbolic;
set CLAIMS := setof {v in CLAIMED} claim[v];
set WITH_RATE within VEHICLES, default {};
param largest_rate {WITH_RATE}, >= 0, <= 1;              # share of a need it may pay
set WITH_DROP within VEHICLES, default {};
param drop_share {WITH_DROP};                            # largest fall from year to year ...
param drop_amount {WITH_DROP};                           # ... and a further fall in EUR
set WITH_RISE within VEHICLES, default {};
param rise_share {WITH_RISE};
param rise_amount {WITH_RISE};                           # EUR
set PAYS_RESULTS within VEHICLES, default {};            # pays progress towards objectives
set RESULT_OBJECTIVES {PAYS_RESULTS} within OBJECTIVES, default {};
param result_target {PAYS_RESULTS}, > 0, <= 1, default 1;  # share of full deployment that earns all

# --- Money of the establishments, and what lasts after the horizon --------------------------------

param own_funds_limited, binary, default 0;
param own_share, default 0;                              # share of own means the plan may use
param own_fixed, default 0;                              # EUR per year ...
param own_unit {DRIVERS}, default 0;                     # ... and EUR per unit of size
set OWN_FIGURE within BENEFICIARIES, default {};
param own_figure {OWN_FIGURE};                           # its own figure, EUR per year
param sustainability_rule, in {0, 1, 2}, default 0;      # 0 none, 1 soft, 2 hard
param lasting_own_share, default 0;                      # share of own means that lasts

# --- Rules between beneficiaries ------------------------------------------------------------------

set TERRITORY_RULES, default {};
set GROUPS {TERRITORY_RULES}, default {};                # all groups under its grouping
set CONCERNED {r in TERRITORY_RULES} within GROUPS[r], default {};
set GROUP_MEMBERS {r in TERRITORY_RULES, GROUPS[r]} within BENEFICIARIES, default {};
set RULE_VEHICLES {TERRITORY_RULES} within VEHICLES, default {};
param territory_driver {TERRITORY_RULES}, symbolic, in DRIVERS;
param territory_is_yearly {TERRITORY_RULES}, binary;
set WITH_LEAST within TERRITORY_RULES, default {};
param least_multiple {WITH_LEAST};                       # of the group's share of the weight
set WITH_MOST within TERRITORY_RULES, default {};
param most_multiple {WITH_MOST};

set STAFFED_REGIONS, default {};
set REGION_MEMBERS {STAFFED_REGIONS} within BENEFICIARIES, default {};
param available_staff {STAFFED_REGIONS, YEARS};          # FTE

set DEPLOYMENT_RULES, default {};
set MEASURE_RULES within DEPLOYMENT_RULES, default {};   # the others are about objectives
param rule_measure {MEASURE_RULES}, symbolic, in MEASURES;
param rule_objective {DEPLOYMENT_RULES diff MEASURE_RULES}, symbolic, in OBJECTIVES;
set RULE_GROUPS {DEPLOYMENT_RULES}, default {};          # one named 'all' where over everybody
set RULE_MEMBERS {r in DEPLOYMENT_RULES, RULE_GROUPS[r]} within BENEFICIARIES, default {};
param rule_share {DEPLOYMENT_RULES}, >= 0, <= 1;
param rule_year {DEPLOYMENT_RULES}, integer;
param rule_driver {DEPLOYMENT_RULES}, symbolic, in DRIVERS;

set SERVICES, default {};
set SERVICE_MEASURES {SERVICES} within MEASURES, default {};
set SERVED {SERVICES} within BENEFICIARIES, default {};
set SERVICE_VEHICLES {SERVICES} within VEHICLES, default {};
param service_driver {SERVICES}, symbolic, in DRIVERS;   # unit of use and capacity
param initial_capacity {SERVICES}, >= 0;                 # units
set LIMITED_SERVICES within SERVICES, default {};
param largest_capacity {LIMITED_SERVICES};               # units
param build_cost {SERVICES};                             # EUR per unit
param run_cost {SERVICES};                               # EUR per unit and year

param minimum_coverage_on, binary, default 0;
set WITH_REFERENCE within BENEFICIARIES, default {};
param reference_money {WITH_REFERENCE};                  # EUR over the horizon
param ratio_cap_on, binary, default 0;
param ratio_cap_multiple, default 0;                     # of the mean money per unit of weight
param ratio_driver, symbolic, in DRIVERS, default 'units';

# --- Goals in order -------------------------------------------------------------------------------

set GOALS := {'nis_shortfall', 'avoided_loss', 'public_money', 'own_money', 'budget_cliff',
  'minimum_coverage', 'tie_break'};
set MORE_IS_BETTER := {'avoided_loss', 'minimum_coverage', 'tie_break'};
param levels, integer, >= 1;
set LEVEL_GOALS {1 .. levels} within GOALS;
param goal_weight {n in 1 .. levels, LEVEL_GOALS[n]};    # within the level
param tolerance {1 .. levels}, >= 0;                     # share of its value given up later

param level, integer, >= 1, <= levels, default 1;        # the level that is optimised now
param held {1 .. levels};                                # values reached at earlier levels
param hold_slack, >= 0, default 1e-6;                    # numerical room of held values, relative


############################################################################ 2. What follows from it

param size {e in BENEFICIARIES, j in DRIVERS} :=
  if j = 'units' then 1 else declared_size[e, j];        # unknown sizes that are needed stop here

param price {y in YEARS} := (1 + inflation) ^ (y - price_year);
param discount_factor {y in YEARS} := (1 + discount) ^ (first_year - y);
param learning {m in MEASURES, y in YEARS} :=
  if m in PILOTED then (if y > pilot_until[m] then learning_factor[m] else 1) else 1;

# Cost of full deployment at a beneficiary, in the money of the year, kEUR.
param one_off_cost {e in BENEFICIARIES, m in MEASURES_OF[e], y in YEARS} :=
  cost_factor[e] * price[y] * learning[m, y] * (one_off_fixed[m]
    + sum {j in DRIVERS: one_off_unit[m, j] != 0} one_off_unit[m, j] * size[e, j]) / 1000;
param recurring_cost {e in BENEFICIARIES, m in MEASURES_OF[e], y in YEARS} :=
  cost_factor[e] * price[y] * learning[m, y] * (recurring_fixed[m]
    + sum {j in DRIVERS: recurring_unit[m, j] != 0} recurring_unit[m, j] * size[e, j]) / 1000;

# Staff for full deployment, FTE.
param install_staff {e in BENEFICIARIES, m in MEASURES_OF[e]} := install_fixed[m]
  + sum {j in DRIVERS: install_unit[m, j] != 0} install_unit[m, j] * size[e, j];
param running_staff {e in BENEFICIARIES, m in MEASURES_OF[e]} := running_fixed[m]
  + sum {j in DRIVERS: running_unit[m, j] != 0} running_unit[m, j] * size[e, j];

# The class of a beneficiary (none or one), its objectives, and what measures do for them.
set CLASS_OF {e in BENEFICIARIES} := {c in CLASSES: e in CLASS_MEMBERS[c]};
set OBJECTIVES_OF {e in BENEFICIARIES} := setof {c in CLASS_OF[e], o in OBJECTIVES_OF_CLASS[c]} o;
param serves {o in OBJECTIVES, m in MEASURES, c in CLASSES} :=
  serves_all[o, m] + serves_class[o, m, c];
param serves_at {e in BENEFICIARIES, o in OBJECTIVES, m in MEASURES_OF[e]} :=
  sum {c in CLASS_OF[e]} serves[o, m, c];

# Pots of a beneficiary, and those that a vehicle may pay there. A vehicle that pays late leaves
# needs to others whose payment would fall after the horizon.
set POTS {e in BENEFICIARIES} := setof {m in MEASURES_OF[e], n in NATURES} (domain[m], n);
set DOMAINS_AT {e in BENEFICIARIES} := setof {m in MEASURES_OF[e]} domain[m];
set MEASURES_IN {e in BENEFICIARIES, p in DOMAINS_AT[e]} := {m in MEASURES_OF[e]: domain[m] = p};
set PAYEES {v in VEHICLES} := {e in ELIGIBLE[v]: pays_beneficiaries[v] = 1};
set PAID {v in VEHICLES, e in PAYEES[v]} :=
  {(p, n) in POTS[e]: p in DOMAINS_PAID[v] and n in NATURES_PAID[v]};
set NEED_YEARS {v in VEHICLES} := {y in YEARS: y + lag[v] <= last_year};

# What was really put in place and paid in locked years. What its deployment cost beyond what was
# paid is the beneficiary's own money.
param done {e in BENEFICIARIES, m in MEASURES_OF[e], y in YEARS: y <= locked_through} :=
  if (e, m, y) in LOCKED then locked_share[e, m, y] else 0;
param was_paid {v in VEHICLES, e in PAYEES[v], (p, n) in PAID[v, e], y in NEED_YEARS[v]:
    y <= locked_through} :=
  if (v, e, p, n, y) in LOCKED_PAYMENTS then locked_payment[v, e, p, n, y] / 1000 else 0;
param own_was {e in BENEFICIARIES, (p, n) in POTS[e], y in YEARS: y <= locked_through} := max(0,
  sum {m in MEASURES_IN[e, p]} (
    if n = 'one_off' then one_off_cost[e, m, y] * done[e, m, y]
    else recurring_cost[e, m, y] * (existing_costs_in_plan * initial[e, m]
      + sum {u in first_year .. y} done[e, m, u]))
  - sum {v in VEHICLES: e in PAYEES[v] and p in DOMAINS_PAID[v] and n in NATURES_PAID[v]
    and y in NEED_YEARS[v]} was_paid[v, e, p, n, y]);

param money {v in VEHICLES, y in YEARS} :=               # kEUR the scenario counts on
  (secured[v, y] + announced_share[v] * announced[v, y]) / 1000;

# The first band whose upper edge is not passed.
param ceiling_at {v in WITH_CEILING, e in ELIGIBLE[v]} := (  # kEUR
  if ceiling_bands[v] > 0 then
    sum {i in 1 .. ceiling_bands[v]: size[e, ceiling_driver[v]] <= ceiling_up_to[v, i]
      and forall {h in 1 .. i - 1} size[e, ceiling_driver[v]] > ceiling_up_to[v, h]}
      ceiling_amount[v, i]
  else ceiling_fixed[v]
    + sum {j in DRIVERS: ceiling_unit[v, j] != 0} ceiling_unit[v, j] * size[e, j]) / 1000;
param floor_at {v in WITH_FLOOR, e in ELIGIBLE[v]} := (  # kEUR
  if floor_bands[v] > 0 then
    sum {i in 1 .. floor_bands[v]: size[e, floor_driver[v]] <= floor_up_to[v, i]
      and forall {h in 1 .. i - 1} size[e, floor_driver[v]] > floor_up_to[v, h]}
      floor_amount[v, i]
  else floor_fixed[v]
    + sum {j in DRIVERS: floor_unit[v, j] != 0} floor_unit[v, j] * size[e, j]) / 1000;

# All that e is entitled to in the window of v, kEUR.
param claimable {v in CLAIMED, e in BENEFICIARIES} :=
  sum {u in CLAIMED: claim[u] = claim[v] and claim_window[u] = claim_window[v]}
    sum {y in NEED_YEARS[u]} entitled[u, e, y] / 1000;

# Payment on results: kEUR per unit of progress, so that reaching the target (full deployment, unless
# the vehicle says less) earns all there is: the ceiling, or what e is entitled to, whichever is less.
# Where nothing is left to do the slope is 0 and the vehicle pays nothing; a target below full
# deployment that was reached before the first year has earned everything.
param progress_left {v in PAYS_RESULTS, e in PAYEES[v]} :=
  sum {o in RESULT_OBJECTIVES[v] inter OBJECTIVES_OF[e], m in MEASURES_OF[e]}
    serves_at[e, o, m] * (result_target[v] - initial[e, m]);
param earnable {v in PAYS_RESULTS, e in PAYEES[v]} := min(
  if v in WITH_CEILING then ceiling_at[v, e] else 1e12,
  if v in WITH_ENTITLEMENT then sum {y in NEED_YEARS[v]} entitled[v, e, y] / 1000 else 1e12);
param pay_per_progress {v in PAYS_RESULTS, e in PAYEES[v]} :=
  if progress_left[v, e] > 0 then earnable[v, e] / progress_left[v, e] else 0;
set EARNED_BEFORE {v in PAYS_RESULTS} := {e in PAYEES[v]: result_target[v] < 1
  and progress_left[v, e] <= 0 and exists {o in RESULT_OBJECTIVES[v] inter OBJECTIVES_OF[e],
    m in MEASURES_OF[e]} serves_at[e, o, m] > 0};

# Own means of a beneficiary, kEUR per year.
param own_means {e in BENEFICIARIES, y in YEARS} := price[y] * (
  if e in OWN_FIGURE then own_figure[e]
  else own_fixed + sum {j in DRIVERS: own_unit[j] != 0} own_unit[j] * size[e, j]) / 1000;

# Loss expected with no measure, kEUR per year.
param expected_loss {e in BENEFICIARIES, k in THREATS} := risk[e]
  * (sum {i in 1 .. frequency_bands[k]: size[e, frequency_driver[k]] <= frequency_up_to[k, i]
      and forall {h in 1 .. i - 1} size[e, frequency_driver[k]] > frequency_up_to[k, h]}
      frequency[k, i])
  * (severity_fixed[k]
    + sum {j in DRIVERS: severity_unit[k, j] != 0} severity_unit[k, j] * size[e, j]) / 1000;

# The curve of avoided loss, L * (1 - exp(-u)) with u = sum of strength * deployment, cut into pieces
# between u at the start and u at full deployment, equal in steps of exp(-u/2). A secant lies below
# the curve: the benefit is never overstated.
param strength {m in MEASURES, k in THREATS} := -log(1 - effect[m, k]);
param u_start {e in BENEFICIARIES, k in THREATS} :=
  sum {m in MEASURES_OF[e]} strength[m, k] * initial[e, m];
param u_full {e in BENEFICIARIES, k in THREATS} := sum {m in MEASURES_OF[e]} strength[m, k];
set LOSSES := {e in BENEFICIARIES, k in THREATS:
  u_full[e, k] > u_start[e, k] and expected_loss[e, k] > 0};
param edge {(e, k) in LOSSES, i in 0 .. pieces} := -2 * log(exp(-u_start[e, k] / 2)
  - i * (exp(-u_start[e, k] / 2) - exp(-u_full[e, k] / 2)) / pieces);
param gain {(e, k) in LOSSES, i in 1 .. pieces} := expected_loss[e, k]    # kEUR per unit of u
  * (exp(-edge[e, k, i - 1]) - exp(-edge[e, k, i])) / (edge[e, k, i] - edge[e, k, i - 1]);

# What a rule of massive deployment counts, and at whom.
set COUNTED {r in DEPLOYMENT_RULES, h in RULE_GROUPS[r]} := {e in RULE_MEMBERS[r, h]:
  r in MEASURE_RULES and rule_measure[r] in MEASURES_OF[e]
  or r not in MEASURE_RULES and rule_objective[r] in OBJECTIVES_OF[e]};
param counts {r in DEPLOYMENT_RULES, e in BENEFICIARIES, m in MEASURES_OF[e]} :=
  if r in MEASURE_RULES then (if m = rule_measure[r] then 1 else 0)
  else serves_at[e, rule_objective[r], m];
param mean_weight {r in DEPLOYMENT_RULES, h in RULE_GROUPS[r]} :=
  if card(COUNTED[r, h]) = 0 then 0
  else sum {e in COUNTED[r, h]} size[e, rule_driver[r]] / card(COUNTED[r, h]);

set PILOT_POOL {m in SHARED_PILOT} := {e in BENEFICIARIES: m in MEASURES_OF[e]};
param pilot_mean {m in SHARED_PILOT} := if card(PILOT_POOL[m]) = 0 then 0
  else sum {e in PILOT_POOL[m]} size[e, pilot_driver[m]] / card(PILOT_POOL[m]);

# Weight of a group as a share of the weight of all groups.
param group_weight {r in TERRITORY_RULES, h in GROUPS[r]} :=
  sum {e in GROUP_MEMBERS[r, h]} size[e, territory_driver[r]];
param group_share {r in TERRITORY_RULES, h in GROUPS[r]: group_weight[r, h] > 0} :=
  group_weight[r, h] / sum {i in GROUPS[r]} group_weight[r, i];

# Weight in the goal of NIS shortfall, relative to the mean of those that have a class.
set CLASSED := {e in BENEFICIARIES: card(CLASS_OF[e]) > 0};
param shortfall_mean := sum {e in CLASSED} size[e, shortfall_driver] / card(CLASSED);
param shortfall_weight {e in CLASSED, o in OBJECTIVES} :=
  (size[e, shortfall_driver] / shortfall_mean) * objective_weight[o]
  * sum {c in CLASS_OF[e]} class_weight[c];

# The written tie-break: loss at stake (falling), agents (falling, unknown last), identifier.
param stake {e in BENEFICIARIES} := sum {k in THREATS} expected_loss[e, k];
param agents_or_last {e in BENEFICIARIES} :=
  if (e, 'agents') in DECLARED then declared_size[e, 'agents'] else -1;
param rank {e in BENEFICIARIES} := sum {f in BENEFICIARIES: stake[f] > stake[e]
  or stake[f] = stake[e] and agents_or_last[f] > agents_or_last[e]
  or stake[f] = stake[e] and agents_or_last[f] = agents_or_last[e] and f < e} 1;
param first_served {e in BENEFICIARIES} := 1 - rank[e] / (2 * card(BENEFICIARIES));
param early {m in MEASURES, y in YEARS} := (1 - (y - first_year) / (2 * T))
  * (1 - measure_position[m] / (2 * card(MEASURES)));


################################################################################# 3. The variables

# Share of m put in place at e during y. Increments already done are fixed, and nothing else was done
# in locked years; in a phase for pilots only, the others wait.
var d {e in BENEFICIARIES, m in MEASURES_OF[e], y in YEARS}
  >= if (e, m, y) in LOCKED then locked_share[e, m, y] else 0,
  <= if (e, m, y) in LOCKED then locked_share[e, m, y]
     else if y <= locked_through then 0
     else if m in PILOTED diff SHARED_PILOT then
       (if y <= pilot_until[m] and is_pilot[e] = 0 then 0 else speed[m])
     else speed[m];

# Money (kEUR) that v pays to e for a pot; y is the year of the need.
var g {v in VEHICLES, e in PAYEES[v], (p, n) in PAID[v, e], y in NEED_YEARS[v]}, >= 0;

# Money (kEUR) that e pays itself.
var own {e in BENEFICIARIES, (p, n) in POTS[e], y in YEARS}, >= 0;

# Shortfall of e (share) against a target that need not be met.
var short {e in BENEFICIARIES, o in OBJECTIVES, y in YEARS:
  exists {c in CLASS_OF[e]} (target[c, o, y] > 0 and is_hard[c, o] = 0)}, >= 0;

# Progress of e on piece i of the curve of avoided loss.
var avoided_on_piece {(e, k) in LOSSES, y in YEARS, i in 1 .. pieces}, >= 0,
  <= edge[e, k, i] - edge[e, k, i - 1];

# Payments to beneficiaries in the year of payment, and money carried over to the next year (kEUR).
var spent {v in VEHICLES, y in YEARS: pays_beneficiaries[v] = 1}, >= 0;
var carry {v in VEHICLES, y in YEARS: y < last_year}, >= 0, <= carry_over[v] * money[v, y];

# Capacity of a shared service added and in place (units), and its payment (kEUR).
var build {s in SERVICES, y in YEARS}, >= 0;
var capacity {s in SERVICES, y in YEARS}, >= 0;
var pay {v in VEHICLES, s in SERVICES, n in NATURES_PAID[v], y in YEARS:
  v in SERVICE_VEHICLES[s]}, >= 0;

var cliff, >= 0;                        # gap after the horizon, kEUR per year (soft rule)
var lowest_coverage, >= 0, <= 1;        # lowest coverage of the last year, share

var goal_value {GOALS};                 # what each goal comes to


########################################################################## 4. Rows of a beneficiary

# Locked years are as they really were.
s.t. g_was {v in VEHICLES, e in PAYEES[v], (p, n) in PAID[v, e], y in NEED_YEARS[v]:
    y <= locked_through}: g[v, e, p, n, y] = was_paid[v, e, p, n, y];
s.t. own_as_it_was {e in BENEFICIARIES, (p, n) in POTS[e], y in YEARS: y <= locked_through}:
  own[e, p, n, y] = own_was[e, p, n, y];
s.t. pay_was {v in VEHICLES, s in SERVICES, n in NATURES_PAID[v], y in YEARS:
    v in SERVICE_VEHICLES[s] and y <= locked_through}:
  pay[v, s, n, y]
  = if (v, s, n, y) in LOCKED_SERVICES then locked_service[v, s, n, y] / 1000 else 0;

s.t. deployed {e in BENEFICIARIES, m in MEASURES_OF[e]}:
  sum {y in YEARS} d[e, m, y] <= 1 - initial[e, m];

# m runs ahead of what it needs (n) at most as far as it already was.
s.t. prerequisite {e in BENEFICIARIES, m in MEASURES_OF[e],
    n in PREREQUISITES[m] inter MEASURES_OF[e], y in YEARS}:
  sum {u in first_year .. y} (d[e, m, u] - d[e, n, u]) <= max(0, initial[e, n] - initial[e, m]);

# Every need is paid by somebody. Full deployment of a measure costs its one-off cost once, in
# proportion to what is put in place, and its recurring cost every year, in proportion to what is
# in place. In locked years more may have been paid than that.
s.t. financing {e in BENEFICIARIES, (p, n) in POTS[e], y in YEARS: y > locked_through}:
  sum {v in VEHICLES: e in PAYEES[v] and p in DOMAINS_PAID[v] and n in NATURES_PAID[v]
    and y in NEED_YEARS[v]} g[v, e, p, n, y] + own[e, p, n, y]
  = sum {m in MEASURES_IN[e, p]} (
    if n = 'one_off' then one_off_cost[e, m, y] * d[e, m, y]
    else recurring_cost[e, m, y] * (existing_costs_in_plan * initial[e, m]
      + sum {u in first_year .. y} d[e, m, u]));

s.t. ceiling {v in WITH_CEILING, e in PAYEES[v]: ceiling_is_yearly[v] = 0 or v in PAYS_RESULTS}:
  sum {(p, n) in PAID[v, e], y in NEED_YEARS[v]} g[v, e, p, n, y] <= ceiling_at[v, e];

s.t. ceiling_of_year {v in WITH_CEILING, e in PAYEES[v], y in NEED_YEARS[v]:
    ceiling_is_yearly[v] = 1 and v not in PAYS_RESULTS}:
  sum {(p, n) in PAID[v, e]} g[v, e, p, n, y] <= ceiling_at[v, e];

# Floors bind where the vehicle has something it may pay for.
s.t. floor {v in WITH_FLOOR, e in PAYEES[v]: floor_is_yearly[v] = 0
    and card(PAID[v, e]) > 0 and card(NEED_YEARS[v]) > 0}:
  sum {(p, n) in PAID[v, e], y in NEED_YEARS[v]} g[v, e, p, n, y] >= floor_at[v, e];

s.t. floor_of_year {v in WITH_FLOOR, e in PAYEES[v], y in NEED_YEARS[v]:
    floor_is_yearly[v] = 1 and card(PAID[v, e]) > 0 and y > locked_through}:
  sum {(p, n) in PAID[v, e]} g[v, e, p, n, y] >= floor_at[v, e];

# What a beneficiary is entitled to.
s.t. entitlement {v in WITH_ENTITLEMENT, e in PAYEES[v], y in NEED_YEARS[v]: card(PAID[v, e]) > 0}:
  sum {(p, n) in PAID[v, e]} g[v, e, p, n, y] <= entitled[v, e, y] / 1000;

# One claim: what is drawn in each window, over all there is for e in it, adds up to one at most.
s.t. one_claim {c in CLAIMS, e in BENEFICIARIES}:
  sum {v in CLAIMED: claim[v] = c and e in PAYEES[v] and claimable[v, e] > 0}
    sum {(p, n) in PAID[v, e], y in NEED_YEARS[v]} g[v, e, p, n, y] / claimable[v, e] <= 1;

# Co-financing: at most a share of the need.
s.t. rate {v in WITH_RATE, e in PAYEES[v], (p, n) in PAID[v, e], y in NEED_YEARS[v]:
    y > locked_through}:
  g[v, e, p, n, y] <= largest_rate[v] * sum {m in MEASURES_IN[e, p]} (
    if n = 'one_off' then one_off_cost[e, m, y] * d[e, m, y]
    else recurring_cost[e, m, y] * (existing_costs_in_plan * initial[e, m]
      + sum {u in first_year .. y} d[e, m, u]));

s.t. band_drop {v in WITH_DROP, e in PAYEES[v], y in NEED_YEARS[v]:
    y > first_year and y > locked_through and card(PAID[v, e]) > 0}:
  sum {(p, n) in PAID[v, e]} (g[v, e, p, n, y] - (1 - drop_share[v]) * g[v, e, p, n, y - 1])
  >= -drop_amount[v] / 1000;

s.t. band_rise {v in WITH_RISE, e in PAYEES[v], y in NEED_YEARS[v]:
    y > first_year and y > locked_through and card(PAID[v, e]) > 0}:
  sum {(p, n) in PAID[v, e]} (g[v, e, p, n, y] - (1 + rise_share[v]) * g[v, e, p, n, y - 1])
  <= rise_amount[v] / 1000;

s.t. own_funds {e in BENEFICIARIES, y in YEARS:
    own_funds_limited = 1 and card(POTS[e]) > 0 and y > locked_through}:
  sum {(p, n) in POTS[e]} own[e, p, n, y] <= own_share * own_means[e, y];

# Payment on results never runs ahead of progress.
s.t. results {v in PAYS_RESULTS, e in PAYEES[v] diff EARNED_BEFORE[v], y in NEED_YEARS[v]:
    card(PAID[v, e]) > 0 and y > locked_through}:
  sum {(p, n) in PAID[v, e], u in first_year .. y} g[v, e, p, n, u]
  <= pay_per_progress[v, e]
    * sum {o in RESULT_OBJECTIVES[v] inter OBJECTIVES_OF[e], m in MEASURES_OF[e]}
      serves_at[e, o, m] * sum {u in first_year .. y} d[e, m, u];

s.t. coverage {o in OBJECTIVES, c in CLASSES, y in YEARS, e in CLASS_MEMBERS[c]:
    target[c, o, y] > 0}:
  sum {m in MEASURES_OF[e]}
    serves[o, m, c] * (initial[e, m] + sum {u in first_year .. y} d[e, m, u])
  + (if is_hard[c, o] = 0 then short[e, o, y]) >= target[c, o, y];

# Loss is avoided as far as measures are in place. (What was avoided at the start does not count.)
s.t. avoided {(e, k) in LOSSES, y in YEARS}:
  sum {i in 1 .. pieces} avoided_on_piece[e, k, y, i]
  <= sum {m in MEASURES_OF[e]} strength[m, k] * sum {u in first_year .. y} d[e, m, u];

s.t. no_worse {e in WITH_REFERENCE}:
  sum {v in VEHICLES: e in PAYEES[v]} (sum {(p, n) in PAID[v, e], y in NEED_YEARS[v]}
    g[v, e, p, n, y]) >= reference_money[e] / 1000;


###################################################################### 5. Rows across beneficiaries

s.t. spend {v in VEHICLES, y in YEARS: pays_beneficiaries[v] = 1}:
  sum {e in PAYEES[v], (p, n) in PAID[v, e]: y - lag[v] >= first_year} g[v, e, p, n, y - lag[v]]
  = spent[v, y];

s.t. envelope {v in VEHICLES, y in YEARS}:
  (if pays_beneficiaries[v] = 1 then spent[v, y])
  + sum {s in SERVICES, n in NATURES_PAID[v]: v in SERVICE_VEHICLES[s]} pay[v, s, n, y]
  + (if y < last_year then carry[v, y]) - (if y > first_year then carry[v, y - 1])
  <= money[v, y];

# What recurs in the last year must be borne by means that last.
s.t. sustainability {r in {sustainability_rule}: r > 0}:
  sum {v in VEHICLES, e in PAYEES[v], (p, n) in PAID[v, e]:
    n = 'recurring' and last_year in NEED_YEARS[v]} g[v, e, p, n, last_year]
  + sum {e in BENEFICIARIES, (p, n) in POTS[e]: n = 'recurring'} own[e, p, n, last_year]
  + sum {v in VEHICLES, s in SERVICES, n in NATURES_PAID[v]:
    n = 'recurring' and v in SERVICE_VEHICLES[s]} pay[v, s, n, last_year]
  - (if r = 1 then cliff)
  <= sum {v in VEHICLES} after_horizon[v] / 1000
  + (if own_funds_limited = 1 then
    lasting_own_share * sum {e in BENEFICIARIES} own_means[e, last_year] else 0);

# Money of a group (by year of payment) relative to its share of the weight.
s.t. territory_floor {r in WITH_LEAST, h in CONCERNED[r]:
    territory_is_yearly[r] = 0 and group_weight[r, h] > 0}:
  sum {v in RULE_VEHICLES[r], e in GROUP_MEMBERS[r, h] inter PAYEES[v], (p, n) in PAID[v, e],
    y in NEED_YEARS[v]} g[v, e, p, n, y]
  >= least_multiple[r] * group_share[r, h]
    * sum {v in RULE_VEHICLES[r], y in YEARS: pays_beneficiaries[v] = 1} spent[v, y];

s.t. territory_floor_of_year {r in WITH_LEAST, h in CONCERNED[r], y in YEARS:
    territory_is_yearly[r] = 1 and group_weight[r, h] > 0}:
  sum {v in RULE_VEHICLES[r], e in GROUP_MEMBERS[r, h] inter PAYEES[v], (p, n) in PAID[v, e]:
    y - lag[v] >= first_year} g[v, e, p, n, y - lag[v]]
  >= least_multiple[r] * group_share[r, h]
    * sum {v in RULE_VEHICLES[r]: pays_beneficiaries[v] = 1} spent[v, y];

s.t. territory_ceiling {r in WITH_MOST, h in CONCERNED[r]:
    territory_is_yearly[r] = 0 and group_weight[r, h] > 0}:
  sum {v in RULE_VEHICLES[r], e in GROUP_MEMBERS[r, h] inter PAYEES[v], (p, n) in PAID[v, e],
    y in NEED_YEARS[v]} g[v, e, p, n, y]
  <= most_multiple[r] * group_share[r, h]
    * sum {v in RULE_VEHICLES[r], y in YEARS: pays_beneficiaries[v] = 1} spent[v, y];

s.t. territory_ceiling_of_year {r in WITH_MOST, h in CONCERNED[r], y in YEARS:
    territory_is_yearly[r] = 1 and group_weight[r, h] > 0}:
  sum {v in RULE_VEHICLES[r], e in GROUP_MEMBERS[r, h] inter PAYEES[v], (p, n) in PAID[v, e]:
    y - lag[v] >= first_year} g[v, e, p, n, y - lag[v]]
  <= most_multiple[r] * group_share[r, h]
    * sum {v in RULE_VEHICLES[r]: pays_beneficiaries[v] = 1} spent[v, y];

# Staff: what is put in place this year, and what is in place.
s.t. staffing {r in STAFFED_REGIONS, y in YEARS}:
  sum {e in REGION_MEMBERS[r], m in MEASURES_OF[e]} (install_staff[e, m] * d[e, m, y]
    + running_staff[e, m] * sum {u in first_year .. y} d[e, m, u])
  <= available_staff[r, y];

# By its year, a share of the weight has the measure in place or reaches the objective.
s.t. massive {r in DEPLOYMENT_RULES, h in RULE_GROUPS[r]: mean_weight[r, h] > 0}:
  sum {e in COUNTED[r, h]} size[e, rule_driver[r]] / mean_weight[r, h]
    * sum {m in MEASURES_OF[e]} counts[r, e, m]
      * (initial[e, m] + sum {u in first_year .. rule_year[r]} d[e, m, u])
  >= rule_share[r] * sum {e in COUNTED[r, h]} size[e, rule_driver[r]] / mean_weight[r, h];

s.t. pilot_share {m in SHARED_PILOT, y in YEARS: y <= pilot_until[m] and pilot_mean[m] > 0}:
  sum {e in PILOT_POOL[m], u in first_year .. y} size[e, pilot_driver[m]] / pilot_mean[m]
    * d[e, m, u]
  <= pilot_largest_share[m] * sum {e in PILOT_POOL[m]} size[e, pilot_driver[m]] / pilot_mean[m];

# Shared services: use within capacity; capacity is built and run with public money. What stood
# before is already paid.
s.t. service_use {s in SERVICES, y in YEARS: y > locked_through}:
  sum {e in SERVED[s], m in SERVICE_MEASURES[s] inter MEASURES_OF[e]}
    size[e, service_driver[s]] * sum {u in first_year .. y} d[e, m, u] <= capacity[s, y];

s.t. service_largest {s in LIMITED_SERVICES, y in YEARS}: capacity[s, y] <= largest_capacity[s];

s.t. service_capacity {s in SERVICES, y in YEARS}:
  capacity[s, y] - build[s, y] - (if y > first_year then capacity[s, y - 1])
  = if y = first_year then initial_capacity[s] else 0;

s.t. service_build {s in SERVICES, y in YEARS}:
  price[y] * build_cost[s] / 1000 * build[s, y]
  = sum {v in SERVICE_VEHICLES[s]: 'one_off' in NATURES_PAID[v]} pay[v, s, 'one_off', y];

s.t. service_run {s in SERVICES, y in YEARS: y > locked_through}:
  price[y] * run_cost[s] / 1000 * (capacity[s, y] - initial_capacity[s])
  = sum {v in SERVICE_VEHICLES[s]: 'recurring' in NATURES_PAID[v]} pay[v, s, 'recurring', y];

# Coverage of the last year, the mean over the objectives of a beneficiary, is nowhere below this.
s.t. minimum {e in BENEFICIARIES: minimum_coverage_on = 1 and card(OBJECTIVES_OF[e]) > 0}:
  sum {o in OBJECTIVES_OF[e], m in MEASURES_OF[e]}
    serves_at[e, o, m] / card(OBJECTIVES_OF[e]) * (initial[e, m] + sum {y in YEARS} d[e, m, y])
  >= lowest_coverage;

# Nobody gets more money per unit of weight than a multiple of the mean.
s.t. ratio_cap {e in BENEFICIARIES: ratio_cap_on = 1}:
  sum {v in VEHICLES: e in PAYEES[v]} (sum {(p, n) in PAID[v, e], y in NEED_YEARS[v]}
    g[v, e, p, n, y])
  <= ratio_cap_multiple
    * (size[e, ratio_driver] / sum {f in BENEFICIARIES} size[f, ratio_driver])
    * sum {v in VEHICLES, y in YEARS: pays_beneficiaries[v] = 1} spent[v, y];


######################################################################################### 6. Goals

s.t. value_of_nis_shortfall: goal_value['nis_shortfall'] =
  sum {e in CLASSED, c in CLASS_OF[e], o in OBJECTIVES, y in YEARS:
    target[c, o, y] > 0 and is_hard[c, o] = 0} shortfall_weight[e, o] * short[e, o, y];

s.t. value_of_avoided_loss: goal_value['avoided_loss'] =            # kEUR
  sum {(e, k) in LOSSES, y in YEARS, i in 1 .. pieces}
    discount_factor[y] * care_weight[e] * gain[e, k, i] * avoided_on_piece[e, k, y, i];

s.t. value_of_public_money: goal_value['public_money'] =            # kEUR
  sum {v in VEHICLES, y in YEARS: pays_beneficiaries[v] = 1} spent[v, y]
  + sum {v in VEHICLES, s in SERVICES, n in NATURES_PAID[v], y in YEARS:
    v in SERVICE_VEHICLES[s]} pay[v, s, n, y];

s.t. value_of_own_money: goal_value['own_money'] =                  # kEUR
  sum {e in BENEFICIARIES, (p, n) in POTS[e], y in YEARS} own[e, p, n, y];

s.t. value_of_budget_cliff: goal_value['budget_cliff'] =            # kEUR per year
  if sustainability_rule = 1 then cliff;

s.t. value_of_minimum_coverage: goal_value['minimum_coverage'] =    # share
  if minimum_coverage_on = 1 then lowest_coverage;

s.t. value_of_tie_break: goal_value['tie_break'] =
  sum {e in BENEFICIARIES, m in MEASURES_OF[e], y in YEARS}
    first_served[e] * early[m, y] * d[e, m, y]
  - 0.001 * sum {v in VEHICLES, e in PAYEES[v], (p, n) in PAID[v, e], y in NEED_YEARS[v]}
    first_served[e] * (vehicle_position[v] / card(VEHICLES)) * g[v, e, p, n, y];

# A level of one goal keeps the direction of that goal; a level of several is made least, and goals
# of which more is wanted enter with a minus sign.
set ALONE := {n in 1 .. levels: card(LEVEL_GOALS[n]) = 1};
param upwards {n in 1 .. levels} :=                      # 1: this level is made greatest
  if n in ALONE and card(LEVEL_GOALS[n] inter MORE_IS_BETTER) = 1 then 1 else 0;
param factor {n in 1 .. levels, q in LEVEL_GOALS[n]} := if n in ALONE then 1
  else (if q in MORE_IS_BETTER then -1 else 1) * goal_weight[n, q];

# What earlier levels reached is held, less their tolerance.
s.t. goal {n in 1 .. level - 1}:
  (if upwards[n] = 1 then -1 else 1)
    * sum {q in LEVEL_GOALS[n]} factor[n, q] * goal_value[q]
  <= (if upwards[n] = 1 then -1 else 1) * held[n] + tolerance[n] * abs(held[n])
    + hold_slack * max(1, abs(held[n]));

minimize this_level: (if upwards[level] = 1 then -1 else 1)
  * sum {q in LEVEL_GOALS[level]} factor[level, q] * goal_value[q];

solve;

printf "level %d of %d\n", level, levels;
printf {n in {level}} "value of the level: %.12g\n",
  sum {q in LEVEL_GOALS[n]} factor[n, q] * goal_value[q];
printf {q in GOALS} "%-20s %18.6f\n", q, goal_value[q];
printf {v in VEHICLES, y in YEARS: pays_beneficiaries[v] = 1}
  "paid to beneficiaries %s in %d: %.3f kEUR of %.3f\n", v, y, spent[v, y], money[v, y];

end;
