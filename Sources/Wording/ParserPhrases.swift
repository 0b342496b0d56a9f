// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// What the parser of arguments says by itself: its own English, and what stands in its place.
  ///
  /// Applied in order, each wherever its English stands.
  public static let parserPhrases: [Phrase] = [
    Phrase(fr: "OBJET : ", en: "OVERVIEW: "),
    Phrase(fr: "USAGE : ", en: "USAGE: "),
    Phrase(fr: "ARGUMENTS :\n", en: "ARGUMENTS:\n"),
    Phrase(fr: "OPTIONS :\n", en: "OPTIONS:\n"),
    Phrase(fr: "COMMANDES :\n", en: "SUBCOMMANDS:\n"),
    Phrase(fr: "<commande>", en: "<subcommand>"),
    Phrase(fr: "Affiche la version.", en: "Show the version."),
    Phrase(fr: "Affiche cette aide.", en: "Show help information."),
    Phrase(fr: "(par défaut :", en: "(default:"),
    Phrase(fr: "(valeurs :", en: "(values:"),
    Phrase(fr: "; par défaut :", en: "; default:"),
    Phrase(fr: "Voir « ", en: "See '"),
    Phrase(fr: " » pour l'aide détaillée.", en: "' for detailed help."),
    Phrase(fr: " » pour en savoir plus.", en: "' for more information."),
    Phrase(fr: "Erreur : ", en: "Error: "),
    Phrase(fr: "Usage : ", en: "Usage: "),
    Phrase(fr: "Aide : ", en: "Help:  "),
    Phrase(fr: "Argument attendu absent : '", en: "Missing expected argument '"),
    Phrase(fr: "Valeur absente pour '", en: "Missing value for '"),
    Phrase(fr: "Argument de trop : '", en: "Unexpected argument '"),
    Phrase(fr: " arguments de trop : '", en: " unexpected arguments: '"),
    Phrase(fr: "Option inconnue '", en: "Unknown option '"),
    Phrase(fr: "Vouliez-vous '", en: "Did you mean '"),
    Phrase(fr: "La valeur '", en: "The value '"),
    Phrase(fr: "' ne convient pas à '", en: "' is invalid for '"),
    Phrase(fr: "Valeurs possibles : '", en: "Please provide one of '"),
    Phrase(fr: "' et '", en: "' and '"),
  ]
}
