// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// Phrases for imports: faults of registers, then reasons of the log.
  static let registersPhrases: [String: Phrase] =
    registersFaultPhrases
    .merging(registersReasonPhrases) { _, second in second }

  private static let registersFaultPhrases: [String: Phrase] = [
    "registers.noSource": Phrase(
      fr: "Aucun registre n’est donné. Indiquez des fichiers SAE, FINESS ou FINESS+.",
      en: "No register is given. Name SAE, FINESS or FINESS+ files."),
    "registers.notFiness": Phrase(
      fr: """
        Ce n’est pas un extrait FINESS etalab : la première ligne commence par « {text} », \
        « finess;etalab;… » est attendu. Donnez cs1100501, cs1100502 ou cs1100507 tel que publié.
        """,
      en: """
        This is not an etalab extract of FINESS: its first line begins with \"{text}\", \
        \"finess;etalab;…\" is expected. Give cs1100501, cs1100502 or cs1100507 as published.
        """),
    "registers.undatedExtract": Phrase(
      fr: "Cet extrait FINESS n’a pas sa première ligne datée : sa date est inconnue.",
      en: "This FINESS extract lacks its first, dated line: its date is unknown."),
    "registers.nothingKept": Phrase(
      fr: "Aucune ligne de ce fichier ne peut servir. Vérifiez que c’est le bon fichier.",
      en: "No line of this file can be used. Check that it is the right file."),
    "registers.linesMalformed": Phrase(
      fr: """
        {count} lignes sur {read} sont laissées de côté : elles n’ont pas le nombre de champs \
        attendu, ou leurs numéros ne sont pas des numéros FINESS. Le journal les nomme.
        """,
      en: """
        {count} lines out of {read} are left out: they do not have the expected number of fields, \
        or their numbers are not FINESS numbers. The log names them.
        """),
    "registers.statusUnknown": Phrase(
      fr: """
        {count} bénéficiaires sont sans statut juridique, que ces fichiers ne donnent pas : la \
        colonne « status » est vide pour eux. Ajoutez la SAE, FINESS+ ou FINESS cs1100501.
        """,
      en: """
        {count} beneficiaries have no legal status, which these files do not give: the column \
        \"status\" is empty for them. Add the SAE, FINESS+ or FINESS cs1100501.
        """),
    "registers.spreadsheetCopy": Phrase(
      fr: """
        Cette copie est passée par un tableur, qui a abîmé des numéros ou des dates (« {text} ») : \
        elle est refusée en entier. Reprenez le fichier d’origine sans l’ouvrir dans Excel.
        """,
      en: """
        This copy went through a spreadsheet, which spoilt numbers or dates (\"{text}\"): it is \
        refused as a whole. Take the original file without opening it in Excel.
        """),
    "registers.saeUnknownTable": Phrase(
      fr: """
        Ce fichier n’est ni la table ID (colonne STJR) ni la table SYGEN (colonne EFFSAL_TOT) de la \
        SAE. Donnez ces deux tables.
        """,
      en: """
        This file is neither the table ID (column STJR) nor the table SYGEN (column EFFSAL_TOT) of \
        the SAE. Give these two tables.
        """),
    "registers.saeTableTwice": Phrase(
      fr: "Cette table de la SAE {year} est donnée deux fois. Gardez un seul des deux fichiers.",
      en: "This table of the SAE of {year} is given twice. Keep only one of the two files."),
    "registers.saeTableMissing": Phrase(
      fr: "La table {table} de la SAE de la même année manque. Ajoutez-la.",
      en: "The table {table} of the SAE of the same year is missing. Add it."),
    "registers.saeMixedYears": Phrase(
      fr: "Cette ligne est de {text}, le fichier est de {first}. Donnez un fichier par année.",
      en: "This row is of {text}, the file is of {first}. Give one file per year."),
    "registers.saeYearUnused": Phrase(
      fr: """
        La SAE {year} ne sert pas : la règle ne remonte que deux ans avant {newest}. Retirez ce \
        fichier.
        """,
      en: """
        The SAE of {year} is not used: the rule looks back only two years from {newest}. Remove \
        this file.
        """),
    "registers.invalidNumber": Phrase(
      fr: "« {text} » n’est pas un numéro FINESS : neuf caractères, comme 010000024 ou 2A0000154.",
      en: "\"{text}\" is not a FINESS number: nine characters, such as 010000024 or 2A0000154."),
    "registers.negativeCount": Phrase(
      fr: "« {text} » n’est pas un effectif possible pour {column}. Reprenez le fichier publié.",
      en: "\"{text}\" is not a possible count for {column}. Take the published file."),
    "registers.jsonMalformed": Phrase(
      fr: "Ce fichier n’est pas un JSON complet et correct. Téléchargez-le de nouveau.",
      en: "This file is not whole and correct JSON. Download it again."),
    "registers.notStructures": Phrase(
      fr: "Ce fichier n’est pas un flux « structures » de FINESS+ (ni gcc, ni gco, ni pmej).",
      en: "This file is not a \"structures\" feed of FINESS+ (no gcc, gco or pmej)."),
    "registers.overlappingClasses": Phrase(
      fr: "Les classes {class} et {other} visent les mêmes tailles. Corrigez leurs bornes.",
      en: "The classes {class} and {other} claim the same sizes. Mend their bounds."),
  ]

  private static let registersReasonPhrases: [String: Phrase] = [
    "registers.reason.outside_scope": Phrase(
      fr: "catégorie d’établissement hors champ", en: "category of site outside the scope"),
    "registers.reason.coordinates": Phrase(
      fr: "ligne de coordonnées, non utilisée", en: "line of coordinates, not used"),
    "registers.reason.unknown_section": Phrase(
      fr: "ligne d’un type non utilisé", en: "line of a kind that is not used"),
    "registers.reason.malformed": Phrase(
      fr: "ligne incomplète ou numéro invalide", en: "incomplete line or invalid number"),
    "registers.reason.duplicate": Phrase(
      fr: "numéro déjà rencontré", en: "number met before"),
    "registers.reason.inactive": Phrase(
      fr: "fermé selon le registre", en: "closed according to the register"),
    "registers.reason.unknown_territory": Phrase(
      fr: "département inconnu ou hors région", en: "department unknown or in no region"),
    "registers.reason.site_not_in_identity": Phrase(
      fr: "établissement absent de la table d’identité",
      en: "site absent from the identity table"),
    "registers.reason.newer_year_declared": Phrase(
      fr: "une année plus récente est déclarée", en: "a newer year is declared"),
    "registers.reason.entity_not_in_population": Phrase(
      fr: "entité juridique absente de la population",
      en: "legal entity absent from the population"),
    "registers.reason.nothing_declared": Phrase(
      fr: "aucun effectif déclaré cette année-là", en: "no head-count declared that year"),
    "registers.reason.older_identity": Phrase(
      fr: "identité d’une année antérieure", en: "identity of an earlier year"),
    "registers.reason.year_beyond_fallback": Phrase(
      fr: "année trop ancienne pour la règle", en: "year too old for the rule"),
    "registers.reason.unknown_member": Phrase(
      fr: "membre d’un groupe que le fichier ne décrit pas",
      en: "member of a group that the file does not describe"),
    "registers.reason.already_member": Phrase(
      fr: "déjà membre d’un autre groupe", en: "already a member of another group"),
    "registers.reason.empty_group": Phrase(
      fr: "groupe sans membre dans la population", en: "group without member in the population"),
    "registers.reason.agents_one_year_back": Phrase(
      fr: "agents repris de l’année précédente", en: "agents taken from the year before"),
    "registers.reason.agents_two_years_back": Phrase(
      fr: "agents repris de deux ans avant", en: "agents taken from two years before"),
    "registers.reason.agents_zero": Phrase(
      fr: "agents non déclarés sur trois ans : 0", en: "agents declared in none of 3 years: 0"),
    "registers.reason.name_from_site": Phrase(
      fr: "nom de l’établissement principal", en: "name of the main site"),
    "registers.reason.main_site_territory": Phrase(
      fr: "région de l’établissement principal", en: "region of the main site"),
    "registers.reason.status_of_most_sites": Phrase(
      fr: "statut de la majorité des établissements", en: "status of most sites"),
  ]
}
