// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// Help of the command line.
  static let helpPhrases: [String: Phrase] = [
    "help.releve": Phrase(
      fr: "Planifie l'argent public de la cybersécurité hospitalière.",
      en: "Plans public money for hospital cybersecurity."),
    "help.releve.more": Phrase(
      fr: """
        Exemple : releve tutorial essai && releve plan essai/study.yaml

        Codes de sortie : 0 fait, 2 usage, 3 entrées non valides, 4 irréalisable, 5 arrêté à une \
        limite avant la preuve, 70 erreur interne.
        """,
      en: """
        Example: releve tutorial trial && releve plan trial/study.yaml

        Exit status: 0 done, 2 usage, 3 invalid input, 4 infeasible, 5 stopped at a limit before \
        the proof, 70 internal error.
        """),
    "help.lang": Phrase(
      fr: "Langue des textes : fr ou en (ou variable RELEVE_LANG).",
      en: "Language of texts: fr or en (or variable RELEVE_LANG)."),
    "help.choice": Phrase(
      fr: "« {text} » n'est pas un des choix : {choices}.",
      en: "\"{text}\" is not one of the choices: {choices}."),
    "help.json": Phrase(
      fr: "Écrit le résultat en JSON sur la sortie standard.",
      en: "Writes the result as JSON to standard output."),
    "help.quiet": Phrase(
      fr: "Ne dit que le résultat et les erreurs.", en: "Says only the result and errors."),
    "help.study": Phrase(
      fr: "Étude (YAML ou classeur) et surcouches : ÉTUDE[+SURCOUCHE…] ; la dernière l'emporte.",
      en: "Study (YAML or workbook) and layers: STUDY[+LAYER…]; the last one wins."),
    "help.region": Phrase(
      fr:
        "Ne planifie qu'une région (code INSEE, ex. 53), l'argent national au prorata des agents.",
      en: "Plans one region only (INSEE code, e.g. 53), national money in proportion to agents."),
    "help.set": Phrase(
      fr: "Change un paramètre : chemin=valeur (répétable), ex. vehicles.fir.rate=80 %.",
      en: "Sets a parameter: path=value (repeatable), e.g. vehicles.fir.rate=80 %."),
    "help.plan": Phrase(
      fr: "Planifie un scénario jusqu'à l'optimum prouvé.",
      en: "Plans a scenario to a proven optimum."),
    "help.plan.more": Phrase(
      fr: """
        Écrit le dossier du plan et un résumé d'un écran. Rien n'est écrit si le plan n'est pas \
        vérifié. Ctrl-C arrête avec le meilleur plan trouvé, optimum non prouvé.

        Exemple : releve plan models/after-care.yaml+minus-20-percent --region 53 --out plan-53
        """,
      en: """
        Writes the plan folder and a one-screen summary. Nothing is written unless the plan \
        passes its check. Ctrl-C stops with the best plan found, its optimum not proven.

        Example: releve plan models/after-care.yaml+minus-20-percent --region 53 --out plan-53
        """),
    "help.out": Phrase(
      fr: "Dossier du plan (par défaut plan-AAAA-MM-JJ).",
      en: "Plan folder (plan-YYYY-MM-DD by default)."),
    "help.fill": Phrase(
      fr: """
        Écrit aussi le classeur de l'étude, tel quel, dans ce fichier avec les feuilles du plan.
        """,
      en: "Also writes the study's workbook, as it is, into this file with sheets of the plan."),
    "help.replace": Phrase(
      fr: "Remplace le dossier du plan s'il existe.", en: "Replaces the plan folder if it exists."),
    "help.whole": Phrase(
      fr: "Mesures entières : chaque année une étape est prise ou non, jamais en partie.",
      en: "Whole measures: each year a step is taken or not, never in part."),
    "help.priceRanges": Phrase(
      fr: """
        Cherche aussi, pour autant de règles, jusqu’où tient leur prix pour le premier but (une \
        résolution de plus, et quelques-unes par règle).
        """,
      en: """
        Also looks, for this many rules, how far their price for the first goal holds (one more \
        solve, and a few for each rule).
        """),
    "help.priceRanges.invalid": Phrase(
      fr: "--price-ranges vaut {value} : il en faut entre 1 et {most}.",
      en: "--price-ranges is {value}: give a number from 1 to {most}."),
    "help.priceRanges.ofWhole": Phrase(
      fr: "--price-ranges ne va pas avec --whole : un plan d’étapes entières n’a pas de prix.",
      en: "--price-ranges does not go with --whole: a plan of whole steps has no prices."),
    "help.timeLimit": Phrase(
      fr: "Arrête la résolution après ce nombre de secondes.",
      en: "Stops solving after this many seconds."),
    "help.timeLimit.invalid": Phrase(
      fr: "La limite de temps est un nombre de secondes positif.",
      en: "The time limit is a positive number of seconds."),
    "help.memory": Phrase(
      fr: "Arrête, sans plan, au-delà de cette mémoire (ex. 4 Go, 512 Mo).",
      en: "Stops, without a plan, beyond this much memory (e.g. 4 GB, 512 MB)."),
    "help.memory.invalid": Phrase(
      fr: "« {text} » n'est pas une taille de mémoire : écrire par exemple 4 Go ou 512 Mo.",
      en: "\"{text}\" is not a size of memory: write for example 4 GB or 512 MB."),
    "help.jobs": Phrase(
      fr: "Fils de calcul, de 1 à 64 (par défaut un par cœur) ; le plan n'en dépend pas.",
      en: "Threads, from 1 to 64 (one per core by default); the plan does not depend on it."),
    "help.jobs.invalid": Phrase(
      fr: "--jobs vaut {value} ; il faut un nombre entre 1 et {most}.",
      en: "--jobs is {value}; it must be between 1 and {most}."),
    "help.csv": Phrase(
      fr: "Tableaux : machine (virgule, point décimal) ou fr (Excel français).",
      en: "Tables: machine (comma, decimal point) or fr (French Excel)."),
    "help.check": Phrase(
      fr: "Dit toutes les erreurs des entrées d'un coup, puis les difficultés à prévoir.",
      en: "Says every input error at once, then the trouble to expect."),
    "help.check.more": Phrase(
      fr: "Exemple : releve check models/after-care.yaml+tranche-cancelled",
      en: "Example: releve check models/after-care.yaml+tranche-cancelled"),
    "help.show": Phrase(
      fr: "Montre le scénario résolu et l'origine de chaque valeur.",
      en: "Shows the resolved scenario and where each value comes from."),
    "help.show.more": Phrase(
      fr: "Exemple : releve show models/after-care.yaml+minus-20-percent --layers",
      en: "Example: releve show models/after-care.yaml+minus-20-percent --layers"),
    "help.layers": Phrase(
      fr: "Nomme pour chaque valeur la surcouche, le fichier et la ligne.",
      en: "Names the layer, file and line behind each value."),
    "help.assumptions": Phrase(
      fr: "Ne montre que les paramètres sans source publiée, mécanismes compris.",
      en: "Shows only parameters without a published source, those of mechanisms too."),
    "help.import": Phrase(
      fr: "Importe les registres publics dans un tableau de bénéficiaires.",
      en: "Imports public registers into a beneficiaries table."),
    "help.import.more": Phrase(
      fr: "Exemple : releve import sae ID_2023r.csv SYGEN_2023r.csv --out population",
      en: "Example: releve import sae ID_2023r.csv SYGEN_2023r.csv --out population"),
    "help.import.sae": Phrase(
      fr: "Importe les tables ID et SYGEN de la SAE (DREES).",
      en: "Imports the tables ID and SYGEN of the SAE (DREES)."),
    "help.import.sae.more": Phrase(
      fr: """
        Donner plusieurs années fait jouer le repli légal des agents : l'année, sinon un an avant, \
        sinon deux, sinon 0.

        Exemple : releve import sae sae-2023/ID_2023r.csv sae-2023/SYGEN_2023r.csv \
        sae-2022/ID_2022r.csv sae-2022/SYGEN_2022r.csv --out population
        """,
      en: """
        Several years let the legal fallback for agents work: the year, else one year back, else \
        two, else 0.

        Example: releve import sae sae-2023/ID_2023r.csv sae-2023/SYGEN_2023r.csv \
        sae-2022/ID_2022r.csv sae-2022/SYGEN_2022r.csv --out population
        """),
    "help.import.finess": Phrase(
      fr: "Importe des extraits FINESS etalab (cs1100502, cs1100507), .gz compris.",
      en: "Imports etalab extracts of FINESS (cs1100502, cs1100507), .gz included."),
    "help.import.finess.more": Phrase(
      fr: "Exemple : releve import finess etalab-cs1100507.csv.gz --out population",
      en: "Example: releve import finess etalab-cs1100507.csv.gz --out population"),
    "help.import.structures": Phrase(
      fr: "Importe les structures FINESS+ (JSON), groupements et membres compris.",
      en: "Imports structures of FINESS+ (JSON), groups and members included."),
    "help.import.structures.more": Phrase(
      fr: "Exemple : releve import structures finess-structures-journalier.json --out population",
      en: "Example: releve import structures finess-structures-journalier.json --out population"),
    "help.import.files": Phrase(fr: "Fichiers à lire.", en: "Files to read."),
    "help.import.out": Phrase(
      fr: "Dossier à écrire : beneficiaries.csv, import-log.csv, import-files.csv.",
      en: "Folder to write: beneficiaries.csv, import-log.csv, import-files.csv."),
    "help.import.members": Phrase(
      fr: "Tableau ght;ej des membres des groupements.",
      en: "Table ght;ej of the members of groups."),
    "help.import.classes": Phrase(
      fr: "Tableau des seuils de classe NIS (par défaut ceux de data/nis-classes.csv).",
      en: "Table of NIS class thresholds (those of data/nis-classes.csv by default)."),
    "help.export": Phrase(
      fr: "Écrit le programme linéaire d'une étude, noms lisibles.",
      en: "Writes the linear program of a study, with readable names."),
    "help.export.more": Phrase(
      fr: "Exemple : releve export mathprog essai/study.yaml --out cas.dat",
      en: "Example: releve export mathprog trial/study.yaml --out case.dat"),
    "help.export.form": Phrase(
      fr: "lp, mps ou mathprog (données de models/allocation.mod).",
      en: "lp, mps or mathprog (data of models/allocation.mod)."),
    "help.export.out": Phrase(fr: "Fichier à écrire.", en: "File to write."),
    "help.export.level": Phrase(
      fr: "Rang du but dont l'objectif est écrit (lp, mps).",
      en: "Number of the goal whose objective is written (lp, mps)."),
    "help.verify": Phrase(
      fr: "Refait un plan depuis ses fichiers et dit ce qui tient.",
      en: "Does a plan over from its files, and says what holds."),
    "help.verify.more": Phrase(
      fr: """
        Relit les empreintes, l'étude, les règles, les chiffres, et recalcule la borne de chaque but \
        à partir des seuls prix. Une comparaison, un tournoi, une échelle, une courbe ou des marges sont \
        refaits et comparés au centime ; d'un balayage, quelques cas.

        Exemple : releve verify plan-53
        """,
      en: """
        Reads hashes, study, rules and figures again, and computes the bound of each goal from the \
        prices alone. A comparison, a tournament, a ladder, a curve or ranges are made again and \
        held to the cent; of a sweep, some cases.

        Example: releve verify plan-53
        """),
    "help.verify.plan": Phrase(
      fr:
        "Dossier qu'une commande de Relève a écrit, ou tableau d'un balayage.",
      en: "Folder that a command of Relève wrote, or table of a sweep."),
    "help.verify.from": Phrase(
      fr: "Dossier d'où le plan a été fait (par défaut le dossier courant, puis celui du plan).",
      en: "Folder in which the plan was made (by default the current one, then that of the plan)."),
    "help.generate": Phrase(
      fr: "Invente une population ou une étude de la taille voulue.",
      en: "Makes up a population or a study of any size."),
    "help.generate.more": Phrase(
      fr: "Exemple : releve generate study --beneficiaries 200 --seed 7 --out essai-200",
      en: "Example: releve generate study --beneficiaries 200 --seed 7 --out trial-200"),
    "help.generate.content": Phrase(
      fr: "population (tableaux) ou study (étude complète).",
      en: "population (tables) or study (a whole study)."),
    "help.generate.out": Phrase(fr: "Dossier à écrire.", en: "Folder to write."),
    "help.generate.seed": Phrase(
      fr: "Graine des tirages : la même donne les mêmes fichiers.",
      en: "Seed of the draws: the same one gives the same files."),
    "help.generate.beneficiaries": Phrase(
      fr: "Nombre de bénéficiaires.", en: "Number of beneficiaries."),
    "help.generate.measures": Phrase(
      fr: "Nombre de mesures (étude).", en: "Number of measures (study)."),
    "help.generate.years": Phrase(fr: "Nombre d'années (étude).", en: "Number of years (study)."),
    "help.generate.objectives": Phrase(
      fr: "Nombre d'objectifs (étude).", en: "Number of objectives (study)."),
    "help.generate.kind": Phrase(
      fr: """
        Difficulté (étude) : plain, tight-regions (chaque région à son plancher ou plafond), \
        tight-staff (ETP rares partout), many-vehicles (40 vecteurs), ght-blocks (groupes de 30).
        """,
      en: """
        Difficulty (study): plain, tight-regions (each region at its floor or ceiling), \
        tight-staff (staff short everywhere), many-vehicles (40 vehicles), ght-blocks (groups of \
        30).
        """),
    "help.tutorial": Phrase(
      fr: "Écrit une petite étude commentée pour apprendre.",
      en: "Writes a small commented study to learn on."),
    "help.tutorial.more": Phrase(
      fr: "Exemple : releve tutorial essai", en: "Example: releve tutorial trial"),
    "help.tutorial.folder": Phrase(fr: "Dossier à créer.", en: "Folder to create."),
    "help.template": Phrase(
      fr: "Écrit une étude dans un classeur à remplir (XLSX).",
      en: "Writes a study as a workbook to fill in (XLSX)."),
    "help.template.more": Phrase(
      fr: """
        Une feuille par tableau, avec titres, listes et bulles d'aide. Tout ce qu'une étude peut \
        dire y a sa place. Partout où une commande prend ÉTUDE, le classeur peut être nommé.

        Exemple : releve template budget.xlsx && releve plan budget.xlsx
        """,
      en: """
        One sheet per table, with titles, lists and remarks. Whatever a study can say has its \
        place. Wherever a command takes STUDY, the workbook may be named.

        Example: releve template budget.xlsx && releve plan budget.xlsx
        """),
    "help.template.file": Phrase(
      fr: "Classeur à écrire (.xlsx).", en: "Workbook to write (.xlsx)."),
    "help.template.from": Phrase(
      fr: "Étude à mettre dans le classeur, surcouches comprises (par défaut l'étude du tutoriel).",
      en: "Study to put into the workbook, with its layers (by default the tutorial's study)."),
    "help.template.replace": Phrase(
      fr: "Remplace un classeur de Relève qui existe déjà.",
      en: "Replaces a workbook of Relève that exists already."),
  ]
}
