// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// Years that are locked, planning from year to year, budgets in steps.
  static let timePhrases: [String: Phrase] = [
    "compare.myopicOne": Phrase(
      fr:
        "--myopic compare une seule étude à elle-même. Nommez une étude, et pas un dossier de plan.",
      en: "--myopic compares one study with itself. Name one study, and no plan folder."),
    "compare.yearByYear": Phrase(fr: "Année par année", en: "Year by year"),
    "compare.yearByYear.text": Phrase(
      fr: """
        chaque année est décidée sans connaître la suite, puis verrouillée ; argent public non \
        dépensé {before} → {after} ({difference})
        """,
      en: """
        each year is decided without knowing the next, then locked; public money unspent {before} \
        → {after} ({difference})
        """),
    "help.compare.myopic": Phrase(
      fr: """
        Compare le plan d'une étude à la même étude planifiée année par année, sans prévoir la \
        suite.
        """,
      en:
        "Holds the plan of one study against the same study planned year by year, without foresight."
    ),
    "help.lockedThrough": Phrase(
      fr: "Les années jusqu'à celle-ci sont ce qui a été fait et payé (avec --done).",
      en: "The years through this one are what was really done and paid (with --done)."),
    "help.done": Phrase(
      fr:
        "Dossier de deployment.csv et allocation.csv, ce qui a été fait et payé : un plan convient.",
      en: "Folder of deployment.csv and allocation.csv, what was done and paid: a plan will do."),
    "help.locked.both": Phrase(
      fr: "--locked-through et --done vont ensemble : donnez les deux, ou aucun.",
      en: "--locked-through and --done go together: give both, or neither."),
    "help.ladder": Phrase(
      fr: "Budgets par paliers où personne ne perd, et ce que coûte cette promesse.",
      en: "Budgets in steps on which nobody loses, and what that promise costs."),
    "help.ladder.more": Phrase(
      fr: """
        Chaque palier garantit à chacun, sur tout l'horizon, ce qu'il recevait au palier du \
        dessous ; l'échelle se construit du plus petit budget au plus grand.

        Exemple : releve ladder essai/study.yaml --steps 60%,80%,100% --out paliers
        """,
      en: """
        Each step keeps for everybody, over the horizon, what the step below gave; the ladder is \
        built from the smallest budget to the largest.

        Example: releve ladder trial/study.yaml --steps 60%,80%,100% --out ladder
        """),
    "help.ladder.steps": Phrase(
      fr: "Paliers croissants, en part des enveloppes (par défaut 60%,80%,100%,120%).",
      en: "Rising steps, as shares of the envelopes (60%,80%,100%,120% by default)."),
    "help.ladder.vehicle": Phrase(
      fr: "Le seul vecteur dont l'argent change (par défaut tous).",
      en: "The one vehicle whose money changes (all by default)."),
    "help.ladder.out": Phrase(
      fr: "Dossier de l'échelle (par défaut ladder-AAAA-MM-JJ).",
      en: "Folder of the ladder (ladder-YYYY-MM-DD by default)."),
    "help.ladder.replace": Phrase(
      fr: "Remplace le dossier de l'échelle s'il existe.",
      en: "Replaces the ladder's folder if it exists."),
    "ladder.badSteps": Phrase(
      fr: """
        --steps {text} : écrivez au moins deux parts croissantes des enveloppes, de 0 à 1000 %, ex. \
        --steps 60%,80%,100%.
        """,
      en: """
        --steps {text}: write at least two rising shares of the envelopes, from 0 to 1000 %, e.g. \
        --steps 60%,80%,100%.
        """),
    "ladder.title": Phrase(
      fr: "Relève · {title} · {count} · budgets par paliers ({money})",
      en: "Relève · {title} · {count} · budgets in steps ({money})"),
    "ladder.allMoney": Phrase(fr: "toutes les enveloppes", en: "all envelopes"),
    "ladder.goal": Phrase(fr: "Premier but : {goal}", en: "First goal: {goal}"),
    "ladder.budget": Phrase(fr: "palier", en: "step"),
    "ladder.counted": Phrase(fr: "argent public", en: "public money"),
    "ladder.free": Phrase(fr: "optimum libre", en: "free optimum"),
    "ladder.kept": Phrase(fr: "sans perdant", en: "nobody loses"),
    "ladder.price": Phrase(fr: "coût de la promesse", en: "cost of the promise"),
    "ladder.losers": Phrase(fr: "perdants sans elle", en: "losers without it"),
    "ladder.how": Phrase(
      fr: """
        L'échelle part du plus petit budget : son plan est libre, et chaque palier garantit à chacun \
        l'argent public reçu au palier du dessous, sur tout l'horizon (une année peut baisser). Un \
        autre premier palier donnerait une autre échelle.
        """,
      en: """
        The ladder starts from the smallest budget: its plan is free, and each step keeps for \
        everybody the public money of the step below, over the whole horizon (one year may fall). \
        Another first step would give another ladder.
        """),
    "ladder.cost": Phrase(
      fr: """
        Le coût est l'écart au but entre l'optimum libre du palier et celui qui tient la promesse ; \
        les perdants sont ceux que l'optimum libre ferait recevoir moins qu'au palier du dessous.
        """,
      en: """
        The cost is the distance in the goal between the free optimum of the step and the one that \
        keeps the promise; losers are those whom the free optimum would give less than one step below.
        """),
    "ladder.files": Phrase(fr: "Fichiers : {folder}/ {files}", en: "Files: {folder}/ {files}"),
    "study.unknown.service": Phrase(
      fr: "Le service « {name} » n’existe pas dans services. Corrigez le nom, ou ajoutez-le là.",
      en: "The service \"{name}\" does not exist in services. Correct the name, or add it there."),
    "study.lockedWithoutShare": Phrase(
      fr: """
        La ligne ne dit pas quelle part a été mise en place. Remplissez share, ou increment_share \
        comme dans deployment.csv d’un plan.
        """,
      en: """
        The row does not say what share was put in place. Fill in share, or increment_share as in \
        deployment.csv of a plan.
        """),
    "study.lockedWithoutPaid": Phrase(
      fr: """
        Les années jusqu’à {year} sont verrouillées, mais rien ne dit ce qui a été payé. Nommez le \
        tableau tables.paid (allocation.csv d’un plan convient).
        """,
      en: """
        The years through {year} are locked, but nothing says what was paid. Name the table \
        tables.paid (allocation.csv of a plan will do).
        """),
    "study.lockedYearUnpaid": Phrase(
      fr: """
        L’année {year} est verrouillée (locked_through: {last}), mais aucune ligne ne dit ce qui a \
        été payé pour elle. Ajoutez ses montants, ou une ligne à 0 si rien n’a été payé.
        """,
      en: """
        The year {year} is locked (locked_through: {last}), but no row says what was paid for it. \
        Add its amounts, or a row of 0 where nothing was paid.
        """),
    "study.paidWithoutLocked": Phrase(
      fr: """
        Le tableau {table} dit ce qui a été payé, mais aucune année n’est verrouillée. Ajoutez \
        locked_through, ou retirez le tableau.
        """,
      en: """
        The table {table} says what was paid, but no year is locked. Add locked_through, or remove \
        the table.
        """),
    "study.paidHalfPot": Phrase(
      fr: """
        Un montant payé nomme à la fois domain et nature, ou ni l’un ni l’autre. Complétez la \
        ligne, ou videz les deux cellules.
        """,
      en: """
        An amount paid names both domain and nature, or neither. Complete the row, or empty both \
        cells.
        """),
    "study.paidNotPayable": Phrase(
      fr: """
        D’après l’étude, « {vehicle} » ne peut rien payer à {beneficiary} pour {year} (poste \
        {pot}) : nature, domaine, éligibilité ou délai de paiement l’en empêchent. Corrigez la \
        ligne, ou les règles du vecteur.
        """,
      en: """
        By the study, "{vehicle}" can pay nothing to {beneficiary} for {year} (pot {pot}): nature, \
        domain, eligibility or delay of payment forbid it. Correct the row, or the rules of the \
        vehicle.
        """),
    "study.paidAboveEnvelope": Phrase(
      fr: """
        « {vehicle} » aurait payé {paid} € en {year}, plus que son enveloppe avec les reports \
        ({room} €). Corrigez les montants payés, ou l’enveloppe de cette année.
        """,
      en: """
        "{vehicle}" would have paid {paid} € in {year}, more than its envelope with what was \
        carried over ({room} €). Correct the amounts paid, or the envelope of that year.
        """),
    "study.paidAboveCeiling": Phrase(
      fr: """
        « {vehicle} » aurait payé {paid} € à {beneficiary}, plus que son plafond ({most} €). \
        Corrigez les montants payés, ou le plafond.
        """,
      en: """
        "{vehicle}" would have paid {paid} € to {beneficiary}, more than its ceiling ({most} €). \
        Correct the amounts paid, or the ceiling.
        """),
  ]
}
