// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// Ranges over all plans that are nearly as good as the optimum.
  static let rangePhrases: [String: Phrase] = [
    "help.range": Phrase(
      fr: "Le moins et le plus que chacun peut recevoir sans perdre plus que tant sur les buts.",
      en:
        "The least and the most that anyone can get without losing more than so much of the goals."
    ),
    "help.range.more": Phrase(
      fr: """
        Cherche, pour chaque région (ou mesure, vecteur, bénéficiaire), le moins et le plus sur tous \
        les plans dont chaque but est à moins de --within de son optimum. Ce qui ne bouge pas est \
        tranché par les buts ; le reste peut être décidé autrement. Avec --within 0, ce qui bouge \
        n'est tranché que par la règle de départage.

        Exemple : releve range essai/study.yaml --within 1%
        """,
      en: """
        Finds, for each region (or measure, vehicle, beneficiary), the least and the most over all \
        plans whose every goal is within --within of its optimum. What does not move is settled by \
        the goals; the rest may be decided otherwise. With --within 0, what moves is decided by the \
        tie-break alone.

        Example: releve range trial/study.yaml --within 1%
        """),
    "help.range.within": Phrase(
      fr: "Part de son optimum que chaque but peut perdre, p. ex. 1% ou 0,5 %.",
      en: "Share of its optimum that each goal may lose, e.g. 1% or 0.5 %."),
    "help.range.by": Phrase(
      fr: "De quoi : region, measure, vehicle ou beneficiary.",
      en: "Of what: region, measure, vehicle or beneficiary."),
    "help.range.only": Phrase(
      fr: "Identifiants à regarder, parmi ceux de --by (par défaut tous).",
      en: "Identifiers to look at, among those of --by (all by default)."),
    "help.range.in": Phrase(
      fr: "Avec --by beneficiary : ceux d'une région, l'étude restant nationale.",
      en: "With --by beneficiary: those of one region, the study remaining national."),
    "help.range.out": Phrase(
      fr: "Dossier à écrire (par défaut rien n'est écrit).",
      en: "Folder to write (nothing is written by default)."),
    "help.range.replace": Phrase(
      fr: "Remplace le dossier de marges antérieur.",
      en: "Replaces the folder of earlier ranges."),
    "range.badWithin": Phrase(
      fr: """
        « {text} » (--within) : écrivez une part de 0 à 100 %, p. ex. --within 1% ou --within 0,5%.
        """,
      en: "\"{text}\" (--within): write a share from 0 to 100 %, e.g. --within 1% or --within 0.5%."
    ),
    "range.inNeedsBeneficiaries": Phrase(
      fr: "--in choisit des bénéficiaires : ajoutez --by beneficiary, ou retirez --in.",
      en: "--in chooses beneficiaries: add --by beneficiary, or remove --in."),
    "range.unknown": Phrase(
      fr: "« {name} » n’est pas de cette étude (--only, avec --by {by}).",
      en: "\"{name}\" is not of this study (--only, with --by {by})."),
    "range.title": Phrase(
      fr: "Relève · {title} · {count} · marges à {within} de l’optimum",
      en: "Relève · {title} · {count} · ranges within {within} of the optimum"),
    "range.head.region": Phrase(
      fr: "région, argent public reçu", en: "region, public money received"),
    "range.head.measure": Phrase(
      fr: "mesure, bénéficiaires équipés", en: "measure, beneficiaries equipped"),
    "range.head.vehicle": Phrase(fr: "vecteur, argent versé", en: "vehicle, money paid"),
    "range.head.beneficiary": Phrase(
      fr: "bénéficiaire, argent public reçu", en: "beneficiary, public money received"),
    "range.least": Phrase(fr: "au moins", en: "at least"),
    "range.inPlan": Phrase(fr: "au plan", en: "in the plan"),
    "range.most": Phrase(fr: "au plus", en: "at most"),
    "range.verdict.settled": Phrase(fr: "tranché", en: "settled"),
    "range.verdict.always": Phrase(fr: "toujours servi", en: "always some"),
    "range.verdict.sometimes": Phrase(fr: "selon le plan", en: "depends on the plan"),
    "range.verdict.never": Phrase(fr: "jamais", en: "never"),
    "range.count": Phrase(fr: "{count} « {verdict} »", en: "{count} \"{verdict}\""),
    "range.summary": Phrase(
      fr: "En tout : {parts}. Tranché : le moins et le plus diffèrent de 1 % au plus.",
      en: "In all: {parts}. Settled: the least and the most differ by at most 1 %."),
    "range.how": Phrase(
      fr: """
        Sur tous les plans qui respectent chaque règle et ne perdent pas plus de {within} sur aucun \
        but ({goals}). Chaque ligne est cherchée seule : ses « au plus » ne peuvent pas tous arriver \
        à la fois.
        """,
      en: """
        Over all plans that obey every rule and lose no more than {within} on any goal ({goals}). \
        Each line is sought alone: the "at most" cannot all come true together.
        """),
    "range.how.ties": Phrase(
      fr: """
        Sur tous les plans aussi bons que l’optimum sur chaque but ({goals}) : ce qui bouge n’est \
        décidé que par la règle de départage.
        """,
      en: """
        Over all plans as good as the optimum on every goal ({goals}): what moves is decided by the \
        tie-break alone.
        """),
    "range.proof": Phrase(
      fr: """
        Chaque bout est prouvé à 0,1 % (ou cent euros) près : un plan l’atteint, et aucun ne va plus \
        loin.
        """,
      en: """
        Each end is proven to 0.1 % (or a hundred euros): a plan reaches it, and none goes further.
        """),
    "range.small": Phrase(
      fr: """
        Un bénéficiaire pèse peu dans un but national : à quelques pour cent près, presque chacun \
        peut recevoir bien plus ou rien. --within 0 ou 0,01% dit ce qui est vraiment tranché.
        """,
      en: """
        One beneficiary weighs little in a national goal: within a few per cent, nearly anyone can \
        get much more or nothing. --within 0 or 0.01% tells what is really settled.
        """),
    "range.files": Phrase(fr: "Fichiers : {folder}/ {files}", en: "Files: {folder}/ {files}"),
  ]
}
