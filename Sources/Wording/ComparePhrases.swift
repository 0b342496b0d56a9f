// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// Page and faults of comparisons.
  static let comparePhrases: [String: Phrase] = [
    "compare.title": Phrase(
      fr: "Relève · comparaison · {title} · {count}",
      en: "Relève · comparison · {title} · {count}"),
    "compare.baseline": Phrase(fr: "référence", en: "baseline"),
    "compare.fromFolder": Phrase(fr: "plan relu", en: "plan read"),
    "compare.status.optimal": Phrase(fr: "optimal, prouvé", en: "optimal, proven"),
    "compare.status.feasible": Phrase(
      fr: "réalisable, optimum NON prouvé", en: "feasible, optimum NOT proven"),
    "compare.status.whole": Phrase(fr: "étapes entières", en: "whole steps"),
    "compare.against": Phrase(
      fr: "{second} « {other} » par rapport à {first} « {baseline} »",
      en: "{second} \"{other}\" against {first} \"{baseline}\""),
    "compare.inputs": Phrase(fr: "Ce qui change", en: "What changes"),
    "compare.inputs.none": Phrase(
      fr: "rien : les entrées sont les mêmes", en: "nothing: the inputs are the same"),
    "compare.inputs.yearByYear": Phrase(
      fr: """
        la façon de planifier : les entrées sont les mêmes, A voit toutes les années, B est planifié \
        année par année, sans prévoir
        """,
      en: """
        the way of planning: the inputs are the same, A sees all years, B is planned year by year, \
        without foresight
        """),
    "compare.inputs.more": Phrase(
      fr: "et {count} autres changements (inputs.csv)", en: "and {count} other changes (inputs.csv)"
    ),
    "compare.input.changed": Phrase(fr: "{what} : {values}", en: "{what}: {values}"),
    "compare.input.added": Phrase(
      fr: "{what} : s’ajoute ({values})", en: "{what}: added ({values})"),
    "compare.input.removed": Phrase(
      fr: "{what} : n’existe plus ({values})", en: "{what}: removed ({values})"),
    "compare.input.table": Phrase(
      fr: "table {role} : autre contenu ({values})", en: "table {role}: other content ({values})"),
    "compare.input.everyYear": Phrase(
      fr: "{change} en {years} ({year} : {values})", en: "{change} in {years} ({year}: {values})"),
    "compare.input.layer": Phrase(
      fr: "{sentence} [{layer}]", en: "{sentence} [{layer}]"),
    "compare.path.vehicle": Phrase(fr: "{name}", en: "{name}"),
    "compare.path.target": Phrase(fr: "Cible NIS {name}", en: "NIS target {name}"),
    "compare.path.territory": Phrase(
      fr: "Règle entre territoires « {name} »", en: "Rule between territories \"{name}\""),
    "compare.path.deployment": Phrase(
      fr: "Règle de déploiement « {name} »", en: "Deployment rule \"{name}\""),
    "compare.key.secured": Phrase(fr: "argent garanti", en: "secured money"),
    "compare.key.announced": Phrase(fr: "argent annoncé", en: "announced money"),
    "compare.key.announced_counted": Phrase(
      fr: "part comptée de l’annoncé", en: "share of the announced that counts"),
    "compare.key.after_horizon": Phrase(
      fr: "par an après l’horizon", en: "per year after the horizon"),
    "compare.key.rate": Phrase(fr: "taux de cofinancement", en: "co-financing rate"),
    "compare.key.carry_over": Phrase(fr: "report", en: "carry-over"),
    "compare.key.ceiling": Phrase(fr: "plafond", en: "ceiling"),
    "compare.key.floor": Phrase(fr: "plancher", en: "floor"),
    "compare.key.all": Phrase(fr: "tous les objectifs", en: "all objectives"),
    "compare.goals": Phrase(fr: "Buts", en: "Goals"),
    "compare.goal": Phrase(
      fr: "{goal} {before} → {after} ({verdict})", en: "{goal} {before} → {after} ({verdict})"),
    "compare.goal.same": Phrase(fr: "inchangé", en: "unchanged"),
    "compare.goal.near": Phrase(
      fr: "inchangé à 0,01 % près", en: "unchanged to 0.01%"),
    "compare.goal.better": Phrase(fr: "{change}, mieux", en: "{change}, better"),
    "compare.goal.worse": Phrase(fr: "{change}, moins bien", en: "{change}, worse"),
    "compare.goal.onlyOne": Phrase(
      fr: "but d’un seul des deux", en: "a goal of one of the two only"),
    "compare.after": Phrase(fr: "Après {year}", en: "After {year}"),
    "compare.after.need": Phrase(
      fr: "coût récurrent {before} → {after} par an ({difference})",
      en: "running cost {before} → {after} per year ({difference})"),
    "compare.after.means": Phrase(
      fr: "moyens pérennes {before} → {after} ({difference})",
      en: "lasting means {before} → {after} ({difference})"),
    "compare.after.gap": Phrase(
      fr: "manque {before} → {after} ({difference})",
      en: "missing {before} → {after} ({difference})"),
    "compare.bands": Phrase(fr: "Qui gagne, qui perd", en: "Who wins, who loses"),
    "compare.band.large_loss": Phrase(fr: "≤ −5 %", en: "≤ −5%"),
    "compare.band.loss": Phrase(fr: "−5…−0,1", en: "−5…−0.1"),
    "compare.band.unchanged": Phrase(fr: "inchangé", en: "unchanged"),
    "compare.band.gain": Phrase(fr: "+0,1…+5", en: "+0.1…+5"),
    "compare.band.large_gain": Phrase(fr: "> +5 %", en: "> +5%"),
    "compare.bands.difference": Phrase(fr: "écart", en: "change"),
    "compare.bands.change": Phrase(fr: "en %", en: "in %"),
    "compare.bands.share": Phrase(fr: "part des bénéficiaires", en: "share of beneficiaries"),
    "compare.bands.euros": Phrase(fr: "écart de chaque tranche", en: "change of each band"),
    "compare.everybody": Phrase(fr: "Tous les bénéficiaires", en: "All beneficiaries"),
    "compare.size.below": Phrase(fr: "moins de {most} agents", en: "below {most} agents"),
    "compare.size.between": Phrase(fr: "{least} à {most} agents", en: "{least} to {most} agents"),
    "compare.size.from": Phrase(fr: "{least} agents et plus", en: "{least} agents and more"),
    "compare.size.none": Phrase(fr: "agents non déclarés", en: "agents not declared"),
    "compare.status.public": Phrase(fr: "publics", en: "public"),
    "compare.status.non_profit": Phrase(fr: "privés non lucratifs", en: "private non-profit"),
    "compare.status.for_profit": Phrase(fr: "privés lucratifs", en: "private for-profit"),
    "compare.class": Phrase(fr: "classe NIS {class}", en: "NIS class {class}"),
    "compare.class.none": Phrase(fr: "hors NIS", en: "outside NIS"),
    "compare.fromNothing": Phrase(fr: "rien avant", en: "nothing before"),
    "compare.regions.lose": Phrase(fr: "Régions qui perdent", en: "Regions that lose"),
    "compare.regions.win": Phrase(fr: "Régions qui gagnent", en: "Regions that gain"),
    "compare.regions.same": Phrase(fr: "Régions inchangées", en: "Regions unchanged"),
    "compare.regions.none": Phrase(fr: "aucune", en: "none"),
    "compare.taken": Phrase(fr: "Argent pris ?", en: "Money taken?"),
    "compare.taken.more": Phrase(
      fr: "« {other} » a {money} d’argent public de plus que « {baseline} » :",
      en: "\"{other}\" has {money} of public money more than \"{baseline}\":"),
    "compare.taken.less": Phrase(
      fr: "« {other} » a {money} d’argent public de moins que « {baseline} » :",
      en: "\"{other}\" has {money} of public money less than \"{baseline}\":"),
    "compare.taken.same": Phrase(
      fr: "« {other} » a autant d’argent public que « {baseline} » :",
      en: "\"{other}\" has as much public money as \"{baseline}\":"),
    "compare.taken.both": Phrase(
      fr: "{losers} reçoivent moins (−{lost} en tout), {winners} reçoivent plus (+{gained}).",
      en: "{losers} get less (−{lost} in all), {winners} get more (+{gained})."),
    "compare.taken.noLosers": Phrase(
      fr: "personne ne reçoit moins, {winners} reçoivent plus (+{gained}).",
      en: "nobody gets less, {winners} get more (+{gained})."),
    "compare.taken.noWinners": Phrase(
      fr: "{losers} reçoivent moins (−{lost} en tout), personne ne reçoit plus.",
      en: "{losers} get less (−{lost} in all), nobody gets more."),
    "compare.taken.nobody": Phrase(
      fr: "personne ne reçoit plus ni moins.", en: "nobody gets more or less."),
    "compare.taken.from": Phrase(
      fr: "Reçoivent moins malgré plus d’argent : {names}.",
      en: "Getting less despite more money: {names}."),
    "compare.falls": Phrase(fr: "Plus fortes baisses", en: "Largest falls"),
    "compare.rises": Phrase(fr: "Plus fortes hausses", en: "Largest rises"),
    "compare.movers.none": Phrase(fr: "aucune", en: "none"),
    "compare.pins": Phrase(fr: "Bénéficiaires suivis", en: "Followed"),
    "compare.pins.rule": Phrase(
      fr: "(le nombre médian d’agents de chaque tranche de taille ; --pin en choisit d’autres)",
      en: "(the median number of agents of each size band; --pin chooses others)"),
    "compare.pin": Phrase(
      fr: "{name} ({id} ; {what}) : {before} → {after} ({change})",
      en: "{name} ({id}; {what}): {before} → {after} ({change})"),
    "compare.agent": Phrase(fr: "agent", en: "agent"),
    "compare.agents": Phrase(fr: "agents", en: "agents"),
    "compare.files": Phrase(fr: "Fichiers", en: "Files"),
    "compare.otherBeneficiaries": Phrase(
      fr: """
        « {other} » n’a pas les mêmes bénéficiaires que « {baseline} » ; une comparaison ne dirait \
        rien. Seulement dans « {baseline} » ({countBaseline}) : {onlyBaseline}. Seulement dans \
        « {other} » ({countOther}) : {onlyOther}. Prenez la même population, ou la même --region.
        """,
      en: """
        "{other}" does not have the same beneficiaries as "{baseline}"; a comparison would say \
        nothing. Only in "{baseline}" ({countBaseline}): {onlyBaseline}. Only in "{other}" \
        ({countOther}): {onlyOther}. Take the same population, or the same --region.
        """),
    "compare.otherYears": Phrase(
      fr: """
        « {other} » va de {yearsOther}, « {baseline} » de {yearsBaseline}. Donnez-leur le même \
        horizon (horizon.first, horizon.years).
        """,
      en: """
        "{other}" runs over {yearsOther}, "{baseline}" over {yearsBaseline}. Give them the same         horizon (horizon.first, horizon.years).
        """),
    "compare.unknownPin": Phrase(
      fr: "--pin {id} : aucun bénéficiaire de « {name} » n’a cet identifiant.",
      en: "--pin {id}: no beneficiary of \"{name}\" has this identifier."),
    "compare.unknownBaseline": Phrase(
      fr: "--baseline « {name} » n’est pas un des scénarios comparés : {known}.",
      en: "--baseline \"{name}\" is not one of the scenarios compared: {known}."),
    "compare.tooFew": Phrase(
      fr: "Il faut au moins deux scénarios à comparer : releve compare BASE AUTRE.",
      en: "It takes at least two scenarios to compare: releve compare BASE OTHER."),
    "compare.badSizes": Phrase(
      fr: "--sizes « {text} » : il faut des nombres d’agents croissants, ex. 250,1000,3000.",
      en: "--sizes \"{text}\": give rising numbers of agents, e.g. 250,1000,3000."),
    "compare.optionOfPlan": Phrase(
      fr: """
        --region et --set ne changent rien à un plan déjà écrit. Donnez l’étude à la place de ce \
        dossier, ou retirez l’option.
        """,
      en: """
        --region and --set change nothing in a plan that is written. Give the study in place of \
        this folder, or leave the option out.
        """),
    "compare.inScenario": Phrase(
      fr: "Dans le scénario « {name} » :", en: "In the scenario \"{name}\":"),
    "compare.exists.hint": Phrase(
      fr: "releve: une comparaison s'y trouve déjà ; --replace la remplace.",
      en: "releve: a comparison stands there already; --replace replaces it."),
    "help.compare": Phrase(
      fr: "Compare des scénarios : ce qui change, qui gagne, qui perd.",
      en: "Compares scenarios: what changes, who wins, who loses."),
    "help.compare.more": Phrase(
      fr: """
        Chaque argument est une étude avec ses surcouches, ou un dossier de plan (rien n'est alors \
        recalculé). Le premier est la référence. Statut 3 si les bénéficiaires diffèrent.

        Exemple : releve compare models/after-care.yaml models/after-care.yaml+no-regional-floor
        """,
      en: """
        Each argument is a study with its layers, or a plan folder (nothing is solved again then). \
        The first is the baseline. Status 3 where the beneficiaries differ.

        Example: releve compare models/after-care.yaml models/after-care.yaml+no-regional-floor
        """),
    "help.compare.scenarios": Phrase(
      fr: "Études avec surcouches ÉTUDE[+SURCOUCHE…], ou dossiers de plan.",
      en: "Studies with layers STUDY[+LAYER…], or plan folders."),
    "help.compare.baseline": Phrase(
      fr: "Nom du scénario de référence (par défaut le premier).",
      en: "Name of the baseline scenario (the first by default)."),
    "help.compare.pin": Phrase(
      fr: "Identifiant d'un bénéficiaire à suivre (répétable).",
      en: "Identifier of a beneficiary to follow (repeatable)."),
    "help.compare.sizes": Phrase(
      fr: "Bornes des tranches de taille, en agents (par défaut 250,1000,3000).",
      en: "Edges of the size bands, in agents (250,1000,3000 by default)."),
    "help.compare.out": Phrase(
      fr: "Dossier de la comparaison (par défaut comparison-AAAA-MM-JJ).",
      en: "Folder of the comparison (comparison-YYYY-MM-DD by default)."),
    "help.compare.replace": Phrase(
      fr: "Remplace le dossier de la comparaison s'il existe.",
      en: "Replaces the comparison's folder if it exists."),
  ]
}
