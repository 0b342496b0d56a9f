// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// Words of `releve repair`.
  static let repairPhrases: [String: Phrase] =
    repairScreenPhrases
    .merging(repairHelpPhrases) { _, second in second }
    .merging(repairRulePhrases) { _, second in second }
    .merging(repairChangePhrases) { _, second in second }

  private static let repairScreenPhrases: [String: Phrase] = [
    "repair.title": Phrase(fr: "Relève · {title} : réparer", en: "Relève · {title}: repair"),
    "repair.possible": Phrase(
      fr: "Un plan respecte toutes les règles : il n’y a rien à réparer.",
      en: "A plan obeys every rule: there is nothing to repair."),
    "repair.hopeless": Phrase(
      fr: """
        Aucun plan, même si toutes les règles écrites cèdent : ce sont des faits qui se contredisent \
        (déploiement déjà fait, vitesse des mesures, capacité des services).
        """,
      en: """
        No plan, even if every written rule gives way: facts contradict each other (what was already \
        deployed, speed of measures, capacity of services).
        """),
    "repair.keptInConflict": Phrase(
      fr: """
        --keep : aucun plan sans toucher aux règles gardées, elles se contredisent entre elles. Gardez-en \
        moins.
        """,
      en: """
        --keep: no plan without touching the rules that are kept, they contradict each other. Keep fewer.
        """),
    "repair.layer": Phrase(fr: "Réparation : {title}", en: "Repair: {title}"),
    "repair.conflict": Phrase(
      fr: "Ces règles ne peuvent pas tenir ensemble :",
      en: "These rules cannot hold together:"),
    "repair.conflict.alone": Phrase(
      fr: "Cette règle ne peut pas tenir, quelles que soient les autres :",
      en: "This rule cannot hold, whatever the others say:"),
    "repair.alone": Phrase(
      fr: "Prouvé : les faits (déploiement de départ, vitesse des mesures, capacités) l’empêchent.",
      en: "Proven: facts (what stands already, speed of measures, capacities) prevent it."),
    "repair.irreducible": Phrase(
      fr: "Prouvé, et minimal : sans l’une d’elles, n’importe laquelle, les autres tiennent.",
      en: "Proven, and minimal: without any one of them, the others hold."),
    "repair.brittle": Phrase(
      fr:
        "À la limite : chacune de ces règles, durcie seule de {share}, ne laisse plus aucun plan :",
      en: "At the limit: each of these rules, made {share} stricter alone, leaves no plan:"),
    "repair.notBrittle": Phrase(
      fr:
        "Durcie seule de {share}, aucune des {count} règles chiffrées ne rend l’étude impossible.",
      en: "Made {share} stricter alone, none of the {count} rules with a number leaves no plan."),
    "repair.brittleCutShort": Phrase(
      fr: "D’autres règles n’ont pas été regardées : trop de programmes à résoudre.",
      en: "Other rules were not looked at: too many programs to solve."),
    "repair.noProposal": Phrase(
      fr: "Aucune modification trouvée avec ce qui peut être changé.",
      en: "No amendment found with what may be changed."),
    "repair.proposals": Phrase(
      fr: "Chacune de ces propositions suffit, la moins lourde d’abord :",
      en: "Each of these proposals suffices, the lightest first:"),
    "repair.and": Phrase(fr: "et ", en: "and "),
    "repair.or": Phrase(fr: "ou", en: "or"),
    "repair.checked": Phrase(
      fr: """
        Chaque proposition a son plan, recalculé règle par règle hors du solveur ; aucune de ses parties \
        n’est de trop. {count} programmes résolus en {time}.
        """,
      en: """
        Each proposal has its plan, recomputed rule by rule outside the solver; none of its parts can \
        be left out. {count} programs solved in {time}.
        """),
    "repair.refused": Phrase(
      fr: "{count} proposition(s) écartée(s) : leur plan n’a pas passé le contrôle.",
      en: "{count} proposal(s) left out: their plan did not pass the check."),
    "repair.objective": Phrase(fr: "objectif", en: "objective"),
    "repair.objectives": Phrase(fr: "objectifs", en: "objectives"),
    "repair.otherObjective": Phrase(
      fr: "(et celle d’un autre objectif, moins)", en: "(and that of another objective, less)"),
    "repair.otherObjectives": Phrase(
      fr: "(et celles de {count} autres objectifs, moins)",
      en: "(and those of {count} other objectives, less)"),
    "repair.for": Phrase(fr: "pour {count}", en: "for {count}"),
    "repair.written": Phrase(
      fr: "Proposition 1 écrite : {file}. À planifier par « releve plan {study}+{file} ».",
      en: "Proposal 1 written: {file}. Plan it with \"releve plan {study}+{file}\"."),
    "repair.writeOfRegion": Phrase(
      fr: """
        --write avec --region : les montants d’une région ne sont qu’une part de ceux de l’étude. Réparez \
        l’étude entière pour écrire une surcouche.
        """,
      en: """
        --write with --region: the amounts of a region are only a part of those of the study. Repair the \
        whole study to write a layer.
        """),
    "repair.notWritable": Phrase(
      fr: """
        Cette proposition touche à une clause d’un mécanisme ou à une table de référence : elle ne peut \
        pas s’écrire en surcouche. Changez la clause ou la table.
        """,
      en: """
        This proposal touches a clause of a mechanism or a reference table: it cannot be written as a \
        layer. Change the clause or the table.
        """),
    "repair.badKeep": Phrase(
      fr: "« {text} » ne désigne aucune règle de cette étude.",
      en: "\"{text}\" names no rule of this study."),
    "repair.emptyKeep": Phrase(
      fr:
        "--keep sans règle : écrivez par exemple --keep envelope ou --keep \"envelope[fir,2027]\"",
      en:
        "--keep without a rule: write for example --keep envelope or --keep \"envelope[fir,2027]\""),
  ]

  private static let repairRulePhrases: [String: Phrase] = [
    "repair.rule.envelope": Phrase(
      fr: "enveloppe {vehicle} {year} ({level})", en: "envelope {vehicle} {year} ({level})"),
    "repair.rule.coverage": Phrase(
      fr: "cibles impératives {class} {year} ({level})",
      en: "hard targets {class} {year} ({level})"),
    "repair.rule.territory_floor": Phrase(
      fr: "plancher {owner}, règle {rule} ({level})", en: "floor {owner}, rule {rule} ({level})"),
    "repair.rule.territory_ceiling": Phrase(
      fr: "plafond {owner}, règle {rule} ({level})",
      en: "ceiling {owner}, rule {rule} ({level})"),
    "repair.rule.staffing": Phrase(
      fr: "ETP sécurité {place} {year} ({level})", en: "security staff {place} {year} ({level})"),
    "repair.rule.massive": Phrase(
      fr: "déploiement demandé, {subject} fin {deadline} ({level})",
      en: "deployment asked for, {subject} by end {deadline} ({level})"),
    "repair.rule.pilot_share": Phrase(
      fr: "part des pilotes pour « {measure} » ({level})",
      en: "share of pilots for \"{measure}\" ({level})"),
    "repair.rule.ceiling": Phrase(
      fr: "plafond par bénéficiaire, {vehicle}", en: "ceiling of each beneficiary, {vehicle}"),
    "repair.rule.floor": Phrase(
      fr: "plancher par bénéficiaire, {vehicle}", en: "floor of each beneficiary, {vehicle}"),
    "repair.rule.entitlement": Phrase(
      fr: "droits de chacun, {vehicle}", en: "what each is entitled to, {vehicle}"),
    "repair.rule.one_claim": Phrase(
      fr: "une seule demande, « {rule} »", en: "one claim only, \"{rule}\""),
    "repair.rule.rate": Phrase(
      fr: "taux d’aide {vehicle} ({level})", en: "aid rate {vehicle} ({level})"),
    "repair.rule.band_drop": Phrase(
      fr: "baisse limitée d’une année à l’autre, {vehicle}",
      en: "limited fall from year to year, {vehicle}"),
    "repair.rule.band_rise": Phrase(
      fr: "hausse limitée d’une année à l’autre, {vehicle}",
      en: "limited rise from year to year, {vehicle}"),
    "repair.rule.results": Phrase(
      fr: "paiement aux résultats, {vehicle}", en: "payment on results, {vehicle}"),
    "repair.rule.own_funds": Phrase(
      fr: "part des fonds propres ({level})", en: "share of own funds ({level})"),
    "repair.rule.no_worse": Phrase(
      fr: "personne n’a moins que dans la référence", en: "nobody has less than in the reference"),
    "repair.rule.sustainability": Phrase(
      fr: "moyens pérennes après l’horizon", en: "lasting means after the horizon"),
    "repair.rule.ratio_cap": Phrase(
      fr: "plafond d’équité ({level})", en: "fairness cap ({level})"),
  ]

  private static let repairChangePhrases: [String: Phrase] = [
    "repair.change.envelope": Phrase(
      fr: "{by} en {year} pour {vehicle} ({from} → {to})",
      en: "{by} in {year} for {vehicle} ({from} → {to})"),
    "repair.change.targets": Phrase(
      fr: "baisser la cible {class} {year}, {objective}, de {from} à {to} {others} {who}",
      en: "lower the target {class} {year}, {objective}, from {from} to {to} {others} {who}"),
    "repair.change.targetsPostponed": Phrase(
      fr: """
        reporter à {next} la cible {class} {year}, {objective}, {from} ({to} dès {year}) {others} {who}
        """,
      en: """
        postpone to {next} the target {class} {year}, {objective}, {from} ({to} already in {year}) \
        {others} {who}
        """),
    "repair.change.territory_floor": Phrase(
      fr: "baisser le plancher {owner} de {from} à {to}",
      en: "lower the floor {owner} from {from} to {to}"),
    "repair.change.territory_ceiling": Phrase(
      fr: "relever le plafond {owner} de {from} à {to}",
      en: "raise the ceiling {owner} from {from} to {to}"),
    "repair.change.staff": Phrase(
      fr: "+{by} ETP sécurité {place} en {year} ({from} → {to})",
      en: "+{by} FTE of security staff {place} in {year} ({from} → {to})"),
    "repair.change.deployment": Phrase(
      fr: "demander {subject} à {to} fin {deadline} au lieu de {from}",
      en: "ask for {subject} at {to} by end {deadline} instead of {from}"),
    "repair.change.pilots": Phrase(
      fr: "part des pilotes pour « {measure} » : {from} → {to}",
      en: "share of pilots for \"{measure}\": {from} → {to}"),
    "repair.change.ceiling": Phrase(
      fr: "relever de {by} le plafond {vehicle} {who}",
      en: "raise the ceiling {vehicle} by {by} {who}"),
    "repair.change.floor": Phrase(
      fr: "baisser de {by} le plancher {vehicle} {who}",
      en: "lower the floor {vehicle} by {by} {who}"),
    "repair.change.entitlement": Phrase(
      fr: "relever de {by} les droits à {vehicle} {who}",
      en: "raise what is due from {vehicle} by {by} {who}"),
    "repair.change.severalClaims": Phrase(
      fr: "permettre la demande « {rule} » dans chaque fenêtre {who}",
      en: "allow the claim \"{rule}\" in every window {who}"),
    "repair.change.rate": Phrase(
      fr: "porter le taux d’aide {vehicle} de {from} à {to} {who}",
      en: "raise the aid rate {vehicle} from {from} to {to} {who}"),
    "repair.change.noLimitOfFalls": Phrase(
      fr: "ne plus limiter la baisse d’une année à l’autre, {vehicle} {who}",
      en: "no longer limit falls from year to year, {vehicle} {who}"),
    "repair.change.noLimitOfRises": Phrase(
      fr: "ne plus limiter la hausse d’une année à l’autre, {vehicle} {who}",
      en: "no longer limit rises from year to year, {vehicle} {who}"),
    "repair.change.noResults": Phrase(
      fr: "ne plus payer {vehicle} aux résultats {who}",
      en: "no longer pay {vehicle} on results {who}"),
    "repair.change.ownFunds": Phrase(
      fr: "part des fonds propres {from} → {to} {who}",
      en: "share of own funds {from} → {to} {who}"),
    "repair.change.noOwnFundsLimit": Phrase(
      fr: "ne plus limiter l’argent propre (aujourd’hui {from}) {who}",
      en: "no longer limit own money (now {from}) {who}"),
    "repair.change.noWorse": Phrase(
      fr: "garantir {by} de moins que la référence {who}",
      en: "guarantee {by} less than the reference {who}"),
    "repair.change.softSustainability": Phrase(
      fr: "accepter qu’il manque {by} par an après l’horizon",
      en: "accept that {by} a year are missing after the horizon"),
    "repair.change.ratioCap": Phrase(
      fr: "relever le plafond d’équité de {from} à {to} {who}",
      en: "raise the fairness cap from {from} to {to} {who}"),
  ]

  private static let repairHelpPhrases: [String: Phrase] = [
    "help.repair": Phrase(
      fr: "Dit pourquoi une étude est irréalisable, et quoi changer.",
      en: "Says why a study is infeasible, and what to change."),
    "help.repair.more": Phrase(
      fr: """
        Les règles qui ne peuvent pas tenir ensemble, sans une de trop ; puis quelques façons de \
        rendre l'étude possible, chacune avec ses montants et vérifiée par un plan.

        Exemple : releve repair models/after-care.yaml --region 53 --keep territory_floor
        """,
      en: """
        The rules that cannot hold together, without one too many; then a few ways to make the study \
        possible, each with its amounts and proven by a plan.

        Example: releve repair models/after-care.yaml --region 53 --keep territory_floor
        """),
    "help.repair.keep": Phrase(
      fr: "Règle à ne pas toucher (répétable), ex. envelope ou \"envelope[fir,2027]\".",
      en: "Rule that is not to be touched (repeatable), e.g. envelope or \"envelope[fir,2027]\"."),
    "help.repair.count": Phrase(
      fr: "Nombre de propositions, de 1 à 9 (3 par défaut).",
      en: "Number of proposals, from 1 to 9 (3 by default)."),
    "help.repair.write": Phrase(
      fr: "Écrit la première proposition en surcouche dans ce fichier.",
      en: "Writes the first proposal to this file, as a layer."),
    "repair.badCount": Phrase(
      fr: "--count {count} : écrivez un nombre de 1 à 9.",
      en: "--count {count}: write a number from 1 to 9."),
  ]
}
