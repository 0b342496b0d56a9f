// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// Words of `releve explain`.
  static let explainPhrases: [String: Phrase] =
    explainScreenPhrases
    .merging(explainGroupPhrases) { _, second in second }
    .merging(explainReasonPhrases) { _, second in second }
    .merging(explainCodePhrases) { _, second in second }
    .merging(explainPricePhrases) { _, second in second }
    .merging(explainLetterPhrases) { _, second in second }
    .merging(explainFaultPhrases) { _, second in second }
    .merging(explainHelpPhrases) { _, second in second }

  private static let explainScreenPhrases: [String: Phrase] = [
    "explain.title": Phrase(
      fr: "Relève · {title} : {subject}", en: "Relève · {title}: {subject}"),
    "explain.beneficiary": Phrase(fr: "{name} ({id})", en: "{name} ({id})"),
    "explain.kind.ght": Phrase(fr: "GHT", en: "GHT"),
    "explain.kind.legal_entity": Phrase(fr: "entité juridique", en: "legal entity"),
    "explain.kind.site": Phrase(fr: "site", en: "site"),
    "explain.status.public": Phrase(fr: "public", en: "public"),
    "explain.status.non_profit": Phrase(fr: "privé non lucratif", en: "private non-profit"),
    "explain.status.for_profit": Phrase(fr: "privé lucratif", en: "private for-profit"),
    "explain.class": Phrase(fr: "classe NIS {class}", en: "NIS class {class}"),
    "explain.noClass": Phrase(fr: "sans classe NIS", en: "no NIS class"),
    "explain.noun.agent": Phrase(fr: "agent", en: "agent"),
    "explain.noun.agents": Phrase(fr: "agents", en: "agents"),
    "explain.noun.target": Phrase(fr: "cible", en: "target"),
    "explain.noun.targets": Phrase(fr: "cibles", en: "targets"),
    "explain.noun.measure": Phrase(fr: "mesure", en: "measure"),
    "explain.noun.measures": Phrase(fr: "mesures", en: "measures"),
    "explain.noun.letter": Phrase(fr: "lettre", en: "letter"),
    "explain.noun.letters": Phrase(fr: "lettres", en: "letters"),
    "explain.total": Phrase(fr: "total", en: "total"),
    "explain.money": Phrase(fr: "Argent public (€)", en: "Public money (€)"),
    "explain.own": Phrase(fr: "À sa charge (€)", en: "Its own money (€)"),
    "explain.coverage": Phrase(fr: "Couverture NIS", en: "NIS coverage"),
    "explain.coverageOf": Phrase(fr: "Couverture NIS {class}", en: "NIS coverage {class}"),
    "explain.coverageNote": Phrase(
      fr: "Dernière colonne : ceux qui atteignent toutes leurs cibles de la dernière année.",
      en: "Last column: those that meet all their targets of the last year."),
    "explain.of": Phrase(fr: "{met} sur {all}", en: "{met} of {all}"),
    "explain.avoided": Phrase(fr: "Pertes évitées (€)", en: "Losses avoided (€)"),
    "explain.measures": Phrase(fr: "Mesures en place", en: "Measures in place"),
    "explain.noMeasure": Phrase(
      fr: "Aucune mesure en place à la fin de l’horizon.",
      en: "No measure in place at the end of the horizon."),
    "explain.before": Phrase(fr: "avant", en: "before"),
    "explain.rank": Phrase(
      fr: "Un million d’argent public y achète {yield} : rang {rank} sur {count}.",
      en: "A million of public money buys {yield} there: rank {rank} of {count}."),
    "explain.rank.class": Phrase(
      fr: """
        Un million d’argent public y achète {yield} : rang {rank} sur {count}, {rankInClass} sur \
        {countInClass} dans la classe {class}.
        """,
      en: """
        A million of public money buys {yield} there: rank {rank} of {count}, {rankInClass} of \
        {countInClass} in class {class}.
        """),
    "explain.yield.nis_shortfall": Phrase(
      fr: "{amount} (manque NIS comblé, parts pondérées × années)",
      en: "{amount} (NIS shortfall filled, weighted shares × years)"),
    "explain.yield.avoided_loss": Phrase(
      fr: "{amount} de pertes évitées", en: "{amount} of losses avoided"),
    "explain.why": Phrase(fr: "Pourquoi", en: "Why"),
    "explain.goalAtHand": Phrase(
      fr: "(but en jeu : {goal})", en: "(goal at hand: {goal})"),
    "explain.noReason": Phrase(
      fr: "Aucune règle du plan ne l’explique à elle seule.",
      en: "No rule of the plan explains it by itself."),
    "explain.nearest": Phrase(
      fr: "Ce qui changerait son montant, vérifié en replanifiant :",
      en: "What would alter its amount, verified by planning again:"),
    "explain.nearest.envelope": Phrase(
      fr: "enveloppe {vehicle} {year}", en: "envelope of {vehicle} {year}"),
    "explain.nearest.risk": Phrase(fr: "son risque", en: "its risk"),
    "explain.nearest.costs": Phrase(
      fr: "le coût de ses mesures", en: "the cost of its measures"),
    "explain.nearest.altered": Phrase(
      fr: "{lever} : {after} au lieu de {before} dès {altered} (rien à {unaltered})",
      en: "{lever}: {after} instead of {before} from {altered} (nothing at {unaltered})"),
    "explain.nearest.unaltered": Phrase(
      fr: "{lever} : toujours {before} à {unaltered}",
      en: "{lever}: still {before} at {unaltered}"),
    "explain.unproven": Phrase(
      fr: """
        Ce plan a été arrêté avant la preuve : il n’a pas de prix, et seules les raisons de fait sont \
        données.
        """,
      en: """
        This plan was stopped before the proof: it has no prices, and only reasons that are facts are \
        told.
        """),
    "explain.noAccounts": Phrase(
      fr: """
        Ce que vaudrait une mesure de plus n’est pas connu ici (mesures entières, ou pas de preuve).
        """,
      en: "What one more measure would be worth is not known here (whole measures, or no proof)."),
    "explain.measure": Phrase(fr: "{id} « {title} »", en: "{id} \"{title}\""),
    "explain.joint": Phrase(fr: " ; ", en: "; "),
    "explain.others": Phrase(fr: "{count} autres", en: "{count} others"),
    "explain.lettersWritten": Phrase(
      fr: "{count} : {folder}/", en: "{count}: {folder}/"),
  ]

  private static let explainGroupPhrases: [String: Phrase] = [
    "explain.members": Phrase(fr: "Membres", en: "Members"),
    "explain.column.money": Phrase(fr: "argent public (€)", en: "public money (€)"),
    "explain.column.own": Phrase(fr: "à sa charge (€)", en: "its own (€)"),
    "explain.column.coverage": Phrase(fr: "couverture", en: "coverage"),
    "explain.column.targets": Phrase(fr: "cibles", en: "targets"),
    "explain.column.target": Phrase(fr: "cible", en: "target"),
    "explain.column.met": Phrase(fr: "atteinte par", en: "met by"),
    "explain.memberReasons": Phrase(fr: "{id} : {reasons}", en: "{id}: {reasons}"),
    "explain.receivers": Phrase(
      fr: "{count}, dont {paid} reçoivent de l’argent public.",
      en: "{count}, {paid} of which get public money."),
    "explain.rules": Phrase(
      fr: "Règles de la région qui limitent", en: "Rules of the region that limit"),
    "explain.noRule": Phrase(
      fr: "Aucune règle propre à la région ne limite le plan.",
      en: "No rule of the region itself limits the plan."),
    "explain.whyCounted": Phrase(
      fr: "Pourquoi autant, et pas plus (un bénéficiaire peut compter plusieurs fois)",
      en: "Why this much, and no more (a beneficiary may count several times)"),
    "explain.noReasons": Phrase(
      fr: "Aucune raison à compter.", en: "No reason to count."),
    "explain.countedCode": Phrase(
      fr: "{count} : {words} [{code}]", en: "{count}: {words} [{code}]"),
    "explain.byClass": Phrase(fr: "Part atteinte, moyenne", en: "Share reached, mean"),
    "explain.contributions": Phrase(
      fr: "Mesures qui y contribuent : {measures}.", en: "Measures that contribute: {measures}."),
    "explain.nobodyMisses": Phrase(
      fr: "Aucune cible de cet objectif n’est manquée.",
      en: "No target of this objective is missed."),
    "explain.missing": Phrase(
      fr: "Une cible manquée au moins : {count}", en: "At least one target missed: {count}"),
    "explain.farthest": Phrase(fr: "Les plus loin de la cible", en: "Farthest from the target"),
    "explain.misses": Phrase(
      fr: "{name} : il manque {points} en {year} ({reasons})",
      en: "{name}: {points} missing in {year} ({reasons})"),
    "explain.measure.eligible": Phrase(
      fr: "Bénéficiaires concernés", en: "Beneficiaries it is meant for"),
    "explain.measure.completeBefore": Phrase(
      fr: "  complète avant l’horizon", en: "  complete before the horizon"),
    "explain.measure.added": Phrase(
      fr: "  avancée par le plan", en: "  taken further by the plan"),
    "explain.measure.complete": Phrase(
      fr: "  complète à la fin", en: "  complete at the end"),
    "explain.measure.partial": Phrase(
      fr: "  en partie à la fin", en: "  in part at the end"),
    "explain.measure.left": Phrase(
      fr: "  incomplète ou absente à la fin", en: "  incomplete or absent at the end"),
    "explain.measure.everywhere": Phrase(
      fr: "Complète partout où elle peut l’être.", en: "Complete wherever it can be."),
    "explain.worth": Phrase(
      fr: "Ce que vaudrait un déploiement complet de plus ({goal}), le plus près d’abord",
      en: "What one more full deployment would be worth ({goal}), the nearest first"),
    "explain.candidate": Phrase(fr: "{name} : {account}", en: "{name}: {account}"),
  ]

  private static let explainReasonPhrases: [String: Phrase] = [
    "explain.reason.not_eligible": Phrase(
      fr: "Aucun vecteur qui a de l’argent ne peut le payer : {refusals}.",
      en: "No vehicle that has money may pay it: {refusals}."),
    "explain.reason.target_met": Phrase(
      fr: "Aucune cible n’est manquée ({count}).", en: "No target is missed ({count})."),
    "explain.reason.fully_deployed": Phrase(
      fr: "Tout ce qui lui est destiné est en place à la fin ({count}).",
      en: "All that is meant for it is in place at the end ({count})."),
    "explain.reason.out_of_reach": Phrase(
      fr: "Hors d’atteinte même avec toutes les mesures : {targets}.",
      en: "Out of reach even with every measure: {targets}."),
    "explain.reason.speed_limit": Phrase(
      fr: "Déjà aussi vite que possible, et la cible reste manquée : {targets} ({measures}).",
      en: "Already as fast as can be, and the target is still missed: {targets} ({measures})."),
    "explain.reason.pilot_phase": Phrase(
      fr: "Phase pilote, pas encore ouverte à tous : {measures}.",
      en: "Pilot phase, not open to all yet: {measures}."),
    "explain.reason.prerequisite_missing": Phrase(
      fr: "Il faut d’abord {measures}.", en: "{measures} must come first."),
    "explain.reason.covered_otherwise": Phrase(
      fr: "Ses cibles sont atteintes autrement ({count}).",
      en: "Its targets are met in another way ({count})."),
    "explain.reason.own_funds_limit": Phrase(
      fr: "Ses fonds propres sont utilisés jusqu’à la limite ({years}).",
      en: "Its own funds are used up to the limit ({years})."),
    "explain.reason.ceiling_reached": Phrase(
      fr: "Plafond par bénéficiaire atteint : {vehicles}.",
      en: "Ceiling of a beneficiary reached: {vehicles}."),
    "explain.reason.entitlement_used": Phrase(
      fr: "Ses droits sont utilisés en entier : {vehicles}.",
      en: "What it is entitled to is used in full: {vehicles}."),
    "explain.reason.aid_rate": Phrase(
      fr: "L’aide ne paie qu’une part de chaque dépense : {vehicles}.",
      en: "The aid pays only a part of each expense: {vehicles}."),
    "explain.reason.year_on_year": Phrase(
      fr: "Le montant ne peut pas varier davantage d’une année à l’autre : {vehicles}.",
      en: "The amount may not change more from year to year: {vehicles}."),
    "explain.reason.paid_on_results": Phrase(
      fr: "Payé au progrès accompli, pas davantage : {vehicles}.",
      en: "Paid for the progress made, no more: {vehicles}."),
    "explain.reason.waits_for_staff": Phrase(
      fr: "Les équipes sécurité manquent {region} ({years}) pour {measures}.",
      en: "Security staff is short {region} ({years}) for {measures}."),
    "explain.reason.envelope_exhausted": Phrase(
      fr: "Enveloppes épuisées : {vehicles}. Reste à faire : {measures}.",
      en: "Envelopes used up: {vehicles}. Left to do: {measures}."),
    "explain.reason.service_full": Phrase(
      fr: "Service mutualisé à pleine capacité ({years}) : {services}.",
      en: "Shared service at full capacity ({years}): {services}."),
    "explain.reason.lasting_means": Phrase(
      fr: """
        Les moyens pérennes ne suffisent pas pour faire vivre davantage après l’horizon ({measures}).
        """,
      en: "Lasting means do not suffice to keep up more after the horizon ({measures})."),
    "explain.reason.regional_ceiling": Phrase(
      fr: "Le plafond {groups} est atteint.", en: "The ceiling {groups} is reached."),
    "explain.reason.ratio_cap": Phrase(
      fr: "Plafond d’équité atteint : pas plus d’argent par unité de taille.",
      en: "Fairness cap reached: no more money per unit of size."),
    "explain.reason.nothing_gained": Phrase(
      fr: """
        Aux prix du plan, ce qui lui reste à faire coûte plus que cela ne rapporte ({count}) ; le plus \
        près : {nearest}.
        """,
      en: """
        At the plan’s prices, what is left to do costs more than it brings ({count}); the nearest: \
        {nearest}.
        """),
    "explain.reason.always_funded": Phrase(
      fr: "Financé dans tout plan aussi bon : sans argent public ici, au moins {effect}.",
      en: "Funded in every plan as good: without public money here, at least {effect}."),
    "explain.reason.always_funded.fixed": Phrase(
      fr: "Financé dans tout plan : les règles ne permettent pas de le laisser sans argent public.",
      en: "Funded in every plan: the rules do not allow to leave it without public money."),
    "explain.reason.funded_at_margin": Phrase(
      fr: """
        Financé au seuil : aux prix du plan, l’argent public qu’il reçoit ne vaut pas plus ici \
        qu’ailleurs.
        """,
      en: """
        Funded at the margin: at the plan’s prices, the public money it gets is worth no more here \
        than elsewhere.
        """),
    "explain.reason.tie_broken": Phrase(
      fr: """
        Départagé par la règle : un plan aussi bon sur chaque but lui donne autre chose, ou une autre \
        année.
        """,
      en: """
        Decided by the tie-break: a plan as good on every goal gives it something else, or in another \
        year.
        """),
    "explain.reason.regional_floor": Phrase(
      fr: "Le plancher {groups} lui amène de l’argent.",
      en: "The floor {groups} brings it money."),
    "explain.reason.vehicle_floor": Phrase(
      fr: "Montant minimal garanti : {vehicles}.", en: "Least amount guaranteed: {vehicles}."),
    "explain.reason.no_worse": Phrase(
      fr: "Montant de référence garanti : pas moins que dans la référence.",
      en: "Reference amount guaranteed: no less than in the reference."),
    "explain.reason.deployment_asked": Phrase(
      fr: "Une règle de déploiement le demande : {asked}.",
      en: "A rule of deployment asks for it: {asked}."),
    "explain.refusal": Phrase(fr: "{vehicle} ({conditions})", en: "{vehicle} ({conditions})"),
    "explain.condition.no_money": Phrase(fr: "pas d’argent compté", en: "no money counted on"),
    "explain.condition.services_only": Phrase(
      fr: "services mutualisés seulement", en: "shared services only"),
    "explain.condition.region": Phrase(fr: "autre région", en: "other region"),
    "explain.condition.nis_class": Phrase(fr: "autre classe NIS", en: "other NIS class"),
    "explain.condition.status": Phrase(fr: "autre statut", en: "other status"),
    "explain.condition.kind": Phrase(fr: "autre type d’unité", en: "other kind of unit"),
    "explain.condition.not_listed": Phrase(fr: "pas dans la liste", en: "not on the list"),
    "explain.condition.no_need": Phrase(
      fr: "rien de payable à faire", en: "nothing to do that it pays"),
    "explain.condition.too_late": Phrase(
      fr: "paie après l’horizon", en: "pays after the horizon"),
  ]

  /// A few words for each code, without a number in them: letters use them too.
  private static let explainCodePhrases: [String: Phrase] = [
    "explain.code.not_eligible": Phrase(
      fr: "aucun vecteur ne peut payer", en: "no vehicle may pay"),
    "explain.code.target_met": Phrase(fr: "cibles atteintes", en: "targets met"),
    "explain.code.fully_deployed": Phrase(fr: "tout est en place", en: "all is in place"),
    "explain.code.out_of_reach": Phrase(
      fr: "cible hors d’atteinte même avec toutes les mesures",
      en: "target out of reach even with every measure"),
    "explain.code.speed_limit": Phrase(
      fr: "déjà aussi vite que possible", en: "already as fast as can be"),
    "explain.code.pilot_phase": Phrase(fr: "phase pilote", en: "pilot phase"),
    "explain.code.prerequisite_missing": Phrase(
      fr: "un préalable manque", en: "a prerequisite is missing"),
    "explain.code.covered_otherwise": Phrase(
      fr: "cibles atteintes par d’autres mesures", en: "targets met by other measures"),
    "explain.code.own_funds_limit": Phrase(
      fr: "limite des fonds propres", en: "limit of own funds"),
    "explain.code.ceiling_reached": Phrase(
      fr: "plafond par bénéficiaire atteint", en: "ceiling of a beneficiary reached"),
    "explain.code.entitlement_used": Phrase(
      fr: "droits utilisés en entier", en: "entitlement used in full"),
    "explain.code.aid_rate": Phrase(
      fr: "l’aide ne paie qu’une part", en: "the aid pays only a part"),
    "explain.code.year_on_year": Phrase(
      fr: "variation d’une année à l’autre limitée", en: "limited change from year to year"),
    "explain.code.paid_on_results": Phrase(
      fr: "payé au progrès accompli", en: "paid for the progress made"),
    "explain.code.waits_for_staff": Phrase(
      fr: "équipes sécurité de la région occupées", en: "security staff of the region is taken"),
    "explain.code.envelope_exhausted": Phrase(
      fr: "enveloppes épuisées", en: "envelopes used up"),
    "explain.code.service_full": Phrase(
      fr: "service mutualisé à pleine capacité", en: "shared service at full capacity"),
    "explain.code.lasting_means": Phrase(
      fr: "moyens pérennes insuffisants", en: "lasting means fall short"),
    "explain.code.regional_ceiling": Phrase(
      fr: "plafond du territoire", en: "ceiling of the territory"),
    "explain.code.ratio_cap": Phrase(fr: "plafond d’équité", en: "fairness cap"),
    "explain.code.nothing_gained": Phrase(
      fr: "ce qui reste rapporte plus ailleurs", en: "what is left brings more elsewhere"),
    "explain.code.always_funded": Phrase(
      fr: "financé dans tout plan aussi bon", en: "funded in every plan as good"),
    "explain.code.funded_at_margin": Phrase(fr: "financé au seuil", en: "funded at the margin"),
    "explain.code.tie_broken": Phrase(
      fr: "départagé par la règle", en: "decided by the tie-break"),
    "explain.code.regional_floor": Phrase(
      fr: "plancher du territoire", en: "floor of the territory"),
    "explain.code.vehicle_floor": Phrase(
      fr: "montant minimal garanti", en: "least amount guaranteed"),
    "explain.code.no_worse": Phrase(
      fr: "montant de référence garanti", en: "reference amount guaranteed"),
    "explain.code.deployment_asked": Phrase(
      fr: "déploiement demandé par une règle", en: "deployment asked for by a rule"),
  ]

  private static let explainPricePhrases: [String: Phrase] = [
    "explain.ruleAndPrice": Phrase(fr: "{rule} ({price})", en: "{rule} ({price})"),
    "explain.price": Phrase(fr: "{step} de plus : {effect}", en: "{step} more: {effect}"),
    "explain.step.thousand_euros": Phrase(fr: "{amount}", en: "{amount}"),
    "explain.step.fte": Phrase(fr: "1 ETP", en: "1 FTE"),
    "explain.step.share": Phrase(fr: "1 point", en: "1 point"),
    "explain.step.weighted_beneficiaries": Phrase(
      fr: "1 bénéficiaire moyen", en: "1 mean beneficiary"),
    "explain.step.capacity": Phrase(fr: "1 unité", en: "1 unit"),
    "explain.step.logarithm": Phrase(fr: "1 unité", en: "1 unit"),
    "explain.effect.nis_shortfall": Phrase(
      fr: "{points} de manque NIS", en: "{points} of NIS shortfall"),
    "explain.effect.avoided_loss": Phrase(
      fr: "{amount} de pertes évitées", en: "{amount} of losses avoided"),
    "explain.effect.money": Phrase(fr: "{amount}, {goal}", en: "{amount}, {goal}"),
    "explain.effect.other": Phrase(fr: "{change}, {goal}", en: "{change}, {goal}"),
    "explain.account": Phrase(
      fr: "{gain} à partir de {year} ({parts})", en: "{gain} from {year} on ({parts})"),
    "explain.account.brings": Phrase(fr: "apporte {worth}", en: "brings {worth}"),
    "explain.account.money": Phrase(
      fr: "son argent ailleurs {worth}", en: "its money elsewhere {worth}"),
    "explain.account.staff": Phrase(
      fr: "ses équipes ailleurs {worth}", en: "its staff elsewhere {worth}"),
    "explain.account.others": Phrase(fr: "autres règles {worth}", en: "other rules {worth}"),
  ]
}
