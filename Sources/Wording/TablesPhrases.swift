// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// Phrases for faults in tables.
  static let tablesPhrases: [String: Phrase] =
    tablesFilePhrases
    .merging(tablesRowPhrases) { _, second in second }
    .merging(tablesCellPhrases) { _, second in second }
    .merging(tablesOutputPhrases) { _, second in second }

  private static let tablesFilePhrases: [String: Phrase] = [
    "tables.fileMissing": Phrase(
      fr: "Ce fichier n’existe pas. Vérifiez son chemin.",
      en: "This file does not exist. Check its path."),
    "tables.fileIsFolder": Phrase(
      fr: "C’est un dossier, un fichier est attendu. Indiquez le fichier qu’il contient.",
      en: "This is a folder, a file is expected. Name the file inside it."),
    "tables.fileUnreadable": Phrase(
      fr: "Ce fichier ne peut pas être lu (erreur système {reason}). Vérifiez les droits d’accès.",
      en: "This file cannot be read (system error {reason}). Check its permissions."),
    "tables.fileTooLarge": Phrase(
      fr: """
        Ce fichier dépasse {limit} Mo une fois décompressé : il n’est pas lu au-delà. Vérifiez que \
        c’est le bon fichier.
        """,
      en: """
        This file is over {limit} MB once unpacked: it is not read any further. Check that it is \
        the right file.
        """),
    "tables.archiveDamaged": Phrase(
      fr: "Cette archive gzip est abîmée ou incomplète. Téléchargez-la de nouveau.",
      en: "This gzip archive is damaged or cut short. Download it again."),
    "tables.notText": Phrase(
      fr: "Ce fichier n’est pas un texte (il contient des octets nuls). Un CSV est attendu.",
      en: "This file is not a text (it holds NUL bytes). A CSV file is expected."),
    "tables.utf16": Phrase(
      fr: "Ce fichier est en UTF-16, qui n’est pas lu. Enregistrez-le en « CSV UTF-8 ».",
      en: "This file is in UTF-16, which is not read. Save it as \"CSV UTF-8\"."),
    "tables.workbook": Phrase(
      fr: "C’est un classeur de tableur, pas un CSV. Enregistrez la feuille en « CSV UTF-8 ».",
      en: "This is a spreadsheet workbook, not a CSV file. Save the sheet as \"CSV UTF-8\"."),
    "tables.undefinedBytes": Phrase(
      fr: """
        {count} octet(s) ne correspondent à aucun caractère, ni en UTF-8 ni en Windows-1252 ; ils \
        sont lus « � ». Vérifiez l’encodage du fichier.
        """,
      en: """
        {count} byte(s) stand for no character, neither in UTF-8 nor in Windows-1252; they are \
        read as \"�\". Check the encoding of the file.
        """),
    "tables.emptyFile": Phrase(
      fr: "Ce fichier est vide. Une ligne de titres est attendue.",
      en: "This file is empty. A row of column names is expected."),
  ]

  private static let tablesRowPhrases: [String: Phrase] = [
    "tables.unclosedQuote": Phrase(
      fr:
        "Un guillemet est ouvert et jamais fermé. Fermez-le, ou doublez-le s’il fait partie du texte.",
      en: "A quote is opened and never closed. Close it, or double it if it belongs to the text."),
    "tables.strayQuote": Phrase(
      fr: "Du texte suit un guillemet fermant. Doublez les guillemets qui font partie du texte.",
      en: "Text follows a closing quote. Double the quotes that belong to the text."),
    "tables.tooManyFields": Phrase(
      fr: "Cette ligne a plus de 16 384 champs : elle est coupée. Vérifiez le séparateur.",
      en: "This row has more than 16,384 fields: it is cut. Check the separator."),
    "tables.raggedRow": Phrase(
      fr:
        "Champs de cette ligne : {found} au lieu de {expected}. Vérifiez séparateurs et guillemets.",
      en: "This row has {found} fields, {expected} are expected. Check separators and quotes."),
    "tables.moreFindings": Phrase(
      fr:
        "{count} autres anomalies dans ce fichier ne sont pas détaillées. Corrigez les premières.",
      en: "{count} more faults in this file are not told one by one. Mend the first ones."),
    "tables.unknownColumn": Phrase(
      fr: "La colonne « {column} » n’est pas connue. Corrigez son nom ou retirez-la.",
      en: "The column \"{column}\" is not known. Mend its name or remove it."),
    "tables.missingColumn": Phrase(
      fr: "La colonne « {column} » manque. Ajoutez-la, même vide si elle peut l’être.",
      en: "The column \"{column}\" is missing. Add it, empty if it may be."),
    "tables.duplicateColumn": Phrase(
      fr: "La colonne « {column} » est déjà là (champ {first}). Gardez-en une seule.",
      en: "The column \"{column}\" is there already (field {first}). Keep only one."),
    "tables.unnamedColumn": Phrase(
      fr: "Une colonne n’a pas de nom. Nommez-la ou retirez-la.",
      en: "A column has no name. Name it or remove it."),
    "tables.missingCell": Phrase(
      fr: "« {column} » est vide alors qu’une valeur est obligatoire. Renseignez-la.",
      en: "\"{column}\" is empty although a value is required. Fill it in."),
    "tables.duplicateKey": Phrase(
      fr:
        "« {key} » ({column}) est déjà à la ligne {first}. Chaque identifiant ne figure qu’une fois.",
      en: "\"{key}\" ({column}) is already on line {first}. Each identifier stands only once."),
  ]

  private static let tablesCellPhrases: [String: Phrase] = [
    "tables.spreadsheetError": Phrase(
      fr:
        "« {text} » est une erreur de tableur, pas une valeur de « {column} ». Corrigez la formule.",
      en: "\"{text}\" is a spreadsheet error, not a value of \"{column}\". Mend the formula."),
    "tables.notBoolean": Phrase(
      fr: "« {text} » n’est ni oui ni non ({column}). Écrivez oui, non, true ou false.",
      en: "\"{text}\" is neither yes nor no ({column}). Write yes, no, true or false."),
    "tables.notYear": Phrase(
      fr: "« {text} » n’est pas une année ({column}). Écrivez ses quatre chiffres, de 1900 à 2200.",
      en: "\"{text}\" is not a year ({column}). Write its four digits, from 1900 to 2200."),
    "tables.belowMinimum": Phrase(
      fr: "« {text} » est trop petit pour « {column} » : au moins {limit}.",
      en: "\"{text}\" is too small for \"{column}\": at least {limit}."),
    "tables.aboveMaximum": Phrase(
      fr: "« {text} » est trop grand pour « {column} » : au plus {limit}.",
      en: "\"{text}\" is too large for \"{column}\": at most {limit}."),
    "tables.valueNotAllowed": Phrase(
      fr: "« {text} » n’est pas une valeur de « {column} ». Valeurs possibles : {allowed}.",
      en: "\"{text}\" is not a value of \"{column}\". Possible values: {allowed}."),
    "tables.empty": Phrase(
      fr: "Une valeur est attendue et le texte est vide.",
      en: "A value is expected and the text is empty."),
    "tables.notANumber": Phrase(
      fr: "« {text} » n’est pas un nombre. Écrivez par exemple 1 437 ou 12,5.",
      en: "\"{text}\" is not a number. Write for instance 1437 or 12.5."),
    "tables.malformedGrouping": Phrase(
      fr: "Dans « {text} », les chiffres ne vont pas par trois. Écrivez 1 437 ou 1437.",
      en: "In \"{text}\" the digits are not grouped by three. Write 1 437 or 1437."),
    "tables.ambiguousSeparator": Phrase(
      fr: """
        « {text} » peut se lire avec des décimales ou avec des milliers. Écrivez 1 234 pour les \
        milliers, 1.234 ou 1,2340 pour les décimales.
        """,
      en: """
        \"{text}\" can be read with decimals or with thousands. Write 1 234 for thousands, 1.234 \
        or 1,2340 for decimals.
        """),
    "tables.spreadsheetExponent": Phrase(
      fr: """
        « {text} » est un nombre abrégé par un tableur : des chiffres sont perdus. Reprenez le \
        fichier d’origine, sans l’enregistrer depuis Excel.
        """,
      en: """
        \"{text}\" is a number shortened by a spreadsheet: digits are lost. Take the original file, \
        not saved from Excel.
        """),
    "tables.tooManyDigits": Phrase(
      fr: "« {text} » a plus de 18 chiffres : il ne peut pas être gardé exactement.",
      en: "\"{text}\" has more than 18 digits: it cannot be kept exactly."),
    "tables.notWhole": Phrase(
      fr: "« {text} » n’est pas un nombre entier, qui est attendu ici.",
      en: "\"{text}\" is not a whole number, which is expected here."),
    "tables.finerThanCent": Phrase(
      fr: "« {text} » est plus fin que le centime. Arrondissez au centime.",
      en: "\"{text}\" is finer than a cent. Round it to the cent."),
    "tables.absurdAmount": Phrase(
      fr: "« {text} » dépasse dix mille milliards d’euros. Vérifiez l’unité.",
      en: "\"{text}\" is over ten thousand billion euros. Check the unit."),
    "tables.unitMissing": Phrase(
      fr: "« {text} » n’a pas d’unité. Écrivez-la : {unit}.",
      en: "\"{text}\" has no unit. Write it: {unit}."),
    "tables.unitMismatch": Phrase(
      fr: "« {text} » : l’unité « {unit} » ne convient pas ici. Corrigez l’unité ou la colonne.",
      en: "\"{text}\": the unit \"{unit}\" does not fit here. Mend the unit or the column."),
    "tables.unknownUnit": Phrase(
      fr: "« {text} » : l’unité « {unit} » n’est pas connue.",
      en: "\"{text}\": the unit \"{unit}\" is not known."),
  ]

  private static let tablesOutputPhrases: [String: Phrase] = [
    "tables.outputExists": Phrase(
      fr: "Il y a déjà quelque chose à cet endroit ; rien n’est écrasé. Choisissez un autre nom.",
      en: "Something stands there already; nothing is overwritten. Choose another name."),
    "tables.outputNotReplaceable": Phrase(
      fr: """
        Ce dossier n’est pas un résultat de Relève (il ne contient pas {mark}) : il n’est pas \
        remplacé. Choisissez un autre nom.
        """,
      en: """
        This folder is not a result of Relève (it does not hold {mark}): it is not replaced. \
        Choose another name.
        """),
    "tables.outputFolderMissing": Phrase(
      fr: "Le dossier où écrire n’existe pas. Créez-le ou corrigez le chemin.",
      en: "The folder to write in does not exist. Create it or mend the path."),
    "tables.outputNotPermitted": Phrase(
      fr: "Vous n’avez pas le droit d’écrire à cet endroit. Choisissez un autre dossier.",
      en: "You may not write there. Choose another folder."),
    "tables.diskFull": Phrase(
      fr: "Le disque est plein : rien n’a été écrit. Libérez de la place et recommencez.",
      en: "The disk is full: nothing was written. Free some space and try again."),
    "tables.cannotWrite": Phrase(
      fr: "L’écriture a échoué (erreur système {reason}) : rien n’a été écrit.",
      en: "Writing failed (system error {reason}): nothing was written."),
    "tables.notFinite": Phrase(
      fr: "Un résultat de la colonne « {column} » n’est pas un nombre fini : rien n’a été écrit.",
      en: "A result of the column \"{column}\" is not a finite number: nothing was written."),
  ]
}
