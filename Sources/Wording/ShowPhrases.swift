// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// Phrases of `show` and `check`.
  static let showPhrases: [String: Phrase] = [
    "show.horizon": Phrase(fr: "Horizon", en: "Horizon"),
    "show.layers": Phrase(fr: "Étude et surcouches", en: "Study and layers"),
    "show.population": Phrase(fr: "Population", en: "Population"),
    "show.goals": Phrase(fr: "Buts, dans l’ordre", en: "Goals, in order"),
    "show.assumption": Phrase(fr: "hypothèse", en: "assumption"),
    "show.setBy": Phrase(fr: "{layer} ({place})", en: "{layer} ({place})"),
    "show.replaces": Phrase(fr: "remplace {layers}", en: "replaces {layers}"),
    "show.source": Phrase(fr: "source : {source}", en: "source: {source}"),
    "show.assumptions.heading": Phrase(
      fr: "{count} sans source publiée, sur {total} :",
      en: "{count} without a published source, of {total}:"),
    "show.assumptions.none": Phrase(
      fr: "Chaque paramètre de l’étude a une source publiée.",
      en: "Every parameter of the study has a published source."),
    "show.assumptions.mechanisms": Phrase(
      fr: "Mécanismes : {count} sans source publiée, sur {total} :",
      en: "Mechanisms: {count} without a published source, of {total}:"),
    "show.assumptions.mechanisms.none": Phrase(
      fr: "Chaque paramètre des mécanismes a une source publiée.",
      en: "Every parameter of the mechanisms has a published source."),
    "check.clean": Phrase(
      fr: "Aucune erreur dans les fichiers.", en: "No error in the files."),
    "check.errors": Phrase(
      fr: "{errors} à corriger, {warnings} à lire. Rien n’est planifié avant correction.",
      en: "{errors} to correct, {warnings} to read. Nothing is planned while an error remains."),
    "check.warnings": Phrase(
      fr: "Aucune erreur, {warnings} à lire.", en: "No error, {warnings} to read."),
    "check.error": Phrase(fr: "erreur", en: "error"),
    "check.errors.noun": Phrase(fr: "erreurs", en: "errors"),
    "check.remark": Phrase(fr: "remarque", en: "remark"),
    "check.remarks": Phrase(fr: "remarques", en: "remarks"),
    "check.advice": Phrase(
      fr: "Avant de résoudre, l’arithmétique seule dit :",
      en: "Before solving, arithmetic alone says:"),
    "check.advice.none": Phrase(
      fr: "L’arithmétique seule ne montre aucune difficulté avant de résoudre.",
      en: "Arithmetic alone shows no trouble before solving."),
  ]
}
