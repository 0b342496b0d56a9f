// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// Faults of files of SQLite: results of sweeps, and the run store.
  static let storePhrases: [String: Phrase] = [
    "store.foreign": Phrase(
      fr:
        "Ce fichier n'est pas de releve, ou il est abîmé au point de ne plus se reconnaître ; il reste tel quel. Donnez un autre nom.",
      en:
        "This file is not one of releve's, or damaged beyond recognition; it is left as it is. Give another name."
    ),
    "store.damaged": Phrase(
      fr:
        "Ce fichier est abîmé ({message}) ; il reste tel quel. Restaurez une copie, ou donnez un autre nom.",
      en:
        "This file is damaged ({message}); it is left as it is. Restore a copy, or give another name."
    ),
    "store.newer": Phrase(
      fr:
        "Ce fichier est d'une version plus récente de releve (format {found}, ici {known}) ; il reste tel quel. Mettez releve à jour.",
      en:
        "This file was written by a newer releve (format {found}, here {known}); it is left as it is. Update releve."
    ),
    "store.busy": Phrase(
      fr: "Un autre processus tient ce fichier. Attendez sa fin, ou donnez un autre nom.",
      en: "Another process holds this file. Wait until it ends, or give another name."),
    "store.notPermitted": Phrase(
      fr: "Pas le droit d'écrire ici. Donnez un autre endroit.",
      en: "No permission to write here. Give another place."),
    "store.folderMissing": Phrase(
      fr: "Le dossier où écrire n'existe pas.", en: "The folder to write to does not exist."),
    "store.full": Phrase(
      fr: "Le disque est plein : ce qui était écrit reste ; faites de la place et relancez.",
      en: "The disk is full: what was written stays; make room and run again."),
    "store.failed": Phrase(fr: "SQLite a échoué : {message}", en: "SQLite failed: {message}"),
    "store.missing": Phrase(fr: "Ce fichier n'existe pas.", en: "This file does not exist."),
    "store.exists": Phrase(
      fr: "Il y a déjà quelque chose ici.", en: "Something stands here already."),
    "store.otherTool": Phrase(
      fr: "Résultats d'un autre balayage : faits par {found}, ici {asked}.",
      en: "Results of another sweep: made by {found}, here {asked}."),
    "store.otherSolver": Phrase(
      fr: "Résultats d'un autre balayage : résolus par {found}, ici {asked}.",
      en: "Results of another sweep: solved by {found}, here {asked}."),
    "store.otherInput": Phrase(
      fr: "Résultats d'une autre étude : {asked} n'est plus le fichier d'alors ({found}).",
      en: "Results of another study: {asked} is not the file of then ({found})."),
    "store.otherRegion": Phrase(
      fr: "Résultats d'un autre balayage : --region {found}, ici {asked}.",
      en: "Results of another sweep: --region {found}, here {asked}."),
    "store.otherSetting": Phrase(
      fr: "Résultats d'un autre balayage : --set {found}, ici {asked}.",
      en: "Results of another sweep: --set {found}, here {asked}."),
    "store.otherTimeLimit": Phrase(
      fr: "Résultats d'un autre balayage : --time-limit {found}, ici {asked}.",
      en: "Results of another sweep: --time-limit {found}, here {asked}."),
    "store.otherCases": Phrase(
      fr: "Résultats d'un autre balayage : ses cas ({found}) ne sont pas ceux-ci ({asked}).",
      en: "Results of another sweep: its cases ({found}) are not these ({asked})."),
    "store.otherShard": Phrase(
      fr: "Résultats d'une autre part : {found}, ici {asked}.",
      en: "Results of another share: {found}, here {asked}."),
  ]
}
