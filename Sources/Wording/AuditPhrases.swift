// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// Phrases for rules that a plan does not keep; each ends with what to do about it.
  static let auditPhrases: [String: Phrase] =
    auditLocalPhrases
    .merging(auditMoneyPhrases) { _, second in second }
    .merging(auditCouplingPhrases) { _, second in second }
    .merging(auditServicePhrases) { _, second in second }
    .merging(auditStructurePhrases) { _, second in second }
    .merging(auditReadingPhrases) { _, second in second }

  /// A phrase that ends with the remedy common to all: the plan must not be used.
  private static func audit(_ fr: String, _ en: String) -> Phrase {
    Phrase(
      fr: "Contrôle indépendant, {who} : \(fr) N’utilisez pas ce plan et signalez l’écart.",
      en: "Independent check, {who}: \(en) Do not use this plan, and report the difference.")
  }

  private static let auditLocalPhrases: [String: Phrase] = [
    "audit.deployed": audit(
      "le plan ajoute {value} d’une mesure dont il ne reste que {limit} à déployer.",
      "the plan adds {value} of a measure of which only {limit} is left to put in place."),
    "audit.prerequisite": audit(
      "la mesure avance à {value} alors que son prérequis n’autorise que {limit}.",
      "the measure is ahead at {value} where its prerequisite allows only {limit}."),
    "audit.speed": audit(
      "{value} est déployé en un an, pour une vitesse d’au plus {limit}.",
      "{value} is put in place in one year, for a speed of at most {limit}."),
    "audit.whole_step": audit(
      "{value} est déployé en un an, ce qui n’est pas une étape entière ({limit}).",
      "{value} is put in place in one year, which is no whole step ({limit})."),
    "audit.pilots_only": audit(
      "{value} est déployé pendant la phase réservée aux pilotes.",
      "{value} is put in place during the phase kept for pilots."),
    "audit.locked": audit(
      "l’incrément déjà réalisé est de {limit}, le plan porte {value}.",
      "the increment already done is {limit}, the plan has {value}."),
    "audit.coverage": audit(
      "la couverture NIS est de {value} pour {limit} annoncé ou exigé.",
      "NIS coverage stands at {value} against {limit} claimed or required."),
    "audit.results": audit(
      "{value} {unit} sont payés, alors que les progrès n’ouvrent droit qu’à {limit} {unit}.",
      "{value} {unit} are paid, where progress gives a right to {limit} {unit} only."),
    "audit.avoided": audit(
      "les pertes évitées valent {value} {unit}, moins que les {limit} {unit} annoncés.",
      "avoided losses are worth {value} {unit}, less than the {limit} {unit} claimed."),
    "audit.minimum": audit(
      "la plus basse couverture est de {value}, moins que {limit} annoncé.",
      "the lowest coverage is {value}, less than the {limit} claimed."),
  ]

  private static let auditMoneyPhrases: [String: Phrase] = [
    "audit.financing": audit(
      "{value} {unit} financent un besoin de {limit} {unit}.",
      "{value} {unit} pay for a need of {limit} {unit}."),
    "audit.ceiling": audit(
      "{value} {unit} sont versés pour un plafond de {limit} {unit}.",
      "{value} {unit} are paid against a ceiling of {limit} {unit}."),
    "audit.entitlement": audit(
      "{value} {unit} sont versés pour un droit de {limit} {unit}.",
      "{value} {unit} are paid against an entitlement of {limit} {unit}."),
    "audit.one_claim": audit(
      "le dossier unique est tiré à {value} en tout, pour {limit} au plus.",
      "the one claim is drawn at {value} in all, against {limit} at most."),
    "audit.floor": audit(
      "{value} {unit} sont versés pour un plancher de {limit} {unit}.",
      "{value} {unit} are paid against a floor of {limit} {unit}."),
    "audit.rate": audit(
      "{value} {unit} sont versés, le taux de cofinancement permet {limit} {unit}.",
      "{value} {unit} are paid, the co-financing rate allows {limit} {unit}."),
    "audit.band_drop": audit(
      "le versement tombe à {value} {unit}, la baisse permise s’arrête à {limit} {unit}.",
      "the money falls to {value} {unit}, the fall allowed stops at {limit} {unit}."),
    "audit.band_rise": audit(
      "le versement monte à {value} {unit}, la hausse permise s’arrête à {limit} {unit}.",
      "the money rises to {value} {unit}, the rise allowed stops at {limit} {unit}."),
    "audit.own_funds": audit(
      "{value} {unit} de fonds propres sont demandés pour {limit} {unit} mobilisables.",
      "{value} {unit} of own money are asked for, {limit} {unit} can be used."),
    "audit.no_worse": audit(
      "{value} {unit} sont versés pour au moins {limit} {unit} garantis.",
      "{value} {unit} are paid against at least {limit} {unit} guaranteed."),
  ]

  private static let auditCouplingPhrases: [String: Phrase] = [
    "audit.spend": audit(
      "les lignes totalisent {value} {unit} pour une dépense de {limit} {unit}.",
      "the lines add up to {value} {unit} for a spending of {limit} {unit}."),
    "audit.envelope": audit(
      "{value} {unit} sont dépensés ou reportés pour une enveloppe de {limit} {unit}.",
      "{value} {unit} are spent or carried over from an envelope of {limit} {unit}."),
    "audit.carry_over": audit(
      "{value} {unit} sont reportés, {limit} {unit} pouvaient l’être.",
      "{value} {unit} are carried over, {limit} {unit} could be."),
    "audit.sustainability": audit(
      "{value} {unit} par an après l’horizon, pour {limit} {unit} tenables ou annoncés.",
      "{value} {unit} a year after the horizon, against {limit} {unit} sustainable or claimed."),
    "audit.territory_floor": audit(
      "le groupe reçoit {value} {unit} pour un plancher de {limit} {unit}.",
      "the group receives {value} {unit} against a floor of {limit} {unit}."),
    "audit.territory_ceiling": audit(
      "le groupe reçoit {value} {unit} pour un plafond de {limit} {unit}.",
      "the group receives {value} {unit} against a ceiling of {limit} {unit}."),
    "audit.ratio_cap": audit(
      "{value} {unit} sont versés, la règle d’équité s’arrête à {limit} {unit}.",
      "{value} {unit} are paid, the rule of fairness stops at {limit} {unit}."),
    "audit.staffing": audit(
      "il faut {value} ETP, {limit} sont disponibles.",
      "{value} full-time equivalents are needed, {limit} are available."),
    "audit.massive": audit(
      "le déploiement atteint {value} équivalents bénéficiaires sur {limit} exigés.",
      "deployment reaches {value} beneficiary equivalents of {limit} required."),
    "audit.pilot_share": audit(
      "{value} équivalents bénéficiaires déploient pendant la phase pilote, pour {limit} permis.",
      "{value} beneficiary equivalents deploy during the pilot phase, {limit} are allowed."),
  ]

  private static let auditServicePhrases: [String: Phrase] = [
    "audit.service_use": audit(
      "{value} unités sont utilisées pour une capacité de {limit}.",
      "{value} units are used of a capacity of {limit}."),
    "audit.service_capacity": audit(
      "la capacité tombe à {value} après {limit}.",
      "capacity falls to {value} after {limit}."),
    "audit.service_build": audit(
      "{value} {unit} sont payés pour construire ce qui coûte {limit} {unit}.",
      "{value} {unit} are paid to build what costs {limit} {unit}."),
    "audit.service_run": audit(
      "{value} {unit} sont payés pour faire fonctionner ce qui coûte {limit} {unit}.",
      "{value} {unit} are paid to run what costs {limit} {unit}."),
    "audit.service_limit": audit(
      "la capacité est de {value}, au-delà du maximum de {limit}.",
      "capacity is {value}, above the largest of {limit}."),
    "audit.service_payer": audit(
      "{value} {unit} sont payés par un vecteur que le service ne nomme pas.",
      "{value} {unit} are paid by a vehicle that the service does not name."),
  ]

  private static let auditStructurePhrases: [String: Phrase] = [
    "audit.nature": audit(
      "{value} {unit} paient une nature de dépense que ce vecteur ne peut pas payer.",
      "{value} {unit} pay a nature of cost that this vehicle may not pay."),
    "audit.domain": audit(
      "{value} {unit} paient un domaine que ce vecteur ne peut pas payer.",
      "{value} {unit} pay a domain that this vehicle may not pay."),
    "audit.eligibility": audit(
      "{value} {unit} vont à un bénéficiaire qui n’est pas éligible.",
      "{value} {unit} go to a beneficiary that is not eligible."),
    "audit.lag": audit(
      "{value} {unit} seraient payés après l’horizon.",
      "{value} {unit} would be paid after the horizon."),
  ]

  private static let auditReadingPhrases: [String: Phrase] = [
    "audit.negative": audit(
      "la valeur {value} n’est pas un nombre positif ou nul.",
      "the value {value} is not a number of 0 or more."),
    "audit.goal": audit(
      "cet objectif vaut {value}, moins bien que {limit} annoncé.",
      "this goal is worth {value}, not as good as the {limit} claimed."),
    "audit.whole_euros": audit(
      "{value} € sont notifiés pour un montant exact de {limit} €.",
      "{value} € are notified for an exact amount of {limit} €."),
    "audit.shape": audit(
      "le plan ne correspond pas au scénario ({value} au lieu de {limit}, ou une ligne en double).",
      "the plan does not fit the scenario ({value} instead of {limit}, or a line twice)."),
    "audit.input": audit(
      "le scénario ne donne pas ce qu’une formule demande ({value} au lieu de {limit}).",
      "the scenario does not give what a formula needs ({value} instead of {limit})."),
  ]
}
