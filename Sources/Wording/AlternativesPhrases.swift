// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// Plans that are nearly as good as the optimum, and as different as can be.
  static let alternativesPhrases: [String: Phrase] = [
    "help.alternatives": Phrase(
      fr:
        "D'autres plans presque aussi bons, aussi différents que possible, et ce qu'ils partagent.",
      en: "Other plans nearly as good, as different as can be, and what they share."),
    "help.alternatives.more": Phrase(
      fr: """
        Cherche des plans dont chaque but est à moins de --within de son optimum, aussi loin que \
        possible du plan optimal et les uns des autres : par l'argent de chaque région, ou par les \
        bénéficiaires équipés de chaque mesure. Dit ce que chacun perd sur les buts, ce que tous \
        partagent et ce qui bouge le plus.

        Exemple : releve alternatives essai/study.yaml --count 3 --within 1%
        """,
      en: """
        Finds plans whose every goal is within --within of its optimum, as far as can be from the \
        optimal plan and from one another: by the money of each region, or by the beneficiaries \
        equipped with each measure. Says what each loses of the goals, what all share and what moves \
        most.

        Example: releve alternatives trial/study.yaml --count 3 --within 1%
        """),
    "help.alternatives.count": Phrase(
      fr: "Nombre de plans, de 1 à 9.", en: "Number of plans, from 1 to 9."),
    "help.alternatives.by": Phrase(
      fr: "Par quoi les plans diffèrent : region ou measure.",
      en: "By what plans differ: region or measure."),
    "help.alternatives.replace": Phrase(
      fr: "Remplace le dossier d'autres plans antérieur.",
      en: "Replaces the folder of earlier alternatives."),
    "alternatives.badCount": Phrase(
      fr: "--count vaut {value} : demandez de 1 à {most} plans, p. ex. --count 3.",
      en: "--count is {value}: ask for 1 to {most} plans, e.g. --count 3."),
    "alternatives.title": Phrase(
      fr: "Relève · {title} · {count} · autres plans à {within} de l’optimum",
      en: "Relève · {title} · {count} · other plans within {within} of the optimum"),
    "alternatives.optimum": Phrase(fr: "optimum", en: "optimum"),
    "alternatives.plan": Phrase(fr: "plan {number}", en: "plan {number}"),
    "alternatives.same": Phrase(fr: "commun", en: "shared"),
    "alternatives.moves": Phrase(fr: "bouge de {amount}", en: "moves by {amount}"),
    "alternatives.total": Phrase(fr: "en tout", en: "in all"),
    "alternatives.fromOptimum": Phrase(fr: "écart à l’optimum", en: "distance from the optimum"),
    "alternatives.fromNearest": Phrase(
      fr: "écart au plan le plus proche", en: "distance from the nearest"),
    "alternatives.kept": Phrase(fr: "autant", en: "as much"),
    "alternatives.loses": Phrase(fr: "perd {amount}", en: "loses {amount}"),
    "alternatives.gains": Phrase(fr: "gagne {amount}", en: "gains {amount}"),
    "alternatives.how": Phrase(
      fr: """
        Chaque plan respecte chaque règle et ne perd pas plus de {within} sur aucun but ({goals}). \
        Il est cherché loin de l’optimum et des plans d’avant ; l’écart est la somme des différences, \
        ligne à ligne.
        """,
      en: """
        Each plan obeys every rule and loses no more than {within} on any goal ({goals}). It is sought \
        far from the optimum and from the plans before it; the distance is the sum of the differences, \
        line by line.
        """),
    "alternatives.how.ties": Phrase(
      fr: """
        Chaque plan est aussi bon que l’optimum sur chaque but ({goals}) : seule la règle de départage \
        choisit entre eux. L’écart est la somme des différences, ligne à ligne.
        """,
      en: """
        Each plan is as good as the optimum on every goal ({goals}): the tie-break alone chooses among \
        them. The distance is the sum of the differences, line by line.
        """),
    "alternatives.shared": Phrase(
      fr: """
        Communs à tous : {share} de ce que donne l’optimum est à la même place dans chaque plan. \
        Lignes qui ne bougent pas de plus de 1 % : {count} sur {all}. Bougent le plus : {moving}.
        """,
      en: """
        Shared by all: {share} of what the optimum gives stands in the same place in every plan. Lines \
        that move by no more than 1 %: {count} of {all}. What moves most: {moving}.
        """),
    "alternatives.span": Phrase(
      fr: "{name} (de {least} à {most})", en: "{name} (from {least} to {most})"),
    "alternatives.nothing": Phrase(fr: "rien", en: "nothing"),
    "alternatives.notProven": Phrase(
      fr: """
        Une ligne commune ici peut bouger dans un plan qui n’a pas été cherché : releve range dit le \
        moins et le plus de chacune, preuve à l’appui.
        """,
      en: """
        A line shared here may move in a plan that was not looked at: releve range tells the least and \
        the most of each, with proof.
        """),
    "alternatives.fewer": Phrase(
      fr: """
        Demandés : {asked} ; trouvés : {found}. Aucun des autres plans rencontrés ne diffère d’au moins \
        1 % de tous les précédents.
        """,
      en: """
        Asked for: {asked}; found: {found}. None of the other plans met differs from all earlier ones by \
        at least 1 %.
        """),
    "alternatives.none": Phrase(
      fr: """
        Demandés : {asked} ; trouvés : {found}. Aucun plan rencontré ne diffère d’au moins 1 % de \
        l’optimum : à ce prix, il n’y a guère de choix. Une tolérance plus large en ouvre davantage.
        """,
      en: """
        Asked for: {asked}; found: {found}. No plan that was met differs from the optimum by at least \
        1 %: at this price there is hardly a choice. A wider tolerance opens more.
        """),
    "alternatives.cut": Phrase(
      fr: "La place manque pour les plans après le plan {last} : --out ou --json les donne tous.",
      en: "There is no room for the plans after plan {last}: --out or --json gives all of them."),
    "alternatives.files": Phrase(
      fr: "Fichiers : {folder}/ {files}", en: "Files: {folder}/ {files}"),
  ]
}
