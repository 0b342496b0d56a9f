// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// Input workbooks.
  static let templatePhrases: [String: Phrase] =
    templateWordPhrases
    .merging(templateSheetPhrases) { _, second in second }
    .merging(templateColumnPhrases) { _, second in second }

  private static let templateWordPhrases: [String: Phrase] = [
    "template.title": Phrase(fr: "Relève · classeur d’entrée", en: "Relève · input workbook"),
    "template.done": Phrase(
      fr: """
        Classeur d’entrée écrit : {file} ({size}, {sheets} feuilles). Ensuite : releve plan \
        {file}
        """,
      en: "Input workbook written: {file} ({size}, {sheets} sheets). Next: releve plan {file}"),
    "template.ending": Phrase(
      fr: "Un classeur d’entrée s’écrit au format XLSX. Donnez-lui un nom qui finit par .xlsx.",
      en: "An input workbook is written as XLSX. Give it a name that ends in .xlsx."),
    "template.colon": Phrase(fr: " : ", en: ": "),
    "workbook.result": Phrase(fr: "Plan – {name}", en: "Plan – {name}"),
    "workbook.allocation.values": Phrase(
      fr: "Ce sont les valeurs du plan : les modifier ne change rien ailleurs.",
      en: "These are the values of the plan: editing them changes nothing elsewhere."),
    "fill.done": Phrase(
      fr: "Classeur rempli : {file}", en: "Workbook filled: {file}"),
    "fill.notWorkbook": Phrase(
      fr: """
        --fill complète le classeur de l’étude, et « {file} » n’est pas un classeur. Retirez --fill, \
        ou partez de releve template FICHIER.xlsx --from {file}.
        """,
      en: """
        --fill completes the workbook of the study, and "{file}" is no workbook. Leave --fill out, or \
        begin with releve template FILE.xlsx --from {file}.
        """),
    "fill.intoItself": Phrase(
      fr: """
        C’est le classeur de l’étude. Le remplir sur place changerait l’entrée dont le plan garde \
        l’empreinte, et plus personne ne pourrait le vérifier. Donnez un autre nom.
        """,
      en: """
        This is the workbook of the study. Filling it in place would change the input whose hash the \
        plan keeps, and nobody could verify the plan again. Give another name.
        """),
    "fill.changed": Phrase(
      fr: """
        Le classeur a changé depuis sa lecture. Il n’est pas rempli ; le plan est dans {folder}. \
        Relancez la commande.
        """,
      en: """
        The workbook has changed since it was read. It is not filled; the plan stands in {folder}. Run \
        the command again.
        """),
    "template.yes": Phrase(fr: "oui", en: "yes"),
    "template.no": Phrase(fr: "non", en: "no"),
    "template.required": Phrase(fr: "Obligatoire.", en: "Required."),
    "template.optional": Phrase(fr: "Vide : non déclaré.", en: "Empty: not declared."),
    "template.list": Phrase(
      fr: "Plusieurs noms, séparés par des virgules.",
      en: "Several names, separated by commas."),
    "template.namesIn": Phrase(
      fr: "Un identifiant de la feuille {sheet}.",
      en: "An identifier of the sheet {sheet}."),
    "template.range.both": Phrase(fr: "De {least} à {most}.", en: "From {least} to {most}."),
    "template.range.least": Phrase(fr: "Au moins {least}.", en: "At least {least}."),
    "template.range.most": Phrase(fr: "Au plus {most}.", en: "At most {most}."),
    "template.type.text": Phrase(fr: "Texte.", en: "Text."),
    "template.type.identifier": Phrase(
      fr: "Identifiant : texte, gardé lettre à lettre.",
      en: "Identifier: text, kept letter for letter."),
    "template.type.choice": Phrase(
      fr: "Un de ces mots : {words}.",
      en: "One of these words: {words}."),
    "template.type.integer": Phrase(fr: "Nombre entier.", en: "Whole number."),
    "template.type.decimal": Phrase(fr: "Nombre.", en: "Number."),
    "template.type.share": Phrase(fr: "Part : 80 % ou 0,8.", en: "Share: 80 % or 0.8."),
    "template.type.money": Phrase(
      fr: "Euros ; « 10 k€ » et « 2 M€ » se lisent aussi.",
      en: "Euros; \"10 k€\" and \"2 M€\" are understood too."),
    "template.type.boolean": Phrase(fr: "oui ou non.", en: "yes or no."),
    "template.type.year": Phrase(fr: "Année, de 1900 à 2200.", en: "Year, from 1900 to 2200."),
    "template.oneOfThese": Phrase(
      fr: "Choisissez une des valeurs de la liste.",
      en: "Choose one of the values of the list."),
    "template.newName": Phrase(
      fr: "Ce nom n’est pas dans la liste. Le garder ?",
      en: "This name is not in the list. Keep it?"),
    "template.howTo.name": Phrase(fr: "mode d’emploi", en: "how to"),
    "template.howTo.sheets": Phrase(fr: "Les feuilles", en: "The sheets"),
    "template.howTo.1": Phrase(
      fr: """
        Remplissez les feuilles. En tête de chaque feuille : ce qu’elle contient, des titres, \
        puis les noms que Relève cherche (en bleu gras : obligatoires). Gardez ces noms et ceux \
        des feuilles ; l’ordre des colonnes et des lignes est libre.
        """,
      en: """
        Fill in the sheets. At the top of each: what it holds, titles, then the names that \
        Relève looks for (bold blue: required). Keep these names and those of the sheets; \
        columns and rows may stand in any order.
        """),
    "template.howTo.2": Phrase(
      fr: """
        Passez la souris sur un nom de colonne : une bulle dit ce qu’elle contient, son unité et \
        ses bornes. Des listes proposent les valeurs permises.
        """,
      en: """
        Point at the name of a column: a remark says what it holds, its unit and range. Lists \
        offer the values that may be given.
        """),
    "template.howTo.3": Phrase(
      fr: """
        Les colonnes d’argent sont en euros ; « 65 M€ » ou « 1 437 k€ » se lit aussi. Les parts \
        s’écrivent en pourcentage. Une cellule vide veut dire « non déclaré », jamais zéro.
        """,
      en: """
        Columns of money are in euros; \"65 M€\" or \"1,437 k€\" is understood too. Shares are \
        percentages. An empty cell means \"not declared\", never zero.
        """),
    "template.howTo.4": Phrase(
      fr: "Les numéros FINESS et les codes sont du texte : leurs zéros de tête comptent.",
      en: "FINESS numbers and codes are texts: zeros at their front count."),
    "template.howTo.5": Phrase(
      fr: """
        Dites d’où vient un chiffre dans source. Un chiffre sans source est une hypothèse, et \
        Relève le présente comme telle.
        """,
      en: """
        Say in source where a figure comes from. A figure without a source is an assumption, and \
        Relève shows it as one.
        """),
    "template.howTo.6": Phrase(
      fr: """
        Vérifiez : releve check FICHIER.xlsx dit toutes les erreurs d’un coup, avec la feuille \
        et la cellule.
        """,
      en: "Check: releve check FILE.xlsx says every error at once, with sheet and cell."),
    "template.howTo.7": Phrase(
      fr: """
        Planifiez : releve plan FICHIER.xlsx. Une feuille vide est comme absente ; vos propres \
        feuilles sont laissées tranquilles.
        """,
      en: """
        Plan: releve plan FILE.xlsx. An empty sheet is as if it were not there; sheets of your \
        own are left alone.
        """),
    "template.howTo.8": Phrase(
      fr: """
        Les formules sont permises : leur dernière valeur calculée est lue. Ne fusionnez pas de \
        cellules sous les titres.
        """,
      en: """
        Formulas may be used: the value they had last is read. Do not merge cells below the \
        titles.
        """),
  ]

  private static let templateSheetPhrases: [String: Phrase] = [
    "template.sheet.beneficiaries": Phrase(
      fr: "Les établissements qui peuvent recevoir de l’argent : un par ligne.",
      en: "The units that may receive money: one a row."),
    "template.sheet.measures": Phrase(
      fr: "Les mesures de sécurité, leurs coûts et leurs équipes.",
      en: "The security measures, their costs and staff."),
    "template.sheet.vehicles": Phrase(
      fr: """
        Les vecteurs de financement et leurs règles ; leurs montants sont dans la feuille \
        amounts.
        """,
      en: "The funding vehicles and their rules; their amounts stand in the sheet amounts."),
    "template.sheet.amounts": Phrase(
      fr: "L’argent de chaque vecteur, par année de paiement.",
      en: "The money of each vehicle, by year of payment."),
    "template.sheet.targets": Phrase(
      fr: """
        Les cibles NIS : classe, objectif (ou « all »), année, part. Entre deux années, la \
        dernière donnée vaut.
        """,
      en: """
        NIS targets: class, objective (or \"all\"), year, share. Between two years the last one \
        given holds.
        """),
    "template.sheet.prerequisites": Phrase(
      fr: "Quelle mesure a besoin de quelle autre.",
      en: "Which measure needs which."),
    "template.sheet.effects": Phrase(
      fr: "La part des pertes d’une menace qu’une mesure évite.",
      en: "The share of a threat’s loss that a measure removes."),
    "template.sheet.objectives": Phrase(
      fr: "Les objectifs NIS et les classes qu’ils concernent.",
      en: "NIS objectives and the classes they apply to."),
    "template.sheet.contributions": Phrase(
      fr: "La part d’un objectif qu’une mesure atteint.",
      en: "The share of an objective that a measure reaches."),
    "template.sheet.threats": Phrase(
      fr: """
        Fréquence et gravité des menaces : une ligne par tranche de taille, la gravité sur la \
        première.
        """,
      en: """
        Frequency and severity of threats: one row per band of size, the severity on the first.
        """),
    "template.sheet.staffing": Phrase(
      fr: "Les équipes de sécurité disponibles, par région et par année.",
      en: "Security staff available by region and year."),
    "template.sheet.deployment": Phrase(
      fr: "Ce qui était en place avant l’horizon.",
      en: "What stood before the horizon."),
    "template.sheet.locked": Phrase(
      fr: "Années verrouillées : ce qui a été fait.",
      en: "Locked years: what was done."),
    "template.sheet.paid": Phrase(
      fr: "Années verrouillées : ce que les bénéficiaires ont reçu.",
      en: "Locked years: what beneficiaries were paid."),
    "template.sheet.paid_services": Phrase(
      fr: "Années verrouillées : ce que les services partagés ont coûté.",
      en: "Locked years: what shared services were paid."),
    "template.sheet.reference": Phrase(
      fr: "Le moins que chaque bénéficiaire doit recevoir, par exemple d’après un autre plan.",
      en: "The least that each beneficiary must receive, for example under another plan."),
    "template.sheet.services": Phrase(
      fr: "Les services achetés une fois pour plusieurs bénéficiaires.",
      en: "Services bought once for several beneficiaries."),
    "template.sheet.parameters": Phrase(
      fr: """
        Tout le reste : une valeur par ligne, désignée par son chemin. Sans valeur, la ligne dit \
        d’où vient une valeur donnée ailleurs.
        """,
      en: """
        Everything else: one value a row, named by its path. Without a value the row says where \
        a value given elsewhere comes from.
        """),
  ]

  private static let templateColumnPhrases: [String: Phrase] = [
    "template.column.id": Phrase(fr: "Identifiant", en: "Identifier"),
    "template.column.name": Phrase(fr: "Nom", en: "Name"),
    "template.column.kind": Phrase(fr: "Type d’unité", en: "Kind of unit"),
    "template.column.region": Phrase(fr: "Région (code INSEE)", en: "Region (INSEE code)"),
    "template.column.department": Phrase(fr: "Département", en: "Department"),
    "template.column.status": Phrase(fr: "Statut juridique", en: "Legal status"),
    "template.column.nis_class": Phrase(fr: "Classe NIS", en: "NIS class"),
    "template.column.agents": Phrase(fr: "Agents", en: "Agents"),
    "template.column.beds": Phrase(fr: "Lits", en: "Beds"),
    "template.column.workstations": Phrase(fr: "Postes de travail", en: "Workstations"),
    "template.column.sites": Phrase(fr: "Sites", en: "Sites"),
    "template.column.activity": Phrase(fr: "Activité", en: "Activity"),
    "template.column.agents_source": Phrase(fr: "Origine des agents", en: "Source of agents"),
    "template.column.risk": Phrase(fr: "Risque (1 = moyen)", en: "Risk (1 = average)"),
    "template.column.care_weight": Phrase(fr: "Poids dans les soins", en: "Weight in care"),
    "template.column.cost_factor": Phrase(fr: "Multiplicateur des coûts", en: "Cost factor"),
    "template.column.pilot": Phrase(fr: "Pilote", en: "Pilot"),
    "template.column.affordable": Phrase(fr: "Argent propre par an", en: "Own money per year"),
    "template.column.group": Phrase(fr: "Groupe", en: "Group"),
    "template.column.title": Phrase(fr: "Titre", en: "Title"),
    "template.column.domain": Phrase(fr: "Domaine", en: "Domain"),
    "template.column.lead": Phrase(fr: "Qui agit", en: "Who acts"),
    "template.column.one_off_fixed": Phrase(fr: "Coût unique fixe", en: "One-off cost, fixed"),
    "template.column.one_off_per_agent": Phrase(
      fr: "Coût unique par agent",
      en: "One-off cost per agent"),
    "template.column.one_off_per_bed": Phrase(
      fr: "Coût unique par lit",
      en: "One-off cost per bed"),
    "template.column.one_off_per_workstation": Phrase(
      fr: "Coût unique par poste",
      en: "One-off cost per workstation"),
    "template.column.one_off_per_site": Phrase(
      fr: "Coût unique par site",
      en: "One-off cost per site"),
    "template.column.recurring_fixed": Phrase(fr: "Coût annuel fixe", en: "Yearly cost, fixed"),
    "template.column.recurring_per_agent": Phrase(
      fr: "Coût annuel par agent",
      en: "Yearly cost per agent"),
    "template.column.recurring_per_bed": Phrase(
      fr: "Coût annuel par lit",
      en: "Yearly cost per bed"),
    "template.column.recurring_per_workstation": Phrase(
      fr: "Coût annuel par poste",
      en: "Yearly cost per workstation"),
    "template.column.recurring_per_site": Phrase(
      fr: "Coût annuel par site",
      en: "Yearly cost per site"),
    "template.column.install_fte": Phrase(fr: "ETP d’installation", en: "FTE to install"),
    "template.column.install_fte_per_1000_agents": Phrase(
      fr: "ETP d’installation pour 1 000 agents",
      en: "FTE to install per 1,000 agents"),
    "template.column.run_fte": Phrase(fr: "ETP d’exploitation", en: "FTE to run"),
    "template.column.run_fte_per_1000_agents": Phrase(
      fr: "ETP d’exploitation pour 1 000 agents",
      en: "FTE to run per 1,000 agents"),
    "template.column.speed": Phrase(fr: "Vitesse (part par an)", en: "Speed (share per year)"),
    "template.column.eligible_kinds": Phrase(
      fr: "Types admis (vide : tous)",
      en: "Kinds admitted (empty: all)"),
    "template.column.eligible_statuses": Phrase(
      fr: "Statuts admis (vide : tous)",
      en: "Statuses admitted (empty: all)"),
    "template.column.source": Phrase(fr: "Source", en: "Source"),
    "template.column.assumption": Phrase(fr: "Hypothèse", en: "Assumption"),
    "template.column.note": Phrase(fr: "Note", en: "Note"),
    "template.column.measure": Phrase(fr: "Mesure", en: "Measure"),
    "template.column.needs": Phrase(fr: "A besoin de", en: "Needs"),
    "template.column.threat": Phrase(fr: "Menace", en: "Threat"),
    "template.column.effect": Phrase(
      fr: "Effet (part des pertes ôtée)",
      en: "Effect (share of loss removed)"),
    "template.column.objective": Phrase(fr: "Objectif NIS", en: "NIS objective"),
    "template.column.weight": Phrase(fr: "Poids", en: "Weight"),
    "template.column.classes": Phrase(fr: "Classes NIS", en: "NIS classes"),
    "template.column.by": Phrase(fr: "Selon", en: "By"),
    "template.column.up_to": Phrase(
      fr: "Jusqu’à (vide : sans limite)",
      en: "Up to (empty: no limit)"),
    "template.column.frequency": Phrase(fr: "Fréquence par an", en: "Frequency per year"),
    "template.column.severity_fixed": Phrase(fr: "Gravité fixe", en: "Severity, fixed"),
    "template.column.severity_per_agent": Phrase(fr: "Gravité par agent", en: "Severity per agent"),
    "template.column.severity_per_bed": Phrase(fr: "Gravité par lit", en: "Severity per bed"),
    "template.column.year": Phrase(fr: "Année", en: "Year"),
    "template.column.fte": Phrase(fr: "ETP de sécurité", en: "Security FTE"),
    "template.column.beneficiary": Phrase(fr: "Bénéficiaire", en: "Beneficiary"),
    "template.column.share": Phrase(fr: "Part", en: "Share"),
    "template.column.increment_share": Phrase(fr: "Part ajoutée", en: "Share added"),
    "template.column.deployed_share": Phrase(fr: "Part en place", en: "Share in place"),
    "template.column.vehicle": Phrase(fr: "Vecteur", en: "Vehicle"),
    "template.column.need_year": Phrase(fr: "Année du besoin", en: "Year of the need"),
    "template.column.nature": Phrase(fr: "Nature", en: "Nature"),
    "template.column.euros": Phrase(fr: "Euros", en: "Euros"),
    "template.column.exact_euros": Phrase(fr: "Euros, centimes compris", en: "Euros with cents"),
    "template.column.payment_year": Phrase(fr: "Année du paiement", en: "Year of payment"),
    "template.column.service": Phrase(fr: "Service partagé", en: "Shared service"),
    "template.column.amount": Phrase(fr: "Montant", en: "Amount"),
    "template.column.pays": Phrase(fr: "Paie (nature)", en: "Pays (nature)"),
    "template.column.domains": Phrase(fr: "Domaines (vide : tous)", en: "Domains (empty: all)"),
    "template.column.eligible": Phrase(fr: "Admis", en: "Admitted"),
    "template.column.regions": Phrase(fr: "régions", en: "regions"),
    "template.column.statuses": Phrase(fr: "statuts", en: "statuses"),
    "template.column.kinds": Phrase(fr: "types", en: "kinds"),
    "template.column.pays_beneficiaries": Phrase(
      fr: "Paie des bénéficiaires",
      en: "Pays beneficiaries"),
    "template.column.announced_counted": Phrase(
      fr: "Part de l’annoncé comptée",
      en: "Share of announced counted"),
    "template.column.carry_over": Phrase(fr: "Part reportable", en: "Share carried over"),
    "template.column.lag": Phrase(fr: "Décalage de paiement (ans)", en: "Payment lag (years)"),
    "template.column.ceiling": Phrase(fr: "Plafond", en: "Ceiling"),
    "template.column.floor": Phrase(fr: "Plancher", en: "Floor"),
    "template.column.fixed": Phrase(fr: "fixe", en: "fixed"),
    "template.column.per": Phrase(fr: "période", en: "period"),
    "template.column.rate": Phrase(fr: "Taux de prise en charge", en: "Rate of cover"),
    "template.column.band": Phrase(
      fr: "Variation d’une année à l’autre",
      en: "Change from year to year"),
    "template.column.drop": Phrase(fr: "baisse", en: "drop"),
    "template.column.drop_amount": Phrase(fr: "baisse en euros", en: "drop in euros"),
    "template.column.rise": Phrase(fr: "hausse", en: "rise"),
    "template.column.rise_amount": Phrase(fr: "hausse en euros", en: "rise in euros"),
    "template.column.mechanism": Phrase(fr: "Mécanisme", en: "Mechanism"),
    "template.column.results": Phrase(
      fr: "Objectifs payés aux résultats",
      en: "Objectives paid on results"),
    "template.column.after_horizon": Phrase(
      fr: "Argent par an après l’horizon",
      en: "Money per year after the horizon"),
    "template.column.secured": Phrase(fr: "Sécurisé", en: "Secured"),
    "template.column.announced": Phrase(fr: "Annoncé", en: "Announced"),
    "template.column.measures": Phrase(fr: "Mesures", en: "Measures"),
    "template.column.unit": Phrase(fr: "Unité", en: "Unit"),
    "template.column.initial_capacity": Phrase(fr: "Capacité au départ", en: "Initial capacity"),
    "template.column.largest_capacity": Phrase(fr: "Plus grande capacité", en: "Largest capacity"),
    "template.column.build": Phrase(fr: "Coût d’une unité", en: "Cost of one unit"),
    "template.column.run": Phrase(fr: "Coût annuel d’une unité", en: "Yearly cost of one unit"),
    "template.column.vehicles": Phrase(fr: "Vecteurs", en: "Vehicles"),
    "template.column.class": Phrase(fr: "Classe NIS", en: "NIS class"),
    "template.column.hard": Phrase(fr: "Impératif", en: "Must be met"),
    "template.column.path": Phrase(fr: "Chemin", en: "Path"),
    "template.column.value": Phrase(fr: "Valeur", en: "Value"),
  ]
}
