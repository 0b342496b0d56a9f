// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// The workbook of a plan.
  static let workbookPhrases: [String: Phrase] =
    workbookSheetPhrases
    .merging(workbookTitlePhrases) { _, second in second }
    .merging(workbookColumnPhrases) { _, second in second }
    .merging(workbookCheckPhrases) { _, second in second }
    .merging(workbookCommandPhrases) { _, second in second }

  private static let workbookSheetPhrases: [String: Phrase] = [
    "workbook.sheet.summary": Phrase(fr: "Synthèse", en: "Summary"),
    "workbook.sheet.allocation": Phrase(fr: "Allocation", en: "Allocation"),
    "workbook.sheet.services": Phrase(fr: "Services partagés", en: "Shared services"),
    "workbook.sheet.beneficiaries": Phrase(fr: "Bénéficiaires", en: "Beneficiaries"),
    "workbook.sheet.deployment": Phrase(fr: "Déploiement", en: "Deployment"),
    "workbook.sheet.inPlace": Phrase(fr: "En place à la fin", en: "In place at the end"),
    "workbook.sheet.coverage": Phrase(fr: "Couverture", en: "Coverage"),
    "workbook.sheet.prices": Phrase(fr: "Prix", en: "Prices"),
    "workbook.sheet.parameters": Phrase(fr: "Paramètres", en: "Parameters"),
    "workbook.sheet.glossary": Phrase(fr: "Glossaire", en: "Glossary"),
    "workbook.sheet.checks": Phrase(fr: "Contrôles", en: "Checks"),
    "workbook.sheet.annex": Phrase(fr: "Annexe", en: "Annex"),
    "workbook.sheet.totals": Phrase(fr: "Totaux", en: "Totals"),
    "workbook.table.allocation": Phrase(fr: "Allocation", en: "Allocation"),
    "workbook.table.services": Phrase(fr: "Services_partages", en: "Shared_services"),
    "workbook.table.beneficiaries": Phrase(fr: "Beneficiaires", en: "Beneficiaries"),
    "workbook.table.deployment": Phrase(fr: "Deploiement", en: "Deployment"),
    "workbook.table.inPlace": Phrase(fr: "En_place", en: "In_place"),
    "workbook.table.coverage": Phrase(fr: "Couverture_classes", en: "Class_coverage"),
    "workbook.table.objectives": Phrase(fr: "Couverture_objectifs", en: "Objective_coverage"),
    "workbook.table.prices": Phrase(fr: "Prix", en: "Prices"),
    "workbook.table.parameters": Phrase(fr: "Parametres", en: "Parameters"),
    "workbook.table.glossary": Phrase(fr: "Glossaire", en: "Glossary"),
    "workbook.table.checks": Phrase(fr: "Enveloppes", en: "Envelopes"),
    "workbook.table.annex": Phrase(fr: "Annexe", en: "Annex"),
    "workbook.table.totals": Phrase(fr: "Totaux", en: "Totals"),
  ]

  private static let workbookTitlePhrases: [String: Phrase] = [
    "workbook.summary.money": Phrase(
      fr: "Argent payé par vecteur et par année", en: "Money paid by vehicle and year"),
    "workbook.summary.regions": Phrase(
      fr: "Argent payé aux bénéficiaires par région et par année",
      en: "Money paid to beneficiaries by region and year"),
    "workbook.allocation.title": Phrase(
      fr: "Qui reçoit quoi, de quel vecteur", en: "Who gets what, from which vehicle"),
    "workbook.allocation.note": Phrase(
      fr: """
        Euros entiers par année de paiement : ceux de allocation.csv, additionnés sur les domaines et \
        les années de besoin.
        """,
      en: """
        Whole euros by year of payment: those of allocation.csv, added up over domains and years of \
        need.
        """),
    "workbook.allocation.live": Phrase(
      fr: """
        Ce qui est changé ici change les totaux de toutes les feuilles ; la feuille « Contrôles » le dit.
        """,
      en: """
        What is changed here changes the totals of every sheet; the sheet "Checks" tells it.
        """),
    "workbook.services.title": Phrase(
      fr: "Ce que les vecteurs paient pour des services partagés",
      en: "What vehicles pay for shared services"),
    "workbook.services.note": Phrase(
      fr: "Euros entiers par année ; ils ne vont à aucun bénéficiaire.",
      en: "Whole euros by year; they go to no beneficiary."),
    "workbook.beneficiaries.title": Phrase(
      fr: "Ce que chaque bénéficiaire reçoit", en: "What each beneficiary gets"),
    "workbook.beneficiaries.note": Phrase(
      fr: """
        Sommes de la feuille « Allocation », à côté du total prévu ; puis les cibles NIS atteintes à la \
        fin, sur toutes.
        """,
      en: """
        Sums of the sheet "Allocation", beside the total that was planned; then the NIS targets met at \
        the end, of all.
        """),
    "workbook.inPlace.title": Phrase(
      fr: "Part de chaque mesure en place fin {year}",
      en: "Share of each measure in place at the end of {year}"),
    "workbook.inPlace.note": Phrase(
      fr: "Vide : la mesure ne concerne pas ce bénéficiaire. Intitulés : feuille « Déploiement ».",
      en: "Empty: the measure does not concern this beneficiary. Titles: sheet \"Deployment\"."),
    "workbook.coverage.note": Phrase(
      fr: "Couverture moyenne de chaque classe, avec le poids du but NIS ; l’écart est en points.",
      en: "Mean coverage of each class, with the weight of the NIS goal; the gap is in points."),
    "workbook.coverage.objectives": Phrase(
      fr: "Couverture moyenne par objectif", en: "Mean coverage by objective"),
    "workbook.prices.title": Phrase(fr: "Prix des règles", en: "Prices of rules"),
    "workbook.prices.note": Phrase(
      fr: """
        Ce qu’une unité de plus dans la borne d’une règle changerait au but, près de ce plan. « Dans \
        l’ordre » : les buts d’avant servis d’abord.
        """,
      en: """
        What one more unit in the bound of a rule would change in the goal, near this plan. "In order": \
        earlier goals are served first.
        """),
    "workbook.parameters.note": Phrase(
      fr: """
        Valeur telle qu’elle est écrite, puis en nombre avec son unité. « hypothèse » : sans source \
        publiée.
        """,
      en: """
        Value as it is written, then as a number with its unit. "assumption": without a published \
        source.
        """),
    "workbook.glossary.title": Phrase(fr: "Glossaire", en: "Glossary"),
    "workbook.glossary.note": Phrase(
      fr: "Les mots de ce classeur, en français et en anglais.",
      en: "The words of this workbook, in French and English."),
    "workbook.checks.title": Phrase(
      fr: "Les montants sont-ils encore ceux du plan ?",
      en: "Are the amounts still those of the plan?"),
    "workbook.checks.note": Phrase(
      fr: """
        Tout est calculé à partir des feuilles « Allocation » et « Services partagés » : un contrôle \
        vire au rouge dès qu’un montant y est changé.
        """,
      en: """
        All of it is computed from the sheets "Allocation" and "Shared services": a check turns red as \
        soon as an amount is changed there.
        """),
    "workbook.checks.sums": Phrase(fr: "Sommes", en: "Sums"),
    "workbook.checks.envelopes": Phrase(
      fr: "Enveloppes de chaque vecteur, par année de paiement",
      en: "Envelopes of each vehicle, by year of payment"),
  ]

  private static let workbookColumnPhrases: [String: Phrase] = [
    "workbook.number": Phrase(fr: "N°", en: "No."),
    "workbook.finess": Phrase(fr: "FINESS", en: "FINESS"),
    "workbook.name": Phrase(fr: "Raison sociale", en: "Name"),
    "workbook.identifier": Phrase(fr: "Identifiant", en: "Identifier"),
    "workbook.code": Phrase(fr: "Code", en: "Code"),
    "workbook.vehicleTitle": Phrase(fr: "Intitulé du vecteur", en: "Title of the vehicle"),
    "workbook.service": Phrase(fr: "Service", en: "Service"),
    "workbook.serviceTitle": Phrase(fr: "Intitulé du service", en: "Title of the service"),
    "workbook.nature": Phrase(fr: "Nature", en: "Nature"),
    "workbook.nature.one_off": Phrase(fr: "ponctuel", en: "one-off"),
    "workbook.nature.recurring": Phrase(fr: "récurrent", en: "recurring"),
    "workbook.total": Phrase(fr: "Total", en: "Total"),
    "workbook.shown": Phrase(fr: "Lignes affichées", en: "Rows shown"),
    "workbook.planned": Phrase(fr: "Prévu par le plan", en: "Planned"),
    "workbook.state": Phrase(fr: "Contrôle", en: "Check"),
    "workbook.targets": Phrase(fr: "Cibles en tout", en: "Targets in all"),
    "workbook.assumption": Phrase(fr: "Hypothèse", en: "Assumption"),
    "workbook.inPlace": Phrase(fr: "En place {year}", en: "In place {year}"),
    "workbook.added": Phrase(fr: "Points ajoutés {year}", en: "Points added {year}"),
    "workbook.quantity": Phrase(fr: "Grandeur", en: "Quantity"),
    "workbook.coverage.mean": Phrase(fr: "Couverture", en: "Coverage"),
    "workbook.coverage.target": Phrase(fr: "Cible", en: "Target"),
    "workbook.coverage.gap": Phrase(
      fr: "Couverture moins cible (points)", en: "Coverage less target (points)"),
    "workbook.coverage.shortfall": Phrase(fr: "Manque moyen", en: "Mean shortfall"),
    "workbook.coverage.below": Phrase(
      fr: "Bénéficiaires sous une cible", en: "Beneficiaries below a target"),
    "workbook.targetAtEnd": Phrase(fr: "Cible à la fin", en: "Target at the end"),
    "workbook.gapAtEnd": Phrase(fr: "Écart à la fin (points)", en: "Gap at the end (points)"),
    "workbook.hard": Phrase(fr: "Obligatoire", en: "Must be met"),
    "workbook.yes": Phrase(fr: "oui", en: "yes"),
    "workbook.no": Phrase(fr: "non", en: "no"),
    "workbook.rule": Phrase(fr: "Règle", en: "Rule"),
    "workbook.row": Phrase(fr: "Ligne du programme", en: "Row of the program"),
    "workbook.goal": Phrase(fr: "But", en: "Goal"),
    "workbook.price": Phrase(fr: "Prix", en: "Price"),
    "workbook.priceInOrder": Phrase(fr: "Prix dans l’ordre", en: "Price in order"),
    "workbook.goalUnit": Phrase(fr: "Unité du but", en: "Unit of the goal"),
    "workbook.ruleUnit": Phrase(fr: "Unité de la règle", en: "Unit of the rule"),
    "workbook.bound": Phrase(fr: "Borne", en: "Bound"),
    "workbook.activity": Phrase(fr: "Valeur du plan", en: "Value of the plan"),
    "workbook.slack": Phrase(fr: "Marge", en: "Room"),
    "workbook.binding": Phrase(fr: "Limite le plan", en: "Binds"),
    "workbook.unit.thousand_euros": Phrase(fr: "k€", en: "€k"),
    "workbook.unit.fte": Phrase(fr: "ETP", en: "FTE"),
    "workbook.unit.share": Phrase(fr: "part", en: "share"),
    "workbook.unit.weighted_beneficiaries": Phrase(
      fr: "bénéficiaires pondérés", en: "weighted beneficiaries"),
    "workbook.unit.capacity": Phrase(fr: "unités du service", en: "units of the service"),
    "workbook.unit.logarithm": Phrase(fr: "logarithme", en: "logarithm"),
    "workbook.written": Phrase(fr: "Valeur écrite", en: "Value as written"),
    "workbook.value": Phrase(fr: "Nombre", en: "Number"),
    "workbook.unit": Phrase(fr: "Unité", en: "Unit"),
    "workbook.replaced": Phrase(fr: "Couches remplacées", en: "Layers replaced"),
    "workbook.place": Phrase(fr: "Fichier et ligne", en: "File and line"),
    "workbook.french": Phrase(fr: "Français", en: "French"),
    "workbook.english": Phrase(fr: "Anglais", en: "English"),
    "workbook.meaning": Phrase(fr: "Sens", en: "Meaning"),
    "workbook.year": Phrase(fr: "Année", en: "Year"),
    "workbook.counted": Phrase(fr: "Enveloppe comptée", en: "Envelope counted"),
    "workbook.carriedIn": Phrase(fr: "Reporté de l’an passé", en: "Carried in"),
    "workbook.carriedOut": Phrase(fr: "Reporté à l’an prochain", en: "Carried out"),
    "workbook.paid": Phrase(fr: "Payé", en: "Paid"),
    "workbook.left": Phrase(fr: "Reste", en: "Left"),
    "workbook.difference": Phrase(fr: "Écart au plan", en: "Off the plan"),
    "workbook.check": Phrase(fr: "Somme contrôlée", en: "Sum that is checked"),
    "workbook.sum": Phrase(fr: "Dans ce classeur", en: "In this workbook"),
  ]

  private static let workbookCheckPhrases: [String: Phrase] = [
    "workbook.state.fine": Phrase(fr: "conforme", en: "as planned"),
    "workbook.state.changed": Phrase(fr: "modifié", en: "changed"),
    "workbook.state.above": Phrase(fr: "dépasse l’enveloppe", en: "above the envelope"),
    "workbook.verdict.fine": Phrase(
      fr: "Tous les contrôles sont conformes", en: "Every check is as planned"),
    "workbook.verdict.wrong": Phrase(
      fr: "Contrôles non conformes : ", en: "Checks not as planned: "),
    "workbook.check.allocation": Phrase(
      fr: "Payé aux bénéficiaires (Allocation)", en: "Paid to beneficiaries (Allocation)"),
    "workbook.check.beneficiaries": Phrase(
      fr: "Total des bénéficiaires = total de l’allocation",
      en: "Total of beneficiaries = total of the allocation"),
    "workbook.check.services": Phrase(
      fr: "Payé pour des services partagés", en: "Paid for shared services"),
    "workbook.check.year": Phrase(fr: "Argent public {year}", en: "Public money {year}"),
    "workbook.check.annex": Phrase(
      fr: "Total de l’annexe", en: "Total of the annex"),
    "workbook.euros.title": Phrase(fr: "Montant", en: "Amount"),
    "workbook.euros.message": Phrase(
      fr: "Un montant notifié est un nombre entier d’euros, 0 ou plus.",
      en: "An amount that is notified is a whole number of euros, 0 or more."),
  ]

  private static let workbookCommandPhrases: [String: Phrase] = [
    "workbook.done": Phrase(
      fr: "Classeur écrit : {file} ({size}, {sheets} feuilles).",
      en: "Workbook written: {file} ({size}, {sheets} sheets)."),
    "workbook.textTooLong": Phrase(
      fr: """
        Un texte dépasse les 32 767 caractères d’une cellule (feuille « {sheet} », cellule {cell}). \
        Raccourcissez-le dans l’étude.
        """,
      en: """
        A text is longer than the 32,767 characters of a cell (sheet "{sheet}", cell {cell}). Shorten it \
        in the study.
        """),
    "workbook.notFinite": Phrase(
      fr: "Un nombre du plan n’en est pas un (feuille « {sheet} », cellule {cell}). Signalez-le.",
      en: "A number of the plan is none (sheet \"{sheet}\", cell {cell}). Report it."),
    "workbook.noScratch": Phrase(
      fr: """
        Aucun fichier temporaire ne peut être créé dans « {folder} ». Nommez un autre dossier dans la \
        variable TMPDIR.
        """,
      en: """
        No temporary file can be made in "{folder}". Name another folder in the variable TMPDIR.
        """),
    "workbook.scratchFull": Phrase(
      fr: """
        Le disque est plein pour les fichiers temporaires de « {folder} ». Faites de la place, ou nommez \
        un autre dossier dans la variable TMPDIR.
        """,
      en: """
        The disk is full for the temporary files of "{folder}". Make room, or name another folder in the \
        variable TMPDIR.
        """),
    "workbook.notWhole": Phrase(
      fr: """
        Le classeur relu n’est pas entier ({part}) : il n’est pas gardé. Vérifiez la place libre de \
        « {folder} » et recommencez.
        """,
      en: """
        The workbook, read back, is not whole ({part}): it is not kept. Check the free space of \
        "{folder}" and try again.
        """),
    "workbook.library": Phrase(
      fr: "La bibliothèque des classeurs a échoué ({reason}).",
      en: "The library of workbooks failed ({reason})."),
    "help.report.xlsx": Phrase(
      fr: """
        Écrit le classeur (par défaut à côté du plan : PLAN.xlsx) ; avec --html, la page aussi.
        """,
      en: """
        Writes the workbook (by default beside the plan: PLAN.xlsx); with --html, the page too.
        """),
  ]
}
