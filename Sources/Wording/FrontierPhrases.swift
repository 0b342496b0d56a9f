// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// The curve between two goals.
  static let frontierPhrases: [String: Phrase] = [
    "help.frontier": Phrase(
      fr: "Courbe entre deux buts : ce que l'un coûte à l'autre, et son coude.",
      en: "Curve between two goals: what one costs in the other, and its knee."),
    "help.frontier.more": Phrase(
      fr: """
        Les bouts sont les meilleurs plans pour un but puis l'autre ; les points entre eux sont là \
        où la courbe est la moins connue. Les autres buts de l'étude sont laissés de côté.

        Exemple : releve frontier essai/study.yaml --goals nis_shortfall avoided_loss --out courbe
        """,
      en: """
        The ends are the best plans for one goal, then the other; points between them are where \
        the curve is known least. The study's other goals are left out.

        Example: releve frontier trial/study.yaml --goals nis_shortfall avoided_loss --out curve
        """),
    "help.frontier.goals": Phrase(
      fr: "Deux buts de l'étude, comme dans goals ; la courbe part du meilleur pour le premier.",
      en: "Two goals of the study, as in goals; the curve starts from the best for the first."),
    "help.frontier.points": Phrase(
      fr: "Nombre de points au plus, bouts compris.",
      en: "Most points, ends included."),
    "help.frontier.out": Phrase(
      fr: "Dossier à écrire (par défaut rien n'est écrit).",
      en: "Folder to write (nothing is written by default)."),
    "help.frontier.replace": Phrase(
      fr: "Remplace le dossier d'une courbe antérieure.",
      en: "Replaces the folder of an earlier curve."),
    "frontier.badPoints": Phrase(
      fr: "--points vaut {value} : il en faut entre 2 et {most}, les deux bouts compris.",
      en: "--points is {value}: give a number from 2 to {most}, both ends included."),
    "frontier.badGoals": Phrase(
      fr: """
        --goals attend deux buts de l'étude, p. ex. --goals nis_shortfall avoided_loss ; reçu : \
        {count}.
        """,
      en: """
        --goals takes two goals of the study, e.g. --goals nis_shortfall avoided_loss; given: \
        {count}.
        """),
    "frontier.sameGoal": Phrase(
      fr: "Le but « {name} » est donné deux fois. Donnez deux buts différents, parmi : {known}.",
      en: "The goal \"{name}\" is given twice. Give two different goals, among: {known}."),
    "frontier.unknownGoal": Phrase(
      fr: """
        Le but « {name} » n’est pas de cette étude. Choisissez parmi : {known} ; ou ajoutez-le à \
        goals.
        """,
      en: """
        The goal "{name}" is not one of this study. Choose among: {known}; or add it to goals.
        """),
    "frontier.title": Phrase(
      fr: "Relève · {title} · {count} · courbe entre deux buts : {first} et {second}",
      en: "Relève · {title} · {count} · curve between two goals: {first} and {second}"),
    "frontier.point": Phrase(fr: "point", en: "point"),
    "frontier.mark": Phrase(fr: "coude", en: "knee"),
    "frontier.public": Phrase(fr: "public payé", en: "public paid"),
    "frontier.amount.nis_shortfall": Phrase(
      fr: "{amount} de manque NIS", en: "{amount} of NIS shortfall"),
    "frontier.amount.avoided_loss": Phrase(
      fr: "{amount} de pertes évitées", en: "{amount} of avoided losses"),
    "frontier.amount.public_money": Phrase(
      fr: "{amount} d’argent public", en: "{amount} of public money"),
    "frontier.amount.own_money": Phrase(
      fr: "{amount} d’argent des établissements", en: "{amount} of establishments’ own money"),
    "frontier.amount.budget_cliff": Phrase(
      fr: "{amount} par an de falaise budgétaire", en: "{amount} a year of budget cliff"),
    "frontier.amount.minimum_coverage": Phrase(
      fr: "{amount} de couverture minimale", en: "{amount} of least coverage"),
    "frontier.amount.tie_break": Phrase(fr: "{amount} de départage", en: "{amount} of tie-break"),
    "frontier.more": Phrase(fr: "{amount} de plus", en: "gaining {amount}"),
    "frontier.less": Phrase(fr: "{amount} de moins", en: "saving {amount}"),
    "frontier.price": Phrase(fr: "{gain} coûte {cost}", en: "{gain} costs {cost}"),
    "frontier.prices": Phrase(fr: "{gain} coûtent {cost}", en: "{gain} costs {cost}"),
    "frontier.shape.point": Phrase(
      fr:
        "Les deux buts ne se gênent pas : un même plan est le meilleur pour l’un et pour l’autre.",
      en: "The two goals do not compete: one plan is the best for both."),
    "frontier.shape.line": Phrase(
      fr: "La courbe est une droite : le prix est le même partout, il n’y a pas de coude.",
      en: "The curve is a straight line: the price is the same everywhere, there is no knee."),
    "frontier.shape.unknown": Phrase(
      fr: "Trop peu de points pour dire où le prix change ; augmentez --points.",
      en: "Too few points to tell where the price changes; raise --points."),
    "frontier.shape.bend": Phrase(
      fr: """
        Coude : le point {point}, le plus loin de la droite entre les deux bouts, chaque but \
        rapporté à son étendue.
        """,
      en: """
        Knee: point {point}, the farthest from the straight line between the ends, each goal \
        taken as a share of its range.
        """),
    "frontier.error": Phrase(
      fr: "Entre les points, la courbe est à {error} de son étendue au plus (prouvé).",
      en: "Between the points, the curve is within {error} of its range (proven)."),
    "frontier.leftOut": Phrase(
      fr: """
        Laissés de côté : {goals}. À chaque point, l’argent public et la couverture sont ceux d’un \
        plan parmi les meilleurs.
        """,
      en: """
        Left out: {goals}. At each point, public money and coverage are those of one of the best \
        plans.
        """),
    "frontier.files": Phrase(fr: "Fichiers : {folder}/ {files}", en: "Files: {folder}/ {files}"),
  ]
}
