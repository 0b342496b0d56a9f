// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// Faults of workbooks that are read as studies.
  static let workbookReadingPhrases: [String: Phrase] = [
    "workbook.notWorkbook": Phrase(
      fr: """
        Ce n’est pas un classeur Excel (.xlsx). Enregistrez-le sous « Classeur Excel (.xlsx) », \
        ou partez de releve template.
        """,
      en: """
        This is no Excel workbook (.xlsx). Save it as \"Excel workbook (.xlsx)\", or begin with \
        releve template.
        """),
    "workbook.openDocument": Phrase(
      fr: "C’est un classeur OpenDocument (.ods). Enregistrez-le sous « Excel 2007-365 (.xlsx) ».",
      en: "This is an OpenDocument workbook (.ods). Save it as \"Excel 2007-365 (.xlsx)\"."),
    "workbook.oldFormat": Phrase(
      fr: """
        C’est un classeur d’un autre format d’Excel (.xls ou .xlsb). Enregistrez-le sous « \
        Classeur Excel (.xlsx) ».
        """,
      en: """
        This is a workbook in another format of Excel (.xls or .xlsb). Save it as \"Excel \
        workbook (.xlsx)\".
        """),
    "workbook.passwordProtected": Phrase(
      fr: """
        Le classeur est protégé par un mot de passe. Enregistrez-le sans mot de passe (Fichier, \
        Informations, Protéger).
        """,
      en: "The workbook is protected by a password. Save it without one (File, Info, Protect)."),
    "workbook.macros": Phrase(
      fr: """
        Le classeur contient des macros, que Relève n’ouvre pas. Enregistrez-le sous « Classeur \
        Excel (.xlsx) », sans macros.
        """,
      en: """
        The workbook holds macros, which Relève does not open. Save it as \"Excel workbook \
        (.xlsx)\", without macros.
        """),
    "workbook.unpacksTooLarge": Phrase(
      fr: """
        Le classeur grandit trop une fois décompressé (plus de {limit} Mo, ou bien plus que sa \
        taille ne l’explique). Il n’est pas ouvert. Retirez ce qui ne sert pas, ou nommez de \
        grands tableaux en CSV.
        """,
      en: """
        The workbook grows too much when it is unpacked (over {limit} MB, or far more than its \
        size explains). It is not opened. Remove what is not needed, or name large tables as \
        CSV.
        """),
    "workbook.archiveDamaged": Phrase(
      fr: """
        Le classeur est abîmé ou incomplet. Ouvrez-le dans un tableur et enregistrez-le de \
        nouveau, ou copiez-le encore.
        """,
      en: """
        The workbook is damaged or cut short. Open it in a spreadsheet and save it again, or \
        copy it once more.
        """),
    "workbook.partMissing": Phrase(
      fr: """
        Le classeur est incomplet : la partie {part} manque. Ouvrez-le dans un tableur et \
        enregistrez-le de nouveau.
        """,
      en: """
        The workbook is not whole: its part {part} is missing. Open it in a spreadsheet and save \
        it again.
        """),
    "workbook.partDamaged": Phrase(
      fr: """
        La partie {part} du classeur n’est pas lisible. Ouvrez-le dans un tableur et \
        enregistrez-le de nouveau.
        """,
      en: """
        The part {part} of the workbook cannot be read. Open it in a spreadsheet and save it \
        again.
        """),
    "workbook.documentType": Phrase(
      fr: """
        La partie {part} du classeur déclare un type de document, ce qu’aucun tableur n’écrit. \
        Elle n’est pas lue.
        """,
      en: """
        The part {part} of the workbook declares a document type, which no spreadsheet writes. \
        It is not read.
        """),
    "workbook.tooManyCells": Phrase(
      fr: """
        La feuille « {sheet} » a plus de {limit} cellules remplies. Nommez ce tableau en CSV : \
        Relève le lit plus vite.
        """,
      en: """
        The sheet \"{sheet}\" has more than {limit} filled cells. Name this table as CSV: it is \
        read faster.
        """),
    "workbook.cannotFill": Phrase(
      fr: """
        La partie {part} du classeur n’est pas écrite comme un tableur le fait : les feuilles du plan \
        n’y trouvent pas leur place. Ouvrez-le dans un tableur et enregistrez-le de nouveau.
        """,
      en: """
        The part {part} of the workbook is not written as spreadsheets do: there is no place for the \
        sheets of the plan. Open it in a spreadsheet and save it again.
        """),
    "study.workbookNotStudy": Phrase(
      fr: """
        C’est un classeur. Un classeur peut être l’étude elle-même, si son nom finit par .xlsx, \
        mais pas une surcouche. Écrivez la surcouche en YAML.
        """,
      en: """
        This is a workbook. A workbook can be the study itself, if its name ends in .xlsx, but \
        no layer. Write the layer as YAML.
        """),
    "study.sheetMissing": Phrase(
      fr: """
        Il manque la feuille « {sheet} ». Le classeur a : {sheets}. Donnez ce nom à la bonne \
        feuille, ou ajoutez-la (releve template en écrit un modèle).
        """,
      en: """
        The sheet \"{sheet}\" is missing. The workbook has: {sheets}. Give that name to the \
        right sheet, or add it (releve template writes a model).
        """),
    "study.sheetRenamed": Phrase(
      fr: """
        La feuille « {sheet} » n’est pas lue, mais son nom ressemble à celui d’une feuille qui \
        manque. Renommez-la ; si elle est à vous, donnez-lui un tout autre nom.
        """,
      en: """
        The sheet \"{sheet}\" is not read, but its name looks like that of a sheet that is \
        missing. Rename it; if it is your own, give it quite another name.
        """),
    "study.formulaWithoutValue": Phrase(
      fr: """
        La formule de la colonne « {column} » n’a pas de valeur enregistrée. Ouvrez le classeur \
        dans un tableur, recalculez (F9) et enregistrez-le.
        """,
      en: """
        The formula in the column \"{column}\" has no saved value. Open the workbook in a \
        spreadsheet, recalculate (F9) and save it.
        """),
    "study.mergedCells": Phrase(
      fr: """
        Les cellules {range} sont fusionnées : personne ne sait à quelle ligne va leur contenu. \
        Défusionnez-les et remplissez chaque cellule.
        """,
      en: """
        The cells {range} are merged: nobody can tell which row their content belongs to. \
        Unmerge them and fill in each cell.
        """),
    "study.identifierAsNumber": Phrase(
      fr: """
        L’identifiant « {text} » (colonne « {column} ») est un nombre, et a sans doute perdu son \
        zéro de tête. Mettez la cellule au format texte et tapez « {probable} ».
        """,
      en: """
        The identifier \"{text}\" (column \"{column}\") is a number, and has probably lost the \
        zero at its front. Format the cell as text and type \"{probable}\".
        """),
    "study.givenTwice": Phrase(
      fr: """
        « {key} » est déjà donné dans le classeur, en {first}. Gardez une seule des deux \
        cellules.
        """,
      en: """
        \"{key}\" is already given in the workbook, at {first}. Keep only one of the two cells.
        """),
  ]
}
