// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// Who is next in line, on pages.
  static let pageNextPhrases: [String: Phrase] = [
    "page.next": Phrase(fr: "Qui vient ensuite", en: "Who is next in line"),
    "page.next.text": Phrase(
      fr: """
        Plans optimaux avec plus d’argent ({money}), où personne ne reçoit moins qu’à la marche \
        précédente (releve ladder). Qui reçoit plus vient ensuite, et pour les mesures dites ici.
        """,
      en: """
        Optimal plans with more money ({money}) in which nobody gets less than one step below (releve \
        ladder). Who gets more comes next, and for the measures told here.
        """),
    "page.next.allMoney": Phrase(fr: "tous les vecteurs", en: "all vehicles"),
    "page.next.heading": Phrase(
      fr: "Avec {share} de l’argent de l’étude", en: "With {share} of the study's money"),
    "page.next.caption": Phrase(
      fr: "Qui reçoit plus avec {share} de l’argent (euros, sur toutes les années)",
      en: "Who gets more with {share} of the money (euros, over all years)"),
    "page.next.sum": Phrase(
      fr: """
        {more} de plus que la marche précédente : {receivers} en reçoivent {paid} de plus sur toutes les \
        années. Le reste paie des services mutualisés ou n’est pas dépensé.
        """,
      en: """
        {more} more than one step below: {receivers} get {paid} more over all years. The rest pays for \
        shared services or is not spent.
        """),
    "page.next.more": Phrase(fr: "De plus (€)", en: "More (€)"),
    "page.next.changes": Phrase(
      fr: "Mesures en place à la fin, de … à …", en: "Measures in place at the end, from … to …"),
    "page.next.measure": Phrase(
      fr: "{measure} de {below} à {share}", en: "{measure} from {below} to {share}"),
    "page.next.others": Phrase(
      fr:
        "{others} de plus reçoivent moins que ceux-ci : beneficiaries.csv de la marche les nomme.",
      en: "{others} more get less than these: the ladder's beneficiaries.csv names them."),
    "page.noLadder": Phrase(
      fr: "Ce dossier n’est pas celui d’un releve ladder.",
      en: "This folder is not that of a releve ladder."),
    "page.ladderElsewhere": Phrase(
      fr: """
        Ces marches ne commencent pas par l’argent de l’étude : refaites-les par \
        « releve ladder ÉTUDE --steps 100%,101% ».
        """,
      en: """
        These steps do not begin with the study's own money: make them anew with \
        "releve ladder STUDY --steps 100%,101%".
        """),
    "page.ladderUnproven": Phrase(
      fr: "Un plan de ces marches n’est pas prouvé optimal : refaites-les sans limite de temps.",
      en: "A plan of these steps is not proven optimal: make them anew without a time limit."),
    "help.report.ladder": Phrase(
      fr: "Dossier d'un releve ladder de la même étude dès 100 % : la page dit qui vient ensuite.",
      en: "Folder of a releve ladder of the same study from 100 %: the page says who is next."),
  ]
}
