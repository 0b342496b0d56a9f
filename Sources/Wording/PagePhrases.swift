// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// The page of a plan.
  static let pagePhrases: [String: Phrase] =
    pageFramePhrases
    .merging(pageAnswerPhrases) { _, second in second }
    .merging(pageTablePhrases) { _, second in second }
    .merging(pageSectionPhrases) { _, second in second }
    .merging(pageChartPhrases) { _, second in second }
    .merging(pageNextPhrases) { _, second in second }
    .merging(pageCommandPhrases) { _, second in second }

  private static let pageFramePhrases: [String: Phrase] = [
    "page.skip": Phrase(fr: "Aller au contenu", en: "Skip to content"),
    "page.contents": Phrase(fr: "Sommaire", en: "Contents"),
    "page.layers": Phrase(fr: "Surcouches : {layers}", en: "Layers: {layers}"),
    "page.scope": Phrase(
      fr: "Une seule région : {region}. Ce n’est pas un plan national.",
      en: "One region only: {region}. This is not a national plan."),
    "page.mark": Phrase(fr: "hypothèse", en: "assumption"),
    "page.mark.legend": Phrase(
      fr: " : valeur de l’étude sans source publiée.",
      en: ": a value of the study without a published source."),
    "page.footer": Phrase(
      fr: """
        Page écrite par Relève à partir d’un dossier de plan vérifié par ses empreintes. Elle ne charge \
        rien du réseau.
        """,
      en: """
        Page written by Relève from a plan folder checked by its hashes. It fetches nothing from the \
        network.
        """),
    "page.joint": Phrase(fr: " ; ", en: "; "),
    "page.unknown": Phrase(fr: "inconnu", en: "unknown"),
    "page.download": Phrase(fr: "Télécharger (CSV)", en: "Download (CSV)"),
    "page.shown": Phrase(
      fr: "Bénéficiaires affichés : {count} sur {total}",
      en: "Beneficiaries shown: {count} of {total}"),
    "page.search": Phrase(fr: "Nom ou numéro", en: "Name or number"),
    "page.all": Phrase(fr: "Toutes", en: "All"),
    "page.status.optimal": Phrase(
      fr: "Plan optimal, prouvé (écart {gap})", en: "Optimal plan, proven (gap {gap})"),
    "page.status.whole": Phrase(
      fr: "Plan de mesures entières, le meilleur trouvé (écart prouvé {gap})",
      en: "Plan of whole measures, the best one found (proven gap {gap})"),
    "page.status.feasible": Phrase(
      fr: "Plan réalisable, optimum NON prouvé (écart {gap}) : un meilleur peut exister",
      en: "Feasible plan, optimum NOT proven (gap {gap}): a better one may exist"),
  ]

  private static let pageAnswerPhrases: [String: Phrase] = [
    "page.answer": Phrase(fr: "La réponse en cinq lignes", en: "The answer in five lines"),
    "page.baseline": Phrase(
      fr: "Ce qui change par rapport à {baseline}", en: "What changes against {baseline}"),
    "help.report.baseline": Phrase(
      fr: "Dossier d'un autre plan : la page dit ce qui change par rapport à lui.",
      en: "Folder of another plan: the page says what changes against it."),
    "page.answer.money": Phrase(
      fr: """
        Argent public : {paid} payés sur {counted} comptés ({secured} sécurisés) en {years} ; \
        {receivers} reçoivent quelque chose, sur {count}.
        """,
      en: """
        Public money: {paid} paid of {counted} counted ({secured} secured) in {years}; {receivers} \
        receive something, of {count}.
        """),
    "page.answer.coverage": Phrase(
      fr: "Couverture NIS en {year} : {classes}.", en: "NIS coverage in {year}: {classes}."),
    "page.answer.class": Phrase(
      fr: """
        classe {class}, {coverage} (avant le plan {before}) pour une cible de {target}, {below} \
        bénéficiaires sur {count} sous une cible
        """,
      en: """
        class {class}, {coverage} (before the plan {before}) against a target of {target}, {below} of \
        {count} beneficiaries below a target
        """),
    "page.answer.class.free": Phrase(
      fr: "classe {class}, {coverage} (avant le plan {before}), sans cible",
      en: "class {class}, {coverage} (before the plan {before}), no target"),
    "page.answer.noClass": Phrase(
      fr: "Couverture NIS : aucun bénéficiaire n’a de classe NIS.",
      en: "NIS coverage: no beneficiary has a NIS class."),
    "page.answer.losses": Phrase(
      fr: """
        Pertes évitées : {avoided} sur l’horizon, dont {last} en {year} ; il reste alors {residual} de \
        pertes attendues par an.
        """,
      en: """
        Losses avoided: {avoided} over the horizon, {last} of it in {year}; {residual} of expected \
        losses a year remain then.
        """),
    "page.answer.after": Phrase(fr: "Après {year} : {sentence}.", en: "After {year}: {sentence}."),
    "page.answer.certainty": Phrase(
      fr:
        "{status}. {count} paramètres sur {total} n’ont pas de source publiée : ce sont des hypothèses.",
      en: "{status}. {count} parameters of {total} have no published source: they are assumptions."),
  ]

  private static let pageTablePhrases: [String: Phrase] = [
    "page.measure": Phrase(fr: "Mesure", en: "Measure"),
    "page.before": Phrase(fr: "Avant", en: "Before"),
    "page.atEnd": Phrase(fr: "En place fin {year}", en: "In place end {year}"),
    "page.complete": Phrase(fr: "Complets", en: "Complete"),
    "page.concerned": Phrase(fr: "Concernés", en: "Concerned"),
    "page.vehicle": Phrase(fr: "Vecteur", en: "Vehicle"),
    "page.total": Phrase(fr: "Total", en: "Total"),
    "page.publicMoney": Phrase(fr: "Argent public", en: "Public money"),
    "page.ownMoney": Phrase(
      fr: "Argent propre des bénéficiaires", en: "Own money of beneficiaries"),
    "page.lapsed": Phrase(fr: "Non utilisé", en: "Not used"),
    "page.class": Phrase(fr: "Classe NIS", en: "NIS class"),
    "page.objective": Phrase(fr: "Objectif", en: "Objective"),
    "page.coverage.short": Phrase(fr: "Couverture", en: "Coverage"),
    "page.target": Phrase(fr: "Cible", en: "Target"),
    "page.below": Phrase(fr: "Bénéficiaires sous la cible", en: "Beneficiaries below"),
    "page.beneficiary": Phrase(fr: "Bénéficiaire", en: "Beneficiary"),
    "page.identifier": Phrase(fr: "Identifiant", en: "Identifier"),
    "page.region": Phrase(fr: "Région", en: "Region"),
    "page.targetsMet": Phrase(fr: "Cibles atteintes", en: "Targets met"),
    "page.open.share": Phrase(fr: "Reste à faire", en: "Left to do"),
    "page.open.count": Phrase(fr: "Bénéficiaires non complets", en: "Beneficiaries not complete"),
    "page.when": Phrase(fr: "Quand", en: "When"),
    "page.what": Phrase(fr: "Quoi", en: "What"),
    "page.amount": Phrase(fr: "Montant par an", en: "Amount a year"),
    "page.after": Phrase(fr: "après {year}", en: "after {year}"),
    "page.parameter": Phrase(fr: "Paramètre", en: "Parameter"),
    "page.value": Phrase(fr: "Valeur", en: "Value"),
    "page.source": Phrase(fr: "Source", en: "Source"),
    "page.layer": Phrase(fr: "Couche", en: "Layer"),
    "page.goal": Phrase(fr: "But", en: "Goal"),
    "page.goal.unit": Phrase(fr: "Unité", en: "Unit"),
    "page.unit.weighted_share_years": Phrase(
      fr: "parts pondérées × années", en: "weighted shares × years"),
    "page.unit.thousand_euros": Phrase(fr: "k€", en: "€k"),
    "page.unit.thousand_euros_per_year": Phrase(fr: "k€ par an", en: "€k a year"),
    "page.unit.none": Phrase(fr: "sans unité", en: "no unit"),
    "page.unit.share": Phrase(fr: "part", en: "share"),
    "page.unit.weighted_sum": Phrase(fr: "somme pondérée", en: "weighted sum"),
    "page.goal.value": Phrase(fr: "Valeur atteinte", en: "Value reached"),
    "page.goal.bound": Phrase(fr: "Borne prouvée", en: "Proven bound"),
    "page.goal.gap": Phrase(fr: "Écart", en: "Gap"),
    "page.file": Phrase(fr: "Fichier", en: "File"),
    "page.bytes": Phrase(fr: "Octets", en: "Bytes"),
  ]

  private static let pageSectionPhrases: [String: Phrase] = [
    "page.increments": Phrase(fr: "Ce que chaque année ajoute", en: "What each year adds"),
    "page.increments.text": Phrase(
      fr: """
        Part en place de chaque mesure, en moyenne des bénéficiaires concernés (avec le poids du but \
        NIS) ; chaque année dit les points qu’elle ajoute.
        """,
      en: """
        Share in place of each measure, mean over the beneficiaries concerned (with the weight of the \
        NIS goal); each year tells the points that it adds.
        """),
    "page.increments.caption": Phrase(
      fr: "Déploiement de chaque mesure : points ajoutés par année",
      en: "Deployment of each measure: points added by year"),
    "page.money": Phrase(fr: "L’argent par vecteur et par année", en: "Money by vehicle and year"),
    "page.money.caption": Phrase(
      fr: "Argent payé par vecteur et par année de paiement ({unit})",
      en: "Money paid by vehicle and year of payment ({unit})"),
    "page.money.text": Phrase(
      fr:
        "Les enveloppes sont l’argent que le scénario compte : la part sécurisée et sa part de l’annoncé.",
      en:
        "Envelopes are the money that the scenario counts on: the secured part and its share of what is announced."
    ),
    "page.envelopes.caption": Phrase(
      fr: "Enveloppes comptées par vecteur et par année ({unit})",
      en: "Envelopes counted by vehicle and year ({unit})"),
    "page.coverage": Phrase(
      fr: "La couverture NIS et ses cibles", en: "NIS coverage and its targets"),
    "page.coverage.caption": Phrase(
      fr: "Couverture NIS moyenne, cible, manque moyen (points) et bénéficiaires sous une cible",
      en: "Mean NIS coverage, target, mean shortfall (points) and beneficiaries below a target"),
    "page.coverage.of": Phrase(fr: "{class}, couverture", en: "{class}, coverage"),
    "page.coverage.target": Phrase(fr: "{class}, cible", en: "{class}, target"),
    "page.coverage.missing": Phrase(
      fr: "{class}, manque moyen (points)", en: "{class}, mean shortfall (points)"),
    "page.coverage.below": Phrase(
      fr: "{class}, bénéficiaires sous une cible", en: "{class}, beneficiaries below a target"),
    "page.who": Phrase(fr: "Qui reçoit quoi", en: "Who gets what"),
    "page.who.text": Phrase(
      fr: """
        Montants à notifier, en euros entiers, par année de paiement : ceux de allocation.csv. La \
        dernière colonne dit les cibles NIS atteintes à la fin, sur toutes.
        """,
      en: """
        Amounts to notify, in whole euros, by year of payment: those of allocation.csv. The last \
        column tells the NIS targets met at the end, of all.
        """),
    "page.who.services": Phrase(
      fr: """
        S’y ajoutent {amount} payés pour des services partagés, qui ne vont à aucun bénéficiaire.
        """,
      en: """
        {amount} paid for shared services come on top, which go to no beneficiary.
        """),
    "page.who.caption": Phrase(
      fr: "Argent public par bénéficiaire et par année (€)",
      en: "Public money by beneficiary and year (€)"),
    "page.why": Phrase(fr: "Pourquoi", en: "Why"),
    "page.why.margin": Phrase(
      fr: "À la marge : vrai près de ce plan, et faux loin de lui.",
      en: "At the margin: true near this plan, and wrong far from it."),
    "page.why.more": Phrase(
      fr: """
        Le prix de chaque règle est dans prices.csv ; « releve explain » dit pourquoi un bénéficiaire \
        reçoit ce qu’il reçoit, et pas plus.
        """,
      en: """
        The price of each rule stands in prices.csv; "releve explain" says why a beneficiary gets what \
        it gets, and no more.
        """),
    "page.unfunded": Phrase(
      fr: "Ce qui n’est pas financé, et ce qui vient ensuite",
      en: "What is not funded, and what comes next"),
    "page.unfunded.text": Phrase(
      fr: "{none} ne reçoivent rien : leur total est 0 dans le tableau « Qui reçoit quoi ».",
      en: "{none} get nothing: their total is 0 in the table \"Who gets what\"."),
    "page.missed.caption": Phrase(
      fr: "Cibles NIS manquées en {year}, par objectif et par classe",
      en: "NIS targets missed in {year}, by objective and class"),
    "page.open.caption": Phrase(
      fr: "Mesures non complètes fin {year}, les moins avancées d’abord",
      en: "Measures not complete at the end of {year}, the least advanced first"),
    "page.unfunded.ladder": Phrase(
      fr: """
        Qui viendrait ensuite, un par un, avec un peu plus d’argent : \
        « releve ladder ÉTUDE --steps 100%,101% », puis « releve report PLAN --ladder DOSSIER ».
        """,
      en: """
        Who would come next, one by one, with a little more money: \
        "releve ladder STUDY --steps 100%,101%", then "releve report PLAN --ladder DIR".
        """),
    "page.unfunded.next": Phrase(
      fr: """
        L’argent qui achèterait le plus ensuite est nommé à « Pourquoi » ; « releve explain --why-not \
        MESURE » dit ce qu’une mesure vaudrait là où elle manque.
        """,
      en: """
        The money that would buy the most next is named under "Why"; "releve explain --why-not MEASURE" \
        says what a measure would be worth where it is missing.
        """),
    "page.cliff": Phrase(fr: "La falaise après {year}", en: "The cliff after {year}"),
    "page.cliff.caption": Phrase(
      fr: "Coûts récurrents payés, besoin et moyens après l’horizon ({unit} par an)",
      en: "Running costs paid, need and means after the horizon ({unit} a year)"),
    "page.cliff.text": Phrase(
      fr: """
        Le besoin est le coût récurrent de tout ce que le plan a mis en place ; les moyens sont ceux que \
        l’étude donne pour pérennes.
        """,
      en: """
        The need is the running cost of all that the plan put in place; the means are those that the \
        study says will last.
        """),
    "page.cliff.paid": Phrase(
      fr: "Coûts récurrents payés par l’argent public", en: "Running costs paid by public money"),
    "page.cliff.need": Phrase(fr: "Coût récurrent à couvrir", en: "Running cost to cover"),
    "page.cliff.vehicles": Phrase(
      fr: "Moyens pérennes des vecteurs", en: "Lasting means of vehicles"),
    "page.cliff.own": Phrase(fr: "Moyens propres pérennes", en: "Lasting means of beneficiaries"),
    "page.cliff.gap": Phrase(fr: "Ce qui manque", en: "What is missing"),
    "page.method": Phrase(
      fr: "Méthode, hypothèses et sources", en: "Method, assumptions and sources"),
    "page.method.text": Phrase(
      fr: """
        Un programme linéaire cherche, parmi tous les plans qui respectent toutes les règles de l’étude, \
        le meilleur pour ces buts, l’un après l’autre ; chaque but garde sa valeur, à la tolérance près, \
        quand le suivant est cherché.
        """,
      en: """
        A linear program looks, among all plans that obey every rule of the study, for the best one for \
        these goals, one after the other; each goal keeps its value, but for the tolerance, while the \
        next one is sought.
        """),
    "page.method.less": Phrase(
      fr: "le moins possible : {goal} (tolérance {tolerance})",
      en: "as little as possible: {goal} (tolerance {tolerance})"),
    "page.method.more": Phrase(
      fr: "le plus possible : {goal} (tolérance {tolerance})",
      en: "as much as possible: {goal} (tolerance {tolerance})"),
    "page.method.layers": Phrase(
      fr: "Étude et surcouches : {layers}.", en: "Study and layers: {layers}."),
    "page.sources.open": Phrase(
      fr: "Les {total} paramètres, dont {count} hypothèses",
      en: "The {total} parameters, {count} of them assumptions"),
    "page.sources.caption": Phrase(
      fr: "Chaque paramètre avec sa valeur, sa source et la couche qui l’a fixé",
      en: "Each parameter with its value, its source and the layer that set it"),
    "page.proof": Phrase(fr: "Preuve et empreintes", en: "Proof and hashes"),
    "page.proof.status": Phrase(fr: "Statut", en: "Status"),
    "page.proof.tool": Phrase(fr: "Outil", en: "Tool"),
    "page.proof.solver": Phrase(fr: "Solveur", en: "Solver"),
    "page.proof.study": Phrase(fr: "Étude", en: "Study"),
    "page.proof.seal": Phrase(fr: "Sceau du manifeste", en: "Seal of the manifest"),
    "page.proof.text": Phrase(
      fr: """
        « releve verify » recalcule tout à partir du dossier : empreintes, règles, chiffres, et la borne \
        de chaque but à partir de ses seuls prix.
        """,
      en: """
        "releve verify" computes all of it anew from the folder: hashes, rules, figures, and the bound of \
        each goal from its prices alone.
        """),
    "page.goals.caption": Phrase(
      fr: "Buts, dans l’ordre, avec leur borne", en: "Goals, in order, with their bound"),
    "page.inputs.caption": Phrase(fr: "Fichiers lus", en: "Files read"),
    "page.outputs.caption": Phrase(fr: "Fichiers du plan", en: "Files of the plan"),
  ]

  private static let pageCommandPhrases: [String: Phrase] = [
    "page.written": Phrase(
      fr: "Page écrite : {file} ({size}).", en: "Page written: {file} ({size})."),
    "page.written.tables": Phrase(
      fr: "Page écrite, sans graphiques : {file} ({size}).",
      en: "Page written, without charts: {file} ({size})."),
    "page.noCharts": Phrase(
      fr: """
        La bibliothèque des graphiques n’est pas là ({name} manque) : la page est écrite avec ses \
        tableaux seuls. Installez-la (Debian : apt-get install libjs-vega) ou dites où elle est avec \
        --charts.
        """,
      en: """
        The library of charts is not there ({name} is missing): the page is written with its tables \
        alone. Install it (Debian: apt-get install libjs-vega) or say where it is with --charts.
        """),
    "help.report.html": Phrase(
      fr: "Fichier de la page (par défaut à côté du plan : PLAN.html).",
      en: "File of the page (by default beside the plan: PLAN.html)."),
    "help.report.charts": Phrase(
      fr: "Dossier de la bibliothèque des graphiques (par défaut /usr/share/javascript/vega).",
      en: "Folder of the library of charts (by default /usr/share/javascript/vega)."),
    "help.report.replace": Phrase(
      fr: "Remplace la page ou le classeur qui est à cette place.",
      en: "Replaces the page or workbook that stands there."),
    "report.annexOrPage": Phrase(
      fr:
        "--annex va sans --html, --xlsx, --charts, --map, --curve, --ladder, --baseline ni --replace.",
      en:
        "--annex goes without --html, --xlsx, --charts, --map, --curve, --ladder, --baseline and --replace."
    ),
    "report.chartsNeedsPage": Phrase(
      fr: "--charts va avec la page, comme --map, --curve, --ladder et --baseline.",
      en: "--charts goes with the page, as do --map, --curve, --ladder and --baseline."),
  ]
}
