// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// Screen of a tournament, and faults of mechanism files.
  static let mechanismPhrases: [String: Phrase] =
    tournamentPhrases.merging(mechanismFaultPhrases) { _, second in second }

  private static let tournamentPhrases: [String: Phrase] = [
    "tournament.title": Phrase(
      fr: "Relève · {title} · {count} · {rules}", en: "Relève · {title} · {count} · {rules}"),
    "tournament.beneficiary": Phrase(fr: "bénéficiaire", en: "beneficiary"),
    "tournament.beneficiaries": Phrase(fr: "bénéficiaires", en: "beneficiaries"),
    "tournament.rule": Phrase(fr: "mécanisme", en: "mechanism"),
    "tournament.rules": Phrase(fr: "mécanismes", en: "mechanisms"),
    "tournament.role.optimised": Phrase(
      fr: "Optimum, sans règle imposée", en: "Optimum, no rule imposed"),
    "tournament.role.study": Phrase(fr: "Étude, avec ses règles", en: "Study, with its rules"),
    "tournament.shortfall": Phrase(fr: "manque NIS", en: "NIS shortfall"),
    "tournament.dearer": Phrase(fr: "en plus", en: "more"),
    "tournament.avoided": Phrase(fr: "évité", en: "avoided"),
    "tournament.lost": Phrase(fr: "écart", en: "gap"),
    "tournament.public": Phrase(fr: "public", en: "public"),
    "tournament.price": Phrase(
      fr: """
        Prix d’une règle simple : ce que le même argent fait de moins que l’optimum, en manque NIS \
        (en plus) et en pertes évitées (écart).
        """,
      en: """
        Price of a simple rule: what the same money does less than the optimum, in NIS shortfall \
        (more) and in avoided losses (gap).
        """),
    "tournament.leaves.nobody": Phrase(fr: "n’exclut personne", en: "leaves nobody out"),
    "tournament.leaves": Phrase(
      fr: "exclut {count} ({share})", en: "leaves out {count} ({share})"),
    "tournament.edges": Phrase(
      fr: "{count} à moins de {within} d’un seuil, {amount} en jeu",
      en: "{count} within {within} of an edge, {amount} at stake"),
    "tournament.taper": Phrase(
      fr: """
        lissé sur ±{window} autour de chaque seuil, au même total : {before} en jeu deviennent \
        {after}, {moved} changent de main
        """,
      en: """
        smoothed over ±{window} around each edge, at the same total: {before} at stake become \
        {after}, {moved} change hands
        """),
    "tournament.equivalent": Phrase(
      fr: "l’optimum fait aussi bien en manque NIS avec {amount} de moins ({share})",
      en: "the optimum does as well in NIS shortfall with {amount} less ({share})"),
    "tournament.equivalent.none": Phrase(
      fr: "il faut autant d’argent à l’optimum pour le même manque NIS",
      en: "the optimum needs as much money for the same NIS shortfall"),
    "tournament.held": Phrase(
      fr: "partage {shared}, laisse {held} comme à l’optimum",
      en: "shares out {shared}, leaves {held} as in the optimum"),
    "tournament.million": Phrase(
      fr: "un million de plus à la marge, en manque NIS : {prices}",
      en: "one more million at the margin, in NIS shortfall: {prices}"),
    "tournament.unshared": Phrase(
      fr: "{amount} non attribués", en: "{amount} not given to anybody"),
    "tournament.files": Phrase(fr: "Fichiers : {folder}/ {files}", en: "Files: {folder}/ {files}"),
    "help.tournament": Phrase(
      fr: "Compare des mécanismes de financement et dit le prix de chacun.",
      en: "Compares funding mechanisms and says what each costs."),
    "help.tournament.more": Phrase(
      fr: """
        Même population, même argent sous chaque mécanisme d’un dossier ; chaque bénéficiaire use au \
        mieux pour lui de ce à quoi il a droit. Classement, prix contre l’optimum, exclus, seuils.

        Exemple : releve tournament models/after-care.yaml --region 53 --out tournoi
        """,
      en: """
        The same population and money under every mechanism of a folder; each beneficiary uses what \
        it is entitled to as is best for itself. Ranking, price against the optimum, who is left \
        out, edges.

        Example: releve tournament models/after-care.yaml --region 53 --out tournament
        """),
    "help.tournament.mechanisms": Phrase(
      fr: "Dossier des mécanismes (par défaut mechanisms, à côté de l’étude).",
      en: "Folder of the mechanisms (by default mechanisms, beside the study)."),
    "help.tournament.only": Phrase(
      fr: "Un mécanisme du dossier, par le nom de son fichier (répétable) ; tous par défaut.",
      en: "One mechanism of the folder, by the name of its file (repeatable); all by default."),
    "help.tournament.taper": Phrase(
      fr: "Lissage proposé : demi-largeur autour de chaque seuil, en pour cent du seuil.",
      en: "Smoothing proposed: half-width around each edge, in percent of the edge."),
    "help.tournament.taper.invalid": Phrase(
      fr: "--taper est un pourcentage, au-dessus de 0 et jusqu’à 100.",
      en: "--taper is a percentage, above 0 and up to 100."),
    "workbench.unknownMechanism": Phrase(
      fr: "Aucun mécanisme « {name} » dans le dossier. Choisissez parmi : {known}.",
      en: "No mechanism \"{name}\" in the folder. Choose among: {known}."),
    "help.tournament.within": Phrase(
      fr: "Distance d’un seuil qui compte comme proche, en pour cent.",
      en: "Distance from an edge that counts as near, in percent."),
    "help.tournament.within.invalid": Phrase(
      fr: "--within est un pourcentage, de 0 à 100.", en: "--within is a percentage, 0 to 100."),
    "help.tournament.out": Phrase(
      fr: "Dossier des résultats (par défaut tournament-AAAA-MM-JJ).",
      en: "Folder of the results (by default tournament-YYYY-MM-DD)."),
    "help.tournament.replace": Phrase(
      fr: "Remplace le dossier d’un tournoi antérieur.",
      en: "Replaces the folder of an earlier tournament."),
  ]

  private static let mechanismFaultPhrases: [String: Phrase] = [
    "study.mechanismMarkMissing": Phrase(
      fr: "Ce fichier n’est pas un mécanisme : il lui faut « mechanism: 1 ».",
      en: "This file is not a mechanism: it needs \"mechanism: 1\"."),
    "study.noMechanism": Phrase(
      fr: """
        Aucun fichier de mécanisme (.yaml) dans {path}. Donnez leur dossier par --mechanisms ; \
        docs/mechanisms.md dit comment en écrire.
        """,
      en: """
        No mechanism file (.yaml) in {path}. Give their folder with --mechanisms; \
        docs/mechanisms.md says how to write one.
        """),
    "study.clauseMissing": Phrase(
      fr: "Le mécanisme n’a aucune clause : il ne donne rien. Écrivez-en une sous clauses.",
      en: "The mechanism has no clause: it gives nothing. Write one under clauses."),
    "study.clauseReversed": Phrase(
      fr: "La clause {name} finit ({to}) avant de commencer ({from}). Échangez les années.",
      en: "Clause {name} ends ({to}) before it begins ({from}). Swap the years."),
    "study.clauseShares": Phrase(
      fr: """
        Les clauses {names} se partagent {percent} % de l’argent de {vehicle} en {year}. Donnez à \
        chacune sa part par share ; 100 % en tout au plus.
        """,
      en: """
        Clauses {names} share out {percent} % of the money of {vehicle} in {year}. Give each its \
        part with share; 100 % in all at most.
        """),
    "study.clauseBasis": Phrase(
      fr: """
        La clause {name} doit dire soit un montant (amount), soit un poids (weight) au-dessus de \
        zéro, et pas les deux.
        """,
      en: """
        Clause {name} must give either an amount or a weight above zero, and not both.
        """),
    "study.clauseForNobody": Phrase(
      fr: "La clause {name} ne s’adresse à personne : vérifiez eligible et les vecteurs.",
      en: "Clause {name} is meant for nobody: check eligible and the vehicles."),
    "study.clauseVehicle": Phrase(
      fr: """
        Le vecteur {name} ne paie pas de bénéficiaires, mais des services seulement. Retirez-le \
        de la clause.
        """,
      en: """
        Vehicle {name} pays no beneficiaries but services only. Take it out of the clause.
        """),
    "study.clauseKeyNeeded": Phrase(
      fr: "Dans un mécanisme {kind}, il faut {key} à la clause {name}. Ajoutez-le.",
      en: "In a mechanism of kind {kind}, clause {name} needs {key}. Add it."),
    "study.clauseKeyOfOther": Phrase(
      fr:
        "{key} (clause {name}) n’a pas de sens dans un mécanisme {kind}. Retirez-le, ou changez kind.",
      en:
        "{key} (clause {name}) says nothing in a mechanism of kind {kind}. Remove it, or change kind."
    ),
    "study.clauseShareOutside": Phrase(
      fr: """
        La clause {name} ne paie pas en {year} (de {first} à {last}) : sa part de cette année ne dit \
        rien. Retirez l’année, ou prolongez la clause.
        """,
      en: """
        Clause {name} does not pay in {year} (from {first} to {last}): its share of that year says \
        nothing. Remove the year, or extend the clause.
        """),
    "study.clauseClaimOfPool": Phrase(
      fr: """
        La clause {name} met l’argent en commun (pool) : personne n’y dépose de dossier à son nom. \
        Retirez claim, ou pool.
        """,
      en: """
        Clause {name} pools its money: nobody claims there in its own name. Remove claim, or pool.
        """),
    "study.clauseClaimAlone": Phrase(
      fr: """
        Seule la clause {name} nomme le dossier {claim} : le dossier unique lie au moins \
        deux clauses. Écrivez le même nom aux deux, ou retirez claim.
        """,
      en: """
        Only clause {name} names the claim {claim}: one claim ties at least two clauses. \
        Write the same name in both, or remove claim.
        """),
    "study.clauseSizeMissing": Phrase(
      fr: """
        La clause {name} compte en {driver}, que {beneficiary} n’a pas déclaré ({count} en tout). \
        Déclarez-le, imputez-le dans l’étude, ou restreignez eligible.
        """,
      en: """
        Clause {name} counts in {driver}, which {beneficiary} did not declare ({count} in all). \
        Declare it, impute it in the study, or narrow eligible.
        """),
    "study.clauseWithoutClass": Phrase(
      fr: """
        La clause {name} laisse {beneficiary} sans classe de candidats ({count} en tout). Ajoutez \
        une classe, ou restreignez eligible.
        """,
      en: """
        Clause {name} leaves {beneficiary} without a class of takers ({count} in all). Add a \
        class, or narrow eligible.
        """),
    "study.clauseSeedNeeded": Phrase(
      fr: "« first_come » (clause {name}) demande un tirage : donnez takers.seed, ou écrivez cut.",
      en: "\"first_come\" (clause {name}) needs a draw: give takers.seed, or write cut."),
    "study.windowsRise": Phrase(
      fr: """
        La fenêtre {name} paie davantage que {first}, ou demande moins : un mécanisme degressive \
        va dans l’autre sens.
        """,
      en: """
        Window {name} pays more than {first}, or asks for less: a mechanism of kind degressive \
        goes the other way.
        """),
    "study.windowsOverlap": Phrase(
      fr: "La fenêtre {name} commence avant la fin de {first}. Faites-les se suivre.",
      en: "Window {name} begins before {first} has ended. Let one follow the other."),
    "study.bandsOverlap": Phrase(
      fr:
        "Cette tranche commence à {from}, et la précédente va jusqu’à {previous} : elles se recouvrent.",
      en: "This band begins at {from}, and the one before goes up to {previous}: they overlap."),
    "study.bandsGap": Phrase(
      fr: """
        Cette tranche commence à {from}, et la précédente s’arrête à {previous} : qui est entre \
        les deux n’a pas de montant.
        """,
      en: """
        This band begins at {from}, and the one before ends at {previous}: whoever is between them \
        has no amount.
        """),
  ]
}
