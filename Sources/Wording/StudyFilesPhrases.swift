// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// Phrases for faults in the files of a study and in their values.
  static let studyFilesPhrases: [String: Phrase] =
    studyFilePhrases
    .merging(studyYamlPhrases) { _, second in second }
    .merging(studyValuePhrases) { _, second in second }
    .merging(studyNamePhrases) { _, second in second }

  private static let studyFilePhrases: [String: Phrase] = [
    "study.studyNotFound": Phrase(
      fr: """
        L’étude « {path} » n’existe pas (cherchée aussi avec .yaml, et comme dossier contenant \
        study.yaml). Vérifiez son chemin.
        """,
      en: """
        The study "{path}" does not exist (also looked for with .yaml, and as a folder holding \
        study.yaml). Check its path.
        """),
    "study.layerNotFound": Phrase(
      fr: """
        La surcouche « {path} » est introuvable : ni à ce chemin, ni à côté de l’étude ({folder}), \
        ni dans layers/ ou scenarios/. Vérifiez son nom.
        """,
      en: """
        The layer "{path}" is not found: neither at this path, nor beside the study ({folder}), \
        nor in layers/ or scenarios/. Check its name.
        """),
    "study.layerCycle": Phrase(
      fr: "Cette surcouche se contient elle-même : {cycle}. Retirez l’un de ces noms de layers.",
      en: "This layer holds itself: {cycle}. Take one of these names out of layers."),
    "study.tooManyLayers": Phrase(
      fr: "Ces surcouches en nomment d’autres, plus de {limit} en tout. Nommez-en moins.",
      en: "These layers name others, more than {limit} in all. Name fewer."),
    "study.emptyName": Phrase(
      fr: "« {text} » contient un nom vide. Écrivez ÉTUDE+SURCOUCHE+SURCOUCHE, sans espace.",
      en: "\"{text}\" holds an empty name. Write STUDY+LAYER+LAYER, without spaces."),
    "study.tableMissing": Phrase(
      fr: """
        Le fichier {path} du tableau {table} n’existe pas. Les chemins partent du fichier qui les \
        nomme ; corrigez-le.
        """,
      en: """
        The file {path} of the table {table} does not exist. Paths start from the file that names \
        them; correct it.
        """),
    "study.notStudy": Phrase(
      fr: """
        Ce fichier n’est pas une étude. Une étude est un YAML qui commence par « study: 1 » ; \
        releve tutorial en écrit une.
        """,
      en: """
        This file is not a study. A study is a YAML file that begins with "study: 1"; releve \
        tutorial writes one.
        """),
    "study.layerMarkMissing": Phrase(
      fr: """
        Ce fichier est employé comme surcouche sans le dire. Écrivez « layer: 1 » en première \
        ligne.
        """,
      en: """
        This file is used as a layer and does not say so. Write "layer: 1" on its first line.
        """),
    "study.layerUsedAsStudy": Phrase(
      fr: "Ce fichier est une surcouche, pas une étude. Nommez d’abord l’étude : ÉTUDE+SURCOUCHE.",
      en: "This file is a layer, not a study. Name the study first: STUDY+LAYER."),
    "study.studyUsedAsLayer": Phrase(
      fr: """
        Ce fichier est une étude, employée comme surcouche. Une surcouche commence par « layer: 1 \
        » et ne contient que ce qui change.
        """,
      en: """
        This file is a study, used as a layer. A layer begins with "layer: 1" and holds only what \
        changes.
        """),
  ]

  private static let studyYamlPhrases: [String: Phrase] = [
    "study.notUTF8": Phrase(
      fr: "Ce fichier n’est pas en UTF-8. Enregistrez-le en UTF-8 dans votre éditeur.",
      en: "This file is not in UTF-8. Save it as UTF-8 in your editor."),
    "study.notYaml": Phrase(
      fr: """
        Ce n’est pas du YAML valide ({problem}). Vérifiez l’alignement, les deux-points et les \
        guillemets de cette ligne et de la précédente.
        """,
      en: """
        This is not valid YAML ({problem}). Check the alignment, colons and quotes of this line \
        and the one before.
        """),
    "study.severalDocuments": Phrase(
      fr: """
        Ce fichier contient plusieurs documents YAML. Gardez-en un : retirez la ligne « --- » et \
        ce qui suit.
        """,
      en: """
        This file holds several YAML documents. Keep one: remove the line "---" and what follows.
        """),
    "study.anchor": Phrase(
      fr: """
        Les ancres (&) et renvois (*) du YAML sont refusés : chaque valeur doit se lire à sa \
        ligne. Écrivez la valeur, ou mettez le texte entre guillemets.
        """,
      en: """
        YAML anchors (&) and aliases (*) are refused: each value must be readable on its line. \
        Write the value, or put the text in quotes.
        """),
    "study.nestedTooDeep": Phrase(
      fr: """
        L’imbrication dépasse {limit} niveaux. Une étude n’en demande pas tant ; vérifiez les \
        crochets et l’alignement.
        """,
      en: """
        Nesting is over {limit} levels. No study needs as many; check the brackets and the \
        alignment.
        """),
    "study.keyNotText": Phrase(
      fr: """
        Une clé doit être un simple texte. Mettez-la entre guillemets, ou retirez les crochets.
        """,
      en: "A key must be a plain text. Put it in quotes, or remove the brackets."),
    "study.duplicateKey": Phrase(
      fr: "La clé « {key} » est déjà donnée à la ligne {first}. Gardez-en une seule.",
      en: "The key \"{key}\" is already given on line {first}. Keep only one."),
    "study.unknownKey": Phrase(
      fr: "Clé inconnue « {key} » dans {in}. Clés possibles : {allowed}.",
      en: "Unknown key \"{key}\" in {in}. Possible keys: {allowed}."),
    "study.missingKey": Phrase(
      fr: "Il manque la clé « {key} » dans {in}. Ajoutez-la ici.",
      en: "The key \"{key}\" is missing in {in}. Add it here."),
    "study.valueWanted": Phrase(
      fr: """
        « {key} » attend une seule valeur, pas une liste ni des sous-clés. Écrivez la valeur, ou { \
        value: …, source: … }.
        """,
      en: """
        "{key}" expects a single value, not a list or keys. Write the value, or { value: …, \
        source: … }.
        """),
    "study.listWanted": Phrase(
      fr: "« {key} » attend une liste. Mettez la valeur entre crochets : [ … ].",
      en: "\"{key}\" expects a list. Put the value in brackets: [ … ]."),
    "study.mappingWanted": Phrase(
      fr: """
        « {key} » attend des sous-clés, pas une valeur. Écrivez-les dessous, décalées, ou entre \
        accolades.
        """,
      en: "\"{key}\" expects keys, not a value. Write them below, indented, or in braces."),
    "study.emptyItem": Phrase(
      fr: "La liste « {key} » a un élément vide. Retirez-le, ou remplissez-le.",
      en: "The list \"{key}\" has an empty item. Remove it, or fill it."),
    "study.repeatedItem": Phrase(
      fr: "« {name} » est deux fois dans la liste. Gardez-le une seule fois.",
      en: "\"{name}\" is in the list twice. Keep it once."),
    "study.layerNamesUnknown": Phrase(
      fr: """
        La surcouche nomme « {name} » dans {in}, que l’étude ne contient pas (elle contient : \
        {known}). Corrigez le nom ; pour ajouter un élément, donnez aussi « {missing} ».
        """,
      en: """
        The layer names "{name}" in {in}, which the study does not hold (it holds: {known}). \
        Correct the name; to add an element, give "{missing}" too.
        """),
    "study.nothingToRemove": Phrase(
      fr: """
        La surcouche enlève « {key} », que l’étude ne contient pas. Corrigez le nom, ou retirez \
        cette ligne.
        """,
      en: """
        The layer removes "{key}", which the study does not hold. Correct the name, or remove this \
        line.
        """),
    "study.requiredRemoved": Phrase(
      fr: """
        La surcouche enlève « {key} », sans quoi l’étude ne tient pas. Donnez une autre valeur au \
        lieu de « ~ ».
        """,
      en: """
        The layer removes "{key}", without which the study does not hold. Give another value in \
        place of "~".
        """),
    "study.notPath": Phrase(
      fr: """
        « {text} » n’est pas un chemin de paramètre. Écrivez par exemple \
        vehicles.care.amounts.2027.secured.
        """,
      en: """
        "{text}" is not the path of a parameter. Write for example \
        vehicles.care.amounts.2027.secured.
        """),
  ]

  private static let studyValuePhrases: [String: Phrase] = [
    "study.empty": Phrase(
      fr: "« {key} » est vide. Donnez une valeur, ou retirez la clé.",
      en: "\"{key}\" is empty. Give a value, or remove the key."),
    "study.notANumber": Phrase(
      fr: "« {text} » n’est pas un nombre, et « {key} » en attend un. Corrigez la valeur.",
      en: "\"{text}\" is not a number, and \"{key}\" expects one. Correct the value."),
    "study.malformedGrouping": Phrase(
      fr: """
        Les chiffres de « {text} » ({key}) sont mal groupés. Groupez-les par trois : 1 234 567,8.
        """,
      en: "The digits of \"{text}\" ({key}) are badly grouped. Group them by three: 1 234 567.8."),
    "study.ambiguousSeparator": Phrase(
      fr: """
        « {text} » ({key}) peut se lire de deux façons. Écrivez 1234, ou 1.234 si c’est un peu \
        plus que un.
        """,
      en: """
        "{text}" ({key}) can be read in two ways. Write 1234, or 1.234 if it is a little more than \
        one.
        """),
    "study.spreadsheetExponent": Phrase(
      fr: "« {text} » ({key}) est un nombre abîmé par un tableur. Écrivez tous ses chiffres.",
      en: "\"{text}\" ({key}) is a number mangled by a spreadsheet. Write all its digits."),
    "study.tooManyDigits": Phrase(
      fr: "« {text} » ({key}) a trop de chiffres. Vérifiez la valeur.",
      en: "\"{text}\" ({key}) has too many digits. Check the value."),
    "study.notWhole": Phrase(
      fr: "« {text} » ({key}) doit être un nombre entier. Retirez les décimales.",
      en: "\"{text}\" ({key}) must be a whole number. Remove the decimals."),
    "study.finerThanCent": Phrase(
      fr: "« {text} » ({key}) est plus fin que le centime. Arrondissez.",
      en: "\"{text}\" ({key}) is finer than a cent. Round it."),
    "study.absurdAmount": Phrase(
      fr: "« {text} » ({key}) dépasse 10 000 Md€. Vérifiez l’unité : €, k€, M€ ou Md€.",
      en: "\"{text}\" ({key}) is over 10,000 Md€. Check the unit: €, k€, M€ or Md€."),
    "study.unitMissing": Phrase(
      fr: """
        « {text} » ({key}) est un montant sans unité. Écrivez-la : {text} €, {text} k€ ou {text} \
        M€.
        """,
      en: """
        "{text}" ({key}) is an amount without a unit. Write it: {text} €, {text} k€ or {text} M€.
        """),
    "study.unitMismatch": Phrase(
      fr: """
        « {text} » a l’unité « {unit} », qui ne convient pas à « {key} ». Corrigez l’unité : un \
        montant est en €, k€ ou M€, une part en %.
        """,
      en: """
        "{text}" has the unit "{unit}", which does not suit "{key}". Correct the unit: an amount \
        is in €, k€ or M€, a share in %.
        """),
    "study.unknownUnit": Phrase(
      fr: "L’unité « {unit} » de « {text} » ({key}) est inconnue. Employez €, k€, M€ ou %.",
      en: "The unit \"{unit}\" of \"{text}\" ({key}) is unknown. Use €, k€, M€ or %."),
    "study.versionUnknown": Phrase(
      fr: "La version {text} du format est inconnue. Cette version de l’outil lit « {key}: 1 ».",
      en: "Version {text} of the format is unknown. This version of the tool reads \"{key}: 1\"."),
    "study.notIdentifier": Phrase(
      fr: """
        « {text} » ({key}) n’est pas un identifiant. Un identifiant n’a ni espace ni guillemet.
        """,
      en: "\"{text}\" ({key}) is not an identifier. An identifier has no space and no quote."),
    "study.negativeAmount": Phrase(
      fr: "« {text} » ({key}) est négatif. Un montant d’une étude vaut au moins 0 €.",
      en: "\"{text}\" ({key}) is negative. An amount of a study is at least 0 €."),
    "study.shareAboveOne": Phrase(
      fr: """
        « {text} » ({key}) dépasse 100 %. Une part va de 0 à 1 : écrivez par exemple 80 % ou 0,8.
        """,
      en: """
        "{text}" ({key}) is above 100 %. A share goes from 0 to 1: write for example 80 % or 0.8.
        """),
    "study.outOfRange": Phrase(
      fr: "« {text} » ({key}) n’est pas entre {low} et {high}. Corrigez la valeur.",
      en: "\"{text}\" ({key}) is not between {low} and {high}. Correct the value."),
    "study.notYear": Phrase(
      fr: "« {text} » ({key}) n’est pas une année. Écrivez quatre chiffres, par exemple 2027.",
      en: "\"{text}\" ({key}) is not a year. Write four digits, for example 2027."),
    "study.notFlag": Phrase(
      fr: "« {text} » ({key}) n’est ni true ni false. Écrivez l’un des deux.",
      en: "\"{text}\" ({key}) is neither true nor false. Write one of the two."),
    "study.notAllowed": Phrase(
      fr: "« {text} » n’est pas une valeur de « {key} ». Valeurs possibles : {allowed}.",
      en: "\"{text}\" is not a value of \"{key}\". Possible values: {allowed}."),
    "study.emptyHorizon": Phrase(
      fr: "L’horizon est vide : « years » vaut {text}. Donnez au moins une année.",
      en: "The horizon is empty: \"years\" is {text}. Give at least one year."),
  ]

  private static let studyNamePhrases: [String: Phrase] = [
    "study.unknown.beneficiary": Phrase(
      fr: """
        Le bénéficiaire « {name} » n’existe pas dans le tableau des bénéficiaires. Corrigez le \
        nom, ou ajoutez-le là.
        """,
      en: """
        The beneficiary "{name}" does not exist in the beneficiaries table. Correct the name, or \
        add it there.
        """),
    "study.unknown.measure": Phrase(
      fr: """
        La mesure « {name} » n’existe pas dans le tableau des mesures. Corrigez le nom, ou \
        ajoutez-le là.
        """,
      en: """
        The measure "{name}" does not exist in the measures table. Correct the name, or add it \
        there.
        """),
    "study.unknown.objective": Phrase(
      fr: """
        L’objectif « {name} » n’existe pas dans le tableau des objectifs. Corrigez le nom, ou \
        ajoutez-le là.
        """,
      en: """
        The objective "{name}" does not exist in the objectives table. Correct the name, or add it \
        there.
        """),
    "study.unknown.threat": Phrase(
      fr: """
        La menace « {name} » n’existe pas dans le tableau des menaces. Corrigez le nom, ou \
        ajoutez-le là.
        """,
      en: """
        The threat "{name}" does not exist in the threats table. Correct the name, or add it \
        there.
        """),
    "study.unknown.vehicle": Phrase(
      fr: "Le vecteur « {name} » n’existe pas dans vehicles. Corrigez le nom, ou ajoutez-le là.",
      en: "The vehicle \"{name}\" does not exist in vehicles. Correct the name, or add it there."),
    "study.unknown.domain": Phrase(
      fr: """
        Le domaine « {name} » n’existe pas dans le tableau des mesures. Corrigez le nom, ou \
        ajoutez-le là.
        """,
      en: """
        The domain "{name}" does not exist in the measures table. Correct the name, or add it \
        there.
        """),
    "study.unknown.region": Phrase(
      fr: """
        La région « {name} » n’existe pas dans le tableau des bénéficiaires. Corrigez le nom, ou \
        ajoutez-le là.
        """,
      en: """
        The region "{name}" does not exist in the beneficiaries table. Correct the name, or add it \
        there.
        """),
    "study.unknown.nisClass": Phrase(
      fr: """
        La classe NIS « {name} » n’existe pas dans le tableau des objectifs. Corrigez le nom, ou \
        ajoutez-le là.
        """,
      en: """
        The NIS class "{name}" does not exist in the objectives table. Correct the name, or add it \
        there.
        """),
    "study.unknown.grouping": Phrase(
      fr: """
        Le regroupement « {name} » n’existe pas dans le tableau des bénéficiaires ou groupings. \
        Corrigez le nom, ou ajoutez-le là.
        """,
      en: """
        The grouping "{name}" does not exist in the beneficiaries table or groupings. Correct the \
        name, or add it there.
        """),
  ]
}
