// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// Phrases of the screen a plan ends with.
  static let screenPhrases: [String: Phrase] =
    screenTablePhrases
    .merging(screenStatusPhrases) { _, second in second }
    .merging(screenLinePhrases) { _, second in second }

  private static let screenStatusPhrases: [String: Phrase] = [
    "screen.title": Phrase(fr: "Relève · {title} · {counts}", en: "Relève · {title} · {counts}"),
    "screen.optimal": Phrase(
      fr: "optimal, prouvé (écart {gap}) en {time}", en: "optimal, proven (gap {gap}) in {time}"),
    "screen.feasible": Phrase(
      fr: "réalisable, optimum NON prouvé (écart {gap}) en {time}",
      en: "feasible, optimum NOT proven (gap {gap}) in {time}"),
    "screen.feasible.noGap": Phrase(
      fr: "réalisable, optimum NON prouvé, en {time}",
      en: "feasible, optimum NOT proven, in {time}"),
    "screen.whole.status": Phrase(
      fr: "mesures entières (écart prouvé {gap}) en {time}",
      en: "whole measures (proven gap {gap}) in {time}"),
    "screen.whole.status.noGap": Phrase(
      fr: "mesures entières, en {time}", en: "whole measures, in {time}"),
    "screen.whole": Phrase(fr: "Mesures entières", en: "Whole measures"),
    "screen.whole.text": Phrase(
      fr: """
        chaque année une étape d’une mesure est réalisée ou non chez un bénéficiaire, jamais en \
        partie : {taken} étapes prises sur {steps} possibles.
        """,
      en: """
        each year a step of a measure is taken at a beneficiary or not, never in part: {taken} steps \
        taken of {steps} possible.
        """),
    "screen.whole.bound": Phrase(
      fr: "{goal} : {value} ; aucun plan d’étapes entières ne passe {bound} (écart {gap}).",
      en: "{goal}: {value}; no plan of whole steps gets past {bound} (gap {gap})."),
    "screen.whole.exhaustive": Phrase(
      fr: "Tous les choix d’étapes ont été examinés : aucun n’est meilleur.",
      en: "Every choice of steps was looked at: none is better."),
    "screen.whole.linear": Phrase(
      fr: "Avec des étapes partielles : pas mieux que {bound} (écart {gap}).",
      en: "With steps in part: no better than {bound} (gap {gap})."),
    "screen.stop": Phrase(fr: "Arrêt", en: "Stopped"),
    "screen.stop.text": Phrase(
      fr: """
        {reason}, au but {level} sur {levels} ({goal}, {gap}) : ce plan respecte toutes les \
        règles, mais un meilleur peut exister
        """,
      en: """
        {reason}, at goal {level} of {levels} ({goal}, {gap}): this plan obeys every rule, but a \
        better one may exist
        """),
    "screen.stop.gap": Phrase(fr: "écart {gap}", en: "gap {gap}"),
    "screen.stop.noGap": Phrase(fr: "écart inconnu", en: "gap unknown"),
    "screen.infeasible": Phrase(
      fr: "irréalisable : aucun plan ne respecte toutes les règles",
      en: "infeasible: no plan obeys every rule"),
    "screen.stopped_at_limit": Phrase(
      fr: "arrêté à une limite avant d’avoir un plan",
      en: "stopped at a limit before there was a plan"),
    "screen.beneficiary": Phrase(fr: "bénéficiaire", en: "beneficiary"),
    "screen.beneficiaries": Phrase(fr: "bénéficiaires", en: "beneficiaries"),
    "screen.measure": Phrase(fr: "mesure", en: "measure"),
    "screen.measures": Phrase(fr: "mesures", en: "measures"),
    "screen.vehicle": Phrase(fr: "vecteur", en: "vehicle"),
    "screen.vehicles": Phrase(fr: "vecteurs", en: "vehicles"),
  ]

  private static let screenTablePhrases: [String: Phrase] = [
    "screen.unit.millions": Phrase(fr: "M€", en: "€M"),
    "screen.unit.thousands": Phrase(fr: "k€", en: "€k"),
    "screen.total": Phrase(fr: "total", en: "total"),
    "screen.committed": Phrase(
      fr: "engagé (AE), payé plus tard (CP)", en: "committed (AE), paid later (CP)"),
    "screen.publicMoney": Phrase(fr: "Argent public ({unit})", en: "Public money ({unit})"),
    "screen.publicMoney.note": Phrase(
      fr: "sur {counted} (dont {secured} sécurisés)", en: "of {counted} ({secured} secured)"),
    "screen.ownMoney": Phrase(fr: "Argent propre ({unit})", en: "Own money ({unit})"),
    "screen.coverage": Phrase(fr: "Couverture NIS  {class}", en: "NIS coverage  {class}"),
    "screen.coverage.target": Phrase(fr: "cible", en: "target"),
    "screen.coverage.missing": Phrase(
      fr: "{year} : manque moyen {points}", en: "{year}: {points} short on average"),
    "screen.coverage.reached": Phrase(fr: "{year} : atteinte", en: "{year}: reached"),
    "screen.avoided": Phrase(fr: "Pertes évitées ({unit})", en: "Losses avoided ({unit})"),
    "screen.avoided.note": Phrase(
      fr: "erreur d’approximation ≤ {error}", en: "approximation error ≤ {error}"),
  ]

  private static let screenLinePhrases: [String: Phrase] = [
    "screen.layers": Phrase(fr: "Surcouches", en: "Layers"),
    "screen.scope": Phrase(fr: "Périmètre", en: "Scope"),
    "screen.scope.text": Phrase(
      fr: """
        {region} seulement : {count} bénéficiaires sur {national} ; l’argent national est réduit à \
        {share} (part en {weight}). Ce n’est pas un plan national.
        """,
      en: """
        {region} only: {count} beneficiaries of {national}; national money is scaled to {share} \
        (share of {weight}). This is not a national plan.
        """),
    "screen.scope.locked": Phrase(
      fr: """
        {region} seulement : {count} bénéficiaires sur {national} ; de l’argent national, la région \
        garde ce qui lui a été payé et de quoi le faire vivre, et {share} du reste (part en \
        {weight}). Ce n’est pas un plan national.
        """,
      en: """
        {region} only: {count} beneficiaries of {national}; of national money the region keeps what \
        it was paid and what keeps it running, and {share} of the rest (share of {weight}). This is \
        not a national plan.
        """),
    "screen.scope.dropped": Phrase(
      fr: "Règles entre régions laissées de côté : {rules}.",
      en: "Rules between regions left out: {rules}."),
    "screen.limits": Phrase(fr: "Ce qui limite", en: "What binds"),
    "screen.limits.none": Phrase(
      fr: "aucune règle commune ne tient le plan : seules jouent celles de chaque bénéficiaire",
      en: "no rule across beneficiaries holds the plan: only those of each beneficiary do"),
    "screen.unknown": Phrase(
      fr: "pas connu : l’optimum n’est pas prouvé", en: "not known: the optimum is not proven"),
    "screen.limits.more": Phrase(
      fr: "et {count} (prices.csv)", en: "and {count} (prices.csv)"),
    "screen.rule.other": Phrase(fr: "autre règle", en: "more rule"),
    "screen.rule.others": Phrase(fr: "autres règles", en: "more rules"),
    "screen.million": Phrase(fr: "Un million de plus", en: "One more million"),
    "screen.thousand": Phrase(fr: "Mille euros de plus", en: "€1,000 more"),
    "screen.million.margin": Phrase(
      fr: "(à la marge : vrai près de ce plan)", en: "(at the margin: true near this plan)"),
    "screen.million.reach": Phrase(
      fr: "(premier but : jusqu’à {amount})", en: "(first goal: up to {amount})"),
    "screen.million.reach.open": Phrase(
      fr: "(premier but : au moins jusqu’à {amount})", en: "(first goal: at least up to {amount})"),
    "screen.million.none": Phrase(
      fr: "rien de plus : aucune enveloppe n’est épuisée au point de limiter un but",
      en: "nothing more: no envelope is used up so far that it limits a goal"),
    "screen.million.entry": Phrase(
      fr: "{vehicle} {year} : {effects}", en: "{vehicle} {year}: {effects}"),
    "screen.million.loss": Phrase(
      fr: "{amount} de pertes évitées", en: "{amount} of losses avoided"),
    "screen.million.shortfall": Phrase(
      fr: "{points} de manque NIS", en: "{points} of NIS shortfall"),
    "screen.after": Phrase(fr: "Après {year}", en: "After {year}"),
    "screen.after.gap": Phrase(
      fr: "coût récurrent {need} par an, moyens pérennes {means} par an : il manque {gap} par an",
      en: "recurring cost {need} a year, lasting means {means} a year: {gap} a year missing"),
    "screen.after.covered": Phrase(
      fr: "coût récurrent {need} par an, moyens pérennes {means} par an : couvert",
      en: "recurring cost {need} a year, lasting means {means} a year: covered"),
    "screen.freedom": Phrase(fr: "Marge de choix", en: "Room to choose"),
    "screen.freedom.text": Phrase(
      fr: "{share} de l’argent versé aux bénéficiaires n’est fixé par aucun plancher",
      en: "no floor decides {share} of the money paid to beneficiaries"),
    "screen.tieBreak": Phrase(fr: "Départage", en: "Tie-break"),
    "screen.tieBreak.none": Phrase(
      fr: "aucun bénéficiaire ne reçoit autre chose du plan trouvé avant la règle écrite",
      en: "no beneficiary receives anything else in the plan found before the written rule"),
    "screen.tieBreak.text": Phrase(
      fr: """
        {count} au moins en dépendent : un plan aussi bon leur donne autre chose, ou une autre année \
        ({amount})
        """,
      en: """
        at least {count} depend on it: a plan as good gives them something else, or in another year \
        ({amount})
        """),
    "screen.assumptions": Phrase(fr: "Hypothèses", en: "Assumptions"),
    "screen.assumptions.text": Phrase(
      fr: "{count} sans source publiée sur {total} (releve show --assumptions)",
      en: "{count} without a published source, of {total} (releve show --assumptions)"),
    "screen.parameter": Phrase(fr: "paramètre", en: "parameter"),
    "screen.parameters": Phrase(fr: "paramètres", en: "parameters"),
    "screen.time": Phrase(fr: "Temps", en: "Time"),
    "screen.time.text": Phrase(
      fr: """
        lecture {reading} · construction {building} · résolution {solving} · contrôle {checking} \
        {writing} {memory} ({rows} lignes, {columns} colonnes)
        """,
      en: """
        reading {reading} · building {building} · solving {solving} · checking {checking} {writing} \
        {memory} ({rows} rows, {columns} columns)
        """),
    "screen.time.writing": Phrase(fr: "· écriture {time}", en: "· writing {time}"),
    "screen.time.memory": Phrase(
      fr: "· mémoire {size} au plus", en: "· memory {size} at most"),
    "screen.files": Phrase(fr: "Fichiers", en: "Files"),
    "screen.conflict": Phrase(fr: "Règles enfreintes", en: "Rules broken"),
    "screen.conflict.shortfall": Phrase(
      fr: "{rule} : {amount} de moins que demandé", en: "{rule}: {amount} less than asked for"),
    "screen.conflict.excess": Phrase(
      fr: "{rule} : {amount} de plus que permis", en: "{rule}: {amount} more than allowed"),
    "screen.conflict.hint": Phrase(
      fr: """
        Le plan qui enfreint le moins les règles les enfreint ainsi. Cédez sur elles, ou sur les \
        moyens qui les bornent, ou demandez à « releve repair » ce qui suffit, puis relancez.
        """,
      en: """
        The plan that breaks the rules least breaks them so. Give way on them, or on the means that \
        bound them, or ask "releve repair" what suffices, then plan again.
        """),
    "screen.unit.fte": Phrase(fr: "{number} ETP", en: "{number} FTE"),
    "screen.unit.share": Phrase(fr: "{number}", en: "{number}"),
    "screen.unit.weighted_beneficiaries": Phrase(
      fr: "{number} bénéficiaires pondérés", en: "{number} weighted beneficiaries"),
    "screen.unit.capacity": Phrase(
      fr: "{number} unités de capacité", en: "{number} units of capacity"),
    "screen.unit.logarithm": Phrase(
      fr: "{number} (unités logarithmiques)", en: "{number} (log units)"),
    "screen.driver.agents": Phrase(fr: "agents", en: "agents"),
    "screen.driver.beds": Phrase(fr: "lits", en: "beds"),
    "screen.driver.workstations": Phrase(fr: "postes de travail", en: "workstations"),
    "screen.driver.sites": Phrase(fr: "sites", en: "sites"),
    "screen.driver.activity": Phrase(fr: "activité", en: "activity"),
    "screen.driver.units": Phrase(fr: "bénéficiaires", en: "beneficiaries"),
  ]
}
