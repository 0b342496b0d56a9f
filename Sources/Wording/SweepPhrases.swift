// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// Screen and faults of sweeps.
  static let sweepPhrases: [String: Phrase] = [
    "sweep.title": Phrase(fr: "Relève · {title} · {count}", en: "Relève · {title} · {count}"),
    "sweep.cases": Phrase(fr: "cas", en: "cases"),
    "sweep.cases.one": Phrase(fr: "cas", en: "case"),
    "sweep.value": Phrase(fr: "valeur", en: "value"),
    "sweep.values": Phrase(fr: "valeurs", en: "values"),
    "sweep.case": Phrase(fr: "cas", en: "no."),
    "sweep.status": Phrase(fr: "statut", en: "status"),
    "sweep.public": Phrase(fr: "argent public", en: "public money"),
    "sweep.avoided": Phrase(fr: "pertes évitées", en: "avoided losses"),
    "sweep.time": Phrase(fr: "temps", en: "time"),
    "sweep.coverage": Phrase(fr: "couverture {year}", en: "coverage {year}"),
    "sweep.status.optimal": Phrase(fr: "optimal", en: "optimal"),
    "sweep.status.feasible": Phrase(fr: "non prouvé", en: "not proven"),
    "sweep.status.infeasible": Phrase(fr: "irréalisable", en: "infeasible"),
    "sweep.status.stopped": Phrase(fr: "arrêté", en: "stopped"),
    "sweep.status.error": Phrase(fr: "erreur", en: "error"),
    "sweep.statuses.optimal": Phrase(fr: "optimaux", en: "optimal"),
    "sweep.statuses.feasible": Phrase(fr: "non prouvés", en: "not proven"),
    "sweep.statuses.infeasible": Phrase(fr: "irréalisables", en: "infeasible"),
    "sweep.statuses.stopped": Phrase(fr: "arrêtés", en: "stopped"),
    "sweep.statuses.error": Phrase(fr: "erreurs", en: "errors"),
    "sweep.counts": Phrase(fr: "{cases} : {counts}", en: "{cases}: {counts}"),
    "sweep.interrupted": Phrase(
      fr: "Interrompu à votre demande après {done} cas sur {wanted} : {counts}",
      en: "Interrupted as you asked after {done} of {wanted} cases: {counts}"),
    "sweep.seconds": Phrase(fr: "{mean} par cas", en: "{mean} per case"),
    "sweep.seconds.warm": Phrase(
      fr: """
        Premier cas, à froid : {first} ; les suivants : {mean} en moyenne, dont {solving} de \
        résolution
        """,
      en: "First case, cold: {first}; the others: {mean} on average, {solving} of it solving"),
    "sweep.seconds.warm.several": Phrase(
      fr: """
        Premiers cas de chaque fil, à froid : {first} en moyenne ; les suivants : {mean}, dont \
        {solving} de résolution
        """,
      en: """
        First case of each worker, cold: {first} on average; the others: {mean}, {solving} of it \
        solving
        """),
    "sweep.seconds.jobs": Phrase(
      fr: " ; {jobs} cas à la fois, {seconds} en tout, soit {rate} cas par minute",
      en: "; {jobs} cases at a time, {seconds} in all, that is {rate} cases a minute"),
    "sweep.incomplete": Phrase(
      fr: "{done} cas sur {wanted} ; le balayage entier reprend les autres : {counts}",
      en: "{done} of {wanted} cases; the whole sweep goes on with the others: {counts}"),
    "sweep.files": Phrase(
      fr: "Résultats : {file} et {store}", en: "Results: {file} and {store}"),
    "sweep.share": Phrase(fr: "{count}, part {shard}", en: "{count}, share {shard}"),
    "sweep.goesOn": Phrase(
      fr: "Reprise : {cases} de {file} ne sont pas résolus à nouveau.",
      en: "Goes on: {cases} of {file} are not solved again."),
    "sweep.allDone": Phrase(
      fr: "Rien à résoudre : {file} tient déjà les {cases} (--replace recommence).",
      en: "Nothing to solve: {file} holds all {cases} (--replace begins anew)."),
    "sweep.merged": Phrase(
      fr: "Relève · {title} · {files} fichiers réunis",
      en: "Relève · {title} · {files} files merged"),
    "sweep.casesAlone": Phrase(
      fr: "--cases donne tous les cas : retirez --vary et --sample.",
      en: "--cases gives all cases: leave --vary and --sample out."),
    "sweep.noCases": Phrase(
      fr: "Aucun cas : écrivez une colonne par chemin et une ligne par cas.",
      en: "No cases: write one column per path and one row per case."),
    "sweep.caseWidth": Phrase(
      fr:
        "{found} cellules au lieu de {expected} : mettez entre guillemets ce qui contient le séparateur.",
      en: "{found} cells instead of {expected}: put what holds the separator in quotes."),
    "sweep.emptyColumn": Phrase(
      fr: "La colonne « {path} » est vide partout : retirez-la, ou donnez ses valeurs.",
      en: "Column \"{path}\" is empty throughout: leave it out, or give its values."),
    "sweep.shardForm": Phrase(
      fr: "--shard {text} : écrivez la part et leur nombre, ex. --shard 2/8.",
      en: "--shard {text}: write the share and their number, e.g. --shard 2/8."),
    "sweep.shardRange": Phrase(
      fr:
        "--shard {text} : la part {number} n'existe pas ; elles vont de 1 à leur nombre (au plus {most}).",
      en:
        "--shard {text}: there is no share {number}; they go from 1 to their number (at most {most})."
    ),
    "sweep.caseTwice": Phrase(
      fr: "Le cas {number} se trouve déjà dans {other} : donnez chaque part une seule fois.",
      en: "Case {number} stands in {other} already: give each share once."),
    "sweep.noParts": Phrase(
      fr: "Rien à réunir : donnez les fichiers des parts.",
      en: "Nothing to merge: give the files of the shares."),
    "sweep.mergeOntoPart": Phrase(
      fr: "--out est l'une des parts : donnez un autre nom.",
      en: "--out is one of the shares: give another name."),
    "sweep.replace.hint": Phrase(
      fr: "releve: des résultats s'y trouvent déjà ; --replace les remplace.",
      en: "releve: results stand there already; --replace replaces them."),
    "sweep.reason.infeasible": Phrase(
      fr: "Aucun plan ne respecte toutes les règles ; releve plan nomme celles en conflit.",
      en: "No plan obeys every rule; releve plan names those in conflict."),
    "sweep.reason.unbounded": Phrase(
      fr: "Le but {goal} peut grandir sans fin : il manque une règle (ex. fonds propres).",
      en: "The goal {goal} can improve without end: a rule is missing (e.g. own funds)."),
    "sweep.reason.timeLimit": Phrase(
      fr: "Limite de temps atteinte au but {goal}.", en: "Time limit reached at goal {goal}."),
    "sweep.reason.memoryLimit": Phrase(
      fr: "Limite de mémoire atteinte (--memory).", en: "Memory limit reached (--memory)."),
    "sweep.reason.limit": Phrase(
      fr: "Arrêté au but {goal} avant la preuve.", en: "Stopped at goal {goal} before the proof."),
    "sweep.reason.numericalError": Phrase(
      fr: "Difficulté numérique au but {goal}.", en: "Numerical trouble at goal {goal}."),
    "sweep.reason.failedCheck": Phrase(
      fr: "Le plan enfreint {count} règles au contrôle indépendant ; il n'est pas compté.",
      en: "The plan breaks {count} rules in the independent check; it does not count."),
    "sweep.reason.solver": Phrase(
      fr: "Le solveur a échoué : {message}", en: "The solver failed: {message}"),
    "sweep.noAxis": Phrase(
      fr: "Rien à faire varier. Donnez au moins un --vary CHEMIN=VALEURS.",
      en: "Nothing to vary. Give at least one --vary PATH=VALUES."),
    "sweep.axisForm": Phrase(
      fr: """
        « {text} » n'est pas de la forme CHEMIN=VALEURS, ex. « vehicles.fir.rate=60 %;80 % » ou \
        « vehicles.fir.rate=60 %..100 %/10 % ».
        """,
      en: """
        "{text}" is not of the form PATH=VALUES, e.g. "vehicles.fir.rate=60 %;80 %" or \
        "vehicles.fir.rate=60 %..100 %/10 %".
        """),
    "sweep.axisTwice": Phrase(
      fr: "« {path} » varie déjà. Donnez toutes ses valeurs en un seul --vary.",
      en: "\"{path}\" is varied already. Give all its values in one --vary."),
    "sweep.emptyRange": Phrase(
      fr: "« {text} » : une valeur manque. Séparez les valeurs par « ; », sans vide entre elles.",
      en: "\"{text}\": a value is missing. Separate values with \";\", with none left out."),
    "sweep.oneValue": Phrase(
      fr: """
        « {text} » ne donne qu'une valeur. Séparez les valeurs par « ; » (une virgule entre deux \
        chiffres est décimale) ; pour fixer une seule valeur : --set.
        """,
      en: """
        "{text}" gives one value only. Separate values with ";" (a comma between two digits is \
        decimal); to set a single value: --set.
        """),
    "sweep.reversedRange": Phrase(
      fr: "« {text} » va à l'envers : écrivez la plus petite valeur d'abord.",
      en: "\"{text}\" runs backwards: write the smaller value first."),
    "sweep.badStep": Phrase(
      fr: "« {text} » : le pas doit être plus grand que zéro.",
      en: "\"{text}\": the step must be above zero."),
    "sweep.badCount": Phrase(
      fr: "« {text} » : après « # » il faut un nombre de valeurs, au moins 2.",
      en: "\"{text}\": after \"#\" comes a number of values, at least 2."),
    "sweep.rangeNotNumber": Phrase(
      fr:
        "« {part} » n'est pas un nombre avec une unité, ex. « 60,5 M€ ». Pour d'autres valeurs, listez-les : a;b;c.",
      en: "\"{part}\" is not a number with a unit, e.g. \"60.5 M€\". List other values: a;b;c."),
    "sweep.twoUnits": Phrase(
      fr: "« {text} » mêle {first} et {second} : écrivez la même unité partout.",
      en: "\"{text}\" mixes {first} and {second}: write the same unit throughout."),
    "sweep.stepMissing": Phrase(
      fr: "« {text} » : dites le pas ou le nombre de valeurs, ex. « 60..100/10 » ou « 60..100#5 ».",
      en: "\"{text}\": give the step or the number of values, e.g. \"60..100/10\" or \"60..100#5\"."
    ),
    "sweep.rangeTooLong": Phrase(
      fr:
        "« {text} » donne trop de valeurs (au plus {most}), ou des nombres trop fins. Élargissez le pas.",
      en: "\"{text}\" gives too many values ({most} at most), or too fine numbers. Widen the step."),
    "sweep.tooManyCases": Phrase(
      fr:
        "Cela fait {count} cas ; au-delà de {most}, confirmez par --yes, ou réduisez les valeurs.",
      en: "That makes {count} cases; above {most}, confirm with --yes, or give fewer values."),
    "sweep.farTooManyCases": Phrase(
      fr: "Cela fait plus de {most} cas : faites-en plusieurs balayages.",
      en: "That makes more than {most} cases: make several sweeps of it."),
    "help.sweep": Phrase(
      fr: "Résout beaucoup de variantes d'une étude, dans un seul fichier de résultats.",
      en: "Solves many what-ifs on one study, into one results file."),
    "help.sweep.more": Phrase(
      fr: """
        Une ligne par cas, toutes les combinaisons des valeurs. Un cas qui échoue est une ligne avec \
        son statut. Chaque cas est écrit dès qu'il est fait : la même commande reprend un balayage \
        interrompu, même tué, sans rien refaire.

        Valeurs : une liste « 60 %;72,5 %;80 % » (une virgule entre deux chiffres est décimale), ou \
        « DE..À/PAS », ou « DE..À#NOMBRE ». Avec --sample, « DE..À » suffit : les valeurs sont \
        tirées (hypercube latin).

        Exemple : releve sweep models/after-care.yaml --region 53 --vary \
        "vehicles.fir.amounts.2027.secured=60 M€..100 M€/10 M€" --vary "vehicles.fir.rate=60 %;80 %" \
        --out resultats.csv
        """,
      en: """
        One row per case, every combination of the values. A case that fails is a row with its \
        status. Each case is written as soon as it is done: the same command goes on with a sweep \
        that was cut short, even killed, and does nothing twice.

        Values: a list "60 %;72.5 %;80 %" (a comma between two digits is decimal), or \
        "FROM..TO/STEP", or "FROM..TO#COUNT". With --sample, "FROM..TO" will do: values are drawn \
        (Latin hypercube).

        Example: releve sweep models/after-care.yaml --region 53 --vary \
        "vehicles.fir.amounts.2027.secured=60 M€..100 M€/10 M€" --vary "vehicles.fir.rate=60 %;80 %" \
        --out results.csv
        """),
    "help.sweep.vary": Phrase(
      fr: "Paramètre à faire varier : chemin=valeurs (répétable).",
      en: "Parameter to vary: path=values (repeatable)."),
    "help.sweep.cases": Phrase(
      fr: "Tableau des cas : une colonne par chemin, une ligne par cas.",
      en: "Table of cases: one column per path, one row per case."),
    "help.sweep.sample": Phrase(
      fr: "Tire ce nombre de cas dans les plages (hypercube latin).",
      en: "Draws this number of cases from the ranges (Latin hypercube)."),
    "help.sweep.seed": Phrase(
      fr: "Graine de --sample ; la même donne les mêmes cas.",
      en: "Seed of --sample; the same one gives the same cases."),
    "help.sweep.shard": Phrase(
      fr: "Ne résout qu'une part des cas, ex. 2/8 ; releve sweep merge les réunit.",
      en: "Solves one share of the cases, e.g. 2/8; releve sweep merge puts them together."),
    "help.sweep.out": Phrase(
      fr: "Résultats : NOM.csv et NOM.sqlite sont écrits tous deux.",
      en: "Results: both NAME.csv and NAME.sqlite are written."),
    "help.sweep.merge": Phrase(
      fr: "Réunit les résultats des parts d'un balayage.",
      en: "Puts the results of shares of a sweep together."),
    "help.sweep.merge.more": Phrase(
      fr: """
        Les parts sont celles d'un même balayage (releve sweep … --shard i/n). S'il manque des cas, \
        le résultat les attend : le balayage entier, avec le même --out, les résout.

        Exemple : releve sweep merge part-1.sqlite part-2.sqlite --out resultats.csv
        """,
      en: """
        The shares are those of one sweep (releve sweep … --shard i/n). Where cases are missing, the \
        result waits for them: the whole sweep, with the same --out, solves them.

        Example: releve sweep merge part-1.sqlite part-2.sqlite --out results.csv
        """),
    "help.sweep.merge.parts": Phrase(
      fr: "Fichiers de résultats des parts.", en: "Results files of the shares."),
    "help.sweep.replace": Phrase(
      fr: "Remplace les résultats s'il y en a.",
      en: "Replaces earlier results."),
    "help.sweep.yes": Phrase(
      fr: "Confirme un balayage de plus de 1000 cas.",
      en: "Confirms a sweep of more than 1,000 cases."),
    "help.sweep.jobs": Phrase(
      fr:
        "Cas résolus à la fois, de 1 à 64 (par défaut un par cœur) ; les résultats n'en dépendent pas.",
      en:
        "Cases solved at a time, from 1 to 64 (one per core by default); results do not depend on it."
    ),
    "progress.cases": Phrase(
      fr: "{done}/{cases} cas · {jobs} à la fois · {seconds}",
      en: "{done}/{cases} cases · {jobs} at a time · {seconds}"),
    "progress.cases.left": Phrase(fr: "encore {left} environ", en: "about {left} left"),
    "progress.case": Phrase(fr: "cas {number}/{cases}", en: "case {number}/{cases}"),
  ]
}
