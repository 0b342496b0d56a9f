// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// What each point of NIS coverage costs.
  static let supplyPhrases: [String: Phrase] = [
    "help.supply": Phrase(
      fr: "Ce que coûte chaque point de couverture NIS, par classe et par année.",
      en: "What each point of NIS coverage costs, by class and year."),
    "help.supply.more": Phrase(
      fr: """
        Cherche, pour chaque classe NIS et chaque année, le moins d'argent public qu'il faut pour \
        chaque niveau de couverture, toutes les règles respectées et les enveloppes telles quelles : \
        une courbe convexe, de ce qui vient avec le moins d'argent jusqu'au plus qu'un plan atteint.

        Exemple : releve supply essai/study.yaml --class EE --year 2028
        """,
      en: """
        Finds, for each NIS class and year, the least public money that each level of coverage takes, \
        with every rule obeyed and envelopes as they are: a convex curve, from what comes with the least \
        money to the most that a plan reaches.

        Example: releve supply trial/study.yaml --class EE --year 2028
        """),
    "help.supply.class": Phrase(
      fr: "Classe NIS, autant de fois qu'il faut (par défaut toutes).",
      en: "NIS class, as often as wanted (all by default)."),
    "help.supply.year": Phrase(
      fr: "Année, autant de fois qu'il faut (par défaut toutes).",
      en: "Year, as often as wanted (all by default)."),
    "help.supply.points": Phrase(
      fr: "Nombre de points de chaque courbe au plus, bouts compris, de 2 à 99.",
      en: "Most points of each curve, both ends included, from 2 to 99."),
    "help.supply.replace": Phrase(
      fr: "Remplace le dossier de courbes antérieur.",
      en: "Replaces the folder of earlier curves."),
    "supply.unknownClass": Phrase(
      fr: """
        La classe « {name} » (--class) n’a ni bénéficiaire ni objectif dans cette étude. Choisissez \
        parmi : {known}.
        """,
      en: """
        The class "{name}" (--class) has no beneficiary or no objective in this study. Choose among: \
        {known}.
        """),
    "supply.unknownYear": Phrase(
      fr: "L’année {name} (--year) n’est pas de l’horizon de l’étude. Choisissez parmi : {known}.",
      en: "The year {name} (--year) is not of the study’s horizon. Choose among: {known}."),
    "supply.title": Phrase(
      fr: "Relève · {title} · {count} · ce que coûte chaque point de couverture NIS",
      en: "Relève · {title} · {count} · what each point of NIS coverage costs"),
    "supply.class": Phrase(fr: "classe, année", en: "class, year"),
    "supply.coverage": Phrase(fr: "couverture", en: "coverage"),
    "supply.money": Phrase(fr: "argent public au moins", en: "public money at least"),
    "supply.price": Phrase(fr: "chaque point de plus", en: "each further point"),
    "supply.how": Phrase(
      fr: """
        Pour chaque couverture, le moins d’argent public sur tout l’horizon, toutes les règles \
        respectées et les enveloppes telles quelles ; les buts de l’étude ne comptent pas. Le prix d’un \
        point est la moyenne jusqu’à la ligne suivante. Chaque courbe est cherchée seule : elles ne \
        s’additionnent pas, un même euro sert à plusieurs.
        """,
      en: """
        For each coverage, the least public money over the whole horizon, with every rule obeyed and \
        envelopes as they are; the goals of the study do not count. The price of a point is the mean up to \
        the next line. Each curve is sought alone: they do not add up, the same euro serves several.
        """),
    "supply.own": Phrase(
      fr: "L’argent propre des bénéficiaires y passe d’abord, jusqu’à la limite que fixe l’étude.",
      en: "Beneficiaries’ own money comes first, up to the limit that the study sets."),
    "supply.own.unlimited": Phrase(
      fr: """
        L’étude ne limite pas l’argent propre (own_funds) : il paie ici tout ce qu’il peut à la place de \
        l’argent public. Limitez-le pour voir ce que la couverture coûte.
        """,
      en: """
        The study does not limit own money (own_funds): here it pays whatever it can in the place of \
        public money. Limit it to see what coverage costs.
        """),
    "supply.single": Phrase(
      fr: "Une seule ligne : la couverture n’y peut pas changer, ou ne coûte aucun argent public.",
      en: "One line only: coverage cannot change there, or takes no public money."),
    "supply.error": Phrase(
      fr: """
        Entre ses points, une courbe passe sous la droite de {error} de son étendue au plus (prouvé).
        """,
      en: """
        Between its points a curve lies below the straight line by {error} of its range at most (proven).
        """),
    "supply.files": Phrase(fr: "Fichiers : {folder}/ {files}", en: "Files: {folder}/ {files}"),
  ]
}
