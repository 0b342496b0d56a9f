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
