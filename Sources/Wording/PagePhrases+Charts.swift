// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// Charts of pages, and the map.
  static let pageChartPhrases: [String: Phrase] = [
    "page.chart.money": Phrase(
      fr: "Argent public payé par vecteur et par année ({unit})",
      en: "Public money paid by vehicle and year ({unit})"),
    "page.chart.coverage": Phrase(
      fr: "Couverture NIS moyenne de chaque classe et sa cible (%)",
      en: "Mean NIS coverage of each class and its target (%)"),
    "page.chart.cliff": Phrase(
      fr: "Coûts récurrents et moyens pérennes ({unit} par an)",
      en: "Running costs and lasting means ({unit} a year)"),
    "page.chart.map": Phrase(
      fr: "Argent public payé sur toutes les années, par territoire ({unit})",
      en: "Public money paid over all years, by territory ({unit})"),
    "page.chart.losses": Phrase(
      fr: "Pertes attendues évitées sur toutes les années, par mesure ({unit})",
      en: "Expected losses avoided over all years, by measure ({unit})"),
    "page.chart.supply": Phrase(
      fr: "Le moins d’argent public qu’il faut pour chaque couverture NIS ({unit})",
      en: "The least public money that each NIS coverage takes ({unit})"),
    "page.chart.frontier": Phrase(
      fr: "Ce qu’un objectif coûte à l’autre", en: "What one goal costs the other"),
    "page.supply": Phrase(fr: "Ce que coûte la couverture NIS", en: "What NIS coverage costs"),
    "page.supply.caption": Phrase(
      fr: "Argent public sur tout l’horizon, et ce que coûte chaque point de plus ({unit})",
      en: "Public money over the whole horizon, and what each further point costs ({unit})"),
    "page.supply.text": Phrase(
      fr: """
        Chaque ligne est le moins d’argent public avec lequel un plan atteint la couverture, sous les \
        règles de l’étude (releve supply). Entre deux points, elle passe par la droite qui les joint, ou en dessous.
        """,
      en: """
        Each line is the least public money with which a plan reaches the coverage, under the rules of \
        the study (releve supply). Between two points the curve lies on a straight line or below it.
        """),
    "page.supply.coverage": Phrase(fr: "Couverture", en: "Coverage"),
    "page.supply.money": Phrase(fr: "Argent public au moins", en: "Public money at least"),
    "page.supply.next": Phrase(fr: "Chaque point de plus", en: "Each further point"),
    "page.supply.sentence": Phrase(
      fr: "{curve} : de {from} pour {least} à {to} pour {most}.",
      en: "{curve}: from {from} for {least} to {to} for {most}."),
    "page.frontier": Phrase(fr: "Entre deux objectifs", en: "Between two goals"),
    "page.frontier.caption": Phrase(
      fr: "Plans optimaux entre les deux objectifs (argent public en {unit})",
      en: "Optimal plans between the two goals (public money in {unit})"),
    "page.frontier.text": Phrase(
      fr: """
        Aucun plan n’est meilleur pour les deux objectifs à la fois que ceux-ci (releve frontier). Le \
        coude est le point au-delà duquel un objectif coûte nettement plus de l’autre.
        """,
      en: """
        No plan is better for both goals at once than these (releve frontier). The knee is the point \
        beyond which one goal costs markedly more of the other.
        """),
    "page.frontier.column": Phrase(fr: "Plan", en: "Plan"),
    "page.frontier.point": Phrase(fr: "{number}", en: "{number}"),
    "page.frontier.knee": Phrase(fr: "{number} (coude)", en: "{number} (knee)"),
    "page.frontier.axis": Phrase(fr: "{goal} ({unit})", en: "{goal} ({unit})"),
    "page.frontier.sentence": Phrase(
      fr: "{count} plans optimaux entre deux objectifs : {goals}.",
      en: "{count} optimal plans between two goals: {goals}."),
    "page.noCurve": Phrase(
      fr: "Ce dossier n’est pas celui d’un releve supply ou d’un releve frontier.",
      en: "This folder is not that of a releve supply or a releve frontier."),
    "page.curveOfOther": Phrase(
      fr: """
        Ces courbes sont d’une autre étude que le plan : un fichier d’entrée diffère ({name}). \
        Refaites-les avec l’étude et les surcouches du plan.
        """,
      en: """
        These curves are of another study than the plan: an input file differs ({name}). Make them anew \
        with the study and the layers of the plan.
        """),
    "page.curveTwice": Phrase(
      fr: "Deux dossiers de la même sorte de courbe : n’en nommez qu’un.",
      en: "Two folders of the same kind of curve: name one of them only."),
    "help.report.curve": Phrase(
      fr: "Dossier d'un releve supply ou frontier de la même étude : la page a sa courbe.",
      en: "Folder of a releve supply or frontier of the same study: the page has its curve."),
    "page.map": Phrase(fr: "Où va l’argent", en: "Where the money goes"),
    "page.map.caption": Phrase(
      fr: "Argent public payé sur toutes les années, par territoire ({unit} ; moyenne en euros)",
      en: "Public money paid over all years, by territory ({unit}; mean in euros)"),
    "page.map.department": Phrase(fr: "Département", en: "Department"),
    "page.map.code": Phrase(fr: "Code", en: "Code"),
    "page.map.count": Phrase(fr: "Bénéficiaires", en: "Beneficiaries"),
    "page.map.receivers": Phrase(fr: "Reçoivent", en: "Receive"),
    "page.map.money": Phrase(fr: "Argent public", en: "Public money"),
    "page.map.mean": Phrase(fr: "Par bénéficiaire (€)", en: "By beneficiary (€)"),
    "page.map.unknown": Phrase(fr: "département non déclaré", en: "department not declared"),
    "page.map.sentence": Phrase(
      fr: "Argent public par territoire ; les trois premiers : {most}.",
      en: "Public money by territory; the first three: {most}."),
    "page.losses": Phrase(fr: "Ce que chaque mesure évite", en: "What each measure avoids"),
    "page.losses.caption": Phrase(
      fr: "Pertes attendues évitées par mesure et par année ({unit})",
      en: "Expected losses avoided by measure and year ({unit})"),
    "page.losses.text": Phrase(
      fr: """
        Ce que les mesures évitent ensemble est partagé entre elles selon ce que chacune ajoute à la         réduction du risque : les parts s’additionnent. C’est une convention, car l’effet d’une mesure         dépend de celles qui l’accompagnent.
        """,
      en: """
        What measures avoid together is shared between them by what each adds to the reduction of risk:         the parts add up. That is a convention, since the effect of a measure depends on those beside         it.
        """),
    "page.losses.sentence": Phrase(
      fr: "Pertes évitées par mesure ; les trois premières : {most}.",
      en: "Losses avoided by measure; the first three: {most}."),
    "page.chart.table": Phrase(
      fr: "Les mêmes chiffres en tableau", en: "The same figures as a table"),
    "page.chart.need": Phrase(fr: "besoin après", en: "need after"),
    "page.chart.means": Phrase(fr: "moyens après", en: "means after"),
    "page.perYear": Phrase(fr: "{unit} par an", en: "{unit} a year"),
    "page.noMap.unreadable": Phrase(
      fr: """
        Les limites ne peuvent pas être lues : la page a une carte à tuiles, une par région. Il faut un GeoJSON de polygones en degrés, \
        chacun avec son code INSEE (propriété « code »).
        """,
      en: """
        The boundaries cannot be read: the page has a map of tiles, one for each region. A GeoJSON of polygons in degrees is \
        needed, each with its INSEE code (property “code”).
        """),
    "page.noMap.large": Phrase(
      fr: """
        Les limites dépassent {limit} Mo : la page a une carte à tuiles, une par région. Il faut un GeoJSON de polygones en degrés, \
        chacun avec son code INSEE (propriété « code »).
        """,
      en: """
        The boundaries are larger than {limit} MB: the page has a map of tiles, one for each region. A GeoJSON of polygons in degrees is \
        needed, each with its INSEE code (property “code”).
        """),
    "page.noMap.other": Phrase(
      fr: """
        Ce fichier ne donne pas de limites : la page a une carte à tuiles, une par région. Il faut un GeoJSON de polygones en degrés, \
        chacun avec son code INSEE (propriété « code »).
        """,
      en: """
        This file has no boundaries: the page has a map of tiles, one for each region. A GeoJSON of polygons in degrees is \
        needed, each with its INSEE code (property “code”).
        """),
    "page.noMap.departments": Phrase(
      fr: """
        Ces territoires ne sont ceux d’aucun bénéficiaire (colonne « department ») : la page a une carte à tuiles, une par région. Il faut un GeoJSON de polygones en degrés, \
        chacun avec son code INSEE (propriété « code »).
        """,
      en: """
        These territories are those of no beneficiary (column “department”): the page has a map of tiles, one for each region. A GeoJSON of polygons in degrees is \
        needed, each with its INSEE code (property “code”).
        """),
    "help.report.map": Phrase(
      fr: "GeoJSON des limites de régions ou de départements ; sans lui, une tuile par région.",
      en: "GeoJSON of boundaries of regions or departments; without it, a tile for each region."),
  ]
}
