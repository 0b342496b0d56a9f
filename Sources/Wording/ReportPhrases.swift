// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// Phrases for faults of plan folders.
  static let reportPhrases: [String: Phrase] = [
    "report.noPlan": Phrase(
      fr: """
        Il n’y a pas de plan à écrire (statut : {status}). Rien n’est écrit ; lisez ce qui a arrêté \
        le calcul.
        """,
      en: """
        There is no plan to write (status: {status}). Nothing is written; read what stopped the \
        run.
        """),
    "report.notFinite": Phrase(
      fr: "Un résultat n’est pas un nombre fini : rien n’est écrit. Signalez ce défaut.",
      en: "A result is not a finite number: nothing is written. Please report this fault."),
    "report.notADocument": Phrase(
      fr: """
        Ce fichier n’est pas un document de plan de cette version. Reprenez le dossier tel qu’il a \
        été écrit, ou refaites le plan.
        """,
      en: """
        This file is not a plan document of this version. Take the folder as it was written, or \
        plan again.
        """),
    "report.unknownIdentifier": Phrase(
      fr: """
        « {text} » (colonne {column}) n’existe pas dans l’étude. Vérifiez que le dossier de plan va \
        avec cette étude et ces surcouches.
        """,
      en: """
        \"{text}\" (column {column}) does not exist in the study. Check that the plan folder belongs \
        to this study and these layers.
        """),
    "report.yearOutsideHorizon": Phrase(
      fr: """
        {text} (colonne {column}) n’est pas une année du plan. Vérifiez que le dossier de plan va \
        avec cette étude.
        """,
      en: """
        {text} (column {column}) is not a year of the plan. Check that the plan folder belongs to \
        this study.
        """),
    "report.notANumber": Phrase(
      fr: """
        « {text} » (colonne {column}) n’est pas un nombre tel que le plan les écrit. Reprenez le \
        fichier d’origine : un tableur l’a sans doute modifié.
        """,
      en: """
        \"{text}\" (column {column}) is not a number as plans write them. Take the original file: a \
        spreadsheet has probably changed it.
        """),
    "report.missingRow": Phrase(
      fr: "Il manque la ligne de {text}. Reprenez le fichier d’origine : il est incomplet.",
      en: "The row of {text} is missing. Take the original file: this one is incomplete."),
  ]
}
