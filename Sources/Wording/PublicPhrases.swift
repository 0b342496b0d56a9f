// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// The public edition.
  static let publicPhrases: [String: Phrase] =
    publicPagePhrases
    .merging(publicTablePhrases) { _, second in second }
    .merging(publicCommandPhrases) { _, second in second }

  private static let publicPagePhrases: [String: Phrase] = [
    "public.title": Phrase(fr: "{title} · édition publique", en: "{title} · public edition"),
    "public.disclaimer": Phrase(
      fr: """
        Résultat d’un modèle d’optimisation, et non d’une décision : seules les notifications engagent \
        l’administration. Des valeurs de l’étude sont des hypothèses. Rien ici ne dit le risque, la \
        maturité ni le montant d’un établissement.
        """,
      en: """
        The result of an optimisation model, not of a decision: only notifications commit the \
        administration. Some values of the study are assumptions. Nothing here tells the risk, the \
        maturity or the amount of a single hospital.
        """),
    "public.footer": Phrase(
      fr: "Édition publique écrite par Relève. Elle ne charge rien du réseau.",
      en: "Public edition written by Relève. It fetches nothing from the network."),
    "public.answer": Phrase(fr: "En bref", en: "In brief"),
    "public.answer.money": Phrase(
      fr: """
        Argent public payé aux établissements en {years} : {money}. Bénéficiaires qui reçoivent \
        quelque chose : {receivers}.
        """,
      en: """
        Public money paid to hospitals in {years}: {money}. Beneficiaries that receive something: \
        {receivers}.
        """),
    "public.answer.class": Phrase(
      fr: """
        Couverture NIS moyenne de la classe {class} : {before} avant le plan, {coverage} en {year}, \
        pour une cible de {target}.
        """,
      en: """
        Mean NIS coverage of class {class}: {before} before the plan, {coverage} in {year}, against a \
        target of {target}.
        """),
    "public.kept": Phrase(fr: "non publié", en: "not published"),
    "public.notice": Phrase(fr: "Ce qui n’est pas publié", en: "What is not published"),
    "public.notice.text": Phrase(
      fr: """
        « {mark} » : valeur non publiée. Le sont celles qui concernent moins de {threshold} \
        bénéficiaires, celles dont un seul fait plus de {dominance} (règles de l’Insee pour les \
        statistiques d’entreprises, Guide du secret statistique), et celles sans lesquelles les totaux \
        rendraient les premières.
        """,
      en: """
        “{mark}”: a value that is not published. These are values of fewer than {threshold} \
        beneficiaries, those of which a single one makes up more than {dominance} (rules of Insee for \
        business statistics, Guide du secret statistique), and those without which totals would give \
        the former back.
        """),
    "public.notice.bound": Phrase(
      fr: """
        Les montants sont des multiples de {base} ; chacun est à {rounding} au plus du vrai, et les \
        tableaux s’additionnent exactement. Un programme linéaire a essayé de retrouver chaque valeur \
        non publiée à partir de tout ce qui l’est : aucune de celles qui sont protégées pour \
        elles-mêmes ne peut être connue à moins de {protection} ou de {base} près, le plus grand des \
        deux, et aucune autre à moins de {base} près. Ces marges sont des hypothèses.
        """,
      en: """
        Amounts are multiples of {base}; each is within {rounding} of the true one, and the tables add \
        up exactly. A linear program has tried to find each unpublished value from all that is \
        published: none of those protected for themselves can be known to within {protection} or \
        {base}, whichever is larger, and no other to within {base}. These margins are assumptions.
        """),
    "public.notice.table": Phrase(
      fr: "{table} : {count} valeurs non publiées sur {cells}.",
      en: "{table}: {count} of {cells} values not published."),
    "public.method": Phrase(fr: "Méthode et provenance", en: "Method and provenance"),
    "public.method.text": Phrase(
      fr: """
        Un programme linéaire répartit l’argent des vecteurs de financement entre les bénéficiaires, \
        année par année, sous les règles de chaque vecteur ; les montants sont comptés dans l’année où \
        ils sont payés, sans ce qui est payé pour des services partagés. L’empreinte ci-dessous \
        identifie le plan complet, qui n’est pas publié.
        """,
      en: """
        A linear program shares the money of the funding vehicles out among beneficiaries, year by \
        year, under the rules of each vehicle; amounts are counted in the year in which they are paid, \
        without what is paid for shared services. The hash below identifies the whole plan, which is \
        not published.
        """),
    "public.method.assumptions": Phrase(
      fr: "{count} des {total} paramètres de l’étude sont des hypothèses, sans source publiée.",
      en: "{count} of the study’s {total} parameters are assumptions, without a published source."),
    "public.seal": Phrase(fr: "Empreinte du plan (SHA-256)", en: "Hash of the plan (SHA-256)"),
  ]

  private static let publicTablePhrases: [String: Phrase] = [
    "public.total": Phrase(fr: "Total", en: "Total"),
    "public.before": Phrase(fr: "Avant", en: "Before"),
    "public.noClass": Phrase(fr: "sans classe", en: "no class"),
    "public.noSize": Phrase(fr: "agents non déclarés", en: "agents not declared"),
    "public.unit.thousands": Phrase(fr: "k€", en: "k€"),
    "public.unit.euros": Phrase(fr: "€", en: "€"),
    "public.coverage.of": Phrase(fr: "{class}, couverture", en: "{class}, coverage"),
    "public.coverage.target": Phrase(fr: "{class}, cible", en: "{class}, target"),
    "public.column.money-by-vehicle-and-year": Phrase(fr: "Vecteur", en: "Vehicle"),
    "public.column.money-by-region-and-year": Phrase(fr: "Région", en: "Region"),
    "public.column.money-by-region-and-class": Phrase(fr: "Région", en: "Region"),
    "public.column.money-by-size-and-year": Phrase(fr: "Agents", en: "Agents"),
    "public.column.receivers-by-region-and-class": Phrase(fr: "Région", en: "Region"),
    "public.column.coverage": Phrase(fr: "Classe NIS", en: "NIS class"),
    "public.column.measures": Phrase(fr: "Mesure", en: "Measure"),
    "public.section.money-by-vehicle-and-year": Phrase(
      fr: "Argent public par vecteur et par année", en: "Public money by vehicle and year"),
    "public.section.money-by-region-and-year": Phrase(
      fr: "Argent public par région et par année", en: "Public money by region and year"),
    "public.section.money-by-region-and-class": Phrase(
      fr: "Argent public par région et par classe NIS", en: "Public money by region and NIS class"),
    "public.section.money-by-size-and-year": Phrase(
      fr: "Argent public par taille et par année", en: "Public money by size and year"),
    "public.section.receivers-by-region-and-class": Phrase(
      fr: "Bénéficiaires qui reçoivent quelque chose", en: "Beneficiaries that receive something"),
    "public.section.coverage": Phrase(fr: "Couverture NIS", en: "NIS coverage"),
    "public.section.measures": Phrase(fr: "Mesures en place", en: "Measures in place"),
    "public.caption.money-by-vehicle-and-year": Phrase(
      fr: "Payé par vecteur et par année de paiement ({unit} ; {mark} : non publié)",
      en: "Paid by vehicle and year of payment ({unit}; {mark}: not published)"),
    "public.caption.money-by-region-and-year": Phrase(
      fr: "Payé par région et par année de paiement ({unit} ; {mark} : non publié)",
      en: "Paid by region and year of payment ({unit}; {mark}: not published)"),
    "public.caption.money-by-region-and-class": Phrase(
      fr: "Payé par région et par classe NIS, toutes années ({unit} ; {mark} : non publié)",
      en: "Paid by region and NIS class, all years ({unit}; {mark}: not published)"),
    "public.caption.money-by-size-and-year": Phrase(
      fr: "Payé par nombre d’agents et par année de paiement ({unit} ; {mark} : non publié)",
      en: "Paid by number of agents and year of payment ({unit}; {mark}: not published)"),
    "public.caption.receivers-by-region-and-class": Phrase(
      fr: "Nombre de bénéficiaires qui reçoivent au moins un euro ({mark} : non publié)",
      en: "Number of beneficiaries that receive one euro at least ({mark}: not published)"),
    "public.caption.coverage": Phrase(
      fr: "Couverture NIS moyenne de chaque classe et sa cible ({mark} : non publié)",
      en: "Mean NIS coverage of each class and its target ({mark}: not published)"),
    "public.caption.measures": Phrase(
      fr: "Part en place de chaque mesure, en moyenne ({mark} : non publié)",
      en: "Mean share of each measure that is in place ({mark}: not published)"),
  ]

  private static let publicCommandPhrases: [String: Phrase] = [
    "public.written": Phrase(
      fr: """
        Édition publique : {folder}/{public}/ (page et {tables} tableaux), à publier. À ne pas \
        publier : {folder}/{withheld}, qui dit ce qui n’est pas publié et pourquoi.
        """,
      en: """
        Public edition: {folder}/{public}/ (a page and {tables} tables), to be published. Not for \
        publication: {folder}/{withheld}, which says what is not published and why.
        """),
    "public.written.withheld": Phrase(
      fr: """
        Valeurs non publiées : {few} pour trop peu de bénéficiaires, {dominated} parce qu’un seul en \
        fait presque tout, {complementary} pour que les totaux ne rendent pas les autres.
        """,
      en: """
        Values not published: {few} for too few beneficiaries, {dominated} because one makes up nearly \
        all of them, {complementary} so that totals do not give the others back.
        """),
    "public.written.rounding": Phrase(
      fr:
        "Montants : multiples de {base}, à {rounding} au plus du vrai ; les tableaux s’additionnent.",
      en: "Amounts: multiples of {base}, within {rounding} of the true ones; the tables add up."),
    "public.badThreshold": Phrase(
      fr: "{option} « {text} » : un nombre entier de 2 à 1000, par exemple 3.",
      en: "{option} “{text}”: a whole number from 2 to 1000, for example 3."),
    "public.badShare": Phrase(
      fr: "{option} « {text} » : une part au-dessus de 0 et jusqu’à 100 %, par exemple 20%.",
      en: "{option} “{text}”: a share above 0 and up to 100%, for example 20%."),
    "public.badBase": Phrase(
      fr: "{option} « {text} » : un montant en euros entiers de 100 € à 100 M€, par exemple 10k€.",
      en: "{option} “{text}”: an amount in whole euros from €100 to €100M, for example 10k€."),
    "public.leak": Phrase(
      fr: """
        Une valeur non publiée pourrait être retrouvée à partir des autres : rien n’est écrit. \
        Essayez un --base plus grand ou une --protection plus petite.
        """,
      en: """
        A value that is not published could be found from the others: nothing is written. Try a larger \
        --base or a smaller --protection.
        """),
    "help.report.public": Phrase(
      fr: "Écrit l'édition publique dans le dossier de --out : sans rien d'un seul établissement.",
      en: "Writes the public edition into the folder of --out: nothing of a single hospital."),
    "help.report.threshold": Phrase(
      fr: "Édition publique : bénéficiaires au-dessous desquels une valeur est tue (défaut : 3).",
      en: "Public edition: beneficiaries below which a value is withheld (default: 3)."),
    "help.report.dominance": Phrase(
      fr: "Édition publique : part d'un seul au-dessus de laquelle elle est tue (défaut : 85%).",
      en: "Public edition: share of one above which it is withheld (default: 85%)."),
    "help.report.base": Phrase(
      fr: "Édition publique : les montants sont des multiples de celui-ci (défaut : 10k€).",
      en: "Public edition: amounts are multiples of this one (default: 10k€)."),
    "help.report.protection": Phrase(
      fr:
        "Édition publique : marge à laquelle nul ne doit connaître une valeur tue (défaut : 20%).",
      en: "Public edition: margin within which nobody may know a withheld value (default: 20%)."),
    "report.publicNeedsOut": Phrase(
      fr:
        "--public demande --out DOSSIER, et va sans --annex ni les options de la page et du classeur.",
      en:
        "--public needs --out DIR, and goes without --annex and the options of page and workbook."
    ),
    "report.rulesNeedPublic": Phrase(
      fr: "--threshold, --dominance, --base et --protection vont avec --public.",
      en: "--threshold, --dominance, --base and --protection go with --public."),
  ]
}
