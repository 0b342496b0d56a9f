// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// The run store.
  static let runsPhrases: [String: Phrase] = [
    "runs.none": Phrase(fr: "Aucun calcul dans {store}.", en: "No run in {store}."),
    "runs.number": Phrase(fr: "n°", en: "no."),
    "runs.run": Phrase(fr: "Calcul", en: "Run"),
    "runs.when": Phrase(fr: "quand", en: "when"),
    "runs.who": Phrase(fr: "qui", en: "who"),
    "runs.user": Phrase(fr: "qui", en: "who"),
    "runs.command": Phrase(fr: "quoi", en: "what"),
    "runs.typed": Phrase(fr: "commande", en: "command"),
    "runs.status": Phrase(fr: "statut", en: "status"),
    "runs.study": Phrase(fr: "étude", en: "study"),
    "runs.region": Phrase(fr: "région", en: "region"),
    "runs.comment": Phrase(fr: "commentaire", en: "comment"),
    "runs.output": Phrase(fr: "résultat", en: "result"),
    "runs.gone": Phrase(fr: "(n'y est plus)", en: "(no longer there)"),
    "runs.hash": Phrase(fr: "empreinte", en: "hash"),
    "runs.tool": Phrase(fr: "outil", en: "tool"),
    "runs.parameters": Phrase(fr: "paramètres", en: "parameters"),
    "runs.inputs": Phrase(fr: "entrées", en: "inputs"),
    "runs.status.optimal": Phrase(fr: "optimal", en: "optimal"),
    "runs.status.feasible": Phrase(fr: "non prouvé", en: "not proven"),
    "runs.status.whole": Phrase(fr: "entier", en: "whole"),
    "runs.status.complete": Phrase(fr: "complet", en: "complete"),
    "runs.status.stopped": Phrase(fr: "incomplet", en: "incomplete"),
    "runs.removed": Phrase(
      fr: "Retirés de {store} : {numbers} (leurs fichiers restent).",
      en: "Removed from {store}: {numbers} (their files stay)."),
    "runs.unknown": Phrase(
      fr: "Aucun calcul n'a le numéro {number} ; releve runs list les montre.",
      en: "No run has the number {number}; releve runs list shows them."),
    "runs.notRecorded": Phrase(
      fr:
        "releve: ce calcul n'est pas enregistré ; son résultat est écrit. --store CHEMIN l'enregistre ailleurs.",
      en: "releve: this run is not recorded; its result is written. --store PATH records elsewhere."
    ),
    "help.comment": Phrase(
      fr: "Ce que vous voulez retenir de ce calcul (releve runs).",
      en: "What you want to remember of this run (releve runs)."),
    "help.store": Phrase(
      fr: "Registre des calculs (par défaut .releve/runs.sqlite près de l'étude).",
      en: "Store of runs (.releve/runs.sqlite beside the study by default)."),
    "help.runs": Phrase(
      fr: "Retrouve les calculs faits : qui, quand, sur quoi, avec quel résultat.",
      en: "Finds earlier runs: who, when, on what, with which result."),
    "help.runs.more": Phrase(
      fr: "Exemple : releve runs list --study models/after-care.yaml",
      en: "Example: releve runs list --study models/after-care.yaml"),
    "help.runs.list": Phrase(fr: "Une ligne par calcul.", en: "One line per run."),
    "help.runs.list.more": Phrase(
      fr: "Exemple : releve runs list --study models/after-care.yaml",
      en: "Example: releve runs list --study models/after-care.yaml"),
    "help.runs.show": Phrase(
      fr: "Tout d'un calcul ; avec --json, paramètres et résultat compris.",
      en: "All of one run; with --json, parameters and result too."),
    "help.runs.show.more": Phrase(
      fr: "Exemple : releve runs show 3 --study models/after-care.yaml",
      en: "Example: releve runs show 3 --study models/after-care.yaml"),
    "help.runs.rm": Phrase(
      fr: "Retire des calculs du registre ; leurs fichiers restent.",
      en: "Removes runs from the store; their files stay."),
    "help.runs.rm.more": Phrase(
      fr: "Exemple : releve runs rm 3 5 --study models/after-care.yaml",
      en: "Example: releve runs rm 3 5 --study models/after-care.yaml"),
    "help.runs.number": Phrase(fr: "Numéro du calcul.", en: "Number of the run."),
    "help.runs.numbers": Phrase(fr: "Numéros des calculs.", en: "Numbers of the runs."),
    "help.runs.study": Phrase(
      fr: "Étude près de laquelle est le registre (par défaut le dossier courant).",
      en: "Study beside which the store is (the current folder by default)."),
    "help.runs.store": Phrase(fr: "Registre à lire.", en: "Store to read."),
  ]
}
