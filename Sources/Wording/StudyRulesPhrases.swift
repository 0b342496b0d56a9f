// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// Phrases for faults in what a study says: links, rules, and the sense of the whole.
  static let studyRulesPhrases: [String: Phrase] =
    studyLinkPhrases
    .merging(studySensePhrases) { _, second in second }

  private static let studyLinkPhrases: [String: Phrase] = [
    "study.yearOutside": Phrase(
      fr: """
        L’année {year} est hors de l’horizon {first}–{last}. Corrigez l’année, ou l’horizon de \
        l’étude.
        """,
      en: """
        The year {year} is outside the horizon {first}–{last}. Correct the year, or the horizon of \
        the study.
        """),
    "study.unknownGroup": Phrase(
      fr: """
        Aucun bénéficiaire n’est dans le groupe « {name} » ({by}). La règle n’y dit rien ; \
        corrigez le nom ou retirez-le.
        """,
      en: """
        No beneficiary is in the group "{name}" ({by}). The rule says nothing there; correct the \
        name or remove it.
        """),
    "study.noBeneficiary": Phrase(
      fr: """
        Il ne reste aucun bénéficiaire. Vérifiez le tableau des bénéficiaires et \
        population.regions.
        """,
      en: "No beneficiary is left. Check the beneficiaries table and population.regions."),
    "study.effectNotBelowOne": Phrase(
      fr: """
        L’effet de {measure} sur {threat} vaut {text} : aucune mesure n’enlève tout le risque. \
        Écrivez une part inférieure à 1, par exemple 0,9.
        """,
      en: """
        The effect of {measure} on {threat} is {text}: no measure removes the whole risk. Write a \
        share below 1, for example 0.9.
        """),
    "study.bandWithoutEdge": Phrase(
      fr: "Cette tranche n’a pas de borne et n’est pas la dernière. Donnez up_to.",
      en: "This band has no edge and is not the last. Give up_to."),
    "study.lastBandHasEdge": Phrase(
      fr: """
        La dernière tranche s’arrête à {text} : au-delà, rien ne serait défini. Laissez up_to vide \
        sur la dernière.
        """,
      en: """
        The last band stops at {text}: nothing would be defined beyond. Leave up_to empty on the \
        last.
        """),
    "study.bandsOutOfOrder": Phrase(
      fr: """
        La borne {text} suit la borne {previous} : les tranches doivent monter. Remettez-les dans \
        l’ordre.
        """,
      en: "The edge {text} follows the edge {previous}: bands must rise. Put them in order."),
    "study.bandsByTwoSizes": Phrase(
      fr: """
        Cette tranche compte en {text}, la première en {first}. Employez la même taille pour \
        toutes.
        """,
      en: "This band counts in {text}, the first in {first}. Use the same size for all."),
    "study.bandsWithoutSize": Phrase(
      fr: "Ces tranches ne disent pas en quoi elles comptent. Ajoutez by, par exemple by: agents.",
      en: "These bands do not say what they count in. Add by, for example by: agents."),
    "study.severityTwice": Phrase(
      fr: """
        La gravité de {threat} est donnée à la ligne {first}, et autrement ici. Ne la donnez que \
        sur la première ligne.
        """,
      en: """
        The severity of {threat} is given on line {first}, and differently here. Give it on the \
        first line only.
        """),
    "study.prerequisiteCycle": Phrase(
      fr: "Ces mesures s’attendent en rond : {cycle}. Retirez l’un des prérequis.",
      en: "These measures wait for one another: {cycle}. Remove one of the prerequisites."),
    "study.resultsWithoutObjective": Phrase(
      fr: """
        Le vecteur « {name} » paie sur résultats sans dire lesquels. Ajoutez results: [ … ] avec \
        des objectifs.
        """,
      en: """
        The vehicle "{name}" pays on results and does not say which. Add results: [ … ] with \
        objectives.
        """),
    "study.resultsWithoutCeiling": Phrase(
      fr: """
        Le vecteur « {name} » paie sur résultats : il lui faut un plafond par bénéficiaire \
        (ceiling), dont il paie la part atteinte.
        """,
      en: """
        The vehicle "{name}" pays on results: it needs a ceiling per beneficiary, of which it pays \
        the share reached.
        """),
    "study.resultsCeilingPerYear": Phrase(
      fr: """
        Le plafond d’un vecteur payé sur résultats (« {name} ») couvre l’horizon. Écrivez per: \
        horizon.
        """,
      en: """
        The ceiling of a vehicle paid on results ("{name}") covers the horizon. Write per: \
        horizon.
        """),
    "study.limitWithoutAmount": Phrase(
      fr: """
        Cette limite ne donne aucun montant. Donnez fixed, un montant par unité (agents: 25 €), ou \
        by et bands.
        """,
      en: """
        This limit gives no amount. Give fixed, an amount per unit (agents: 25 €), or by and \
        bands.
        """),
    "study.limitTwoWays": Phrase(
      fr: """
        Cette limite donne à la fois des tranches et des montants par unité. Gardez l’un des deux.
        """,
      en: "This limit gives both bands and amounts per unit. Keep one of the two."),
    "study.capacityBelowInitial": Phrase(
      fr: """
        La plus grande capacité de « {name} » ({largest}) est sous sa capacité de départ \
        ({initial}). Corrigez l’une des deux.
        """,
      en: """
        The largest capacity of "{name}" ({largest}) is below its initial capacity ({initial}). \
        Correct one of the two.
        """),
    "study.targetFalls": Phrase(
      fr: """
        La cible de {year} ({text}) est plus basse que celle d’avant ({previous}), alors qu’un \
        déploiement ne recule jamais. Vérifiez les deux.
        """,
      en: """
        The target of {year} ({text}) is below the one before ({previous}), although deployment \
        never falls. Check both.
        """),
    "study.targetNotForClass": Phrase(
      fr: """
        L’objectif {objective} ne s’applique pas à la classe {class}. Retirez cette cible, ou \
        ajoutez la classe à l’objectif.
        """,
      en: """
        The objective {objective} does not apply to the class {class}. Remove this target, or add \
        the class to the objective.
        """),
    "study.floorAboveCeiling": Phrase(
      fr: """
        Le plancher de « {name} » ({floor}) dépasse son plafond ({ceiling}). Corrigez l’un des \
        deux.
        """,
      en: """
        The floor of "{name}" ({floor}) is above its ceiling ({ceiling}). Correct one of the two.
        """),
    "study.ruleSaysNothing": Phrase(
      fr: """
        La règle « {name} » n’a ni plancher ni plafond : elle ne dit rien. Ajoutez floor ou \
        ceiling, ou retirez-la.
        """,
      en: """
        The rule "{name}" has neither floor nor ceiling: it says nothing. Add floor or ceiling, or \
        remove it.
        """),
    "study.measureOrObjective": Phrase(
      fr: """
        La règle « {name} » doit nommer soit une mesure (measure), soit un objectif (objective). \
        Donnez l’un des deux.
        """,
      en: "The rule \"{name}\" must name either a measure or an objective. Give one of the two."),
    "study.goalTwice": Phrase(
      fr: "Le but « {name} » est donné deux fois. Gardez le plus important.",
      en: "The goal \"{name}\" is given twice. Keep the more important one."),
    "study.goalOrLevel": Phrase(
      fr: """
        Un niveau de buts est soit un but (goal), soit plusieurs avec leurs poids (level). Donnez \
        l’un des deux.
        """,
      en: """
        A level of goals is either one goal, or several with their weights (level). Give one of \
        the two.
        """),
    "study.growthWithoutTable": Phrase(
      fr: """
        Une croissance des équipes est donnée sans tableau staffing : elle ne sert à rien. Ajoutez \
        le tableau, ou retirez-la.
        """,
      en: """
        A growth of staff is given without a staffing table: it has no use. Add the table, or \
        remove it.
        """),
    "study.staffingYearMissing": Phrase(
      fr: """
        Cette région a plusieurs lignes : chacune doit donner son année. Remplissez la colonne \
        year.
        """,
      en: "This region has several rows: each must give its year. Fill the year column."),
    "study.staffingStartsLate": Phrase(
      fr: """
        La région {region} n’a pas d’effectif pour {first}, première année du plan. Ajoutez cette \
        ligne.
        """,
      en: """
        The region {region} has no staff for {first}, the first year of the plan. Add this row.
        """),
    "study.groupingTaken": Phrase(
      fr: """
        La colonne « {name} » existe déjà dans le tableau des bénéficiaires. Retirez-la de \
        groupings.
        """,
      en: """
        The column "{name}" is part of the beneficiaries table already. Remove it from groupings.
        """),
  ]

  private static let studySensePhrases: [String: Phrase] = [
    "study.sizeMissing": Phrase(
      fr: """
        {beneficiary} ne déclare pas « {driver} », dont {path} a besoin. Vide ne vaut jamais 0 : \
        donnez la valeur, ou dites dans imputation comment l’estimer.
        """,
      en: """
        {beneficiary} does not declare "{driver}", which {path} needs. Empty is never 0: give the \
        value, or say in imputation how to estimate it.
        """),
    "study.moreOfTheSame": Phrase(
      fr: "Et {count} autre(s) du même genre dans ce fichier.",
      en: "And {count} more of the same kind in this file."),
    "study.vehiclePaysNoNature": Phrase(
      fr: """
        Le vecteur « {name} » ne paie rien : pays est vide. Écrivez pays: [one_off], [recurring] \
        ou les deux.
        """,
      en: """
        The vehicle "{name}" pays nothing: pays is empty. Write pays: [one_off], [recurring] or \
        both.
        """),
    "study.vehicleOnlyAnnounced": Phrase(
      fr: """
        Le vecteur « {name} » n’a que de l’argent annoncé, dont rien n’est compté. Augmentez \
        announced_counted pour en tenir compte.
        """,
      en: """
        The vehicle "{name}" has announced money only, none of which is counted. Raise \
        announced_counted to count it.
        """),
    "study.vehicleWithoutMoney": Phrase(
      fr: "Le vecteur « {name} » n’a d’argent aucune année. Vérifiez amounts, ou retirez-le.",
      en: "The vehicle \"{name}\" has no money in any year. Check amounts, or remove it."),
    "study.vehicleForNoService": Phrase(
      fr: """
        Le vecteur « {name} » ne paie que des services communs, et aucun ne le nomme. Ajoutez-le à \
        un service, ou écrivez pays_beneficiaries: true.
        """,
      en: """
        The vehicle "{name}" pays shared services only, and none names it. Add it to a service, or \
        write pays_beneficiaries: true.
        """),
    "study.vehicleForNobody": Phrase(
      fr: """
        Aucun bénéficiaire n’est éligible au vecteur « {name} » : il ne paiera rien. Vérifiez \
        eligible.
        """,
      en: """
        No beneficiary is eligible to the vehicle "{name}": it will pay nothing. Check eligible.
        """),
    "study.vehicleTooLate": Phrase(
      fr: """
        Le vecteur « {name} » paie après la fin de l’horizon : son délai (lag) est trop long. \
        Réduisez-le.
        """,
      en: """
        The vehicle "{name}" pays after the end of the horizon: its lag is too long. Shorten it.
        """),
    "study.serviceUnpaid": Phrase(
      fr: """
        Aucun vecteur du service « {name} » ne peut payer ses coûts « {nature} » : il ne grandira \
        pas. Ajoutez un vecteur qui les paie.
        """,
      en: """
        No vehicle of the service "{name}" may pay its "{nature}" costs: it will not grow. Add a \
        vehicle that pays them.
        """),
    "study.pilotWithoutPilots": Phrase(
      fr: """
        La mesure {name} est réservée aux pilotes jusqu’en {year}, et aucun bénéficiaire éligible \
        n’est pilote : personne ne la déploiera avant. Marquez des pilotes, ou donnez share.
        """,
      en: """
        The measure {name} is for pilots only until {year}, and no eligible beneficiary is a \
        pilot: nobody will deploy it before. Mark pilots, or give share.
        """),
    "study.contributionsNotOne": Phrase(
      fr: """
        Les contributions à {name} pour la classe {class} font {sum} au lieu de 1 : la couverture \
        ne se lit plus de 0 à 100 %. Vérifiez contributions.
        """,
      en: """
        The contributions to {name} for the class {class} make {sum} instead of 1: coverage no \
        longer reads from 0 to 100 %. Check contributions.
        """),
    "study.goalWithoutRule": Phrase(
      fr: """
        Le but « {name} » demande la règle {rule}, sans laquelle il n’existe pas. Ajoutez-la, ou \
        retirez le but.
        """,
      en: """
        The goal "{name}" needs the rule {rule}, without which it does not exist. Add it, or \
        remove the goal.
        """),
    "study.lockedAboveOne": Phrase(
      fr: """
        À {beneficiary}, {measure} serait en place à {sum} avec ce qui est fait et ce qui existait \
        : plus que le tout. Corrigez locked ou deployment.
        """,
      en: """
        At {beneficiary}, {measure} would be in place at {sum} with what was done and what stood \
        before: more than the whole. Correct locked or deployment.
        """),
  ]
}
