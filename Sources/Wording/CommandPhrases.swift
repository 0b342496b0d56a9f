// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// What the command line says while long work goes on.
  static let progressPhrases: [String: Phrase] = [
    "progress.reading": Phrase(fr: "Lecture…", en: "Reading…"),
    "progress.building": Phrase(
      fr: "Construction du programme…", en: "Building the program…"),
    "progress.solving": Phrase(
      fr: "{level}/{levels} {goal}", en: "{level}/{levels} {goal}"),
    "progress.seconds": Phrase(fr: "{value}\u{202F}s", en: "{value}\u{202F}s"),
    "progress.round": Phrase(fr: "tour {value}", en: "round {value}"),
    "progress.iteration": Phrase(fr: "{value} itération", en: "{value} iteration"),
    "progress.iterations": Phrase(fr: "{value} itérations", en: "{value} iterations"),
    "progress.firstPlan": Phrase(fr: "cherche un premier plan", en: "seeking a first plan"),
    "progress.bound": Phrase(fr: "borne {value}", en: "bound {value}"),
    "progress.gap": Phrase(fr: "écart {value}", en: "gap {value}"),
    "progress.blocks": Phrase(fr: "{value} blocs/s", en: "{value} blocks/s"),
    "progress.stopping": Phrase(
      fr: "Arrêt demandé : fin de l’étape en cours… (encore Ctrl-C : tout de suite)",
      en: "Stopping: ending the step under way… (Ctrl-C again: at once)"),
    "progress.checking": Phrase(
      fr: "Contrôle hors du solveur…", en: "Checking outside the solver…"),
    "progress.writing": Phrase(fr: "Écriture…", en: "Writing…"),
  ]

  /// What the command line says besides help and findings.
  static let commandPhrases: [String: Phrase] = [
    "cli.errors": Phrase(
      fr: "{count} erreurs ; rien n'a été écrit.", en: "{count} errors; nothing was written."),
    "cli.internal": Phrase(fr: "erreur interne : {message}", en: "internal error: {message}"),
    "cli.infeasible": Phrase(
      fr: "aucun plan ne respecte toutes les règles ; rien n'a été écrit.",
      en: "no plan obeys every rule; nothing was written."),
    "cli.infeasible.rules": Phrase(
      fr: "Il faudrait que cèdent au moins :", en: "At least these would have to give way:"),
    "cli.infeasible.unknown": Phrase(
      fr: "Les règles en conflit n'ont pas pu être isolées : essayez releve check.",
      en: "The conflicting rules could not be singled out: try releve check."),
    "cli.wholeImpossible": Phrase(
      fr: """
        aucun plan d’étapes entières ne respecte toutes les règles : c’est prouvé ; avec des \
        étapes partielles il y en a (sans --whole) ; rien n'a été écrit.
        """,
      en: """
        no plan of whole steps obeys every rule: that is proven; with steps in part there is one \
        (without --whole); nothing was written.
        """),
    "cli.wholeNotFound": Phrase(
      fr: """
        aucun plan d’étapes entières n’a été trouvé, sans preuve qu’il n’y en ait pas ; avec des \
        étapes partielles il y en a (sans --whole) ; rien n'a été écrit.
        """,
      en: """
        no plan of whole steps was found, without a proof that there is none; with steps in part \
        there is one (without --whole); nothing was written.
        """),
    "cli.unbounded": Phrase(
      fr: "le but « {goal} » peut grandir sans fin : il manque une règle (ex. fonds propres).",
      en: "the goal \"{goal}\" can improve without end: a rule is missing (e.g. own funds)."),
    "cli.stopped": Phrase(
      fr: "arrêté ({reason}) au but « {goal} » avant d'avoir un plan ; rien n'a été écrit.",
      en: "stopped ({reason}) at goal \"{goal}\" before there was a plan; nothing was written."),
    "cli.interrupted": Phrase(
      fr: "interrompu à votre demande ; rien n'a été écrit.",
      en: "interrupted as you asked; nothing was written."),
    "cli.memory": Phrase(
      fr:
        "limite de mémoire atteinte : {limit} permis, il en faut plus de {needed} ; rien n'a été écrit.",
      en: "memory limit reached: {limit} allowed, more than {needed} needed; nothing was written."),
    "cli.memory.hint": Phrase(
      fr: "Permettez-en plus (--memory), ou planifiez une région à la fois (--region).",
      en: "Allow more (--memory), or plan one region at a time (--region)."),
    "cli.block": Phrase(
      fr:
        "le solveur n'a pu résoudre la partie {number}, celle de {column} ({reason}) ; aucun plan écrit.",
      en:
        "the solver could not solve part {number}, that of {column} ({reason}); no plan was written."
    ),
    "cli.block.file": Phrase(
      fr:
        "Elle est écrite, en programme linéaire, dans {file} : joignez ce fichier à votre signalement.",
      en: "It is written out, as a linear program, to {file}: enclose that file with your report."),
    "cli.block.noFile": Phrase(
      fr: "Elle n'a pas pu être écrite dans un fichier.", en: "It could not be written to a file."),
    "cli.cause": Phrase(fr: "Cause probable : {cause}", en: "Likely cause: {cause}"),
    "cli.exists.hint": Phrase(
      fr: "releve: un plan s'y trouve déjà ; --replace le remplace.",
      en: "releve: a plan stands there already; --replace replaces it."),
    "cli.unknownCommand": Phrase(
      fr: "« {name} » n'est pas une commande. Commandes : {commands}.",
      en: "\"{name}\" is not a command. Commands: {commands}."),
    "cli.reason.optimal": Phrase(fr: "terminé", en: "done"),
    "cli.reason.infeasible": Phrase(fr: "irréalisable", en: "infeasible"),
    "cli.reason.unbounded": Phrase(fr: "non borné", en: "unbounded"),
    "cli.reason.infeasibleOrUnbounded": Phrase(
      fr: "irréalisable ou non borné", en: "infeasible or unbounded"),
    "cli.reason.iterationLimit": Phrase(
      fr: "limite d'itérations atteinte", en: "iteration limit reached"),
    "cli.reason.timeLimit": Phrase(
      fr: "limite de temps atteinte", en: "time limit reached"),
    "cli.reason.memoryLimit": Phrase(
      fr: "limite de mémoire atteinte", en: "memory limit reached"),
    "cli.reason.objectiveLimit": Phrase(
      fr: "limite de l'objectif atteinte", en: "objective limit reached"),
    "cli.reason.interrupted": Phrase(
      fr: "interrompu à votre demande", en: "interrupted as you asked"),
    "cli.reason.numericalError": Phrase(
      fr: "difficulté numérique", en: "numerical trouble"),
    "cli.numerical": Phrase(
      fr: "difficulté numérique au but « {goal} » ({detail}) ; rien n'a été écrit.",
      en: "numerical trouble at goal \"{goal}\" ({detail}); nothing was written."),
    "cli.failedCheck": Phrase(
      fr: "le plan calculé enfreint {count} règles au contrôle indépendant ; rien n'a été écrit.",
      en: "the plan breaks {count} rules in the independent check; nothing was written."),
    "cli.solver": Phrase(
      fr: "le solveur a échoué : {message}", en: "the solver failed: {message}"),
    "import.done": Phrase(
      fr: "{beneficiaries}, {agents} → {folder}", en: "{beneficiaries}, {agents} → {folder}"),
    "import.agent": Phrase(fr: "agent", en: "agent"),
    "import.agents": Phrase(fr: "agents", en: "agents"),
    "import.noAgents": Phrase(
      fr: "agents non déclarés par ces fichiers", en: "agents not declared by these files"),
    "import.file": Phrase(
      fr: "  {file} ({encoding}) : {read} lignes lues = {kept} gardées + {leftOut} écartées",
      en: "  {file} ({encoding}): {read} lines read = {kept} kept + {leftOut} left out"),
    "import.encoding.ascii": Phrase(fr: "ASCII", en: "ASCII"),
    "import.encoding.utf8": Phrase(fr: "UTF-8", en: "UTF-8"),
    "import.encoding.iso8859p1": Phrase(fr: "ISO-8859-1", en: "ISO-8859-1"),
    "import.encoding.windows1252": Phrase(fr: "Windows-1252", en: "Windows-1252"),
    "import.encoding.mixed": Phrase(
      fr: "UTF-8 et Windows-1252 mêlés", en: "UTF-8 and Windows-1252 mixed"),
    "export.done": Phrase(fr: "Écrit : {file}", en: "Written: {file}"),
    "generate.done": Phrase(
      fr: "{count} bénéficiaires inventés → {folder} ({files})",
      en: "{count} made-up beneficiaries → {folder} ({files})"),
    "tutorial.done": Phrase(
      fr: "{count} fichiers écrits. À essayer : releve plan {folder}/study.yaml",
      en: "{count} files written. Try: releve plan {folder}/study.yaml"),
    "workbench.overrideForm": Phrase(
      fr: "« {text} » n'est pas de la forme chemin=valeur.",
      en: "\"{text}\" is not of the form path=value."),
    "workbench.unknownRegion": Phrase(
      fr: "Aucun bénéficiaire dans la région « {region} ». Régions présentes : {known}.",
      en: "No beneficiary in region \"{region}\". Regions present: {known}."),
    "workbench.emptyRegion": Phrase(
      fr: "La région « {region} » n'a aucun agent : l'argent ne peut pas être réparti.",
      en: "Region \"{region}\" has no agents: money cannot be shared out."),
    "workbench.doneMissing": Phrase(
      fr: """
        Le dossier {path} n’existe pas. Donnez celui de ce qui a été fait et payé, avec \
        deployment.csv et allocation.csv ; un dossier de plan convient.
        """,
      en: """
        Folder {path} does not exist. Give the one of what was done and paid, with deployment.csv \
        and allocation.csv; a plan folder will do.
        """),
    "workbench.doneWithout": Phrase(
      fr: "Le dossier {path} ne contient pas {name}. Ajoutez-le, ou donnez un dossier de plan.",
      en: "Folder {path} holds no {name}. Add it, or give a plan folder."),
    "workbench.outOfRange": Phrase(
      fr: "{name} vaut {value} ; il faut un nombre entre {least} et {most}.",
      en: "{name} is {value}; it must be between {least} and {most}."),
    "workbench.coefficientSpread": Phrase(
      fr: """
        Les coefficients du programme vont de {least} (règle {leastRow}, colonne {leastColumn}) à \
        {greatest} (règle {greatestRow}, colonne {greatestColumn}) : plus de neuf ordres de \
        grandeur. Le solveur y perd des chiffres. Vérifiez l’unité (€, k€, M€) de ces deux \
        montants dans l’étude, ou ôtez celui qui ne compte pas.
        """,
      en: """
        The coefficients of the program run from {least} (rule {leastRow}, column {leastColumn}) \
        to {greatest} (rule {greatestRow}, column {greatestColumn}): over nine orders of \
        magnitude. The solver loses digits. Check the unit (€, k€, M€) of these two amounts in \
        the study, or take out the one that does not matter.
        """),
    "workbench.inputGone": Phrase(
      fr: "Ce fichier vient d’être lu et ne peut plus l’être. Remettez-le et relancez.",
      en: "This file was just read and can no longer be read. Put it back and run again."),
    "workbench.missingDriver": Phrase(
      fr: """
        La taille de {beneficiary} dont « {rule} » a besoin n'est pas déclarée : la donner dans le \
        tableau des bénéficiaires, ou sous imputation.
        """,
      en: """
        The size of {beneficiary} that "{rule}" needs is not declared: give it in the \
        beneficiaries table, or under imputation.
        """),
    "workbench.duplicate": Phrase(
      fr: "L'identifiant « {name} » est donné deux fois.",
      en: "The identifier \"{name}\" is given twice."),
    "workbench.unknown": Phrase(
      fr: "« {name} » est cité mais n'existe pas dans l'étude.",
      en: "\"{name}\" is named but does not exist in the study."),
    "workbench.wrongLength": Phrase(
      fr: "« {name} » n'a pas une valeur par année de l'horizon.",
      en: "\"{name}\" does not have one value per year of the horizon."),
    "workbench.invalidProgram": Phrase(
      fr: "Le programme contient un nombre inutilisable ({reason}) à {name}.",
      en: "The program holds an unusable number ({reason}) at {name}."),
  ]
}
