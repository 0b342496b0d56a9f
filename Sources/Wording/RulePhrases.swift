// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// Rules as a person names them; the key is `rule.` and the family of the row.
  ///
  /// `{year}` may be one year, several (`2026–2028`), or empty.
  static let rulePhrases: [String: Phrase] =
    populationRulePhrases.merging(beneficiaryRulePhrases) { _, second in second }

  private static let populationRulePhrases: [String: Phrase] = [
    "rule.envelope": Phrase(fr: "enveloppe {vehicle} {year}", en: "envelope {vehicle} {year}"),
    "rule.spend": Phrase(
      fr: "dépense totale {vehicle} {year}", en: "total spending {vehicle} {year}"),
    "rule.sustainability": Phrase(
      fr: "moyens pérennes après l’horizon", en: "lasting means after the horizon"),
    "rule.territory_floor": Phrase(fr: "plancher {owner} {year}", en: "floor {owner} {year}"),
    "rule.territory_ceiling": Phrase(fr: "plafond {owner} {year}", en: "ceiling {owner} {year}"),
    "rule.staffing": Phrase(
      fr: "ETP sécurité {place} {year}", en: "security staff {place} {year}"),
    "rule.massive": Phrase(
      fr: "déploiement demandé, {subject} à {share} fin {deadline} {place}",
      en: "deployment asked for, {subject} at {share} by end {deadline} {place}"),
    "rule.massive.unknown": Phrase(
      fr: "déploiement demandé par la règle {rule} {place}",
      en: "deployment asked for by rule {rule} {place}"),
    "rule.pilot_share": Phrase(
      fr: "part des pilotes pour « {measure} » {year}",
      en: "share of pilots for \"{measure}\" {year}"),
    "rule.service_use": Phrase(
      fr: "capacité du service « {service} » {year}", en: "capacity of \"{service}\" {year}"),
    "rule.service_capacity": Phrase(
      fr: "suite des capacités de « {service} » {year}",
      en: "capacity year on year of \"{service}\" {year}"),
    "rule.service_build": Phrase(
      fr: "paiement de l’installation de « {service} » {year}",
      en: "payment for building \"{service}\" {year}"),
    "rule.service_run": Phrase(
      fr: "paiement du fonctionnement de « {service} » {year}",
      en: "payment for running \"{service}\" {year}"),
    "rule.minimum": Phrase(
      fr: "couverture minimale de {beneficiary}", en: "least coverage of {beneficiary}"),
    "rule.ratio_cap": Phrase(
      fr: "plafond d’équité de {beneficiary}", en: "fairness cap of {beneficiary}"),
    "rule.goal": Phrase(
      fr: "valeur atteinte du but « {goal} »", en: "value reached by the goal \"{goal}\""),
    "rule.group": Phrase(fr: "du groupe {group}", en: "of group {group}"),
    "rule.withinGroup": Phrase(fr: "dans le groupe {group}", en: "in group {group}"),
    "rule.otherGroups": Phrase(fr: "{count} autres", en: "{count} others"),
    "rule.objective": Phrase(fr: "objectif {objective}", en: "objective {objective}"),
  ]

  private static let beneficiaryRulePhrases: [String: Phrase] = [
    "rule.deployed": Phrase(
      fr: "déploiement complet de « {measure} », {beneficiary}",
      en: "full deployment of \"{measure}\", {beneficiary}"),
    "rule.prerequisite": Phrase(
      fr: "« {prerequisite} » avant « {measure} », {beneficiary} {year}",
      en: "\"{prerequisite}\" before \"{measure}\", {beneficiary} {year}"),
    "rule.financing": Phrase(
      fr: "financement du besoin {pot}, {beneficiary} {year}",
      en: "financing of the need {pot}, {beneficiary} {year}"),
    "rule.ceiling": Phrase(
      fr: "plafond {vehicle}, {beneficiary} {year}", en: "ceiling {vehicle}, {beneficiary} {year}"),
    "rule.floor": Phrase(
      fr: "plancher {vehicle}, {beneficiary} {year}", en: "floor {vehicle}, {beneficiary} {year}"),
    "rule.entitlement": Phrase(
      fr: "droit à {vehicle}, {beneficiary} {year}",
      en: "entitlement to {vehicle}, {beneficiary} {year}"),
    "rule.one_claim": Phrase(
      fr: "dossier unique {rule}, {beneficiary}", en: "one claim {rule}, {beneficiary}"),
    "rule.rate": Phrase(
      fr: "taux d’aide {vehicle} ({pot}), {beneficiary} {year}",
      en: "aid rate {vehicle} ({pot}), {beneficiary} {year}"),
    "rule.band_drop": Phrase(
      fr: "baisse limitée {vehicle}, {beneficiary} {year}",
      en: "limited fall {vehicle}, {beneficiary} {year}"),
    "rule.band_rise": Phrase(
      fr: "hausse limitée {vehicle}, {beneficiary} {year}",
      en: "limited rise {vehicle}, {beneficiary} {year}"),
    "rule.own_funds": Phrase(
      fr: "fonds propres, {beneficiary} {year}", en: "own funds, {beneficiary} {year}"),
    "rule.results": Phrase(
      fr: "paiement aux résultats {vehicle}, {beneficiary} {year}",
      en: "payment on results {vehicle}, {beneficiary} {year}"),
    "rule.coverage": Phrase(
      fr: "cible NIS {objective} ({class}), {beneficiary} {year}",
      en: "NIS target {objective} ({class}), {beneficiary} {year}"),
    "rule.avoided": Phrase(
      fr: "pertes évitées ({threat}), {beneficiary} {year}",
      en: "avoided losses ({threat}), {beneficiary} {year}"),
    "rule.no_worse": Phrase(
      fr: "montant de référence garanti, {beneficiary}",
      en: "guaranteed reference amount, {beneficiary}"),
  ]

  /// Goals by name.
  static let goalPhrases: [String: Phrase] = [
    "goal.nis_shortfall": Phrase(fr: "manque NIS", en: "NIS shortfall"),
    "goal.avoided_loss": Phrase(fr: "pertes évitées", en: "avoided losses"),
    "goal.public_money": Phrase(fr: "argent public", en: "public money"),
    "goal.own_money": Phrase(fr: "argent des établissements", en: "establishments’ own money"),
    "goal.budget_cliff": Phrase(fr: "falaise budgétaire", en: "budget cliff"),
    "goal.minimum_coverage": Phrase(fr: "couverture minimale", en: "least coverage"),
    "goal.tie_break": Phrase(fr: "départage", en: "tie-break"),
    "goal.broken_rules": Phrase(fr: "règles enfreintes", en: "broken rules"),
  ]
}
