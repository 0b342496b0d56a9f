// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// The page of a comparison; what it shares with the page of a plan stands there.
  static let comparisonPagePhrases: [String: Phrase] = [
    "comparisonPage.title": Phrase(fr: "{title} : comparaison", en: "{title}: comparison"),
    "comparisonPage.footer": Phrase(
      fr: "Page écrite par Relève à la fin de la comparaison. Elle ne charge rien du réseau.",
      en:
        "Page written by Relève at the end of the comparison. It fetches nothing from the network."
    ),
    "comparisonPage.answer": Phrase(fr: "La réponse en bref", en: "The answer in brief"),
    "comparisonPage.labelled": Phrase(fr: "{label} : {text}", en: "{label}: {text}"),
    "comparisonPage.money.line": Phrase(
      fr: "argent public {before} → {after} ({difference})",
      en: "public money {before} → {after} ({difference})"),
    "comparisonPage.scenario": Phrase(fr: "Scénario", en: "Scenario"),
    "comparisonPage.money.caption": Phrase(
      fr: "Argent payé par vecteur et par année, dans chaque scénario ({unit})",
      en: "Money paid by vehicle and year, in each scenario ({unit})"),
    "comparisonPage.results": Phrase(
      fr: "Couverture NIS et pertes évitées", en: "NIS coverage and avoided losses"),
    "comparisonPage.coverage.caption": Phrase(
      fr:
        "Couverture de chaque classe, sa cible, et bénéficiaires sous une cible ; écarts en points",
      en:
        "Coverage of each class, its target, and beneficiaries below a target; differences in points"
    ),
    "comparisonPage.below": Phrase(
      fr: "{class}, bénéficiaires sous une cible", en: "{class}, beneficiaries below a target"),
    "comparisonPage.losses": Phrase(fr: "Pertes attendues", en: "Expected losses"),
    "comparisonPage.losses.avoided": Phrase(fr: "Évitées", en: "Avoided"),
    "comparisonPage.losses.residual": Phrase(fr: "Restantes", en: "Left"),
    "comparisonPage.losses.caption": Phrase(
      fr: "Pertes attendues par année ({unit})", en: "Expected losses by year ({unit})"),
    "comparisonPage.cliff.caption": Phrase(
      fr: "Besoin et moyens après {year} ({unit} par an)",
      en: "Need and means after {year} ({unit} a year)"),
    "comparisonPage.bands.text": Phrase(
      fr: """
        Argent public de chaque bénéficiaire sur tout l’horizon, dans un scénario et dans l’autre. \
        Inchangé : moins de 0,1 % d’écart.
        """,
      en: """
        Public money of each beneficiary over the whole horizon, in one scenario and in the other. \
        Unchanged: a difference below 0.1%.
        """),
    "comparisonPage.winners.caption": Phrase(
      fr: "Bénéficiaires par tranche d’écart, et argent public de chaque groupe (€)",
      en: "Beneficiaries by band of difference, and public money of each group (€)"),
    "comparisonPage.regions": Phrase(fr: "Par région", en: "By region"),
    "comparisonPage.regions.caption": Phrase(
      fr: "Bénéficiaires par tranche d’écart, et argent public de chaque région (€)",
      en: "Beneficiaries by band of difference, and public money of each region (€)"),
    "comparisonPage.bands.caption": Phrase(
      fr: "Nombre et écart de chaque tranche, tous bénéficiaires (€)",
      en: "Number and difference of each band, all beneficiaries (€)"),
    "comparisonPage.group": Phrase(fr: "Groupe", en: "Group"),
    "comparisonPage.band": Phrase(fr: "Tranche", en: "Band"),
    "comparisonPage.beneficiaries": Phrase(fr: "Bénéficiaires", en: "Beneficiaries"),
    "comparisonPage.share": Phrase(fr: "Part", en: "Share"),
    "comparisonPage.before": Phrase(fr: "Référence", en: "Baseline"),
    "comparisonPage.after": Phrase(fr: "Autre scénario", en: "Other scenario"),
    "comparisonPage.chart": Phrase(
      fr: "Qui gagne, qui perd, selon la taille (nombre de bénéficiaires)",
      en: "Who wins, who loses, by size (number of beneficiaries)"),
    "comparisonPage.who": Phrase(fr: "Chaque bénéficiaire", en: "Each beneficiary"),
    "comparisonPage.who.text": Phrase(
      fr: "Euros entiers sur tout l’horizon, par année de paiement additionnés.",
      en: "Whole euros over the whole horizon, years of payment added up."),
    "comparisonPage.who.caption": Phrase(
      fr: "Argent public de chaque bénéficiaire dans chaque scénario (€)",
      en: "Public money of each beneficiary in each scenario (€)"),
    "comparisonPage.euros": Phrase(fr: "{letter} (€)", en: "{letter} (€)"),
    "comparisonPage.change": Phrase(fr: "{letter}, écart en %", en: "{letter}, change in %"),
    "comparisonPage.sources": Phrase(
      fr: "Méthode, preuve et empreintes", en: "Method, proof and hashes"),
    "comparisonPage.sources.text": Phrase(
      fr: """
        Chaque scénario est planifié seul jusqu’à l’optimum prouvé, puis tenu contre la référence, à \
        l’euro. Les hypothèses de chaque étude sont marquées dans la page de son plan (releve report) ; \
        releve verify refait la comparaison.
        """,
      en: """
        Each scenario is planned alone to its proven optimum, then held against the baseline, to the \
        euro. The assumptions of each study are marked on the page of its plan (releve report); releve \
        verify does the comparison over.
        """),
    "comparisonPage.plans.caption": Phrase(
      fr: "Les plans comparés", en: "The plans that are compared"),
    "comparisonPage.chartsAlone": Phrase(
      fr: "--charts va avec --html.", en: "--charts goes with --html."),
    "help.compare.html": Phrase(
      fr: "Écrit aussi la page de la comparaison (HTML) dans ce fichier.",
      en: "Also writes the page of the comparison (HTML) to this file."),
  ]
}
